"""The entries that no data gives: written by hand, a line each.

The parts of a line are parted by tabs: key, kind, country, weight, names. Names are
parted by ` | `; the first is the English one. `~` before a name makes it weak, `?` makes
it one that is only searched for.
"""

import pathlib

from entries import SEARCH, STRONG, WEAK, Entry, is_mixed

FILES = ["places", "people", "organisations", "media", "armed_groups", "events"]


def written():
    for file in FILES:
        path = pathlib.Path(__file__).parent / f"{file}.tsv"
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            parts = line.split("\t")
            if len(parts) != 5:
                raise SystemExit(f"{path.name}:{number}: five parts, not {len(parts)}")
            key, kind, country, rank, names = parts
            names = names.split(" | ")
            for name in filter(is_mixed, names):
                raise SystemExit(f"{path.name}:{number}: two alphabets in one word: {name}")
            entry = Entry(key, kind, names[0], "dragoman", country=country or None, rank=int(rank))
            for name in names[1:]:
                strength = {"~": WEAK, "?": SEARCH}.get(name[0], STRONG)
                entry.add(name if strength == STRONG else name[1:], strength)
            yield entry
