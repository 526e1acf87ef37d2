"""Writes the scored pages as plain text, and again in scripts that no cue knows."""
import argparse
import json
import pathlib
import sys

import pages

VARIANTS = {
    "": lambda text: text,
    "-unknown": pages.unknown_language,
    "-caseless": pages.caseless_script,
    "-spaceless": pages.spaceless_script,
}


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=pathlib.Path, required=True, help="folder of score.py and its pages")
    ap.add_argument("--out", type=pathlib.Path, required=True)
    a = ap.parse_args()
    sys.path.insert(0, str(a.data))
    import score
    truths = {}
    for name in ("wcxb-dev", "mozilla"):
        for page, known in score.SETS[name](a.data).items():
            text = score.html_to_text(score.to_unicode(known["read"]()))
            truths[f"{name}.{page}"] = known["text"]
            for ending, change in VARIANTS.items():
                folder = a.out / f"{name}{ending}"
                folder.mkdir(parents=True, exist_ok=True)
                (folder / f"{page}.txt").write_text(change(text), "utf-8")
    (a.out / "truths.json").write_text(json.dumps(truths, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main()
