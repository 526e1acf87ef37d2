//! When words were said, from what the text says of the day and from when it was published.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::Context;
use super::language::{Language, Order, has};
use super::sentences::{Paragraph, Word};
use crate::domain::{PrintedTime, Said};

/// Sentences before the selection's own in which a message or a speech may be dated.
const BACK: usize = 4;

/// The day that the sentence of the words names, or else the nearest sentence before that
/// dates a message, a speech or their like.
pub(super) fn said(context: &Context<'_>, language: &Language, published: Date) -> Option<Said> {
    let own = context.own;
    let sentence = own.sentence_around(context.start, context.end);
    if let Some(found) = in_sentence(own, sentence.clone(), language, published, false) {
        return Some(found);
    }
    let paragraphs = context.before.iter().chain([own]);
    let mut earlier: Vec<(&Paragraph, Range<usize>)> = paragraphs
        .flat_map(|paragraph| {
            let sentences = paragraph.sentences.iter();
            sentences.map(move |sentence| (paragraph, sentence.clone()))
        })
        .filter(|(paragraph, other)| paragraph.block != own.block || other.end <= sentence.start)
        .collect();
    earlier.reverse();
    let mut nearest = earlier.into_iter().take(BACK);
    nearest.find_map(|(paragraph, sentence)| {
        in_sentence(paragraph, sentence, language, published, true)
    })
}

fn in_sentence(
    paragraph: &Paragraph,
    sentence: Range<usize>,
    language: &Language,
    published: Date,
    of_speech: bool,
) -> Option<Said> {
    match language.order {
        Order::Chinese | Order::Japanese => {
            unspaced(paragraph, sentence, language, published, of_speech)
        }
        Order::Verb | Order::Particle => {
            let words = paragraph.words(sentence);
            (0..words.len()).find_map(|at| {
                let (date, length) = date_at(&words, at, language, published)?;
                phrase(paragraph, &words, at, length, language, of_speech)
                    .map(|phrase| of(date, phrase))
            })
        }
    }
}

fn of(date: Date, phrase: String) -> Said {
    Said {
        time: PrintedTime {
            iso: date.to_string(),
            zone: None,
        },
        phrase: Some(phrase),
    }
}

/// The day that words from `at` on name, and how many words do.
pub(super) fn date_at(
    words: &[Word],
    at: usize,
    language: &Language,
    published: Date,
) -> Option<(Date, usize)> {
    let word = words.get(at)?;
    // Korean particles are written with the word.
    let is = |table: &str| match language.order {
        Order::Particle => table.split(' ').any(|known| word.text.starts_with(known)),
        _ => has(table, &word.text) || bare(&word.text).is_some_and(|bare| has(table, bare)),
    };
    if !language.today.is_empty() && is(language.today) {
        return Some((published, 1));
    }
    if !language.yesterday.is_empty() && is(language.yesterday) {
        return Some((published.yesterday().ok()?, 1));
    }
    if let Some(n) = language.weekdays.iter().position(|names| is(names)) {
        return Some((last_weekday(published, n)?, 1));
    }
    if language.order == Order::Particle {
        return korean_day(&word.text, words.get(at + 1), published);
    }
    let month = |word: &Word| {
        let name = word.text.as_str();
        let found = language.months.iter().position(|names| has(names, name));
        found.and_then(|n| i8::try_from(n + 1).ok())
    };
    let day = |word: &Word| {
        let figures = word.text.trim_end_matches(|c: char| c.is_alphabetic());
        figures
            .parse::<i8>()
            .ok()
            .filter(|day| (1..=31).contains(day))
    };
    let next = words.get(at + 1)?;
    if let (Some(day), Some(month)) = (day(word), month(next)) {
        return Some((near(published, month, day)?, 2));
    }
    // 9 de mayo
    if let (Some(first), true, Some(third)) = (day(word), next.text == "de", words.get(at + 2))
        && let Some(month) = month(third)
    {
        return Some((near(published, month, first)?, 3));
    }
    // May 9: one is a verb and a name too, so the figure has to follow.
    match (month(word), day(next)) {
        (Some(month), Some(day)) if language.code == "en" && !next.parted => {
            Some((near(published, month, day)?, 2))
        }
        _ => None,
    }
}

/// A word without the article written with it: `l'`, Arabic `و`.
fn bare(word: &str) -> Option<&str> {
    word.strip_prefix("l'")
        .or_else(|| word.strip_prefix('و'))
        .or_else(|| word.strip_prefix('ب'))
}

/// The last such day up to that of publication; Monday is 0.
fn last_weekday(published: Date, weekday: usize) -> Option<Date> {
    let back = (i64::from(published.weekday().to_monday_zero_offset())
        - i64::try_from(weekday).ok()?)
    .rem_euclid(7);
    published.checked_sub(back.days()).ok()
}

