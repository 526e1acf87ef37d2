//! Who a stretch of words beside a verb names.

use std::ops::Range;

use super::Named;
use super::language::{Language, has};
use super::naming::is_somebody;
use super::sentences::{Paragraph, Word};
use crate::domain::EntityKind;

/// What a pronoun points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pointing {
    Person,
    Thing,
    Nobody,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Subject {
    pub name: Option<usize>,
    pub words: String,
    pub pronoun: Option<Pointing>,
    /// In characters of the paragraph.
    pub start: usize,
    pub end: usize,
}

impl Subject {
    pub fn is_same(&self, other: &Self) -> bool {
        match (self.name, other.name) {
            (Some(one), Some(other)) => one == other,
            _ => self.start == other.start,
        }
    }
}

/// Words of a name that is none of the known ones, at most.
const LONGEST: usize = 9;

/// Which way from its verb a subject stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// Looks for a subject among `words`, which stand together on one side of a verb.
pub(super) fn subject_in(
    paragraph: &Paragraph,
    words: &[Word],
    names: &[Named],
    language: &Language,
    side: Side,
) -> Option<Subject> {
    let is_lead = |word: &&Word| has(language.leads, &word.text);
    let leads = match side {
        Side::Before => words.iter().take_while(is_lead).count(),
        Side::After => 0,
    };
    let all = words;
    let words = words.get(leads..)?;
    let is_idle = |word: &&Word| has(language.auxiliaries, &word.text);
    let idle = words.iter().rev().take_while(is_idle).count();
    let words = words.get(..words.len() - idle)?;
    let begun = match side {
        Side::Before => 0,
        Side::After => words.iter().take_while(is_idle).count(),
    };
    let words = words.get(begun..)?;
    // `North Korea was very vocal, saying`: the subject ends where its own verb begins.
    let ends = |word: &Word| {
        has(language.breaks, &word.text)
            || (side == Side::Before && has(language.auxiliaries, &word.text))
    };
    let until = words
        .iter()
        .skip(1)
        .position(ends)
        .map_or(words.len(), |n| n + 1);
    let phrase = words.get(..until)?;
    if let Some(pronoun) = pronoun(phrase, words, language, side) {
        return Some(pronoun);
    }
    if let Some(name) = name_in(paragraph, all, phrase, names, language, side) {
        return Some(name);
    }
    let (first, last) = (phrase.first()?, phrase.last()?);
    let is_break = has(language.breaks, &first.text);
    if phrase.len() > LONGEST || is_break {
        return None;
    }
    let letters = paragraph.chars.get(first.start..last.end)?;
    // `Her brother` is nobody outside this text.
    let owned = has(language.owners, &first.text);
    (owned || is_somebody(paragraph, phrase, language)).then(|| Subject {
        name: None,
        words: letters.iter().collect(),
        pronoun: owned.then_some(Pointing::Nobody),
        start: first.start,
        end: last.end,
    })
}

/// A phrase that is a pronoun (`he`, `a-t-il`), or one that stands just before its verb:
/// `came and later she said`.
fn pronoun(phrase: &[Word], words: &[Word], language: &Language, side: Side) -> Option<Subject> {
    let near = words.last().filter(|word| {
        let subject = has(language.persons, &word.text) || has(language.things, &word.text);
        side == Side::Before && subject
    });
    let word = match (near, phrase) {
        (Some(word), _) | (None, [word]) => word,
        _ => return None,
    };
    let bare = word.text.rsplit('-').next().unwrap_or(&word.text);
    let pointing = pointing(bare, language).or_else(|| pointing(&word.text, language))?;
    Some(Subject {
        name: None,
        words: String::new(),
        pronoun: Some(pointing),
        start: word.start,
        end: word.end,
    })
}

pub(super) fn pointing(word: &str, language: &Language) -> Option<Pointing> {
    if has(language.persons, word) {
        Some(Pointing::Person)
    } else if has(language.things, word) {
        Some(Pointing::Thing)
    } else if has(language.others, word) {
        Some(Pointing::Nobody)
    } else {
        None
    }
}

