//! Markdown's blocks, in order, each with its line.

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::obsidian;
use crate::domain::{Block, BlockKind, table_row_text};
use crate::extract::words;

/// A block, and how high it stands where it is a heading.
pub(super) struct Draft {
    pub block: Block,
    pub level: Option<HeadingLevel>,
}

/// The blocks of Markdown; `skipped` lines stand before it in the file.
pub(super) fn blocks(text: &str, skipped: u32) -> Vec<Draft> {
    let mut options = Options::empty();
    options.insert(Options::ENABLE_TABLES);
    options.insert(Options::ENABLE_STRIKETHROUGH);
    // A footnote's mark is no word; its text is read where it stands.
    options.insert(Options::ENABLE_FOOTNOTES);
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
            Event::Text(part) if writer.embeds == 0 => writer.text.push_str(&part),
            Event::Code(part) if writer.embeds == 0 => {
                writer.text.push_str(&obsidian::kept_as_code(&part))
            }
            Event::Html(part) | Event::InlineHtml(part) => {
                writer.text.push_str(&without_tags(&part))
            }
            Event::SoftBreak => {
                // The first line of a callout is its title, and no part of what it says.
                let first = std::mem::take(&mut writer.first_line);
                if first && writer.quotes > 0 && obsidian::is_callout(&writer.text) {
                    let kind = writer.kind();
                    writer.flush(kind, None, &mut out);
                    writer.line = writer.line_of(text, span.end);
                } else {
                    writer.text.push(' ');
                }
            }
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
    /// Pictures that are shown here from other files: their names are no words.
    embeds: u32,
    /// No line of this paragraph has ended yet.
    first_line: bool,
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
            Tag::Paragraph => self.first_line = true,
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::CodeBlock(_) => self.code = true,
            Tag::Image { link_type, .. } => {
                let embed = matches!(link_type, LinkType::WikiLink { .. });
                // What stands within one ends before it does.
                self.embeds += u32::from(embed || self.embeds > 0);
            }
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
            TagEnd::Image => self.embeds = self.embeds.saturating_sub(1),
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
            let cells: Vec<String> = raw
                .split(NEXT_CELL)
                .map(|cell| obsidian::without_marks(&words::collapse(cell), kind))
                .collect();
            table_row_text(cells.iter().map(String::as_str))
        } else {
            obsidian::without_marks(&words::collapse(&raw), kind)
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
