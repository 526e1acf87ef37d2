//! `Korean Central News Agency (KCNA)`: the long form is a name, and so is every `KCNA`.

use std::collections::HashMap;

use super::words::{Word, is_capital};
use super::{meeting, put};
use crate::span::{Kind, Span};

/// Words of a long form at most.
const LONGEST: usize = 9;
/// Words that give an acronym no letter.
const SMALL: &[&str] = &[
    "of", "the", "for", "and", "on", "in", "to", "al", "de", "des", "du", "del", "la", "las",
    "los", "et", "y", "e", "der", "die", "und", "für", "da", "do", "dos",
];

/// Binds acronyms to the long forms before them, and gives all their places one kind.
pub(super) fn define(text: &str, words: &[Word], spans: &mut Vec<Span>) {
    let mut defined: HashMap<&str, (Kind, f32)> = HashMap::new();
    for (number, word) in words.iter().enumerate() {
        let acronym = word.of(text);
        if !is_acronym(acronym) || !in_brackets(text, *word) || defined.contains_key(acronym) {
            continue;
        }
        let before = words
            .get(number.saturating_sub(LONGEST)..number)
            .unwrap_or(&[]);
        let Some(first) = long_form(text, before, *word, acronym) else {
            continue;
        };
        let end = before.last().map_or(word.start, |word| word.end);
        let known = spans.get(meeting(spans, first.start, end)).unwrap_or(&[]);
        let known = known.iter().find(|span| span.kind != Kind::Person);
        let (kind, confidence) = known.map_or((Kind::Organisation, 0.8), |span| {
            (span.kind, span.confidence)
        });
        put(
            spans,
            Span {
                start: first.start,
                end,
                kind,
                confidence,
            },
        );
        defined.insert(acronym, (kind, confidence));
    }
    if defined.is_empty() {
        return;
    }
    for word in words {
        if let Some((kind, confidence)) = defined.get(word.of(text)).copied() {
            let met = meeting(spans, word.start, word.end);
            let (start, end) = (word.start, word.end);
            let longer = |span: &Span| span.start < start || span.end > end;
            // Inside a longer name it belongs to that.
            if !spans.get(met).unwrap_or(&[]).iter().any(longer) {
                put(
                    spans,
                    Span {
                        start,
                        end,
                        kind,
                        confidence,
                    },
                );
            }
        }
    }
}

fn is_acronym(word: &str) -> bool {
    let letters = word.chars().count();
    (2..=10).contains(&letters) && word.chars().filter(|c| c.is_uppercase()).count() >= 2
}

fn in_brackets(text: &str, word: Word) -> bool {
    let before = text.get(..word.start).unwrap_or("");
    let after = text.get(word.end..).unwrap_or("");
    before.trim_end_matches(['"', '“', '«', ' ']).ends_with('(')
        && after
            .trim_start_matches(['"', '”', '»', ' '])
            .starts_with(')')
}

/// The first word of a long form that spells the acronym with its initials.
fn long_form(text: &str, before: &[Word], acronym: Word, letters: &str) -> Option<Word> {
    let gap = text.get(before.last()?.end..acronym.start)?;
    if gap
        .chars()
        .any(|c| !matches!(c, ' ' | '(' | '"' | '“' | '«' | '\u{a0}'))
    {
        return None;
    }
    let wanted: String = letters.chars().flat_map(char::to_uppercase).collect();
    (0..before.len().saturating_sub(1)).rev().find_map(|from| {
        let form = before.get(from..)?;
        let first = form.first()?;
        (is_capital(first.of(text)) && spells(text, form, &wanted)).then_some(*first)
    })
}

/// True where the initials of the words spell the acronym, with or without those of the
/// parts behind hyphens.
fn spells(text: &str, form: &[Word], wanted: &str) -> bool {
    let telling = form.iter().map(|word| word.of(text));
    let telling: Vec<&str> = telling
        .filter(|word| !SMALL.contains(&word.to_lowercase().as_str()))
        .collect();
    let whole = initials(telling.iter().copied());
    whole == wanted || initials(telling.iter().flat_map(|word| word.split('-'))) == wanted
}

fn initials<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_uppercase)
        .collect()
}
