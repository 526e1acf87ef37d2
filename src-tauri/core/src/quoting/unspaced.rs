//! Who says something in a Chinese or Japanese sentence.

use std::ops::Range;

use super::Named;
use super::attribution::Saying;
use super::language::{Language, has};
use super::naming::ends_as_somebody;
use super::sentences::Paragraph;
use super::subject::{Pointing, Subject, of_name, pointing, within};
use crate::domain::EntityKind;

/// Characters of a name that is none of the known ones.
const LONGEST: usize = 20;
const STOPS: &str = "，。；：、！？,;:!?「」『』“”《》";

/// Places outside quotation marks where one of the words of a table stands.
fn occurrences(paragraph: &Paragraph, range: &Range<usize>, table: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for word in table.split(' ').filter(|word| !word.is_empty()) {
        let letters: Vec<char> = word.chars().collect();
        let stretch = paragraph.chars.get(range.clone()).unwrap_or_default();
        for (n, window) in stretch.windows(letters.len()).enumerate() {
            let at = range.start + n;
            if window == letters.as_slice() && !paragraph.is_quoted(at) {
                found.push((at, at + letters.len()));
            }
        }
    }
    found.sort_unstable();
    found
}

/// Where the clause that `at` stands in begins.
fn clause_start(paragraph: &Paragraph, from: usize, at: usize) -> usize {
    let before = paragraph.chars.get(from..at).unwrap_or_default();
    before
        .iter()
        .rposition(|c| STOPS.contains(*c))
        .map_or(from, |n| from + n + 1)
}

/// `他的弟弟` is nobody outside this text.
fn owned(words: &str, language: &Language) -> Option<Pointing> {
    let mut owners = language.owners.split(' ').filter(|one| !one.is_empty());
    owners
        .any(|owner| words.starts_with(owner))
        .then_some(Pointing::Nobody)
}

/// A person before an organisation before a place.
fn best(names: &[(usize, &Named)]) -> Option<usize> {
    let rank = |kind: EntityKind| match kind {
        EntityKind::Person => 0,
        EntityKind::Organisation => 1,
        EntityKind::Place => 2,
        EntityKind::Event => 3,
    };
    let at = (0..names.len()).min_by_key(|n| names.get(*n).map(|(_, name)| rank(name.kind)))?;
    Some(at)
}

pub(super) fn chinese(
    paragraph: &Paragraph,
    sentence: Range<usize>,
    names: &[Named],
    language: &Language,
) -> Vec<Saying> {
    let mut found: Vec<Saying> = Vec::new();
    let verbs = occurrences(paragraph, &sentence, language.verbs);
    for (at, end) in verbs {
        let mut start = clause_start(paragraph, sentence.start, at);
        // The subject may stand before a comma: 金正恩在贺电中，高度评价…
        if within(paragraph.block, start..at, names).is_empty() && start > sentence.start + 1 {
            let wider = clause_start(paragraph, sentence.start, start - 1);
            if !(wider..start).any(|at| paragraph.is_quoted(at))
                && words_of(paragraph, start..at, language).is_none()
            {
                start = wider;
            }
        }
        let verb = paragraph.slice(at..end);
        let passing = has(language.passing, &verb);
        let begins = language
            .according
            .iter()
            .map(|word| word.chars().collect::<Vec<char>>())
            .find(|word| {
                paragraph
                    .chars
                    .get(start..)
                    .unwrap_or_default()
                    .starts_with(word)
            });
        let (start, according) = match &begins {
            Some(word) => (start + word.len(), true),
            None => (start, false),
        };
        let inside = within(paragraph.block, start..at, names);
        let hearer = |name: &Named| {
            let before = (name.span.start as usize).checked_sub(1);
            before
                .and_then(|n| paragraph.chars.get(n))
                .is_some_and(|c| has(language.hearers, &c.to_string()))
        };
        let told = inside
            .iter()
            .find(|(_, name)| hearer(name) && name.kind == EntityKind::Organisation)
            .map(|(n, name)| of_name(paragraph, *n, name));
        let free: Vec<(usize, &Named)> = inside
            .into_iter()
            .filter(|(_, name)| !hearer(name))
            .collect();
        let party = match best(&free).and_then(|n| free.get(n)) {
            Some((n, name)) => Some(of_name(paragraph, *n, name)),
            None => words_of(paragraph, start..at, language),
        };
        let Some(party) = party else {
            continue;
        };
        let known = found.iter().any(|other| other.party.is_same(&party));
        if !known {
            found.push(Saying {
                at: party.start,
                party,
                according,
                passing: passing && !according,
                told,
            });
        }
    }
    found
}

