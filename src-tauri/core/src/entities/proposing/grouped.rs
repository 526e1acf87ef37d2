//! The places of one name as one proposal.

use dragoman_recogniser::{Kind, Span as Recognised, role};
use foldhash::HashMap;

use super::article::Article;
use super::found::Found;
use crate::domain::{EntityKind, ProposedAs, ProposedName};
use crate::text;

/// Proposals in the order of their first places.
pub(super) fn grouped(article: &Article, found: Vec<Found>) -> Vec<ProposedName> {
    let mut proposals: Vec<ProposedName> = Vec::new();
    let mut numbers: HashMap<(ProposedAs, EntityKind, String), usize> = HashMap::default();
    for found in found {
        let Some(span) = article.span(found.start, found.end) else {
            continue;
        };
        let words = article.words(found.start, found.end);
        let name = match found.names {
            ProposedAs::New => text::fold(words),
            _ => String::new(),
        };
        let key = (found.names.clone(), found.kind, name);
        let number = *numbers.entry(key).or_insert(proposals.len());
        if number == proposals.len() {
            proposals.push(ProposedName {
                kind: found.kind,
                name: words.to_owned(),
                names: found.names.clone(),
                role: None,
                spans: Vec::new(),
                confidence: found.confidence,
                why: found.why,
            });
        }
        if let Some(proposal) = proposals.get_mut(number) {
            proposal.spans.push(span);
            proposal.confidence = proposal.confidence.max(found.confidence);
            if proposal.role.is_none() {
                proposal.role = role_of(article, &found);
            }
        }
    }
    proposals
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
