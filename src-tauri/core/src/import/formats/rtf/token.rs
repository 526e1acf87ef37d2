//! The words of an RTF file (Rich Text Format Specification 1.9.1, "RTF Syntax").

/// Letters of a control word; the specification allows 32.
const LONGEST_WORD: usize = 32;
/// Digits of a word's number.
const LONGEST_NUMBER: usize = 10;

/// One word of an RTF file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'r> {
    Open,
    Close,
    /// `\word` or `\word12`.
    Word(&'r str, Option<i32>),
    /// A backslash with one character that is no letter.
    Symbol(u8),
    /// `\'e9`: a byte in the code page of the font.
    Byte(u8),
    /// Bytes as they stand.
    Text(&'r [u8]),
}

/// Cuts bytes into words; never fails.
pub(super) struct Tokens<'r> {
    rest: &'r [u8],
}

impl<'r> Tokens<'r> {
    pub(super) fn new(bytes: &'r [u8]) -> Self {
        Self { rest: bytes }
    }

    fn advance(&mut self, by: usize) {
        self.rest = self.rest.get(by..).unwrap_or_default();
    }

    fn control(&mut self) -> Option<Token<'r>> {
        let &first = self.rest.first()?;
        if first == b'\'' {
            let hex = self
                .rest
                .get(1..3)
                .and_then(|hex| std::str::from_utf8(hex).ok());
            let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
            self.advance(if byte.is_some() { 3 } else { 1 });
            return Some(byte.map_or(Token::Text(&[]), Token::Byte));
        }
        if !first.is_ascii_alphabetic() {
            self.advance(1);
            return Some(Token::Symbol(first));
        }
        let word = run(self.rest, LONGEST_WORD, u8::is_ascii_alphabetic);
        self.advance(word.len());
        let minus = usize::from(self.rest.first() == Some(&b'-'));
        let digits = run(
            self.rest.get(minus..).unwrap_or_default(),
            LONGEST_NUMBER,
            u8::is_ascii_digit,
        );
        let value = self
            .rest
            .get(..minus + digits.len())
            .filter(|_| !digits.is_empty())
            .and_then(|number| std::str::from_utf8(number).ok()?.parse::<i64>().ok())
            .map(|number| i32::try_from(number).unwrap_or(0));
        if value.is_some() {
            self.advance(minus + digits.len());
        }
        if self.rest.first() == Some(&b' ') {
            self.advance(1);
        }
        let name = std::str::from_utf8(word).unwrap_or_default();
        if name == "bin" {
            // So many bytes of a picture follow, braces among them.
            self.advance(usize::try_from(value.unwrap_or(0)).unwrap_or(0));
        }
        Some(Token::Word(name, value))
    }
}

impl<'r> Iterator for Tokens<'r> {
    type Item = Token<'r>;

    fn next(&mut self) -> Option<Token<'r>> {
        let &first = self.rest.first()?;
        match first {
            b'{' | b'}' | b'\\' => {
                self.advance(1);
                match first {
                    b'{' => Some(Token::Open),
                    b'}' => Some(Token::Close),
                    _ => self.control(),
                }
            }
            // Line ends mean nothing outside a control symbol.
            b'\r' | b'\n' | 0 => {
                self.advance(1);
                Some(Token::Text(&[]))
            }
            _ => {
                let end = self
                    .rest
                    .iter()
                    .position(|byte| matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0))
                    .unwrap_or(self.rest.len());
                let text = self.rest.get(..end).unwrap_or_default();
                self.advance(end);
                Some(Token::Text(text))
            }
        }
    }
}

/// The bytes at the start that are `like` so, at most `most`.
fn run(bytes: &[u8], most: usize, like: fn(&u8) -> bool) -> &[u8] {
    let end = bytes
        .iter()
        .take(most)
        .take_while(|byte| like(byte))
        .count();
    bytes.get(..end).unwrap_or_default()
}
