//! Paragraphs cut into sentences and words.

use std::ops::Range;

use super::marks::{Quoted, quotations};
use crate::text::is_word_char;

/// A paragraph as its characters, since positions are counted so.
pub(crate) struct Paragraph {
    pub block: i32,
    pub chars: Vec<char>,
    pub quotations: Vec<Quoted>,
    /// Sentences in order; quotations are never cut.
    pub sentences: Vec<Range<usize>>,
}

/// A word outside quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub start: usize,
    pub end: usize,
    /// In lower case, with one kind of apostrophe.
    pub text: String,
    /// What stands between it and the word before: punctuation, or a quotation.
    pub parted: bool,
    /// A quotation ends just before it.
    pub after_quote: bool,
    /// A comma or a dash, and nothing heavier, stands before it.
    pub after_comma: bool,
}

impl Paragraph {
    pub fn read(block: i32, text: &str, longest: usize) -> Self {
        let chars: Vec<char> = text.chars().take(longest).collect();
        let quotations = quotations(&chars);
        let sentences = sentences(&chars, &quotations);
        Self {
            block,
            chars,
            quotations,
            sentences,
        }
    }

    pub fn text(&self) -> String {
        self.chars.iter().collect()
    }

    pub fn slice(&self, range: Range<usize>) -> String {
        self.chars.get(range).unwrap_or_default().iter().collect()
    }

    /// A selection without the spaces and stops around it: `“beyond words”.`
    pub fn without_stops(&self, start: usize, end: usize) -> (usize, usize) {
        let is_stop = |at: usize| {
            let c = self.chars.get(at);
            !self.is_quoted(at)
                && c.is_some_and(|c| {
                    c.is_whitespace() || ".,;:!?…。，、！？；：،؛؟—–-".contains(*c)
                })
        };
        let (mut from, mut to) = (start, end);
        while from < to && is_stop(from) {
            from += 1;
        }
        while to > from && is_stop(to - 1) {
            to -= 1;
        }
        (from, to)
    }

    /// The quotations that the selection is in or is: several where it begins in one and
    /// ends in another, with who said it between them.
    pub fn quoted_over(&self, start: usize, end: usize) -> Option<&[Quoted]> {
        let holds = |at: usize| {
            let mut quotations = self.quotations.iter();
            quotations.position(|quoted| quoted.outer.0 <= at && at < quoted.outer.1)
        };
        let (first, last) = (holds(start)?, holds(end.checked_sub(1)?)?);
        self.quotations.get(first..=last)
    }

    pub fn is_quoted(&self, at: usize) -> bool {
        self.quotations
            .iter()
            .any(|quoted| quoted.outer.0 <= at && at < quoted.outer.1)
    }

    /// The sentence of the selection, or the sentences that it is over.
    pub fn sentence_around(&self, start: usize, end: usize) -> Range<usize> {
        let touched = |sentence: &&Range<usize>| sentence.start < end && start < sentence.end;
        let mut touched = self.sentences.iter().filter(touched);
        let Some(first) = touched.next() else {
            return start..end;
        };
        let last = touched.next_back().unwrap_or(first);
        first.start..last.end
    }

    /// The sentence that ends before `start`.
    pub fn sentence_before(&self, start: usize) -> Option<Range<usize>> {
        let mut before = self.sentences.iter().rev();
        before.find(|sentence| sentence.end <= start).cloned()
    }

    pub fn sentence_after(&self, end: usize) -> Option<Range<usize>> {
        let mut after = self.sentences.iter();
        after.find(|sentence| sentence.start >= end).cloned()
    }

