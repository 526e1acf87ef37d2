//! The table of objects (ISO 32000-1, 7.5.4 and 7.5.8), newest first.

use std::collections::HashSet;

use super::file::{File, Place};
use super::lexer::Lexer;
use super::object::{Dict, Object};

/// Tables in one file, each of an edit.
const MAX_TABLES: usize = 512;
/// Objects in one file: 10,000 pages have about 100,000.
pub(super) const MAX_OBJECTS: usize = 2_000_000;
/// How far from the end `startxref` is looked for.
const TAIL: usize = 2048;

/// Reads all tables that the last one leads to. What is damaged is left out.
pub(super) fn read(file: &File) {
    let Some(mut offset) = last_table(file) else {
        return;
    };
    let mut seen = HashSet::new();
    let mut waiting = Vec::new();
    while seen.len() < MAX_TABLES && seen.insert(offset) {
        if let Some(dict) = read_table(file, offset) {
            // A hybrid file hides objects from old readers in a stream beside the table.
            waiting.extend(dict.raw(b"Prev").index());
            waiting.extend(dict.raw(b"XRefStm").index());
            let mut trailer = file.trailer.borrow_mut();
            if !trailer.has(b"Root") {
                *trailer = dict;
            }
        }
        match waiting.pop() {
            Some(next) => offset = next,
            None => return,
        }
    }
}

fn last_table(file: &File) -> Option<usize> {
    let start = file.data.len().saturating_sub(TAIL);
    let tail = file.data.get(start..)?;
    let at = memchr::memmem::rfind(tail, b"startxref")?;
    let mut lexer = Lexer::new(tail, at + b"startxref".len());
    let offset = lexer.take_integer()?;
    // Bytes before the header shift every offset.
    let head = file.data.get(..1024.min(file.data.len()))?;
    let header = memchr::memmem::find(head, b"%PDF-").unwrap_or(0);
    let shifted = offset + header;
    let direct = is_table(file, offset);
    Some(if direct || header == 0 {
        offset
    } else {
        shifted
    })
}

fn is_table(file: &File, offset: usize) -> bool {
    let mut lexer = Lexer::new(&file.data, offset);
    lexer.take_word(b"xref") || lexer.take_integer().is_some()
}

fn read_table(file: &File, offset: usize) -> Option<Dict> {
    let mut lexer = Lexer::new(&file.data, offset);
    if lexer.take_word(b"xref") {
        return read_classic(file, &mut lexer);
    }
    let number = u32::try_from(lexer.take_integer()?).ok()?;
    match file.read_object(&mut lexer, number)? {
        Object::Stream(stream) => {
            let bytes = file.unpack(&stream)?;
            read_packed(file, &stream.dict, &bytes);
            Some(stream.dict)
        }
        _ => None,
    }
}

/// `xref`, then sections of entries of 20 bytes.
fn read_classic(file: &File, lexer: &mut Lexer) -> Option<Dict> {
    let begin = lexer.at;
    while !lexer.take_word(b"trailer") {
        let first = lexer.take_integer()?;
        let count = lexer.take_integer()?;
        for number in first..first.saturating_add(count).min(MAX_OBJECTS) {
            let offset = lexer.take_integer()?;
            lexer.take_integer()?;
            if lexer.take_word(b"n") {
                keep(file, number, Place::At(offset));
            } else if !lexer.take_word(b"f") {
                return None;
            }
        }
    }
    file.budget.spend(lexer.at.saturating_sub(begin));
    match lexer.object()? {
        Object::Dict(dict) => Some(dict),
        _ => None,
    }
}

/// A cross-reference stream: rows of three numbers.
fn read_packed(file: &File, dict: &Dict, bytes: &[u8]) -> Option<()> {
    let widths = file.get(dict, b"W");
    let widths: Vec<usize> = widths.array()?.iter().filter_map(Object::index).collect();
    let &[kind_width, second_width, third_width] = widths.as_slice() else {
        return None;
    };
    if widths.iter().any(|&width| width > 8) {
        return None;
    }
    let row = kind_width + second_width + third_width;
    let index = file.get(dict, b"Index");
    let sections: Vec<usize> = match index.array() {
        Some(numbers) => numbers.iter().filter_map(Object::index).collect(),
        None => vec![0, file.get(dict, b"Size").index()?],
    };
    let mut rows = bytes.chunks_exact(row.max(1));
    for section in sections.chunks_exact(2) {
        let &[first, count] = section else { continue };
        for number in first..first.saturating_add(count).min(MAX_OBJECTS) {
            let entry = rows.next()?;
            let (kind, rest) = entry.split_at_checked(kind_width)?;
            let (second, _) = rest.split_at_checked(second_width)?;
            let kind = if kind.is_empty() { 1 } else { big_endian(kind) };
            match kind {
                1 => keep(
                    file,
                    number,
                    Place::At(usize::try_from(big_endian(second)).ok()?),
                ),
                2 => keep(
                    file,
                    number,
                    Place::In(u32::try_from(big_endian(second)).ok()?),
                ),
                _ => {}
            }
        }
    }
    Some(())
}

/// The newest entry of a number counts, and is read first.
fn keep(file: &File, number: usize, place: Place) {
    let mut places = file.places.borrow_mut();
    if let Ok(number) = u32::try_from(number)
        && places.len() < MAX_OBJECTS
    {
        places.entry(number).or_insert(place);
    }
}

fn big_endian(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0, |value, &byte| value << 8 | u64::from(byte))
}
