//! Letters that Unicode holds apart and readers type for one another.
//!
//! Only what decomposition and lower case leave over is listed here: `é` and `أ`
//! are a letter and a mark by then. Character facts: the Unicode Standard,
//! chapters 7 to 9 and 12, and its list of confusables for Latin.

/// What becomes of a lower-case letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letter {
    Same,
    One(char),
    Many(&'static str),
    Ignored,
}

pub(super) fn letter(c: char) -> Letter {
    match c {
        '\0'..='\u{7F}' => Letter::Same,
        '\u{80}'..='\u{36F}' | '\u{1D00}'..='\u{1EFF}' => latin(c),
        '\u{370}'..='\u{52F}' => greek_or_cyrillic(c),
        '\u{590}'..='\u{5FF}' => hebrew(c),
        '\u{600}'..='\u{8FF}' => arabic(c),
        // Both syllabaries write the same sounds: リンゴ, りんご.
        '\u{30A1}'..='\u{30F6}' => {
            char::from_u32(c as u32 - 0x60).map_or(Letter::Same, Letter::One)
        }
        _ => digit(c),
    }
}

fn latin(c: char) -> Letter {
    match c {
        'ı' | 'ɨ' => Letter::One('i'),
        'đ' | 'ð' | 'ɖ' | 'ɗ' => Letter::One('d'),
        'ł' | 'ƚ' => Letter::One('l'),
        'ø' | 'ɔ' => Letter::One('o'),
        'ħ' => Letter::One('h'),
        'ŧ' => Letter::One('t'),
        'ŋ' | 'ɲ' => Letter::One('n'),
        'ə' | 'ǝ' | 'ɛ' => Letter::One('e'),
        'ɓ' => Letter::One('b'),
        'ƙ' | 'ĸ' => Letter::One('k'),
        'ƴ' => Letter::One('y'),
        'ƒ' => Letter::One('f'),
        'ß' => Letter::Many("ss"),
        'æ' => Letter::Many("ae"),
        'œ' => Letter::Many("oe"),
        'þ' => Letter::Many("th"),
        // Catalan's raised dot joins the two halves of one word: col·lectiu.
        '·' => Letter::Ignored,
        _ => Letter::Same,
    }
}

fn greek_or_cyrillic(c: char) -> Letter {
    match c {
        'ς' => Letter::One('σ'),
        // Ukrainian and Russian spell the same names with either.
        'ґ' => Letter::One('г'),
        _ => Letter::Same,
    }
}

fn hebrew(c: char) -> Letter {
    match c {
        'ך' => Letter::One('כ'),
        'ם' => Letter::One('מ'),
        'ן' => Letter::One('נ'),
        'ף' => Letter::One('פ'),
        'ץ' => Letter::One('צ'),
        _ => Letter::Same,
    }
}

fn arabic(c: char) -> Letter {
    match c {
        // Tatweel only stretches; a hamza by itself is left out as often as not.
        'ـ' | 'ء' => Letter::Ignored,
        'ٱ' => Letter::One('ا'),
        'ة' | 'ۃ' | 'ہ' | 'ە' | 'ھ' => Letter::One('ه'),
        'ى' | 'ی' | 'ې' => Letter::One('ي'),
        'ک' | 'ڪ' => Letter::One('ك'),
        _ => digit(c),
    }
}

/// The code points of the zeros of all scripts' decimal digits (general
/// category Nd); the nine others follow each.
const ZEROS: [u32; 42] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x1E950,
];

fn digit(c: char) -> Letter {
    let code = c as u32;
    // Kana, Han and Hangul: most of what comes here, and no digits among them.
    if (0x3000..0xA620).contains(&code) {
        return Letter::Same;
    }
    let after = ZEROS.partition_point(|zero| *zero <= code);
    let value = after.checked_sub(1).map(|before| code - ZEROS[before]);
    match value {
        Some(value @ 0..=9) => char::from_digit(value, 10).map_or(Letter::Same, Letter::One),
        _ => Letter::Same,
    }
}
