"""Makes forms.txt.zst from `persons.txt` of the package `rigour` 1.0.0. See README.md.

  python make.py persons.txt | zstd -19 -o forms.txt.zst
"""

import sys
import unicodedata

SCRIPTS = "CYRILLIC ARABIC HEBREW HANGUL CJK KATAKANA GREEK GEORGIAN ARMENIAN".split()
LONGEST = 24


def script(form):
    return next((unicodedata.name(c, "?").split()[0] for c in form if c.isalpha()), "?")


def plain(form):
    letters = unicodedata.normalize("NFKD", form)
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()


lines = set()
for line in open(sys.argv[1], encoding="utf-8"):
    latin, other = [], []
    for form in (form.strip() for form in line.split("=>")[0].split(",")):
        if not form or " " in form or len(form) > LONGEST:
            continue
        written = script(form)
        if written == "LATIN":
            if plain(form).isascii() and plain(form).isalpha():
                latin.append(plain(form))
        elif written in SCRIPTS:
            form = unicodedata.normalize("NFKC", form).casefold()
            if len(form) > 1 or written in ("CJK", "HANGUL"):
                other.append(form)
    if latin and other:
        lines.add(" ".join(dict.fromkeys(latin + other)))
print("\n".join(sorted(lines)), end="")
