#!/usr/bin/env python3
"""Makes `gazetteer.zst`, which the core embeds.

    python3 src-tauri/gazetteer/make.py FOLDER

FOLDER keeps the packages that it downloads. The format is described in
`core/src/entities/gazetteer/file.rs`.
"""

import pathlib
import subprocess
import sys

from countries import countries
from packages import PACKAGES, fetch

HERE = pathlib.Path(__file__).parent


def main(folder):
    folders = fetch(folder)
    entries = list(countries(folders).values())
    lines = ["dragoman-gazetteer\t1"]
    for short, (_, _, _, name, licence, date) in PACKAGES.items():
        lines.append("\t".join(["@" + short, name, licence, date]))
    for entry in entries:
        lines.extend(entry.lines())
    text = "\n".join(lines) + "\n"
    plain = pathlib.Path(folder) / "gazetteer.tsv"
    plain.write_text(text)
    subprocess.run(["zstd", "-19", "-q", "-f", str(plain), "-o", str(HERE / "gazetteer.zst")], check=True)
    names = sum(len(entry.names) for entry in entries)
    print(f"{len(entries)} entries, {names} names, {(HERE / 'gazetteer.zst').stat().st_size} bytes")


main(sys.argv[1])
