//! Arabic and Hebrew: short words are written together with the next one.

use super::{is_arabic, is_hebrew};

/// What may stand before a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Prefix {
    pub letters: usize,
    /// It swallowed the article of the name: للولايات for الولايات.
    pub article: bool,
}

/// Letters that a name after a prefix has at least: with fewer, too many words would be one.
const SHORTEST_NAME: usize = 3;

/// And, so; in, to, as: وبوتين, لبوتين, فبوتين, وببوتين.
const ARABIC: &[&str] = &["و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك"];
/// "To the", which swallows the article's first letter.
const ARABIC_TO_THE: &[&str] = &["لل", "ولل", "فلل"];
/// And, in, to, as, from, that, the, and what they make together. Folded: final letters
/// are as elsewhere.
const HEBREW: &[&str] = &[
    "ו", "ב", "ל", "כ", "מ", "ש", "ה", "וב", "ול", "וכ", "ומ", "וש", "וה", "שב", "של", "שמ", "שה",
    "מה", "לה", "כש", "ושב", "ושה", "כשה", "מש",
];

/// The prefixes that a folded word may begin with, where a word of some length is left.
pub(crate) fn prefixes(word: &[char]) -> impl Iterator<Item = Prefix> + '_ {
    let (plain, swallowing): (&[&str], &[&str]) = match word.first() {
        Some(c) if is_arabic(*c) => (ARABIC, ARABIC_TO_THE),
        Some(c) if is_hebrew(*c) => (HEBREW, &[]),
        _ => (&[], &[]),
    };
    let plain = plain.iter().map(|prefix| (prefix, false));
    let swallowing = swallowing.iter().map(|prefix| (prefix, true));
    plain.chain(swallowing).filter_map(|(prefix, article)| {
        let letters = prefix.chars().count();
        let head = word.get(..letters)?;
        let fits = word.len() >= letters + SHORTEST_NAME && prefix.chars().eq(head.iter().copied());
        fits.then_some(Prefix { letters, article })
    })
}
