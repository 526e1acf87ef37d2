"""What the gazetteer holds while it is made: entries and their names."""

import re
import unicodedata

STRONG, WEAK, SEARCH = "=", "~", "?"
# A name that several sources give has the strength of the most careful.
_ORDER = [STRONG, WEAK, SEARCH]


def folded(text):
    """Roughly as the core folds: enough to see that two spellings are one."""
    text = unicodedata.normalize("NFKD", text.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.sub(r"[\s\-‐-―]+", " ", re.sub(r"['‘’ʼʻʿʾ`]", "", text)).strip()


_ALPHABETS = [re.compile(f"[{letters}]") for letters in (
    "A-Za-z\u00c0-\u024f", "\u0400-\u04ff", "\u0370-\u03ff", "\u0600-\u06ff", "\u05d0-\u05ea",
)]


def is_mixed(text):
    """Whether one word has letters of two alphabets: a slip of the hand."""
    return any(
        sum(bool(alphabet.search(word)) for alphabet in _ALPHABETS) > 1
        for word in re.split(r"[\s\-]", text)
    )


class Entry:
    def __init__(self, key, kind, name, source, country=None, place=None, rank=50):
        self.key, self.kind, self.source = key, kind, source
        self.country, self.place, self.rank = country, place, rank
        self.names = {}
        self.add(name)

    def add(self, text, strength=STRONG):
        text = unicodedata.normalize("NFC", re.sub(r"\s+", " ", text or "").strip())
        if not text or len(text) > 120 or not any(c.isalpha() for c in text):
            return
        known = self.names.get(text)
        if known is None or _ORDER.index(strength) > _ORDER.index(known):
            self.names[text] = strength

    def lines(self):
        place = "" if self.place is None else "%.3f,%.3f" % self.place
        yield "\t".join(["!" + self.key, self.kind, self.source, self.country or "", place, str(self.rank)])
        for text, strength in self.names.items():
            yield strength + text
