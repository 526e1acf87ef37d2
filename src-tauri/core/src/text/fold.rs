//! Folding: spellings that a reader takes for the same become the same text.
//!
//! Compatibility forms, case, diacritics, harakat, points, nukta, digits of all
//! scripts and Chinese character sets fall together; hyphens part words,
//! apostrophes don't. What stays is meant for matching, never for showing:
//! [`Folded::origin`] leads back to what was written.

use unicode_normalization::char::{
    canonical_combining_class, compose, decompose_compatible, is_combining_mark,
};

use super::chinese::simplified;
use super::fold_table;
use super::letters::{Letter, letter};
use super::script::is_word_char;

/// Folded text with the way back to the original.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    pub text: String,
    /// One entry for each `char` of `text`: the start and end, in chars of the
    /// original, of what it was made from. Starts never fall.
    pub origin: Vec<(u32, u32)>,
}

/// `text` as it is compared. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    let mut folding = Folding::new(text.len(), false);
    folding.run(text);
    folding.text
}

/// [`fold`], remembering where each character came from.
pub fn fold_mapped(text: &str) -> Folded {
    let mut folding = Folding::new(text.len(), true);
    folding.run(text);
    Folded {
        text: folding.text,
        origin: folding.origin,
    }
}

/// [`fold_mapped`] into what was folded before: for many short texts, nothing is made anew.
pub(crate) fn fold_into(text: &str, folded: &mut Folded) {
    let mut folding = Folding {
        text: std::mem::take(&mut folded.text),
        origin: std::mem::take(&mut folded.origin),
        mapped: true,
        last: None,
    };
    folding.text.clear();
    folding.origin.clear();
    folding.run(text);
    folded.text = folding.text;
    folded.origin = folding.origin;
}

/// More marks than these on one letter are left in the order they came in, so
/// that no text takes long. UAX #15 sets the same bound for streams.
const MOST_MARKS: usize = 30;

struct Folding {
    text: String,
    origin: Vec<(u32, u32)>,
    mapped: bool,
    /// The last character written, to compose with or to look back at.
    last: Option<char>,
}

impl Folding {
    fn new(bytes: usize, mapped: bool) -> Self {
        Self {
            text: String::with_capacity(bytes),
            origin: Vec::with_capacity(if mapped { bytes } else { 0 }),
            mapped,
            last: None,
        }
    }

    fn run(&mut self, text: &str) {
        for (at, c) in (0_u32..).zip(text.chars()) {
            if c.is_ascii_alphanumeric() {
                self.push(c.to_ascii_lowercase(), at);
            } else {
                self.fold_char(c, at);
            }
        }
        if self.last == Some(' ') {
            self.text.pop();
            self.origin.pop();
        }
    }

    fn fold_char(&mut self, c: char, at: u32) {
        if let Some(folded) = fold_table::alone(c) {
            return self.push(folded, at);
        }
        match punctuation(c) {
            Some(Punctuation::Ignored) => self.absorb(at),
            Some(Punctuation::Space) => self.space(at),
            Some(Punctuation::Quote(plain)) => self.push(plain, at),
            None if ('\u{AC00}'..='\u{D7A3}').contains(&c) => self.push(c, at),
            None => decompose_compatible(c, |part| self.fold_part(part, at)),
        }
    }

    /// One character of a compatibility decomposition.
    fn fold_part(&mut self, part: char, at: u32) {
        if part > '\u{2FF}' && is_combining_mark(part) {
            self.mark(part, at);
            return;
        }
        match punctuation(part) {
            Some(Punctuation::Ignored) => return self.absorb(at),
            Some(Punctuation::Space) => return self.space(at),
            Some(Punctuation::Quote(plain)) => return self.push(plain, at),
            None => {}
        }
        for lower in part.to_lowercase() {
            match letter(lower) {
                Letter::Same => self.starter(simplified(lower), at),
                Letter::One(folded) => self.starter(folded, at),
                Letter::Many(folded) => folded.chars().for_each(|c| self.push(c, at)),
                Letter::Ignored => self.absorb(at),
            }
        }
    }

    /// Hangul jamo and a few Indic vowels compose with the character before.
    fn starter(&mut self, c: char, at: u32) {
        self.join_over_quote(c, at);
        if ('\u{9BE}'..'\u{1200}').contains(&c)
            && let Some(whole) = self.last.and_then(|last| compose(last, c))
        {
            self.replace_last(whole, at);
        } else {
            self.push(c, at);
        }
    }

