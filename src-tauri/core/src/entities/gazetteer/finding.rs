//! The gazetteer's names where they stand in a text.

use std::cmp::Reverse;

use uuid::Uuid;

use super::file::Records;
use crate::domain::{EntityId, NameId, NameStrength};
use crate::entities::NameMatcher;

/// A name of the gazetteer found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GazetteerFound {
    /// Unicode scalar values from the start of the text.
    pub start: u32,
    pub end: u32,
    /// The entry's number, for [`super::Gazetteer::entry`].
    pub entry: u32,
    pub strength: NameStrength,
    /// Another entry has the same name, and the text does not say which is meant.
    pub ambiguous: bool,
}

#[derive(Debug, Default)]
pub(super) struct Finder {
    matcher: NameMatcher,
}

impl Finder {
    pub fn of(records: &Records) -> Self {
        let mut matcher = NameMatcher::new();
        for (number, name) in (0_u128..).zip(&records.names) {
            let entity = EntityId::from(Uuid::from_u128(u128::from(name.entry)));
            let id = NameId::from(Uuid::from_u128(number));
            matcher.add(id, entity, records.name_text(name), name.strength);
        }
        Self { matcher }
    }

    pub fn find(&self, records: &Records, text: &str) -> Vec<GazetteerFound> {
        let found = self.matcher.find(text).into_iter();
        let mut found: Vec<GazetteerFound> = found
            .map(|found| {
                let [.., a, b, c, d] = *found.entity.as_bytes();
                GazetteerFound {
                    start: found.start,
                    end: found.end,
                    entry: u32::from_be_bytes([a, b, c, d]),
                    strength: found.strength,
                    ambiguous: found.ambiguous,
                }
            })
            .collect();
        // The likeliest first.
        found.sort_by_key(|found| {
            let record = records.entries.get(found.entry as usize);
            (
                found.start,
                Reverse(record.map_or(0, |record| record.weight)),
            )
        });
        found
    }
}
