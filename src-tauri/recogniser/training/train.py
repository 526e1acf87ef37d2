"""Trains the recogniser and writes its model. See README.md for what it needs and how long it takes.

  python train.py --base e5-small-q4.bin --data entities/ --work DIR prepare
  python train.py ... fit      [--epochs 2] [--own 3]
  python train.py ... write    --out ../model
"""

import argparse
import json
import pickle
import random
import time
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import onnxruntime
import optax

import corpora
import encoder
import graph
import vocabulary
import windows
from base import Base
from pieces import Cutter

FROZEN = 6
BUCKETS = {34: 48, 66: 24, 128: 12}  # length: windows in a batch
KEEP_EVERY = 200  # steps after which a fit is kept, to go on from there


class Vocabulary:
    def __init__(self, base):
        self.numbers = vocabulary.kept(base)
        self.pieces = [base.pieces[i] for i in self.numbers]
        self.scores = base.scores[self.numbers].astype(np.float16)
        self.cutter = Cutter(self.pieces, self.scores)
        special = [base.bos, base.eos, base.unk]
        rows = base.words[special + self.numbers]
        self.levels = vocabulary.codebook(rows)
        self.scales, self.codes = vocabulary.packed(rows, self.levels)

    def row_number(self, piece):
        return 2 if piece == self.cutter.unknown else vocabulary.SPECIAL + piece

    def rows(self, numbers):
        return vocabulary.restored(self.scales[numbers], self.codes[numbers], self.levels)


def vocabulary_of(options):
    """The base and the vocabulary cut from it, which is kept: packing it takes a while."""
    base, kept = Base(options.base), Path(options.work) / "vocabulary.pkl"
    if not kept.exists():
        vocab = Vocabulary(base)
        vocab.cutter.known = {}
        fields = {k: v for k, v in vars(vocab).items() if k != "cutter"}
        kept.write_bytes(pickle.dumps(fields))
        return base, vocab
    vocab = Vocabulary.__new__(Vocabulary)
    vars(vocab).update(pickle.loads(kept.read_bytes()))
    vocab.cutter = Cutter(vocab.pieces, vocab.scores)
    return base, vocab


def rows_of(vocab, base, numbers):
    numbers = [0, *numbers, 1]
    return vocab.rows(np.array(numbers)) + base.positions[: len(numbers)]


def session(serialised):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(serialised, options, providers=["CPUExecutionProvider"])


def ranges(layers, x):
    """The range of each column that goes into a product, over sample windows of one length."""
    run, found = jax.jit(seen_layer), []
    for p in layers:
        seen, x = run(p, x)
        found.append([np.array([v.min((0, 1)), v.max((0, 1))]) for v in seen])
    return found, np.array(x)


def seen_layer(p, x):
    seen = []
    out = encoder.layer(p, x, 0.0, seen)
    return seen, out


def sample_rows(vocab, base, everything):
    """Forty windows of 100 pieces in many languages."""
    long = [w for *_, w in everything if len(w) >= 100][:40]
    return np.stack([rows_of(vocab, base, [n for n, _ in w[:98]]) for w in long])


