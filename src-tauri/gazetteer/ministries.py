"""Foreign ministries, by the rule that reporters name them by: country and office."""

from entries import STRONG, Entry, folded

# The best known of each country's adjectives are enough; others say `the foreign ministry`.
_OFFICES = ["{} Foreign Ministry", "{} Ministry of Foreign Affairs", "{} foreign ministry"]
_OF = ["Foreign Ministry of {}", "Ministry of Foreign Affairs of {}", "{}'s Foreign Ministry", "{}'s Ministry of Foreign Affairs"]


def ministries(countries, adjectives, known):
    """`adjectives` by country code; `known` are folded names that are taken."""
    for code, entry in countries.items():
        country = next(iter(entry.names))
        names = [form.format(country) for form in _OF]
        for adjective in adjectives.get(code, []):
            names = [form.format(adjective) for form in _OFFICES] + names
        names = [name for name in names if folded(name) not in known]
        if adjectives.get(code) and names:
            ministry = Entry(f"org:foreign-ministry-{code}", "organisation", names[0], "dragoman", country=code, rank=60)
            for name in names[1:]:
                ministry.add(name, STRONG)
            yield ministry