/// The last such day of a year up to that of publication; one that is a little later is of
/// the same year, as zones differ.
pub(super) fn near(published: Date, month: i8, day: i8) -> Option<Date> {
    let this = Date::new(published.year(), month, day).ok();
    let limit = published.checked_add(2.days()).ok()?;
    this.filter(|date| *date <= limit)
        .or_else(|| Date::new(published.year().checked_sub(1)?, month, day).ok())
}

/// The last such day of a month up to that of publication: `9일`, `9日`.
fn near_day(published: Date, day: i8) -> Option<Date> {
    let this = Date::new(published.year(), published.month(), day).ok();
    this.filter(|date| *date <= published).or_else(|| {
        let before = published.first_of_month().yesterday().ok()?;
        Date::new(before.year(), before.month(), day).ok()
    })
}

/// `5월 9일`, `9일`.
fn korean_day(word: &str, next: Option<&Word>, published: Date) -> Option<(Date, usize)> {
    let number = |word: &str, unit: char| -> Option<i8> {
        let (figures, rest) = word.split_once(unit)?;
        // 9일째, 9일간 are spans of time.
        let spans = rest.starts_with(['째', '간']);
        figures
            .parse()
            .ok()
            .filter(|n| (1..=31).contains(n) && !spans)
    };
    if let (Some(month), Some(next)) = (number(word, '월'), next)
        && let Some(day) = number(&next.text, '일')
    {
        return Some((near(published, month, day)?, 2));
    }
    Some((near_day(published, number(word, '일')?)?, 1))
}

/// The words that name the day, with the preposition before and the speech after them;
/// `None` where a speech has to be dated and none is.
fn phrase(
    paragraph: &Paragraph,
    words: &[Word],
    at: usize,
    length: usize,
    language: &Language,
    of_speech: bool,
) -> Option<String> {
    const NEAR: usize = 3;
    let mut last = words.get(at + length - 1)?;
    let mut first = words.get(at)?;
    let is_speech = |word: &Word| match language.order {
        Order::Particle => language
            .speeches
            .split(' ')
            .any(|known| word.text.starts_with(known)),
        _ => has(language.speeches, &word.text),
    };
    let next = words.get(at + length).filter(|word| !word.parted);
    let mut speaks = false;
    if let Some(next) = next.filter(|word| is_speech(word)) {
        last = next;
        speaks = true;
    }
    let around = at.saturating_sub(NEAR)..(at + length + NEAR).min(words.len());
    speaks = speaks || words.get(around)?.iter().any(is_speech);
    if of_speech && !speaks {
        return None;
    }
    let before = at.checked_sub(1).and_then(|n| words.get(n));
    if let Some(before) = before.filter(|word| has(language.before_day, &word.text))
        && !first.parted
    {
        first = before;
    }
    Some(paragraph.slice(first.start..last.end))
}

/// `周一`, `9日`, `5月9日`, `月曜日`.
pub(super) fn unspaced(
    paragraph: &Paragraph,
    sentence: Range<usize>,
    language: &Language,
    published: Date,
    of_speech: bool,
) -> Option<Said> {
    let text = paragraph.slice(sentence.clone());
    if of_speech
        && !language
            .speeches
            .split(' ')
            .any(|speech| text.contains(speech))
    {
        return None;
    }
    let outside = |word: &str| {
        let at = text.find(word)?;
        let at = sentence.start + text.get(..at)?.chars().count();
        (!paragraph.is_quoted(at)).then_some(())
    };
    for (n, names) in language.weekdays.iter().enumerate() {
        if let Some(name) = names.split(' ').find(|name| outside(name).is_some()) {
            return Some(of(last_weekday(published, n)?, name.to_owned()));
        }
    }
    if let Some(found) = figures(paragraph, sentence.clone(), published) {
        return Some(found);
    }
    for (table, date) in [
        (language.today, Some(published)),
        (language.yesterday, published.yesterday().ok()),
    ] {
        if let Some(name) = table.split(' ').find(|name| outside(name).is_some()) {
            return Some(of(date?, name.to_owned()));
        }
    }
    None
}

fn figures(paragraph: &Paragraph, sentence: Range<usize>, published: Date) -> Option<Said> {
    let number_before = |at: usize| -> Option<(usize, i8)> {
        let from = (sentence.start..at)
            .rev()
            .take_while(|n| paragraph.chars.get(*n).is_some_and(char::is_ascii_digit))
            .last()?;
        Some((from, paragraph.slice(from..at).parse().ok()?))
    };
    let found = sentence.clone().find(|at| {
        matches!(paragraph.chars.get(*at), Some('日'))
            && !paragraph.is_quoted(*at)
            && number_before(*at).is_some()
            && !matches!(paragraph.chars.get(*at + 1), Some('間' | '间'))
    })?;
    let (day_start, day) = number_before(found)?;
    let month = day_start
        .checked_sub(1)
        .filter(|at| matches!(paragraph.chars.get(*at), Some('月')))
        .and_then(number_before);
    let (start, date) = match month {
        Some((start, month)) => (start, near(published, month, day)?),
        None => (day_start, near_day(published, day)?),
    };
    Some(of(date, paragraph.slice(start..found + 1)))
}
