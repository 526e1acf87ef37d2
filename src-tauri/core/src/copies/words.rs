//! A text as the sequence of words that is compared.

use super::calendar;
use crate::text::{fold, is_unspaced_script, is_word_char};

/// Of a longer text only the start is compared, in words: no news text comes near it.
const MOST: usize = 20_000;
/// Of a longer text only the start is folded, in bytes.
const MOST_BYTES: usize = 1 << 20;

/// The words of a text, folded; a letter each where words are not parted by spaces.
#[derive(Debug, Clone, Default)]
pub(super) struct Words(pub Vec<Word>);

#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub hash: u64,
    pub kind: WordKind,
    /// Long enough to say what a text is about.
    pub telling: bool,
}

/// The numbers are stored: see [`super::marks`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WordKind {
    Word = 0,
    /// A letter of a script without spaces.
    Letter = 1,
    Number = 2,
    Weekday = 3,
    Month = 4,
    /// A number that stands beside a month or the sign for a day.
    Day = 5,
}

impl WordKind {
    /// How much of a shingle it fills: a word of a script without spaces has nearly
    /// two letters.
    pub fn weight(self) -> u32 {
        match self {
            Self::Letter => 4,
            _ => 7,
        }
    }
}

impl Words {
    pub fn of(text: &str) -> Self {
        let text = fold(&text[..text.floor_char_boundary(MOST_BYTES)]);
        let mut words = Vec::new();
        let mut rest = text.as_str();
        while words.len() < MOST {
            rest = rest.trim_start_matches(|c| !is_word_char(c));
            let Some(first) = rest.chars().next() else {
                break;
            };
            let end = end_of_word(rest, first);
            let (word, after) = rest.split_at(end);
            rest = after;
            words.push(read(word, first));
        }
        mark_days(&mut words);
        Self(words)
    }
}

/// Bytes of the word that `rest` begins with. The points inside `1,234.5` are part of
/// the number.
fn end_of_word(rest: &str, first: char) -> usize {
    if is_unspaced_script(first) {
        return first.len_utf8();
    }
    let mut digit = false;
    for (at, c) in rest.char_indices() {
        let next = rest
            .get(at + c.len_utf8()..)
            .and_then(|after| after.chars().next());
        let inside = is_word_char(c) && !is_unspaced_script(c);
        let point =
            digit && matches!(c, '.' | ',' | ':') && next.is_some_and(|next| next.is_ascii_digit());
        if !inside && !point {
            return at;
        }
        digit = c.is_ascii_digit();
    }
    rest.len()
}

fn read(word: &str, first: char) -> Word {
    let kind = if is_unspaced_script(first) {
        WordKind::Letter
    } else if calendar::is_day(word) {
        WordKind::Day
    } else if word.contains(|c: char| c.is_ascii_digit()) {
        WordKind::Number
    } else if calendar::is_weekday(word) {
        WordKind::Weekday
    } else if calendar::is_month(word) {
        WordKind::Month
    } else {
        WordKind::Word
    };
    Word {
        hash: hash_of(word),
        kind,
        telling: kind != WordKind::Word || word.chars().count() >= telling_length(first),
    }
}

/// How many letters a word has at least that is not one of the small words of its
/// language, by what scripts write down: Hangul syllables, consonants, or all sounds.
fn telling_length(first: char) -> usize {
    match first {
        '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7FF}' => 2,
        '\0'..='\u{58F}' | '\u{10A0}'..='\u{10FF}' => 4,
        _ => 3,
    }
}

/// `12 May`, `May 12`, `12日`.
fn mark_days(words: &mut [Word]) {
    let is_mark = |word: &Word| word.kind == WordKind::Month || calendar::is_day_sign(word.hash);
    for at in 0..words.len() {
        let after = words.get(at + 1).is_some_and(is_mark);
        let before = at > 0
            && words
                .get(at - 1)
                .is_some_and(|word| word.kind == WordKind::Month);
        if let Some(word) = words.get_mut(at)
            && word.kind == WordKind::Number
            && (after || before)
        {
            word.kind = WordKind::Day;
        }
    }
}

/// FNV-1a: sketches are stored, so that the hash has to stay the same for ever.
pub(super) fn hash_of(word: &str) -> u64 {
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    mix(hash)
}

/// The finishing step of SplitMix64: every bit of the input changes half of the output.
pub(super) fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}
