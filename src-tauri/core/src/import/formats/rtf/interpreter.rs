//! What the words of an RTF file do: groups, looks, paragraphs, tables.

use std::collections::HashMap;

use super::super::flow::Flow;
use super::super::style_names::{self, Meaning};
use super::charset::Charsets;
use super::destination::{self, Destination, InfoField};
use super::information::Information;
use super::token::Token;
use crate::domain::LineStyle;

/// Groups inside each other whose look is remembered; deeper ones share the last.
const DEPTH: usize = 2000;

/// The look and place of text in a group.
#[derive(Debug, Clone, Copy)]
struct State {
    destination: Destination,
    font: i32,
    bold: bool,
    hidden: bool,
    deleted: bool,
    /// Characters after `\u` that stand for it in readers without Unicode.
    fallback: usize,
    /// A paragraph of its own began with this group.
    own_paragraph: bool,
}

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
struct Layout {
    style: i32,
    list: bool,
    heading: bool,
    in_table: bool,
}

pub(super) struct Interpreter {
    pub flow: Flow,
    pub information: Information,
    pub author: Option<String>,
    charsets: Charsets,
    styles: HashMap<i32, (Option<Meaning>, bool)>,
    style_name: String,
    state: State,
    groups: Vec<State>,
    /// Groups beyond [`DEPTH`].
    deeper: usize,
    starred: bool,
    skip_next_group: bool,
    /// Bytes that wait for their code page.
    bytes: Vec<u8>,
    /// The first half of a character beyond the basic plane.
    surrogate: Option<u16>,
    to_skip: usize,
    paragraphs: Vec<Paragraph>,
    layout: Layout,
    row_open: bool,
    cell_open: bool,
    table_font: i32,
}

impl Interpreter {
    pub(super) fn new() -> Self {
        Self {
            flow: Flow::default(),
            information: Information::default(),
            author: None,
            charsets: Charsets::default(),
            styles: HashMap::new(),
            style_name: String::new(),
            state: State {
                destination: Destination::Text,
                font: -1,
                bold: false,
                hidden: false,
                deleted: false,
                fallback: 1,
                own_paragraph: false,
            },
            groups: Vec::new(),
            deeper: 0,
            starred: false,
            skip_next_group: false,
            bytes: Vec::new(),
            surrogate: None,
            to_skip: 0,
            paragraphs: vec![Paragraph::default()],
            layout: Layout::default(),
            row_open: false,
            cell_open: false,
            table_font: 0,
        }
    }

    pub(super) fn take(&mut self, token: Token) {
        match token {
            Token::Open => self.open(),
            Token::Close => self.close(),
            Token::Byte(byte) => self.byte(byte),
            Token::Text(text) => {
                for &byte in text {
                    self.byte(byte);
                }
            }
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(word, value) => self.word(word, value),
        }
    }

    /// Ends what is open; true when all groups were closed.
    pub(super) fn finish(&mut self) -> bool {
        self.flush();
        let whole = self.groups.is_empty();
        while !self.paragraphs.is_empty() {
            self.end_paragraph();
            self.paragraphs.pop();
        }
        whole
    }

    fn open(&mut self) {
        self.flush();
        self.to_skip = 0;
        if self.groups.len() >= DEPTH {
            self.deeper += 1;
            return;
        }
        self.groups.push(self.state);
        self.state.own_paragraph = false;
        if std::mem::take(&mut self.skip_next_group) {
            self.state.destination = Destination::Nowhere;
        }
    }

    fn close(&mut self) {
        self.flush();
        self.to_skip = 0;
        self.starred = false;
        if self.deeper > 0 {
            self.deeper -= 1;
            return;
        }
        if self.state.own_paragraph && self.paragraphs.len() > 1 {
            self.end_paragraph();
            self.paragraphs.pop();
        }
        if let Some(before) = self.groups.pop() {
            if self.state.destination == Destination::Styles
                && before.destination == Destination::Styles
            {
                self.style_name.clear();
            }
            self.state = before;
        }
    }

