#!/usr/bin/env python3
"""Fuzzes targets one after the other, or some at once; makes each corpus from the fixtures first.

    tests/fuzz/run.py [--minutes 10] [--at-once 1] [TARGET...]      all targets where none is named

Writes a line per target to tests/fuzz/artifacts/runs.tsv: minutes, inputs run, edges and
features reached, megabytes at the most, and whether it ended with a finding.
Wants `cargo install cargo-fuzz` and a nightly compiler.
"""

import argparse
import hashlib
import re
import shutil
import subprocess
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parent / "fixtures"
FORMATS = FIXTURES / "formats"
# Stands between the files of a seed; lib.rs splits at it.
BETWEEN = b"\xff\xfe|\xfe\xff"
# In bytes. Longer inputs are rarely about something else, and cost speed.
LONGEST = 1 << 16

# Hostile formats first. Beside each target where its seeds are, below the fixtures.
TARGETS = {
    "zip": ["formats/*/*.docx", "formats/*/*.zip", "formats/*/*.epub"],
    "webarchive": ["formats/*/*.webarchive", "formats/links/*.webloc"],
    "pdf": ["formats/pdf/*.pdf"],
    "rtf": ["formats/rtf/*"],
    "docx": ["formats/docx/*.docx"],
    "warc": ["formats/*/*.warc"],
    "mhtml": ["formats/*/*.mhtml", "formats/eml/*.eml"],
    "eml": ["formats/eml/*.eml"],
    "page": ["formats/**/*.html", "formats/**/*.htm"],
    "odt": ["formats/odt/*.odt"],
    "epub": ["formats/epub/*.epub"],
    "mbox": ["formats/mbox/*"],
    "text": ["formats/pdf/*.txt", "wire/texts.txt", "seed/*.txt"],
    "bibtex": ["formats/*/*.bib"],
    "ris": ["formats/*/*.ris"],
    "csl_json": ["formats/*/*.json"],
    "csv": ["formats/*/*.csv", "formats/*/*.tsv"],
    "json": ["formats/*/*.json", "formats/*/*.jsonl", "formats/bookmarks/Bookmarks"],
    "bookmarks": ["formats/bookmarks/*.html"],
    "pocket_page": ["formats/pocket/*.html"],
    "instapaper_page": ["formats/instapaper/*.html"],
    "omnivore": [],
    "feed": ["formats/feeds/*"],
    "links": ["formats/links/*"],
    "gzip": ["formats/*/*.gz"],
    "markdown": ["formats/*.md"],
    "decode": ["formats/eml/*.eml", "formats/links/*", "formats/articles/*"],
    "dates": ["dates/printed.tsv"],
    "sanitise": ["formats/**/*.html"],
    "gazetteer": ["entities/gazetteer.txt"],
    "entity_list": ["entities/list.*", "entities/names.txt"],
}


def files_of(target):
    """The names that a target packs: they stand in its source, in order."""
    source = (HERE / "targets" / f"{target}.rs").read_text()
    listed = re.search(r"FILES: &\[&str\] = &\[(.*?)\];", source, re.S)
    return re.findall(r'"(.*?)"', listed.group(1)) if listed else None


def seeds(target):
    names = files_of(target)
    if target == "omnivore":
        export = FORMATS / "omnivore" / "export"
        yield BETWEEN.join((export / name).read_bytes() for name in names)
    for pattern in TARGETS[target]:
        for path in sorted(FIXTURES.glob(pattern)):
            if target == "dates":
                for line in path.read_text().splitlines():
                    yield "\t".join(line.split("\t")[:2]).encode()
            elif names:
                with zipfile.ZipFile(path) as packed:
                    held = set(packed.namelist())
                    yield BETWEEN.join(packed.read(name) if name in held else b"" for name in names)
            else:
                yield path.read_bytes()


def make_corpus(target):
    corpus = HERE / "corpus" / target
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in seeds(target):
        (corpus / hashlib.sha1(seed).hexdigest()).write_bytes(seed[:LONGEST])


# No sanitizer: the product denies unsafe code, and it costs speed. Built as it is shipped, but
# for our own crate (Cargo.toml): mail-parser asserts in debug builds what its own reader breaks.
CALL = ["cargo", "+nightly", "fuzz"]
OPTIONS = ["--fuzz-dir", str(HERE), "--sanitizer", "none", "--release"]


def build(targets):
    lock = HERE / "Cargo.lock"
    if not lock.exists():
        shutil.copy(HERE.parent.parent / "Cargo.lock", lock)
    for target in targets:
        subprocess.run([*CALL, "build", *OPTIONS, target], cwd=HERE, check=True)


def fuzz(target, minutes):
    make_corpus(target)
    started = time.monotonic()
    limits = [f"-max_total_time={round(minutes * 60)}", f"-max_len={LONGEST}", "-rss_limit_mb=600", "-timeout=10"]
    dictionary = HERE / "dictionaries" / f"{target}.dict"
    if dictionary.exists():
        limits.append(f"-dict={dictionary}")
    run = subprocess.run(
        [*CALL, "run", *OPTIONS, target, "--", *limits, "-print_final_stats=1"],
        cwd=HERE, stderr=subprocess.STDOUT, stdout=subprocess.PIPE, text=True, errors="replace",
    )
    took = (time.monotonic() - started) / 60
    artifacts = HERE / "artifacts"
    artifacts.mkdir(exist_ok=True)
    (artifacts / f"{target}.log").write_text(run.stdout)
    last = lambda pattern: (re.findall(pattern, run.stdout) or ["?"])[-1]
    line = [
        target, f"{took:.1f}", last(r"number_of_executed_units: (\d+)"), last(r"cov: (\d+)"),
        last(r"ft: (\d+)"), last(r"peak_rss_mb: *(\d+)"), "ended" if run.returncode == 0 else "finding",
    ]
    with open(artifacts / "runs.tsv", "a") as runs:
        runs.write("\t".join(line) + "\n")
    print("\t".join(line), flush=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--minutes", type=float, default=10)
    arguments.add_argument("--at-once", type=int, default=1)
    arguments.add_argument("targets", nargs="*", choices=[[], *TARGETS], metavar="TARGET")
    chosen = arguments.parse_args()
    targets = chosen.targets or list(TARGETS)
    build(targets)
    with ThreadPoolExecutor(chosen.at_once) as runs:
        for run in [runs.submit(fuzz, target, chosen.minutes) for target in targets]:
            run.result()


if __name__ == "__main__":
    main()
