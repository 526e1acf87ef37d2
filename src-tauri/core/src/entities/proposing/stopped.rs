//! What reads like a name and is none that a reporter wants: parts of nationality words and
//! of attributes, points of the compass, eras, and who signs the article.

use foldhash::HashSet;

use super::article::{Article, Line};
use super::found::Found;
use crate::domain::{EntityKind, ProposedAs};

const COMPASS: &[&str] = &[
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "север",
    "юг",
    "восток",
    "запад",
    "північ",
    "південь",
    "схід",
    "захід",
];
/// What begins an English attribute with a name in it: `anti-Israel`.
const BEFORE: &[&str] = &[
    "anti-", "ex-", "inter-", "mid-", "non-", "post-", "pre-", "pro-", "sub-", "trans-",
];
/// Letters at the end of one: `US-led`.
const SHORTEST_END: usize = 2;
/// What is counted from behind a year.
const ERAS: &[&str] = &["AD", "BC", "B.C", "BCE", "B.C.E", "CE", "C.E"];
/// Bytes that are looked at before a name.
const LONGEST_BEFORE: usize = 16;
/// Words of a byline at most.
const BYLINE: usize = 5;
/// Lines of a text among which a byline stands.
const HEAD: usize = 8;

/// Leaves out names that are none, of those that are nobody's in the notebook.
/// `nationalities` are the places of words like `North Korean`, in order.
pub(super) fn stop(article: &Article, nationalities: &[(usize, usize)], all: &mut Vec<Found>) {
    let bylines = bylines(article, all);
    let proper: HashSet<(ProposedAs, String)> = all
        .iter()
        .filter(|found| !is_attribute(article, found))
        .map(|found| meant(article, found))
        .collect();
    all.retain(|found| {
        if matches!(found.names, ProposedAs::Kept(_)) {
            return true;
        }
        let only_attribute =
            is_attribute(article, found) && !proper.contains(&meant(article, found));
        if only_attribute || is_era(article, found) {
            return false;
        }
        if found.names != ProposedAs::New {
            return true;
        }
        let words = article.words(found.start, found.end);
        let next = nationalities.partition_point(|(_, end)| *end <= found.start);
        let is_nationality = nationalities
            .get(next)
            .is_some_and(|(start, end)| *start <= found.start && found.end <= *end);
        let folded = words.to_lowercase();
        let is_signed = found.kind == EntityKind::Person && bylines.contains(&words);
        !is_nationality && !is_signed && !COMPASS.contains(&folded.as_str())
    });
}

/// What a place names: by its words where nobody knows it.
fn meant(article: &Article, found: &Found) -> (ProposedAs, String) {
    let words = match found.names {
        ProposedAs::New => article.words(found.start, found.end),
        _ => "",
    };
    (found.names.clone(), words.to_owned())
}

/// Whether a place or an organisation only says how something is: `US-led`, `pro-Beijing`.
/// Of 116 such in labelled English news none is counted as a name. It is one more place of
/// what the article names otherwise.
fn is_attribute(article: &Article, found: &Found) -> bool {
    if found.kind == EntityKind::Person {
        return false;
    }
    let after = article.words(found.end, article.text.len());
    let end = after.strip_prefix('.').unwrap_or(after).strip_prefix('-');
    let is_word = end.is_some_and(|end| {
        let letters = end.len()
            - end
                .trim_start_matches(|c: char| c.is_ascii_lowercase())
                .len();
        let behind = end.get(letters..).unwrap_or("");
        letters >= SHORTEST_END && !behind.starts_with(|c: char| c.is_alphanumeric() || c == '-')
    });
    let from = article
        .text
        .floor_char_boundary(found.start.saturating_sub(LONGEST_BEFORE));
    let before = article.words(from, found.start).to_lowercase();
    let is_prefixed = BEFORE.iter().any(|prefix| {
        let rest = before.strip_suffix(prefix);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    });
    is_word || is_prefixed
}

/// Whether the letters count years or centuries, and name no body.
fn is_era(article: &Article, found: &Found) -> bool {
    let words = article.words(found.start, found.end);
    let from = article
        .text
        .floor_char_boundary(found.start.saturating_sub(LONGEST_BEFORE));
    let before = article.words(from, found.start).trim_end();
    ERAS.contains(&words.trim_end_matches('.'))
        && (before.ends_with(|c: char| c.is_ascii_digit()) || before.ends_with("century"))
}

/// Persons who are named in a short line of their own at the head of a text, and nowhere
/// else.
fn bylines<'a>(article: &'a Article, all: &[Found]) -> Vec<&'a str> {
    let lines = article.head(HEAD);
    let short = |line: &&Line<'_>| line.text.split_whitespace().take(BYLINE + 1).count() <= BYLINE;
    // The first is the title.
    let lines: Vec<&Line<'_>> = lines.iter().skip(1).filter(short).collect();
    let mut bylines: Vec<&str> = Vec::new();
    let persons = all
        .iter()
        .filter(|found| found.kind == EntityKind::Person && found.names == ProposedAs::New);
    for found in persons {
        let line = lines.iter().find(|line| line.bytes.contains(&found.start));
        let Some(line) = line else { continue };
        let words = article.words(found.start, found.end);
        let rest = line.text.replacen(words, "", 1);
        let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
        let signs = rest.is_empty() || rest.eq_ignore_ascii_case("by");
        if signs && words.contains(' ') && article.text.matches(words).count() == 1 {
            bylines.push(words);
        }
    }
    bylines
}