    fn byte(&mut self, byte: u8) {
        if self.to_skip > 0 {
            self.to_skip -= 1;
            return;
        }
        if self.state.destination != Destination::Nowhere {
            self.bytes.push(byte);
        }
    }

    fn symbol(&mut self, symbol: u8) {
        if self.to_skip > 0 && matches!(symbol, b'~' | b'_' | b'-' | b'\\' | b'{' | b'}') {
            self.to_skip -= 1;
            return;
        }
        match symbol {
            b'*' => self.starred = true,
            b'\\' | b'{' | b'}' => self.bytes.push(symbol),
            b'~' => self.text("\u{A0}"),
            b'_' => self.text("\u{2011}"),
            b'\r' | b'\n' => self.paragraph_mark(),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, value: Option<i32>) {
        let starred = std::mem::take(&mut self.starred);
        if self.state.destination == Destination::Nowhere {
            return;
        }
        if let Some(new) = destination::of_word(word, starred, self.state.destination) {
            self.flush();
            if matches!(word, "listtext" | "pntext") {
                self.layout.list = true;
            }
            self.state.destination = new;
            if matches!(new, Destination::Notes | Destination::Beside) || word == "shptxt" {
                self.state.own_paragraph = true;
                self.paragraphs.push(Paragraph::default());
            }
            return;
        }
        if let Some(character) = destination::character(word) {
            self.text(character);
            return;
        }
        let on = value != Some(0);
        let number = value.unwrap_or(0);
        match word {
            "u" => self.unicode(number),
            "uc" => self.state.fallback = usize::try_from(number).unwrap_or(1).min(16),
            "upr" => self.skip_next_group = true,
            "ansicpg" => self.charsets.set_document(number),
            "mac" => self.charsets.set_document(10000),
            "f" => self.font(number),
            "fcharset" if self.state.destination == Destination::Fonts => {
                self.charsets.set_font(self.table_font, number);
            }
            "cpg" if self.state.destination == Destination::Fonts => {
                self.charsets.set_font_page(self.table_font, number);
            }
            "plain" => {
                self.flush();
                (self.state.bold, self.state.hidden, self.state.deleted) = (false, false, false);
            }
            "b" | "v" | "deleted" => {
                self.flush();
                match word {
                    "b" => self.state.bold = on,
                    "v" => self.state.hidden = on,
                    _ => self.state.deleted = on,
                }
            }
            "yr" | "mo" | "dy" | "hr" | "min" => {
                if let Destination::InfoField(field) = self.state.destination {
                    self.information.part_of_time(field, word, number);
                }
            }
            _ => self.layout_word(word, number),
        }
    }

    fn layout_word(&mut self, word: &str, number: i32) {
        match word {
            "par" | "sect" | "page" | "nestrow" => self.paragraph_mark(),
            "cell" => {
                self.layout.in_table = true;
                self.paragraph_mark();
                self.enter_cell();
                self.cell_open = false;
            }
            "row" => {
                self.flush();
                if std::mem::take(&mut self.row_open) {
                    self.flow.close_row();
                }
                self.cell_open = false;
            }
            "pard" => self.layout = Layout::default(),
            "intbl" => self.layout.in_table = true,
            "ls" => self.layout.list = number > 0,
            "outlinelevel" if self.state.destination == Destination::Styles => {
                if let Some(style) = self.styles.get_mut(&self.layout.style) {
                    style.1 = (0..9).contains(&number);
                }
            }
            "outlinelevel" => self.layout.heading = (0..9).contains(&number),
            "s" => {
                self.layout.style = number;
                if self.state.destination == Destination::Styles {
                    self.styles.insert(number, (None, false));
                }
            }
            _ => {}
        }
    }

    fn font(&mut self, number: i32) {
        self.flush();
        if self.state.destination == Destination::Fonts {
            self.table_font = number;
        } else {
            self.state.font = number;
        }
    }

    fn unicode(&mut self, number: i32) {
        self.flush();
        self.to_skip = self.state.fallback;
        let unit = (number.rem_euclid(0x1_0000)) as u16;
        match (self.surrogate.take(), unit) {
            (Some(high), 0xDC00..=0xDFFF) => {
                let decoded = char::decode_utf16([high, unit]).next();
                if let Some(Ok(c)) = decoded {
                    self.text(c.encode_utf8(&mut [0; 4]));
                }
            }
            (_, 0xD800..=0xDBFF) => self.surrogate = Some(unit),
            // Symbol fonts write their pictures into the private area.
            (_, 0xF0B7) => self.text("•"),
            (_, 0xE000..=0xF8FF) => {}
            (_, unit) => {
                if let Some(c) = char::from_u32(u32::from(unit)) {
                    self.text(c.encode_utf8(&mut [0; 4]));
                }
            }
        }
    }

    /// Decodes the bytes that wait.
    fn flush(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let text = self.charsets.decode(self.state.font, &bytes);
            self.place(&text);
        }
    }

