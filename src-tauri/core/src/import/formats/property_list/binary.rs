//! The binary form. Layout: <https://opensource.apple.com/source/CF/CF-550/CFBinaryPList.c>.

use super::Value;

pub(super) fn find<const N: usize>(
    bytes: &[u8],
    path: &[&str],
    keys: [&str; N],
) -> Option<[Option<Value>; N]> {
    let trailer = bytes.get(bytes.len().checked_sub(32)?..)?;
    let file = Binary {
        bytes,
        offset_size: usize::from(*trailer.get(6)?),
        reference_size: usize::from(*trailer.get(7)?),
        table: number(trailer.get(24..32)?)?,
    };
    let mut dictionary = number(trailer.get(16..24)?)?;
    for key in path {
        dictionary = file.under(dictionary, key)?;
    }
    file.dictionary(dictionary)?;
    Some(keys.map(|key| file.value(file.under(dictionary, key)?)))
}

const DATA: u8 = 4;
const ASCII: u8 = 5;
const UTF_16: u8 = 6;
const DICTIONARY: u8 = 0xD;

struct Binary<'a> {
    bytes: &'a [u8],
    offset_size: usize,
    reference_size: usize,
    /// Where the offsets of all objects stand.
    table: usize,
}

/// One object: its kind, how many things it has, and where they begin.
struct Object {
    kind: u8,
    length: usize,
    start: usize,
}

impl Binary<'_> {
    fn object(&self, index: usize) -> Option<Object> {
        let at = self
            .table
            .checked_add(index.checked_mul(self.offset_size)?)?;
        let offset = number(self.bytes.get(at..at.checked_add(self.offset_size)?)?)?;
        let marker = *self.bytes.get(offset)?;
        let (kind, short) = (marker >> 4, usize::from(marker & 0xF));
        let start = offset.checked_add(1)?;
        if short != 0xF {
            return Some(Object {
                kind,
                length: short,
                start,
            });
        }
        // A long one has its length as an integer behind the marker.
        let size = 1_usize << (*self.bytes.get(start)? & 0xF).min(4);
        let from = start.checked_add(1)?;
        let end = from.checked_add(size)?;
        Some(Object {
            kind,
            length: number(self.bytes.get(from..end)?)?,
            start: end,
        })
    }

    fn dictionary(&self, index: usize) -> Option<Object> {
        self.object(index)
            .filter(|object| object.kind == DICTIONARY)
    }

    /// What stands under a key in a dictionary: all keys come first, then all values.
    fn under(&self, dictionary: usize, key: &str) -> Option<usize> {
        let object = self.dictionary(dictionary)?;
        let reference = |at: usize| {
            let from = object
                .start
                .checked_add(at.checked_mul(self.reference_size)?)?;
            number(
                self.bytes
                    .get(from..from.checked_add(self.reference_size)?)?,
            )
        };
        // No dictionary has more keys than the file has bytes, whatever it says.
        let mut pairs = 0..object.length.min(self.bytes.len());
        let at = pairs.find(|&at| reference(at).is_some_and(|text| self.is(text, key)))?;
        reference(object.length.checked_add(at)?)
    }

    /// Compared where it stands: a million keys may name one text of a million letters.
    fn is(&self, index: usize, key: &str) -> bool {
        let Some(object) = self.object(index) else {
            return false;
        };
        let content = self.content(&object).unwrap_or_default();
        match object.kind {
            ASCII => content == key.as_bytes(),
            UTF_16 => object.length == key.len() && units(content).eq(key.encode_utf16()),
            _ => false,
        }
    }

    fn content(&self, object: &Object) -> Option<&[u8]> {
        let size = match object.kind {
            UTF_16 => object.length.checked_mul(2)?,
            _ => object.length,
        };
        self.bytes
            .get(object.start..object.start.checked_add(size)?)
    }

    fn value(&self, index: usize) -> Option<Value> {
        let object = self.object(index)?;
        let content = self.content(&object)?;
        match object.kind {
            DATA => Some(Value::Data(content.to_vec())),
            ASCII => Some(Value::Text(String::from_utf8_lossy(content).into_owned())),
            UTF_16 => {
                let letters = char::decode_utf16(units(content));
                let text = letters.map(|letter| letter.unwrap_or('\u{FFFD}')).collect();
                Some(Value::Text(text))
            }
            _ => None,
        }
    }
}

fn units(content: &[u8]) -> impl Iterator<Item = u16> {
    content.chunks_exact(2).map(|pair| {
        let byte = |at: usize| pair.get(at).copied().unwrap_or(0);
        u16::from_be_bytes([byte(0), byte(1)])
    })
}

/// A big-endian number of up to sixteen bytes.
fn number(bytes: &[u8]) -> Option<usize> {
    if bytes.len() > 16 {
        return None;
    }
    bytes.iter().try_fold(0_usize, |number, &byte| {
        number.checked_mul(256)?.checked_add(usize::from(byte))
    })
}
