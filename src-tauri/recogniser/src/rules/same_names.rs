//! The same name is the same thing throughout a document.

use std::collections::HashMap;

use super::meeting;
use super::words::{Word, is_capital};
use crate::span::{Kind, Span};

/// Names that are looked for again; a document with more is a list.
const MOST_NAMES: usize = 2000;
/// Beginnings of sentences that look like names of one word.
const COMMON: &[&str] = &[
    "the",
    "a",
    "an",
    "in",
    "on",
    "at",
    "of",
    "by",
    "from",
    "with",
    "for",
    "to",
    "and",
    "but",
    "or",
    "as",
    "if",
    "he",
    "she",
    "we",
    "they",
    "you",
    "his",
    "her",
    "our",
    "their",
    "this",
    "that",
    "these",
    "those",
    "there",
    "here",
    "when",
    "where",
    "while",
    "what",
    "who",
    "how",
    "why",
    "after",
    "before",
    "since",
    "until",
    "during",
    "because",
    "although",
    "however",
    "meanwhile",
    "also",
    "not",
    "no",
    "yes",
    "all",
    "some",
    "many",
    "most",
    "more",
    "other",
    "one",
    "two",
    "three",
    "new",
    "first",
    "last",
    "next",
    "may",
    "will",
    "mark",
    "young",
    "long",
    "white",
    "black",
    "brown",
    "king",
    "day",
    "state",
];

#[derive(Default)]
struct Votes {
    by_kind: [u32; 4],
    confidence: f32,
}

impl Votes {
    fn leading(&self) -> (Kind, u32) {
        let kinds = [Kind::Person, Kind::Organisation, Kind::Place, Kind::Event];
        let mut best = (Kind::Person, 0);
        for (kind, votes) in kinds.into_iter().zip(self.by_kind) {
            if votes > best.1 {
                best = (kind, votes);
            }
        }
        best
    }

    fn total(&self) -> u32 {
        self.by_kind.iter().sum()
    }
}

/// Gives a name its leading kind where that is clear, and marks places of a name that
/// were passed over: all of a surname whose full name stands in the document, and of a
/// name that is long or was seen twice.
pub(super) fn spread(text: &str, words: &[Word], spans: &mut Vec<Span>) {
    let mut votes: HashMap<&str, Votes> = HashMap::new();
    for span in spans.iter() {
        let name = text.get(span.start..span.end).unwrap_or("");
        let votes = votes.entry(name).or_default();
        if let Some(count) = votes.by_kind.get_mut(span.kind as usize) {
            *count += 1;
        }
        votes.confidence = votes.confidence.max(span.confidence);
    }
    let surnames = surnames(text, words, spans);
    for span in spans.iter_mut() {
        let name = text.get(span.start..span.end).unwrap_or("");
        if surnames.contains_key(name) {
            span.kind = Kind::Person;
        } else if let Some(votes) = votes.get(name) {
            let (kind, leading) = votes.leading();
            let total = votes.total();
            if total >= 3 && leading * 10 >= total * 7 {
                span.kind = kind;
            }
        }
    }
    let mut wanted: HashMap<&str, (Kind, f32)> = surnames
        .into_iter()
        .map(|(name, confidence)| (name, (Kind::Person, confidence)))
        .collect();
    for (name, votes) in &votes {
        let is_long = name.contains(' ') || votes.total() >= 2;
        if is_long && name.chars().count() > 3 && is_capital(name) && !is_common(name) {
            wanted
                .entry(name)
                .or_insert((votes.leading().0, votes.confidence));
        }
    }
    if wanted.len() <= MOST_NAMES {
        mark(text, words, &wanted, spans);
    }
}

/// Last words of persons that are named in full, with the confidence of the full name.
fn surnames<'a>(text: &'a str, words: &[Word], spans: &[Span]) -> HashMap<&'a str, f32> {
    let mut surnames = HashMap::new();
    for span in spans.iter().filter(|span| span.kind == Kind::Person) {
        let own = words_in(words, span);
        let (Some(last), true) = (own.last(), own.len() > 1) else {
            continue;
        };
        let surname = last.of(text);
        if surname.chars().count() >= 3 && is_capital(surname) && !is_common(surname) {
            let confidence: &mut f32 = surnames.entry(surname).or_default();
            *confidence = confidence.max(span.confidence);
        }
    }
    surnames
}

fn words_in<'w>(words: &'w [Word], span: &Span) -> &'w [Word] {
    let first = words.partition_point(|word| word.start < span.start);
    let last = words.partition_point(|word| word.end <= span.end);
    words.get(first..last).unwrap_or(&[])
}

fn is_common(name: &str) -> bool {
    COMMON.contains(&name.to_lowercase().as_str())
}

/// Adds spans for wanted names where no span is yet, the longest first.
fn mark(text: &str, words: &[Word], wanted: &HashMap<&str, (Kind, f32)>, spans: &mut Vec<Span>) {
    let longest = wanted
        .keys()
        .map(|name| name.split(' ').count())
        .max()
        .unwrap_or(0)
        .min(8);
    let mut added = Vec::new();
    let mut number = 0;
    while let Some(first) = words.get(number) {
        number += 1;
        let found = (1..=longest).rev().find_map(|count| {
            let last = words.get(number + count - 2)?;
            let name = text.get(first.start..last.end)?;
            let (kind, confidence) = wanted.get(name)?;
            let (start, end) = (first.start, last.end);
            let (kind, confidence) = (*kind, *confidence);
            Some((
                count,
                Span {
                    start,
                    end,
                    kind,
                    confidence,
                },
            ))
        });
        if let Some((count, span)) = found
            && meeting(spans, span.start, span.end).is_empty()
        {
            added.push(span);
            number += count - 1;
        }
    }
    spans.extend(added);
    spans.sort_unstable_by_key(|span| span.start);
}
