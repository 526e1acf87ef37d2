"""What the second trees see of the first: the same as `scores.rs` computes."""
import numpy

REACH, WINDOWS, FAR = 5, ((1, 10), (11, 30)), 40


def densest(scores, words):
    best, best_range, total, start = 0.0, (0, len(scores)), 0.0, 0
    for at, (score, count) in enumerate(zip(scores, words)):
        if total <= 0:
            total, start = 0.0, at
        total += (count + 1) * (score - 0.5)
        if total > best:
            best, best_range = total, (start, at + 1)
    return best_range


def with_neighbours(traits, first, words):
    count = len(first)
    weight = numpy.asarray(words, dtype=float) + 1
    kept = numpy.concatenate([[0], numpy.cumsum(weight * first)])
    whole = numpy.concatenate([[0], numpy.cumsum(weight)])

    def share(start, end):
        part = whole[end] - whole[start]
        return (kept[end] - kept[start]) / part if part > 0 else -1.0

    padded = numpy.concatenate([[-1.0] * REACH, first, [-1.0] * REACH])
    start, end = densest(first, words)
    total = kept[-1] if kept[-1] > 0 else 1.0
    rows = []
    for at in range(count):
        row = list(padded[at:at + 2 * REACH + 1])
        for near, far in WINDOWS:
            row.append(share(max(0, at - far), max(0, at + 1 - near)))
            row.append(share(min(count, at + near), min(count, at + far + 1)))
        row.append(kept[at] / total)
        row.append((kept[-1] - kept[at + 1]) / total)
        row.append(max(-FAR, min(FAR, at - start)))
        row.append(max(-FAR, min(FAR, end - at)))
        rows.append(row)
    return numpy.hstack([traits, numpy.asarray(rows, dtype=numpy.float32)])
