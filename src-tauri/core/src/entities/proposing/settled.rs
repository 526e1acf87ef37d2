//! One name at each place: where two overlap, one is settled on.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use foldhash::HashMap;

use super::found::{CERTAIN, Found};
use crate::domain::{EntityKind, ProposedAs};

/// The names that stay, in order: kept entities before what is known, that before what
/// only reads like a name; then the longer before the shorter. What stands inside a
/// longer name is no name there (`Georgia` in `Georgia State University`). What the
/// gazetteer is not certain of needs to read like a name too.
pub(super) fn settled(all: Vec<Found>) -> Vec<Found> {
    let (doubtful, mut all): (Vec<Found>, Vec<Found>) = all.into_iter().partition(|found| {
        matches!(found.names, ProposedAs::Known(_)) && found.confidence < CERTAIN
    });
    let mut read: HashMap<(usize, usize, EntityKind), f32> = HashMap::default();
    for other in all.iter().filter(|other| other.names == ProposedAs::New) {
        let place = (other.start, other.end, other.kind);
        read.entry(place).or_insert(other.confidence);
    }
    let agreed = doubtful.into_iter().filter_map(|found| {
        let confidence = *read.get(&(found.start, found.end, found.kind))?;
        Some(Found {
            confidence,
            ..found
        })
    });
    let agreed: Vec<Found> = agreed.collect();
    all.extend(agreed);
    all.sort_by_key(|found| (found.start, Reverse(found.end)));
    let mut ranked = with_inner(all);
    ranked.sort_by_key(|(found, inside)| {
        let length = found.end - found.start;
        (*inside, layer(found), Reverse(length), found.start)
    });
    // By where they begin; none overlaps another.
    let mut taken: BTreeMap<usize, Found> = BTreeMap::new();
    for (found, _) in ranked {
        let before = taken.range(..found.end).next_back();
        if before.is_none_or(|(_, other)| other.end <= found.start) {
            taken.insert(found.start, found);
        }
    }
    taken.into_values().collect()
}

/// Each place, with whether it is a part of a longer one.
fn with_inner(all: Vec<Found>) -> Vec<(Found, bool)> {
    let mut reach: Option<(usize, usize)> = None;
    all.into_iter()
        .map(|found| {
            let inside = reach.is_some_and(|(start, end)| {
                found.end <= end && found.end - found.start < end - start
            });
            if reach.is_none_or(|(_, end)| found.end > end) {
                reach = Some((found.start, found.end));
            }
            (found, inside)
        })
        .collect()
}

fn layer(found: &Found) -> u8 {
    match found.names {
        ProposedAs::Kept(_) => 0,
        ProposedAs::Known(_) => 1,
        ProposedAs::New => 2,
    }
}
