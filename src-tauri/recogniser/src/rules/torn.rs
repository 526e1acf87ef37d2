//! Names that the model tore at a small word: `Gulf of | Mexico`, `Walls of the | Ruler`,
//! `École normale de | Paris`, `La | France insoumise`.

use super::words::is_capital;
use crate::span::{Kind, Span};

/// Small words that no name ends with, and that go on in one.
const BINDING: &[&str] = &[
    "of", "of the", "for", "for the", "against", "on", "in", "de", "de la", "de los", "del", "des",
    "du",
];
/// Articles that begin a name, with a capital, and are none alone.
const ARTICLES: &[&str] = &["El", "La", "Las", "Le", "Les", "Los"];
/// Small words that no name ends with.
const LOOSE: &[&str] = &[
    "of", "for", "against", "on", "in", "and", "the", "to", "with", "from", "de", "del", "des",
    "du",
];
/// What a person is called by before the name, in Russian and Ukrainian.
const HONORIFICS: &[&str] = &[
    "г-н",
    "г-на",
    "г-ну",
    "г-ном",
    "г-жа",
    "г-жи",
    "г-жу",
    "г-же",
    "г-жой",
    "лорд",
    "пан",
    "пані",
];
/// What a ruler's or a painter's name ends with behind `the`.
const BYNAMES: &[&str] = &[
    "Elder",
    "Younger",
    "Great",
    "Terrible",
    "Conqueror",
    "Magnificent",
];

/// Puts such names together, and cuts a small word off where nothing follows.
pub(super) fn mend(text: &str, spans: &mut Vec<Span>) {
    let mut mended: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans.drain(..) {
        match mended.last_mut() {
            Some(before) if goes_on(text, before, &span) => {
                before.end = span.end;
                before.confidence = before.confidence.min(span.confidence);
            }
            _ => mended.push(span),
        }
    }
    for span in &mut mended {
        begin_well(text, span);
        end_well(text, span);
    }
    mended.retain(|span| span.start < span.end);
    // What a byname took in is no name of its own.
    mended.dedup_by(|span, before| span.start < before.end);
    *spans = mended;
}

fn goes_on(text: &str, before: &Span, span: &Span) -> bool {
    let name = text.get(before.start..before.end).unwrap_or("");
    let gap = text.get(before.end..span.start).unwrap_or("");
    if ARTICLES.contains(&name) {
        return gap == " " && before.kind == span.kind;
    }
    let Some((begun, last)) = name.rsplit_once(' ') else {
        return false;
    };
    let last = last.to_lowercase();
    let binds = match gap {
        " " => {
            let two = begun
                .rsplit(' ')
                .next()
                .map(|word| format!("{word} {last}"));
            BINDING.contains(&last.as_str())
                || two.is_some_and(|two| BINDING.contains(&two.as_str()))
        }
        " the " => BINDING.contains(&last.as_str()),
        _ => false,
    };
    binds && before.kind != Kind::Person && span.kind != Kind::Person
}

/// Begins a name behind an ending or a small word that leads to it: `Institute's | Center`.
fn begin_well(text: &str, span: &mut Span) {
    let before = text.get(..span.start).unwrap_or("");
    let name = text.get(span.start..span.end).unwrap_or("");
    let led = match before.ends_with(['\'', '’']) {
        true => name.strip_prefix("s "),
        false => name.strip_prefix("of "),
    };
    if let Some(rest) = led.filter(|rest| is_capital(rest)) {
        span.start = span.end - rest.len();
    }
    let called = text.get(span.start..span.end).unwrap_or("").split_once(' ');
    if let (Kind::Person, Some((first, rest))) = (span.kind, called)
        && is_honorific(first)
    {
        span.start = span.end - rest.len();
    }
}

/// Written large, Пан is the surname of Пан Ги Мун.
fn is_honorific(word: &str) -> bool {
    let small = word.to_lowercase();
    HONORIFICS.contains(&small.as_str()) && (small.contains('-') || small == word)
}

/// Ends a name behind its last word of weight.
fn end_well(text: &str, span: &mut Span) {
    loop {
        let name = text.get(span.start..span.end).unwrap_or("");
        let (begun, last) = name.rsplit_once(' ').unwrap_or(("", name));
        // Persons are called In, On and To as well.
        let is_surname = span.kind == Kind::Person && !begun.is_empty() && is_capital(last);
        if is_surname || !LOOSE.contains(&last.to_lowercase().as_str()) {
            return;
        }
        let rest = text.get(span.end..).unwrap_or("");
        let byname = BYNAMES.iter().find(|byname| {
            let behind = rest
                .strip_prefix(' ')
                .and_then(|rest| rest.strip_prefix(**byname));
            behind.is_some_and(|behind| !behind.starts_with(char::is_alphanumeric))
        });
        if let (Kind::Person, "the", Some(byname)) = (span.kind, last, byname) {
            span.end += " ".len() + byname.len();
            return;
        }
        span.end = span.start + begun.trim_end().len();
    }
}
