//! Who says something in a Korean sentence: subjects are told by their particles.

use std::ops::Range;

use super::Named;
use super::attribution::Saying;
use super::language::{Language, has};
use super::naming::ends_as_somebody;
use super::sentences::{Paragraph, Word};
use super::subject::{Pointing, Subject, of_name, pointing, within};
use crate::domain::EntityKind;

/// Words of a sentence that are looked at.
const MOST_WORDS: usize = 400;

/// Subjects of a sentence that has a verb of saying.
pub(super) fn by_particle(
    paragraph: &Paragraph,
    sentence: Range<usize>,
    names: &[Named],
    language: &Language,
) -> Vec<Saying> {
    let mut words = paragraph.words(sentence);
    words.truncate(MOST_WORDS);
    let stems = || language.verbs.split(' ');
    let verb = |word: &Word| stems().any(|stem| word.text.contains(stem));
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let marked = subject_end(&word.text);
        let next = words.get(at + 1).map_or("", |next| next.text.as_str());
        let according = (word.text.ends_with('에') && next.starts_with("따르면"))
            || (word.text.ends_with('에') && next.starts_with("의하면"))
            || (word.text.ends_with(['을', '를']) && next.starts_with("인용"));
        // Through an agency somebody speaks; through a meeting or a year nobody does.
        let through = word.text.ends_with(['을', '를']) && next.starts_with("통해");
        if marked.is_none() && !according && !through {
            continue;
        }
        let from = words
            .get(..=at)
            .unwrap_or_default()
            .iter()
            .rposition(|word| word.parted)
            .unwrap_or(0)
            .max(at.saturating_sub(4));
        let Some(phrase) = words.get(from..=at) else {
            continue;
        };
        let according = according || through;
        if let Some(party) = korean_party(paragraph, phrase, names, language, according) {
            let named = party.name.and_then(|n| names.get(n));
            if through && named.is_none_or(|name| name.kind != EntityKind::Organisation) {
                continue;
            }
            let passing = words
                .iter()
                .any(|word| has_stem(language.passing, &word.text));
            found.push(Saying {
                at: party.start,
                party,
                according,
                passing: passing && !according,
                told: None,
            });
        }
    }
    if words.iter().any(verb) || found.iter().any(|saying| saying.according) {
        found
    } else {
        Vec::new()
    }
}

fn has_stem(table: &str, word: &str) -> bool {
    table.split(' ').any(|stem| word.contains(stem))
}

/// How many letters of a word are the particle of a subject.
fn subject_end(word: &str) -> Option<usize> {
    ["께서는", "께서", "은", "는", "이", "가"]
        .iter()
        .find(|particle| word.ends_with(**particle) && word.len() > particle.len())
        .map(|particle| particle.chars().count())
}

fn korean_party(
    paragraph: &Paragraph,
    phrase: &[Word],
    names: &[Named],
    language: &Language,
    according: bool,
) -> Option<Subject> {
    let (first, last) = (phrase.first()?, phrase.last()?);
    let known = within(paragraph.block, first.start..last.end, names);
    let rank = |name: &Named| match name.kind {
        EntityKind::Person => 0,
        EntityKind::Organisation => 1,
        _ => 2,
    };
    // The name is the subject, or a title stands between it and the particle: a person's
    // perhaps with what the office is of (김여정 노동당 부부장은).
    let near = known.iter().filter(|(_, name)| {
        let end = name.span.end as usize;
        let alone = phrase.iter().any(|word| word.end == end);
        let office = |word: &&Word| {
            let inside = |of: &Named| {
                of.span.start as usize <= word.start && word.end <= of.span.end as usize
            };
            known.iter().any(|(_, of)| inside(of))
        };
        let between = phrase.iter().filter(|word| word.start >= end);
        match name.kind == EntityKind::Person && alone {
            true => between.filter(|word| !office(word)).count() <= 1,
            false => between.count() <= 1,
        }
    });
    if let Some((n, name)) = near.min_by_key(|(_, name)| rank(name)) {
        return Some(of_name(paragraph, *n, name));
    }
    // `그의 말에 따르면` is what he says; `그의 동생은` is nobody outside this text.
    if has(language.owners, &first.text) && phrase.len() > 1 {
        const SAYINGS: [&str; 5] = ["말에", "설명에", "주장에", "발언에", "말을"];
        let them = according && SAYINGS.contains(&last.text.as_str());
        return Some(Subject {
            name: None,
            words: String::new(),
            pronoun: Some(match them {
                true => Pointing::Person,
                false => Pointing::Nobody,
            }),
            start: first.start,
            end: last.end,
        });
    }
    let cut = match according {
        true => 1,
        false => subject_end(&last.text)?,
    };
    let bare: String = last
        .text
        .chars()
        .take(last.end - last.start - cut.min(last.end - last.start))
        .collect();
    if phrase.len() == 1
        && let Some(pronoun) = pointing(&bare, language)
    {
        return Some(Subject {
            name: None,
            words: String::new(),
            pronoun: Some(pronoun),
            start: first.start,
            end: last.end,
        });
    }
    // Verbs that describe end alike: 하는, 있는.
    let topic = last.text.ends_with(['은', '는'])
        && !["하는", "있는", "없는", "되는", "라는", "다는", "려는"]
            .iter()
            .any(|end| last.text.ends_with(end));
    if !(topic || according) || !first.parted || !ends_as_somebody(&bare, language) {
        return None;
    }
    let end = last.end - cut;
    Some(Subject {
        name: None,
        words: paragraph.slice(first.start..end),
        pronoun: None,
        start: first.start,
        end,
    })
}
