//! Letters that fold to one letter whatever stands beside them, as tables.
//!
//! Folding asks a decomposition, a lower case and three lists of each letter beyond
//! ASCII; what they said of a letter is kept.

use std::sync::OnceLock;

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::chinese::simplified;
use super::fold::punctuation;
use super::letters::{Letter, letter};

/// Characters of one table.
const ROW: usize = 256;

/// Stands where a letter has to be folded with what is beside it.
const OTHER: char = '\0';

/// The tables of the characters that are written in two bytes of UTF-16, each made when
/// a text first needs it.
static ROWS: [OnceLock<[char; ROW]>; 256] = [const { OnceLock::new() }; 256];

/// What a letter folds to by itself; `None` for marks, punctuation, letters that compose
/// with the one before and those that fold to several.
#[inline]
pub(super) fn alone(c: char) -> Option<char> {
    let code = c as usize;
    let row = ROWS.get(code / ROW)?;
    let folded = row.get_or_init(|| row_of(code / ROW))[code % ROW];
    (folded != OTHER).then_some(folded)
}

fn row_of(row: usize) -> [char; ROW] {
    std::array::from_fn(|at| {
        u32::try_from(row * ROW + at)
            .ok()
            .and_then(char::from_u32)
            .and_then(fold_alone)
            .unwrap_or(OTHER)
    })
}

fn fold_alone(c: char) -> Option<char> {
    if punctuation(c).is_some() {
        return None;
    }
    if ('\u{AC00}'..='\u{D7A3}').contains(&c) {
        return Some(c);
    }
    let mut parts = Vec::new();
    decompose_compatible(c, |part| parts.push(part));
    let part = only(parts.into_iter())?;
    if part > '\u{2FF}' && is_combining_mark(part) || punctuation(part).is_some() {
        return None;
    }
    let lower = only(part.to_lowercase())?;
    let folded = match letter(lower) {
        Letter::Same => simplified(lower),
        Letter::One(folded) => folded,
        Letter::Many(_) | Letter::Ignored => return None,
    };
    // Indic vowels and Hangul jamo may compose with the letter before.
    (!('\u{9BE}'..'\u{1200}').contains(&folded)).then_some(folded)
}

fn only(mut all: impl Iterator<Item = char>) -> Option<char> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}
