//! Tags and text of lists that programs write in HTML or XML, as a stream.
//!
//! For lists of a known shape (bookmarks, feeds) and for small pieces of markup inside
//! other formats. It never fails on wrong markup and keeps nothing that it has passed.

use std::io::{self, BufRead};

use quick_xml::escape::resolve_html5_entity;

/// Attributes of one tag that are read.
const MOST_ATTRIBUTES: usize = 64;

/// Names of elements that begin a line of their own.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote", "section", "article", "hr", "pre",
    "figure", "figcaption", "dt", "dd", "header", "footer", "td", "th",
];

/// Elements whose text nobody reads.
const UNSEEN: &[&str] = &["script", "style", "template", "noscript", "svg"];

/// A piece of markup; names in small letters, characters instead of references.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    Open {
        name: String,
        attributes: Vec<(String, String)>,
        /// Closed in itself, as XML has it: `<link/>`.
        empty: bool,
    },
    Close(String),
}

/// The value of an attribute, not empty.
pub(super) fn attribute<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes
        .iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.trim())
        .filter(|value| !value.is_empty())
}

/// Reads pieces from a stream of UTF-8.
pub(super) struct Markup<R> {
    source: R,
    /// A `<` has been read.
    in_tag: bool,
}

impl<R: BufRead> Markup<R> {
    pub(super) fn new(source: R) -> Self {
        Self {
            source,
            in_tag: false,
        }
    }

    /// The next piece; comments, declarations and instructions are passed over.
    pub(super) fn next(&mut self) -> io::Result<Option<Piece>> {
        loop {
            if !self.in_tag {
                let mut text = Vec::new();
                if self.source.read_until(b'<', &mut text)? == 0 {
                    return Ok(None);
                }
                self.in_tag = text.last() == Some(&b'<');
                if self.in_tag {
                    text.pop();
                }
                if !text.is_empty() {
                    return Ok(Some(Piece::Text(unescape(&String::from_utf8_lossy(&text)))));
                }
                continue;
            }
            self.in_tag = false;
            match self.peek()? {
                Some(b'!') => {
                    if let Some(text) = self.declaration()? {
                        return Ok(Some(Piece::Text(text)));
                    }
                }
                Some(b'?') => {
                    self.until(b"?>")?;
                }
                Some(b'/') => {
                    let tag = self.until(b">")?;
                    let name = tag.trim_start_matches('/').trim_end_matches('>').trim();
                    return Ok(Some(Piece::Close(name.to_ascii_lowercase())));
                }
                Some(byte) if byte.is_ascii_alphabetic() => {
                    let tag = self.tag()?;
                    return Ok(Some(open(&tag)));
                }
                // A bare `<` in a text.
                _ => return Ok(Some(Piece::Text("<".to_owned()))),
            }
        }
    }

    fn peek(&mut self) -> io::Result<Option<u8>> {
        Ok(self.source.fill_buf()?.first().copied())
    }

    /// What follows `<!`: text of a CDATA section, else nothing.
    fn declaration(&mut self) -> io::Result<Option<String>> {
        let start = self.until_one_of(b">-[")?;
        if start.ends_with("!-") {
            self.until(b"-->")?;
        } else if start.ends_with("![") {
            let section = self.until(b"]]>")?;
            let text = section.strip_suffix("]]>").unwrap_or(&section);
            return Ok(Some(text.strip_prefix("CDATA[").unwrap_or(text).to_owned()));
        } else if start.ends_with('[') {
            // The inner part of a document type: entities that nobody needs.
            self.until(b"]>")?;
        } else if !start.ends_with('>') {
            self.until(b">")?;
        }
        Ok(None)
    }

