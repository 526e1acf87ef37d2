//! The byline: whom the page's data credits.

use super::facts::Facts;
use super::json_ld::Described;
use super::metadata::{element, ld, meta_origin};
use crate::domain::{Field, Origin};
use crate::extract::provenance::Fields;
use crate::extract::{SourceHints, agencies, byline, declared, words};

/// Whom a page credits.
#[derive(Debug, Default)]
pub(super) struct Credited {
    pub people: Vec<String>,
    pub agencies: Vec<String>,
    /// The outlet, where the page credits itself.
    itself: Option<(String, Origin)>,
    /// A desk or a team in the place of an author.
    desk: Option<(String, Origin)>,
}

impl Credited {
    /// Parts people from agencies, leaves out the outlet itself, and offers both.
    /// Names that look like people's go before accounts' (`j.smith`, `admin2`) of a better source.
    pub(super) fn take(&mut self, names: Vec<String>, origin: Origin, fields: &mut Fields) {
        let site: Vec<String> = fields
            .candidates(Field::Outlet)
            .iter()
            .map(|outlet| words::same_key(&outlet.value))
            .collect();
        let (mut people, mut agencies) = (Vec::new(), Vec::new());
        for name in names {
            if site.contains(&words::same_key(&name)) {
                self.itself.get_or_insert((name, origin.clone()));
            } else if let Some(agency) = agencies::printed(&name) {
                agencies.push(agency.to_owned());
            } else {
                people.push(name);
            }
        }
        let better = !self.people.is_empty()
            && self.people.iter().all(|name| is_account(name))
            && people.iter().any(|name| byline::looks_like_name(name));
        fields.offer(Field::Byline, &people.join(", "), origin.clone());
        fields.offer(Field::Agencies, &agencies.join(", "), origin);
        if self.people.is_empty() {
            self.people = people;
        } else if better {
            let value = people.join(", ");
            let place = fields
                .candidates(Field::Byline)
                .iter()
                .position(|rival| rival.value == value);
            if let Some(place) = place {
                fields.promote(Field::Byline, place);
                self.people = people;
            }
        }
        if self.agencies.is_empty() {
            self.agencies = agencies;
        }
    }

    /// The outlet or a desk stands in the byline only where it is all that the page credits.
    pub(super) fn settle(&mut self, fields: &mut Fields) {
        if self.people.is_empty()
            && self.agencies.is_empty()
            && let Some((name, origin)) = self.itself.take().or_else(|| self.desk.take())
        {
            fields.offer(Field::Byline, &name, origin);
            self.people.push(name);
        }
    }
}

/// A name in one word with marks or digits inside, or in lower case, is an account's.
fn is_account(name: &str) -> bool {
    !name.contains(' ')
        && (name.contains(['.', '_', '-'])
            || name.chars().any(|c| c.is_ascii_digit() || c.is_uppercase()))
        && (name.chars().next().is_some_and(char::is_lowercase)
            || name
                .chars()
                .skip(1)
                .any(|c| c.is_ascii_digit() || c.is_uppercase()))
}