    fn text(&mut self, text: &str) {
        self.flush();
        self.place(text);
    }

    fn place(&mut self, text: &str) {
        match self.state.destination {
            Destination::Text | Destination::Notes | Destination::Beside => {
                let Some(paragraph) = self.paragraphs.last_mut() else {
                    return;
                };
                if self.state.hidden || self.state.deleted {
                    paragraph.unshown.push_str(text);
                    return;
                }
                let letters = text.chars().filter(|c| !c.is_whitespace()).count();
                paragraph.chars += letters;
                paragraph.bold_chars += if self.state.bold { letters } else { 0 };
                paragraph.text.push_str(text);
            }
            Destination::Styles => self.style_text(text),
            Destination::InfoField(field) => self.information.text(field, text),
            Destination::Fonts | Destination::Info | Destination::Nowhere => {}
        }
    }

    /// A style's name ends with a semicolon.
    fn style_text(&mut self, text: &str) {
        self.style_name.push_str(text);
        if let Some((name, _)) = self.style_name.split_once(';') {
            let meaning = style_names::meaning(name);
            let style = self.styles.entry(self.layout.style).or_default();
            style.0 = meaning;
            self.style_name.clear();
            self.layout.style = 0;
        } else if self.style_name.len() > 1000 {
            self.style_name.clear();
        }
    }

    fn paragraph_mark(&mut self) {
        self.flush();
        if matches!(
            self.state.destination,
            Destination::Text | Destination::Notes | Destination::Beside
        ) {
            self.end_paragraph();
        }
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

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.paragraphs.last_mut().map(std::mem::take) else {
            return;
        };
        let text = &paragraph.text;
        match self.state.destination {
            Destination::Notes => self.flow.note(text),
            Destination::Beside => self.flow.aside(text),
            _ => {
                if !text.trim().is_empty() {
                    if self.layout.in_table {
                        self.enter_cell();
                    } else if std::mem::take(&mut self.row_open) {
                        self.flow.close_row();
                    }
                }
                self.text_paragraph(&paragraph);
            }
        }
        self.flow.aside(&paragraph.unshown);
    }

    fn text_paragraph(&mut self, paragraph: &Paragraph) {
        let text = &paragraph.text;
        let (meaning, outlined) = self
            .styles
            .get(&self.layout.style)
            .copied()
            .unwrap_or_default();
        match meaning {
            Some(Meaning::Author) => {
                let name = crate::extract::collapse(text);
                self.author = Some(name).filter(|name| !name.is_empty());
                self.flow.paragraph(text, LineStyle::Paragraph);
            }
            Some(Meaning::Line(style)) => self.flow.paragraph(text, style),
            None if self.layout.heading || outlined => {
                self.flow.paragraph(text, LineStyle::Heading)
            }
            None if self.layout.list => self.flow.paragraph(text, LineStyle::ListItem),
            None if paragraph.chars > 0 && paragraph.bold_chars == paragraph.chars => {
                self.flow.bold_paragraph(text);
            }
            None => self.flow.paragraph(text, LineStyle::Paragraph),
        }
    }
}

impl InfoField {
    /// Fields that hold a time.
    pub(super) fn is_time(self) -> bool {
        matches!(self, Self::Created | Self::Revised)
    }
}