    fn mark(&mut self, mark: char, at: u32) {
        if is_dropped_mark(mark) {
            self.absorb(at);
            return;
        }
        self.join_over_quote(mark, at);
        // Hindi writes the nasal either way: पहुँचे, पहुंचे.
        let mark = if mark == '\u{901}' { '\u{902}' } else { mark };
        // Two marks on one letter may be typed either way round; Unicode's
        // canonical order is by class.
        let class = canonical_combining_class(mark);
        let after: Vec<char> = self
            .text
            .chars()
            .rev()
            .take_while(|other| class > 0 && canonical_combining_class(*other) > class)
            .take(MOST_MARKS)
            .collect();
        for _ in &after {
            self.text.pop();
        }
        let base = self.text.chars().next_back();
        if let Some(whole) = base.and_then(|base| compose(base, mark)) {
            self.text.pop();
            self.text.push(whole);
            self.absorb(at);
        } else {
            self.text.push(mark);
            self.remember(at);
        }
        self.text.extend(after.iter().rev());
        self.last = self.text.chars().next_back();
    }

    fn space(&mut self, at: u32) {
        match self.last {
            Some(' ') => self.absorb(at),
            Some(_) => self.push(' ', at),
            None => {}
        }
    }

    /// A quotation mark falls out between two word characters; whether it stands
    /// there is known when the second comes.
    fn join_over_quote(&mut self, c: char, at: u32) {
        if !matches!(self.last, Some('\'' | '"')) || !is_word_char(c) {
            return;
        }
        let before = self.text.chars().rev().nth(1);
        if before.is_some_and(is_word_char) {
            self.text.pop();
            self.origin.pop();
            self.absorb(at.saturating_sub(1));
            self.last = before;
        }
    }

    fn push(&mut self, c: char, at: u32) {
        self.join_over_quote(c, at);
        self.text.push(c);
        self.remember(at);
        self.last = Some(c);
    }

    fn remember(&mut self, at: u32) {
        if self.mapped {
            self.origin.push((at, at + 1));
        }
    }

    fn replace_last(&mut self, c: char, at: u32) {
        self.text.pop();
        self.text.push(c);
        self.absorb(at);
        self.last = Some(c);
    }

    /// A character that leaves nothing belongs to the one before it.
    fn absorb(&mut self, at: u32) {
        if let Some((_, end)) = self.origin.last_mut() {
            *end = at + 1;
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Punctuation {
    /// Zero width, or a join that a reader doesn't see.
    Ignored,
    /// White space, and what stands between two words as a space would.
    Space,
    /// An apostrophe or quotation mark, as its plain form; gone inside a word.
    Quote(char),
}

pub(super) fn punctuation(c: char) -> Option<Punctuation> {
    let kind = match c {
        '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{180B}'..='\u{180E}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{E0100}'..='\u{E01EF}' => Punctuation::Ignored,
        // Hyphens, dashes and minus signs; the dots that part foreign names in
        // Chinese and Japanese.
        '-'
        | '\u{58A}'
        | '\u{5BE}'
        | '\u{2010}'..='\u{2015}'
        | '\u{2027}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{2E3A}'
        | '\u{2E3B}'
        | '\u{2E40}'
        | '\u{30A0}'
        | '\u{30FB}'
        | '\u{FE31}'
        | '\u{FE32}'
        | '\u{FE58}'
        | '\u{FE63}'
        | '\u{FF0D}'
        | '\u{FF65}' => Punctuation::Space,
        '\''
        | '`'
        | '\u{B4}'
        | '\u{2B9}'..='\u{2BF}'
        | '\u{2C8}'
        | '\u{2CA}'
        | '\u{2CB}'
        | '\u{55A}'
        | '\u{5F3}'
        | '\u{2018}'..='\u{201B}'
        | '\u{2032}'
        | '\u{2035}'
        | '\u{2039}'
        | '\u{203A}'
        | '\u{A78C}'
        | '\u{FF07}' => Punctuation::Quote('\''),
        '"'
        | '\u{AB}'
        | '\u{BB}'
        | '\u{5F4}'
        | '\u{201C}'..='\u{201F}'
        | '\u{2033}'
        | '\u{FF02}' => Punctuation::Quote('"'),
        '\u{85}' | '\u{A0}' => Punctuation::Space,
        _ if c.is_whitespace() => Punctuation::Space,
        _ => return None,
    };
    Some(kind)
}

/// Marks that readers leave out when typing: all of Latin, Greek, Cyrillic,
/// Hebrew, Arabic and Syriac, and the nukta of Indic scripts. Vowel signs,
/// viramas and Thai tones are letters in all but name and stay.
fn is_dropped_mark(mark: char) -> bool {
    const NUKTA: u8 = 7;
    matches!(mark,
        '\u{300}'..='\u{8FF}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE20}'..='\u{FE2F}')
        || canonical_combining_class(mark) == NUKTA
}
