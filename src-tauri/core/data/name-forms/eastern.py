"""Makes eastern.txt from the forms of forms.txt.zst. See README.md.

  zstd -dc forms.txt.zst | python eastern.py > eastern.txt
"""

import re
import sys
import unicodedata
from collections import defaultdict

ALPHABETS = "CYRILLIC ARABIC HEBREW GREEK GEORGIAN ARMENIAN".split()
# One group of vowels.
SYLLABLE = re.compile(r"[^aeiouy]{0,3}y?[aeiouwy]{1,4}[^aeiouy]{0,2}")


class Line:
    def __init__(self, line):
        forms = line.split()
        self.latin = [form for form in forms if form.isascii()]
        scripts = {form: unicodedata.name(form[0], "?").split()[0] for form in forms}
        han = [form for form in forms if scripts[form] == "CJK"]
        hangul = [form for form in forms if scripts[form] == "HANGUL"]
        # Wikidata names a surname with a word for one: 王姓, 王氏, 김씨.
        self.surnames = {form[:-1] for form in han + hangul if form[-1] in "姓씨"} & {*han, *hangul}
        self.han = {form for form in han if form[-1] not in "姓氏"}
        self.hangul = {form for form in hangul if form[:-1] not in hangul}
        self.is_foreign = any(scripts[form] in ALPHABETS for form in forms)

    def is_one_syllable(self):
        said = self.han if self.han and (self.surnames or self.hangul) else self.hangul
        return bool(said) and all(len(form) == 1 for form in said)


lines = [Line(line) for line in sys.stdin]
# Surnames of one sign, or of two: 欧阳.
signs = {form for line in lines for form in line.surnames if len(form) <= 2}
surnames, syllables, of_word = set(), set(), defaultdict(list)
for line in lines:
    # A spelling that is known abroad need not say that it is a surname: Moon.
    if line.surnames & signs or (line.is_foreign and len(line.han) == 1 and line.han <= signs):
        surnames.update(line.latin)
    if line.is_one_syllable():
        syllables.update(form for form in line.latin if SYLLABLE.fullmatch(form))
    for form in line.latin:
        of_word[form].append(line)


def is_said_so(word):
    """Whether a word is one of the syllables, or two."""
    return word in syllables or any(word[:at] in syllables and word[at:] in syllables for at in range(1, len(word)))


def is_eastern(word):
    """Whether a name is written with one sign, or with one for each of its two syllables."""
    han = {len(form) for line in of_word[word] for form in line.han}
    hangul = {len(form) for line in of_word[word] for form in line.hangul}
    if 1 in han or 1 in hangul:
        return True
    is_foreign = any(line.is_foreign for line in of_word[word])
    return 2 in hangul if is_foreign else 2 in han | hangul


others = [word for word in of_word if is_said_so(word) and not is_eastern(word)]
for words in (surnames, syllables, others):
    print(*sorted(words))
