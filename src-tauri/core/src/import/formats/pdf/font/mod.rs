//! Fonts: from the codes in a page's program to text and widths.

mod composite;
mod encoding;
mod glyph_names;
mod program;
mod simple;
mod standard_widths;
mod to_unicode;

use composite::Composite;
use simple::Simple;
use to_unicode::CodeMap;

use super::syntax::{Dict, File, Object};

/// One character as a font shows it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Char<'f> {
    /// Empty where nothing says what it means.
    pub text: &'f str,
    /// In thousandths of the font's size.
    pub width: f64,
    /// The one-byte code 32, which word spacing widens.
    pub word_space: bool,
}

/// What reading a font costs apart from its streams, in units of the budget.
const READING: usize = 4000;

/// A font of a page.
#[derive(Debug)]
pub(super) struct Font {
    kind: Kind,
    pub bold: bool,
    /// No table of its own says what its codes mean.
    pub guessed: bool,
    /// The height of its letters per unit of size, where that is not one: Type 3 fonts
    /// are drawn in units of their own.
    pub em: f64,
}

#[derive(Debug)]
enum Kind {
    Simple(Box<Simple>),
    Composite(Box<Composite>),
}

impl Font {
    pub(super) fn read(file: &File, dict: &Dict) -> Self {
        file.budget.spend(READING);
        let name = file.get(dict, b"BaseFont");
        let name = String::from_utf8_lossy(name.name().unwrap_or_default()).into_owned();
        // `ABCDEF+Times`: the mark of a subset.
        let name = match name.split_once('+') {
            Some((mark, rest)) if mark.len() == 6 => rest.to_owned(),
            _ => name,
        };
        let map = match file.get(dict, b"ToUnicode") {
            Object::Stream(stream) => file.unpack(&stream),
            _ => None,
        };
        let map = map.map(|bytes| CodeMap::parse(&bytes));
        let guessed = map.as_ref().is_none_or(|map| !map.has_text());
        let kind = if file.get(dict, b"Subtype").name() == Some(b"Type0") {
            Kind::Composite(Box::new(Composite::read(file, dict, map)))
        } else {
            Kind::Simple(Box::new(Simple::read(file, dict, &name, map.as_ref())))
        };
        let lower = name.to_lowercase();
        let heavy = ["bold", "black", "heavy", "semibold", "demi"];
        Self {
            kind,
            bold: heavy.iter().any(|word| lower.contains(word)),
            guessed,
            em: em(file, dict),
        }
    }

    /// How much it keeps in memory, in entries of some 70 bytes.
    pub(super) fn weight(&self) -> usize {
        match &self.kind {
            Kind::Simple(_) => 256,
            Kind::Composite(font) => font.weight(),
        }
    }

    /// Written from top to bottom.
    pub(super) fn is_vertical(&self) -> bool {
        match &self.kind {
            Kind::Simple(_) => false,
            Kind::Composite(font) => font.vertical,
        }
    }

    /// Gives each character of a string to `take`.
    pub(super) fn decode(&mut self, mut bytes: &[u8], mut take: impl FnMut(Char)) {
        match &mut self.kind {
            Kind::Simple(font) => {
                for &code in bytes {
                    take(font.char_of(code));
                }
            }
            Kind::Composite(font) => {
                while !bytes.is_empty() {
                    let (character, length) = font.next(bytes);
                    take(character);
                    bytes = bytes.get(length.max(1)..).unwrap_or_default();
                }
            }
        }
    }
}

/// From the box that holds all glyphs of a Type 3 font.
fn em(file: &File, dict: &Dict) -> f64 {
    if dict.raw(b"Subtype").name() != Some(b"Type3") {
        return 1.0;
    }
    let numbers = |key: &[u8]| -> Vec<f64> {
        let list = file.get(dict, key);
        let list = list.array().unwrap_or_default().iter();
        list.filter_map(|item| file.resolve(item).number())
            .collect()
    };
    let scale = numbers(b"FontMatrix")
        .get(3)
        .map_or(0.001, |scale| scale.abs());
    let height = match numbers(b"FontBBox").as_slice() {
        [_, bottom, _, top] => (top - bottom).abs(),
        _ => 0.0,
    };
    let em = if height > 0.0 {
        height * scale
    } else {
        scale * 1000.0
    };
    if em.is_finite() && em > 1e-6 { em } else { 1.0 }
}
