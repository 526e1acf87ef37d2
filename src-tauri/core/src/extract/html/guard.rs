//! Keeps hostile pages from costing more than an honest one.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memmem};

use super::names::{self, Name};
use super::script_times;
use super::tag::Tag;

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

/// Elements that drawings consist of.
#[rustfmt::skip]
const DRAWN: [(Name, &str); 20] = names::sorted([
    "path", "g", "circle", "rect", "line", "polygon", "polyline", "ellipse", "defs", "use", "symbol", "clippath", "lineargradient", "radialgradient",
    "stop", "mask", "filter", "pattern", "animate", "tspan",
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
    look(html, Attributes::All).cost == Cost::Endless
}

/// What a look at a page's tags found.
pub(crate) struct Look {
    pub cost: Cost,
    /// The contents of scripts, styles and drawings that say nothing of the article, and
    /// attributes that nobody asks for, in the order of the page.
    unread: Vec<Range<usize>>,
}

impl Look {
    /// The page without what is not read.
    pub(crate) fn read_of<'h>(&self, html: &'h str) -> Cow<'h, str> {
        if self.unread.is_empty() {
            return Cow::Borrowed(html);
        }
        let mut out = String::with_capacity(html.len());
        let mut from = 0;
        for range in &self.unread {
            out.push_str(html.get(from..range.start).unwrap_or_default());
            from = range.end;
        }
        out.push_str(html.get(from..).unwrap_or_default());
        Cow::Owned(out)
    }
}

/// Whether the attributes of a page are wanted whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attributes {
    /// All of them: the page is to be shown.
    All,
    /// Those that extraction asks for.
    Read,
}

/// Looks at the tags of a page, without parsing it.
pub(crate) fn look(html: &str, attributes: Attributes) -> Look {
    let mut unread = Vec::new();
    let cost = cost(html, attributes, &mut unread);
    Look { cost, unread }
}

fn cost(html: &str, attributes: Attributes, unread: &mut Vec<Range<usize>>) -> Cost {
    let mut open: Vec<(Name, usize)> = Vec::new();
    let mut drawings = 0_usize;
    let mut drawn_from = 0_usize;
    let mut depth = 0_usize;
    let mut tags = 0_usize;
    let mut at = 0_usize;
    let bytes = html.as_bytes();
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr(b'<', rest)) {
        let start = at + found;
        at = start + 1;
        let rest = html.get(at..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("!--") {
            let end = memmem::find(comment.as_bytes(), b"-->");
            at += 3 + end.unwrap_or(comment.len());
            continue;
        }
        let closing = rest.starts_with('/');
        let Some(name) = Name::at_start(rest.strip_prefix('/').unwrap_or(rest)) else {
            continue;
        };
        let tag = match attributes {
            Attributes::All => Tag::of(rest, &mut |_| {}),
            Attributes::Read => Tag::of(rest, &mut |unasked| {
                unread.push(at + unasked.start..at + unasked.end);
            }),
        };
        if tag.attributes > MOST_ATTRIBUTES {
            return Cost::Endless;
        }
        tags += 1;
        if tags > MOST_TAGS {
            let before = unread.partition_point(|range| range.start < start);
            unread.truncate(before);
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
                let content = drawn_from..start;
                if drawing && drawings == 0 && html.get(content.clone()).is_some_and(is_drawn) {
                    // With it goes what was found in it.
                    let before = unread.partition_point(|range| range.start < content.start);
                    unread.truncate(before);
                    unread.push(content);
                }
            }
            continue;
        }
        if let Some(raw) = names::find(&RAW, name).filter(|_| drawings == 0) {
            let rest = html.get(at..).unwrap_or_default();
            let Some(skip) = end_of_raw(rest, raw) else {
                return Cost::Fair;
            };
            let content = at + 1..(at + skip).saturating_sub("</".len() + raw.len());
            if is_unread(raw, html.get(start..at), html.get(content.clone())) {
                unread.push(content);
            }
            at += skip;
        } else if !tag.closes_itself {
            match known {
                Some((_, count)) => *count += 1,
                None => open.push((name, 1)),
            }
            if open.len() > MOST_NAMES {
                return Cost::Endless;
            }
            if drawing && drawings == 0 {
                drawn_from = at + 1;
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

/// True for the content of a script without data, or of a style, that ends where it seems to.
fn is_unread(name: &str, tag: Option<&str>, content: Option<&str>) -> bool {
    let (Some(tag), Some(content)) = (tag, content) else {
        return false;
    };
    let data = || {
        tag.to_ascii_lowercase().contains("json")
            || memmem::find(content.as_bytes(), script_times::IN_ALL_KEYS.as_bytes()).is_some()
    };
    let unclear = || {
        ["<!--", "</s", "</S"]
            .iter()
            .any(|mark| content.contains(mark))
    };
    matches!(name, "script" | "style") && !data() && !unclear()
}

/// True for the content of a drawing that ends where it seems to: any other element than
/// these would end it before.
fn is_drawn(content: &str) -> bool {
    content.split('<').skip(1).all(|tag| {
        let name = Name::at_start(tag.strip_prefix('/').unwrap_or(tag));
        name.is_some_and(|name| names::find(&DRAWN, name).is_some())
    })
}

/// Where the content of a raw element ends.
fn end_of_raw(text: &str, name: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let found = at + memmem::find(text.as_bytes().get(at..)?, b"</")?;
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
