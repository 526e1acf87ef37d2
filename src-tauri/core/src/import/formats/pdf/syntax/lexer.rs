//! From bytes to objects (ISO 32000-1, 7.2 and 7.3), forgiving what other programs forgive.

use std::rc::Rc;

use super::object::{Dict, Object};

/// How deep arrays and dictionaries may nest. Real files stay under 20.
const MAX_DEPTH: usize = 48;
/// How many elements one object may hold, with all that is nested in it.
const MAX_ELEMENTS: usize = 400_000;

/// What stands next: an object, or a word such as `obj`, `stream` or an operator.
#[derive(Debug, Clone)]
pub(in super::super) enum Token<'a> {
    Object(Object),
    Word(&'a [u8]),
}

/// A position in bytes.
#[derive(Debug, Clone)]
pub(in super::super) struct Lexer<'a> {
    bytes: &'a [u8],
    pub at: usize,
    elements: usize,
    /// Whether `3 0 R` is a reference: it is nowhere in content streams.
    references: bool,
}

pub(in super::super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_delimiter(byte: u8) -> bool {
    matches!(
        byte,
        b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !is_delimiter(byte)
}

impl<'a> Lexer<'a> {
    pub fn new(bytes: &'a [u8], at: usize) -> Self {
        Self {
            bytes,
            at,
            elements: 0,
            references: true,
        }
    }

    /// For content streams, where no references stand.
    pub fn of_content(bytes: &'a [u8]) -> Self {
        Self {
            references: false,
            ..Self::new(bytes, 0)
        }
    }

    pub fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// What is left.
    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if is_space(byte) {
                self.at += 1;
            } else if byte == b'%' {
                while self
                    .peek()
                    .is_some_and(|byte| byte != b'\n' && byte != b'\r')
                {
                    self.at += 1;
                }
            } else {
                return;
            }
        }
    }

    /// Reads `word` if it stands next.
    pub fn take_word(&mut self, word: &[u8]) -> bool {
        self.skip_space();
        let here = self.rest().starts_with(word);
        if here {
            self.at += word.len();
        }
        here
    }

    /// A whole number without sign, as in `12 0 obj`.
    pub fn take_integer(&mut self) -> Option<usize> {
        self.skip_space();
        let digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit());
        let length = digits.count();
        let text = self.rest().get(..length)?;
        let number = std::str::from_utf8(text).ok()?.parse().ok()?;
        self.at += length;
        Some(number)
    }

    /// The next object; `None` at the end or where none begins.
    pub fn object(&mut self) -> Option<Object> {
        match self.token(0)? {
            Token::Object(object) => Some(object),
            Token::Word(_) => None,
        }
    }

    /// The next object or word; `None` at the end.
    pub fn next(&mut self) -> Option<Token<'a>> {
        self.elements = 0;
        self.token(0)
    }

    fn token(&mut self, depth: usize) -> Option<Token<'a>> {
        self.skip_space();
        self.elements += 1;
        if self.elements > MAX_ELEMENTS {
            return None;
        }
        let object = match self.peek()? {
            b'/' => Object::Name(self.name()),
            b'(' => Object::String(self.literal()),
            b'[' => self.array(depth)?,
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => {
                Object::Dict(self.dictionary(depth)?)
            }
            b'<' => Object::String(self.hexadecimal()),
            b'+' | b'-' | b'.' | b'0'..=b'9' => match self.number() {
                Some(number) => self.reference(number).unwrap_or(Object::Number(number)),
                None => return Some(Token::Word(self.word())),
            },
            byte if is_regular(byte) => {
                let word = self.word();
                match word {
                    b"true" => Object::Bool(true),
                    b"false" => Object::Bool(false),
                    b"null" => Object::Null,
                    _ => return Some(Token::Word(word)),
                }
            }
            _ => {
                // A closing bracket with nothing open.
                let word = self.bytes.get(self.at..self.at + 1)?;
                self.at += 1;
                return Some(Token::Word(word));
            }
        };
        Some(Token::Object(object))
    }

    fn word(&mut self) -> &'a [u8] {
        let start = self.at;
        // At least one byte, so that nothing can stand still.
        self.at += 1;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    fn number(&mut self) -> Option<f64> {
        let start = self.at;
        let mut value = 0.0_f64;
        let mut scale = 0.0_f64;
        let mut negative = false;
        let mut digits = false;
        while let Some(byte) = self.peek() {
            match byte {
                b'0'..=b'9' => {
                    digits = true;
                    let digit = f64::from(byte - b'0');
                    if scale == 0.0 {
                        value = value * 10.0 + digit;
                    } else {
                        value += digit * scale;
                        scale /= 10.0;
                    }
                }
                b'.' if scale == 0.0 => scale = 0.1,
                // `--5` and `5-3` occur: a sign inside is passed over.
                b'-' => negative |= !digits,
                b'+' => {}
                _ => break,
            }
            self.at += 1;
        }
        let ends = self.peek().is_none_or(|byte| !is_regular(byte));
        // `0.5w`: a number and an operator grown together.
        if !(digits || scale > 0.0) || !ends && self.references {
            self.at = start;
            return None;
        }
        Some(if negative { -value } else { value })
    }

    /// `0 R` after a number that can be an object's.
    fn reference(&mut self, number: f64) -> Option<Object> {
        if !self.references || number < 0.0 || number.fract() != 0.0 || number > 1e9 {
            return None;
        }
        let mut ahead = self.clone();
        ahead.take_integer()?;
        ahead.skip_space();
        if ahead.peek()? != b'R'
            || ahead
                .bytes
                .get(ahead.at + 1)
                .copied()
                .is_some_and(is_regular)
        {
            return None;
        }
        self.at = ahead.at + 1;
        Some(Object::Ref(number as u32))
    }

    fn name(&mut self) -> Rc<[u8]> {
        self.at += 1;
        let start = self.at;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        let raw = self.bytes.get(start..self.at).unwrap_or_default();
        if !raw.contains(&b'#') {
            return raw.into();
        }
        let mut name = Vec::with_capacity(raw.len());
        let mut rest = raw;
        while let [byte, tail @ ..] = rest {
            rest = tail;
            if let (b'#', [high, low, after @ ..]) = (byte, tail)
                && let (Some(high), Some(low)) = (hex(*high), hex(*low))
            {
                name.push(high << 4 | low);
                rest = after;
                continue;
            }
            name.push(*byte);
        }
        name.into()
    }

    fn literal(&mut self) -> Rc<[u8]> {
        self.at += 1;
        let mut out = Vec::new();
        let mut open = 1_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => {
                    open += 1;
                    out.push(byte);
                }
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                    out.push(byte);
                }
                b'\\' => self.escape(&mut out),
                b'\r' => {
                    out.push(b'\n');
                    if self.peek() == Some(b'\n') {
                        self.at += 1;
                    }
                }
                _ => out.push(byte),
            }
        }
        out.into()
    }

    fn escape(&mut self, out: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'\n' => {}
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'0'..=b'7' => {
                let mut value = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else {
                        break;
                    };
                    value = value * 8 + u32::from(digit - b'0');
                    self.at += 1;
                }
                out.push((value & 0xFF) as u8);
            }
            other => out.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Rc<[u8]> {
        self.at += 1;
        let mut out = Vec::new();
        let mut high = None;
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(digit) = hex(byte) else { continue };
            match high.take() {
                Some(first) => out.push(first << 4 | digit),
                None => high = Some(digit),
            }
        }
        out.extend(high.map(|first: u8| first << 4));
        out.into()
    }

    fn array(&mut self, depth: usize) -> Option<Object> {
        if depth >= MAX_DEPTH {
            return None;
        }
        self.at += 1;
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.take_word(b"]") {
                break;
            }
            match self.token(depth + 1) {
                Some(Token::Object(object)) => items.push(object),
                // The array was never closed: what follows is not its own.
                Some(Token::Word(b"endobj" | b"obj" | b"stream" | b"endstream")) => break,
                Some(Token::Word(_)) => {}
                None => break,
            }
        }
        Some(Object::Array(items.into()))
    }

    fn dictionary(&mut self, depth: usize) -> Option<Dict> {
        if depth >= MAX_DEPTH {
            return None;
        }
        self.at += 2;
        let mut entries = Vec::new();
        loop {
            self.skip_space();
            if self.take_word(b">>") {
                break;
            }
            let before = self.at;
            match self.token(depth + 1) {
                Some(Token::Object(Object::Name(key))) => {
                    self.skip_space();
                    if self.rest().starts_with(b">>") {
                        continue;
                    }
                    match self.token(depth + 1) {
                        Some(Token::Object(value)) => entries.push((key, value)),
                        Some(Token::Word(b"endobj" | b"stream")) | None => break,
                        Some(Token::Word(_)) => {}
                    }
                }
                Some(Token::Word(b"endobj" | b"stream")) => {
                    self.at = before;
                    break;
                }
                Some(_) => {}
                None => break,
            }
        }
        Some(Dict::new(entries))
    }
}

fn hex(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}
