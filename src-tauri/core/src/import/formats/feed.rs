//! RSS and Atom feeds that a person saved: entries with their full text are pages, the
//! others links.
//!
//! RSS 2.0: <https://www.rssboard.org/rss-specification>, with `content:encoded` and
//! Dublin Core; RSS 1.0: <https://web.resource.org/rss/1.0/spec>; Atom: RFC 4287.

use super::languages::language;
use super::markup::{Markup, Piece, attribute, collapse, escape, paragraphs};
use super::record::{Record, date, page_of, people, words};
use super::stream::{self, TextStream};
use super::{FormatError, Found, Held, Input};

const WHAT: &str = "the feed";

/// Words from which on an entry's text is taken for the whole article: excerpts have
/// 55 in WordPress, which most feeds come from.
const FULL_TEXT: usize = 100;

/// The root element tells a feed; what stands before it are comments and declarations.
pub(super) fn is(head: &[u8], _name: &str) -> bool {
    let start = stream::beginning(head);
    if !start.starts_with('<') {
        return false;
    }
    let mut markup = Markup::new(start.as_bytes());
    while let Ok(Some(piece)) = markup.next() {
        match piece {
            Piece::Text(text) if text.trim().is_empty() => {}
            Piece::Open { name, .. } => {
                return match name.as_str() {
                    "rss" => true,
                    "rdf:rdf" => start.contains("http://purl.org/rss/1.0/"),
                    "feed" | "atom:feed" => start.contains("http://www.w3.org/2005/Atom"),
                    _ => false,
                };
            }
            _ => return false,
        }
    }
    false
}

pub(super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let text = TextStream::new(input)?;
    let allowance = text.allowance();
    let mut markup = Markup::new(text);
    let mut feed = Feed::default();
    while let Some(piece) = markup.next().map_err(|error| stream::failed(error, WHAT))? {
        if let Some(entry) = feed.take(piece) {
            allowance.renew();
            if found(entry.held(&feed, name)).is_break() {
                break;
            }
        }
    }
    Ok(())
}

#[derive(Debug, Default)]
struct Feed {
    title: Option<String>,
    language: Option<String>,
    entry: Option<Entry>,
    /// The element at hand and what is in it.
    field: Option<Field>,
}

#[derive(Debug, Default)]
struct Field {
    name: String,
    text: String,
    /// Atom's `type="xhtml"`: its elements are part of the text.
    xhtml: bool,
    /// An element inside it that is no part of its text, such as an author's address.
    inside: Option<String>,
}

#[derive(Debug, Default)]
struct Entry {
    title: String,
    link: Option<String>,
    /// An address that stands for one where there is no link.
    guid: Option<String>,
    authors: Vec<String>,
    published: Option<String>,
    updated: Option<String>,
    section: Option<String>,
    summary: String,
    content: String,
}

impl Feed {
    /// Takes a piece; gives the entry that ends with it.
    fn take(&mut self, piece: Piece) -> Option<Entry> {
        match piece {
            Piece::Open {
                name,
                attributes,
                empty,
            } => {
                let name = name.strip_prefix("atom:").unwrap_or(&name).to_owned();
                self.open(&name, &attributes, empty);
                None
            }
            Piece::Text(text) => {
                match &mut self.field {
                    Some(field) if field.xhtml => field.text.push_str(&escape(&text)),
                    Some(field) if field.inside.is_none() => field.text.push_str(&text),
                    _ => {}
                }
                None
            }
            Piece::Close(name) => {
                let name = name.strip_prefix("atom:").unwrap_or(&name);
                self.close(name)
            }
        }
    }

