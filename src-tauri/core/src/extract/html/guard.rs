//! Keeps hostile pages from costing more than an honest one.

/// Elements nested deeper than this are no page that people wrote; parsing time
/// grows with the square of the depth.
const DEEPEST: usize = 600;

/// Elements that never nest: void ones, and ones that close themselves.
#[rustfmt::skip]
const FLAT: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "td", "th", "tr",
    "dt", "dd", "option", "thead", "tbody", "tfoot", "colgroup", "rp", "rt", "html", "head", "body",
];

/// Elements whose content is not markup.
const RAW: &[&str] = &[
    "script", "style", "textarea", "title", "xmp", "noembed", "noframes",
];

/// True when open tags outnumber closing ones by more than any honest page's.
pub(crate) fn is_nested_too_deep(html: &str) -> bool {
    let mut depth = 0_usize;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let closing = rest.starts_with('/');
        let name_part = rest.strip_prefix('/').unwrap_or(rest);
        let length = name_part
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .unwrap_or(name_part.len())
            .min(32);
        let Some(raw) = name_part
            .get(..length)
            .filter(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
        else {
            continue;
        };
        let name = raw.to_ascii_lowercase();
        let end = tag_end(rest);
        let self_closing = rest[..end].ends_with('/');
        rest = &rest[end..];
        if FLAT.contains(&name.as_str()) {
            continue;
        }
        if closing {
            depth = depth.saturating_sub(1);
        } else if RAW.contains(&name.as_str()) {
            let close = format!("</{name}");
            let Some(skip) = find_ignoring_case(rest, &close) else {
                return false;
            };
            rest = &rest[skip + close.len()..];
        } else if !self_closing {
            depth += 1;
            if depth > DEEPEST {
                return true;
            }
        }
    }
    false
}

/// Where a tag ends, quoted values aside.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
        // An unclosed quote would swallow the page.
        if at > 20_000 {
            break;
        }
    }
    text.find('>').unwrap_or(text.len())
}

fn find_ignoring_case(text: &str, needle: &str) -> Option<usize> {
    let wanted = needle.as_bytes();
    text.as_bytes()
        .windows(wanted.len())
        .position(|window| window.eq_ignore_ascii_case(wanted))
}

/// The text between tags, one line a tag: for pages that are not worth parsing.
pub(crate) fn without_tags(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let tag = &rest[at + 1..];
        let lower = tag.get(..8).unwrap_or_default().to_ascii_lowercase();
        let raw = ["script", "style"]
            .into_iter()
            .find(|name| lower.starts_with(name));
        if let Some(name) = raw
            && let Some(close) = find_ignoring_case(tag, &format!("</{name}"))
        {
            rest = &tag[close..];
            rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
            continue;
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
