//! What reads like a name and is none that a reporter wants: parts of nationality words,
//! points of the compass, and who signs the article.

use super::article::Article;
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
/// Words of a byline at most.
const BYLINE: usize = 5;
/// Lines of a text among which a byline stands.
const HEAD: usize = 8;

/// Leaves out recognised names that are none. `nationalities` are the places of words
/// like `North Korean`, in order.
pub(super) fn stop(article: &Article, nationalities: &[(usize, usize)], all: &mut Vec<Found>) {
    let bylines = bylines(article, all);
    all.retain(|found| {
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

/// Persons who are named in a short line of their own at the head of a text, and nowhere
/// else.
fn bylines<'a>(article: &'a Article, all: &[Found]) -> Vec<&'a str> {
    let mut bylines: Vec<&str> = Vec::new();
    let persons = all
        .iter()
        .filter(|found| found.kind == EntityKind::Person && found.names == ProposedAs::New);
    for found in persons {
        let words = article.words(found.start, found.end);
        let (number, line) = article.line(found.start);
        let rest = line.replacen(words, "", 1);
        let rest = rest.trim_matches(|c: char| !c.is_alphanumeric());
        let is_short = line.split_whitespace().count() <= BYLINE && words.contains(' ');
        let signs = rest.is_empty() || rest.eq_ignore_ascii_case("by");
        let is_only = article.text.matches(words).count() == 1;
        if number > 0 && number < HEAD && is_short && signs && is_only {
            bylines.push(words);
        }
    }
    bylines
}
