//! One name at each place: where two overlap, one is settled on.

use std::cmp::Reverse;

use super::found::Found;
use crate::domain::ProposedAs;

/// The names that stay, in order: kept entities before what is known, that before what
/// only reads like a name; then the longer before the shorter. What stands inside a
/// longer name of another layer is no name there (`Georgia` in `Georgia State University`).
pub(super) fn settled(mut all: Vec<Found>) -> Vec<Found> {
    all.sort_by_key(|found| (found.start, Reverse(found.end)));
    let mut inside = vec![false; all.len()];
    let mut reach: Option<&Found> = None;
    for (found, inside) in all.iter().zip(&mut inside) {
        match reach {
            Some(longer) if found.end <= longer.end => {
                *inside = found.end - found.start < longer.end - longer.start;
            }
            _ => reach = Some(found),
        }
    }
    let mut ranked: Vec<(Found, bool)> = all.into_iter().zip(inside).collect();
    ranked.sort_by_key(|(found, inside)| {
        let length = found.end - found.start;
        (*inside, layer(found), Reverse(length), found.start)
    });
    let mut taken: Vec<Found> = Vec::new();
    for (found, _) in ranked {
        let at = taken.partition_point(|other| other.end <= found.start);
        if taken.get(at).is_none_or(|next| found.end <= next.start) {
            taken.insert(at, found);
        }
    }
    taken
}

fn layer(found: &Found) -> u8 {
    match found.names {
        ProposedAs::Kept(_) => 0,
        ProposedAs::Known(_) => 1,
        ProposedAs::New => 2,
    }
}
