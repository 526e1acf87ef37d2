//! Counting and comparing words in any script.

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
            None => (c.is_alphanumeric(), c == '’'),
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
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
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
    for c in text.chars() {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
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

/// Whitespace collapsed to single spaces, invisible characters dropped.
pub(crate) fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        if c.is_whitespace() || c == '\u{0}' {
            space = !out.is_empty();
        } else if matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{AD}' | '\u{2060}') || (c.is_control()) {
            // Zero-width marks and control characters carry no text.
        } else {
            if space {
                out.push(' ');
                space = false;
            }
            out.push(c);
        }
    }
    out
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
    for c in text.chars() {
        if matches!(c, '\'' | '’' | '‘' | '`' | 'ʼ') {
            continue;
        }
        if c.is_numeric() && hide_digits && c.to_digit(36).is_some_and(|d| d < 10) {
            if space && !out.is_empty() {
                out.push(' ');
            }
            if !last_digit || space {
                out.push('#');
            }
            space = false;
            last_digit = true;
        } else if c.is_alphanumeric() || c == '©' || !c.is_ascii() && is_mark(c) {
            if space && !out.is_empty() {
                out.push(' ');
            }
            space = false;
            last_digit = false;
            if c.is_ascii() {
                out.push(c.to_ascii_lowercase());
            } else {
                out.extend(c.to_lowercase());
            }
        } else if last_digit && matches!(c, '.' | ',') && hide_digits {
            // 1,234 is one number.
        } else {
            space = true;
        }
    }
    out
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
