//! The tables by which a font says what its codes mean (ISO 32000-1, 9.10.3), and the
//! ones that it brings to read codes with (9.7.5). One program in both.

use std::collections::HashMap;

use super::super::syntax::{Lexer, Object, Token};

/// Codes that one table may name.
const MAX_CODES: usize = 70_000;

/// A character map as a font carries it.
#[derive(Debug, Default)]
pub(super) struct CodeMap {
    text: HashMap<u32, String>,
    /// First and last code, and the UTF-16 of the first.
    ranges: Vec<(u32, u32, Vec<u16>)>,
    /// First and last code, and the number of the first glyph.
    glyphs: Vec<(u32, u32, u32)>,
    /// Length in bytes, first and last code.
    spaces: Vec<(usize, u32, u32)>,
    /// The named table that it adds to.
    pub base: Option<Vec<u8>>,
    pub vertical: bool,
}

impl CodeMap {
    /// Reads what can be read; a damaged entry costs only itself.
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut lexer = Lexer::of_content(bytes);
        let mut before: Vec<Object> = Vec::new();
        while let Some(token) = lexer.next() {
            let word = match token {
                Token::Object(object) => {
                    // Enough for the operands of the words below.
                    if before.len() > 100_000 {
                        before.clear();
                    }
                    before.push(object);
                    continue;
                }
                Token::Word(word) => word,
            };
            match word {
                b"usecmap" => {
                    map.base = before.last().and_then(Object::name).map(<[u8]>::to_vec);
                }
                b"def" => {
                    if let [.., Object::Name(name), value] = before.as_slice()
                        && **name == *b"WMode"
                    {
                        map.vertical = value.integer() == Some(1);
                    }
                }
                b"endcodespacerange" => map.add_spaces(&before),
                b"endbfchar" => map.add_chars(&before),
                b"endbfrange" => map.add_ranges(&before),
                b"endcidchar" => {
                    for pair in before.chunks_exact(2) {
                        if let [code, glyph] = pair {
                            map.add_glyphs(code, code, glyph);
                        }
                    }
                }
                b"endcidrange" => {
                    for three in before.chunks_exact(3) {
                        if let [first, last, glyph] = three {
                            map.add_glyphs(first, last, glyph);
                        }
                    }
                }
                _ => {}
            }
            before.clear();
        }
        map.glyphs.sort_unstable();
        map.ranges.sort_by_key(|(first, ..)| *first);
        map
    }

    pub(super) fn text(&self, code: u32) -> Option<String> {
        if let Some(text) = self.text.get(&code) {
            return Some(text.clone());
        }
        let after = self.ranges.partition_point(|(first, ..)| *first <= code);
        let (first, last, units) = self.ranges.get(after.checked_sub(1)?)?;
        if code > *last {
            return None;
        }
        meaning(units.clone(), code - first)
    }

    pub(super) fn weight(&self) -> usize {
        self.text.len() + self.ranges.len() + self.glyphs.len() / 4
    }

    pub(super) fn has_text(&self) -> bool {
        !self.text.is_empty() || !self.ranges.is_empty()
    }

    pub(super) fn glyph(&self, code: u32) -> Option<u32> {
        let after = self.glyphs.partition_point(|&(first, ..)| first <= code);
        let &(first, last, glyph) = self.glyphs.get(after.checked_sub(1)?)?;
        (code <= last).then(|| glyph.saturating_add(code - first))
    }

    /// How many bytes the code at the start of `bytes` has; `None` where no range says.
    pub(super) fn code_length(&self, bytes: &[u8]) -> Option<usize> {
        (1..=4).find(|&length| {
            bytes.get(..length).is_some_and(|code| {
                let code = number(code);
                self.spaces
                    .iter()
                    .any(|&(size, low, high)| size == length && within(code, low, high, length))
            })
        })
    }

    fn add_spaces(&mut self, operands: &[Object]) {
        for pair in operands.chunks_exact(2) {
            if let [Object::String(low), Object::String(high)] = pair
                && self.spaces.len() < 32
            {
                self.spaces.push((low.len(), number(low), number(high)));
            }
        }
    }

    fn add_chars(&mut self, operands: &[Object]) {
        for pair in operands.chunks_exact(2) {
            if let [Object::String(code), target] = pair {
                self.add_text(number(code), target);
            }
        }
    }

    fn add_ranges(&mut self, operands: &[Object]) {
        for three in operands.chunks_exact(3) {
            let [Object::String(first), Object::String(last), target] = three else {
                continue;
            };
            let (first, last) = (number(first), number(last));
            match target {
                Object::Array(targets) => {
                    for (code, target) in (first..=last).zip(targets.iter()) {
                        self.add_text(code, target);
                    }
                }
                Object::String(bytes) if self.ranges.len() < MAX_CODES => {
                    self.ranges.push((first, last, units(bytes)));
                }
                _ => {}
            }
        }
    }

    fn add_text(&mut self, code: u32, target: &Object) {
        if let Object::String(bytes) = target
            && let Some(text) = meaning(units(bytes), 0)
            && self.text.len() < MAX_CODES
        {
            self.text.insert(code, text);
        }
    }

    fn add_glyphs(&mut self, first: &Object, last: &Object, glyph: &Object) {
        if let (Object::String(first), Object::String(last), Some(glyph)) =
            (first, last, glyph.index())
            && self.glyphs.len() < MAX_CODES
        {
            let glyph = u32::try_from(glyph).unwrap_or(0);
            self.glyphs.push((number(first), number(last), glyph));
        }
    }
}

/// UTF-16, big end first; one byte alone counts as itself.
fn units(bytes: &[u8]) -> Vec<u16> {
    match bytes {
        [one] => vec![u16::from(*one)],
        more => more
            .chunks_exact(2)
            .take(32)
            .map(|pair| {
                pair.iter()
                    .fold(0, |unit, &byte| unit << 8 | u16::from(byte))
            })
            .collect(),
    }
}

/// The text `step` codes after that of `units`.
fn meaning(mut units: Vec<u16>, step: u32) -> Option<String> {
    if let Some(last) = units.last_mut() {
        *last = last.checked_add(u16::try_from(step).ok()?)?;
    }
    let text = String::from_utf16_lossy(&units);
    // Nulls, private use and replacement characters say nothing of the letter.
    text.chars().any(|c| !is_empty(c)).then_some(text)
}

/// True for characters that carry no meaning outside the font.
pub(super) fn is_empty(c: char) -> bool {
    matches!(
        c,
        '\0' | '\u{FFFD}' | '\u{FFFF}' | '\u{FFFE}' | '\u{E000}'..='\u{F8FF}'
    )
}

/// Each byte of a code must be within the bytes of the range's ends.
fn within(code: u32, low: u32, high: u32, length: usize) -> bool {
    (0..length).all(|at| {
        let byte = |value: u32| value >> (8 * at) & 0xFF;
        (byte(low)..=byte(high)).contains(&byte(code))
    })
}

pub(super) fn number(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .take(4)
        .fold(0, |value, &byte| value << 8 | u32::from(byte))
}
