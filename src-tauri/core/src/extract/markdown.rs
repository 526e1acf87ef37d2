//! Articles out of Markdown: front matter, headings, paragraphs, lists, quotations.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::provenance::Fields;
use super::{SourceHints, byline, dates, declared, language, outlet, warnings, words};
use crate::domain::{ArticleParts, Block, BlockKind, Fate, Field, Origin, SourcePiece};

/// Reads Markdown. Nothing is removed: a Markdown file is what a person wrote or exported.
pub(super) fn read(text: &str, hints: &SourceHints) -> ArticleParts {
    let mut fields = Fields::default();
    let mut people = Vec::new();
    let (front, body, skipped) = split_front_matter(text);
    read_front_matter(front, &mut fields, &mut people);
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

/// The front matter between `---` lines, the rest, and how many lines the front took.
fn split_front_matter(text: &str) -> (&str, &str, u32) {
    let text_start = text.trim_start_matches('\u{FEFF}');
    let Some(rest) = text_start
        .strip_prefix("---")
        .and_then(|r| r.strip_prefix('\n').or_else(|| r.strip_prefix("\r\n")))
    else {
        return ("", text_start, 0);
    };
    let mut at = 0;
    for (number, line) in rest.split_inclusive('\n').enumerate() {
        if matches!(line.trim_end(), "---" | "...") {
            let lines = u32::try_from(number + 2).unwrap_or(u32::MAX);
            return (&rest[..at], &rest[at + line.len()..], lines);
        }
        at += line.len();
    }
    ("", text_start, 0)
}

/// Reads the keys that articles have; other keys and nested values are left alone.
fn read_front_matter(front: &str, fields: &mut Fields, people: &mut Vec<String>) {
    let mut key = String::new();
    for line in front.lines() {
        let item = line.trim_start().strip_prefix("- ");
        let value = match (item, line.split_once(':')) {
            (Some(item), _) => item,
            (None, Some((name, value))) if !line.starts_with([' ', '\t']) => {
                key = name.trim().to_ascii_lowercase();
                value
            }
            _ => continue,
        };
        let value = unquote(value);
        if value.is_empty() {
            continue;
        }
        let origin = Origin::Meta { name: key.clone() };
        match key.as_str() {
            "title" | "headline" => fields.offer(Field::Title, value, origin),
            "description" | "standfirst" | "subtitle" | "summary" => {
                fields.offer(Field::Standfirst, value, origin)
            }
            "outlet" | "publisher" | "site" | "publication" => {
                fields.offer(Field::Outlet, value, origin)
            }
            "language" | "lang" => {
                if let Some(code) = language::primary(value) {
                    fields.offer(Field::Language, &code, origin);
                }
            }
            "date" | "published" | "publish_date" | "date_published" => {
                if let Some(time) = dates::from_machine(value) {
                    fields.offer_time(Field::Published, &time, origin);
                }
            }
            "updated" | "modified" | "lastmod" => {
                if let Some(time) = dates::from_machine(value) {
                    fields.offer_time(Field::Updated, &time, origin);
                }
            }
            "author" | "authors" | "byline" | "by" => {
                for part in value.trim_matches(['[', ']']).split([',', ';']) {
                    if let Some(name) =
                        byline::declared(unquote(part)).filter(|name| !people.contains(name))
                    {
                        people.push(name);
                    }
                }
            }
            "source" | "url" | "link" | "canonical" if url::Url::parse(value).is_ok() => {
                fields.offer(Field::CanonicalUrl, value, origin);
            }
            "source" => fields.offer(Field::Outlet, value, origin),
            "section" | "category" => fields.offer(Field::Section, value, origin),
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

fn unquote(value: &str) -> &str {
    let value = value.trim();
    let quoted = |mark: char| value.len() > 1 && value.starts_with(mark) && value.ends_with(mark);
    if quoted('"') || quoted('\'') {
        &value[1..value.len() - 1]
    } else {
        value
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
                    self.text.push_str(" | ");
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
                },
                level,
            });
        }
    }
}
