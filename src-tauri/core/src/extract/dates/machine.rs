//! Dates that machines write: ISO 8601 and its cousins, RFC 2822, addresses.

use jiff::civil::Date;

use super::calendar;
use super::printed::{DateHints, find};
use crate::domain::PrintedTime;

/// Reads the value of a `datetime`, `article:published_time`, `datePublished` and the like.
/// Values that are printed rather than machine-written are read as printed ones.
pub(crate) fn from_machine(value: &str) -> Option<PrintedTime> {
    let value = value.trim();
    iso(value)
        .or_else(|| compact(value))
        .or_else(|| epoch(value))
        .or_else(|| find(value, &DateHints::default()).map(|found| found.time))
}

/// `2022-05-10T16:14:30.123+0100`, with less precision, with a space for the `T`.
fn iso(value: &str) -> Option<PrintedTime> {
    let bytes = value.as_bytes();
    let number = |from: usize, to: usize| {
        value
            .get(from..to)?
            .parse::<u32>()
            .ok()
            .filter(|_| bytes[from].is_ascii_digit())
    };
    let year = number(0, 4)?;
    let whole = |iso: String| Some(PrintedTime { iso, zone: None });
    if bytes.len() == 4 {
        return calendar::day(year, 1, 1).and_then(|_| whole(format!("{year:04}")));
    }
    if !matches!(bytes[4], b'-' | b'/' | b'.') {
        return None;
    }
    let month = number(5, 7)?;
    if bytes.len() == 7 {
        return calendar::day(year, month, 1).and_then(|_| whole(format!("{year:04}-{month:02}")));
    }
    if bytes.get(7) != bytes.get(4) {
        return None;
    }
    let date = calendar::day(year, month, number(8, 10)?)?;
    let rest = value.get(10..)?;
    if rest.is_empty() {
        return whole(date.to_string());
    }
    let clock = rest.strip_prefix(['T', 't', ' ', '_'])?.trim_start();
    with_clock(date, clock).or_else(|| whole(date.to_string()))
}

fn with_clock(date: Date, clock: &str) -> Option<PrintedTime> {
    let two = |at: usize| clock.get(at..at + 2)?.parse::<u8>().ok();
    let (hour, minute) = (two(0)?, two(3)?);
    if clock.as_bytes().get(2) != Some(&b':') || hour > 23 || minute > 59 {
        return None;
    }
    let mut iso = format!("{date}T{hour:02}:{minute:02}");
    let mut rest = &clock[5..];
    if let Some(second) = rest
        .strip_prefix(':')
        .and_then(|r| r.get(..2)?.parse::<u8>().ok())
        .filter(|&s| s < 61)
    {
        iso.push_str(&format!(":{:02}", second.min(59)));
        rest = rest[3..].trim_start_matches(|c: char| c == '.' || c == ',' || c.is_ascii_digit());
    }
    let rest = rest.trim();
    let twelve_hour = rest.to_ascii_lowercase();
    if twelve_hour.starts_with("am") || twelve_hour.starts_with("pm") {
        return None;
    }
    let mut zone = None;
    if let Some(offset) = numeric_offset(rest) {
        iso.push_str(&offset);
    } else if !rest.is_empty()
        && rest.chars().all(char::is_alphabetic)
        && let Some(minutes) = super::zones::offset(rest, date, None)
    {
        iso.push_str(&offset_text(minutes));
        zone = Some(rest.to_owned()).filter(|word| word != "Z" && word != "z");
    }
    Some(PrintedTime { iso, zone })
}

