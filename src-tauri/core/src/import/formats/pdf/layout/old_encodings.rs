//! Cyrillic and Greek of fonts that say they are Western: `Ïðèâåò` for `Привет`.

use encoding_rs::{Encoding, KOI8_R, WINDOWS_1251, WINDOWS_1252, WINDOWS_1253};

use super::super::content::{Fonts, Glyph};

/// Letters that tell enough.
const ENOUGH: usize = 24;

/// What the letters of each font were so far.
#[derive(Debug, Default)]
pub(in super::super) struct Tally {
    generation: u32,
    fonts: Vec<Counts>,
}

#[derive(Debug, Clone, Default)]
struct Counts {
    /// From À to ÿ.
    upper: Vec<u32>,
    high: usize,
    ascii: usize,
}

/// The six commonest letters of Russian and of Greek, as bytes.
const SIGNS: &[(&Encoding, &str)] = &[
    (WINDOWS_1251, "оеаинт"),
    (KOI8_R, "оеаинт"),
    (WINDOWS_1253, "αοιετν"),
];

impl Tally {
    /// Reads the letters of a page anew where a font shows more accented letters than plain
    /// ones, which no language of the West does.
    pub fn restore(&mut self, glyphs: &mut [Glyph], fonts: &Fonts) {
        if self.generation != fonts.generation {
            self.fonts.clear();
            self.generation = fonts.generation;
        }
        for glyph in glyphs.iter() {
            let at = usize::from(glyph.font);
            if self.fonts.len() <= at {
                self.fonts.resize(at + 1, Counts::default());
            }
            let Some(counts) = self.fonts.get_mut(at) else {
                continue;
            };
            match glyph.c {
                'À'..='ÿ' => {
                    counts.upper.resize(64, 0);
                    counts.high += 1;
                    let letter = u32::from(glyph.c).saturating_sub(0xC0) as usize;
                    if let Some(count) = counts.upper.get_mut(letter) {
                        *count += 1;
                    }
                }
                c if c.is_ascii_alphabetic() => counts.ascii += 1,
                _ => {}
            }
        }
        let encodings: Vec<Option<&'static Encoding>> =
            self.fonts.iter().map(Counts::encoding).collect();
        for glyph in glyphs {
            let encoding = encodings.get(usize::from(glyph.font)).copied().flatten();
            let guessed = fonts.get(glyph.font).is_none_or(|font| font.guessed);
            if let Some(encoding) = encoding
                && (guessed || matches!(glyph.c, 'À'..='ÿ'))
            {
                glyph.c = read_anew(glyph.c, encoding);
            }
        }
    }
}

impl Counts {
    fn encoding(&self) -> Option<&'static Encoding> {
        if self.high < ENOUGH || self.high < self.ascii * 2 {
            return None;
        }
        let score = |encoding: &'static Encoding, letters: &str| -> u32 {
            let (bytes, ..) = encoding.encode(letters);
            let counts = bytes
                .iter()
                .filter_map(|&byte| usize::from(byte).checked_sub(0xC0));
            counts.filter_map(|at| self.upper.get(at)).sum()
        };
        let best = SIGNS
            .iter()
            .max_by_key(|(encoding, letters)| score(encoding, letters))?;
        let (encoding, letters) = best;
        (score(encoding, letters) as usize * 4 > self.high).then_some(*encoding)
    }
}

fn read_anew(c: char, encoding: &'static Encoding) -> char {
    let mut buffer = [0; 4];
    let (bytes, _, unknown) = WINDOWS_1252.encode(c.encode_utf8(&mut buffer));
    if unknown {
        return c;
    }
    let (text, _) = encoding.decode_without_bom_handling(&bytes);
    text.chars().next().unwrap_or(c)
}
