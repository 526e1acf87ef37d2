"""Which pieces are kept, and their rows of the embedding in four bits."""

import unicodedata

import numpy as np

from pieces import is_han

KEPT = 205_000
SPECIAL = 3  # rows before the pieces: begin, end, unknown
# Scripts whose news the application cannot read by other means either: no stemmer, no names.
LEFT_OUT = ("MALAYALAM", "TELUGU", "KANNADA", "GUJARATI", "KHMER", "ORIYA", "GURMUKHI", "LAO")


def useful(piece):
    """Han stands alone in `pieces.py`, so that no longer piece of it is ever looked for."""
    if len(piece) > 1 and any(is_han(c) for c in piece):
        return False
    return not any(unicodedata.name(c, "").startswith(LEFT_OUT) for c in piece)


def kept(base):
    """Numbers of the base's pieces, the likeliest first: rows used together lie together."""
    numbers = [i for i in range(4, len(base.pieces)) if useful(base.pieces[i])]
    numbers.sort(key=lambda i: -base.scores[i])
    single = [i for i in numbers[KEPT:] if len(base.pieces[i].lstrip("▁")) <= 1]
    return numbers[: KEPT - len(single)] + single


def codebook(rows):
    """Sixteen levels for weights divided by their row's deviation (Lloyd's algorithm)."""
    sample = rows[:: max(1, len(rows) // 2000)]
    values = np.sort((sample / sample.std(1, keepdims=True)).ravel())
    levels = np.quantile(values, (np.arange(16) + 0.5) / 16)
    for _ in range(60):
        edges = np.searchsorted(values, (levels[1:] + levels[:-1]) / 2)
        levels = np.array([part.mean() for part in np.split(values, edges)])
    return levels.astype(np.float32)


def packed(rows, levels):
    """(scales as f16, codes): a row is its scale times the levels of its codes."""
    scales = np.empty(len(rows), np.float16)
    codes = np.empty(rows.shape, np.uint8)
    edges = (levels[1:] + levels[:-1]) / 2
    for at in range(0, len(rows), 4096):
        part = rows[at : at + 4096]
        code = np.searchsorted(edges, part / part.std(1, keepdims=True))
        shape = levels[code]
        # The scale that fits best once the codes are chosen.
        scales[at : at + 4096] = (part * shape).sum(1) / (shape * shape).sum(1)
        codes[at : at + 4096] = code
    return scales, codes


def restored(scales, codes, levels):
    return scales.astype(np.float32)[:, None] * levels[codes]
