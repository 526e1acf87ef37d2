//! The words of kept names, by what they are met as.
//!
//! What a word is met as in another script is worked out when the first word of that script
//! is looked for (`tables`), and once for each word, however many names have it: names
//! change often, and most notebooks meet one or two scripts.

use std::sync::OnceLock;

use foldhash::{HashMap, HashSet};

use super::eastern::Called;
use super::tables::{ByKey, Sounds, WholeNames};
use super::{eastern, tables, words};
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
    /// Which of them a person is called by alone.
    pub called: Called,
}

impl KeptName {
    /// Whether the person may be called by this of its words alone.
    pub fn is_called_by(&self, word: u8) -> bool {
        let word = usize::from(word);
        let (is_first, is_last) = (word == 0, word + 1 == self.words.len());
        match self.called {
            Called::Nobody => false,
            Called::At(at) => usize::from(at) == word,
            Called::First => is_first,
            Called::Last => is_last,
            Called::Either => is_first || is_last,
        }
    }
}

/// Which of a person's words stand for it alone. What follows `the` and `of` is no surname:
/// Louis the German, Lucas Cranach the Elder.
fn called(all: &[&str], telling: &[String]) -> Called {
    let Some(by) = all
        .iter()
        .skip(1)
        .position(|word| matches!(*word, "the" | "of"))
    else {
        return eastern::called(telling);
    };
    // Small words before it are few: the word before it is looked for.
    let before = all.get(by).copied().unwrap_or("");
    let at = telling.iter().position(|word| word == before);
    match at.and_then(|at| u8::try_from(at).ok()) {
        Some(at) if at > 0 => Called::At(at),
        _ => Called::Nobody,
    }
}

/// A word, and where kept names have it.
#[derive(Debug)]
pub(super) struct KeptWord {
    /// Folded.
    pub text: String,
    /// Of persons' names, which are said in any language; the same word of others is
    /// another.
    pub is_person: bool,
    pub places: Vec<Place>,
}

/// Words that belong to names and tell none from another.
const SILENT: &[&str] = &[
    "of", "the", "and", "de", "von", "van", "der", "al", "el", "bin", "la", "jr", "sr",
];
/// The same in persons' names alone: Le Pen, Di Maio, dos Santos.
const SILENT_IN_PERSONS: &[&str] = &["le", "di", "du", "da", "del", "dos"];
/// Words of a name at most.
const LONGEST: usize = 8;

#[derive(Debug, Default)]
pub(super) struct Index {
    pub names: Vec<KeptName>,
    pub words: Vec<KeptWord>,
    /// Numbers of words of persons' names, and of others'.
    of_persons: HashMap<String, u32>,
    of_others: HashMap<String, u32>,
    /// Names folded.
    whole: HashMap<String, Vec<u32>>,
    bodies: OnceLock<ByKey>,
    forms: OnceLock<ByKey>,
    sounds: OnceLock<Sounds>,
    consonants: OnceLock<ByKey>,
    hangul: OnceLock<ByKey>,
    mandarin: OnceLock<ByKey>,
    tabled: OnceLock<HashSet<u64>>,
    whole_names: OnceLock<WholeNames>,
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

    /// Adds a name. All come before the first is looked for.
    pub fn add(&mut self, entity: EntityId, kind: EntityKind, name: &str) {
        let folded = text::fold(name);
        let all: Vec<&str> = words::words(&folded)
            .iter()
            .map(|word| word.of(&folded))
            .take(LONGEST)
            .collect();
        let is_person = kind == EntityKind::Person;
        // A small word that begins a person's name is no small word: Al Gore.
        let is_silent = |at: usize, word: &str| match is_person {
            true => at > 0 && (SILENT.contains(&word) || SILENT_IN_PERSONS.contains(&word)),
            false => SILENT.contains(&word),
        };
        let telling = (0..).zip(&all).filter(|(at, word)| !is_silent(*at, word));
        let mut words: Vec<String> = telling.map(|(_, word)| (*word).to_owned()).collect();
        if words.is_empty() {
            words = all.iter().map(|word| (*word).to_owned()).collect();
        }
        let called = match is_person {
            true => called(&all, &words),
            false => Called::Last,
        };
        let Ok(name) = u32::try_from(self.names.len()) else {
            return;
        };
        for (word, written) in (0_u8..).zip(&words) {
            self.add_word(written, is_person, Place { name, word });
        }
        self.whole.entry(folded).or_default().push(name);
        self.names.push(KeptName {
            entity,
            kind,
            words,
            called,
        });
    }

    fn add_word(&mut self, word: &str, is_person: bool, place: Place) {
        let numbers = match is_person {
            true => &mut self.of_persons,
            false => &mut self.of_others,
        };
        let known = numbers
            .get(word)
            .and_then(|number| self.words.get_mut(*number as usize));
        if let Some(known) = known {
            known.places.push(place);
            return;
        }
        let Ok(number) = u32::try_from(self.words.len()) else {
            return;
        };
        numbers.insert(word.to_owned(), number);
        self.words.push(KeptWord {
            text: word.to_owned(),
            is_person,
            places: vec![place],
        });
    }

    /// Kept words that are written so.
    pub fn written(&self, folded: &str) -> impl Iterator<Item = u32> {
        let numbers = [self.of_persons.get(folded), self.of_others.get(folded)];
        numbers.into_iter().flatten().copied()
    }

    /// Latin words by what they are without vowels at their end, where cases differ.
    pub fn bodies(&self) -> &ByKey {
        self.bodies.get_or_init(|| tables::bodies(&self.words))
    }

    /// Persons' words by what other scripts write for them, folded.
    pub fn forms(&self) -> &ByKey {
        let find = |word: &str| self.of_persons.get(word).copied();
        self.forms.get_or_init(|| tables::forms(find))
    }

    /// All words by how alphabets write their sounds.
    pub fn sounds(&self) -> &Sounds {
        let make = || Sounds::of(&self.words, self.forms());
        self.sounds.get_or_init(make)
    }

    /// All words by their consonants, as Arabic and Hebrew write them.
    pub fn consonants(&self) -> &ByKey {
        let make = || tables::consonants(&self.words);
        self.consonants.get_or_init(make)
    }

    /// All words by the consonants that Hangul keeps of foreign words.
    pub fn hangul(&self) -> &ByKey {
        self.hangul.get_or_init(|| tables::hangul(&self.words))
    }

    /// Words of persons' names by the consonants that Mandarin keeps of foreign words.
    pub fn mandarin(&self) -> &ByKey {
        self.mandarin.get_or_init(|| tables::mandarin(&self.words))
    }

    /// Whether the table of names has this word in Han, of whomever.
    pub fn is_tabled(&self, folded: &str) -> bool {
        self.tabled
            .get_or_init(tables::in_han)
            .contains(&tables::hash_of(folded))
    }

    /// Persons' names as Mandarin and Korean would write them.
    pub fn whole_names(&self) -> &WholeNames {
        let make = || WholeNames::of(&self.names);
        self.whole_names.get_or_init(make)
    }
}
