//! Runs the program of a page for the text that it shows.

use std::collections::HashMap;

use super::super::font::Font;
use super::super::syntax::{Dict, File, Lexer, Object, Page, Stream, Token, is_space};
use super::glyph::Glyph;
use super::marked::Marked;
use super::matrix::Matrix;
use super::pen::Pen;
use super::text_state::{TextMatrices, TextState};

/// Forms inside forms.
const MAX_FORMS: usize = 8;
/// `q` without `Q`, `BDC` without `EMC`.
const MAX_STACK: usize = 256;
/// Characters of one page: a full newspaper page has 40,000.
const MAX_GLYPHS: usize = 150_000;
/// Operands before an operator; more are those of a damaged program.
const MAX_OPERANDS: usize = 64;
/// Fonts kept in memory from page to page, and fonts of one page.
const MAX_FONTS: usize = 64;
const MAX_FONTS_OF_PAGE: usize = 256;
/// What they may keep in memory together: [`Font::weight`].
const MAX_WEIGHT: usize = 1_000_000;

/// The fonts met so far, by the number of their object.
#[derive(Debug, Default)]
pub(in super::super) struct Fonts {
    fonts: Vec<Font>,
    by_number: HashMap<u32, usize>,
    weight: usize,
    /// Rises when positions of fonts come to mean others.
    pub generation: u32,
}

impl Fonts {
    pub fn get(&self, at: u16) -> Option<&Font> {
        self.fonts.get(usize::from(at))
    }

    fn find(&mut self, file: &File, entry: &Object) -> Option<usize> {
        if let Object::Ref(number) = entry
            && let Some(&known) = self.by_number.get(number)
        {
            return Some(known);
        }
        // Fonts written into the page itself are read again each time: few do so.
        if self.fonts.len() > MAX_FONTS_OF_PAGE || self.weight > MAX_WEIGHT {
            return None;
        }
        let font = Font::read(file, file.resolve(entry).dict()?);
        self.weight += font.weight();
        self.fonts.push(font);
        let at = self.fonts.len() - 1;
        if let Object::Ref(number) = entry {
            self.by_number.insert(*number, at);
        }
        Some(at)
    }
}

/// What a page shows.
#[derive(Debug, Default)]
pub(in super::super) struct Painted {
    pub glyphs: Vec<Glyph>,
    /// Width and height as seen, in points.
    pub width: f32,
    pub height: f32,
}

/// Runs a page. What a damaged program draws before the damage is kept.
pub(in super::super) fn run(file: &File, page: &Page, fonts: &mut Fonts) -> Painted {
    if fonts.fonts.len() > MAX_FONTS || fonts.weight > MAX_WEIGHT / 2 {
        *fonts = Fonts {
            generation: fonts.generation + 1,
            ..Fonts::default()
        };
    }
    let (matrix, width, height) = upright(page);
    let mut interpreter = Interpreter {
        file,
        fonts,
        state: State {
            matrix,
            text: TextState::default(),
        },
        stack: Vec::new(),
        matrices: TextMatrices::START,
        marked: Vec::new(),
        painted: Painted {
            width: width as f32,
            height: height as f32,
            ..Painted::default()
        },
    };
    let program = program(file, page);
    interpreter.execute(&program, &page.resources, 0);
    interpreter.painted
}

/// The streams of a page, as one: words may end with a stream, objects may not.
fn program(file: &File, page: &Page) -> Vec<u8> {
    let contents = file.get(&page.dict, b"Contents");
    let parts = match &contents {
        Object::Stream(_) => std::slice::from_ref(&contents),
        Object::Array(parts) => parts,
        _ => &[],
    };
    let mut program = Vec::new();
    for part in parts.iter().take(4096) {
        if let Object::Stream(stream) = file.resolve(part) {
            program.extend(file.unpack(&stream).unwrap_or_default());
            program.push(b'\n');
        }
        if program.len() > super::super::MAX_PROGRAM {
            break;
        }
    }
    program
}

/// From the page's own space to points from its top left corner as seen, y downwards.
fn upright(page: &Page) -> (Matrix, f64, f64) {
    let [left, bottom, right, top] = page.area;
    let (width, height) = (right - left, top - bottom);
    match page.rotation {
        90 => (Matrix([0.0, 1.0, 1.0, 0.0, -bottom, -left]), height, width),
        180 => (Matrix([-1.0, 0.0, 0.0, 1.0, right, -bottom]), width, height),
        270 => (Matrix([0.0, -1.0, -1.0, 0.0, top, right]), height, width),
        _ => (Matrix([1.0, 0.0, 0.0, -1.0, -left, top]), width, height),
    }
}

