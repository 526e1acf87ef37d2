//! The tags of a page, before it is parsed.

use std::ops::Range;

use super::names::{self, Name};
use super::time_elements;

/// Attributes that say nothing of an article, beside those that [`is_unasked`] tells by
/// their first letters. Parsing a page takes less time without them.
#[rustfmt::skip]
const UNASKED: [(Name, &str); 31] = names::sorted([
    "src", "srcset", "sizes", "alt", "width", "height", "loading", "decoding", "target", "tabindex", "fetchpriority", "crossorigin", "integrity",
    "referrerpolicy", "viewbox", "fill", "d", "xmlns", "frameborder", "action", "method", "placeholder", "maxlength", "for", "align", "valign",
    "border", "cellspacing", "cellpadding", "bgcolor", "poster",
]);

/// Attributes that somebody asks for although most of their kind say nothing.
const ASKED: &[&str] = &["data-testid", "data-component", "data-block"];

/// True for the name of an attribute that nobody asks for.
fn is_unasked(name: &str) -> bool {
    if let Some(kind) = ["data-", "aria-"]
        .iter()
        .find(|kind| name.starts_with(**kind))
    {
        return *kind == "aria-"
            || !ASKED.contains(&name) && !time_elements::ATTRIBUTES.contains(&name);
    }
    name.starts_with("on") && name.len() > 4 || names::find(&UNASKED, Name::of(name)) == Some(name)
}

/// A tag after its `<`.
pub(super) struct Tag {
    /// Bytes up to its `>`, or to the end.
    pub length: usize,
    pub attributes: usize,
    pub closes_itself: bool,
}

/// Where in a tag a byte stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Between,
    Name,
    Equals,
    Bare,
}

impl Tag {
    /// Reads a tag. `unasked` hears where an attribute stands that nobody asks for: only one
    /// that every reader sees there, with its value in quotes and blanks around it.
    pub(super) fn of(text: &str, unasked: &mut dyn FnMut(Range<usize>)) -> Self {
        let bytes = text.as_bytes();
        let mut attributes = 0;
        let mut place = Place::Name;
        // Where the name of the attribute began, as long as it is written plainly.
        let mut name: Option<usize> = None;
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if byte == b'>' {
                let slash = at > 0 && bytes.get(at - 1) == Some(&b'/');
                return Self {
                    length: at,
                    attributes,
                    closes_itself: slash && place == Place::Between,
                };
            }
            let blank = byte.is_ascii_whitespace();
            place = match place {
                Place::Equals if blank => {
                    name = None;
                    Place::Equals
                }
                Place::Equals if matches!(byte, b'"' | b'\'') => {
                    let rest = bytes.get(at + 1..).unwrap_or_default();
                    let Some(end) = memchr::memchr(byte, rest) else {
                        break;
                    };
                    let equals = at - 1;
                    at += 1 + end;
                    if let Some(start) = name.take()
                        && ends_plainly(bytes, at + 1)
                        && text.get(start..equals).is_some_and(is_unasked)
                    {
                        unasked(start..at + 1);
                    }
                    Place::Between
                }
                Place::Equals => Place::Bare,
                Place::Bare if !blank => Place::Bare,
                Place::Name if !blank && !matches!(byte, b'/' | b'=') => Place::Name,
                Place::Name | Place::Between if byte == b'=' => {
                    name = name.filter(|_| place == Place::Name);
                    Place::Equals
                }
                _ if blank || byte == b'/' => Place::Between,
                _ => {
                    attributes += 1;
                    let parted = at > 0 && bytes.get(at - 1).is_some_and(u8::is_ascii_whitespace);
                    name = parted.then_some(at);
                    Place::Name
                }
            };
            at += 1;
        }
        Self {
            length: text.len(),
            attributes,
            closes_itself: false,
        }
    }
}

/// True where a value in quotes is followed by what parts attributes.
fn ends_plainly(bytes: &[u8], at: usize) -> bool {
    bytes
        .get(at)
        .is_some_and(|byte| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>'))
}
