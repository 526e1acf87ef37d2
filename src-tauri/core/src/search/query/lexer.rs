//! Cutting a query into words, phrases, fields and operators. Any text is a query.

use super::fields::field_named;
use crate::domain::QueryField;

/// A part of a query as typed, and where it stands in chars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lexeme {
    pub kind: LexemeKind,
    pub start: u32,
    pub end: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LexemeKind {
    Word {
        text: String,
        ending: Ending,
    },
    /// `+word`: nothing is found without it.
    Required {
        text: String,
        ending: Ending,
    },
    /// `within` is the number after `~`.
    Phrase {
        text: String,
        within: Option<u32>,
    },
    /// `field:value`; the value may be empty.
    Field {
        field: QueryField,
        value: String,
        ending: Ending,
        /// All of it, should the value mean nothing to the field.
        typed: String,
        /// `+field:value`: nothing is found without what was typed, either.
        required: bool,
    },
    Not,
    Or,
    Open,
    Close,
}

/// What stands right after a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    None,
    /// `*`
    Star,
    /// `~`
    Tilde,
}

/// What follows the most that a person would type is left out: parts, and
/// characters looked at.
pub(super) const MOST: usize = 256;
const MOST_CHARS: usize = 8_192;
/// No field's name is longer.
const LONGEST_NAME: usize = 32;
/// The widest `~`; a field's number of words would say nothing beyond it.
const WIDEST: u32 = 1_000;

/// The parts of `text`, and whether there was more than is read.
pub(super) fn lex(text: &str) -> (Vec<Lexeme>, bool) {
    let mut lexer = Lexer {
        chars: text.chars().take(MOST_CHARS).collect(),
        at: 0,
        lexemes: Vec::new(),
    };
    let mut more = text.chars().nth(MOST_CHARS).is_some();
    let mut at_start = true;
    while let Some(c) = lexer.peek() {
        if lexer.lexemes.len() >= MOST {
            more = true;
            break;
        }
        if c.is_whitespace() || is_invisible(c) {
            lexer.at += 1;
            at_start |= c.is_whitespace();
            continue;
        }
        at_start = lexer.next(c, at_start);
    }
    (lexer.lexemes, more)
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
    lexemes: Vec<Lexeme>,
}

impl Lexer {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    /// Reads one lexeme, beginning with `c`. Returns whether the next character
    /// begins something new.
    fn next(&mut self, c: char, started: bool) -> bool {
        let start = self.at;
        self.at += 1;
        let kind = match c {
            '(' | '（' => LexemeKind::Open,
            ')' | '）' => LexemeKind::Close,
            _ if closing_quote(c).is_some() && (started || c == '"') => {
                let text = self.quoted(c);
                let within = self.within();
                LexemeKind::Phrase { text, within }
            }
            '-' | '−' if started && self.peek().is_some_and(begins_something) => LexemeKind::Not,
            '+' if started && self.peek().is_some_and(char::is_alphanumeric) => {
                match self.word(true) {
                    LexemeKind::Word { text, ending } => LexemeKind::Required { text, ending },
                    LexemeKind::Field {
                        field,
                        value,
                        ending,
                        typed,
                        ..
                    } => LexemeKind::Field {
                        field,
                        value,
                        ending,
                        typed,
                        required: true,
                    },
                    other => other,
                }
            }
            _ => {
                self.at = start;
                self.word(started)
            }
        };
        let begins_anew = !matches!(
            kind,
            LexemeKind::Word { .. }
                | LexemeKind::Required { .. }
                | LexemeKind::Field { .. }
                | LexemeKind::Close
        );
        self.lexemes.push(Lexeme {
            kind,
            start: start as u32,
            end: self.at as u32,
        });
        begins_anew
    }

    /// Up to the mark that closes `open`, or to the end.
    fn quoted(&mut self, open: char) -> String {
        let from = self.at;
        while self.peek().is_some_and(|c| !closes(open, c)) {
            self.at += 1;
        }
        let text = self.chars[from..self.at].iter().collect();
        self.at = (self.at + 1).min(self.chars.len());
        text
    }

    /// The number of `~10`.
    fn within(&mut self) -> Option<u32> {
        if self.peek() != Some('~') {
            return None;
        }
        let digits: String = self.chars[self.at + 1..]
            .iter()
            .take_while(|c| c.is_ascii_digit())
            .take(9)
            .collect();
        let within: u32 = digits.parse().ok()?;
        self.at += 1 + digits.len();
        Some(within.min(WIDEST))
    }

    fn word(&mut self, started: bool) -> LexemeKind {
        let from = self.at;
        while let Some(c) = self.peek().filter(|c| goes_on(*c)) {
            self.at += 1;
            if matches!(c, ':' | '：') && started && self.at - from <= LONGEST_NAME {
                let name: String = self.chars[from..self.at - 1].iter().collect();
                if let Some(field) = field_named(&name) {
                    return self.value(field, from);
                }
            }
        }
        let word: String = self.chars[from..self.at].iter().collect();
        match word.as_str() {
            "OR" => LexemeKind::Or,
            _ => {
                let (text, ending) = split_ending(word);
                LexemeKind::Word { text, ending }
            }
        }
    }

    fn value(&mut self, field: QueryField, start: usize) -> LexemeKind {
        let (value, ending) = match self.peek() {
            Some(quote) if closing_quote(quote).is_some() => {
                self.at += 1;
                (self.quoted(quote), Ending::None)
            }
            _ => {
                let from = self.at;
                while self.peek().is_some_and(goes_on) {
                    self.at += 1;
                }
                split_ending(self.chars[from..self.at].iter().collect())
            }
        };
        LexemeKind::Field {
            field,
            value,
            ending,
            typed: self.chars[start..self.at].iter().collect(),
            required: false,
        }
    }
}

pub(super) fn split_ending(word: String) -> (String, Ending) {
    for (mark, ending) in [('*', Ending::Star), ('~', Ending::Tilde)] {
        if let Some(rest) = word.strip_suffix(mark)
            && rest.chars().any(char::is_alphanumeric)
        {
            return (rest.to_owned(), ending);
        }
    }
    (word, Ending::None)
}

fn goes_on(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, '(' | ')' | '（' | '）')
}

/// Marks of direction and zero width come along when text is pasted.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'
            ..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
    ) || c.is_control()
}

fn begins_something(c: char) -> bool {
    c.is_alphanumeric() || c == '(' || closing_quote(c).is_some()
}

/// Words between straight quotation marks, to be found as they stand: marks among them that
/// would end the phrase are left out.
pub(crate) fn phrase(words: &str) -> String {
    format!("\"{}\"", words.replace(|c| closes('"', c), " "))
}

/// The mark that ends what `open` begins.
fn closing_quote(open: char) -> Option<&'static [char]> {
    Some(match open {
        '"' | '＂' | '\u{201C}' | '\u{201D}' | '\u{201E}' => {
            &['"', '＂', '\u{201C}', '\u{201D}', '\u{201E}']
        }
        '«' => &['»'],
        '「' => &['」'],
        '『' => &['』'],
        '《' => &['》'],
        _ => return None,
    })
}

fn closes(open: char, c: char) -> bool {
    closing_quote(open).is_some_and(|closing| closing.contains(&c))
}
