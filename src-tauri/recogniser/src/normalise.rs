//! Text as the base model was taught to see it: NFKC, controls dropped, and a space for
//! all that has no width. Each character knows where in the text it comes from.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A character of the normalised text, and the bytes of the text that it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letter {
    pub letter: char,
    pub start: usize,
    pub end: usize,
}

/// What is a space beside Unicode's own: line ends, marks without width, the mark that
/// pieces begin words with, and what stands for a letter that was lost.
fn is_space(c: char) -> bool {
    matches!(
        c,
        '\t' | '\n' | '\u{c}' | '\r' | ' ' | '\u{200b}'
            ..='\u{200f}' | '\u{2581}' | '\u{feff}' | '\u{fffd}'
    ) || (c > '\u{7f}' && c.is_whitespace())
}

/// True for what is written onto the character before it: combining marks, and the
/// vowels and finals of conjoining Hangul.
fn is_joined(c: char) -> bool {
    c >= '\u{300}' && (matches!(c, '\u{1160}'..='\u{11ff}') || canonical_combining_class(c) != 0)
}

/// Calls `found` with each normalised character in order. Marks are joined to at most
/// thirty others, so that a text of marks alone costs no more than another.
pub(crate) fn normalise(text: &str, offset: usize, mut found: impl FnMut(Letter)) {
    let mut rest = text.char_indices().peekable();
    let mut cluster = String::new();
    while let Some((start, first)) = rest.next() {
        let next_is_joined = rest.peek().is_some_and(|(_, next)| is_joined(*next));
        if first.is_ascii() && !next_is_joined {
            let (start, end) = (offset + start, offset + start + 1);
            if is_space(first) {
                found(Letter {
                    letter: ' ',
                    start,
                    end,
                });
            } else if !first.is_control() {
                found(Letter {
                    letter: first,
                    start,
                    end,
                });
            }
            continue;
        }
        cluster.clear();
        cluster.push(first);
        let mut end = start + first.len_utf8();
        while cluster.len() < 120
            && let Some((at, next)) = rest.next_if(|(_, next)| is_joined(*next))
        {
            cluster.push(next);
            end = at + next.len_utf8();
        }
        let (start, end) = (offset + start, offset + end);
        if is_space(first) {
            found(Letter {
                letter: ' ',
                start,
                end,
            });
            continue;
        }
        for letter in cluster.nfkc() {
            if is_space(letter) {
                found(Letter {
                    letter: ' ',
                    start,
                    end,
                });
            } else if !letter.is_control() && letter != '\u{ad}' {
                found(Letter { letter, start, end });
            }
        }
    }
}

pub(crate) fn is_han(c: char) -> bool {
    matches!(
        c,
        '\u{4e00}'..='\u{9fff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{323af}'
            | '\u{3005}'
            | '\u{3007}'
    )
}

pub(crate) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}')
}
