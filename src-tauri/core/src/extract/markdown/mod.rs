//! Articles out of Markdown: front matter, headings, paragraphs, lists, quotations.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

mod front_matter;

use front_matter::FrontMatter;

use super::provenance::Fields;
use super::{SourceHints, byline, dates, declared, language, outlet, warnings, words};
use crate::domain::{
    ArticleParts, Block, BlockKind, Fate, Field, Origin, SourcePiece, table_row_text,
};

/// Reads Markdown. Nothing is removed: a Markdown file is what a person wrote or exported.
pub(super) fn read(text: &str, hints: &SourceHints) -> ArticleParts {
    let mut fields = Fields::default();
    let mut people = Vec::new();
    let (front, body, skipped) = front_matter::split(text);
    offer_front_matter(&front, &mut fields, &mut people);
    for field in DECLARED {
        declared::offer(*field, hints, &mut fields);
    }
    if people.is_empty() {
        people = declared::people(hints);
        fields.offer(Field::Byline, &people.join(", "), Origin::Import);
    }
    let drafts = blocks(body, skipped);
    let mut parts = ArticleParts::default();
    let mut titled = fields.best(Field::Title).is_some();
    for (at, draft) in drafts.into_iter().enumerate() {
        let repeats_title = fields
            .value(Field::Title)
            .is_some_and(|t| words::same_key(&t) == words::same_key(&draft.block.text));
        let is_title = draft.level == Some(HeadingLevel::H1) && (!titled || repeats_title)
            || (at == 0 && repeats_title);
        let fate = if is_title {
            fields.offer(
                Field::Title,
                &draft.block.text,
                Origin::Line {
                    line: draft.block.line,
                },
            );
            titled = true;
            Fate::Title
        } else {
            let block = u32::try_from(parts.blocks.len()).unwrap_or(u32::MAX);
            parts.blocks.push(draft.block.clone());
            Fate::Body { block }
        };
        parts.pieces.push(SourcePiece {
            line: draft.block.line,
            text: draft.block.text,
            fate,
        });
    }
    if !titled && let Some(first) = parts.blocks.first() {
        let title = words::shorten(&first.text, 100);
        fields.offer(
            Field::Title,
            &title,
            Origin::Inferred {
                from: words::shorten(&title, 60),
            },
        );
    }
    if let Some(time) = hints.file_name.and_then(dates::from_address) {
        fields.offer_time(Field::Published, &time, Origin::FileName);
    }
    if let Some(name) = fields
        .value(Field::CanonicalUrl)
        .as_deref()
        .and_then(outlet::of_address)
    {
        fields.offer(Field::Outlet, name, Origin::Url);
    }
    if let Some(name) = hints.file_name.and_then(outlet::of_file_name) {
        fields.offer(Field::Outlet, name, Origin::FileName);
    }
    let all = format!(
        "{}\n{}",
        fields.value(Field::Title).unwrap_or_default(),
        parts.body_text()
    );
    if let Some((code, _)) = language::detect(&all) {
        fields.offer(
            Field::Language,
            code,
            Origin::Inferred {
                from: words::shorten(all.trim(), 60),
            },
        );
    }
    parts.title = fields.value(Field::Title).unwrap_or_default();
    parts.standfirst = fields.value(Field::Standfirst);
    parts.byline = people;
    parts.outlet = fields.value(Field::Outlet);
    parts.published = fields.time(Field::Published);
    parts.updated = fields.time(Field::Updated);
    parts.language = fields.value(Field::Language);
    parts.canonical_url = fields.value(Field::CanonicalUrl);
    parts.section = fields.value(Field::Section);
    parts.tags = front.tags();
    parts.provenance = fields.finish();
    warnings::add(&mut parts, false);
    parts
}

/// What a container can declare of a Markdown file, besides whom it credits.
const DECLARED: &[Field] = &[
    Field::Title,
    Field::Standfirst,
    Field::Outlet,
    Field::Published,
    Field::Updated,
    Field::Language,
    Field::CanonicalUrl,
    Field::Section,
];

