//! Days, months and years as people type them.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// What `text` names, as its first day and the first day after it:
/// `2022`, `2022-05`, `2022-05-09`, `9.5.2022`, `today`, `last month`, `3 weeks ago`.
pub(crate) fn days(text: &str, today: Date) -> Option<(Date, Date)> {
    let lower = text.trim().to_lowercase();
    let parts: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || c == '_')
        .filter(|part| !part.is_empty())
        .collect();
    match parts.as_slice() {
        ["today"] => span_of(today, Unit::Day),
        ["yesterday"] => span_of(today.yesterday().ok()?, Unit::Day),
        [written] => written_days(written)
            .or_else(|| relative(&written.split('-').collect::<Vec<_>>(), today)),
        relative_words => relative(relative_words, today),
    }
}

/// How many words after `first` belong to a date that it begins.
pub(super) fn goes_on_for(first: &str, next: &[&str]) -> usize {
    let is_unit = |word: Option<&&str>| word.is_some_and(|word| Unit::named(word).is_some());
    let first = first.to_lowercase();
    match first.as_str() {
        "this" | "last" | "past" if is_unit(next.first()) => 1,
        "last" | "past" if next.first().is_some_and(|n| is_count(n)) && is_unit(next.get(1)) => 2,
        count
            if is_count(count)
                && is_unit(next.first())
                && next
                    .get(1)
                    .is_some_and(|ago| ago.eq_ignore_ascii_case("ago")) =>
        {
            2
        }
        _ => 0,
    }
}

fn is_count(word: &str) -> bool {
    (1..=4).contains(&word.len()) && word.chars().all(|c| c.is_ascii_digit())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    fn named(word: &str) -> Option<Self> {
        Some(match word.to_lowercase().as_str() {
            "day" | "days" => Self::Day,
            "week" | "weeks" => Self::Week,
            "month" | "months" => Self::Month,
            "year" | "years" => Self::Year,
            _ => return None,
        })
    }

    fn times(self, count: i64) -> Span {
        match self {
            Self::Day => count.days(),
            Self::Week => count.weeks(),
            Self::Month => count.months(),
            Self::Year => count.years(),
        }
    }
}

/// `this week`, `last month`, `last 3 days` (to today), `2 years ago`.
fn relative(words: &[&str], today: Date) -> Option<(Date, Date)> {
    match words {
        ["this", unit] => span_of(today, Unit::named(unit)?),
        ["last" | "past", unit] => {
            let unit = Unit::named(unit)?;
            span_of(today.checked_sub(unit.times(1)).ok()?, unit)
        }
        ["last" | "past", count, unit] => {
            let from = today
                .checked_sub(Unit::named(unit)?.times(number(count)?))
                .ok()?;
            Some((from, today.tomorrow().ok()?))
        }
        [count, unit, "ago"] => {
            let unit = Unit::named(unit)?;
            span_of(today.checked_sub(unit.times(number(count)?)).ok()?, unit)
        }
        _ => None,
    }
}

/// The whole day, week (from Monday), month or year that `day` is in.
fn span_of(day: Date, unit: Unit) -> Option<(Date, Date)> {
    let from = match unit {
        Unit::Day => day,
        Unit::Week => {
            let since_monday = i64::from(day.weekday().to_monday_zero_offset());
            day.checked_sub(since_monday.days()).ok()?
        }
        Unit::Month => day.first_of_month(),
        Unit::Year => day.first_of_year(),
    };
    Some((from, from.checked_add(unit.times(1)).ok()?))
}

fn number(text: &str) -> Option<i64> {
    is_count(text).then(|| text.parse().ok()).flatten()
}

/// `2022`, `2022-05`, `2022-05-09`, also with `/`; `9.5.2022`, `5.2022`.
fn written_days(text: &str) -> Option<(Date, Date)> {
    let separator = text.chars().find(|c| matches!(c, '-' | '/' | '.'));
    let mut parts: Vec<&str> = match separator {
        Some(separator) => text.split(separator).collect(),
        None => vec![text],
    };
    if separator == Some('.') {
        parts.reverse();
    }
    let [year, rest @ ..] = parts.as_slice() else {
        return None;
    };
    if year.len() != 4 || parts.iter().any(|part| !is_count(part)) {
        return None;
    }
    let year: i16 = year.parse().ok()?;
    let part = |text: &str| text.parse::<i8>().ok();
    match rest {
        [] => span_of(Date::new(year, 1, 1).ok()?, Unit::Year),
        [month] => span_of(Date::new(year, part(month)?, 1).ok()?, Unit::Month),
        [month, day] => span_of(Date::new(year, part(month)?, part(day)?).ok()?, Unit::Day),
        _ => None,
    }
}
