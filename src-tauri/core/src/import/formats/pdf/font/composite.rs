//! Fonts of several bytes per character (ISO 32000-1, 9.7): most of what is not Latin.

use std::collections::HashMap;

use hayro_cmap::{BfString, CMap, CMapName, CidFamily, WritingMode, load_embedded};

use super::super::syntax::{Dict, File, Object};
use super::Char;
use super::program::Program;
use super::to_unicode::{CodeMap, number};

/// Widths that one font may give.
const MAX_WIDTHS: usize = 100_000;

/// Codes whose text is remembered.
const MAX_KNOWN: usize = 20_000;

/// How codes lead to numbers of characters in the font's collection.
#[derive(Debug)]
enum Codes {
    Identity,
    Own(CodeMap),
    Named(Box<CMap>),
}

#[derive(Debug)]
pub(super) struct Composite {
    codes: Codes,
    pub vertical: bool,
    widths: HashMap<u32, f64>,
    default_width: f64,
    map: Option<CodeMap>,
    /// Text of the collection's characters, where the font is of a known one.
    collection: Option<Box<CMap>>,
    /// Text of the embedded font's glyphs, where nothing else says.
    glyphs: HashMap<u32, String>,
    /// Text of codes met so far.
    known: HashMap<u32, String>,
}

impl Composite {
    pub(super) fn read(file: &File, dict: &Dict, map: Option<CodeMap>) -> Self {
        let below = file.get(dict, b"DescendantFonts");
        let below = below.array().and_then(|fonts| fonts.first());
        let below = below.map(|font| file.resolve(font)).unwrap_or_default();
        let below = below.dict().cloned().unwrap_or_default();
        let encoding = file.get(dict, b"Encoding");
        let codes = read_codes(file, &encoding);
        let vertical = match &codes {
            Codes::Identity => encoding.name() == Some(b"Identity-V"),
            Codes::Own(map) => map.vertical,
            Codes::Named(map) => map.metadata().writing_mode == Some(WritingMode::Vertical),
        };
        let silent = map.as_ref().is_none_or(|map| !map.has_text());
        let collection = silent.then(|| collection(file, &below)).flatten();
        let glyphs = if silent && collection.is_none() {
            let descriptor = file.dict(&below, b"FontDescriptor");
            glyphs(file, &below, &descriptor)
        } else {
            HashMap::new()
        };
        Self {
            codes,
            vertical,
            widths: widths(file, &below),
            default_width: file.get(&below, b"DW").number().unwrap_or(1000.0),
            map,
            collection,
            glyphs,
            known: HashMap::new(),
        }
    }

    /// The character at the start of `bytes` and how many bytes it takes, at least one.
    pub(super) fn next(&mut self, bytes: &[u8]) -> (Char<'_>, usize) {
        let (code, length, glyph) = self.read_code(bytes);
        if !self.known.contains_key(&code) {
            if self.known.len() > MAX_KNOWN {
                self.known.clear();
            }
            let text = self.text(code, length, glyph);
            self.known.insert(code, text);
        }
        let width = self
            .widths
            .get(&glyph)
            .copied()
            .unwrap_or(self.default_width);
        let character = Char {
            text: self.known.get(&code).map_or("", String::as_str),
            // In vertical text one em down, by default.
            width: if self.vertical { 1000.0 } else { width },
            word_space: length == 1 && code == 32,
        };
        (character, length)
    }

    /// How many entries it keeps in memory.
    pub(super) fn weight(&self) -> usize {
        let map = self.map.as_ref().map_or(0, CodeMap::weight);
        let own = match &self.codes {
            Codes::Own(map) => map.weight(),
            Codes::Identity | Codes::Named(_) => 0,
        };
        map + own + self.widths.len() / 4 + self.glyphs.len()
    }

    fn read_code(&self, bytes: &[u8]) -> (u32, usize, u32) {
        let take = |length: usize| {
            let length = length.min(bytes.len()).max(1);
            (number(bytes.get(..length).unwrap_or_default()), length)
        };
        match &self.codes {
            Codes::Identity => {
                let (code, length) = take(2);
                (code, length, code)
            }
            Codes::Own(map) => {
                let (code, length) = take(map.code_length(bytes).unwrap_or(2));
                (code, length, map.glyph(code).unwrap_or(code))
            }
            Codes::Named(map) => {
                for length in 1..=bytes.len().min(4) {
                    let (code, length) = take(length);
                    let size = u8::try_from(length).unwrap_or(1);
                    if let Some(glyph) = map.lookup_cid_code(code, size) {
                        return (code, length, glyph);
                    }
                }
                let (code, length) = take(2);
                (code, length, 0)
            }
        }
    }

