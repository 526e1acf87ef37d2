//! A query as the search box shows it.

use jiff::civil::Date;

use super::fields::filter;
use super::lexer::{Ending, Lexeme, LexemeKind};
use super::parser::lexemes;
use crate::domain::{QueryToken, TokenKind};

/// The parts of `text` in order, each with its place. Text between them is space.
pub fn tokens(text: &str, today: Date) -> Vec<QueryToken> {
    let mut tokens = Vec::new();
    let mut negation = None;
    for lexeme in lexemes(text).0 {
        if lexeme.kind == LexemeKind::Not {
            negation = Some(lexeme.start);
            continue;
        }
        let negated = negation.take();
        let Lexeme { kind, start, end } = lexeme;
        let (kind, text) = match kind {
            LexemeKind::Word { text, ending } | LexemeKind::Required { text, ending } => {
                (word(ending), text)
            }
            LexemeKind::Phrase { text, .. } => (TokenKind::Phrase, text),
            LexemeKind::Field { field, value, .. } if value.trim().is_empty() => {
                (TokenKind::Unfinished { field }, value)
            }
            LexemeKind::Field {
                field,
                value,
                typed,
                ..
            } => match filter(field, &value, today) {
                Some(_) => (TokenKind::Field { field }, value),
                None => (TokenKind::Word, typed),
            },
            LexemeKind::Or => (TokenKind::Or, "OR".to_owned()),
            LexemeKind::Open => (TokenKind::Open, "(".to_owned()),
            LexemeKind::Close => (TokenKind::Close, ")".to_owned()),
            LexemeKind::Not => continue,
        };
        tokens.push(QueryToken {
            kind,
            start: negated.unwrap_or(start),
            end,
            text,
            negated: negated.is_some(),
        });
    }
    tokens
}

fn word(ending: Ending) -> TokenKind {
    match ending {
        Ending::None => TokenKind::Word,
        Ending::Star => TokenKind::Prefix,
        Ending::Tilde => TokenKind::Fuzzy,
    }
}
