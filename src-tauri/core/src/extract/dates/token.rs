//! A line cut into numbers, words and marks, for finding dates in it.

use unicode_normalization::char::decompose_canonical;

/// One token, with the bytes of the line that it covers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// A run of digits of any script; leading zeros count as digits. Chinese
    /// numerals before a unit of time count as digits too.
    Number {
        value: u32,
        digits: u8,
    },
    /// Letters, [folded](fold); a single character in Chinese and Japanese.
    Word(String),
    Mark(char),
}

impl Token {
    pub(super) fn number(&self) -> Option<(u32, u8)> {
        match self.kind {
            Kind::Number { value, digits } => Some((value, digits)),
            _ => None,
        }
    }

    pub(super) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }
}

/// A word as it is looked up: lower case, without accents and vowel points, and with one
/// form for letters that Arabic script writes in several. `MAYIS`, `Mayıs` and `mayis`
/// are one word then, and so are `أيار` and `ايار`.
pub(super) fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'ı' => out.push('i'),
            'ё' => out.push('е'),
            'ς' => out.push('σ'),
            'أ' | 'إ' | 'آ' => out.push('ا'),
            'ی' | 'ى' => out.push('ي'),
            'ک' => out.push('ك'),
            c if is_dropped(c) => {}
            '\u{C0}'..='\u{24F}' | '\u{370}'..='\u{3FF}' | '\u{1E00}'..='\u{1FFF}' => {
                decompose_canonical(c, |part| {
                    if !is_dropped(part) {
                        out.push(part);
                    }
                });
            }
            c => out.push(c),
        }
    }
    out
}

/// Accents, Hebrew and Arabic points, the stretching mark, the zero-width non-joiner.
fn is_dropped(c: char) -> bool {
    matches!(c as u32, 0x0300..=0x036F | 0x0591..=0x05C7 | 0x0640 | 0x064B..=0x065F | 0x200C | 0x093C)
}

/// The value of a decimal digit in the scripts that print dates.
pub(super) fn digit(c: char) -> Option<u32> {
    let zero = match c as u32 {
        0x30..=0x39 => 0x30,
        0x660..=0x669 => 0x660,    // Arabic
        0x6F0..=0x6F9 => 0x6F0,    // Persian, Urdu
        0x966..=0x96F => 0x966,    // Devanagari
        0x9E6..=0x9EF => 0x9E6,    // Bengali
        0xE50..=0xE59 => 0xE50,    // Thai
        0xFF10..=0xFF19 => 0xFF10, // full width
        _ => return None,
    };
    Some(c as u32 - zero)
}

fn is_han(c: char) -> bool {
    matches!(c as u32, 0x4E00..=0x9FFF | 0x3400..=0x4DBF | 0x3007)
}

/// Cuts `line` into tokens; whitespace is left out.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let start = line.len() - rest.len();
        let (kind, taken) = if digit(c).is_some() {
            let (kind, taken) = number(rest);
            (Some(kind), taken)
        } else if is_han(c) {
            match han_number(rest) {
                Some((kind, taken)) => (Some(kind), taken),
                None => (Some(Kind::Word(c.to_string())), c.len_utf8()),
            }
        } else if c.is_alphabetic() {
            let mut lower = false;
            let taken = rest
                .char_indices()
                .find(|&(_, c)| {
                    // Two elements without a space between: "by Ana RuizMay 10, 2022".
                    let glued = lower && c.is_uppercase();
                    lower = c.is_lowercase();
                    glued || is_han(c) || digit(c).is_some() || !(c.is_alphabetic() || is_joiner(c))
                })
                .map_or(rest.len(), |(at, _)| at);
            let (word, after) = rest.split_at(taken);
            rest = after;
            out.push(Token {
                kind: Kind::Word(fold(word)),
                start,
                end: start + taken,
            });
            continue;
        } else {
            let mark = (!c.is_whitespace() && !is_invisible(c)).then_some(Kind::Mark(c));
            (mark, c.len_utf8())
        };
        if let Some(kind) = kind {
            out.push(Token {
                kind,
                start,
                end: start + taken,
            });
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    out
}

/// The digits that `text` begins with.
fn number(text: &str) -> (Kind, usize) {
    let (mut value, mut digits, mut taken) = (0_u32, 0_u8, 0);
    for c in text.chars() {
        let Some(next) = digit(c) else { break };
        value = value.saturating_mul(10).saturating_add(next);
        digits = digits.saturating_add(1);
        taken += c.len_utf8();
    }
    (Kind::Number { value, digits }, taken)
}

/// `二〇二二`, `二十一` or the `元` of a first year, where a unit of time follows.
fn han_number(text: &str) -> Option<(Kind, usize)> {
    let value_of = |c: char| "〇一二三四五六七八九".chars().position(|known| known == c);
    let (mut total, mut current, mut tens) = (0_u32, None::<u32>, false);
    let (mut count, mut taken) = (0_u8, 0);
    for c in text.chars().take(8) {
        if c == '元' && count == 0 {
            (current, count, taken) = (Some(1), 1, c.len_utf8());
            break;
        } else if c == '十' {
            total = current.unwrap_or(1).saturating_mul(10);
            (current, tens) = (None, true);
        } else if let Some(value) = value_of(c).and_then(|value| u32::try_from(value).ok()) {
            current = Some(if tens {
                value
            } else {
                current
                    .unwrap_or(0)
                    .saturating_mul(10)
                    .saturating_add(value)
            });
        } else {
            break;
        }
        count += 1;
        taken += c.len_utf8();
    }
    let unit = text.get(taken..)?.trim_start().chars().next()?;
    let value = total.saturating_add(current.unwrap_or(0));
    let digits = if tens { 2 } else { count };
    (count > 0
        && matches!(
            unit,
            '年' | '月' | '日' | '號' | '号' | '時' | '时' | '點' | '点' | '分'
        ))
    .then_some((Kind::Number { value, digits }, taken))
}

/// Vowel signs and the zero-width non-joiner stand inside words.
fn is_joiner(c: char) -> bool {
    matches!(c as u32, 0x0300..=0x036F | 0x0591..=0x05C7 | 0x064B..=0x065F | 0x0900..=0x0963 | 0x0981..=0x09E3 | 0x0A81..=0x0AE3 | 0x0B82..=0x0BD7 | 0x0C00..=0x0C63 | 0x0C81..=0x0CE3 | 0x0D00..=0x0D63
        | 0x0E31..=0x0E4E | 0x200C)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
