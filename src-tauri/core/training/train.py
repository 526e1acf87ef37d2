"""Trains the trees of `src/extract/text/model.rs` and reports what cross validation says.

See README.md for the commands that come before this one.
"""
import argparse
import json
import multiprocessing
import pathlib
import pickle
import random
import sys

import lightgbm
import numpy

import pages
import second
import table

FOLDS = 3
PROCESSES = 4
VARIANTS = ("-unknown", "-caseless", "-spaceless")
# A page of each set, and of the same in no known script, weighs so much.
SET_WEIGHT = {"wcxb-dev": 1.0, "mozilla": 0.5}
VARIANT_WEIGHT = 0.8
TREES = dict(objective="binary", num_leaves=16, learning_rate=0.13, min_data_in_leaf=60, feature_fraction=0.5,
             bagging_fraction=0.8, bagging_freq=1, lambda_l2=5.0, verbose=-1, num_threads=1, seed=7, max_bin=63)
ROUNDS = 90


class Page:
    def __init__(self, key, variant, lines, kept):
        self.key, self.variant = key, variant
        self.set = key.split(".")[0]
        self.texts = [line["text"] for line in lines]
        self.fates = [line["fate"] for line in lines]
        self.words = [line["words"] for line in lines]
        self.traits = numpy.asarray([line["traits"] for line in lines], dtype=numpy.float32)
        self.kept = numpy.asarray(kept, dtype=numpy.int8)
        self.fold = random.Random(key).randrange(FOLDS)
        weight = numpy.asarray(self.words, dtype=float) + 2
        share = SET_WEIGHT[self.set] * (VARIANT_WEIGHT if variant else 1.0)
        self.weight = weight / weight.sum() * 100 * share


def read(dumps, truths):
    names, originals, out = None, {}, []
    cached = dumps / "pages.pickle"
    if cached.exists():
        with open(cached, "rb") as file:
            return pickle.load(file)
    for variant in ("",) + VARIANTS:
        for name in SET_WEIGHT:
            with open(dumps / f"{name}{variant}.jsonl", encoding="utf-8") as file:
                names = json.loads(file.readline())["names"]
                for line in file:
                    key = name + "." + line[7:line.index('"', 7)]
                    # One changed script for every other page keeps training short.
                    if variant and random.Random(key + "v").choice(VARIANTS * 2 + (None,) * 6) != variant:
                        continue
                    page = json.loads(line)
                    lines = page["lines"]
                    if not variant:
                        originals[key] = pages.labels([x["text"] for x in lines], truths[key])
                    if not lines or len(lines) != len(originals[key]):
                        continue
                    out.append(Page(key, variant, lines, originals[key]))
    with open(cached, "wb") as file:
        pickle.dump((names, out), file, protocol=5)
    return names, out


def fit(chosen, traits, names):
    data = lightgbm.Dataset(numpy.vstack([traits[i] for i in chosen]), numpy.concatenate([ALL[i].kept for i in chosen]),
                            weight=numpy.concatenate([ALL[i].weight for i in chosen]), feature_name=names)
    return lightgbm.train(TREES, data, ROUNDS)


def fit_fold(fold):
    """Scores of the fold's pages by trees that never saw it; without a fold, trees that saw all."""
    if fold is None:
        return fit(range(len(ALL)), TRAITS, NAMES).model_to_string()
    model = fit([i for i, p in enumerate(ALL) if p.fold != fold], TRAITS, NAMES)
    return [(i, model.predict(TRAITS[i], num_threads=1)) for i, page in enumerate(ALL) if page.fold == fold]


def cross(traits, names):
    """Cross-validated scores of each page, and the trees made of all pages."""
    global TRAITS, NAMES
    TRAITS, NAMES = traits, names
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        *folds, model = pool.map(fit_fold, [*range(FOLDS), None], chunksize=1)
    scores = dict(pair for fold in folds for pair in fold)
    return [scores[i] for i in range(len(ALL))], model


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=pathlib.Path, required=True)
    ap.add_argument("--dumps", type=pathlib.Path, required=True, help="line_traits' output, a file for each folder")
    ap.add_argument("--truths", type=pathlib.Path, required=True)
    ap.add_argument("--model", type=pathlib.Path, help="write model.rs here")
    ap.add_argument("--scores", type=pathlib.Path, help="write the cross-validated scores here")
    a = ap.parse_args()
    sys.path.insert(0, str(a.data))
    global ALL
    names, ALL = read(a.dumps, json.load(open(a.truths, encoding="utf-8")))
    print(len(ALL), "pages", sum(len(p.kept) for p in ALL), "lines", flush=True)
    traits = [page.traits for page in ALL]
    first, first_model = cross(traits, names)
    print("first trees are made", flush=True)
    wide = [second.with_neighbours(t, s, p.words) for t, s, p in zip(traits, first, ALL)]
    wide_names = names + [f"first_{i}" for i in range(wide[0].shape[1] - len(names))]
    scores, second_model = cross(wide, wide_names)
    if a.scores:
        a.scores.write_text(json.dumps({p.key: [round(float(x), 4) for x in s] for p, s in zip(ALL, scores)
                                        if not p.variant}), "utf-8")
    if a.model:
        # Not before the last processes have been forked: LightGBM's threads do not survive that.
        table.write(a.model, FIRST=lightgbm.Booster(model_str=first_model), SECOND=lightgbm.Booster(model_str=second_model))
    report("second trees", scores, a)


def report(what, scores, a):
    import score
    truths = json.load(open(a.truths, encoding="utf-8"))
    for name in SET_WEIGHT:
        for threshold in ((0.35, 0.45, 0.55) if what[0] == "s" else (0.45,)):
            counts = []
            for page, line_scores in zip(ALL, scores):
                if page.set == name and not page.variant:
                    text = "\n".join(t for t, s in zip(page.texts, line_scores) if s >= threshold)
                    counts.append(score.shingle_counts(truths[page.key], text))
            print(what, name, f"threshold {threshold}", "F1 %.4f P %.4f R %.4f" % score.prf(counts), flush=True)
        for variant in VARIANTS:
            chosen = [(p, s) for p, s in zip(ALL, scores) if p.set == name and p.variant == variant]
            right = sum(float(((s >= 0.5) == p.kept) @ p.weight) for p, s in chosen)
            print(what, name, variant, "right by weight %.4f" % (right / sum(p.weight.sum() for p, _ in chosen)))


if __name__ == "__main__":
    main()
