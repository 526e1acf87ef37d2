//! Fonts of one byte per character: Type 1, TrueType, Type 3.

use super::super::syntax::{Dict, File, Object};
use super::encoding::Base;
use super::program::Program;
use super::standard_widths;
use super::to_unicode::{CodeMap, is_empty};
use super::{Char, glyph_names};

#[derive(Debug)]
pub(super) struct Simple {
    /// Per code: text, empty where it is unknown, and width in thousandths of the size.
    codes: Vec<(String, f64)>,
}

impl Simple {
    pub(super) fn read(file: &File, dict: &Dict, name: &str, map: Option<&CodeMap>) -> Self {
        let descriptor = file.dict(dict, b"FontDescriptor");
        let texts = texts(file, dict, &descriptor, name, map);
        let widths = file.get(dict, b"Widths");
        let first = file.get(dict, b"FirstChar").integer().unwrap_or(0);
        let missing = file.get(&descriptor, b"MissingWidth").number();
        let width_of = |code: usize, text: &str| {
            let at = usize::try_from(code as i64 - first).ok();
            let given = at.and_then(|at| widths.array()?.get(at));
            let given = given.and_then(|width| file.resolve(width).number());
            given.or(missing).unwrap_or_else(|| {
                standard_widths::width_of(name, text.chars().next().unwrap_or('n'))
            })
        };
        // Type 3 widths are in the units of the font's own matrix.
        let unit = match file.get(dict, b"FontMatrix").array() {
            Some([first, ..]) if dict.raw(b"Subtype").name() == Some(b"Type3") => {
                file.resolve(first).number().unwrap_or(0.001) * 1000.0
            }
            _ => 1.0,
        };
        let codes = texts
            .into_iter()
            .enumerate()
            .map(|(code, text)| {
                let width = (width_of(code, &text) * unit).clamp(-10_000.0, 10_000.0);
                (text, width)
            })
            .collect();
        Self { codes }
    }

    pub(super) fn char_of(&self, code: u8) -> Char<'_> {
        let found = self.codes.get(usize::from(code));
        let (text, width) = found.map_or(("", 0.0), |(text, width)| (text.as_str(), *width));
        Char {
            text,
            width,
            word_space: code == 32,
        }
    }
}

/// ToUnicode, then the font's own differences, then the encoding it names, then itself.
fn texts(
    file: &File,
    dict: &Dict,
    descriptor: &Dict,
    name: &str,
    map: Option<&CodeMap>,
) -> Vec<String> {
    let encoding = file.get(dict, b"Encoding");
    let (base, differences) = match &encoding {
        Object::Name(name) => (Base::of_name(name), Object::Null),
        Object::Dict(dict) => {
            let base = file.get(dict, b"BaseEncoding");
            let base = base.name().and_then(Base::of_name);
            (base, file.get(dict, b"Differences"))
        }
        _ => (None, Object::Null),
    };
    let named = names(file, &differences);
    let flags = file.get(descriptor, b"Flags").integer().unwrap_or(0);
    let symbolic = flags & 4 != 0;
    let complete = map.is_some_and(CodeMap::has_text);
    let built_in = (base.is_none() || symbolic) && !complete;
    let program = built_in.then(|| Program::read(file, descriptor)).flatten();
    let own = program.map(|program| program.codes()).unwrap_or_default();
    let fallback = match base {
        Some(base) => base,
        None if name.starts_with("Symbol") => Base::Symbol,
        None if dict.raw(b"Subtype").name() == Some(b"TrueType") => Base::WinAnsi,
        None => Base::Standard,
    };
    (0..=255_u8)
        .map(|code| {
            let mapped = map.and_then(|map| map.text(u32::from(code)));
            if let Some(text) = mapped {
                return text;
            }
            if let Some(Some(name)) = named.get(usize::from(code)) {
                return match glyph_names::text_of(name) {
                    Some(text) => text,
                    None => own.get(&code).cloned().unwrap_or_default(),
                };
            }
            if let Some(text) = own.get(&code) {
                return text.clone();
            }
            // A subset whose table names some codes means the others to be nothing.
            if complete && symbolic {
                return String::new();
            }
            let c = fallback.char_of(code).filter(|&c| !is_empty(c));
            c.map(String::from).unwrap_or_default()
        })
        .collect()
}

/// `[65 /A /B 97 /a]`: names from a code on.
fn names(file: &File, differences: &Object) -> Vec<Option<String>> {
    let mut names = vec![None; 256];
    let mut code = 0_usize;
    for item in differences.array().unwrap_or_default() {
        match file.resolve(item) {
            Object::Name(name) => {
                if let Some(slot) = names.get_mut(code) {
                    *slot = Some(String::from_utf8_lossy(&name).into_owned());
                }
                code += 1;
            }
            other => code = other.index().unwrap_or(code),
        }
    }
    names
}