def prepare(options):
    base, vocab = vocabulary_of(options)
    choose = random.Random(2)
    everything = []
    for language, weight, document in corpora.all_documents(options.data):
        if choose.random() >= options.share.get(language, options.share["*"]):
            continue
        cuts = []
        for text, spans in document:
            cut = vocab.cutter.cut(text)
            labels = windows.labelled(cut, spans)
            cuts.append([(vocab.row_number(c[0]), label) for c, label in zip(cut, labels)])
        longest = choose.choice([size - 2 for size in BUCKETS])
        for window in windows.packed([c for c in cuts if c], longest):
            everything.append((language, weight, window))
    choose.shuffle(everything)
    print(len(everything), "windows,", sum(len(w) for *_, w in everything), "pieces", flush=True)

    samples = sample_rows(vocab, base, everything)
    start = np.array(encoder.norm(samples, *base.norm))
    measured, exact = ranges(base.layers[:FROZEN], start)
    run = session(graph.model(base.norm, base.layers[:FROZEN], measured))
    got = np.stack([run.run(None, {"rows": x})[0] for x in samples])
    gap = (((got - exact) ** 2).sum() / (exact**2).sum()) ** 0.5
    print(f"six layers in 8 bits: relative error {gap:.4f}", flush=True)
    np.savez(Path(options.work) / "samples.npz", start=start, hidden=got)
    with open(Path(options.work) / "hidden.ranges.pkl", "wb") as file:
        pickle.dump(measured, file)

    stored, begun = {}, time.time()
    for size in BUCKETS:
        smaller = max([0] + [s for s in BUCKETS if s < size])
        part = [w for w in everything if smaller < len(w[2]) + 2 <= size]
        hidden = np.zeros((len(part), size, base.width), np.float16)
        present = np.zeros((len(part), size), bool)
        labels = np.full((len(part), size), -1, np.int8)
        weights = np.array([w for _, w, _ in part], np.float32)
        for i, (_, _, window) in enumerate(part):
            out = run.run(None, {"rows": rows_of(vocab, base, [n for n, _ in window])})[0]
            hidden[i, : len(out)], present[i, : len(out)] = out, True
            labels[i, 1 : len(window) + 1] = [label for _, label in window]
        stored[size] = (hidden, present, labels, weights)
        print(size, len(part), f"{time.time() - begun:.0f} s", flush=True)
    with open(Path(options.work) / "hidden.pkl", "wb") as file:
        pickle.dump(stored, file)


def keep(path, value):
    """Writes all of a file or nothing."""
    beside = path.with_suffix(".new")
    beside.write_bytes(pickle.dumps(value))
    beside.replace(path)