    fn open(&mut self, name: &str, attributes: &[(String, String)], empty: bool) {
        match name {
            "item" | "entry" => {
                self.entry = Some(Entry::default());
                self.field = None;
                return;
            }
            "feed" | "rss" => {
                self.language = attribute(attributes, "xml:lang").and_then(language);
                return;
            }
            "channel" | "rdf:rdf" => return,
            _ => {}
        }
        if let Some(field) = &mut self.field {
            if field.xhtml {
                field.text.push_str(&format!("<{name}>"));
            } else if field.name == "author" && name == "name" {
                field.text.clear();
            } else if !empty && field.inside.is_none() {
                field.inside = Some(name.to_owned());
            }
            return;
        }
        if name == "link"
            && let Some(entry) = &mut self.entry
            && let Some(href) = attribute(attributes, "href")
        {
            if matches!(attribute(attributes, "rel"), None | Some("alternate")) {
                entry.link.get_or_insert_with(|| href.to_owned());
            }
            return;
        }
        if !empty {
            let kind = attribute(attributes, "type");
            self.field = Some(Field {
                name: name.to_owned(),
                xhtml: kind == Some("xhtml"),
                ..Field::default()
            });
        }
    }

    fn close(&mut self, name: &str) -> Option<Entry> {
        if matches!(name, "item" | "entry") {
            self.field = None;
            return self.entry.take();
        }
        let field = self.field.as_mut()?;
        if field.name != name {
            if field.xhtml {
                field.text.push_str(&format!("</{name}>"));
            } else if field.inside.as_deref() == Some(name) {
                field.inside = None;
            }
            return None;
        }
        let field = self.field.take()?;
        match &mut self.entry {
            Some(entry) => entry.take(field),
            None => match name {
                "title" if self.title.is_none() => self.title = words(&field.text),
                "language" | "dc:language" => self.language = language(&field.text),
                _ => {}
            },
        }
        None
    }
}

/// RSS wants an address with the name behind it: `desk@gazette.example (Ada Quill)`.
fn author(text: &str) -> &str {
    match text.split_once('(') {
        Some((address, name)) if address.contains('@') => name.trim_end().trim_end_matches(')'),
        _ => text,
    }
}

impl Entry {
    fn take(&mut self, field: Field) {
        let text = field.text;
        match field.name.as_str() {
            "title" => self.title = text,
            "link" => {
                self.link.get_or_insert(collapse(&text));
            }
            "guid" | "id" => self.guid = Some(collapse(&text)),
            "author" | "dc:creator" => self.authors.extend(people(author(&text))),
            "pubdate" | "dc:date" | "published" => self.published = date(&text),
            "updated" => self.updated = date(&text),
            "category" | "dc:subject" => {
                self.section = self.section.take().or_else(|| words(&text))
            }
            "content:encoded" | "content" => self.content = text,
            "description" | "summary" => self.summary = text,
            _ => {}
        }
    }

    fn held(self, feed: &Feed, name: &str) -> Held {
        let mut record = Record::default();
        let facts = &mut record.facts;
        facts.title = words(&self.title);
        facts.byline = self.authors;
        facts.outlet = feed.title.clone();
        facts.published = self.published;
        facts.updated = self.updated;
        facts.language = feed.language.clone();
        facts.section = self.section;
        facts.url = self
            .link
            .or(self.guid.filter(|guid| guid.starts_with("http")));
        let body = if self.content.is_empty() {
            &self.summary
        } else {
            &self.content
        };
        let lines = paragraphs(body);
        let count: usize = lines
            .iter()
            .map(|line| line.split_whitespace().count())
            .sum();
        let letters: usize = lines.iter().map(|line| line.chars().count()).sum();
        // Scripts without spaces between words have about two letters to a word.
        let full = count >= FULL_TEXT || letters >= FULL_TEXT * 8;
        if full || facts.url.is_none() && !lines.is_empty() {
            let paragraphs: Vec<String> = lines
                .iter()
                .map(|line| format!("<p>{}</p>", escape(line)))
                .collect();
            let html = if super::markup::is_markup(body) {
                body.clone()
            } else {
                paragraphs.join("\n")
            };
            let label = record
                .facts
                .title
                .clone()
                .unwrap_or_else(|| name.to_owned());
            return page_of(record.facts, &html, Some(label));
        }
        facts.standfirst = words(&self.summary);
        record.held(name)
    }
}
