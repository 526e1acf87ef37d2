//! Joins the end of one line with the beginning of the next.

use std::collections::HashMap;

use super::super::layout::Line;
use super::super::letters;
use super::names;

/// Words that are remembered of one file.
const MAX_WORDS: usize = 300_000;

/// The words inside the lines of a document, which tell how words at their ends are written.
#[derive(Debug, Default)]
pub(super) struct Words {
    counts: HashMap<String, u32>,
    french: bool,
    /// Korean lines whose last word is complete have a space drawn after it.
    draws_spaces: bool,
}

impl Words {
    pub(super) fn of(lines: &[Line]) -> Self {
        let mut words = Self::default();
        let (mut korean, mut spaced) = (0, 0);
        let mut cut = false;
        for line in lines {
            let cut_before = std::mem::replace(&mut cut, ends_with_hyphen(&line.text));
            if line
                .text
                .chars()
                .next_back()
                .is_some_and(letters::is_hangul)
            {
                korean += 1;
                spaced += usize::from(line.space_after);
            }
            let mut inner = line
                .text
                .split_whitespace()
                .skip(usize::from(cut_before))
                .peekable();
            while let Some(word) = inner.next() {
                if inner.peek().is_none() && cut || words.counts.len() >= MAX_WORDS {
                    break;
                }
                let word = bare(word).to_lowercase();
                if word.chars().any(char::is_alphabetic) {
                    *words.counts.entry(word).or_default() += 1;
                }
            }
        }
        words.french = words.count("les") > 0 && words.count("dans") > 0;
        words.draws_spaces = spaced * 5 > korean;
        words
    }

    fn count(&self, word: &str) -> u32 {
        self.counts.get(word).copied().unwrap_or(0)
    }

    /// Appends a line to the text before it. `space_after` says that a space is drawn
    /// at the end of that text.
    pub(super) fn append(&self, text: &mut String, next: &str, space_after: bool) {
        let next = next.trim_start();
        let end = text.trim_end().len();
        text.truncate(end);
        let (Some(last), Some(first)) = (text.chars().next_back(), next.chars().next()) else {
            text.push_str(next);
            return;
        };
        let before = text.chars().rev().nth(1);
        match last {
            '\u{AD}' => {
                text.pop();
            }
            '-' | '\u{2010}' if before.is_some_and(char::is_alphanumeric) => {
                match self.hyphen(text, next) {
                    Hyphen::Soft => {
                        text.pop();
                    }
                    Hyphen::Hard => {}
                    Hyphen::Suspended => text.push(' '),
                }
            }
            '—' | '–' | '/' if before.is_some_and(|c| !c.is_whitespace()) => {}
            _ if self.is_spaced(last, first, space_after) => text.push(' '),
            _ => {}
        }
        text.push_str(next);
    }

    fn is_spaced(&self, last: char, first: char, space_after: bool) -> bool {
        if letters::is_hangul(last) && letters::is_hangul(first) {
            return space_after || !self.draws_spaces;
        }
        let unspaced = |c| letters::is_unspaced(c);
        !(unspaced(last) && (unspaced(first) || first.is_alphanumeric())
            || unspaced(first) && last.is_alphanumeric())
    }