    /// The words of a stretch that stand in no quotation.
    pub fn words(&self, range: Range<usize>) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        let (mut parted, mut after_quote, mut after_comma) = (true, false, false);
        let mut at = range.start;
        while at < range.end {
            let Some(c) = self.chars.get(at) else {
                break;
            };
            let quoted = self.quotations.iter().find(|q| q.outer.0 == at);
            if let Some(quoted) = quoted {
                (parted, after_quote, after_comma) = (true, true, false);
                at = quoted.outer.1.max(at + 1);
                continue;
            }
            if !is_word_char(*c) {
                if !c.is_whitespace() {
                    after_comma =
                        ",،、，—–-".contains(*c) && (!parted || after_comma || after_quote);
                    after_quote = after_quote && ",،，—–-.".contains(*c);
                    parted = true;
                }
                at += 1;
                continue;
            }
            let start = at;
            while at < range.end && self.goes_on(at) {
                at += 1;
            }
            let text: String = self
                .chars
                .get(start..at)
                .unwrap_or_default()
                .iter()
                .collect();
            words.push(Word {
                start,
                end: at,
                text: text.to_lowercase().replace(['’', 'ʼ', '`'], "'"),
                parted,
                after_quote,
                after_comma,
            });
            (parted, after_quote, after_comma) = (false, false, false);
        }
        words
    }

    /// Whether a word goes on at `at`: over apostrophes and hyphens between letters, and
    /// over the full stop of an abbreviation.
    fn goes_on(&self, at: usize) -> bool {
        let Some(c) = self.chars.get(at) else {
            return false;
        };
        if is_word_char(*c) {
            return true;
        }
        let next = self.chars.get(at + 1).is_some_and(|c| is_word_char(*c));
        matches!(c, '\'' | '’' | 'ʼ' | '-' | '‑') && next
    }
}

const ENDS: &str = ".!?…。！？؟।";
const CLOSING: &str = "”“»«’'\"」』)）";

fn sentences(chars: &[char], quotations: &[Quoted]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < chars.len() {
        let quoted = quotations.iter().find(|q| q.outer.0 == at);
        let mut ends = false;
        if let Some(quoted) = quoted {
            at = quoted.outer.1.max(at + 1);
            // A quotation that ends with a sentence ends the one around it, unless that
            // goes on in small letters or with a comma.
            let last = quoted.inner.1.checked_sub(1).and_then(|n| chars.get(n));
            ends = last.is_some_and(|c| ".。…".contains(*c)) && begins_anew(chars, at);
        } else {
            let c = chars.get(at).copied().unwrap_or_default();
            at += 1;
            if ENDS.contains(c) {
                while chars
                    .get(at)
                    .is_some_and(|c| ENDS.contains(*c) || CLOSING.contains(*c))
                {
                    at += 1;
                }
                ends = c != '.' || (!is_abbreviation(chars, at - 1) && begins_anew(chars, at));
            }
        }
        if ends {
            found.push(start..at);
            while chars.get(at).is_some_and(|c| c.is_whitespace()) {
                at += 1;
            }
            start = at;
        }
    }
    if start < chars.len() {
        found.push(start..chars.len());
    }
    found
}

/// What follows begins a sentence: after a space, and in no small letter.
fn begins_anew(chars: &[char], at: usize) -> bool {
    let rest = chars.get(at..).unwrap_or_default();
    let Some(first) = rest.first() else {
        return true;
    };
    let unspaced = crate::text::is_unspaced_script(*first) || "「『“".contains(*first);
    if !first.is_whitespace() && !unspaced {
        return false;
    }
    let next = rest.iter().find(|c| !c.is_whitespace());
    next.is_none_or(|c| !c.is_lowercase() && !",;:،؛—–".contains(*c))
}

/// A full stop after a title, an initial or a letter of an acronym.
fn is_abbreviation(chars: &[char], stop: usize) -> bool {
    const TITLES: &[&str] = &[
        "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "sen", "rep", "gov", "st", "sgt",
        "jr", "hon", "rev", "no", "vs", "m", "mm", "mme", "mlle", "sr", "sra", "dra", "lic", "ing",
        "hr", "fr", "z.b", "bzw", "ca", "т.е", "г", "гг", "им", "ст",
    ];
    let before = chars.get(..stop).unwrap_or_default();
    let from = before
        .iter()
        .rposition(|c| !c.is_alphanumeric() && *c != '.')
        .map_or(0, |n| n + 1);
    let word: String = before.get(from..).unwrap_or_default().iter().collect();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let initial = letters == 1 && word.chars().all(|c| c.is_uppercase());
    initial
        || (word.contains('.') && letters <= 4)
        || TITLES.contains(&word.to_lowercase().as_str())
}
