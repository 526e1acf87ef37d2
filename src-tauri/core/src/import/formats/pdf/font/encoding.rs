//! What the codes of simple fonts stand for (ISO 32000-1, annex D).

use encoding_rs::{MACINTOSH, WINDOWS_1252};

/// The encodings that a font can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    Standard,
    WinAnsi,
    MacRoman,
    Symbol,
}

impl Base {
    pub(super) fn of_name(name: &[u8]) -> Option<Self> {
        match name {
            b"WinAnsiEncoding" => Some(Self::WinAnsi),
            b"MacRomanEncoding" => Some(Self::MacRoman),
            b"StandardEncoding" => Some(Self::Standard),
            _ => None,
        }
    }

    /// The character of a code; `None` where the encoding has none.
    pub(super) fn char_of(self, code: u8) -> Option<char> {
        let single = |encoding: &'static encoding_rs::Encoding| {
            let bytes = [code];
            let (text, _) = encoding.decode_without_bom_handling(&bytes);
            text.chars().next()
        };
        let found = match self {
            Self::Standard => standard(code),
            // What WinAnsi leaves open is a bullet.
            Self::WinAnsi => single(WINDOWS_1252).map(|c| match c {
                '\u{80}'..='\u{9F}' => '•',
                c => c,
            }),
            Self::MacRoman => single(MACINTOSH),
            Self::Symbol => symbol(code),
        };
        found.filter(|c| !c.is_control())
    }
}

#[rustfmt::skip]
const STANDARD: &[(u8, char)] = &[
    (0x27, '’'), (0x60, '‘'), (0xA1, '¡'), (0xA2, '¢'), (0xA3, '£'), (0xA4, '⁄'), (0xA5, '¥'), (0xA6, 'ƒ'), (0xA7, '§'), (0xA8, '¤'),
    (0xA9, '\''), (0xAA, '“'), (0xAB, '«'), (0xAC, '‹'), (0xAD, '›'), (0xAE, 'ﬁ'), (0xAF, 'ﬂ'), (0xB1, '–'), (0xB2, '†'), (0xB3, '‡'),
    (0xB4, '·'), (0xB6, '¶'), (0xB7, '•'), (0xB8, '‚'), (0xB9, '„'), (0xBA, '”'), (0xBB, '»'), (0xBC, '…'), (0xBD, '‰'), (0xBF, '¿'),
    (0xC1, '`'), (0xC2, '´'), (0xC3, 'ˆ'), (0xC4, '˜'), (0xC5, '¯'), (0xC6, '˘'), (0xC7, '˙'), (0xC8, '¨'), (0xCA, '˚'), (0xCB, '¸'),
    (0xCD, '˝'), (0xCE, '˛'), (0xCF, 'ˇ'), (0xD0, '—'), (0xE1, 'Æ'), (0xE3, 'ª'), (0xE8, 'Ł'), (0xE9, 'Ø'), (0xEA, 'Œ'), (0xEB, 'º'),
    (0xF1, 'æ'), (0xF5, 'ı'), (0xF8, 'ł'), (0xF9, 'ø'), (0xFA, 'œ'), (0xFB, 'ß'),
];

fn standard(code: u8) -> Option<char> {
    match STANDARD.iter().find(|(known, _)| *known == code) {
        Some((_, c)) => Some(*c),
        None => (0x20..0x7F).contains(&code).then(|| char::from(code)),
    }
}

/// The letters of the Symbol font from 0x41 and 0x61, and the signs that texts use.
fn symbol(code: u8) -> Option<char> {
    const UPPER: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const LOWER: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    #[rustfmt::skip]
    const SIGNS: &[(u8, char)] = &[
        (0x2D, '−'), (0xA0, '€'), (0xA2, '′'), (0xA3, '≤'), (0xA5, '∞'), (0xAC, '←'), (0xAE, '→'), (0xB0, '°'), (0xB1, '±'), (0xB2, '″'),
        (0xB3, '≥'), (0xB4, '×'), (0xB7, '•'), (0xB8, '÷'), (0xB9, '≠'), (0xBB, '≈'), (0xBC, '…'), (0xD2, '®'), (0xD3, '©'), (0xD4, '™'),
    ];
    match code {
        b'A'..=b'Z' => UPPER.chars().nth(usize::from(code - b'A')),
        b'a'..=b'z' => LOWER.chars().nth(usize::from(code - b'a')),
        _ => SIGNS
            .iter()
            .find(|(known, _)| *known == code)
            .map(|(_, c)| *c)
            .or_else(|| standard(code)),
    }
}
