//! Dates in the text that a reader sees.

use jiff::civil::Date;

use super::token::{Kind, Token, tokens};
use super::{beside, calendar, months};
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

/// What is known about a page that helps reading its dates.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct DateHints {
    pub order: Order,
}

/// A date in a line, and where it stands there.
#[derive(Debug, Clone)]
pub(crate) struct FoundDate {
    pub time: PrintedTime,
    /// Bytes of the line.
    pub start: usize,
    pub end: usize,
}

/// A day found among tokens `first..=last`.
pub(super) struct Day {
    pub date: Date,
    /// `None` when only the month was printed.
    pub month_only: bool,
    pub first: usize,
    pub last: usize,
}

/// The first date with a year in `line`, with the time of day that stands beside it.
pub(crate) fn find(line: &str, hints: &DateHints) -> Option<FoundDate> {
    if !line.chars().any(|c| c.is_numeric()) || line.len() > 2000 {
        return None;
    }
    let tokens = tokens(line);
    let found = (0..tokens.len()).find_map(|at| day_at(line, &tokens, at, hints))?;
    let beside = beside::clock(line, &tokens, &found);
    let (mut first, mut last) = (found.first, found.last);
    let iso = match &beside {
        _ if found.month_only => found.date.strftime("%Y-%m").to_string(),
        None => found.date.to_string(),
        Some(time) => {
            first = first.min(time.first);
            last = last.max(time.last);
            let seconds = time.second.map(|s| format!(":{s:02}")).unwrap_or_default();
            let offset = time.offset.clone().unwrap_or_default();
            format!(
                "{}T{:02}:{:02}{seconds}{offset}",
                found.date, time.hour, time.minute
            )
        }
    };
    while first > 0
        && (beside::is_weekday(&tokens[first - 1])
            || (first > 1
                && beside::is_separator(&tokens[first - 1])
                && beside::is_weekday(&tokens[first - 2])))
    {
        first -= 1;
    }
    let zone = beside
        .and_then(|time| time.zone)
        .filter(|_| !found.month_only);
    Some(FoundDate {
        time: PrintedTime { iso, zone },
        start: tokens[first].start,
        end: tokens[last].end,
    })
}

/// A date whose first token is `at`.
fn day_at(line: &str, tokens: &[Token], at: usize, hints: &DateHints) -> Option<Day> {
    if let Some((value, digits)) = tokens[at].number() {
        return match digits {
            4 => year_first(tokens, at, value),
            1 | 2 => day_then_name(line, tokens, at, value).or_else(|| numeric(tokens, at, hints)),
            8 if (19_000_101..=20_991_231).contains(&value) => {
                let date = calendar::day(value / 10_000, value / 100 % 100, value % 100)?;
                Some(Day {
                    date,
                    month_only: false,
                    first: at,
                    last: at,
                })
            }
            _ => None,
        };
    }
    name_then_day(tokens, at)
}

/// `2022-05-10`, `2022. 5. 10.`, `2022年5月10日`, `2022년 5월 10일`, `2022 May 10`.
fn year_first(tokens: &[Token], at: usize, value: u32) -> Option<Day> {
    let number = |i: usize| tokens.get(i).and_then(Token::number);
    let word = |i: usize| tokens.get(i).and_then(Token::word);
    let done = |year: u32, month: u32, day: u32, last: usize| {
        let date = calendar::day(year, month, day)?;
        Some(Day {
            date,
            month_only: false,
            first: at,
            last,
        })
    };
    if let Some(unit) = word(at + 1) {
        if matches!(unit, "年" | "년") {
            let (month, _) = number(at + 2)?;
            if !matches!(word(at + 3), Some("月" | "월")) {
                return None;
            }
            if let Some((day, _)) = number(at + 4)
                && matches!(word(at + 5), Some("日" | "일" | "號" | "号"))
            {
                return done(value, month, day, at + 5);
            }
            let date = calendar::day(value, month, 1)?;
            return Some(Day {
                date,
                month_only: true,
                first: at,
                last: at + 3,
            });
        }
        let (month, after) = month_name(tokens, at + 1)?;
        let (day, digits) = number(after)?;
        return if digits <= 2 {
            done(value, u32::from(month), day, after)
        } else {
            None
        };
    }
    let separator = &tokens.get(at + 1)?.kind;
    if !matches!(separator, Kind::Mark('-' | '/' | '.' | '．' | '‑' | '–'))
        || tokens.get(at + 3)?.kind != *separator
    {
        return None;
    }
    let ((month, m), (day, d)) = (number(at + 2)?, number(at + 4)?);
    if m > 2 || d > 2 {
        return None;
    }
    if (1300..1500).contains(&value) {
        let date = calendar::solar_hijri(value, month, day)?;
        return Some(Day {
            date,
            month_only: false,
            first: at,
            last: at + 4,
        });
    }
    // ISO: the T glues the time to the day.
    done(value, month, day, at + 4)
}