/// Offers the keys that articles have; others are left alone.
fn offer_front_matter(front: &FrontMatter, fields: &mut Fields, people: &mut Vec<String>) {
    for (key, values) in front.entries() {
        let origin = || Origin::Meta {
            name: key.to_owned(),
        };
        let first = values.first().map_or("", |value| value.trim());
        // Hugo's and Zola's tables for what they do not know themselves.
        let own = ["params.", "extra."];
        let key = own
            .iter()
            .find_map(|table| key.strip_prefix(table))
            .unwrap_or(key);
        match key {
            "title" | "headline" | "alias" | "aliases" => {
                for value in values {
                    fields.offer(Field::Title, value, origin());
                }
            }
            "description" | "standfirst" | "subtitle" | "summary" | "excerpt" | "dek" | "deck" => {
                fields.offer(Field::Standfirst, first, origin());
            }
            "outlet" | "publisher" | "site" | "site_name" | "publication" | "website"
            | "newspaper" => {
                offer_outlet(first, fields, origin());
            }
            "language" | "lang" | "locale" => {
                if let Some(code) = language::primary(first) {
                    fields.offer(Field::Language, &code, origin());
                }
            }
            "published" | "date" | "publish_date" | "published_at" | "published_time"
            | "date_published" | "publishdate" | "pubdate" | "publication_date" => {
                if let Some(time) = dates::from_machine(first) {
                    fields.offer_time(Field::Published, &time, origin());
                }
            }
            "updated" | "modified" | "lastmod" | "last_modified_at" | "updated_at"
            | "date_modified" => {
                if let Some(time) = dates::from_machine(first) {
                    fields.offer_time(Field::Updated, &time, origin());
                }
            }
            "author" | "authors" | "byline" | "by" | "creator" | "author.name" | "authors.name" => {
                people_in(values, people);
            }
            "source" | "url" | "link" | "canonical" | "canonical_url" | "canonicalurl"
            | "permalink" | "original_url" | "source_url" | "href" => {
                match url::Url::parse(first) {
                    Ok(address) if address.has_host() => {
                        fields.offer(Field::CanonicalUrl, first, origin());
                    }
                    _ if key == "source" => offer_outlet(first, fields, origin()),
                    _ => {}
                }
            }
            "section" | "category" | "categories" | "taxonomies.categories" => {
                fields.offer(Field::Section, first, origin());
            }
            _ => {}
        }
    }
    fields.offer(
        Field::Byline,
        &people.join(", "),
        Origin::Meta {
            name: "author".to_owned(),
        },
    );
}

/// An outlet's own name where it is known, else as written.
fn offer_outlet(value: &str, fields: &mut Fields, origin: Origin) {
    fields.offer(
        Field::Outlet,
        outlet::of_name(value).unwrap_or(value),
        origin,
    );
}

fn people_in(values: &[String], people: &mut Vec<String>) {
    for value in values {
        // One value may name several: "A B, C D" or "A B and C D".
        let named = byline::people(value);
        let parts: Vec<&str> = if named.len() > 1 {
            named.iter().map(String::as_str).collect()
        } else {
            value.split([',', ';']).collect()
        };
        for part in parts {
            let name = part.trim().trim_start_matches("[[").trim_end_matches("]]");
            if let Some(name) = byline::declared(name).filter(|name| !people.contains(name)) {
                people.push(name);
            }
        }
    }
}

struct Draft {
    block: Block,
    level: Option<HeadingLevel>,
}

