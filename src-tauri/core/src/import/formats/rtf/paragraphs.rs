//! Paragraphs of an RTF file on their way into the flow, with lists and tables.

use super::super::flow::Flow;
use super::super::style_names::Meaning;
use super::destination::Destination;
use crate::domain::LineStyle;

/// A paragraph that is being read.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    unshown: String,
    bold_chars: usize,
    chars: usize,
}

/// What `\pard` resets.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub style: i32,
    pub list: bool,
    pub heading: bool,
    pub in_table: bool,
}

/// A paragraph that has not ended after this many bytes is the last that is read.
pub(super) const LONGEST_PARAGRAPH: usize = 4 * 1024 * 1024;

#[derive(Default)]
pub(super) struct Paragraphs {
    pub flow: Flow,
    pub layout: Layout,
    /// The last paragraph that was styled as the writer's name.
    pub author: Option<String>,
    /// A note or a text box opens one inside another.
    open: Vec<Paragraph>,
    row_open: bool,
    cell_open: bool,
}

impl Paragraphs {
    pub(super) fn begin(&mut self) {
        self.open.push(Paragraph::default());
    }

    /// True when nothing more is taken.
    pub(super) fn is_full(&self) -> bool {
        let open = self.open.last();
        let endless =
            open.is_some_and(|open| open.text.len() + open.unshown.len() > LONGEST_PARAGRAPH);
        endless || self.flow.is_full()
    }

    /// True when a paragraph is open inside another.
    pub(super) fn is_nested(&self) -> bool {
        self.open.len() > 1
    }

    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Leaves the innermost paragraph, after [`Self::end`].
    pub(super) fn leave(&mut self) {
        self.open.pop();
    }

    pub(super) fn push(&mut self, text: &str, bold: bool, unshown: bool) {
        let Some(paragraph) = self.open.last_mut() else {
            return;
        };
        if unshown {
            paragraph.unshown.push_str(text);
            return;
        }
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        paragraph.chars += letters;
        paragraph.bold_chars += if bold { letters } else { 0 };
        paragraph.text.push_str(text);
    }

    /// Ends the innermost paragraph; `style` is what its style means.
    pub(super) fn end(&mut self, destination: Destination, style: Option<Meaning>) {
        let Some(paragraph) = self.open.last_mut().map(std::mem::take) else {
            return;
        };
        match destination {
            Destination::Notes => self.flow.note(&paragraph.text),
            Destination::Beside => self.flow.aside(&paragraph.text),
            _ => {
                if !paragraph.text.trim().is_empty() {
                    if self.layout.in_table {
                        self.enter_cell();
                    } else {
                        self.close_row();
                    }
                }
                self.text(&paragraph, style);
            }
        }
        self.flow.aside(&paragraph.unshown);
    }

    fn text(&mut self, paragraph: &Paragraph, style: Option<Meaning>) {
        let text = &paragraph.text;
        match style {
            Some(Meaning::Author) => {
                let name = crate::extract::collapse(text);
                self.author = Some(name).filter(|name| !name.is_empty());
                self.flow.paragraph(text, LineStyle::Paragraph);
            }
            Some(Meaning::Line(style)) => self.flow.paragraph(text, style),
            None if self.layout.heading => self.flow.paragraph(text, LineStyle::Heading),
            None if self.layout.list => self.flow.paragraph(text, LineStyle::ListItem),
            None if paragraph.chars > 0 && paragraph.bold_chars == paragraph.chars => {
                self.flow.bold_paragraph(text);
            }
            None => self.flow.paragraph(text, LineStyle::Paragraph),
        }
    }

    /// Ends a cell, also an empty one.
    pub(super) fn close_cell(&mut self) {
        self.enter_cell();
        self.cell_open = false;
    }

    pub(super) fn close_row(&mut self) {
        if std::mem::take(&mut self.row_open) {
            self.flow.close_row();
        }
        self.cell_open = false;
    }

    fn enter_cell(&mut self) {
        if !self.row_open {
            self.flow.open_row();
            self.row_open = true;
            self.cell_open = false;
        }
        if !self.cell_open {
            self.flow.open_cell();
            self.cell_open = true;
        }
    }
}
