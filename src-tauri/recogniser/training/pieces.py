"""Cuts text into pieces. `src/pieces.rs` does the same; tests hold the two together.

Normalising follows multilingual-e5: NFKC, controls dropped, what has no width is a space. Words
begin with "▁". Inside a word each Han character stands alone, and Hangul is cut before a trailing
particle, so that a name can end where the particle begins.
"""

import unicodedata
from pathlib import Path

from tokenizers.models import Unigram

SPACES = set("\t\n\f\r \u1680\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2581\ufeff\ufffd")
LONGEST_PART = 64
PARTICLES = set(
    "은 는 이 가 을 를 의 에 와 과 도 로 만 나 께 에서 에게 한테 까지 부터 으로 보다 처럼 만큼 이나 이며 이고 이라 "
    "하고 께서 라고 라는 와의 과의 에는 에도 로서 로써 에서는 에서도 에게서 으로는 으로서 으로써 으로도 이라고 이라는 "
    "까지의 부터의 에서의 으로의 이라며 입니다 이다 였다 이었다".split()
)
COURTESY = "씨"
PAIRS = Path(__file__).parent.parent / "src" / "simplified.txt"
TRADITIONAL = {ord(pair[0]): pair[1] for pair in PAIRS.read_text(encoding="utf-8").splitlines()}


def is_han(c):
    o = ord(c)
    return (
        0x4E00 <= o <= 0x9FFF
        or 0x3400 <= o <= 0x4DBF
        or 0xF900 <= o <= 0xFAFF
        or 0x20000 <= o <= 0x323AF
        or o in (0x3005, 0x3007)
    )


def is_hangul(c):
    return "\uac00" <= c <= "\ud7a3"


def is_joined(c):
    """Belongs to the character before it: a combining mark, a vowel or final of conjoining Hangul."""
    return "\u1160" <= c <= "\u11ff" or unicodedata.combining(c) != 0


def normalise(text):
    """Characters of the normalised text, each with the range of the text that it comes from."""
    i, out = 0, []
    while i < len(text):
        j = i + 1
        while j < len(text) and is_joined(text[j]):
            j += 1
        if text[i] in SPACES:
            out.append((" ", i, j))
        else:
            for c in unicodedata.normalize("NFKC", text[i:j]):
                if c.isspace() or c in SPACES:
                    out.append((" ", i, j))
                elif unicodedata.category(c) != "Cc" and c != "\u00ad":
                    out.append((c, i, j))
        i = j
    return out


def hangul_cuts(run):
    """Where a run of Hangul is cut: before its particle, and before a 씨 that stands before that."""
    cuts = []
    end = len(run)
    for length in (3, 2, 1):
        stem = end - length
        if stem >= (2 if length == 1 else 1) and run[stem:] in PARTICLES:
            cuts.append(stem)
            end = stem
            break
    if end >= 2 and run[end - 1] == COURTESY:
        cuts.insert(0, end - 1)
    return cuts


def parts(text):
    """The parts of the text that are cut into pieces one by one: lists of (character, start, end)."""
    word, letters = [], normalise(text)
    # Chinese is read in traditional characters; Japanese stays as it is.
    if not any("\u3041" <= c <= "\u30ff" for c in text):
        letters = [(c.translate(TRADITIONAL), a, b) for c, a, b in letters]
    for item in [*letters, (" ", len(text), len(text))]:
        if item[0] != " ":
            word.append(item)
        elif word:
            yield from word_parts(word)
            word = []


def word_parts(word):
    chars = "".join(c for c, _, _ in word)
    cuts = set()
    i = 0
    while i < len(chars):
        if is_han(chars[i]):
            cuts.update((i, i + 1))
        elif is_hangul(chars[i]):
            j = i
            while j < len(chars) and is_hangul(chars[j]):
                j += 1
            cuts.update(i + k for k in hangul_cuts(chars[i:j]))
            i = j
            continue
        i += 1
    start = (word[0][1], word[0][1])
    part = [("▁", *start)]
    for i, item in enumerate(word):
        if i in cuts or len(part) == LONGEST_PART:
            if part:
                yield part
            part = []
        part.append(item)
    yield part


class Cutter:
    """A unigram model over the kept pieces."""

    def __init__(self, pieces, scores):
        self.unknown = len(pieces)
        lowest = float(min(scores))
        entries = [(p, float(s)) for p, s in zip(pieces, scores)]
        # The library wants an unknown piece in the list; its own penalty is the lowest score - 10.
        self.model = Unigram(entries + [("\0unknown", lowest)], unk_id=self.unknown)
        self.known = {}

    def part(self, string):
        found = self.known.get(string)
        if found is None:
            found = []
            for token in self.model.tokenize(string):
                # Offsets are in bytes.
                a = len(string.encode()[: token.offsets[0]].decode())
                b = len(string.encode()[: token.offsets[1]].decode())
                if token.id == self.unknown:
                    found += [(self.unknown, k, k + 1) for k in range(a, b)]
                else:
                    found.append((token.id, a, b))
            if len(self.known) < 500_000:
                self.known[string] = found
        return found

    def cut(self, text):
        """(piece, start, end) with positions in the text; "▁" alone is empty."""
        out = []
        for part in parts(text):
            for piece, a, b in self.part("".join(c for c, _, _ in part)):
                inside = [x for x in part[a:b] if x[0] != "▁"]
                if inside:
                    out.append((piece, inside[0][1], inside[-1][2]))
                else:
                    out.append((piece, part[a][1], part[a][1]))
        return out
