//! How names change in a sentence, and what is written together with them.
//!
//! Tables of endings, a file for each family of languages. An ending is believed only where
//! it is usual for such a word, so that look-alikes stay apart; the form without one always
//! comes first. All is folded, as the text is. Facts: the grammars of the languages, checked
//! against news sentences (`tests/core/entities/sentences.rs`).

mod cyrillic;
mod korean;
mod latin;
mod other;
mod prefixes;
mod speech;

pub(super) use korean::spellings;
pub(super) use latin::{is_elided, is_suffix_after_apostrophe};
pub(super) use prefixes::prefixes;
pub(super) use speech::Speech;

/// The endings that may follow a form of a name's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paradigm {
    /// None: the form stands alone.
    Fixed,
    /// Any of these.
    Endings(&'static [&'static str]),
    /// Those of the language that the text is in.
    Latin(latin::Stem),
    /// Particles, which are no part of the name.
    Korean,
    /// It lost the Arabic article, and only stands where another word swallowed that.
    AfterArticle,
}

impl Paradigm {
    pub fn is_particles(self) -> bool {
        self == Self::Korean
    }

    pub fn is_after_article(self) -> bool {
        self == Self::AfterArticle
    }

    /// Whether `ending`, folded letters up to the end of the word, may follow.
    pub fn allows(self, ending: &[char], speech: impl FnOnce() -> Speech) -> bool {
        match self {
            Self::Fixed | Self::AfterArticle => false,
            Self::Endings(endings) => is_among(endings, ending),
            Self::Latin(stem) => stem.allows(speech(), ending),
            Self::Korean => korean::may_follow(ending),
        }
    }
}

fn is_among(endings: &[&str], ending: &[char]) -> bool {
    (endings.iter()).any(|known| known.chars().eq(ending.iter().copied()))
}

/// The endings that the whole of a folded word may take, and the shorter forms of it with
/// theirs. `last` is its last letter as it was written.
pub(super) fn paradigms(word: &[char], last: char) -> (Paradigm, Vec<(Vec<char>, Paradigm)>) {
    match word.last() {
        Some(c) if is_cyrillic(*c) => cyrillic::paradigms(word, last),
        Some(c) if is_latin(*c) => latin::paradigms(word),
        Some(c) if is_hangul(*c) => (Paradigm::Korean, Vec::new()),
        Some(c) => other::paradigms(word, *c),
        None => (Paradigm::Fixed, Vec::new()),
    }
}

/// Letters of the longest ending that a word of this script may have.
pub(super) fn longest_ending(word: &[char]) -> usize {
    match word.last() {
        Some(c) if c.is_ascii_digit() => 0,
        Some(c) if is_latin(*c) => latin::LONGEST_ENDING,
        Some(c) if is_hangul(*c) => korean::LONGEST_ENDING,
        Some(c) if is_cyrillic(*c) || other::inflects(*c) => 4,
        _ => 0,
    }
}

pub(super) fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | '\u{DF}'..='\u{24F}')
}

pub(super) fn is_cyrillic(c: char) -> bool {
    matches!(c, '\u{0400}'..='\u{052F}')
}

pub(super) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}')
}

pub(super) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}')
}

pub(super) fn is_hebrew(c: char) -> bool {
    matches!(c, '\u{05D0}'..='\u{05EA}')
}

/// A word without its last letters, with the endings that take their place.
fn cut(word: &[char], letters: usize, endings: Paradigm) -> Option<(Vec<char>, Paradigm)> {
    let stem = word.len().checked_sub(letters)?;
    (stem >= 2).then(|| (word[..stem].to_vec(), endings))
}

fn ends(word: &[char], with: &str) -> bool {
    let letters = with.chars().count();
    word.len() >= letters
        && word[word.len() - letters..]
            .iter()
            .copied()
            .eq(with.chars())
}
