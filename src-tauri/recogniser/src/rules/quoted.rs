//! Organisations that Russian, Ukrainian and Polish write in quotes behind what they are:
//! `газета «Известия»`, `spółka „Orlen”`.

use super::meeting;
use crate::span::{Kind, Span};

/// How words for organisations begin that stand before their names, small.
const NOUNS: &[&str] = &[
    // Russian
    "авиакомпани",
    "агентств",
    "банк",
    "газет",
    "журнал",
    "завод",
    "издани",
    "издательств",
    "клуб",
    "компани",
    "концерн",
    "корпораци",
    "объединени",
    "организаци",
    "парти",
    "профсоюз",
    "радиостанци",
    "телекомпани",
    "телеканал",
    "фирм",
    "фонд",
    "холдинг",
    // Ukrainian
    "авіакомпані",
    "агенці",
    "видавництв",
    "видання",
    "виданн",
    "компані",
    "корпораці",
    "об’єднанн",
    "об'єднанн",
    "організаці",
    "парті",
    "профспілк",
    "радіостанці",
    "телекомпані",
    "фірм",
    // Polish
    "agencj",
    "czasopism",
    "dziennik",
    "firm",
    "fundacj",
    "gazet",
    "koncern",
    "korporacj",
    "organizacj",
    "parti",
    "spółk",
    "stacj",
    "telewizj",
    "tygodnik",
    "wydawnictw",
];
/// Letters that such a word has at most behind its beginning.
const LONGEST_ENDING: usize = 4;
/// Endings of Polish ones: other languages have words that begin so (`firmly`, `parties`).
const LATIN_ENDINGS: &[&str] = &[
    "", "a", "ach", "ami", "e", "em", "i", "ie", "iem", "o", "om", "owi", "u", "y", "ą", "ę", "ów",
];
/// Bytes of a name in quotes, and its words, at most: what is longer is a sentence.
const LONGEST: usize = 100;
const MOST_WORDS: usize = 6;
/// A noun and quotes say as much as the model where it is sure.
const CONFIDENCE: f32 = 0.85;

/// Adds such names, instead of what the model made of them.
pub(super) fn find(text: &str, spans: &mut Vec<Span>) {
    let mut found: Vec<Span> = Vec::new();
    for (at, quote) in text.match_indices(['«', '„', '"', '“']) {
        let start = at + quote.len();
        let end = start + inside(text, start, quote).len();
        let name = text.get(start..end).unwrap_or("");
        if !names(name) || !is_introduced(text.get(..at).unwrap_or("")) {
            continue;
        }
        let met = spans.get(meeting(spans, start, end)).unwrap_or(&[]);
        let crosses = met.iter().any(|span| span.start < start || span.end > end);
        if crosses || found.last().is_some_and(|last| start < last.end) {
            continue;
        }
        let confidence = (met.iter().map(|span| span.confidence)).fold(CONFIDENCE, f32::max);
        found.push(Span {
            start,
            end,
            kind: Kind::Organisation,
            confidence,
        });
    }
    spans.retain(|span| meeting(&found, span.start, span.end).is_empty());
    spans.append(&mut found);
    spans.sort_by_key(|span| span.start);
}

/// What stands between a quote and the one that closes it.
fn inside<'t>(text: &'t str, start: usize, quote: &str) -> &'t str {
    let closing: &[char] = match quote {
        "«" => &['»'],
        "„" => &['”', '“', '"'],
        "“" => &['”'],
        _ => &['"'],
    };
    let end = text.ceil_char_boundary((start + LONGEST).min(text.len()));
    let near = text.get(start..end).unwrap_or("");
    near.split_once(closing).map_or("", |(inside, _)| inside)
}

fn names(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
        && name.split(' ').count() <= MOST_WORDS
        && !name.contains(['\n', '«', '„', '!', '?', ':', ';'])
        && !name.ends_with([',', '.'])
}

/// Whether the last word before a quote says that an organisation follows.
fn is_introduced(before: &str) -> bool {
    let Some(before) = before.strip_suffix([' ', '\u{a0}']) else {
        return false;
    };
    let from = before.floor_char_boundary(before.len().saturating_sub(LONGEST));
    let near = before.get(from..).unwrap_or("");
    let word = near
        .rsplit(|c: char| !c.is_alphabetic() && !matches!(c, '’' | '\''))
        .next();
    let word = word.unwrap_or("").to_lowercase();
    NOUNS.iter().any(|noun| {
        let ending = word.strip_prefix(noun);
        ending.is_some_and(|ending| match noun.starts_with(|c: char| c.is_ascii()) {
            true => LATIN_ENDINGS.contains(&ending),
            false => ending.chars().count() <= LONGEST_ENDING,
        })
    })
}
