//! Counting and comparing words in any script.

use crate::text::class;

/// True for characters of scripts that are written without spaces between words.
fn is_spaceless(c: char) -> bool {
    matches!(c as u32,
        0x0E00..=0x0EFF      // Thai, Lao
        | 0x1000..=0x109F    // Myanmar
        | 0x1780..=0x17FF    // Khmer
        | 0x3040..=0x30FF    // kana
        | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF) // Han
}

/// How many words `text` has. Scripts without spaces count two characters as one word.
pub(crate) fn count(text: &str) -> usize {
    let mut words = 0;
    let mut spaceless = 0;
    let mut inside = false;
    for c in text.chars() {
        let (letter, joint) = match u8::try_from(c)
            .ok()
            .and_then(|at| ASCII.get(usize::from(at)))
        {
            Some(known) => *known,
            None if is_spaceless(c) => {
                spaceless += 1;
                (false, false)
            }
            None => (class(c).is_letter_or_number(), c == '’'),
        };
        words += usize::from(letter && !inside);
        inside = letter || inside && joint;
    }
    words + usize::div_ceil(spaceless, 2)
}

/// Of each ASCII character, whether it is a part of words, and whether it may stand
/// inside one.
const ASCII: [(bool, bool); 128] = {
    let mut known = [(false, false); 128];
    let mut at = 0_u8;
    while at < 128 {
        known[at as usize] = (
            at.is_ascii_alphanumeric(),
            matches!(at, b'\'' | b'-' | b'.' | b','),
        );
        at += 1;
    }
    known
};

/// True when most letters belong to a script without spaces.
pub(crate) fn mostly_spaceless(text: &str) -> bool {
    let letters = text.chars().filter(|c| class(*c).is_letter()).count();
    let spaceless = text.chars().filter(|&c| is_spaceless(c)).count();
    spaceless * 2 > letters
}

const CLOSERS: &[char] = &[
    '"', '\'', '”', '’', '»', '«', ')', ']', '」', '』', '）', '›', '“', '*', '_',
];

/// True when `text` ends as a sentence does, closing quotes and brackets aside.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let bare = text.trim_end().trim_end_matches(CLOSERS).trim_end();
    bare.ends_with([
        '.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', ':', ';', '：', '．',
    ])
}

/// True when letters are mostly lower case, or the script has no case.
pub(crate) fn mostly_lower(text: &str) -> bool {
    let (mut upper, mut lower) = (0, 0);
    for c in text.chars().map(class) {
        upper += usize::from(c.is_upper());
        lower += usize::from(c.is_lower());
    }
    lower >= upper * 4
}

/// True when `text` reads as running text: a sentence, not a label or a headline.
pub(crate) fn is_running(text: &str) -> bool {
    is_running_of(text, count(text))
}

/// As [`is_running`], when the words are counted already.
pub(crate) fn is_running_of(text: &str, words: usize) -> bool {
    words >= 9 && ends_sentence(text) && mostly_lower(text)
}

/// How many characters of `text` are not blanks.
pub(crate) fn count_visible(text: &str) -> usize {
    if text.is_ascii() {
        // As `char::is_whitespace` has them: a vertical tab is one too.
        let blank = |byte: &u8| matches!(byte, b'\t'..=b'\r' | b' ');
        return text.len() - text.bytes().filter(blank).count();
    }
    text.chars().filter(|c| !class(*c).is_space()).count()
}

/// Whitespace collapsed to single spaces, invisible characters dropped.
pub(crate) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    let mut rest = text;
    loop {
        let (plain, after) = rest.split_at(plain_length(rest.as_bytes()));
        if !plain.is_empty() {
            if space {
                out.push(' ');
                space = false;
            }
            out.push_str(plain);
        }
        let Some(c) = after.chars().next() else {
            return out;
        };
        rest = after.get(c.len_utf8()..).unwrap_or_default();
        if c.is_whitespace() || c == '\u{0}' {
            space = !out.is_empty();
        } else if !is_invisible(c) {
            if space {
                out.push(' ');
                space = false;
            }
            out.push(c);
        }
    }
}

/// Zero-width marks and control characters carry no text.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{AD}' | '\u{2060}') || c.is_control()
}

/// How many bytes at the beginning of `text` are of characters that are certainly kept as
/// they are. Blanks and invisible characters beyond ASCII begin with one of five bytes.
fn plain_length(text: &[u8]) -> usize {
    let plain = |byte: &u8| {
        matches!(byte, b'!'..=b'~' | 0x80..) && !matches!(byte, 0xC2 | 0xE1 | 0xE2 | 0xE3 | 0xEF)
    };
    text.iter()
        .position(|byte| !plain(byte))
        .unwrap_or(text.len())
}

/// The form in which lines are compared and cues are written: lower case, words
/// with single spaces, apostrophes dropped, runs of digits as `#`.
pub(crate) fn cue_key(text: &str) -> String {
    key(text, true)
}

/// As [`cue_key`], with the digits kept: equal for two printings of one sentence.
pub(crate) fn same_key(text: &str) -> String {
    key(text, false)
}

fn key(text: &str, hide_digits: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    let mut last_digit = false;
    let mut rest = text;
    while let Some(first) = rest.bytes().next() {
        let letters = plain_letters(rest.as_bytes(), hide_digits);
        let (taken, after) = rest.split_at(letters);
        rest = after;
        if !taken.is_empty() {
            if space && !out.is_empty() {
                out.push(' ');
            }
            space = false;
            last_digit = false;
            out.push_str(taken);
        } else if first.is_ascii() {
            rest = rest.get(1..).unwrap_or_default();
            match first {
                b'\'' | b'`' => {}
                b'0'..=b'9' => {
                    if space && !out.is_empty() {
                        out.push(' ');
                    }
                    if !last_digit || space {
                        out.push('#');
                    }
                    space = false;
                    last_digit = true;
                }
                // 1,234 is one number.
                b'.' | b',' if last_digit && hide_digits => {}
                _ => space = true,
            }
        } else if let Some(c) = rest.chars().next() {
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            let known = class(c);
            if matches!(c, '’' | '‘' | 'ʼ') {
                continue;
            }
            if known.is_letter_or_number() || c == '©' || is_mark(c) {
                if space && !out.is_empty() {
                    out.push(' ');
                }
                space = false;
                last_digit = false;
                if known.is_lowered() {
                    out.extend(c.to_lowercase());
                } else {
                    out.push(c);
                }
            } else {
                space = true;
            }
        }
    }
    out.make_ascii_lowercase();
    out
}

/// How many bytes at the beginning of `text` are letters of ASCII, or digits that are kept.
fn plain_letters(text: &[u8], hide_digits: bool) -> usize {
    let plain = |byte: &u8| byte.is_ascii_alphabetic() || !hide_digits && byte.is_ascii_digit();
    text.iter()
        .position(|byte| !plain(byte))
        .unwrap_or(text.len())
}

/// True when the [`cue_key`] of `text` differs from its [`same_key`].
pub(crate) fn has_digits(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Vowel signs of Indic, Arabic and Hebrew scripts belong to the word.
fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x0300..=0x036F | 0x0591..=0x05C7 | 0x064B..=0x065F | 0x0900..=0x0D7F | 0x0E31..=0x0E4E)
}

/// `text` cut to at most `max` characters, with an ellipsis when something was cut.
pub(crate) fn shorten(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let mut cut: String = text.chars().take(max.saturating_sub(1)).collect();
    if let Some(space) = cut.rfind(' ').filter(|&at| at > cut.len() / 2) {
        cut.truncate(space);
    }
    cut.push('…');
    cut
}
