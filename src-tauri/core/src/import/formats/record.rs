//! One article as the list of another program has it, and what that is worth.

use url::Url;

use super::super::parts::{self, Line};
use super::Held;
use super::markup::{self, collapse, is_markup, paragraphs};
use crate::domain::{BlockKind, Facts, OutcomeCode};
use crate::extract::{self, MediaType};

/// Tags of one article that are taken over.
const MOST_TAGS: usize = 100;

/// What a row, an entry or an item says of an article.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub facts: Facts,
    /// Where the list kept it, tags too.
    pub kept_in: Option<String>,
    lines: Vec<Line>,
    page: Option<String>,
}

impl Record {
    /// Takes the article's own text, in HTML or in plain words.
    pub(super) fn text(&mut self, text: &str) {
        if is_markup(text) {
            self.page = Some(text.to_owned());
        } else {
            self.say(BlockKind::Paragraph, text);
        }
    }

    /// Adds words to what is kept as the text: an abstract, a note, a highlight.
    pub(super) fn say(&mut self, kind: BlockKind, text: &str) {
        let lines = paragraphs(text).into_iter();
        self.lines.extend(lines.map(|text| Line {
            kind: Some(kind),
            text,
        }));
    }

    /// Adds a line that is no text of the article but must not be lost: an attachment,
    /// a page number.
    pub(super) fn beside(&mut self, text: &str) {
        let text = collapse(text);
        if !text.is_empty() {
            self.lines.push(Line { kind: None, text });
        }
    }

    /// Takes tags of the other program as the person's own.
    pub(super) fn tag<'t>(&mut self, tags: impl IntoIterator<Item = &'t str>) {
        let tags = tags.into_iter().filter_map(words);
        self.facts.tags.extend(tags.take(MOST_TAGS));
    }

    /// What it is worth: an article, a page, a link, or nothing that can be kept.
    /// `place` names it where it has neither title nor address.
    pub(super) fn held(mut self, place: &str) -> Held {
        let name = self
            .facts
            .title
            .clone()
            .or_else(|| self.facts.url.clone())
            .unwrap_or_else(|| place.to_owned());
        if let Some(page) = &self.page {
            return page_of(self.facts, page, Some(name));
        }
        if self.lines.iter().any(|line| line.kind.is_some()) {
            let mut parts = parts::ready(self.facts, self.lines);
            parts::tell_language(&mut parts);
            return Held::Ready {
                name: Some(name),
                parts: Box::new(parts),
            };
        }
        // What stands beside a text stays with it; a link has nowhere else to name it.
        let beside = self.lines.iter().map(|line| line.text.clone());
        let kept_in: Vec<String> = self.kept_in.take().into_iter().chain(beside).collect();
        self.kept_in = Some(kept_in.join("; ")).filter(|kept_in| !kept_in.is_empty());
        match &self.facts.url {
            Some(url) if is_link(url) => Held::Link {
                url: url.clone(),
                facts: self.facts,
                kept_in: self.kept_in,
            },
            Some(url) => Held::Unread {
                name,
                code: OutcomeCode::NotALink,
                detail: Some(url.clone()),
            },
            None => Held::Unread {
                name,
                code: OutcomeCode::NoText,
                detail: self.lines.into_iter().next().map(|line| line.text),
            },
        }
    }
}

/// A piece of HTML as a page of its own, with its headline where readers look for it.
pub(super) fn page_of(facts: Facts, html: &str, name: Option<String>) -> Held {
    let title = markup::escape(facts.title.as_deref().unwrap_or_default());
    let whole = html.trim_start().get(..5).is_some_and(|start| {
        start.eq_ignore_ascii_case("<html") || start.eq_ignore_ascii_case("<!doc")
    });
    let bytes = if whole {
        html.as_bytes().to_vec()
    } else {
        format!(
            "<!doctype html><html><head><title>{title}</title></head>\
             <body><article><h1>{title}</h1>\n{html}\n</article></body></html>"
        )
        .into_bytes()
    };
    Held::Page {
        name,
        bytes,
        media: MediaType::Html,
        charset: Some("utf-8".to_owned()),
        facts,
    }
}

/// Whether it is an address that can be fetched.
pub(super) fn is_link(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| {
        matches!(url.scheme(), "http" | "https")
            && url.host_str().is_some_and(|host| !host.is_empty())
    })
}

/// A text that says something, on one line.
pub(super) fn words(text: &str) -> Option<String> {
    let text = if is_markup(text) {
        paragraphs(text).join(" ")
    } else {
        // Titles come with references even where no element is in them.
        collapse(&markup::unescape(text))
    };
    Some(text).filter(|text| !text.is_empty())
}

/// A date in any form as it is kept: ISO 8601, as precise as it was given.
pub(super) fn date(text: &str) -> Option<String> {
    extract::from_machine(text)
        .map(|time| time.iso)
        .filter(|iso| !iso.is_empty())
}

/// Seconds since 1970 as a time. Zero stands for none.
pub(super) fn moment(seconds: i64) -> Option<String> {
    let timestamp = jiff::Timestamp::from_second(seconds).ok()?;
    (seconds > 0).then(|| timestamp.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string())
}

/// People in a list that puts a semicolon or a word for *and* between them.
pub(super) fn people(text: &str) -> Vec<String> {
    let mut names = vec![collapse(text)];
    for between in [";", "|", "\n", " and ", " & "] {
        names = names
            .iter()
            .flat_map(|name| name.split(between))
            .map(str::to_owned)
            .collect();
    }
    names
        .iter()
        .filter_map(|name| words(strip_by(name)))
        .collect()
}

fn strip_by(name: &str) -> &str {
    let name = name.trim();
    match name.get(..3) {
        Some(by) if by.eq_ignore_ascii_case("by ") => &name[3..],
        _ => name,
    }
}

/// `Quill, Ada` as people write it; a name without a comma (an organisation) as it is.
pub(super) fn inverted(name: &str) -> Option<String> {
    let parts: Vec<&str> = name.split(',').map(str::trim).collect();
    match parts.as_slice() {
        [family, given] if !given.is_empty() => words(&format!("{given} {family}")),
        // A suffix stands between or behind: `King, Martin, Jr.`
        [family, given, suffix] if !given.is_empty() => {
            words(&format!("{given} {family} {suffix}"))
        }
        _ => words(name),
    }
}