#[derive(Debug, Clone, Copy)]
struct State {
    matrix: Matrix,
    text: TextState,
}

struct Interpreter<'f> {
    file: &'f File,
    fonts: &'f mut Fonts,
    state: State,
    stack: Vec<State>,
    matrices: TextMatrices,
    marked: Vec<Marked>,
    painted: Painted,
}

impl Interpreter<'_> {
    fn execute(&mut self, program: &[u8], resources: &Dict, depth: usize) {
        let mut lexer = Lexer::of_content(program);
        let mut operands: Vec<Object> = Vec::new();
        let mut from = 0;
        while let Some(token) = lexer.next() {
            match token {
                Token::Object(object) => {
                    if operands.len() >= MAX_OPERANDS {
                        operands.clear();
                    }
                    operands.push(object);
                }
                Token::Word(b"BI") => {
                    skip_picture(&mut lexer);
                    operands.clear();
                }
                Token::Word(word) => {
                    self.operate(word, &operands, resources, depth);
                    operands.clear();
                    let cost = lexer.at.saturating_sub(from);
                    from = lexer.at;
                    if !self.file.budget.spend(cost) || self.painted.glyphs.len() > MAX_GLYPHS {
                        return;
                    }
                }
            }
        }
    }

    fn operate(&mut self, word: &[u8], operands: &[Object], resources: &Dict, depth: usize) {
        let number = |at: usize| operands.get(at).and_then(Object::number);
        let last = operands.last();
        let value = last.and_then(Object::number);
        let text = &mut self.state.text;
        match word {
            b"q" if self.stack.len() < MAX_STACK => self.stack.push(self.state),
            b"Q" => self.state = self.stack.pop().unwrap_or(self.state),
            b"cm" => {
                if let Some(matrix) = matrix(operands) {
                    self.state.matrix = matrix.then(self.state.matrix);
                }
            }
            b"BT" => self.matrices = TextMatrices::START,
            b"Tc" => text.char_space = value.unwrap_or(0.0),
            b"Tw" => text.word_space = value.unwrap_or(0.0),
            b"Tz" => text.stretch = value.unwrap_or(100.0) / 100.0,
            b"TL" => text.leading = value.unwrap_or(0.0),
            b"Ts" => text.rise = value.unwrap_or(0.0),
            b"Tf" => self.set_font(operands, resources),
            b"Td" => self
                .matrices
                .next_line(number(0).unwrap_or(0.0), number(1).unwrap_or(0.0)),
            b"TD" => {
                text.leading = -number(1).unwrap_or(0.0);
                self.matrices
                    .next_line(number(0).unwrap_or(0.0), number(1).unwrap_or(0.0));
            }
            b"Tm" => {
                if let Some(matrix) = matrix(operands) {
                    self.matrices.set(matrix);
                }
            }
            b"T*" => self.matrices.next_line(0.0, -text.leading),
            b"Tj" => self.show(last),
            b"TJ" => self.show_spaced(last),
            b"'" => {
                self.matrices.next_line(0.0, -text.leading);
                self.show(last);
            }
            b"\"" => {
                text.word_space = number(0).unwrap_or(0.0);
                text.char_space = number(1).unwrap_or(0.0);
                self.matrices.next_line(0.0, -text.leading);
                self.show(last);
            }
            b"BMC" => self.open(Marked::plain()),
            b"BDC" => self.begin_marked(operands, resources),
            b"EMC" => {
                if let Some(marked) = self.marked.pop() {
                    marked.close(&mut self.painted.glyphs);
                }
            }
            b"Do" => self.draw_form(operands, resources, depth),
            _ => {}
        }
    }

    fn set_font(&mut self, operands: &[Object], resources: &Dict) {
        let [Object::Name(name), size] = operands else {
            return;
        };
        let fonts = self.file.dict(resources, b"Font");
        self.state.text.size = size.number().unwrap_or(0.0);
        self.state.text.font = self.fonts.find(self.file, fonts.raw(name));
    }

    fn open(&mut self, marked: Marked) {
        if self.marked.len() < MAX_STACK {
            self.marked.push(marked);
        }
    }

    fn begin_marked(&mut self, operands: &[Object], resources: &Dict) {
        let [Object::Name(tag), properties] = operands else {
            return self.open(Marked::plain());
        };
        let properties = match properties {
            Object::Name(name) => {
                let named = self.file.dict(resources, b"Properties");
                self.file.dict(&named, name)
            }
            other => other.dict().cloned().unwrap_or_default(),
        };
        let drawn = self.painted.glyphs.len();
        self.open(Marked::read(self.file, tag, &properties, drawn));
    }

    fn draw_form(&mut self, operands: &[Object], resources: &Dict, depth: usize) {
        let Some(Object::Name(name)) = operands.last() else {
            return;
        };
        let objects = self.file.dict(resources, b"XObject");
        let Object::Stream(form) = self.file.get(&objects, name) else {
            return;
        };
        if depth >= MAX_FORMS || form.dict.raw(b"Subtype").name() != Some(b"Form") {
            return;
        }
        self.run_form(&form, resources, depth);
    }

    fn run_form(&mut self, form: &Stream, resources: &Dict, depth: usize) {
        // Beside its program, which may be empty.
        if !self.file.budget.spend(2000) {
            return;
        }
        let Some(program) = self.file.unpack(form) else {
            return;
        };
        let (state, matrices, open) = (self.state, self.matrices, self.marked.len());
        let own = self.file.get(&form.dict, b"Matrix");
        if let Some(matrix) = own.array().and_then(matrix) {
            self.state.matrix = matrix.then(self.state.matrix);
        }
        let own = self.file.get(&form.dict, b"Resources");
        let resources = own.dict().unwrap_or(resources);
        let stack = std::mem::take(&mut self.stack);
        self.execute(&program, resources, depth + 1);
        self.stack = stack;
        self.marked.truncate(open);
        self.state = state;
        self.matrices = matrices;
    }

    fn show_spaced(&mut self, parts: Option<&Object>) {
        for part in parts.and_then(Object::array).unwrap_or_default() {
            match part {
                Object::Number(back) => {
                    let text = &self.state.text;
                    let step = -back / 1000.0 * text.size;
                    if self.is_vertical() {
                        self.matrices.advance(0.0, step);
                    } else {
                        self.matrices.advance(step * text.stretch, 0.0);
                    }
                }
                part => self.show(Some(part)),
            }
        }
    }

    fn is_vertical(&self) -> bool {
        let font = self.state.text.font.and_then(|at| self.fonts.fonts.get(at));
        font.is_some_and(Font::is_vertical)
    }

    fn show(&mut self, string: Option<&Object>) {
        let Some(bytes) = string.and_then(Object::string) else {
            return;
        };
        let State { matrix, text } = self.state;
        let Some(at) = text.font else { return };
        let Some(font) = self.fonts.fonts.get_mut(at) else {
            return;
        };
        // Ten units a glyph, as laying it out costs about that.
        self.file.budget.spend(bytes.len() * 10);
        let vertical = font.is_vertical();
        let artifact = self.marked.iter().any(|marked| marked.artifact);
        let pen = Pen {
            matrix,
            text,
            vertical,
            artifact,
            bold: font.bold,
            em: font.em,
            font: u16::try_from(at).unwrap_or(u16::MAX),
            width: f64::from(self.painted.width),
            height: f64::from(self.painted.height),
        };
        let (matrices, painted) = (&mut self.matrices, &mut self.painted);
        font.decode(bytes, |character| pen.draw(&character, matrices, painted));
    }
}

fn matrix(operands: &[Object]) -> Option<Matrix> {
    let numbers: Vec<f64> = operands.iter().filter_map(Object::number).collect();
    Some(Matrix(numbers.try_into().ok()?))
}

/// Passes over `BI … ID bytes EI`. The bytes may hold `EI` by chance, but not between spaces
/// and before something that reads as a program.
fn skip_picture(lexer: &mut Lexer) {
    while let Some(token) = lexer.next() {
        if matches!(token, Token::Word(b"ID")) {
            break;
        }
    }
    let rest = lexer.rest();
    for at in memchr::memmem::find_iter(rest, b"EI") {
        let space = |at: usize| rest.get(at).is_none_or(|&byte| is_space(byte));
        let after = rest.get(at + 2..).unwrap_or_default();
        let program = after
            .iter()
            .take(12)
            .all(|&byte| byte.is_ascii() && byte != 0);
        if at > 0 && space(at - 1) && space(at + 2) && program {
            lexer.at += at + 2;
            return;
        }
    }
    lexer.at += rest.len();
}