/// Whom the page's data credits; the best source wins, all are offered.
pub(super) fn declared(
    facts: &Facts,
    described: Option<&Described>,
    hints: &SourceHints,
    fields: &mut Fields,
) -> Credited {
    let mut credited = Credited::default();
    let mut consider = |names: Vec<String>, origin: Origin, fields: &mut Fields| {
        credited.take(names, origin, fields);
    };
    if let Some(described) = described {
        consider(described.authors.clone(), ld(described, "author"), fields);
    }
    let metas = [
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "byl",
        "og:article:author",
        "citation_author",
        "cxenseparse:author",
        "twitter:data1",
        "byline",
        "dable:author",
        "og:author",
        "article.author",
        "dc.contributor",
    ];
    for name in metas {
        let values: Vec<String> = facts
            .metas
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| match name {
                "citation_author" => given_name_first(value),
                _ => value.clone(),
            })
            .collect();
        let labelled = name != "twitter:data1"
            || facts
                .meta(&["twitter:label1"])
                .is_some_and(|(_, v)| words::cue_key(v).contains("by"));
        if labelled {
            consider(declared_people(&values), meta_origin(name), fields);
        }
    }
    consider(declared::people(hints), Origin::Import, fields);
    for (property, value) in facts
        .items
        .iter()
        .filter(|(key, _)| key == "author" || key == "creator")
    {
        consider(
            byline::people(value),
            Origin::Microdata {
                property: property.clone(),
            },
            fields,
        );
    }
    let bylines: Vec<Vec<String>> = facts
        .bylines
        .iter()
        .map(|text| byline::people(text))
        .filter(|people| !people.is_empty())
        .collect();
    consider(linked(facts, &bylines), element("a rel=author"), fields);
    let shortest = bylines.iter().find(|people| is_bare(people, &bylines));
    for people in shortest.into_iter().chain(&bylines) {
        consider(people.clone(), element("byline"), fields);
    }
    credited.desk = desk(facts);
    credited
}

/// `Ruiz, Ana` as `Ana Ruiz`: libraries file people under their family names.
fn given_name_first(name: &str) -> String {
    match name.split_once(',') {
        Some((family, given)) if !given.contains(',') && words::count(family) <= 3 => {
            format!("{} {}", given.trim(), family.trim())
        }
        _ => name.to_owned(),
    }
}

/// The authors that the page links to. Reviewers and authors of other stories are linked
/// too: where one element is the byline, only those that it names count.
fn linked(facts: &Facts, bylines: &[Vec<String>]) -> Vec<String> {
    let linked = dedup(
        facts
            .rel_authors
            .iter()
            .flat_map(|text| byline::people(text))
            .collect(),
    );
    let Some(first) = bylines.first().filter(|_| linked.len() > 1) else {
        return linked;
    };
    let (named, others): (Vec<String>, Vec<String>) =
        linked.into_iter().partition(|name| first.contains(name));
    if named.is_empty() { others } else { named }
}

/// Words of the name of a desk.
const DESK: usize = 4;

/// Words of links that lead on, in the place of a name.
#[rustfmt::skip]
const LEADS_ON: &[&str] = &["more", "articles", "posts", "view", "all", "follow", "read", "login", "about", "profile", "bio", "website", "contact", "see"];

/// What the page marks as its author and is no person's name: `Podium Staff`, `Newsdesk`.
fn desk(facts: &Facts) -> Option<(String, Origin)> {
    let marked = facts
        .items
        .iter()
        .filter(|(key, _)| key == "author")
        .map(|(_, value)| (value, "author"))
        .chain(facts.rel_authors.iter().map(|text| (text, "a rel=author")));
    let found = marked
        .filter(|(text, _)| {
            words::count(text) <= DESK
                && !text.contains(char::is_numeric)
                && !words::cue_key(text)
                    .split(' ')
                    .any(|word| LEADS_ON.contains(&word))
        })
        .find_map(|(text, from)| Some((byline::declared(text)?, from)));
    found.map(|(name, from)| (name, element(from)))
}

/// An element for the byline often holds one for the name and one for the role: the
/// name alone begins what both say.
fn is_bare(people: &[String], bylines: &[Vec<String>]) -> bool {
    let ([name], Some([whole, ..])) = (people, bylines.first().map(Vec::as_slice)) else {
        return false;
    };
    whole.len() > name.len() && whole.starts_with(&format!("{name} "))
}

fn declared_people(values: &[String]) -> Vec<String> {
    let mut out = Vec::new();
    for value in values {
        let several = byline::people(value);
        if several.is_empty() {
            out.extend(byline::declared(value));
        } else {
            out.extend(several);
        }
    }
    dedup(out)
}

fn dedup(names: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in names {
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out
}