/// A month's name at token `at`, and the token after it.
fn month_name(tokens: &[Token], at: usize) -> Option<(u8, usize)> {
    let word = tokens.get(at)?.word()?;
    if let Some(second) = tokens.get(at + 1).and_then(Token::word)
        && let Some(month) = months::gregorian(&format!("{word} {second}"))
    {
        return Some((month, skip_mark(tokens, at + 2, &['.', ','])));
    }
    // Thai abbreviations carry their points inside: พ.ค.
    let month = months::gregorian(word)?;
    Some((month, skip_mark(tokens, at + 1, &['.', ','])))
}

fn skip_mark(tokens: &[Token], at: usize, marks: &[char]) -> usize {
    let mut at = at;
    while tokens
        .get(at)
        .is_some_and(|t| marks.iter().any(|&m| t.is_mark(m)))
    {
        at += 1;
    }
    at
}

/// `10 May 2022`, `10th of May, 2022`, `10. Mai 2022`, `10 de mayo de 2022`, `10-May-22`, `۲۰ اردیبهشت ۱۴۰۱`.
fn day_then_name(line: &str, tokens: &[Token], at: usize, day: u32) -> Option<Day> {
    let mut next = at + 1;
    while let Some(token) = tokens.get(next) {
        let skip = match &token.kind {
            Kind::Mark('.' | '-' | 'º' | '°' | ',' | '/' | '،') => true,
            Kind::Word(w) => matches!(
                w.as_str(),
                "st" | "nd" | "rd" | "th" | "er" | "º" | "de" | "of" | "ม" | "re" | "e"
            ),
            _ => false,
        };
        if !skip || next > at + 3 {
            break;
        }
        next += 1;
    }
    let name = tokens.get(next)?.word()?;
    if let Some(month) = months::solar_hijri(name)
        && let Some((year, 4)) = tokens.get(next + 1).and_then(Token::number)
        && let Some(date) = calendar::solar_hijri(year, u32::from(month), day)
    {
        return Some(Day {
            date,
            month_only: false,
            first: at,
            last: next + 1,
        });
    }
    let (month, mut after) = month_name(tokens, next)?;
    while let Some(token) = tokens.get(after).filter(|_| after < next + 6) {
        let skip = match &token.kind {
            Kind::Mark('.' | '-' | ',' | '/' | '،' | '\'' | '’') => true,
            // Arabic prints both of a month's names: أيار/مايو.
            Kind::Word(w) => {
                matches!(w.as_str(), "de" | "del" | "of") || months::gregorian(w) == Some(month)
            }
            _ => false,
        };
        if !skip {
            break;
        }
        after += 1;
    }
    let (year, digits) = tokens.get(after)?.number()?;
    // A clock right after the day and month is no year: "10 May 16:14".
    if digits == 2 && (tokens.get(after + 1).is_some_and(|t| t.is_mark(':')) || line.len() > 60) {
        return None;
    }
    let mut year = calendar::full_year(year, digits)
        .or_else(|| (digits == 4 && (2400..2700).contains(&year)).then(|| year - 543))?; // Buddhist era
    if (2400..2700).contains(&year) {
        year -= 543;
    }
    let date = calendar::day(year, u32::from(month), day)?;
    Some(Day {
        date,
        month_only: false,
        first: at,
        last: after,
    })
}

