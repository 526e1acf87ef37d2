//! From lexemes to the shape of a query. Never fails: what doesn't fit is text.

use jiff::civil::Date;

use super::dates::goes_on_for;
use super::fields::{Filter, filter, takes_a_date};
use super::lexer::{Ending, Lexeme, LexemeKind, lex, split_ending};
use crate::domain::QueryField;

/// Something that a query asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clause {
    /// A word as typed, perhaps with punctuation. `prefix` is true for `pre*`,
    /// and for the last word as long as it may go on.
    Word { text: String, prefix: Prefix },
    /// A word, or one spelt nearly so.
    Fuzzy(String),
    /// Words in this order.
    Phrase(String),
    /// Words so near each other, in any order.
    Near { text: String, within: u32 },
    /// `field:value`.
    Field {
        field: QueryField,
        value: String,
        filter: Filter,
    },
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
    /// What is written as a field and searched as words: with the field to which the value
    /// means nothing, or none where there is no such field. Of the whole query alone.
    pub as_words: Vec<(Option<QueryField>, String)>,
    /// More was typed than is read.
    pub cut_short: bool,
}

/// Of a name that may be meant for a field's, in bytes.
const LONGEST_NAME: usize = 16;

/// Deeper parentheses are read as if they weren't there.
const DEEPEST: usize = 16;

/// Reads a query. Quotation marks and parentheses may stay open, operators may
/// stand anywhere, `x:y` is text unless `x` is a field and `y` means something to
/// it. `today` is what `last month` counts from.
pub fn parse(text: &str, today: Date) -> Query {
    let (lexemes, cut_short) = lexemes(text);
    let open_end = text
        .chars()
        .next_back()
        .is_some_and(crate::text::is_word_char);
    let mut parser = Parser {
        lexemes: lexemes.into_iter().peekable(),
        open_end: open_end && !cut_short,
        as_words: Vec::new(),
        today,
    };
    let mut whole = Query {
        cut_short,
        ..Query::default()
    };
    // A closing parenthesis too many ends a sequence early; what follows counts too.
    while parser.lexemes.peek().is_some() {
        let part = parser.sequence(0);
        whole.wanted.extend(part.wanted);
        whole.unwanted.extend(part.unwanted);
    }
    whole.as_words = parser.as_words;
    whole.bounded()
}

/// Whether a word is written as a field is, with letters before a colon: no time of day, and
/// no address.
fn is_like_a_field(word: &str) -> bool {
    word.split_once(':').is_some_and(|(name, value)| {
        (2..=LONGEST_NAME).contains(&name.len())
            && name.bytes().all(|byte| byte.is_ascii_alphabetic())
            && value.starts_with(char::is_alphanumeric)
    })
}

/// The parts of a query, with dates of several words as one, and whether there is
/// more than these.
pub(super) fn lexemes(text: &str) -> (Vec<Lexeme>, bool) {
    let (mut lexemes, more) = lex(text);
    let mut at = 0;
    while at < lexemes.len() {
        let words = date_words(&lexemes[at..]);
        if words > 0 {
            let last =
                lexemes
                    .drain(at + 1..=at + words)
                    .fold(String::new(), |mut joined, lexeme| {
                        if let LexemeKind::Word { text, .. } = lexeme.kind {
                            joined.push(' ');
                            joined.push_str(&text);
                        }
                        joined
                    });
            if let Some(Lexeme {
                kind: LexemeKind::Field { value, .. },
                end,
                ..
            }) = lexemes.get_mut(at)
            {
                *end += last.chars().count() as u32;
                value.push_str(&last);
            }
        }
        at += 1;
    }
    (lexemes, more)
}

/// How many words after a date field belong to its value.
fn date_words(lexemes: &[Lexeme]) -> usize {
    let [
        Lexeme {
            kind: LexemeKind::Field { field, value, .. },
            ..
        },
        rest @ ..,
    ] = lexemes
    else {
        return 0;
    };
    if !takes_a_date(*field) {
        return 0;
    }
    let next: Vec<&str> = rest
        .iter()
        .take(2)
        .map_while(|lexeme| match &lexeme.kind {
            LexemeKind::Word { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    goes_on_for(value, &next)
}

struct Parser {
    lexemes: std::iter::Peekable<std::vec::IntoIter<Lexeme>>,
    /// The text ends inside a word.
    open_end: bool,
    /// See [`Query::as_words`].
    as_words: Vec<(Option<QueryField>, String)>,
    today: Date,
}

impl Parser {
    /// Up to a closing parenthesis or the end, which it takes.
    fn sequence(&mut self, depth: usize) -> Query {
        let mut query = Query::default();
        let mut after_or = false;
        let mut negated = false;
        while let Some(lexeme) = self.lexemes.next() {
            let clause = match lexeme.kind {
                LexemeKind::Close => break,
                LexemeKind::Or => {
                    after_or = true;
                    continue;
                }
                LexemeKind::Not => {
                    negated = true;
                    continue;
                }
                LexemeKind::Open if depth < DEEPEST => Clause::Group(self.sequence(depth + 1)),
                LexemeKind::Open => continue,
                LexemeKind::Phrase { text, within } => match within {
                    Some(within) => Clause::Near { text, within },
                    None => Clause::Phrase(text),
                },
                LexemeKind::Word { text, ending } => {
                    if is_like_a_field(&text) {
                        self.as_words.push((None, text.clone()));
                    }
                    self.word(text, ending)
                }
                LexemeKind::Required { text, ending } => {
                    if is_like_a_field(&text) {
                        self.as_words.push((None, text.clone()));
                    }
                    self.required(text, ending)
                }
                LexemeKind::Field { value, .. } if value.trim().is_empty() => continue,
                LexemeKind::Field {
                    field,
                    value,
                    ending,
                    typed,
                    required,
                } => {
                    let value = value + if ending == Ending::Star { "*" } else { "" };
                    match filter(field, &value, self.today) {
                        Some(filter) => Clause::Field {
                            field,
                            value,
                            filter,
                        },
                        None => {
                            self.as_words.push((Some(field), typed.clone()));
                            if required {
                                let (text, ending) = split_ending(typed);
                                self.required(text, ending)
                            } else {
                                self.word(typed, Ending::None)
                            }
                        }
                    }
                }
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

    /// One question of its own beside the others, as in parentheses.
    fn required(&mut self, text: String, ending: Ending) -> Clause {
        Clause::Group(Query {
            wanted: vec![self.word(text, ending)],
            ..Query::default()
        })
    }

    fn word(&mut self, text: String, ending: Ending) -> Clause {
        let last = self.lexemes.peek().is_none();
        let prefix = match ending {
            Ending::Tilde => return Clause::Fuzzy(text),
            Ending::Star => Prefix::Asked,
            Ending::None if last && self.open_end => Prefix::Typing,
            Ending::None => Prefix::No,
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
        Clause::Word { text, .. }
        | Clause::Phrase(text)
        | Clause::Fuzzy(text)
        | Clause::Near { text, .. } => !text.chars().any(char::is_alphanumeric),
        Clause::Field { value, .. } => value.trim().is_empty(),
        Clause::Or(sides) => sides.is_empty(),
        Clause::Group(query) => query.wanted.is_empty() && query.unwanted.is_empty(),
    }
}
