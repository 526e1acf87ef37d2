//! Names without the common noun that says what they name: `Khost | province`,
//! `штат | Техас`.

use crate::span::{Kind, Span};

/// English nouns behind names that labelled news leaves out of them when they are written
/// small. What is a part of names as often (island, river, station) is none of these.
const GENERIC: &[&str] = &[
    "agency",
    "airport",
    "alliance",
    "allies",
    "area",
    "bloc",
    "border",
    "brewing",
    "center",
    "centre",
    "coast",
    "company",
    "complex",
    "county",
    "crimes",
    "crossing",
    "dam",
    "delta",
    "desert",
    "district",
    "districts",
    "dynasty",
    "football",
    "forces",
    "gas",
    "glacier",
    "group",
    "leagues",
    "militants",
    "militia",
    "mountains",
    "movement",
    "naval",
    "neighborhood",
    "neighbourhood",
    "network",
    "newspaper",
    "nuclear",
    "officials",
    "oil",
    "parish",
    "party",
    "peninsula",
    "plant",
    "province",
    "provinces",
    "radio",
    "ranch",
    "rebels",
    "region",
    "reporters",
    "soldiers",
    "spokesman",
    "state",
    "suburb",
    "team",
    "town",
    "train",
    "tribal",
    "troops",
    "tube",
    "union",
    "valley",
    "village",
    "watchdog",
];

/// Russian and Ukrainian ones before places, in their cases.
const BEFORE: &[&str] = &[
    "город",
    "города",
    "городе",
    "городу",
    "городом",
    "штат",
    "штата",
    "штате",
    "штату",
    "штатом",
    "штаті",
    "місто",
    "міста",
    "місті",
    "містом",
];

/// Cuts such a noun off, with the small words before it: `Reuters | news agency`.
pub(super) fn cut(text: &str, spans: &mut [Span]) {
    for span in spans {
        let name = text.get(span.start..span.end).unwrap_or("");
        let last = name.rsplit(' ').next().unwrap_or("");
        if let (Kind::Place, Some((first, rest))) = (span.kind, name.split_once(' '))
            && BEFORE.contains(&first)
            && rest.starts_with(char::is_uppercase)
        {
            span.start = span.end - rest.len();
            continue;
        }
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
