//! What the words of an RTF file do: groups, looks, paragraphs, tables.

use std::collections::HashMap;

use super::super::style_names::{self, Meaning};
use super::charset::Charsets;
use super::destination::{self, Destination, InfoField};
use super::information::Information;
use super::paragraphs::{LONGEST_PARAGRAPH, Layout, Paragraphs};
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

pub(super) struct Interpreter {
    pub paragraphs: Paragraphs,
    pub information: Information,
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
    table_font: i32,
}

impl Interpreter {
    pub(super) fn new() -> Self {
        let mut paragraphs = Paragraphs::default();
        paragraphs.begin();
        Self {
            paragraphs,
            information: Information::default(),
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
        while self.paragraphs.is_open() {
            self.end_paragraph();
            self.paragraphs.leave();
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
        if self.state.own_paragraph && self.paragraphs.is_nested() {
            self.end_paragraph();
            self.paragraphs.leave();
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

    /// True when nothing more is taken.
    pub(super) fn is_full(&self) -> bool {
        self.paragraphs.is_full() || self.bytes.len() > LONGEST_PARAGRAPH
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
                self.paragraphs.layout.list = true;
            }
            self.state.destination = new;
            if let Destination::InfoField(field) = new {
                self.information.begin(field);
            }
            if matches!(new, Destination::Notes | Destination::Beside) || word == "shptxt" {
                self.state.own_paragraph = true;
                self.paragraphs.begin();
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
                self.paragraphs.layout.in_table = true;
                self.paragraph_mark();
                self.paragraphs.close_cell();
            }
            "row" => {
                self.flush();
                self.paragraphs.close_row();
            }
            "pard" => self.paragraphs.layout = Layout::default(),
            "intbl" => self.paragraphs.layout.in_table = true,
            "ls" => self.paragraphs.layout.list = number > 0,
            "outlinelevel" if self.state.destination == Destination::Styles => {
                if let Some(style) = self.styles.get_mut(&self.paragraphs.layout.style) {
                    style.1 = (0..9).contains(&number);
                }
            }
            "outlinelevel" => self.paragraphs.layout.heading = (0..9).contains(&number),
            "s" => {
                self.paragraphs.layout.style = number;
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
                let unshown = self.state.hidden || self.state.deleted;
                self.paragraphs.push(text, self.state.bold, unshown);
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
            let style = self.styles.entry(self.paragraphs.layout.style).or_default();
            style.0 = meaning;
            self.style_name.clear();
            self.paragraphs.layout.style = 0;
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

    fn end_paragraph(&mut self) {
        let style = self.styles.get(&self.paragraphs.layout.style).copied();
        let (meaning, outlined) = style.unwrap_or_default();
        let meaning = meaning.or(outlined.then_some(Meaning::Line(LineStyle::Heading)));
        self.paragraphs.end(self.state.destination, meaning);
    }
}

impl InfoField {
    /// Fields that hold a time.
    pub(super) fn is_time(self) -> bool {
        matches!(self, Self::Created | Self::Revised)
    }
}
