//! The text parts of a Word document: paragraphs, tables, boxes, changes.

use super::super::flow::Flow;
use super::super::style_names::Meaning;
use super::super::xml::{Step, Tag, Xml};
use super::styles::{Styles, is_outline_level};
use crate::domain::LineStyle;

/// Where a part's paragraphs go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Text,
    /// Footnotes and endnotes.
    Notes,
    /// Running heads and feet, comments.
    Beside,
}

/// A paragraph that is being read; a text box opens one inside another.
#[derive(Default)]
struct Paragraph {
    text: String,
    /// Deleted or hidden text.
    unshown: String,
    bold_chars: usize,
    chars: usize,
    meaning: Option<Meaning>,
    list: bool,
}

/// The look of the run that is being read.
#[derive(Default)]
struct Run {
    bold: bool,
    hidden: bool,
}

/// Reads parts into a flow.
pub(super) struct Body<'b> {
    styles: &'b Styles,
    flow: &'b mut Flow,
    place: Place,
    paragraphs: Vec<Paragraph>,
    run: Run,
    /// Inside deleted text, or text that was moved elsewhere.
    deleted: usize,
    /// The last paragraph that was styled as the writer's name.
    pub author: Option<String>,
}

impl<'b> Body<'b> {
    pub(super) fn new(styles: &'b Styles, flow: &'b mut Flow) -> Self {
        Self {
            styles,
            flow,
            place: Place::Text,
            paragraphs: Vec::new(),
            run: Run::default(),
            deleted: 0,
            author: None,
        }
    }

    /// Reads the main part; false when it breaks off.
    pub(super) fn text(&mut self, text: &str) -> bool {
        self.walk(text)
    }

    /// Reads another part.
    pub(super) fn part(&mut self, text: &str, place: Place) {
        self.place = place;
        self.walk(text);
    }

