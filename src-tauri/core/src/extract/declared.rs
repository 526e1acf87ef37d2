//! What a container or a list declares of an article, as candidates for its fields.
//!
//! A page's own data is nearer to the article and goes before it; what is only
//! concluded from words or addresses comes after it.

use super::provenance::Fields;
use super::{SourceHints, byline, dates, language, words};
use crate::domain::{Field, Origin};

/// Longest value that is taken for a field; a longer one is no title and no name.
const LONGEST: usize = 1000;

/// Offers the declared value of `field`. The byline is offered by [`people`].
pub(super) fn offer(field: Field, hints: &SourceHints, fields: &mut Fields) {
    if field == Field::CanonicalUrl {
        let addresses = [
            hints.url,
            hints.facts.and_then(|facts| facts.url.as_deref()),
        ];
        for parsed in addresses
            .into_iter()
            .flatten()
            .filter_map(|address| url::Url::parse(address).ok())
            .filter(|parsed| matches!(parsed.scheme(), "http" | "https"))
        {
            fields.offer(field, parsed.as_str(), Origin::Import);
        }
        return;
    }
    let Some(facts) = hints.facts else { return };
    let value = match field {
        Field::Title => &facts.title,
        Field::Standfirst => &facts.standfirst,
        Field::Outlet => &facts.outlet,
        Field::Published => &facts.published,
        Field::Updated => &facts.updated,
        Field::Language => &facts.language,
        Field::Section => &facts.section,
        _ => return,
    };
    let Some(value) = value
        .as_deref()
        .filter(|value| value.len() <= LONGEST)
        .map(words::collapse)
        .filter(|value| !value.is_empty())
    else {
        return;
    };
    match field {
        Field::Published | Field::Updated => {
            if let Some(time) = dates::from_machine(&value) {
                fields.offer_time(field, &time, Origin::Import);
            }
        }
        Field::Language => {
            if let Some(code) = language::primary(&value) {
                fields.offer(field, &code, Origin::Import);
            }
        }
        _ => fields.offer(field, &value, Origin::Import),
    }
}

/// The people that the container credits, cleaned as a page's own are; none twice.
pub(super) fn people(hints: &SourceHints) -> Vec<String> {
    let mut people: Vec<String> = Vec::new();
    let credited = hints.facts.map_or(&[][..], |facts| &facts.byline);
    for name in credited.iter().filter_map(|name| byline::declared(name)) {
        if !people.contains(&name) {
            people.push(name);
        }
    }
    people
}
