//! What kept words are met as in other spellings and scripts: each table is made when it is
//! first needed, and holds words by their numbers.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;
use foldhash::{HashMap, HashSet};

use super::forms;
use super::index::{KeptName, KeptWord};
use super::mandarin;
use super::readings::readings;
use super::sound::{self, Writing};
use crate::domain::EntityKind;
use crate::text;

/// Numbers of words, or of names, by a key.
pub(super) type ByKey = HashMap<String, Vec<u32>>;

/// A key says something from this many letters on.
const SHORTEST_KEY: usize = 3;
/// Letters of a Latin word without the vowels at its end.
pub(super) const SHORTEST_BODY: usize = 3;

/// How words sound in alphabets.
#[derive(Debug, Default)]
pub(super) struct Sounds {
    /// Keys of words and of their forms, and keys without a case ending.
    pub whole: ByKey,
    pub stems: ByKey,
    pub skeletons: ByKey,
}

impl Sounds {
    pub fn of(words: &[KeptWord], forms: &ByKey) -> Self {
        let mut sounds = Self::default();
        for (number, word) in (0..).zip(words) {
            for reading in said(word) {
                put(&mut sounds.skeletons, sound::skeleton(&reading), number);
                sounds.add(&reading, number);
            }
        }
        for (form, numbers) in forms.iter().filter(|(form, _)| sound::is_alphabetic(form)) {
            let key = sound::key(form);
            for number in numbers {
                sounds.add(&key, *number);
            }
        }
        sounds
    }

    fn add(&mut self, key: &str, number: u32) {
        if is_telling(key) {
            put(&mut self.whole, key.to_owned(), number);
            put(&mut self.stems, sound::stem(key).to_owned(), number);
        }
    }
}

pub(super) fn is_telling(key: &str) -> bool {
    key.len() >= SHORTEST_KEY
}

/// Keys of how a word may be said: of persons' names, in any language.
pub(super) fn said(word: &KeptWord) -> Vec<String> {
    if word.is_person {
        return readings(&word.text);
    }
    // As German and Slavic languages say it: Jena.
    let other = (word.text)
        .contains('j')
        .then(|| sound::key(&word.text.replace('j', "y")));
    [sound::key(&word.text)].into_iter().chain(other).collect()
}

/// What a Latin word is without the vowels at its end, w and v taken as one.
pub(super) fn body(word: &str) -> String {
    let mut body = word.replace('w', "v");
    body.truncate(
        body.trim_end_matches(['a', 'e', 'i', 'o', 'u', 'y', 'j'])
            .len(),
    );
    body
}

pub(super) fn bodies(words: &[KeptWord]) -> ByKey {
    let mut bodies = ByKey::default();
    let latin = |word: &&KeptWord| sound::writing(&word.text) == Writing::Latin;
    for (number, word) in (0..).zip(words).filter(|(_, word)| latin(word)) {
        let body = body(&word.text);
        if body.len() >= SHORTEST_BODY {
            put(&mut bodies, body, number);
        }
    }
    bodies
}

/// `find` knows the words whose forms are wanted.
pub(super) fn forms(find: impl Fn(&str) -> Option<u32>) -> ByKey {
    let mut found = ByKey::default();
    forms::each(
        |latin| find(latin).is_some(),
        |latin, form| {
            if let Some(number) = find(latin) {
                put(&mut found, text::fold(form), number);
            }
        },
    );
    found
}

pub(super) fn consonants(words: &[KeptWord]) -> ByKey {
    by_key(words, |word| sound::consonants(&sound::key(word)))
}

pub(super) fn hangul(words: &[KeptWord]) -> ByKey {
    by_key(words, sound::in_hangul)
}

/// Hashes of all words in Han that the table of names has: tens of thousands, asked for and
/// never shown.
pub(super) fn in_han() -> HashSet<u64> {
    let mut found = HashSet::default();
    forms::each(
        |_| true,
        |_, form| {
            if sound::writing(form) == Writing::Han {
                found.insert(hash_of(&text::fold(form)));
            }
        },
    );
    found
}

pub(super) fn hash_of(folded: &str) -> u64 {
    FixedState::default().hash_one(folded)
}

pub(super) fn mandarin(words: &[KeptWord]) -> ByKey {
    let mut numbers = ByKey::default();
    for (number, word) in (0..).zip(words).filter(|(_, word)| word.is_person) {
        for key in mandarin::written(&word.text) {
            put(&mut numbers, key, number);
        }
    }
    numbers
}

fn by_key(words: &[KeptWord], key: impl Fn(&str) -> String) -> ByKey {
    let mut numbers = ByKey::default();
    for (number, word) in (0..).zip(words) {
        put(&mut numbers, key(&word.text), number);
    }
    numbers
}

/// Names that Han and Hangul write as one word.
#[derive(Debug, Default)]
pub(super) struct WholeNames {
    pub mandarin: ByKey,
    pub korean: ByKey,
}

impl WholeNames {
    pub fn of(names: &[KeptName]) -> Self {
        let mut whole = Self::default();
        let several = |name: &&KeptName| name.kind == EntityKind::Person && name.words.len() > 1;
        for (number, name) in (0..).zip(names).filter(|(_, name)| several(name)) {
            let latin: String = name.words.iter().map(|word| sound::latin(word)).collect();
            put(&mut whole.korean, sound::korean(&latin), number);
            put(&mut whole.mandarin, latin, number);
        }
        whole
    }
}

/// Words come one after the other, so that one that is there already is the last. Only forms
/// may bring one again; hits are made unique later.
fn put(map: &mut ByKey, key: String, number: u32) {
    let numbers = map.entry(key).or_default();
    if numbers.last() != Some(&number) {
        numbers.push(number);
    }
}
