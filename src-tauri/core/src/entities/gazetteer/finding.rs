//! The gazetteer's names where they stand in a text, and which of several entries is meant.

use std::cmp::Reverse;

use super::file::Records;
use crate::domain::NameStrength;
use crate::entities::matcher::{self, Hit, Phrases};

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

/// What an entry's weight gains where its country is spoken of otherwise.
const COUNTRY_NAMED: u16 = 60;
/// By how much the likeliest entry has to outweigh the next to be taken for meant.
const CLEAR: u16 = 30;
/// A weak name of an entry of this weight is taken on sight where its country is spoken of.
const HEAVY: u16 = 60;

/// Names of the same words that are looked for, at most: the first ones of the file. Where
/// more entries than these share a name, it says nothing of any.
const MOST_ALIKE: usize = 64;

#[derive(Debug, Default)]
pub(super) struct Finder {
    phrases: Phrases,
}

/// An entry that a place in the text may mean.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    entry: u32,
    strength: NameStrength,
    weight: u16,
}

/// A place in the text and the entries that it may mean, the likeliest first.
struct Place {
    start: u32,
    end: u32,
    candidates: Vec<Candidate>,
}

impl Finder {
    pub fn of(records: &Records) -> Self {
        let mut phrases = Phrases::default();
        // Before the names: where both have the same words, no name is meant.
        for other in &records.others {
            phrases.add_within(records.words(other), OTHER, MOST_ALIKE);
        }
        for (number, name) in (0..).zip(&records.names) {
            phrases.add_within(records.name_text(name), number, MOST_ALIKE);
        }
        Self { phrases }
    }

    pub fn find(
        &self,
        records: &Records,
        text: &str,
        language: Option<&str>,
    ) -> Vec<GazetteerFound> {
        if self.phrases.is_empty() {
            return Vec::new();
        }
        let hits = matcher::hits(&self.phrases, text, language);
        let mut places = places(records, &hits);
        let spoken_of = countries(records, &places);
        let mut found = Vec::with_capacity(places.len());
        for place in &mut places {
            place.weigh(records, &spoken_of);
            let ambiguous = !place.is_clear();
            let meant = if ambiguous { place.candidates.len() } else { 1 };
            for candidate in place.candidates.iter().take(meant) {
                if candidate.strength != NameStrength::SearchOnly {
                    found.push(GazetteerFound {
                        start: place.start,
                        end: place.end,
                        entry: candidate.entry,
                        strength: candidate.strength,
                        ambiguous,
                    });
                }
            }
        }
        found
    }
}

impl Finder {
    /// Where words stand that are only searched for, as first and last scalar values.
    pub fn search_only(&self, records: &Records, text: &str) -> Vec<(u32, u32)> {
        if self.phrases.is_empty() {
            return Vec::new();
        }
        places(records, &matcher::hits(&self.phrases, text, None))
            .iter()
            .filter(|place| {
                let mut strengths = place.candidates.iter().map(|candidate| candidate.strength);
                strengths.all(|strength| strength == NameStrength::SearchOnly)
            })
            .map(|place| (place.start, place.end))
            .collect()
    }
}

/// Stands for words that hold a name and don't mean it.
const OTHER: u32 = u32::MAX;

fn places(records: &Records, hits: &[Hit]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut at = 0;
    while let Some(first) = hits.get(at) {
        let group: Vec<&Hit> = (hits[at..].iter())
            .take_while(|hit| hit.start == first.start)
            .collect();
        at += group.len();
        if group.iter().any(|hit| hit.value == OTHER) {
            continue;
        }
        let mut candidates: Vec<Candidate> = Vec::with_capacity(1);
        for name in group
            .iter()
            .filter_map(|hit| records.names.get(hit.value as usize))
        {
            let weight = records
                .entries
                .get(name.entry as usize)
                .map_or(0, |entry| entry.weight);
            match candidates
                .iter_mut()
                .find(|known| known.entry == name.entry)
            {
                // Two names that are one when folded: the stronger says more.
                Some(known) if strength_order(name.strength) < strength_order(known.strength) => {
                    known.strength = name.strength;
                }
                Some(_) => {}
                None => candidates.push(Candidate {
                    entry: name.entry,
                    strength: name.strength,
                    weight,
                }),
            }
        }
        places.push(Place {
            start: first.start,
            end: first.end,
            candidates,
        });
    }
    places
}

fn strength_order(strength: NameStrength) -> u8 {
    match strength {
        NameStrength::Strong => 0,
        NameStrength::Weak => 1,
        NameStrength::SearchOnly => 2,
    }
}

/// Each country that the text clearly speaks of, by the number of a place that does: a name
/// is no evidence for itself.
fn countries<'a>(records: &'a Records, places: &[Place]) -> Vec<(&'a str, u32)> {
    let mut spoken_of = Vec::new();
    for place in places {
        let [only] = place.candidates.as_slice() else {
            continue;
        };
        let country = records.country(only.entry);
        if !country.is_empty() && only.strength != NameStrength::Weak {
            spoken_of.push((country, place.start));
        }
    }
    spoken_of.sort_unstable();
    spoken_of.dedup_by_key(|(country, _)| *country);
    spoken_of
}

impl Place {
    fn weigh(&mut self, records: &Records, spoken_of: &[(&str, u32)]) {
        let several = self.candidates.len() > 1;
        for candidate in &mut self.candidates {
            let country = records.country(candidate.entry);
            let named = (spoken_of
                .binary_search_by(|(known, _)| known.cmp(&country))
                .ok())
            .and_then(|at| spoken_of.get(at))
            .is_some_and(|(_, start)| *start != self.start);
            if !named {
                continue;
            }
            if candidate.strength == NameStrength::Weak && candidate.weight >= HEAVY && !several {
                candidate.strength = NameStrength::Strong;
            }
            candidate.weight = candidate.weight.saturating_add(COUNTRY_NAMED);
        }
        self.candidates
            .sort_by_key(|candidate| Reverse(candidate.weight));
    }

    fn is_clear(&self) -> bool {
        match self.candidates.as_slice() {
            [first, second, ..] => first.weight.saturating_sub(second.weight) >= CLEAR,
            _ => true,
        }
    }
}