    /// Reads up to and with `end`, or to the end of the stream.
    fn until(&mut self, end: &[u8]) -> io::Result<String> {
        let mut bytes = Vec::new();
        let last = end.last().copied().unwrap_or(b'>');
        while self.source.read_until(last, &mut bytes)? > 0 && !bytes.ends_with(end) {}
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn until_one_of(&mut self, ends: &[u8]) -> io::Result<String> {
        let mut bytes = Vec::new();
        while let Some(byte) = self.byte()? {
            bytes.push(byte);
            if ends.contains(&byte) {
                break;
            }
        }
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn byte(&mut self) -> io::Result<Option<u8>> {
        let byte = self.peek()?;
        if byte.is_some() {
            self.source.consume(1);
        }
        Ok(byte)
    }

    /// An opening tag up to its `>`; one inside a quoted value does not end it.
    fn tag(&mut self) -> io::Result<String> {
        let mut bytes = Vec::new();
        let mut quote = None;
        let mut value_comes = false;
        while let Some(byte) = self.byte()? {
            match quote {
                Some(open) if byte == open => quote = None,
                Some(_) => {}
                None if byte == b'>' => break,
                None if value_comes && matches!(byte, b'"' | b'\'') => quote = Some(byte),
                None => {}
            }
            value_comes =
                quote.is_none() && (byte == b'=' || (value_comes && byte.is_ascii_whitespace()));
            bytes.push(byte);
        }
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

/// Takes a tag apart: `a href="…" add_date=…`.
fn open(tag: &str) -> Piece {
    let empty = tag.ends_with('/');
    let tag = tag.trim_end_matches('/');
    let end = tag
        .find(|c: char| c.is_whitespace() || c == '/')
        .unwrap_or(tag.len());
    let (name, mut rest) = tag.split_at(end);
    let mut attributes = Vec::new();
    while attributes.len() < MOST_ATTRIBUTES {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            break;
        }
        let end = rest
            .find(|c: char| c.is_whitespace() || c == '=')
            .unwrap_or(rest.len());
        if end == 0 {
            // A value without a name.
            rest = rest.trim_start_matches('=');
            continue;
        }
        let (key, after) = rest.split_at(end);
        let after = after.trim_start();
        let Some(value) = after.strip_prefix('=').map(str::trim_start) else {
            attributes.push((key.to_ascii_lowercase(), String::new()));
            rest = after;
            continue;
        };
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inside = &value[1..];
                inside.split_once(quote).unwrap_or((inside, ""))
            }
            _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        attributes.push((key.to_ascii_lowercase(), unescape(value)));
        rest = after;
    }
    Piece::Open {
        name: name.to_ascii_lowercase(),
        attributes,
        empty,
    }
}

/// Replaces references (`&amp;`, `&#39;`, `&eacute;`) by their characters; what is none stays.
pub(super) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(40).position(|byte| byte == b';');
        match end.and_then(|end| Some((end, character(rest.get(1..end)?)?))) {
            Some((end, meant)) => {
                out.push_str(&meant);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn character(reference: &str) -> Option<String> {
    let Some(number) = reference.strip_prefix('#') else {
        return resolve_html5_entity(reference).map(str::to_owned);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code)
        .filter(|&c| c != '\0')
        .map(String::from)
}

/// Whether a text is written in HTML rather than in plain words.
pub(super) fn is_markup(text: &str) -> bool {
    let start: String = text
        .chars()
        .take(20_000)
        .collect::<String>()
        .to_ascii_lowercase();
    [
        "</p>",
        "<p>",
        "<p ",
        "<br",
        "</div>",
        "</li>",
        "</a>",
        "</span>",
        "</em>",
        "</strong>",
        "</h2>",
        "</jats:p>",
        "</i>",
        "</b>",
        "</sub>",
        "</sup>",
    ]
    .iter()
    .any(|tag| start.contains(tag))
}

/// The paragraphs of a text in HTML or in plain words, white space collapsed.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    if !is_markup(text) {
        return text
            .lines()
            .map(collapse)
            .filter(|line| !line.is_empty())
            .collect();
    }
    let mut lines = vec![String::new()];
    let mut unseen: Option<String> = None;
    let mut markup = Markup::new(text.as_bytes());
    // Reading from memory does not fail.
    while let Ok(Some(piece)) = markup.next() {
        match piece {
            Piece::Close(name) if unseen.as_ref() == Some(&name) => unseen = None,
            _ if unseen.is_some() => {}
            Piece::Open { name, empty, .. } if !empty && UNSEEN.contains(&name.as_str()) => {
                unseen = Some(name);
            }
            Piece::Open { name, .. } | Piece::Close(name) => {
                let name = name.rsplit(':').next().unwrap_or_default();
                if BLOCKS.contains(&name) {
                    lines.push(String::new());
                }
            }
            Piece::Text(words) => {
                if let Some(line) = lines.last_mut() {
                    line.push_str(&words);
                }
            }
        }
    }
    lines
        .iter()
        .map(|line| collapse(line))
        .filter(|line| !line.is_empty())
        .collect()
}

/// On one line, with single spaces.
pub(super) fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As text in HTML.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
