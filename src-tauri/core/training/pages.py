"""Pages as plain text with, for each line, whether it belongs to the article.

A line belongs when most of its runs of four words stand in the article's known text;
a shorter one when it does together with the lines around it. Of several printings of
one line, as many belong as the article has, nearest to the rest of it.
"""
import collections
import hashlib
import re

TOKEN = re.compile(r"\w+", re.UNICODE)


def tokens(text):
    return TOKEN.findall(text or "")


def grams(words):
    return [tuple(words[i:i + 4]) for i in range(len(words) - 3)]


def labels(lines, truth):
    """1 for each line of the article, 0 for each other."""
    words = [tokens(line) for line in lines]
    known = collections.Counter(grams(tokens(truth)))
    whole = collections.Counter(tuple(tokens(line)) for line in truth.split("\n"))
    kept = [0] * len(lines)
    for at, line in enumerate(words):
        if len(line) >= 4:
            own = grams(line)
            kept[at] = int(sum(g in known for g in own) * 2 >= len(own))
        elif line:
            kept[at] = int(tuple(line) in whole)
    _without_reprints(words, kept, known, whole)
    _with_joints(words, kept, known)
    return kept


def _without_reprints(words, kept, known, whole):
    start, end = _densest(words, kept)
    printings = collections.defaultdict(list)
    for at, line in enumerate(words):
        if kept[at]:
            printings[tuple(line)].append(at)
    for line, places in printings.items():
        often = whole[line] or max((known[g] for g in grams(line)), default=1)
        places.sort(key=lambda at: (0 if start <= at < end else min(abs(at - start), abs(at - end)), at))
        for at in places[max(1, often):]:
            kept[at] = 0
        # A label that the article also has, far away from it, is a menu's.
        for at in places:
            if len(line) < 4 and not start - 6 <= at < end + 6:
                kept[at] = 0


def _densest(words, kept):
    best, best_range, total, start = 0, (0, len(words)), 0, 0
    for at, line in enumerate(words):
        if total <= 0:
            total, start = 0, at
        total += len(line) if kept[at] else -len(line) - 1
        if total > best:
            best, best_range = total, (start, at + 1)
    return best_range


def _with_joints(words, kept, known):
    """Short lines whose words continue the kept lines around them."""
    for at, line in enumerate(words):
        if kept[at] or not line or len(line) > 3:
            continue
        before = [w for l in (words[j] for j in range(max(0, at - 4), at) if kept[j]) for w in l][-3:]
        after = [w for l in (words[j] for j in range(at + 1, min(len(words), at + 5)) if kept[j]) for w in l][:3]
        joint = before + line + after
        own = [g for i, g in enumerate(grams(joint)) if i <= len(before) + len(line) - 1 and i + 4 > len(before)]
        if own and sum(g in known for g in own) * 2 > len(own):
            kept[at] = 1


# ----------------------------------------------------- the same page in no language

LATIN = "abcdefghijklmnopqrstuvwxyz"
ROTATED = str.maketrans(LATIN + LATIN.upper(), LATIN[11:] + LATIN[:11] + LATIN[11:].upper() + LATIN[:11].upper())
HEBREW = "אבגדהוזחטיכלמנסעפצקרשתםןףץ"
CASELESS = str.maketrans(LATIN + LATIN.upper(), HEBREW + HEBREW)


def unknown_language(text):
    """Letters exchanged: no cue and no date is understood, case and length stay."""
    return text.translate(ROTATED)


def caseless_script(text):
    return text.translate(CASELESS)


def spaceless_script(text):
    """One Han character for about two letters, and no spaces."""
    def han(match):
        word = match.group(0)
        digest = hashlib.blake2b(word.encode(), digest_size=16).digest()
        return "".join(chr(0x4E00 + int.from_bytes(digest[i % 8:i % 8 + 2], "big") % 0x4000)
                       for i in range((len(word) + 1) // 2))
    out = re.sub(r"[^\W\d_]+", han, text)
    out = re.sub(r"(?<=[一-鿿]) (?=[一-鿿])", "", out)
    return out.translate(str.maketrans({".": "。", ",": "，", "?": "？", "!": "！", ":": "："}))