    fn text(&self, code: u32, length: usize, glyph: u32) -> String {
        if let Some(text) = self.map.as_ref().and_then(|map| map.text(code)) {
            return text;
        }
        if let Some(found) = self
            .collection
            .as_ref()
            .and_then(|map| map.lookup_bf_string(glyph))
        {
            return match found {
                BfString::Char(c) => c.to_string(),
                BfString::String(text) => text,
            };
        }
        if let Some(text) = self.glyphs.get(&glyph) {
            return text.clone();
        }
        // The code itself is Unicode in the tables that are named after it.
        if let Codes::Named(map) = &self.codes
            && let Some(name) = &map.metadata().name
            && name.starts_with(b"Uni")
            && length == 2
        {
            return char::from_u32(code).map(String::from).unwrap_or_default();
        }
        String::new()
    }
}

fn read_codes(file: &File, encoding: &Object) -> Codes {
    let named = |name: &[u8]| {
        let name = CMapName::from_bytes(name);
        CMap::parse(load_embedded(name)?, load_embedded).map(Box::new)
    };
    match encoding {
        Object::Name(name) if name.starts_with(b"Identity") => Codes::Identity,
        Object::Name(name) => named(name).map_or(Codes::Identity, Codes::Named),
        Object::Stream(stream) => {
            let map = CodeMap::parse(&file.unpack(stream).unwrap_or_default());
            match map.base.as_deref().and_then(named) {
                Some(base) => Codes::Named(base),
                None => Codes::Own(map),
            }
        }
        _ => Codes::Identity,
    }
}

/// The text of Adobe's collections for Chinese, Japanese and Korean.
fn collection(file: &File, below: &Dict) -> Option<Box<CMap>> {
    let info = file.dict(below, b"CIDSystemInfo");
    let registry = file.get(&info, b"Registry");
    let ordering = file.get(&info, b"Ordering");
    let family = CidFamily::from_registry_ordering(registry.string()?, ordering.string()?);
    CMap::parse(load_embedded(family.ucs2_cmap()?)?, load_embedded).map(Box::new)
}

/// Through `CIDToGIDMap` to the glyphs of an embedded TrueType font.
fn glyphs(file: &File, below: &Dict, descriptor: &Dict) -> HashMap<u32, String> {
    let Some(program) = Program::read(file, descriptor) else {
        return HashMap::new();
    };
    let by_glyph = program.glyphs();
    let Object::Stream(stream) = file.get(below, b"CIDToGIDMap") else {
        return by_glyph;
    };
    let bytes = file.unpack(&stream).unwrap_or_default();
    let glyphs = bytes.chunks_exact(2).map(number);
    (0..)
        .zip(glyphs)
        .filter_map(|(code, glyph)| Some((code, by_glyph.get(&glyph)?.clone())))
        .collect()
}

/// `[1 [500 600] 10 20 700]`: a list from a number on, or one width for a range.
fn widths(file: &File, below: &Dict) -> HashMap<u32, f64> {
    let list = file.get(below, b"W");
    let mut items = list
        .array()
        .unwrap_or_default()
        .iter()
        .map(|item| file.resolve(item));
    let mut widths = HashMap::new();
    file.budget
        .spend(list.array().map_or(0, <[Object]>::len) * 4);
    while let (Some(first), Some(second)) = (items.next(), items.next()) {
        let Some(first) = first.index().and_then(|first| u32::try_from(first).ok()) else {
            continue;
        };
        if widths.len() > MAX_WIDTHS {
            break;
        }
        match second {
            Object::Array(list) => {
                for (number, width) in (first..).zip(list.iter().take(MAX_WIDTHS)) {
                    if let Some(width) = file.resolve(width).number() {
                        widths.insert(number, width);
                    }
                }
            }
            last => {
                let (Some(last), Some(width)) = (last.index(), items.next()) else {
                    break;
                };
                let last = u32::try_from(last)
                    .unwrap_or(first)
                    .min(first.saturating_add(0xFFFF));
                file.budget.spend((last - first.min(last)) as usize);
                if let Some(width) = width.number() {
                    widths.extend((first..=last).map(|number| (number, width)));
                }
            }
        }
    }
    widths
}
