//! `[[article:ID|words]]`, `[[entity:ID|words]]`, `[[note:ID|words]]`, `[[quote:ID|words]]`;
//! after the id perhaps `#heading` or `#^block`, and before it all `!` where what it leads to
//! is shown.
//!
//! Links are kept by id, so that renaming breaks nothing. What does not parse
//! as one of these is ordinary text.

use std::str::FromStr;

use super::plain;
use crate::domain::LinkTarget;

/// A link in a note's body: byte range of the markup, target and kept words.
pub(crate) struct FoundLink<'a> {
    pub start: usize,
    pub end: usize,
    pub target: LinkTarget,
    /// The passage of it: a heading, or `^block`; mostly nothing.
    pub anchor: &'a str,
    /// What it leads to is shown in its place.
    pub embed: bool,
    pub words: &'a str,
}

/// Every link of `body`, in order.
pub(crate) fn find_links(body: &str) -> Vec<FoundLink<'_>> {
    let mut links = Vec::new();
    let mut from = 0;
    while let Some(open) = body[from..].find("[[") {
        let start = from + open;
        let Some(close) = body[start..].find("]]") else {
            break;
        };
        let end = start + close + 2;
        // `[[ [[entity:…]]`: the innermost opening is the link's.
        let inner_start = body[start..end].rfind("[[").map_or(start, |n| start + n);
        match parse(&body[inner_start + 2..end - 2]) {
            Some((target, anchor, words)) => {
                let embed = body[..inner_start].ends_with('!');
                links.push(FoundLink {
                    start: inner_start - usize::from(embed),
                    end,
                    target,
                    anchor,
                    embed,
                    words,
                });
            }
            None => {
                // The openings before share this closing and can't be links either.
                from = inner_start + 2;
                continue;
            }
        }
        from = end;
    }
    links
}

fn parse(inner: &str) -> Option<(LinkTarget, &str, &str)> {
    let (address, words) = inner.split_once('|').unwrap_or((inner, ""));
    let (address, anchor) = address.split_once('#').unwrap_or((address, ""));
    let (kind, id) = address.split_once(':')?;
    let target = match kind {
        "article" => LinkTarget::Article {
            id: FromStr::from_str(id).ok()?,
        },
        "entity" => LinkTarget::Entity {
            id: FromStr::from_str(id).ok()?,
        },
        "note" => LinkTarget::Note {
            id: FromStr::from_str(id).ok()?,
        },
        "quote" => LinkTarget::Quote {
            id: FromStr::from_str(id).ok()?,
        },
        "dossier" => LinkTarget::Dossier {
            id: FromStr::from_str(id).ok()?,
        },
        _ => return None,
    };
    Some((target, anchor, words))
}

/// The markup of a link. Words stand in it on one line and without square brackets.
pub(crate) fn markup(target: &LinkTarget, words: &str) -> String {
    markup_to(target, "", words)
}

/// The markup of a link to a passage, or to all of it.
pub(crate) fn markup_to(target: &LinkTarget, anchor: &str, words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    let words = words.join(" ").replace('[', "(").replace(']', ")");
    let (kind, id) = match target {
        LinkTarget::Article { id } => ("article", id.to_string()),
        LinkTarget::Entity { id } => ("entity", id.to_string()),
        LinkTarget::Note { id } => ("note", id.to_string()),
        LinkTarget::Quote { id } => ("quote", id.to_string()),
        LinkTarget::Dossier { id } => ("dossier", id.to_string()),
    };
    let hash = if anchor.is_empty() { "" } else { "#" };
    format!("[[{kind}:{id}{hash}{anchor}|{words}]]")
}

/// `text` as a person reads it: each link replaced by what `title` gives for
/// its target, or else by its kept words.
pub(crate) fn readable(text: &str, title: impl Fn(&LinkTarget) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for link in find_links(text) {
        out.push_str(&text[from..link.start]);
        match title(&link.target) {
            Some(title) => out.push_str(&title),
            None => out.push_str(link.words),
        }
        from = link.end;
    }
    out.push_str(&text[from..]);
    out
}