fn blocks(text: &str, skipped: u32) -> Vec<Draft> {
    let mut options = Options::empty();
    options.insert(Options::ENABLE_TABLES);
    options.insert(Options::ENABLE_STRIKETHROUGH);
    // `[[Note|words]]`, as Obsidian links notes: the words count.
    options.insert(Options::ENABLE_WIKILINKS);
    let mut out = Vec::new();
    let mut writer = Writer {
        skipped,
        ..Writer::default()
    };
    for (event, span) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(tag) => writer.start(&tag, text, span.start, &mut out),
            Event::End(tag) => writer.end(tag, &mut out),
            Event::Text(part) | Event::Code(part) => writer.text.push_str(&part),
            Event::Html(part) | Event::InlineHtml(part) => {
                writer.text.push_str(&without_tags(&part))
            }
            Event::SoftBreak => writer.text.push(' '),
            Event::HardBreak => {
                let kind = writer.kind();
                writer.flush(kind, None, &mut out);
                writer.line = writer.line_of(text, span.end);
            }
            Event::Rule => {}
            _ => {}
        }
    }
    let kind = writer.kind();
    writer.flush(kind, None, &mut out);
    out
}

/// Raw HTML inside Markdown: its text only.
fn without_tags(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            other if !inside => out.push(other),
            _ => {}
        }
    }
    out
}

/// Between two cells in what was read of a row so far.
const NEXT_CELL: &str = "\u{1F}";

#[derive(Default)]
struct Writer {
    text: String,
    line: u32,
    skipped: u32,
    quotes: u32,
    items: u32,
    cells: u32,
    code: bool,
    counted: (usize, u32),
}

impl Writer {
    /// The line of byte `at`; positions only rise.
    fn line_of(&mut self, text: &str, at: usize) -> u32 {
        let (from, lines) = self.counted;
        if at >= from {
            let more = text.as_bytes()[from..at]
                .iter()
                .filter(|&&b| b == b'\n')
                .count();
            self.counted = (
                at,
                lines.saturating_add(u32::try_from(more).unwrap_or(u32::MAX)),
            );
        }
        self.counted.1 + self.skipped + 1
    }

    fn kind(&self) -> BlockKind {
        if self.code {
            BlockKind::Code
        } else if self.items > 0 {
            BlockKind::ListItem
        } else if self.quotes > 0 {
            BlockKind::Quote
        } else {
            BlockKind::Paragraph
        }
    }

    fn start(&mut self, tag: &Tag, text: &str, at: usize, out: &mut Vec<Draft>) {
        match tag {
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::TableRow
            | Tag::TableHead
            | Tag::CodeBlock(_)
            | Tag::Item
            | Tag::HtmlBlock => {
                let kind = self.kind();
                self.flush(kind, None, out);
                self.line = self.line_of(text, at);
            }
            _ => {}
        }
        match tag {
            Tag::Item => self.items += 1,
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::CodeBlock(_) => self.code = true,
            Tag::TableRow | Tag::TableHead => self.cells = 0,
            Tag::TableCell => {
                if self.cells > 0 {
                    self.text.push_str(NEXT_CELL);
                }
                self.cells += 1;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, out: &mut Vec<Draft>) {
        let kind = self.kind();
        match tag {
            TagEnd::Heading(level) => self.flush(BlockKind::Heading, Some(level), out),
            TagEnd::TableRow | TagEnd::TableHead => self.flush(BlockKind::TableRow, None, out),
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.flush(kind, None, out),
            TagEnd::CodeBlock => {
                self.flush(kind, None, out);
                self.code = false;
            }
            TagEnd::Item => {
                self.flush(kind, None, out);
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::BlockQuote(_) => {
                self.flush(kind, None, out);
                self.quotes = self.quotes.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn flush(&mut self, kind: BlockKind, level: Option<HeadingLevel>, out: &mut Vec<Draft>) {
        let raw = std::mem::take(&mut self.text);
        let text = if kind == BlockKind::Code {
            raw.trim_end().to_owned()
        } else if kind == BlockKind::TableRow {
            let cells: Vec<String> = raw.split(NEXT_CELL).map(words::collapse).collect();
            table_row_text(cells.iter().map(String::as_str))
        } else {
            words::collapse(&raw)
        };
        if !text.trim().is_empty() {
            // Two blocks may begin on one line; their numbers still tell them apart.
            let line = out
                .last()
                .map_or(1, |last| last.block.line + 1)
                .max(self.line);
            out.push(Draft {
                block: Block {
                    kind,
                    text,
                    credit: None,
                    line,
                    lang: None,
                },
                level,
            });
        }
    }
}