def fit(options):
    base = Base(options.base)
    with open(Path(options.work) / "hidden.pkl", "rb") as file:
        stored = pickle.load(file)
    head = np.random.RandomState(0).randn(base.width, len(windows.LABELS)) * 0.02
    weights = {
        "layers": jax.tree.map(jnp.array, base.layers[FROZEN : FROZEN + options.own]),
        "head_w": jnp.array(head, jnp.float32),
        "head_b": jnp.zeros(len(windows.LABELS)),
    }
    steps = sum(-(-len(part[1]) // BUCKETS[size]) for size, part in stored.items()) * options.epochs
    rate = optax.warmup_cosine_decay_schedule(0, options.rate, steps // 15, steps, 1e-6)
    optimiser = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(rate, weight_decay=0.01))
    state = optimiser.init(weights)

    def loss(weights, x, present, labels, weight):
        mask = encoder.masked(present)
        for p in weights["layers"]:
            x = encoder.layer(p, x, mask)
        logits = x @ weights["head_w"] + weights["head_b"]
        known = (labels >= 0) * weight[:, None]
        each = optax.softmax_cross_entropy_with_integer_labels(logits, jnp.maximum(labels, 0))
        return (each * known).sum() / known.sum()

    @jax.jit
    def step(weights, state, x, present, labels, weight):
        value, gradient = jax.value_and_grad(loss)(
            weights, x.astype(jnp.float32), present, labels.astype(jnp.int32), weight
        )
        updates, state = optimiser.update(gradient, state, weights)
        return optax.apply_updates(weights, updates), state, value

    random.seed(3)
    np.random.seed(3)
    at, mean, begun = 0, 0.0, time.time()
    # A fit that was broken off goes on where it was last kept.
    kept, done = Path(options.work) / "fit.pkl", 0
    if kept.exists():
        done, weights, state = pickle.loads(kept.read_bytes())
    for epoch in range(options.epochs):
        batches = []
        for size, count in BUCKETS.items():
            order = np.random.permutation(len(stored[size][1]))
            # The last batch is filled up, so that every batch has one shape.
            order = np.concatenate([order, order[: -len(order) % count]])
            batches += [(size, order[i : i + count]) for i in range(0, len(order), count)]
        random.shuffle(batches)
        for size, chosen in batches:
            at += 1
            if at <= done:
                continue
            part = [a[chosen] for a in stored[size]]
            weights, state, value = step(weights, state, *part)
            mean = 0.98 * mean + 0.02 * float(value)
            if at % 50 == 0:
                cpu = time.process_time()
                print(f"{at}/{steps} {mean:.4f} {time.time() - begun:.0f} s, cpu {cpu:.0f} s", flush=True)
            if at % KEEP_EVERY == 0:
                keep(kept, (at, *jax.tree.map(np.array, (weights, state))))
        with open(Path(options.work) / "own.pkl", "wb") as file:
            pickle.dump(jax.tree.map(np.array, weights), file)
    kept.unlink(missing_ok=True)


def table(vocab, base):
    """`table.bin`, as `src/table.rs` reads it."""

    def number(value):
        return np.uint32(value).tobytes()

    texts = [p.encode() for p in vocab.pieces]
    positions = base.positions[: windows.LONGEST + 2]
    codes = vocab.codes[:, 0::2] | vocab.codes[:, 1::2] << 4
    return b"".join(
        [
            b"dragoman names 1",
            number(len(texts)),
            vocab.scores.tobytes(),
            bytes(len(t) for t in texts),
            b"".join(texts),
            number(len(positions)),
            positions.astype(np.float32).tobytes(),
            vocab.levels.tobytes(),
            number(len(codes)),
            vocab.scales.tobytes(),
            codes.tobytes(),
        ]
    )


def write(options):
    base, vocab = vocabulary_of(options)
    with open(Path(options.work) / "hidden.ranges.pkl", "rb") as file:
        measured = pickle.load(file)
    with open(options.weights, "rb") as file:
        weights = pickle.load(file)
    own = weights["layers"]
    hidden = np.load(Path(options.work) / "samples.npz")["hidden"]
    more, _ = ranges(own, hidden)
    head = (weights["head_w"], weights["head_b"])
    layers = base.layers[:FROZEN] + own
    serialised = graph.model(base.norm, layers, measured + more, head)
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    (out / "encoder.onnx").write_bytes(serialised)
    (out / "table.bin").write_bytes(table(vocab, base))


CUT_EXAMPLES = [
    "Foreign Minister Wang Yi met Sergei Lavrov in Beijing.",
    "Володимир Зеленський зустрівся у Києві з Урсулою фон дер Ляєн.",
    "김정은 위원장은 평양에서 박씨의 딸(32)과 NASA는 만났다.",
    "習近平星期二在北京 World 会见了普京。",
    "التقى عبد الفتاح السيسي وفدا من الأمم المتحدة في القاهرة.",
    "ﬁnance\u200bwidth cafe\u0301 na\u00adme \x01x\t２０２２ ½ ㍿",
    "می\u200cخواهم नरेन्द्र मोदी สมเด็จ ქართული",
    "Donaudampfschifffahrtsgesellschaftskapitän" * 3,
    "\U0001f1eb\U0001f1f7 emoji 👩\u200d👧",
]


def cuts(options):
    """Texts with their pieces (row, first and last character), for the program's own test."""
    _, vocab = vocabulary_of(options)
    with open(options.out, "w", encoding="utf-8") as file:
        for text in CUT_EXAMPLES:
            cut = [(vocab.row_number(piece), a, b) for piece, a, b in vocab.cutter.cut(text)]
            file.write(json.dumps({"text": text, "pieces": cut}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--work", required=True)
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("prepare")
    command.add_argument("--share", type=json.loads, default={"*": 1}, help="by language")
    command = commands.add_parser("fit")
    command.add_argument("--epochs", type=int, default=2)
    command.add_argument("--own", type=int, default=3)
    command.add_argument("--rate", type=float, default=2.5e-4)
    command = commands.add_parser("write")
    command.add_argument("--weights", required=True)
    command.add_argument("--out", required=True)
    command = commands.add_parser("cuts")
    command.add_argument("--out", required=True)
    options = parser.parse_args()
    {"prepare": prepare, "fit": fit, "write": write, "cuts": cuts}[options.command](options)
