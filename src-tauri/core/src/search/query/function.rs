//! Which words of a query carry its sentence and not its subject.

use std::collections::{HashMap, HashSet};

use super::parser::Clause;
use crate::search::analyser::folded_words;
use crate::search::function_words::languages_of;
use crate::search::words::{Piece, cut};

/// The function words of a query that has other words too; empty else.
#[derive(Debug, Clone, Default)]
pub(super) struct FunctionWords(HashSet<String>);

impl FunctionWords {
    /// Looks at the words that stand beside each other. A word counts in the
    /// language that most of them are in: "die" is an article among German words
    /// and a verb among English ones. It takes two to be sure.
    pub fn of(clauses: &[Clause]) -> Self {
        let mut words: Vec<(String, &[&str])> = Vec::new();
        for clause in clauses {
            let Clause::Word { text, .. } = clause else {
                continue;
            };
            for piece in cut(text) {
                let first = words.is_empty();
                for folded in folded_words(&piece) {
                    let languages = if is_a_name(piece.text, first) {
                        &[]
                    } else {
                        languages_of(&folded)
                    };
                    words.push((folded, languages));
                }
            }
        }
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for (_, languages) in &words {
            for language in *languages {
                *counts.entry(language).or_default() += 1;
            }
        }
        // One alone may be a name: Kim asks "who" in Turkish.
        const ENOUGH: usize = 2;
        let most = counts.values().copied().max().unwrap_or(0).max(ENOUGH);
        let is_function = |languages: &[&str]| {
            languages
                .iter()
                .any(|language| counts.get(language) == Some(&most))
        };
        if words.iter().all(|(_, languages)| is_function(languages)) {
            return Self::default();
        }
        Self(
            words
                .into_iter()
                .filter(|(_, languages)| is_function(languages))
                .map(|(word, _)| word)
                .collect(),
        )
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every piece of the group is one.
    pub fn has(&self, group: &[Piece<'_>]) -> bool {
        !self.0.is_empty()
            && group
                .iter()
                .flat_map(folded_words)
                .all(|word| self.0.contains(&word))
    }
}

/// Typed with a capital where the sentence asks for none: WHO, US, May.
fn is_a_name(word: &str, first: bool) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let mut rest = letters.peekable();
    capital && (!first || (rest.peek().is_some() && rest.all(char::is_uppercase)))
}