    fn walk(&mut self, text: &str) -> bool {
        let mut reader = Xml::new(text);
        // For each open choice between alternatives: one was taken.
        let mut choices: Vec<bool> = Vec::new();
        while let Some(step) = reader.next() {
            match step {
                Step::Open(tag) => match tag.name() {
                    "AlternateContent" => choices.push(false),
                    "Choice" | "Fallback" => match choices.last_mut() {
                        Some(taken) if *taken => reader.skip_element(),
                        Some(taken) => *taken = true,
                        None => {}
                    },
                    name if is_skipped(name) => reader.skip_element(),
                    "t" | "delText" => {
                        let deleted = tag.name() == "delText";
                        let text = reader.text_of_element();
                        self.push(&text, deleted);
                    }
                    "pPr" => {
                        self.properties(&mut reader);
                    }
                    "rPr" => self.run_properties(&mut reader),
                    "footnote" | "endnote"
                        if tag.value("type").is_some_and(|kind| kind != "normal") =>
                    {
                        reader.skip_element();
                    }
                    _ => self.open(&tag),
                },
                Step::Close(name) => {
                    if name == "AlternateContent" {
                        choices.pop();
                    }
                    self.close(&name);
                }
                Step::Text(_) => {}
            }
            if self.flow.is_full() {
                break;
            }
        }
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
        }
        !reader.broken
    }

    fn open(&mut self, tag: &Tag) {
        match tag.name() {
            "p" => self.paragraphs.push(Paragraph::default()),
            "r" => self.run = Run::default(),
            "del" | "moveFrom" => self.deleted += 1,
            "tab" | "ptab" => self.push(" ", false),
            "br" | "cr" => self.push("\n", false),
            "noBreakHyphen" => self.push("\u{2011}", false),
            "sym" => {
                let symbol = tag
                    .value("char")
                    .and_then(|hex| u32::from_str_radix(&hex, 16).ok())
                    .filter(|code| !(0xE000..=0xF8FF).contains(code))
                    .and_then(char::from_u32);
                if let Some(symbol) = symbol {
                    self.push(symbol.encode_utf8(&mut [0; 4]), false);
                }
            }
            "tr" => self.flow.open_row(),
            "tc" => self.flow.open_cell(),
            "gridSpan" => {
                let columns = tag.value("val").and_then(|many| many.parse().ok());
                self.flow.widen_cell(columns.unwrap_or(1));
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "del" | "moveFrom" => self.deleted = self.deleted.saturating_sub(1),
            "tr" => self.flow.close_row(),
            "r" => self.run = Run::default(),
            _ => {}
        }
    }

    fn push(&mut self, text: &str, deleted: bool) {
        let Some(paragraph) = self.paragraphs.last_mut() else {
            return;
        };
        if deleted || self.deleted > 0 || self.run.hidden {
            paragraph.unshown.push_str(text);
            return;
        }
        let letters = text.chars().filter(|c| !c.is_whitespace()).count();
        paragraph.chars += letters;
        if self.run.bold {
            paragraph.bold_chars += letters;
        }
        paragraph.text.push_str(text);
    }

    /// Style, outline level and list of the paragraph; its mark's own look is no text's.
    fn properties(&mut self, reader: &mut Xml) {
        let Some(mut paragraph) = self.paragraphs.pop() else {
            reader.skip_element();
            return;
        };
        while let Some(step) = reader.next() {
            match step {
                Step::Open(tag) => match tag.name() {
                    "pStyle" => {
                        let id = tag.value("val").unwrap_or_default();
                        paragraph.meaning = self.styles.meaning(&id);
                    }
                    "outlineLvl" if is_outline_level(tag.value("val")) => {
                        paragraph
                            .meaning
                            .get_or_insert(Meaning::Line(LineStyle::Heading));
                    }
                    "numId" => paragraph.list = tag.value("val").is_some_and(|id| id != "0"),
                    "rPr" | "pPrChange" | "sectPr" => reader.skip_element(),
                    _ => {}
                },
                Step::Close(name) if name == "pPr" => break,
                _ => {}
            }
        }
        self.paragraphs.push(paragraph);
    }

    fn run_properties(&mut self, reader: &mut Xml) {
        let on = |tag: &Tag| !matches!(tag.value("val").as_deref(), Some("0" | "false" | "off"));
        while let Some(step) = reader.next() {
            match step {
                Step::Open(tag) => match tag.name() {
                    "b" => self.run.bold = on(&tag),
                    "vanish" => self.run.hidden = on(&tag),
                    "rPrChange" => reader.skip_element(),
                    _ => {}
                },
                Step::Close(name) if name == "rPr" => break,
                _ => {}
            }
        }
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.pop() else {
            return;
        };
        let text = &paragraph.text;
        match (self.place, paragraph.meaning) {
            (Place::Notes, _) => self.flow.note(text),
            (Place::Beside, _) => self.flow.aside(text),
            (Place::Text, Some(Meaning::Author)) => {
                let name = crate::extract::collapse(text);
                if !name.is_empty() {
                    self.author = Some(name);
                }
                self.flow.paragraph(text, LineStyle::Paragraph);
            }
            (Place::Text, Some(Meaning::Line(style))) => self.flow.paragraph(text, style),
            (Place::Text, None) if paragraph.list => self.flow.paragraph(text, LineStyle::ListItem),
            (Place::Text, None)
                if paragraph.chars > 0 && paragraph.bold_chars == paragraph.chars =>
            {
                self.flow.bold_paragraph(text);
            }
            (Place::Text, None) => self.flow.paragraph(text, LineStyle::Paragraph),
        }
        self.flow.aside(&paragraph.unshown);
    }
}

/// Elements that hold no text of the document: field codes, formulae's twins, pictures' names.
fn is_skipped(name: &str) -> bool {
    matches!(
        name,
        "instrText"
            | "delInstrText"
            | "sectPr"
            | "tblPr"
            | "trPr"
            | "tcPrChange"
            | "docPr"
            | "sdtPr"
            | "rt"
            | "binData"
            | "tblGrid"
    )
}
