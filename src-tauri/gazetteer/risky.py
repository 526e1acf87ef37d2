"""Names that are a common word or a person's name as well: their cities are named with care."""

import json
import pathlib

from entries import folded

# As many of the commonest surnames count; beyond them, a city is meant as often.
SURNAMES = 12_000


def names_of_people(folders):
    names = folders["names"] / "names-0.3.0/names"
    people = {line.split()[0].lower() for line in (names / "dist.all.last").read_text().splitlines()[:SURNAMES]}
    for file in ("dist.male.first", "dist.female.first"):
        people |= {line.split()[0].lower() for line in (names / file).read_text().splitlines()}
    return people


def common_words():
    path = pathlib.Path(__file__).parent / "common_words.txt"
    return {folded(line) for line in path.read_text().splitlines() if line and not line.startswith("#")}


def words_written_small(texts):
    """How `common_words.txt` was made: the words that texts have in small letters."""
    import collections
    import re

    counts = collections.Counter()
    for path in texts:
        for line in pathlib.Path(path).read_text().splitlines():
            text = json.loads(line).get("text", "") if line.startswith("{") else line
            counts.update(folded(word) for word in re.findall(r"\b[^\W\d_A-Z][\w]+", text) if word.islower())
    return counts
