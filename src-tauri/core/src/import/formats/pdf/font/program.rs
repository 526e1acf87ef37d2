//! What an embedded font itself knows of its glyphs, for fonts that say nothing else.

use std::collections::HashMap;

use ttf_parser::{Face, GlyphId, cff};

use super::super::syntax::{Dict, File, Object};
use super::glyph_names;

/// Largest font that is looked into, in bytes.
const MAX_FONT: usize = 24 << 20;
/// Tables of one font that are looked at.
const MAX_TABLES: usize = 4;
/// Glyphs of a font whose names are looked at; subsets have fewer.
const MAX_NAMED: u16 = 3000;
/// Where letters are: the first plane and the rarer ideographs.
const POINTS: [std::ops::Range<u32>; 2] = [0x20..0x1_0000, 0x2_0000..0x2_B000];

/// The embedded font of a descriptor.
#[derive(Debug)]
pub(super) enum Program {
    TrueType(Vec<u8>),
    Compact(Vec<u8>),
    Type1(Vec<u8>),
}

impl Program {
    pub(super) fn read(file: &File, descriptor: &Dict) -> Option<Self> {
        let bytes = |key: &[u8]| match file.get(descriptor, key) {
            Object::Stream(stream) => file.unpack(&stream).filter(|bytes| bytes.len() <= MAX_FONT),
            _ => None,
        };
        if let Some(bytes) = bytes(b"FontFile2") {
            return Some(Self::TrueType(bytes));
        }
        if let Some(bytes) = bytes(b"FontFile3") {
            let open_type = bytes.starts_with(b"OTTO") || bytes.starts_with(&[0, 1, 0, 0]);
            return Some(if open_type {
                Self::TrueType(bytes)
            } else {
                Self::Compact(bytes)
            });
        }
        bytes(b"FontFile").map(Self::Type1)
    }

    /// The text of each code of a simple font.
    pub(super) fn codes(&self) -> HashMap<u8, String> {
        match self {
            Self::TrueType(bytes) => true_type_codes(bytes),
            Self::Compact(bytes) => compact_codes(bytes),
            Self::Type1(bytes) => type1_codes(bytes),
        }
    }

    /// The text of each glyph, by its number.
    pub(super) fn glyphs(&self) -> HashMap<u32, String> {
        let Self::TrueType(bytes) = self else {
            return HashMap::new();
        };
        let Ok(face) = Face::parse(bytes, 0) else {
            return HashMap::new();
        };
        let mut glyphs = HashMap::new();
        let unicode = face.tables().cmap.iter().flat_map(|cmap| cmap.subtables);
        for table in unicode.filter(|table| table.is_unicode()).take(MAX_TABLES) {
            // Not by the ranges that the table itself gives: they may be of any length.
            for point in POINTS.into_iter().flatten() {
                if let (Some(glyph), Some(c)) = (table.glyph_index(point), char::from_u32(point))
                    && !super::to_unicode::is_empty(c)
                {
                    glyphs
                        .entry(u32::from(glyph.0))
                        .or_insert_with(|| c.to_string());
                }
            }
        }
        // Finding a name costs the length of their list.
        let count = face.number_of_glyphs();
        for number in (0..count).take_while(|_| count <= MAX_NAMED) {
            if let Some(text) = face
                .glyph_name(GlyphId(number))
                .and_then(glyph_names::text_of)
            {
                glyphs.entry(u32::from(number)).or_insert(text);
            }
        }
        glyphs
    }
}

/// Through the symbolic tables (3, 0) and (1, 0) to the glyph, and by its name to the text.
fn true_type_codes(bytes: &[u8]) -> HashMap<u8, String> {
    let Ok(face) = Face::parse(bytes, 0) else {
        return HashMap::new();
    };
    let names = Program::TrueType(bytes.to_vec()).glyphs();
    let mut codes = HashMap::new();
    let tables = face.tables().cmap.iter().flat_map(|cmap| cmap.subtables);
    for table in tables.take(MAX_TABLES) {
        for code in 0..=255_u8 {
            let point = u32::from(code);
            let glyph = [point, 0xF000 + point, 0xF100 + point, 0xF200 + point]
                .into_iter()
                .find_map(|point| table.glyph_index(point));
            if let Some(text) = glyph.and_then(|glyph| names.get(&u32::from(glyph.0))) {
                codes.entry(code).or_insert_with(|| text.clone());
            }
        }
    }
    codes
}

fn compact_codes(bytes: &[u8]) -> HashMap<u8, String> {
    let Some(table) = cff::Table::parse(bytes) else {
        return HashMap::new();
    };
    (0..=255_u8)
        .filter_map(|code| {
            let name = table.glyph_name(table.glyph_index(code)?)?;
            Some((code, glyph_names::text_of(name)?))
        })
        .collect()
}

/// `dup 65 /A put` in the part of a Type 1 font that is plain text.
fn type1_codes(bytes: &[u8]) -> HashMap<u8, String> {
    let end = memchr::memmem::find(bytes, b"eexec").unwrap_or(bytes.len().min(1 << 16));
    let head = String::from_utf8_lossy(bytes.get(..end).unwrap_or_default());
    let words: Vec<&str> = head.split_whitespace().collect();
    let mut codes = HashMap::new();
    for window in words.windows(4) {
        if let ["dup", code, name, "put"] = window
            && let (Ok(code), Some(name)) = (code.parse(), name.strip_prefix('/'))
            && let Some(text) = glyph_names::text_of(name)
        {
            codes.insert(code, text);
        }
    }
    codes
}
