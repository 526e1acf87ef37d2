"""Text as the encoder sees it: windows of at most 126 pieces, made of whole sentences.

`src/windows.rs` does the same for documents that nobody labelled.
"""

import re

LONGEST = 126
LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
SENTENCE_END = re.compile(r"[.!?؟…]+[\"”»’)\]]*\s+(?=[^a-zа-яё])|[。！？]+[”」』）]*")


def sentences(text):
    """(start, sentence): lines, cut after what ends a sentence."""
    for line in re.finditer(r"[^\n]+", text):
        at = 0
        ends = [m.end() for m in SENTENCE_END.finditer(line.group())] + [len(line.group())]
        for end in ends:
            if line.group()[at:end].strip():
                yield line.start() + at, line.group()[at:end]
            at = max(at, end)


def labelled(cut, spans):
    """The label of each piece."""
    labels = []
    for _, a, b in cut:
        label = 0
        for x, y, kind in spans:
            if a < y and x < b or a == b and x < a < y:
                label = LABELS.index(("B-" if a <= x else "I-") + kind)
                break
        labels.append(label)
    return labels


def packed(cuts, longest=LONGEST):
    """Groups of consecutive sentences' pieces that fit a window; a longer one is cut."""
    window = []
    for cut in cuts:
        for at in range(0, len(cut), LONGEST):
            piece = cut[at : at + LONGEST]
            if window and len(window) + len(piece) > longest:
                yield window
                window = []
            window = window + piece
    if window:
        yield window