/// What stands before a Chinese verb up to the day, the place or the adverb.
fn words_of(paragraph: &Paragraph, range: Range<usize>, language: &Language) -> Option<Subject> {
    let letters: String = paragraph.slice(range.clone());
    let lead = language
        .leads
        .split(' ')
        .find(|lead| letters.starts_with(lead))
        .map_or(0, |lead| lead.chars().count());
    let rest: String = letters.chars().skip(lead).collect();
    let cut = language
        .breaks
        .split(' ')
        .filter_map(|word| rest.find(word))
        .chain(rest.find(|c: char| c.is_ascii_digit() || c.is_whitespace()))
        .min()
        .unwrap_or(rest.len());
    let words = rest.get(..cut)?;
    let count = words.chars().count();
    if count == 0 || count > LONGEST || words.chars().any(|c| STOPS.contains(c)) {
        return None;
    }
    let start = range.start + lead;
    let pronoun = pointing(words, language).or_else(|| owned(words, language));
    if pronoun.is_none() && (count < 2 || !ends_as_somebody(words, language)) {
        return None;
    }
    Some(Subject {
        name: None,
        words: match pronoun {
            Some(_) => String::new(),
            None => words.to_owned(),
        },
        pronoun,
        start,
        end: start + count,
    })
}

pub(super) fn japanese(
    paragraph: &Paragraph,
    sentence: Range<usize>,
    names: &[Named],
    language: &Language,
) -> Vec<Saying> {
    let mut found: Vec<Saying> = Vec::new();
    let says = !occurrences(paragraph, &sentence, language.verbs).is_empty();
    let passing = !occurrences(paragraph, &sentence, language.passing).is_empty();
    let after = language.after.join(" ");
    let accordings = occurrences(paragraph, &sentence, &after);
    for (at, _) in &accordings {
        if let Some(party) = japanese_party(paragraph, &sentence, *at, names, language) {
            found.push(Saying {
                at: party.start,
                party,
                according: true,
                passing: false,
                told: None,
            });
        }
    }
    if !says {
        return found;
    }
    for (at, _) in occurrences(paragraph, &sentence, "は が") {
        // では, には, とは: no subjects.
        let before = at.checked_sub(1).and_then(|n| paragraph.chars.get(n));
        if before.is_none_or(|c| "でにとてれ".contains(*c)) {
            continue;
        }
        if let Some(party) = japanese_party(paragraph, &sentence, at, names, language)
            && !found.iter().any(|other| other.party.is_same(&party))
        {
            found.push(Saying {
                at: party.start,
                party,
                according: false,
                passing,
                told: None,
            });
        }
    }
    found
}

/// Who stands before the particle at `at`.
fn japanese_party(
    paragraph: &Paragraph,
    sentence: &Range<usize>,
    at: usize,
    names: &[Named],
    language: &Language,
) -> Option<Subject> {
    /// Titles that stand between a name and its particle.
    const TITLE: usize = 9;
    let start = clause_start(paragraph, sentence.start, at);
    let inside = within(paragraph.block, start..at, names);
    let near: Vec<(usize, &Named)> = inside
        .into_iter()
        .filter(|(_, name)| {
            let between = paragraph.slice(name.span.end as usize..at);
            between.chars().count() <= TITLE && !between.contains(['の', 'は', 'が', 'を'])
        })
        .collect();
    if let Some((n, name)) = near.last() {
        return Some(of_name(paragraph, *n, name));
    }
    let words = paragraph.slice(start..at);
    let pronoun = pointing(&words, language).or_else(|| owned(&words, language));
    let count = words.chars().count();
    let plain = (2..=LONGEST).contains(&count) && !words.contains(['は', 'が', 'を']);
    let somebody = plain && ends_as_somebody(&words, language);
    (somebody || pronoun.is_some()).then(|| Subject {
        name: None,
        words: match pronoun {
            Some(_) => String::new(),
            None => words.trim().to_owned(),
        },
        pronoun,
        start,
        end: at,
    })
}
