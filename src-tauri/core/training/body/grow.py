#!/usr/bin/env python3
"""Grows the trees that choose an article's body (src/extract/html/body_trees.txt).

  dragoman blocks PAGES > blocks.jsonl
  grow.py --blocks blocks.jsonl --truth GROUND_TRUTH [--out body_trees.txt]

PAGES holds ID.html, GROUND_TRUTH holds ID.json with ground_truth.main_content: the
development split of the Web Content Extraction Benchmark (CC BY 4.0) as it comes.
Needs numpy and lightgbm. Prints the figures under cross validation by page: the
trees that judge a page were never shown it. Without --out nothing is written.
"""
import argparse
import collections
import json
import re
from pathlib import Path

import lightgbm
import numpy as np

FOLDS = 4
WORD = re.compile(r"\w+")
SETTINGS = dict(
    objective="binary", learning_rate=0.08, num_leaves=24, min_data_in_leaf=40, feature_fraction=0.4,
    bagging_fraction=0.8, bagging_freq=1, lambda_l2=5.0, max_depth=8, verbose=-1, seed=7,
    deterministic=True, force_row_wise=True, num_threads=2,
)
TREES = 160


class Page:
    def __init__(self, entry, truth):
        self.id = entry["id"]
        self.truth = truth
        self.blocks = entry["blocks"]
        self.tokens = [WORD.findall(b["text"]) for b in self.blocks]
        width = max(len(b["numbers"]) for b in self.blocks)
        self.out = np.array([not b["numbers"] for b in self.blocks], dtype=bool)
        self.rows = np.array([b["numbers"] or [0] * width for b in self.blocks], dtype=np.float32)
        self.hidden = np.array([b["hidden"] for b in self.blocks], dtype=bool)
        self.kept = entry["kept"]
        self.labels, self.weights = label(self)


def shingles(tokens, n=4):
    return [tuple(tokens[i:i + n]) for i in range(max(1, len(tokens) - n + 1))] if tokens else []


def label(page):
    """1 for blocks whose words stand in the truth; blocks that could be either weigh nothing."""
    truth = WORD.findall(page.truth)
    known = set(shingles(truth))
    pairs = set(zip(truth, truth[1:]))
    lines = {tuple(WORD.findall(line)) for line in page.truth.split("\n")}
    labels = np.zeros(len(page.tokens), dtype=np.int8)
    weights = np.zeros(len(page.tokens))
    for at, tokens in enumerate(page.tokens):
        weights[at] = (len(tokens) + 2) / (len(truth) + 60)
        if len(tokens) >= 4:
            found = shingles(tokens)
            labels[at] = sum(s in known for s in found) * 2 >= len(found)
        elif tokens and tuple(tokens) in lines:
            labels[at] = 1
        elif len(tokens) > 1 and all(p in pairs for p in zip(tokens, tokens[1:])):
            weights[at] = 0
    # Of several printings only as many are the article's as the truth has: those among their like.
    room = collections.Counter(shingles(truth))
    places = collections.defaultdict(list)
    for at in np.flatnonzero(labels):
        places[tuple(page.tokens[at])].append(at)
    for tokens, found in places.items():
        most = max(1, min((room[s] for s in shingles(list(tokens))), default=1)) if len(tokens) >= 4 else 1
        if len(found) > most:
            near = lambda at: labels[max(0, at - 4):at + 5].sum() - 3 * page.hidden[at]  # noqa: E731
            for at in sorted(found, key=near, reverse=True)[most:]:
                labels[at] = 0
    return labels, np.minimum(weights, 0.25)


def grow(pages):
    x = np.concatenate([p.rows for p in pages])
    y = np.concatenate([p.labels for p in pages])
    w = np.concatenate([np.where(p.out, 0, p.weights) for p in pages])
    use = w > 0
    w = w[use] / w[use].mean()
    data = lightgbm.Dataset(x[use], y[use], weight=w, free_raw_data=True)
    return lightgbm.train(SETTINGS, data, num_boost_round=TREES)


