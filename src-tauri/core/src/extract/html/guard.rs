//! Keeps hostile pages from costing more than an honest one.

use super::names::{self, Name};

/// Elements nested deeper than this are no page that people wrote; parsing time
/// grows with the square of the depth.
const DEEPEST: usize = 600;
/// Attributes of one tag; parsers compare each new one with all before it.
const MOST_ATTRIBUTES: usize = 400;
/// Different names of elements that nest; an honest page has a few dozen.
const MOST_NAMES: usize = 1000;
/// Tags of a page that are parsed; an honest page has a few thousand.
const MOST_TAGS: usize = 250_000;

/// Elements that never nest: void ones, and ones that close themselves.
#[rustfmt::skip]
const FLAT: [(Name, &str); 33] = names::sorted([
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td", "th", "tr",
    "dt", "dd", "option", "thead", "tbody", "tfoot", "colgroup", "rp", "rt", "html", "head", "body", "a", "nobr",
]);

/// Elements whose content is not markup, outside of drawings and formulas.
const RAW: [(Name, &str); 8] = names::sorted([
    "script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe",
]);

/// What a look at a page's tags says of the cost of parsing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cost {
    Fair,
    /// So many tags that only the bytes up to here are worth parsing.
    Wide(usize),
    /// Nested or written so that parsing would take a time that no page is worth.
    Endless,
}

/// True when a page is nested or written so that it must not be parsed.
pub(crate) fn is_nested_too_deep(html: &str) -> bool {
    cost(html) == Cost::Endless
}

/// Looks at the tags of a page, without parsing it.
pub(crate) fn cost(html: &str) -> Cost {
    let mut open: Vec<(Name, usize)> = Vec::new();
    let mut drawings = 0_usize;
    let mut depth = 0_usize;
    let mut tags = 0_usize;
    let mut at = 0_usize;
    while let Some(found) = html.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + found;
        at = start + 1;
        let rest = html.get(at..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("!--") {
            at += 3 + comment.find("-->").unwrap_or(comment.len());
            continue;
        }
        let closing = rest.starts_with('/');
        let Some(name) = Name::at_start(rest.strip_prefix('/').unwrap_or(rest)) else {
            continue;
        };
        let tag = Tag::of(rest);
        if tag.attributes > MOST_ATTRIBUTES {
            return Cost::Endless;
        }
        tags += 1;
        if tags > MOST_TAGS {
            return Cost::Wide(start);
        }
        at += tag.length;
        if names::find(&FLAT, name).is_some() {
            continue;
        }
        let drawing = name == Name::of("svg") || name == Name::of("math");
        let known = open.iter().position(|(open, _)| *open == name);
        let known = known.and_then(|at| open.get_mut(at));
        if closing {
            // An end tag without its start closes nothing.
            if let Some((_, count)) = known.filter(|(_, count)| *count > 0) {
                *count -= 1;
                depth -= 1;
                drawings -= usize::from(drawing);
            }
            continue;
        }
        if let Some(raw) = names::find(&RAW, name).filter(|_| drawings == 0) {
            let rest = html.get(at..).unwrap_or_default();
            let Some(skip) = end_of_raw(rest, raw) else {
                return Cost::Fair;
            };
            at += skip;
        } else if !tag.closes_itself {
            match known {
                Some((_, count)) => *count += 1,
                None => open.push((name, 1)),
            }
            if open.len() > MOST_NAMES {
                return Cost::Endless;
            }
            drawings += usize::from(drawing);
            depth += 1;
            if depth > DEEPEST {
                return Cost::Endless;
            }
        }
    }
    Cost::Fair
}

/// A tag after its `<`.
struct Tag {
    /// Bytes up to its `>`, or to the end.
    length: usize,
    attributes: usize,
    closes_itself: bool,
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
    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut attributes = 0;
        let mut place = Place::Name;
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
                Place::Equals if blank => Place::Equals,
                Place::Equals if matches!(byte, b'"' | b'\'') => {
                    let rest = text.get(at + 1..).unwrap_or_default();
                    let Some(end) = rest.find(char::from(byte)) else {
                        break;
                    };
                    at += 1 + end;
                    Place::Between
                }
                Place::Equals => Place::Bare,
                Place::Bare if !blank => Place::Bare,
                Place::Name if !blank && !matches!(byte, b'/' | b'=') => Place::Name,
                Place::Name | Place::Between if byte == b'=' => Place::Equals,
                _ if blank || byte == b'/' => Place::Between,
                _ => {
                    attributes += 1;
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

/// Where the content of a raw element ends.
fn end_of_raw(text: &str, name: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let found = at + text.get(at..)?.find("</")?;
        let after = text.as_bytes().get(found + 2..found + 2 + name.len())?;
        if after.eq_ignore_ascii_case(name.as_bytes()) {
            return Some(found + 2 + name.len());
        }
        at = found + 2;
    }
}

/// The text between tags, one line a tag: for pages that are not worth parsing.
pub(crate) fn without_tags(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    let mut unclosed: Vec<&str> = Vec::new();
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let tag = &rest[at + 1..];
        let lower = tag.get(..8).unwrap_or_default().to_ascii_lowercase();
        let raw = ["script", "style"]
            .into_iter()
            .find(|name| lower.starts_with(name) && !unclosed.contains(name));
        if let Some(name) = raw {
            if let Some(close) = end_of_raw(tag, name) {
                rest = &tag[close..];
                rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
                continue;
            }
            // Looked for once: it will not be found further on either.
            unclosed.push(name);
        }
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        rest = &tag[end..];
        if !out.ends_with('\n') {
            out.push('\n');
        }
    }
    out.push_str(rest);
    out
}
