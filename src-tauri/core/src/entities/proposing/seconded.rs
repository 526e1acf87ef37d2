//! What the gazetteer has a place for, and the recogniser reads otherwise.
//!
//! A place's name of one word is a surname or a brand as well: where the recogniser is sure of
//! a person, three of four are one (development sets in English, German and Russian).
//! In Cyrillic it is a form of a common noun or a part of a longer name besides: where the
//! recogniser sees no name, nine of ten are none. In Latin letters half of those are places.

use foldhash::HashSet;

use super::article::Article;
use super::found::Found;
use crate::domain::{EntityKind, ProposalWhy, ProposedAs};

/// From this confidence on a person is believed against the gazetteer.
const SURE: f32 = 0.9;

/// Leaves out such places. One that the recogniser passes over stays where it sees the same
/// place elsewhere in the article.
pub(super) fn second(article: &Article, all: &mut Vec<Found>) {
    let mut read: Vec<(usize, usize, EntityKind, f32)> = all
        .iter()
        .filter(|found| found.why == ProposalWhy::Recognised)
        .map(|found| (found.start, found.end, found.kind, found.confidence))
        .collect();
    read.sort_by_key(|(start, end, _, _)| (*start, *end));
    // None of what is read overlaps another.
    let seen = |found: &Found| {
        let next = read.partition_point(|(_, end, _, _)| *end <= found.start);
        read.get(next).filter(|(start, _, _, _)| *start < found.end)
    };
    let agreed: HashSet<ProposedAs> = all
        .iter()
        .filter(|found| seen(found).is_some())
        .map(|found| found.names.clone())
        .collect();
    all.retain(|found| {
        if !is_doubtful(article, found) {
            return true;
        }
        match seen(found) {
            Some((start, end, kind, confidence)) => {
                let same = *start == found.start && *end == found.end;
                !(same && *kind == EntityKind::Person && *confidence >= SURE)
            }
            None => !is_cyrillic(article, found) || agreed.contains(&found.names),
        }
    });
}

/// One word for a place, in a script that begins names with a capital: in others the
/// recogniser is less sure of persons.
fn is_doubtful(article: &Article, found: &Found) -> bool {
    let words = article.words(found.start, found.end);
    matches!(found.names, ProposedAs::Known(_))
        && found.kind == EntityKind::Place
        && !words.contains([' ', '-', '\u{a0}'])
        && words.starts_with(char::is_uppercase)
}

fn is_cyrillic(article: &Article, found: &Found) -> bool {
    let words = article.words(found.start, found.end);
    words.starts_with(|c| matches!(c, '\u{400}'..='\u{52f}'))
}