/// The known name that is the subject: a person before an organisation before a place. An
/// organisation or a place that only says whose (`Kremlin spokesman`) is none.
fn name_in(
    paragraph: &Paragraph,
    all: &[Word],
    phrase: &[Word],
    names: &[Named],
    language: &Language,
    side: Side,
) -> Option<Subject> {
    let (first, last) = (all.first()?, all.last()?);
    let end_of_phrase = phrase.last().map_or(last.end, |word| word.end);
    let inside = within(paragraph.block, first.start..last.end, names);
    let mut free = inside.into_iter().filter(|(_, name)| {
        let start = name.span.start as usize;
        let before = all.iter().rev().find(|word| word.end <= start);
        let after_preposition = before.is_some_and(|word| has(language.breaks, &word.text));
        !after_preposition && !is_possessive(paragraph, name.span.end as usize)
    });
    let all_free: Vec<(usize, &Named)> = free.by_ref().collect();
    let person = all_free
        .iter()
        .find(|(_, name)| name.kind == EntityKind::Person);
    let other = |kind: EntityKind| {
        all_free.iter().rev().find(|(_, name)| {
            name.kind == kind
                && match side {
                    Side::Before => name.span.end as usize >= end_of_phrase,
                    Side::After => true,
                }
        })
    };
    let (n, name) = person
        .or_else(|| other(EntityKind::Organisation))
        .or_else(|| other(EntityKind::Place))?;
    Some(of_name(paragraph, *n, name))
}

pub(super) fn of_name(paragraph: &Paragraph, n: usize, name: &Named) -> Subject {
    let (start, end) = (name.span.start as usize, name.span.end as usize);
    let called = match name.kind {
        EntityKind::Person => with_title(paragraph, start),
        _ => start,
    };
    Subject {
        name: Some(n),
        words: paragraph.slice(called..end),
        pronoun: None,
        start,
        end,
    }
}

/// Where a name with the title before it begins: `Mr Jong Un`.
fn with_title(paragraph: &Paragraph, start: usize) -> usize {
    const TITLES: &str = "mr mrs ms miss dr prof sir lord lady gen president mme m herr frau \
        sr sra señor señora don doña господин госпожа пан пані السيد السيدة";
    const LONGEST: usize = 12;
    let before = paragraph.chars.get(..start).unwrap_or_default();
    let gap = before
        .iter()
        .rev()
        .take_while(|c| matches!(c, ' ' | '\u{A0}' | '.'))
        .count();
    let end = start - gap;
    let letters = before.get(..end).unwrap_or_default();
    let title = letters
        .iter()
        .rev()
        .take(LONGEST)
        .take_while(|c| c.is_alphabetic())
        .count();
    let word: String = letters
        .get(end - title..)
        .unwrap_or_default()
        .iter()
        .collect();
    match gap > 0 && has(TITLES, &word.to_lowercase()) {
        true => end - title,
        false => start,
    }
}

/// The names in a stretch of a paragraph, in order; the longest of those that overlap.
pub(super) fn within(block: i32, range: Range<usize>, names: &[Named]) -> Vec<(usize, &Named)> {
    let mut inside: Vec<(usize, &Named)> = (0..)
        .zip(names)
        .filter(|(_, name)| {
            let (start, end) = (name.span.start as usize, name.span.end as usize);
            name.span.block == block && range.start <= start && end <= range.end
        })
        .collect();
    inside.sort_by_key(|(_, name)| (name.span.start, std::cmp::Reverse(name.span.end)));
    let mut reached = 0;
    inside.retain(|(_, name)| {
        let free = name.span.start >= reached;
        reached = reached.max(name.span.end);
        free
    });
    inside
}

/// `Kim’s`, and `Xi Jinpings` where a letter goes on.
fn is_possessive(paragraph: &Paragraph, end: usize) -> bool {
    let rest = paragraph.chars.get(end..).unwrap_or_default();
    matches!(rest, ['\'' | '’', 's', ..])
        || matches!(rest, ['\'' | '’', c, ..] if c.is_whitespace())
}
