//! Dates in the text that a reader sees.

use jiff::civil::{Date, DateTime};

use super::token::{Token, tokens};
use super::{beside, days};
use crate::domain::PrintedTime;

/// Which of two small numbers is the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Order {
    /// Can't be told: `5/10/2022` is then no date.
    #[default]
    Unknown,
    DayFirst,
    MonthFirst,
}

impl Order {
    /// What the language of a text and the zones in its short lines say.
    pub fn of_text<'a>(
        language: Option<&str>,
        short_lines: impl Iterator<Item = &'a str> + Clone,
    ) -> Self {
        if language.is_some_and(|code| code != "en") {
            return Self::DayFirst;
        }
        let names = |zones: &[&str]| {
            short_lines.clone().any(|line| {
                line.split(|c: char| !c.is_alphanumeric())
                    .any(|word| zones.contains(&word))
            })
        };
        if names(&["EST", "EDT", "ET", "PST", "PDT", "CDT", "MDT"]) {
            Self::MonthFirst
        } else if names(&["BST", "GMT", "AEST", "IST", "CET", "CEST"]) {
            Self::DayFirst
        } else {
            Self::Unknown
        }
    }
}

/// What is known about a page that helps reading its dates.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct DateHints<'a> {
    pub order: Order,
    /// BCP 47, two letters: decides between readings of a word or an abbreviation.
    pub language: Option<&'a str>,
    /// When the page was saved, in its own time: what `3 hours ago` is counted from.
    pub saved: Option<DateTime>,
}

/// A date in a line, and where it stands there.
#[derive(Debug, Clone)]
pub(crate) struct FoundDate {
    pub time: PrintedTime,
    /// Bytes of the line.
    pub start: usize,
    pub end: usize,
}

/// How much of a date was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// A day of the calendar that news pages count in.
    Day,
    /// A day of another calendar.
    OtherCalendar,
    Month,
}

/// A day found among tokens `first..=last`.
pub(super) struct Day {
    pub date: Date,
    pub grade: Grade,
    pub first: usize,
    pub last: usize,
}

/// Longest line that is searched, in bytes.
const LONGEST: usize = 2000;

/// The best date with a year in `line`, with the time of day that stands beside it: a day
/// before a month, a Gregorian day before the same day in another calendar, the first of equals.
pub(crate) fn find(line: &str, hints: &DateHints<'_>) -> Option<FoundDate> {
    if line.len() > LONGEST || !line.chars().any(may_count) {
        return None;
    }
    let tokens = tokens(line);
    let mut best: Option<Day> = None;
    let mut at = 0;
    while at < tokens.len() {
        let Some(day) = days::at(line, &tokens, at, hints) else {
            at += 1;
            continue;
        };
        at = day.last + 1;
        if best.as_ref().is_none_or(|known| day.grade < known.grade) {
            best = Some(day);
        }
        if best.as_ref().is_some_and(|day| day.grade == Grade::Day) {
            break;
        }
    }
    let found = best?;
    if found.grade == Grade::Month {
        return Some(FoundDate {
            time: PrintedTime {
                iso: found.date.strftime("%Y-%m").to_string(),
                zone: None,
            },
            start: tokens[found.first].start,
            end: tokens[found.last].end,
        });
    }
    Some(with_time(line, &tokens, &found, hints))
}

/// A date needs a digit, or letters that stand for one.
fn may_count(c: char) -> bool {
    c.is_numeric() || matches!(c, '年' | '״' | '"')
}

/// A day with the time of day and the day of the week beside it.
pub(super) fn with_time(
    line: &str,
    tokens: &[Token],
    found: &Day,
    hints: &DateHints<'_>,
) -> FoundDate {
    let clock = beside::clock(line, tokens, found.first, found.last, found.date, hints);
    let (mut first, mut last) = (found.first, found.last);
    let mut iso = found.date.to_string();
    if let Some(time) = &clock {
        first = first.min(time.first);
        last = last.max(time.last);
        let seconds = time.second.map(|s| format!(":{s:02}")).unwrap_or_default();
        let offset = time.offset.as_deref().unwrap_or_default();
        iso = format!("{iso}T{:02}:{:02}{seconds}{offset}", time.hour, time.minute);
    }
    while first > 0
        && (beside::is_weekday(&tokens[first - 1])
            || (first > 1
                && beside::is_separator(&tokens[first - 1])
                && beside::is_weekday(&tokens[first - 2])))
    {
        first -= 1;
    }
    FoundDate {
        time: PrintedTime {
            iso,
            zone: clock.and_then(|time| time.zone),
        },
        start: tokens[first].start,
        end: tokens[last].end,
    }
}
