//! Names without the common noun that says what they name: `Khost | province`.

use crate::span::{Kind, Span};

/// English nouns behind names that labelled news leaves out of them when they are written
/// small. What is a part of names as often (island, river, station) is none of these.
const GENERIC: &[&str] = &[
    "agency",
    "airport",
    "alliance",
    "area",
    "bloc",
    "border",
    "coast",
    "company",
    "county",
    "desert",
    "district",
    "districts",
    "group",
    "militia",
    "mountains",
    "movement",
    "neighborhood",
    "neighbourhood",
    "network",
    "newspaper",
    "party",
    "peninsula",
    "province",
    "provinces",
    "radio",
    "region",
    "state",
    "suburb",
    "town",
    "union",
    "valley",
    "village",
];

/// Cuts such a noun off, with the small words before it: `Reuters | news agency`.
pub(super) fn cut(text: &str, spans: &mut [Span]) {
    for span in spans {
        let name = text.get(span.start..span.end).unwrap_or("");
        let last = name.rsplit(' ').next().unwrap_or("");
        if span.kind == Kind::Person || !GENERIC.contains(&last) {
            continue;
        }
        let mut kept = name;
        while let Some((before, word)) = kept.rsplit_once(' ') {
            if !word.starts_with(char::is_lowercase) {
                break;
            }
            kept = before;
        }
        // All small: it is no name that this knows.
        if kept.starts_with(char::is_uppercase) {
            span.end = span.start + kept.trim_end().len();
        }
    }
}
