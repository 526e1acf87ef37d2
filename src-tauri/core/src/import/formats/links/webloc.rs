//! A link of macOS, `.webloc`: a property list with one `URL`, in XML or binary.
//!
//! The binary form is read here and not by a general reader: lists in it may name one
//! another, and following them takes unbounded time. Layout:
//! <https://opensource.apple.com/source/CF/CF-550/CFBinaryPList.c>.

use super::super::markup::{Markup, Piece};
use super::super::{FormatError, Found, Input, stream};
use super::{bytes, hand_on};

const WHAT: &str = "the link";

pub(in super::super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let bytes = bytes(input, WHAT)?;
    let url = if bytes.starts_with(b"bplist") {
        from_binary(&bytes)
    } else {
        from_xml(&stream::beginning(&bytes))
    };
    hand_on(url.as_deref(), None, name, WHAT, found)
}

/// The text after `<key>URL</key>`.
fn from_xml(text: &str) -> Option<String> {
    let mut markup = Markup::new(text.as_bytes());
    let (mut in_key, mut key_found, mut in_string) = (false, false, false);
    let mut url = String::new();
    while let Ok(Some(piece)) = markup.next() {
        match piece {
            Piece::Open { name, .. } => {
                in_key = name == "key";
                in_string = key_found && name == "string";
            }
            Piece::Text(text) if in_key => key_found = text.trim() == "URL",
            Piece::Text(text) if in_string => url.push_str(&text),
            Piece::Text(_) => {}
            Piece::Close(name) if name == "string" && in_string => return Some(url),
            Piece::Close(_) => in_key = false,
        }
    }
    None
}

/// The text under the key `URL` of the outermost dictionary.
fn from_binary(bytes: &[u8]) -> Option<String> {
    let trailer = bytes.get(bytes.len().checked_sub(32)?..)?;
    let file = Binary {
        bytes,
        offset_size: usize::from(*trailer.get(6)?),
        reference_size: usize::from(*trailer.get(7)?),
        table: number(trailer.get(24..32)?)?,
    };
    let top = number(trailer.get(16..24)?)?;
    let (kind, length, start) = file.object(top)?;
    if kind != 0xD {
        return None;
    }
    let reference = |at: usize| {
        let from = start.checked_add(at.checked_mul(file.reference_size)?)?;
        number(bytes.get(from..from.checked_add(file.reference_size)?)?)
    };
    let pairs = 0..length.min(bytes.len());
    let mut values = pairs.filter_map(|at| {
        let key = file.text(reference(at)?)?;
        (key == "URL").then(|| file.text(reference(length.checked_add(at)?)?))?
    });
    values.next()
}

struct Binary<'a> {
    bytes: &'a [u8],
    offset_size: usize,
    reference_size: usize,
    table: usize,
}

impl Binary<'_> {
    /// Kind, length and first byte of an object's content.
    fn object(&self, index: usize) -> Option<(u8, usize, usize)> {
        let at = self
            .table
            .checked_add(index.checked_mul(self.offset_size)?)?;
        let offset = number(self.bytes.get(at..at.checked_add(self.offset_size)?)?)?;
        let marker = *self.bytes.get(offset)?;
        let (kind, short) = (marker >> 4, usize::from(marker & 0xF));
        let start = offset.checked_add(1)?;
        if short != 0xF {
            return Some((kind, short, start));
        }
        // A long one has its length as an integer behind the marker.
        let size = 1_usize << (*self.bytes.get(start)? & 0xF).min(4);
        let from = start.checked_add(1)?;
        let end = from.checked_add(size)?;
        Some((kind, number(self.bytes.get(from..end)?)?, end))
    }

    /// A text, in ASCII (kind 5) or UTF-16 (kind 6).
    fn text(&self, index: usize) -> Option<String> {
        let (kind, length, start) = self.object(index)?;
        let size = if kind == 6 {
            length.checked_mul(2)?
        } else {
            length
        };
        let content = self.bytes.get(start..start.checked_add(size)?)?;
        match kind {
            5 => Some(String::from_utf8_lossy(content).into_owned()),
            6 => {
                let units = content.chunks_exact(2).map(|pair| {
                    u16::from_be_bytes([
                        pair.first().copied().unwrap_or(0),
                        pair.last().copied().unwrap_or(0),
                    ])
                });
                Some(
                    char::decode_utf16(units)
                        .map(|c| c.unwrap_or('\u{FFFD}'))
                        .collect(),
                )
            }
            _ => None,
        }
    }
}

/// A big-endian number of up to eight bytes.
fn number(bytes: &[u8]) -> Option<usize> {
    if bytes.len() > 16 {
        return None;
    }
    bytes.iter().try_fold(0_usize, |number, &byte| {
        number.checked_mul(256)?.checked_add(usize::from(byte))
    })
}
