//! Whether words that a person wrote are one of somebody's names.

use std::collections::HashMap;

use crate::domain::{EntityId, EntityKind};
use crate::text::{fold, is_unspaced_script, is_word_char};

/// Names of entities, to be asked whose some words are.
#[derive(Default)]
pub(super) struct Called {
    names: Vec<(EntityId, EntityKind, String)>,
    /// Which names have a word.
    by_word: HashMap<String, Vec<usize>>,
    /// Folded names of people: letters without spaces may be the beginning of one.
    people: Vec<(String, usize)>,
}

impl Called {
    pub fn add(&mut self, entity: EntityId, kind: EntityKind, name: &str) {
        let number = self.names.len();
        for word in tokens(name) {
            self.by_word.entry(word).or_default().push(number);
        }
        if kind == EntityKind::Person {
            self.people.push((fold(name), number));
        }
        self.names.push((entity, kind, name.to_owned()));
    }

    /// Who goes by the words.
    pub fn by(&self, words: &str) -> Vec<EntityId> {
        let typed = tokens(words);
        // Whoever goes by words has the first of them in a name, or the last.
        let mut near: Vec<usize> = [typed.first(), typed.last()]
            .into_iter()
            .flatten()
            .filter_map(|word| self.by_word.get(word))
            .flatten()
            .copied()
            .collect();
        if words.chars().all(is_unspaced_script) {
            let folded = fold(words);
            let people = self.people.iter();
            let begun = people.filter(|(name, _)| name.starts_with(&folded));
            near.extend(begun.map(|(_, number)| *number));
        }
        near.sort_unstable();
        near.dedup();
        near.into_iter()
            .filter_map(|number| self.names.get(number))
            .filter(|(_, kind, name)| goes_by(words, name, name, *kind))
            .map(|(entity, ..)| *entity)
            .collect()
    }
}

/// Whether somebody who is `text` in an article and is called `name` goes by these words.
/// A person does also by a part of the name (`Blinken`), and with a title before it.
pub(super) fn goes_by(words: &str, text: &str, name: &str, kind: EntityKind) -> bool {
    let (typed, there) = (tokens(words), tokens(text));
    if typed.is_empty() || there.is_empty() {
        return false;
    }
    if typed == there || typed == tokens(name) {
        return true;
    }
    if kind != EntityKind::Person {
        return false;
    }
    let unspaced = words.chars().all(is_unspaced_script) && words.chars().count() >= 2;
    if unspaced && fold(text).starts_with(&fold(words)) {
        return true;
    }
    if there.windows(typed.len()).any(|part| part == typed) {
        return true;
    }
    // Before one word alone may stand another first name.
    there.len() > 1
        && typed.len() > there.len()
        && typed.ends_with(&there)
        && is_titled(words, there.len())
}

/// Whether a sentence calls somebody by more than these words: `Ben Poe` for `Poe`.
pub(super) fn is_fuller(words: &str, told: &str) -> bool {
    tokens(told).len() > tokens(words).len() && goes_by(words, told, told, EntityKind::Person)
}

/// Whether what stands before the last words is a title: the word before the name is
/// written large. `Secretary Antony Blinken` is he, `spokesman for Antony Blinken` is not.
fn is_titled(words: &str, name: usize) -> bool {
    let parts: Vec<&str> = words
        .split(|c: char| !is_word_char(c))
        .filter(|part| !part.is_empty())
        .collect();
    let before = parts.len().checked_sub(name + 1);
    let first = before.and_then(|n| parts.get(n)?.chars().next());
    first.is_some_and(char::is_uppercase)
}

fn tokens(words: &str) -> Vec<String> {
    fold(words)
        .split(|c: char| !is_word_char(c))
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}
