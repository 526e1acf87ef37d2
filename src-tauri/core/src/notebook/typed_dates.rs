//! Dates as a person types them into a field.

use jiff::civil::Date;

use super::Notebook;
use crate::clock::today;
use crate::domain::PrintedTime;
use crate::extract::{DateHints, Order, find_date};
use crate::quoting::named_day;
use crate::search::days;

/// The longest that is read as a date, in bytes.
const LONGEST: usize = 100;
/// Of a day as it is kept, in bytes.
const DAY_LENGTH: usize = "2022-05-10".len();

impl Notebook {
    /// The day, month or year that was typed, as `2022-05-10`, `2022-05` or `2022`: also
    /// `10 May 2022`, `10.5.2022`, `May 2022`, `9 May`, `Monday`, `yesterday`, `last month`.
    /// Of two small numbers the first is the day. `None` for what names no one of them.
    ///
    /// What leaves something open is meant as of `seen_from`: the day of the text that it is
    /// said of, or as much of it as is known; of today where there is no text. A text of
    /// which no day is known gives an empty one, and then a day has to be whole.
    pub fn read_date(&self, typed: &str, seen_from: Option<&str>) -> Option<String> {
        match seen_from {
            None => read_date(typed, Some(today())),
            Some(iso) => read_date(typed, day_of(iso)),
        }
    }

    /// The time of an article as it was typed: as pages print it and as the window shows it
    /// (`10 May 2022, 16:14 BST`), with the time of day and the zone that were typed, or what
    /// [`read_date`](Self::read_date) reads of it today. `None` for what is no time.
    pub fn read_time(&self, typed: &str) -> Option<PrintedTime> {
        let typed = typed.trim();
        if typed.len() > LONGEST {
            return None;
        }
        let timed = printed(typed).filter(|time| time.iso.len() > DAY_LENGTH);
        timed.or_else(|| {
            self.read_date(typed, None)
                .map(|iso| PrintedTime { iso, zone: None })
        })
    }
}

fn read_date(typed: &str, day: Option<Date>) -> Option<String> {
    let typed = typed.trim();
    if typed.len() > LONGEST {
        return None;
    }
    // Any day does for what leaves nothing open; two that differ tell what does.
    let open = [Date::constant(2000, 1, 1), Date::constant(2011, 7, 20)];
    let stretch = match day {
        Some(day) => days(typed, day),
        None => {
            let [one, other] = open.map(|day| days(typed, day));
            one.filter(|_| one == other)
        }
    };
    if let Some((first, after)) = stretch {
        return whole(first, after);
    }
    if let Some(named) = day.and_then(|day| named_day(typed, day)) {
        return Some(named.to_string());
    }
    printed(typed).map(|time| time.iso.chars().take(DAY_LENGTH).collect())
}

/// The day at the head of a printed time; `None` for a month or a year.
fn day_of(iso: &str) -> Option<Date> {
    iso.get(..DAY_LENGTH)?.parse().ok()
}

/// A stretch of days, where it is one day, month or year.
fn whole(first: Date, after: Date) -> Option<String> {
    let form = if first.tomorrow().ok()? == after {
        "%Y-%m-%d"
    } else if first == first.first_of_month() && first.last_of_month().tomorrow().ok()? == after {
        "%Y-%m"
    } else if first == first.first_of_year() && first.last_of_year().tomorrow().ok()? == after {
        "%Y"
    } else {
        return None;
    };
    Some(first.strftime(form).to_string())
}

/// A date as pages print it, in any language, and nothing beside it.
fn printed(typed: &str) -> Option<PrintedTime> {
    let hints = DateHints {
        order: Order::DayFirst,
        ..DateHints::default()
    };
    let found = find_date(typed, &hints)?;
    let is_all = found.start == 0 && found.end == typed.len();
    is_all.then_some(found.time)
}
