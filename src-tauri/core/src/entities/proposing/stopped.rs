//! What reads like a name and is none that a reporter wants: parts of nationality words,
//! points of the compass, and who signs the article.

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
