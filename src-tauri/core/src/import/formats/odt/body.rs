//! The text of an OpenDocument file: paragraphs, lists, tables, notes, changes.

use super::super::flow::Flow;
use super::super::style_names::Meaning;
use super::super::xml::{Step, Tag, Xml};
use super::styles::Styles;
use crate::domain::LineStyle;

/// Spaces that one element may stand for.
const MOST_SPACES: usize = 64;

/// A paragraph that is being read; a frame opens one inside another.
#[derive(Default)]
struct Paragraph {
    text: String,
    unshown: String,
    bold_chars: usize,
    chars: usize,
    heading: bool,
    bold: bool,
    style: String,
}

/// Reads text into a flow.
pub(super) struct Body<'b> {
    styles: &'b Styles,
    flow: &'b mut Flow,
    paragraphs: Vec<Paragraph>,
    /// The styles of the open spans.
    spans: Vec<String>,
    /// The open elements that say where a paragraph goes.
    places: Vec<Place>,
    lists: usize,
    pub author: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Note,
    /// Comments, running heads, contents, deleted text.
    Beside,
}

impl<'b> Body<'b> {
    pub(super) fn new(styles: &'b Styles, flow: &'b mut Flow) -> Self {
        Self {
            styles,
            flow,
            paragraphs: Vec::new(),
            spans: Vec::new(),
            places: Vec::new(),
            lists: 0,
            author: None,
        }
    }

    /// Reads a part; false when it breaks off.
    pub(super) fn walk(&mut self, text: &str) -> bool {
        let mut reader = Xml::new(text);
        while let Some(step) = reader.next() {
            match step {
                Step::Open(tag) if is_skipped(&tag) => reader.skip_element(),
                Step::Open(tag) => self.open(&tag),
                Step::Close(name) => self.close(&name),
                Step::Text(text) => self.push(&text),
            }
            if self.flow.is_full() {
                break;
            }
        }
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
        (self.spans, self.places, self.lists) = (Vec::new(), Vec::new(), 0);
        !reader.broken
    }

    fn open(&mut self, tag: &Tag) {
        match tag.name() {
            name @ ("p" | "h") => {
                let style = tag.value("style-name").unwrap_or_default();
                self.paragraphs.push(Paragraph {
                    heading: name == "h",
                    bold: self.styles.is_bold(&style).unwrap_or(false),
                    style,
                    ..Paragraph::default()
                });
            }
            "span" => self.spans.push(tag.value("style-name").unwrap_or_default()),
            "s" => {
                let count = tag
                    .value("c")
                    .and_then(|count| count.parse().ok())
                    .unwrap_or(1);
                self.push(&" ".repeat(MOST_SPACES.min(count)));
            }
            "tab" => self.push(" "),
            "line-break" => self.push("\n"),
            "list-item" | "list-header" => self.lists += 1,
            "table-row" => self.flow.open_row(),
            "table-cell" | "covered-table-cell" => self.flow.open_cell(),
            name => {
                if let Some(place) = place_of(name) {
                    self.places.push(place);
                }
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "h" => self.end_paragraph(),
            "span" => {
                self.spans.pop();
            }
            "list-item" | "list-header" => self.lists = self.lists.saturating_sub(1),
            "table-row" => self.flow.close_row(),
            name if place_of(name).is_some() => {
                self.places.pop();
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        if self.spans.iter().any(|style| self.styles.is_hidden(style)) {
            paragraph.unshown.push_str(text);
            return;
        }
        let said = self
            .spans
            .iter()
            .rev()
            .find_map(|style| self.styles.is_bold(style));
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        paragraph.chars += letters;
        if said.unwrap_or(paragraph.bold) {
            paragraph.bold_chars += letters;
        }
        paragraph.text.push_str(text);
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else {
            return;
        };
        let text = &paragraph.text;
        let meaning = self.styles.meaning(&paragraph.style);
        match (self.places.last(), meaning) {
            (Some(Place::Note), _) => self.flow.note(text),
            (Some(Place::Beside), _) => self.flow.aside(text),
            (None, Some(Meaning::Author)) => {
                let name = crate::extract::collapse(text);
                if !name.is_empty() {
                    self.author = Some(name);
                }
                self.flow.paragraph(text, LineStyle::Paragraph);
            }
            (None, Some(Meaning::Line(LineStyle::Title))) => {
                self.flow.paragraph(text, LineStyle::Title)
            }
            (None, _) if paragraph.heading => self.flow.paragraph(text, LineStyle::Heading),
            (None, _) if self.lists > 0 => self.flow.paragraph(text, LineStyle::ListItem),
            (None, Some(Meaning::Line(style))) => self.flow.paragraph(text, style),
            (None, None) if paragraph.chars > 0 && paragraph.bold_chars == paragraph.chars => {
                self.flow.bold_paragraph(text);
            }
            (None, None) => self.flow.paragraph(text, LineStyle::Paragraph),
        }
        self.flow.aside(&paragraph.unshown);
    }
}

fn place_of(name: &str) -> Option<Place> {
    match name {
        "note" => Some(Place::Note),
        "annotation" | "deletion" | "header" | "footer" | "header-left" | "footer-left"
        | "header-first" | "footer-first" | "table-of-content" | "alphabetical-index"
        | "illustration-index" | "table-index" | "bibliography" => Some(Place::Beside),
        _ => None,
    }
}

/// Elements that hold no text of the document. A title, date or creator of the prefix
/// `text` is a field that shows it; others describe a picture or a comment.
fn is_skipped(tag: &Tag) -> bool {
    match tag.name() {
        "title" | "desc" | "creator" | "date" => tag.prefix() != "text",
        name => matches!(
            name,
            "meta"
                | "settings"
                | "scripts"
                | "font-face-decls"
                | "styles"
                | "automatic-styles"
                | "forms"
                | "binary-data"
                | "note-citation"
                | "ruby-text"
                | "sequence-decls"
                | "creator-initials"
                | "change-info"
                | "table-of-content-source"
                | "alphabetical-index-source"
                | "illustration-index-source"
                | "table-index-source"
                | "bibliography-source"
                | "object-ole"
        ),
    }
}
