//! From lexemes to the shape of a query. Never fails: what doesn't fit is text.

use super::lexer::{Lexeme, lex};

/// Something that a query asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clause {
    /// A word as typed, perhaps with punctuation. `prefix` is true for `pre*`,
    /// and for the last word as long as it may go on.
    Word { text: String, prefix: Prefix },
    /// Words in this order.
    Phrase(String),
    /// One of these.
    Or(Vec<Clause>),
    /// In parentheses.
    Group(Query),
}

/// Whether a word may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefix {
    No,
    /// Perhaps: it is being typed.
    Typing,
    /// Asked for with a star.
    Asked,
}

/// What was asked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    pub wanted: Vec<Clause>,
    pub unwanted: Vec<Clause>,
}

/// Deeper parentheses are read as if they weren't there.
const DEEPEST: usize = 16;

/// Reads a query. Quotation marks and parentheses may stay open, operators may
/// stand anywhere, `x:y` is text.
pub fn parse(text: &str) -> Query {
    let lexemes = lex(text);
    let open_end = text
        .chars()
        .next_back()
        .is_some_and(crate::text::is_word_char);
    let mut parser = Parser {
        lexemes: lexemes.into_iter().peekable(),
        open_end,
    };
    let mut whole = Query::default();
    // A closing parenthesis too many ends a sequence early; what follows counts too.
    while parser.lexemes.peek().is_some() {
        let part = parser.sequence(0);
        whole.wanted.extend(part.wanted);
        whole.unwanted.extend(part.unwanted);
    }
    whole
}

struct Parser {
    lexemes: std::iter::Peekable<std::vec::IntoIter<Lexeme>>,
    /// The text ends inside a word.
    open_end: bool,
}

impl Parser {
    /// Up to a closing parenthesis or the end, which it takes.
    fn sequence(&mut self, depth: usize) -> Query {
        let mut query = Query::default();
        let mut after_or = false;
        let mut negated = false;
        while let Some(lexeme) = self.lexemes.next() {
            let clause = match lexeme {
                Lexeme::Close => break,
                Lexeme::Or => {
                    after_or = true;
                    continue;
                }
                Lexeme::Not => {
                    negated = true;
                    continue;
                }
                Lexeme::Open if depth < DEEPEST => Clause::Group(self.sequence(depth + 1)),
                Lexeme::Open => continue,
                Lexeme::Phrase(phrase) => Clause::Phrase(phrase),
                Lexeme::Word { text, star } => self.word(text, star),
            };
            let negated = std::mem::take(&mut negated);
            let after_or = std::mem::take(&mut after_or);
            if is_empty(&clause) {
                continue;
            }
            match clause {
                clause if negated => query.unwanted.push(clause),
                clause if after_or => either(&mut query.wanted, clause),
                clause => query.wanted.push(clause),
            }
        }
        query
    }

    fn word(&mut self, text: String, star: bool) -> Clause {
        let last = self.lexemes.peek().is_none();
        let prefix = match star {
            true => Prefix::Asked,
            false if last && self.open_end => Prefix::Typing,
            false => Prefix::No,
        };
        Clause::Word { text, prefix }
    }
}

/// Joins `clause` to the one before it.
fn either(wanted: &mut Vec<Clause>, clause: Clause) {
    match wanted.pop() {
        Some(Clause::Or(mut sides)) => {
            sides.push(clause);
            wanted.push(Clause::Or(sides));
        }
        Some(before) => wanted.push(Clause::Or(vec![before, clause])),
        None => wanted.push(clause),
    }
}

fn is_empty(clause: &Clause) -> bool {
    match clause {
        Clause::Word { text, .. } | Clause::Phrase(text) => {
            !text.chars().any(char::is_alphanumeric)
        }
        Clause::Or(sides) => sides.is_empty(),
        Clause::Group(query) => query.wanted.is_empty() && query.unwanted.is_empty(),
    }
}