/// `text` with each link as `[[Title]]`: what `title` gives for its target, or else its kept
/// words, and the passage that it leads to.
pub(crate) fn by_title(text: &str, title: impl Fn(&LinkTarget) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for link in find_links(text) {
        let open = if link.embed { "![[" } else { "[[" };
        let title = title(&link.target).unwrap_or_else(|| link.words.to_owned());
        out.extend([&text[from..link.start], open, &title]);
        // The name of a block says nothing to a reader.
        if !link.anchor.is_empty() && !link.anchor.starts_with('^') {
            out.extend([" › ", link.anchor]);
        }
        out.push_str("]]");
        from = link.end;
    }
    out.push_str(&text[from..]);
    out
}

/// At most this many characters around a link are kept as its context.
const CONTEXT: usize = 240;

impl FoundLink<'_> {
    /// The sentence around the link, as Markdown, cut at sentence ends, line
    /// ends, or at [`CONTEXT`] characters.
    pub fn context(&self, body: &str) -> String {
        const ENDS: [char; 7] = ['.', '!', '?', '…', '。', '؟', '।'];
        let half = CONTEXT / 2;
        // Cut first: a line without an end may have thousands of links, and is not looked
        // through for each.
        let floor = nth_char_back(body, self.start, half);
        let before = &body[floor..self.start];
        let line = before.rfind('\n').map_or(0, |n| n + 1);
        let from = before[line..]
            .rfind(ENDS)
            .map_or(line, |n| next_char(before, line + n));
        let rest = &body[self.end..];
        let far = rest.char_indices().nth(half).map_or(rest.len(), |(n, _)| n);
        let rest = &rest[..far];
        let line_end = rest.find('\n').unwrap_or(rest.len());
        let to = rest[..line_end]
            .find(ENDS)
            .map_or(line_end, |n| next_char(rest, n));
        body[floor + from..self.end + to].trim().to_owned()
    }
}

fn next_char(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}

fn nth_char_back(text: &str, end: usize, n: usize) -> usize {
    text[..end]
        .char_indices()
        .rev()
        .nth(n.saturating_sub(1))
        .map_or(0, |(at, _)| at)
}

/// At most this many characters of a note are shown in lists.
const EXCERPT: usize = 140;

/// Bytes of a note that its first words are looked for in.
pub(crate) const EXCERPT_OF: usize = 4000;

/// The first words of a body for lists: its links by their kept words.
pub(crate) fn excerpt(body: &str) -> String {
    excerpt_called(body, |_| None)
}

/// Whether a link or a mark is open at the end of a beginning: it would be read as it is written.
fn is_cut(beginning: &str) -> bool {
    let is_open = |opens: &str, closes: &str| {
        let behind = beginning.rsplit_once(opens).map(|(_, behind)| behind);
        behind.is_some_and(|behind| !behind.contains(closes))
    };
    is_open("[[", "]]") || is_open("](", ")") || beginning.matches("**").count() % 2 == 1
}

/// The first words of a body, or of its first [`EXCERPT_OF`] bytes, for lists: each link by
/// what `title` gives for its target, or else by its kept words.
pub(crate) fn excerpt_called(body: &str, title: impl Fn(&LinkTarget) -> Option<String>) -> String {
    let mut found = String::new();
    // What a few lines tell is not looked for in more: each link in them costs a lookup.
    for most in [EXCERPT * 4, EXCERPT_OF] {
        let beginning = body.get(..body.floor_char_boundary(most)).unwrap_or(body);
        let is_whole = beginning.len() == body.len();
        if !is_whole && most < EXCERPT_OF && is_cut(beginning) {
            continue;
        }
        let plain = plain(beginning, &title);
        let words: Vec<&str> = plain.split_whitespace().collect();
        found = words.join(" ").chars().take(EXCERPT).collect();
        if is_whole || found.chars().count() == EXCERPT {
            break;
        }
    }
    found
}