/// `May 10, 2022`, `Tue May 10 2022`, `May 2022`.
fn name_then_day(tokens: &[Token], at: usize) -> Option<Day> {
    let (month, after) = month_name(tokens, at)?;
    let (value, digits) = tokens.get(after)?.number()?;
    if digits == 4 {
        // "31 February 2022" is no February either.
        if at > 0 && tokens[at - 1].number().is_some() {
            return None;
        }
        let date = calendar::day(value, u32::from(month), 1)?;
        return Some(Day {
            date,
            month_only: true,
            first: at,
            last: after,
        });
    }
    if digits > 2 {
        return None;
    }
    let mut next = after + 1;
    while let Some(token) = tokens.get(next).filter(|_| next <= after + 3) {
        let skip = match &token.kind {
            Kind::Mark(',' | '.' | '\'' | '’') => true,
            Kind::Word(w) => matches!(w.as_str(), "st" | "nd" | "rd" | "th" | "at"),
            _ => false,
        };
        if !skip {
            break;
        }
        next += 1;
    }
    let (year, year_digits) = tokens.get(next)?.number()?;
    if year_digits == 4 {
        let date = calendar::day(year, u32::from(month), value)?;
        return Some(Day {
            date,
            month_only: false,
            first: at,
            last: next,
        });
    }
    // `Tue May 10 16:14:30 BST 2022`
    let later = (next..tokens.len().min(next + 8))
        .find(|&i| tokens[i].number().is_some_and(|(_, d)| d == 4))?;
    let between_is_time = tokens.get(next + 1).is_some_and(|t| t.is_mark(':'));
    let date = calendar::day(tokens[later].number()?.0, u32::from(month), value)?;
    between_is_time.then_some(Day {
        date,
        month_only: false,
        first: at,
        last: after,
    })
}

/// `10/05/2022`, `10.5.22`, `10-05-2022`.
fn numeric(tokens: &[Token], at: usize, hints: &DateHints) -> Option<Day> {
    let number = |i: usize| tokens.get(i).and_then(Token::number);
    let separator = match tokens.get(at + 1)?.kind {
        Kind::Mark(c @ ('/' | '.' | '-' | '．')) => c,
        _ => return None,
    };
    let glued = tokens[at].end == tokens[at + 1].start;
    if !tokens.get(at + 3)?.is_mark(separator) || !glued {
        return None;
    }
    // A number before says that this is the middle of something longer (1.2.3.4).
    if at > 0
        && tokens[at - 1].end == tokens[at].start
        && !matches!(tokens[at - 1].kind, Kind::Word(_))
        && !tokens[at - 1].is_mark('(')
        && !tokens[at - 1].is_mark('|')
    {
        return None;
    }
    let ((a, _), (b, b_digits), (year, year_digits)) =
        (number(at)?, number(at + 2)?, number(at + 4)?);
    if b_digits > 2 {
        return None;
    }
    let year = calendar::full_year(year, year_digits)?;
    if year_digits == 2 && separator == '-' {
        return None;
    }
    let order = match (a > 12, b > 12) {
        (true, false) => Order::DayFirst,
        (false, true) => Order::MonthFirst,
        _ if a == b => Order::DayFirst,
        _ if separator == '.' => Order::DayFirst,
        _ => hints.order,
    };
    let date = match order {
        Order::DayFirst => calendar::day(year, b, a)?,
        Order::MonthFirst => calendar::day(year, a, b)?,
        Order::Unknown => return None,
    };
    Some(Day {
        date,
        month_only: false,
        first: at,
        last: at + 4,
    })
}
