//! The byline: whom the page's data credits.

use super::facts::Facts;
use super::json_ld::Described;
use super::metadata::{element, ld, meta_origin};
use crate::domain::{Field, Origin};
use crate::extract::provenance::Fields;
use crate::extract::{SourceHints, byline, declared, words};

/// The people that the page's data credits; the best source wins, all are offered.
pub(super) fn declared(
    facts: &Facts,
    described: Option<&Described>,
    site: Option<&str>,
    hints: &SourceHints,
    fields: &mut Fields,
) -> Vec<String> {
    let mut chosen: Vec<String> = Vec::new();
    let site_key = site.map(words::same_key).unwrap_or_default();
    let mut consider = |names: Vec<String>, origin: Origin, fields: &mut Fields| {
        let own: Vec<String> = names
            .into_iter()
            .filter(|name| {
                site_key.is_empty()
                    || words::same_key(name) != site_key
                    || byline::looks_like_name(name)
            })
            .collect();
        if own.is_empty() {
            return;
        }
        fields.offer(Field::Byline, &own.join(", "), origin);
        if chosen.is_empty() {
            chosen = own;
        }
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
        "dc.contributor",
    ];
    for name in metas {
        let values: Vec<String> = facts
            .metas
            .iter()
            .filter(|(key, _)| key == name)
            .map(|(_, value)| value.clone())
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
    consider(
        dedup(
            facts
                .rel_authors
                .iter()
                .flat_map(|text| byline::people(text))
                .collect(),
        ),
        element("a rel=author"),
        fields,
    );
    for text in &facts.bylines {
        consider(byline::people(text), element("byline"), fields);
    }
    chosen
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
