#!/usr/bin/env python3
"""Makes `gazetteer.zst`, which the core embeds.

    pip install unidecode
    python3 src-tauri/gazetteer/make.py FOLDER

FOLDER keeps the packages that it downloads. The format is described in
`core/src/entities/gazetteer/file.rs`.
"""

import pathlib
import subprocess
import sys

from cities import cities, states_of_america
from countries import countries
from entries import SEARCH, WEAK, folded
from ministries import ministries
from packages import PACKAGES, fetch
from people import add_demonyms, leaders
from risky import common_words, names_of_people
from written import written

HERE = pathlib.Path(__file__).parent

# Words that hold a name and don't mean it.
OTHERS = (HERE / "not_names.txt").read_text().splitlines()
# Countries and territories whose name is a common word, somebody's name, or both.
WEAK_COUNTRIES = (HERE / "weak_names.txt").read_text().splitlines()


def main(folder):
    folders = fetch(folder)
    states = countries(folders)
    by_hand = list(written())
    weaken(states, common_words())
    short = {code: next(iter(entry.names)) for code, entry in states.items()}
    add_demonyms(states, folders)
    adjectives = {
        code: [name for name, strength in entry.names.items() if strength == SEARCH and name[0].isupper()
               and name.isascii()][-1:] and [_adjective(entry)]
        for code, entry in states.items()
    }
    taken = {folded(name) for entry in by_hand for name in entry.names}
    places = cities(folders, states, common_words(), names_of_people(folders), taken)
    entries = (
        list(states.values()) + by_hand + list(leaders(states, folders, taken))
        + list(states_of_america(folders)) + places
        + list(ministries({code: states[code] for code in short}, adjectives, taken))
    )
    lines = ["dragoman-gazetteer\t1"]
    for key, (_, _, _, name, licence, date) in PACKAGES.items():
        lines.append("\t".join(["@" + key, name, licence, date]))
    lines.append("\t".join(["@dragoman", "Dragoman", "MIT OR Apache-2.0", "2025-12"]))
    lines.extend("-" + other for other in OTHERS if other and not other.startswith("#"))
    for entry in entries:
        lines.extend(entry.lines())
    text = "\n".join(lines) + "\n"
    plain = pathlib.Path(folder) / "gazetteer.tsv"
    plain.write_text(text)
    subprocess.run(["zstd", "-19", "-q", "-f", str(plain), "-o", str(HERE / "gazetteer.zst")], check=True)
    names = sum(len(entry.names) for entry in entries)
    print(f"{len(entries)} entries, {names} names, {(HERE / 'gazetteer.zst').stat().st_size} bytes")


def _adjective(entry):
    """The first English nationality word, which is the noun; `South Koreans` is told by its s."""
    words = [name for name, strength in entry.names.items() if strength == SEARCH and name[0].isupper()]
    return words[0]


def weaken(states, common):
    weak = {folded(name) for name in WEAK_COUNTRIES if name and not name.startswith("#")}
    for entry in states.values():
        first = next(iter(entry.names))
        for name in list(entry.names):
            key = folded(name)
            acronym = name.isascii() and name.isupper()
            # A common word, one letter, or two that are no acronym, are no name.
            if key in common and name != first and not acronym or len(key) == 1:
                entry.names[name] = SEARCH
            elif len(key) == 2 and key.isascii() and name not in ("US", "UK"):
                entry.names[name] = SEARCH
            elif key in weak:
                entry.names[name] = WEAK


main(sys.argv[1])
