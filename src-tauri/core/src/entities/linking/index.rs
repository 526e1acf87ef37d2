//! The words of kept names, by what they are met as.

use foldhash::HashMap;

use super::{forms, sound, words};
use crate::domain::{EntityId, EntityKind};
use crate::text;

/// A word of a kept name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Index of the name.
    pub name: u32,
    pub word: u8,
}

#[derive(Debug)]
pub(super) struct KeptName {
    pub entity: EntityId,
    pub kind: EntityKind,
    /// Folded, without those that say nothing (`of`, `the`).
    pub words: Vec<String>,
}

/// Words that belong to names and tell none from another.
const SILENT: &[&str] = &[
    "of", "the", "and", "de", "von", "van", "der", "al", "el", "bin", "la",
];
/// Words of a name at most.
const LONGEST: usize = 8;
/// A key says something from this many letters on.
const SHORTEST_KEY: usize = 3;

#[derive(Debug, Default)]
pub(super) struct Index {
    pub names: Vec<KeptName>,
    /// Folded words, and folded forms of them in other scripts.
    pub written: HashMap<String, Vec<Place>>,
    /// Keys and stems of words and of their forms.
    pub sounds: HashMap<String, Vec<Place>>,
    pub skeletons: HashMap<String, Vec<Place>>,
    pub consonants: HashMap<String, Vec<Place>>,
    /// Consonants that Hangul keeps of foreign words.
    pub hangul: HashMap<String, Vec<Place>>,
    /// Names folded.
    whole: HashMap<String, Vec<u32>>,
    /// Whole names as Mandarin and Korean would write them.
    pub mandarin: HashMap<String, Vec<u32>>,
    pub korean: HashMap<String, Vec<u32>>,
}

impl Index {
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    pub fn name(&self, number: u32) -> Option<&KeptName> {
        self.names.get(number as usize)
    }

    /// The only entity of a kind that has this name.
    pub fn named(&self, name: &str, kind: EntityKind) -> Option<EntityId> {
        let names = self.whole.get(&text::fold(name))?;
        let mut entities = names
            .iter()
            .filter_map(|name| self.name(*name))
            .filter(|name| name.kind == kind)
            .map(|name| name.entity);
        let first = entities.next()?;
        entities.all(|other| other == first).then_some(first)
    }

    pub fn add(&mut self, entity: EntityId, kind: EntityKind, name: &str) {
        let folded = text::fold(name);
        let all: Vec<&str> = words::words(&folded)
            .iter()
            .map(|word| word.of(&folded))
            .take(LONGEST)
            .collect();
        let telling = all.iter().filter(|word| !SILENT.contains(*word));
        let mut words: Vec<String> = telling.map(|word| (*word).to_owned()).collect();
        if words.is_empty() {
            words = all.iter().map(|word| (*word).to_owned()).collect();
        }
        let Ok(name) = u32::try_from(self.names.len()) else {
            return;
        };
        self.whole.entry(folded.clone()).or_default().push(name);
        for (word, written) in (0_u8..).zip(&words) {
            let place = Place { name, word };
            put(&mut self.written, written.clone(), place);
            let key = sound::key(written);
            put(&mut self.skeletons, sound::skeleton(&key), place);
            put(&mut self.consonants, sound::consonants(&key), place);
            put(&mut self.hangul, sound::in_hangul(written), place);
            self.add_sound(&key, place);
            if written.contains('j') {
                // As German and Slavic languages say it: Juncker, Jens.
                self.add_sound(&sound::key(&written.replace('j', "y")), place);
            }
        }
        if kind == EntityKind::Person && words.len() > 1 {
            let whole: String = words.iter().map(|word| sound::latin(word)).collect();
            self.korean
                .entry(sound::korean(&whole))
                .or_default()
                .push(name);
            self.mandarin.entry(whole).or_default().push(name);
        }
        self.names.push(KeptName {
            entity,
            kind,
            words,
        });
    }

    fn add_sound(&mut self, key: &str, place: Place) {
        if key.len() >= SHORTEST_KEY {
            put(&mut self.sounds, key.to_owned(), place);
            put(&mut self.sounds, sound::stem(key).to_owned(), place);
        }
    }

    /// Adds what other scripts write for the words of persons' names. Comes last.
    pub fn add_forms(&mut self) {
        self.add_all_forms();
        for places in [
            &mut self.written,
            &mut self.sounds,
            &mut self.skeletons,
            &mut self.consonants,
            &mut self.hangul,
        ]
        .into_iter()
        .flat_map(HashMap::values_mut)
        {
            places.sort_unstable();
            places.dedup();
        }
    }

    fn add_all_forms(&mut self) {
        let wanted: HashMap<String, Vec<Place>> = self
            .written
            .iter()
            .filter(|(word, _)| word.is_ascii())
            .map(|(word, places)| {
                let is_person = |place: &&Place| {
                    self.name(place.name)
                        .is_some_and(|name| name.kind == EntityKind::Person)
                };
                (
                    word.clone(),
                    places.iter().filter(is_person).copied().collect(),
                )
            })
            .collect();
        if wanted.values().all(Vec::is_empty) {
            return;
        }
        forms::each(
            |latin| wanted.contains_key(latin),
            |latin, form| {
                let form = text::fold(form);
                for place in wanted.get(latin).into_iter().flatten() {
                    put(&mut self.written, form.clone(), *place);
                    if sound::is_alphabetic(&form) {
                        self.add_sound(&sound::key(&form), *place);
                    }
                }
            },
        );
    }
}

/// [`Index::add_forms`] puts them in order, each once.
fn put(map: &mut HashMap<String, Vec<Place>>, key: String, place: Place) {
    map.entry(key).or_default().push(place);
}