    fn hyphen(&self, text: &str, next: &str) -> Hyphen {
        let left = text.split_whitespace().next_back().unwrap_or_default();
        let left = bare(left.trim_end_matches(['-', '\u{2010}']));
        let right = bare(next.split_whitespace().next().unwrap_or_default());
        let upper = |word: &str| {
            word.chars().count() > 1
                && word.chars().all(|c| !c.is_lowercase())
                && word.chars().any(char::is_alphabetic)
        };
        let lower = right.chars().next().is_some_and(char::is_lowercase);
        if !lower {
            // `COMMIT-` `MENT` in a heading of capitals; `Anglo-` `Saxon`, `2014-` `15` else.
            let capitals = upper(left) && upper(right) && left.len() > 3 && right.len() > 2;
            return if capitals { Hyphen::Soft } else { Hyphen::Hard };
        }
        if SUSPENDING.contains(&right) {
            return Hyphen::Suspended;
        }
        let known = self.known(left, right);
        if let Some(known) = known {
            return known;
        }
        let part = left.rsplit('-').next().unwrap_or(left);
        let small = part.to_lowercase();
        let compound = part.len() < left.len();
        let french = self.french && FRENCH_SECOND.contains(&right);
        let whole = self.count(&small) > 0 || part.chars().next().is_some_and(char::is_uppercase);
        let hard = upper(part)
            || part.chars().any(|c| c.is_ascii_digit())
            || FIRST_PARTS.contains(&small.as_str())
            || compound && INNER_PARTS.contains(&small.as_str())
            || SECOND_PARTS.contains(&right)
            || whole && LIKELY_SECOND_PARTS.contains(&right)
            || names::is_given_name(part, right)
            || french;
        if hard { Hyphen::Hard } else { Hyphen::Soft }
    }

    /// How the rest of the document writes the word.
    fn known(&self, left: &str, right: &str) -> Option<Hyphen> {
        let (left, right) = (left.to_lowercase(), right.to_lowercase());
        let with =
            self.count(&format!("{left}-{right}")) + self.count(&format!("{left}\u{2010}{right}"));
        let without = self.count(&format!("{left}{right}"));
        match with.cmp(&without) {
            std::cmp::Ordering::Greater => Some(Hyphen::Hard),
            std::cmp::Ordering::Less => Some(Hyphen::Soft),
            std::cmp::Ordering::Equal => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hyphen {
    /// Only there because the line ends.
    Soft,
    Hard,
    /// `pre-` before `and post-war`.
    Suspended,
}

pub(super) fn ends_with_hyphen(text: &str) -> bool {
    text.trim_end().ends_with(['-', '\u{2010}', '\u{AD}'])
}

/// Without the punctuation around it and a genitive's end.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("’s")
        .or_else(|| word.strip_suffix("'s"))
        .unwrap_or(word)
}

/// Words that may follow a first part whose second comes later: `pre- and post-war`.
const SUSPENDING: &[&str] = &["and", "und", "oder", "bis", "bzw", "och"];

/// First parts that are words and keep their hyphen.
const FIRST_PARTS: &[&str] = &[
    "self", "vice", "well", "half", "cross", "so", "then", "far", "quasi", "pseudo",
];

/// Inner parts of compounds: `face-to-` `face`, `mother-in-` `law`, `20-year-` `old`.
const INNER_PARTS: &[&str] = &[
    "to", "in", "of", "on", "the", "and", "by", "year", "for", "sur", "de", "la", "en",
];

/// Second parts of compounds that no longer word ends with.
#[rustfmt::skip]
const SECOND_PARTS: &[&str] = &[
    "based", "backed", "born", "year", "wing", "elect", "funded", "occupied", "speaking", "sized", "minded", "imposed", "fired", "powered",
    "propelled", "controlled", "looking", "trained", "profile", "ranking", "linked", "driven", "western", "eastern", "northern", "southern",
];

/// Second parts of compounds after a name or a word that stands alone elsewhere.
#[rustfmt::skip]
const LIKELY_SECOND_PARTS: &[&str] = &[
    "led", "old", "style", "like", "level", "scale", "range", "term", "made", "held", "owned", "run", "built", "aged", "free", "long", "hour",
    "week", "month", "minute", "mile", "member", "nation", "page", "person", "speed", "called", "armed", "language", "known", "related",
    "educated", "aligned", "class", "rate", "law", "chief", "general",
];

/// Words that French ties to a verb or a noun.
const FRENCH_SECOND: &[&str] = &[
    "il", "elle", "ils", "elles", "je", "tu", "nous", "vous", "ce", "ci", "là", "moi", "toi",
    "même", "mêmes", "être",
];
