//! The places of one name as one proposal.

use dragoman_recogniser::{Kind, Span as Recognised, role};
use foldhash::HashMap;

use super::article::Article;
use super::found::Found;
use super::same::{self, Same};
use crate::domain::{EntityKind, ProposalWhy, ProposedAs, ProposedName};
use crate::entities::Gazetteer;
use crate::text;

/// What one name has so far.
pub(super) struct Group {
    pub kind: EntityKind,
    pub names: ProposedAs,
    /// The form it was first met in, folded and as it stands.
    pub folded: String,
    pub name: String,
    /// In order.
    pub found: Vec<Found>,
}

/// Proposals in the order of their first places.
pub(super) fn grouped(
    article: &Article,
    found: Vec<Found>,
    gazetteer: Option<&Gazetteer>,
) -> Vec<ProposedName> {
    let mut groups: Vec<Group> = Vec::new();
    let mut numbers: HashMap<(ProposedAs, EntityKind, String), usize> = HashMap::default();
    for found in found {
        let name = article.words(found.start, found.end);
        let folded = text::fold(name);
        let key = match found.names {
            ProposedAs::New => folded.clone(),
            _ => String::new(),
        };
        let key = (found.names.clone(), found.kind, key);
        let number = *numbers.entry(key).or_insert(groups.len());
        if number == groups.len() {
            groups.push(Group {
                kind: found.kind,
                names: found.names.clone(),
                folded,
                name: name.to_owned(),
                found: Vec::new(),
            });
        }
        if let Some(group) = groups.get_mut(number) {
            if fullness(name) > fullness(&group.name) {
                name.clone_into(&mut group.name);
            }
            group.found.push(found);
        }
    }
    let mut proposals: Vec<ProposedName> = joined(article, groups)
        .iter()
        .filter_map(|group| proposal(article, group, gazetteer))
        .collect();
    proposals.sort_by_key(order);
    proposals
}

/// `Kim Jong Un` is fuller than `Kim Jong-un`, and that than `Kim`.
fn fullness(name: &str) -> (usize, usize) {
    (name.split(' ').count(), name.len())
}

/// The groups, those of one name put together.
fn joined(article: &Article, mut groups: Vec<Group>) -> Vec<Group> {
    for (from, same) in same::same(article, &groups) {
        let into = match same {
            Same::Name(into) | Same::Short(into) => into,
        };
        let moved = groups
            .get_mut(from)
            .map(|group| std::mem::take(&mut group.found))
            .unwrap_or_default();
        let Some(group) = groups.get_mut(into) else {
            continue;
        };
        for mut found in moved {
            if matches!(same, Same::Short(_)) {
                found.why = ProposalWhy::ShortForm;
            }
            group.found.push(found);
        }
        group.found.sort_by_key(|found| found.start);
    }
    groups
}

fn proposal(
    article: &Article,
    group: &Group,
    gazetteer: Option<&Gazetteer>,
) -> Option<ProposedName> {
    let known = match &group.names {
        ProposedAs::Known(key) => gazetteer.and_then(|gazetteer| gazetteer.by_key(key)),
        _ => None,
    };
    let first = group.found.first()?;
    let confidence = group.found.iter().map(|found| found.confidence);
    // A short form that comes first is not why.
    let why = group.found.iter().map(|found| found.why);
    Some(ProposedName {
        kind: group.kind,
        name: known.map_or_else(|| group.name.clone(), |known| known.name),
        names: group.names.clone(),
        role: group.found.iter().find_map(|found| role_of(article, found)),
        spans: group
            .found
            .iter()
            .filter_map(|found| article.span(found.start, found.end))
            .collect(),
        confidence: confidence.fold(0.0, f32::max),
        why: why
            .clone()
            .find(|why| *why != ProposalWhy::ShortForm)
            .unwrap_or(first.why),
    })
}

/// Titles and standfirsts are before the text, as they are numbered.
fn order(proposal: &ProposedName) -> Option<(i32, u32)> {
    let first = proposal.spans.first()?;
    Some((first.block, first.start))
}

/// The words of the role before a person's name.
fn role_of(article: &Article, found: &Found) -> Option<String> {
    if found.kind != EntityKind::Person {
        return None;
    }
    let person = Recognised {
        start: found.start,
        end: found.end,
        kind: Kind::Person,
        confidence: found.confidence,
    };
    let place = role(&article.text, &person)?;
    Some(article.words(place.start, place.end).to_owned())
}
