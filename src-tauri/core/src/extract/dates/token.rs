//! A line cut into numbers, words and marks, for finding dates in it.

/// One token, with the bytes of the line that it covers.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// A run of digits of any script; leading zeros count as digits.
    Number {
        value: u32,
        digits: u8,
    },
    /// Letters, lower case; a single character in Chinese and Japanese.
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

/// The value of a decimal digit in the scripts that print dates.
fn digit(c: char) -> Option<u32> {
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
    matches!(c as u32, 0x4E00..=0x9FFF | 0x3400..=0x4DBF)
}

/// Cuts `line` into tokens; whitespace is left out.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut chars = line.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        if let Some(first) = digit(c) {
            let (mut value, mut digits) = (first, 1_u8);
            while let Some((at, next)) = chars
                .peek()
                .and_then(|&(at, n)| digit(n).map(|d| ((at, n), d)))
                .map(|(a, _)| a)
            {
                value = value
                    .saturating_mul(10)
                    .saturating_add(digit(next).unwrap_or_default());
                digits = digits.saturating_add(1);
                end = at + next.len_utf8();
                chars.next();
            }
            out.push(Token {
                kind: Kind::Number { value, digits },
                start,
                end,
            });
        } else if is_han(c) {
            out.push(Token {
                kind: Kind::Word(c.to_string()),
                start,
                end,
            });
        } else if c.is_alphabetic() {
            while let Some(&(at, next)) = chars.peek() {
                let inside = next.is_alphabetic() || is_joiner(next);
                if !inside || is_han(next) || digit(next).is_some() {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
            out.push(Token {
                kind: Kind::Word(line[start..end].to_lowercase()),
                start,
                end,
            });
        } else if !c.is_whitespace() && !is_invisible(c) {
            out.push(Token {
                kind: Kind::Mark(c),
                start,
                end,
            });
        }
    }
    out
}

/// Vowel signs and the zero-width non-joiner stand inside words.
fn is_joiner(c: char) -> bool {
    matches!(c as u32, 0x0300..=0x036F | 0x0591..=0x05C7 | 0x064B..=0x065F | 0x0900..=0x0963 | 0x0981..=0x09E3
        | 0x0E31..=0x0E4E | 0x200C)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
