"""Labelled text that a model may be trained on and still be shipped: documents of sentences.

A document is a list of (text, spans), a span (start, end, kind) in characters of its sentence.
Nationalities, dates and products are nobody's name here and have no span.
"""

import json
import random
import re
from pathlib import Path

KINDS = ("PER", "ORG", "LOC")


def spans_of(tags, offsets):
    spans, i = [], 0
    while i < len(tags):
        if tags[i][:2] in ("B-", "I-"):
            kind, j = tags[i][2:], i + 1
            while j < len(tags) and tags[j] == "I-" + kind:
                j += 1
            if kind in KINDS:
                spans.append((offsets[i][0], offsets[j - 1][1], kind))
            i = j
        else:
            i += 1
    return spans


def treebank(path):
    """IOB2 of the Universal NER treebanks; the sentence itself stands in `# text`."""
    document, text, tokens, tags = [], None, [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("# newdoc") and document:
            yield document
            document = []
        elif line.startswith("# text = "):
            text = line[9:]
        elif line and not line.startswith("#"):
            fields = line.split("\t")
            tokens.append(fields[1])
            tags.append(fields[2])
        elif not line and tokens:
            offsets, at = [], 0
            for token in tokens:
                found = text.find(token, at)
                if found < 0:
                    break
                offsets.append((found, found + len(token)))
                at = found + len(token)
            if len(offsets) == len(tokens):
                document.append((text, spans_of(tags, offsets)))
            tokens, tags = [], []
    if document:
        yield document


def marked(folder, name, keep=lambda number: True):
    """Documents of a development set; each line of one is a sentence."""
    golds = {}
    for line in open(folder / f"{name}.gold.jsonl", encoding="utf-8"):
        gold = json.loads(line)
        golds[gold["id"]] = gold["spans"]
    for number, line in enumerate(open(folder / f"{name}.docs.jsonl", encoding="utf-8")):
        if not keep(number):
            continue
        doc = json.loads(line)
        document, at = [], 0
        for sentence in doc["text"].split("\n"):
            end = at + len(sentence)
            spans = [
                (s["start"] - at, s["end"] - at, s["type"])
                for s in golds[doc["id"]]
                if s["type"] in KINDS and at <= s["start"] and s["end"] <= end
            ]
            if sentence.strip():
                document.append((sentence, spans))
            at = end + 1
        yield document


def joined(tokens):
    """Tokens as a sentence, with the offsets of each."""
    text, offsets, open_quote, glue = "", [], False, True
    for token in tokens:
        tight = glue or re.fullmatch(r"[.,;:?!%)\]]+|'s|'|n't|'(re|ve|ll|d|m)", token)
        if token == '"':
            tight = glue or open_quote
        if not tight:
            text += " "
        offsets.append((len(text), len(text) + len(token)))
        text += token
        glue = token in ("(", "[", "$")
        if token == '"':
            glue = open_quote = not open_quote
    return text, offsets


def silver(path, without):
    """Sentences labelled by machine, less those whose text is in `without`."""
    document = []
    for line in open(path, encoding="utf-8"):
        tokens, tags = json.loads(line)
        if "".join(tokens) in without:
            continue
        text, offsets = joined(tokens)
        document.append((text, spans_of(tags, offsets)))
        if len(document) == 6:
            yield document
            document = []


LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()
CYRILLIC = "а б в г д ђ е ж з и ј к л љ м н њ о п р с т ћ у ф х ц ч џ ш".split()
TO_CYRILLIC = dict(zip(LATIN, CYRILLIC))


def in_cyrillic(document):
    """Serbian or Croatian as it is written in Cyrillic; words with q, w, x, y stay."""

    def letter(found):
        group = found.group()
        other = TO_CYRILLIC[group.lower()]
        return other.upper() if group[0].isupper() else other

    out = []
    for text, spans in document:
        new, at, where = "", 0, {}
        for found in re.finditer(r"[^\W\d_]+|.", text, re.S):
            word = found.group()
            pieces = re.findall(r"(?i)lj|nj|dž|.", word, re.S)
            foreign = re.search(r"(?i)[qwxy]", word)
            for piece in pieces:
                where[at] = len(new)
                known = piece.lower() in TO_CYRILLIC and not foreign
                new += letter(re.match(r".*", piece)) if known else piece
                at += len(piece)
        where[at] = len(new)
        if all(a in where and b in where for a, b, _ in spans):
            out.append((new, [(where[a], where[b], k) for a, b, k in spans]))
    return out


def in_capitals(document):
    return [
        (text.upper(), spans) for text, spans in document if len(text.upper()) == len(text)
    ]


def all_documents(folder):
    """(language, weight, document) of everything, in an order that is always the same."""
    folder, choose = Path(folder), random.Random(1)
    train, dev = folder / "train", folder / "dev"
    held_out = set()
    for line in open(dev / "gmb-en.docs.jsonl", encoding="utf-8"):
        held_out.add(re.sub(r"\s", "", json.loads(line)["text"]))

    def bank(name, *files):
        for file in files:
            yield from treebank(train / name / file)

    def part(documents, share):
        return (d for d in documents if choose.random() < share)

    for document in bank("English-EWT", "en_ewt-ud-dev.iob2", "en_ewt-ud-test.iob2"):
        yield "en", 1.0, document
    for document in marked(dev, "wikigold-en"):
        yield "en", 1.0, document
    for document in part(silver(train / "en-voa-silver-encoder.jsonl", held_out), 0.4):
        yield "en", 0.5, document if choose.random() > 0.06 else in_capitals(document)
    for document in marked(dev, "klue-ko", lambda number: number % 2 == 0):
        yield "ko", 1.0, document
    files = [f"zh_gsd-ud-{p}.iob2" for p in ("train", "dev", "test")]
    for document in part(bank("Chinese-GSD", *files), 0.8):
        yield "zh", 1.0, document
    for document in part(bank("Portuguese-Bosque", "pt_bosque-ud-train.iob2"), 0.3):
        yield "pt", 1.0, document
    for document in part(bank("Croatian-SET", "hr_set-ud-train.iob2"), 0.25):
        yield "hr", 1.0, document
    for document in part(bank("Serbian-SET", "sr_set-ud-train.iob2"), 0.6):
        yield "sr", 1.0, in_cyrillic(document) if choose.random() < 0.7 else document
    for document in part(bank("Slovak-SNK", "sk_snk-ud-train.iob2"), 0.25):
        yield "sk", 1.0, document
