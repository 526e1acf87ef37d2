//! Phrases that lines are looked through for.

use foldhash::{HashMap, HashMapExt};

use super::first_words::FirstWords;
use crate::domain::RemovalReason;

/// Phrases, by what they say.
pub(super) type Table = &'static [(RemovalReason, &'static [&'static str])];

/// Phrases by their first word.
pub(super) struct Phrases {
    first: FirstWords,
    by_word: HashMap<&'static str, Vec<(&'static str, RemovalReason)>>,
}

impl Phrases {
    pub(super) fn of(table: Table) -> Self {
        let mut by_word: HashMap<&'static str, Vec<(&'static str, RemovalReason)>> = HashMap::new();
        for (reason, phrases) in table {
            for phrase in *phrases {
                by_word
                    .entry(first_word(phrase))
                    .or_default()
                    .push((phrase, *reason));
            }
        }
        Self {
            first: FirstWords::of(by_word.keys().copied()),
            by_word,
        }
    }

    /// The reason of a phrase that `text` begins with, whole words only.
    pub(super) fn at(&self, text: &str) -> Option<RemovalReason> {
        let first = Some(first_word(text)).filter(|word| self.first.may_have(word))?;
        let phrases = self.by_word.get(first)?;
        let fits = |phrase: &str| {
            text.strip_prefix(phrase)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        phrases
            .iter()
            .find(|(phrase, _)| fits(phrase))
            .map(|(_, reason)| *reason)
    }
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}