def score(pages, chosen):
    """(F1, precision, recall) of 4-grams, each page weighing 1, as the benchmark counts."""
    precisions, recalls, each = [], [], {}
    for page, mask in zip(pages, chosen):
        a = collections.Counter(shingles(WORD.findall(page.truth)))
        b = collections.Counter(shingles([t for at in np.flatnonzero(mask) for t in page.tokens[at]]))
        hit = sum((a & b).values())
        precisions.append(hit / sum(b.values()) if b else 0)
        recalls.append(hit / sum(a.values()) if a else 0)
        each[page.id] = 2 * hit / (sum(a.values()) + sum(b.values())) if a or b else 1
    p, r = np.mean(precisions), np.mean(recalls)
    return 2 * p * r / (p + r), p, r, each


def table(model):
    lines = [f"features {model.num_feature()}"]
    for tree in model.dump_model()["tree_info"]:
        nodes = []

        def walk(node):
            at = len(nodes)
            nodes.append(None)
            if "leaf_value" in node:
                nodes[at] = f"={node['leaf_value']:.4g}"
                return at
            left, right = walk(node["left_child"]), walk(node["right_child"])
            nodes[at] = f"{node['split_feature']}<={node['threshold']:.6g}:{left}:{right}"
            return at

        walk(tree["tree_structure"])
        lines.append(" ".join(nodes))
    return "\n".join(lines) + "\n"


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--blocks", type=Path, required=True)
    ap.add_argument("--truth", type=Path, required=True)
    ap.add_argument("--out", type=Path)
    ap.add_argument("--only-grow", action="store_true", help="no cross validation")
    ap.add_argument("--folds", type=Path, help="write each fold's table here, with the pages that it was not shown")
    ap.add_argument("--worst", type=int, default=0)
    a = ap.parse_args()
    pages = []
    for line in a.blocks.open(encoding="utf-8"):
        entry = json.loads(line)
        truth = json.loads((a.truth / f"{entry['id']}.json").read_text("utf-8"))["ground_truth"]["main_content"]
        if truth and any(b["numbers"] for b in entry["blocks"]):
            pages.append(Page(entry, truth))
    order = np.random.RandomState(3).permutation(len(pages))
    fold = np.empty(len(pages), dtype=int)
    fold[order] = np.arange(len(pages)) % FOLDS
    kept = sum(int((~p.out).sum()) for p in pages)
    print(f"{len(pages)} pages, {sum(len(p.blocks) for p in pages)} blocks of which {kept} are judged, {max(p.rows.shape[1] for p in pages)} numbers each", flush=True)

    def report(name, chosen):
        f, p, r, each = score(pages, chosen)
        print(f"{name:<28} F1 {f:.4f}  P {p:.4f}  R {r:.4f}", flush=True)
        return each

    report("perfect choice", [p.labels.astype(bool) & ~p.out for p in pages])
    report("as it is now", [np.isin(np.arange(1, len(p.blocks) + 1), p.kept) for p in pages])
    if not a.only_grow:
        marks = [None] * len(pages)
        for k in range(FOLDS):
            model = grow([pages[i] for i in np.flatnonzero(fold != k)])
            for i in np.flatnonzero(fold == k):
                marks[i] = model.predict(pages[i].rows, raw_score=True)
            if a.folds:
                a.folds.mkdir(parents=True, exist_ok=True)
                (a.folds / f"{k}.txt").write_text(table(model))
                (a.folds / f"{k}.ids").write_text("".join(pages[i].id + "\n" for i in np.flatnonzero(fold == k)))
        each = report("cross validated", [(m > 0) & ~p.out for p, m in zip(pages, marks)])
        for page_id, f in sorted(each.items(), key=lambda x: x[1])[: a.worst]:
            print(page_id, f"{f:.3f}")
    if a.out:
        a.out.write_text(table(grow(pages)))
        print(f"{a.out}: {a.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
