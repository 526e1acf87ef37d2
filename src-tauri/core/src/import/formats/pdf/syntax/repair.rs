//! Finds the objects of a file whose table is damaged, missing or cut off.

use super::file::{File, Place};
use super::lexer::{Lexer, is_space};
use super::object::{Dict, Object};
use super::xref::MAX_OBJECTS;

/// How far into an object its type is looked for before it is read.
const PEEK: usize = 512;

/// Looks for `12 0 obj` and `trailer` from the first byte to the last; later ones count.
pub(super) fn find_objects(file: &File) {
    file.budget.spend(file.data.len());
    for at in memchr::memmem::find_iter(&file.data, b"obj") {
        let Some((number, start)) = number_before(&file.data, at) else {
            continue;
        };
        let mut places = file.places.borrow_mut();
        if places.len() < MAX_OBJECTS {
            places.insert(number, Place::At(start));
        }
    }
    for at in memchr::memmem::find_iter(&file.data, b"trailer") {
        let mut lexer = Lexer::new(&file.data, at + b"trailer".len());
        let dict = lexer.object();
        if !file.budget.spend(lexer.at.saturating_sub(at)) {
            return;
        }
        if let Some(Object::Dict(dict)) = dict
            && dict.has(b"Root")
        {
            *file.trailer.borrow_mut() = dict;
        }
    }
}

/// The object number in `12 0 ` before `obj`, and where it begins.
fn number_before(data: &[u8], obj: usize) -> Option<(u32, usize)> {
    let mut at = obj;
    let back = |at: &mut usize, is: fn(u8) -> bool| {
        let before = data.get(..*at).unwrap_or_default();
        let count = before
            .iter()
            .rev()
            .take(12)
            .take_while(|&&byte| is(byte))
            .count();
        *at -= count;
        count
    };
    let digit = |byte: u8| byte.is_ascii_digit();
    back(&mut at, is_space);
    if back(&mut at, digit) == 0 || back(&mut at, is_space) == 0 {
        return None;
    }
    let end = at;
    if back(&mut at, digit) == 0 {
        return None;
    }
    let text = std::str::from_utf8(data.get(at..end)?).ok()?;
    Some((text.parse().ok()?, at))
}

/// Adds the objects inside object streams, and what a cross-reference stream says of the root.
pub(super) fn find_packed_objects(file: &File) {
    let mut numbers: Vec<(u32, usize)> = places_at(file);
    numbers.sort_unstable();
    for (number, offset) in numbers {
        let start = file.data.get(offset..).unwrap_or_default();
        let start = start.get(..PEEK.min(start.len())).unwrap_or_default();
        let has = |word: &[u8]| memchr::memmem::find(start, word).is_some();
        if has(b"/ObjStm") {
            for packed in file.packed_numbers(number) {
                let mut places = file.places.borrow_mut();
                if places.len() < MAX_OBJECTS {
                    places.entry(packed).or_insert(Place::In(number));
                }
            }
        } else if has(b"/XRef") {
            let object = file.resolve(&Object::Ref(number));
            if let Some(dict) = object.dict()
                && dict.has(b"Root")
                && !file.trailer().has(b"Root")
            {
                *file.trailer.borrow_mut() = dict.clone();
            }
        }
        if file.budget.is_spent() {
            return;
        }
    }
}

fn places_at(file: &File) -> Vec<(u32, usize)> {
    let places = file.places.borrow();
    let found = places.iter().filter_map(|(&number, &place)| match place {
        Place::At(offset) => Some((number, offset)),
        Place::In(_) => None,
    });
    found.collect()
}

/// Looks through all objects for the catalogue; without one the pages are looked for.
pub(super) fn find_catalog(file: &File) {
    for number in numbers(file) {
        let object = file.resolve(&Object::Ref(number));
        let Some(dict) = object.dict() else { continue };
        if dict.raw(b"Type").name() == Some(b"Catalog") && dict.has(b"Pages") {
            let trailer = file.trailer();
            let mut entries = vec![(b"Root".as_slice().into(), Object::Ref(number))];
            entries.extend(
                trailer
                    .iter()
                    .filter(|(key, _)| *key != b"Root")
                    .map(|(key, value)| (key.into(), value.clone())),
            );
            *file.trailer.borrow_mut() = Dict::new(entries);
        }
        if file.budget.is_spent() {
            return;
        }
    }
}

/// All object numbers, in order.
pub(super) fn numbers(file: &File) -> Vec<u32> {
    let mut numbers: Vec<u32> = file.places.borrow().keys().copied().collect();
    numbers.sort_unstable();
    numbers
}
