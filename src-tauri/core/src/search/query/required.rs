//! From any of the words to all of them.

use super::function::FunctionWords;
use super::lexer::LexemeKind;
use super::parser::{Clause, Prefix, lexemes};
use crate::search::words::cut;

/// The query `text` with each of its telling words asked for as `+word`, so that it finds
/// what has all of them; `None` where that would be the same, or where OR or parentheses
/// say already what belongs together.
pub fn requiring_all(text: &str) -> Option<String> {
    let (lexemes, cut_short) = lexemes(text);
    let is_structured = |kind: &LexemeKind| {
        matches!(
            kind,
            LexemeKind::Or | LexemeKind::Open | LexemeKind::Close | LexemeKind::Required { .. }
        )
    };
    if cut_short || lexemes.iter().any(|one| is_structured(&one.kind)) {
        return None;
    }
    let mut negated = false;
    let mut words = Vec::new();
    for lexeme in &lexemes {
        let after_minus = std::mem::replace(&mut negated, lexeme.kind == LexemeKind::Not);
        if let (LexemeKind::Word { text, .. }, false) = (&lexeme.kind, after_minus) {
            words.push((lexeme.start as usize, text));
        }
    }
    let clauses: Vec<Clause> = words
        .iter()
        .map(|(_, text)| Clause::Word {
            text: (*text).clone(),
            prefix: Prefix::No,
        })
        .collect();
    let function = FunctionWords::of(&clauses);
    let mut starts: Vec<usize> = words
        .iter()
        .filter(|(_, text)| {
            let starts = text.chars().next().is_some_and(char::is_alphanumeric);
            starts && !function.has(&cut(text))
        })
        .map(|(start, _)| *start)
        .collect();
    if starts.len() < 2 {
        return None;
    }
    starts.reverse();
    let mut all = String::with_capacity(text.len() + starts.len());
    for (at, c) in text.chars().enumerate() {
        if starts.last() == Some(&at) {
            starts.pop();
            all.push('+');
        }
        all.push(c);
    }
    Some(all)
}