/// `Z`, `+01:00`, `+0100`, `+01` as `+01:00`.
fn numeric_offset(text: &str) -> Option<String> {
    if text == "Z" || text == "z" {
        return Some("+00:00".to_owned());
    }
    let text = text.replace('−', "-");
    let sign = text.chars().next().filter(|c| matches!(c, '+' | '-'))?;
    let digits: String = text[1..]
        .chars()
        .filter(|c| *c != ':')
        .take_while(char::is_ascii_digit)
        .collect();
    let (hours, minutes) = match digits.len() {
        2 => (digits.parse::<u8>().ok()?, 0),
        4 => (
            digits[..2].parse::<u8>().ok()?,
            digits[2..].parse::<u8>().ok()?,
        ),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then(|| format!("{sign}{hours:02}:{minutes:02}"))
}

/// Minutes east of UTC as `+01:00`.
pub(super) fn offset_text(minutes: i16) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

/// `20220510`, `20220510T161400Z`, `20220510161400`.
fn compact(value: &str) -> Option<PrintedTime> {
    let number = |from: usize, to: usize| {
        value
            .get(from..to)
            .filter(|part| part.bytes().all(|b| b.is_ascii_digit()))?
            .parse::<u32>()
            .ok()
    };
    let date = calendar::day(number(0, 4)?, number(4, 6)?, number(6, 8)?)?;
    match value.len() {
        8 => Some(PrintedTime {
            iso: date.to_string(),
            zone: None,
        }),
        12.. => {
            let at = if value.as_bytes()[8] == b'T' { 9 } else { 8 };
            let clock = format!(
                "{:02}:{:02}{}",
                number(at, at + 2)?,
                number(at + 2, at + 4)?,
                if value.ends_with('Z') { "Z" } else { "" }
            );
            with_clock(date, &clock)
        }
        _ => None,
    }
}

/// Seconds or milliseconds since 1970, as some scripts write them.
fn epoch(value: &str) -> Option<PrintedTime> {
    if !value.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i64 = value.parse().ok()?;
    let seconds = match value.len() {
        10 => number,
        13 => number / 1000,
        _ => return None,
    };
    let timestamp = jiff::Timestamp::from_second(seconds).ok()?;
    let iso = timestamp.strftime("%Y-%m-%dT%H:%M:%S+00:00").to_string();
    Some(PrintedTime { iso, zone: None })
}

/// The day that an address carries in its path: `/2022/05/10/`, `/2022-05-10-`, `/20220510/`,
/// `/2022/0510/`, `/202205/10/`. A month alone (`/2022/05/`) counts as a month.
pub(crate) fn from_address(address: &str) -> Option<PrintedTime> {
    let path = match url::Url::parse(address) {
        Ok(parsed) => parsed.path().to_owned(),
        Err(_) => address.to_owned(),
    };
    let runs: Vec<(&str, char)> = digit_runs(&path);
    let mut month_only = None;
    for (at, &(run, _)) in runs.iter().enumerate() {
        let value = |s: &str| s.parse::<u32>().ok();
        if run.len() == 8
            && let Some(found) = compact(run)
            && (1990..=2099).contains(&value(&run[..4])?)
        {
            return Some(found);
        }
        if run.len() == 6
            && let [(_, '/'), (day, _), ..] = &runs[at..]
            && (1..=2).contains(&day.len())
            && let Some(date) = calendar::day(value(&run[..4])?, value(&run[4..])?, value(day)?)
                .filter(|date| date.year() >= 1990)
        {
            return Some(of_day(date));
        }
        if run.len() == 4
            && let [(_, '/'), (day, _), ..] = &runs[at..]
            && day.len() == 4
            && let Some(date) = calendar::day(value(run)?, value(&day[..2])?, value(&day[2..])?)
                .filter(|date| date.year() >= 1990)
        {
            return Some(of_day(date));
        }
        if run.len() != 4 || !(1990..=2099).contains(&value(run)?) {
            continue;
        }
        let [(_, first), rest @ ..] = &runs[at..] else {
            continue;
        };
        if !matches!(first, '/' | '-' | '_' | '.') {
            continue;
        }
        // Chinese agencies: /2022-05/10/.
        if let [(month, '/'), (day, _), ..] = rest
            && *first == '-'
            && month.len() == 2
            && (1..=2).contains(&day.len())
            && let Some(date) = calendar::day(value(run)?, value(month)?, value(day)?)
        {
            return Some(of_day(date));
        }
        let month = rest
            .first()
            .filter(|(m, _)| matches!(m.len(), 1 | 2))
            .and_then(|(m, s)| Some((value(m)?, *s)));
        let Some((month, second)) = month else {
            continue;
        };
        if let Some((day, _)) = rest.get(1).filter(|(d, _)| matches!(d.len(), 1 | 2))
            && second == *first
            && let Some(date) = calendar::day(value(run)?, month, value(day)?)
        {
            return Some(of_day(date));
        }
        if month_only.is_none()
            && *first == '/'
            && second == '/'
            && calendar::day(value(run)?, month, 1).is_some()
        {
            month_only = Some(PrintedTime {
                iso: format!("{run}-{month:02}"),
                zone: None,
            });
        }
    }
    month_only.or_else(|| named_month(&path))
}

fn of_day(date: Date) -> PrintedTime {
    PrintedTime {
        iso: date.to_string(),
        zone: None,
    }
}

/// Runs of digits, each with the character after it; runs that touch are joined by one mark.
fn digit_runs(path: &str) -> Vec<(&str, char)> {
    let mut out = Vec::new();
    let mut rest = path;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let from = &rest[start..];
        let end = from
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(from.len());
        out.push((&from[..end], from[end..].chars().next().unwrap_or('/')));
        rest = &from[end..];
        // Something between two runs breaks the date; an empty run says so.
        let gap = rest
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(rest.len());
        if gap > 1 {
            out.push(("", ' '));
        }
    }
    out
}

/// The Guardian's `/2022/may/10/`, and `/22_maggio_10/` of the Corriere della Sera.
fn named_month(path: &str) -> Option<PrintedTime> {
    let parts: Vec<&str> = path.split(['/', '_']).collect();
    let short = path.contains('_');
    parts.windows(3).find_map(|part| {
        let year = part[0].parse::<u32>().ok();
        let year = match part[0].len() {
            4 => year?,
            2 if short => year? + 2000,
            _ => return None,
        };
        let month = super::months::gregorian(&super::token::fold(part[1]), None)?;
        let date = calendar::day(year, u32::from(month), part[2].parse().ok()?)?;
        Some(PrintedTime {
            iso: date.to_string(),
            zone: None,
        })
    })
}
