//! Simplified characters as the traditional ones that the model was taught names in.

use crate::normalise::is_han;

/// Lines of two characters, simplified and traditional, ascending: those of OpenCC
/// (Apache-2.0) whose simplified form is no traditional character as well.
const PAIRS: &str = include_str!("simplified.txt");

/// Looks traditional forms up.
pub(crate) struct Traditional {
    pairs: Vec<(char, char)>,
}

impl Default for Traditional {
    fn default() -> Self {
        let pair = |line: &str| {
            let mut two = line.chars();
            Some((two.next()?, two.next()?))
        };
        Self {
            pairs: PAIRS.lines().filter_map(pair).collect(),
        }
    }
}

impl Traditional {
    /// The traditional form of a simplified character; any other as it is.
    pub fn of(&self, c: char) -> char {
        if !is_han(c) {
            return c;
        }
        let found = self
            .pairs
            .binary_search_by_key(&c, |(simplified, _)| *simplified);
        found
            .ok()
            .and_then(|at| self.pairs.get(at))
            .map_or(c, |(_, traditional)| *traditional)
    }
}

/// True for Japanese, whose characters are simplified in another way and stay.
pub(crate) fn has_kana(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3041}'..='\u{30ff}'))
}
