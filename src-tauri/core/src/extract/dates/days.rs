//! The forms in which a day is printed, each read from the token that it begins with.

use jiff::civil::Date;

use super::months::{self, Calendar};
use super::printed::{DateHints, Day, Grade, Order};
use super::token::{Kind, Token};
use super::{calendar, hijri};

/// A date whose first token is `at`.
pub(super) fn at(line: &str, tokens: &[Token], at: usize, hints: &DateHints<'_>) -> Option<Day> {
    if let Some((value, digits)) = tokens[at].number() {
        return match digits {
            3 | 4 => year_first(tokens, at, value, digits, hints),
            1 | 2 => {
                day_then_name(line, tokens, at, value, hints).or_else(|| numeric(tokens, at, hints))
            }
            8 if (19_900_101..=20_991_231).contains(&value) => {
                let date = calendar::day(value / 10_000, value / 100 % 100, value % 100)?;
                Some(whole(date, at, at))
            }
            _ => None,
        };
    }
    name_then_day(tokens, at, hints)
        .or_else(|| era(tokens, at))
        .or_else(|| hebrew_letters(line, tokens, at))
}

fn whole(date: Date, first: usize, last: usize) -> Day {
    Day {
        date,
        grade: Grade::Day,
        first,
        last,
    }
}

fn month_of(year: u32, month: u32, first: usize, last: usize) -> Option<Day> {
    Some(Day {
        date: calendar::day(year, month, 1)?,
        grade: Grade::Month,
        first,
        last,
    })
}

fn number(tokens: &[Token], at: usize) -> Option<(u32, u8)> {
    tokens.get(at).and_then(Token::number)
}

fn word(tokens: &[Token], at: usize) -> Option<&str> {
    tokens.get(at).and_then(Token::word)
}

fn is_mark(tokens: &[Token], at: usize, marks: &[char]) -> bool {
    tokens
        .get(at)
        .is_some_and(|t| marks.iter().any(|&m| t.is_mark(m)))
}

fn skip(tokens: &[Token], mut at: usize, marks: &[char]) -> usize {
    while is_mark(tokens, at, marks) {
        at += 1;
    }
    at
}

/// `2022-05-10`, `2022. 5. 10.`, `2022年5月10日`, `2022년 5월 10일`, `2022 May 10`,
/// `2022. május 10.`, `۱۴۰۱/۰۲/۲۰`.
fn year_first(
    tokens: &[Token],
    at: usize,
    value: u32,
    digits: u8,
    hints: &DateHints<'_>,
) -> Option<Day> {
    // The Juche count of North Korea prints the year twice: 주체111(2022)년.
    let unit_at = skip(tokens, at + 1, &[')', '）']);
    if matches!(word(tokens, unit_at), Some("年" | "년")) {
        let year = if digits == 4 {
            calendar::full_year(value, digits)?
        } else {
            // Taiwan counts from 1912: 111年5月10日.
            Some(value + 1911).filter(|_| (80..=150).contains(&value))?
        };
        return month_and_day(tokens, at, unit_at + 1, year);
    }
    if digits != 4 {
        return None;
    }
    let mut after_mark = skip(tokens, at + 1, &['.', ',']);
    // Lithuanian and Latvian say that it is a year: 2022 m. gegužės 10 d., 2022. gada 10. maijs.
    if matches!(word(tokens, after_mark), Some("m" | "gada")) {
        after_mark = skip(tokens, after_mark + 1, &['.']);
        if let Some((day, 1 | 2)) = number(tokens, after_mark)
            && let Some((Calendar::Gregorian, month, after)) =
                months::at_token(tokens, skip(tokens, after_mark + 1, &['.']), hints.language)
        {
            return calendar::day(value, u32::from(month), day)
                .map(|date| whole(date, at, after - 1));
        }
    }
    if let Some((Calendar::Gregorian, month, after)) =
        months::at_token(tokens, after_mark, hints.language)
    {
        let (day, digits) = number(tokens, skip(tokens, after, &['.']))?;
        let last = skip(tokens, after, &['.']);
        return (digits <= 2)
            .then(|| calendar::day(value, u32::from(month), day))
            .flatten()
            .map(|date| whole(date, at, last));
    }
    let separator = &tokens.get(at + 1)?.kind;
    if !matches!(
        separator,
        Kind::Mark('-' | '/' | '.' | '．' | '‑' | '–' | '／')
    ) || tokens.get(at + 3)?.kind != *separator
    {
        return None;
    }
    let ((month, m), (day, d)) = (number(tokens, at + 2)?, number(tokens, at + 4)?);
    if m > 2 || d > 2 {
        return None;
    }
    let other = |date: Date| Day {
        grade: Grade::OtherCalendar,
        ..whole(date, at, at + 4)
    };
    if (1300..1500).contains(&value) {
        let date = if hints.language == Some("ar") {
            hijri::day(value, month, day)?
        } else {
            calendar::solar_hijri(value, month, day)?
        };
        return Some(other(date));
    }
    let year = calendar::full_year(value, 4)?;
    calendar::day(year, month, day).map(|date| whole(date, at, at + 4))
}

/// `5月10日` from token `from`, after a year whose first token is `first`.
fn month_and_day(tokens: &[Token], first: usize, from: usize, year: u32) -> Option<Day> {
    let (month, _) = number(tokens, from)?;
    if !matches!(word(tokens, from + 1), Some("月" | "월")) {
        return None;
    }
    if let Some((day, _)) = number(tokens, from + 2)
        && matches!(word(tokens, from + 3), Some("日" | "일" | "號" | "号"))
    {
        return calendar::day(year, month, day).map(|date| whole(date, first, from + 3));
    }
    month_of(year, month, first, from + 1)
}

/// `令和4年5月10日`, `民國111年5月10日`.
fn era(tokens: &[Token], at: usize) -> Option<Day> {
    let before = calendar::before_era(word(tokens, at)?, word(tokens, at + 1)?)?;
    let (count, _) = number(tokens, at + 2).filter(|(value, _)| (1..=200).contains(value))?;
    if word(tokens, at + 3) != Some("年") {
        return None;
    }
    month_and_day(tokens, at, at + 4, before + count)
}

/// `10 May 2022`, `10th of May, 2022`, `10. Mai 2022`, `10 de mayo de 2022`, `10-May-22`,
/// `10 tháng 5 năm 2022`, `۲۰ اردیبهشت ۱۴۰۱`, `9 شوال 1443`.
fn day_then_name(
    line: &str,
    tokens: &[Token],
    at: usize,
    day: u32,
    hints: &DateHints<'_>,
) -> Option<Day> {
    let mut next = at + 1;
    while let Some(token) = tokens.get(next).filter(|_| next <= at + 3) {
        let between = match &token.kind {
            Kind::Mark('.' | '-' | 'º' | '°' | ',' | '/' | '،') => true,
            Kind::Word(w) => matches!(
                w.as_str(),
                "st" | "nd"
                    | "rd"
                    | "th"
                    | "er"
                    | "º"
                    | "de"
                    | "of"
                    | "re"
                    | "e"
                    | "го"
                    | "ого"
                    | "е"
                    | "d"
                    | "ב"
            ),
            _ => false,
        };
        if !between {
            break;
        }
        next += 1;
    }
    let (kind, month, after) = months::at_token(tokens, next, hints.language)?;
    let mut after = after;
    while let Some(token) = tokens.get(after).filter(|_| after < next + 8) {
        let between = match &token.kind {
            Kind::Mark('.' | '-' | ',' | '/' | '،' | '\'' | '’' | '(' | ')') => true,
            // Arabic prints both of a month's names: أيار/مايو.
            Kind::Word(w) => {
                matches!(w.as_str(), "de" | "del" | "of" | "nam" | "พ" | "ศ")
                    || months::gregorian(w, hints.language) == Some(month)
                    || months::at_token(tokens, after, hints.language)
                        .is_some_and(|(_, same, _)| same == month)
                    || after > next + 1
                        && months::at_token(tokens, after - 1, hints.language)
                            .is_some_and(|(_, same, end)| same == month && end == after + 1)
            }
            _ => false,
        };
        if !between {
            break;
        }
        after += 1;
    }
    let (year, digits) = number(tokens, after)?;
    let month = u32::from(month);
    let other = |date: Date| Day {
        grade: Grade::OtherCalendar,
        ..whole(date, at, after)
    };
    match kind {
        Calendar::SolarHijri => {
            return calendar::solar_hijri(year, month, day).map(other);
        }
        Calendar::Hijri => return hijri::day(year, month, day).map(other),
        Calendar::Hebrew => return calendar::hebrew(year, month, day).map(other),
        Calendar::Gregorian => {}
    }
    // A clock right after the day and month is no year: "10 May 16:14".
    if digits == 2 && (is_mark(tokens, after + 1, &[':']) || line.len() > 60) {
        return None;
    }
    let year = calendar::full_year(year, digits)?;
    calendar::day(year, month, day).map(|date| whole(date, at, after))
}

/// `May 10, 2022`, `Tue May 10 2022`, `May 2022`.
fn name_then_day(tokens: &[Token], at: usize, hints: &DateHints<'_>) -> Option<Day> {
    let (Calendar::Gregorian, month, after) = months::at_token(tokens, at, hints.language)? else {
        return None;
    };
    let month = u32::from(month);
    let mut after = skip(tokens, after, &['.', ',']);
    // Portuguese and Spanish: maio de 2022.
    if matches!(word(tokens, after), Some("de" | "del" | "of")) {
        after += 1;
    }
    let (value, digits) = number(tokens, after)?;
    if digits == 4 {
        // "31 February 2022" is no February either.
        if at > 0 && tokens[at - 1].number().is_some() {
            return None;
        }
        return month_of(calendar::full_year(value, 4)?, month, at, after);
    }
    if digits > 2 {
        return None;
    }
    let mut next = after + 1;
    while let Some(token) = tokens.get(next).filter(|_| next <= after + 3) {
        let between = match &token.kind {
            Kind::Mark(',' | '.' | '\'' | '’' | '،') => true,
            Kind::Word(w) => matches!(w.as_str(), "st" | "nd" | "rd" | "th" | "at" | "de" | "del"),
            _ => false,
        };
        if !between {
            break;
        }
        next += 1;
    }
    let (year, year_digits) = number(tokens, next)?;
    if year_digits == 4 {
        return calendar::day(year, month, value).map(|date| whole(date, at, next));
    }
    // `Tue May 10 16:14:30 BST 2022`
    let later = (next..tokens.len().min(next + 8))
        .find(|&i| tokens[i].number().is_some_and(|(_, d)| d == 4))?;
    let date = calendar::day(tokens[later].number()?.0, month, value)?;
    is_mark(tokens, next + 1, &[':']).then(|| whole(date, at, after))
}

/// `ט׳ באייר תשפ״ב`.
fn hebrew_letters(line: &str, tokens: &[Token], at: usize) -> Option<Day> {
    let (Calendar::Hebrew, month, after) = months::at_token(tokens, at, None)? else {
        return None;
    };
    // The letters and their marks touch: what stands before and after, up to a space.
    let before = line.get(..tokens[at].start)?.trim_end();
    let first = before.rsplit(char::is_whitespace).next()?;
    let year_start = tokens.get(after)?.start;
    let last = line.get(year_start..)?.split(char::is_whitespace).next()?;
    let bare = |text: &str| text.replace(['׳', '״', '\'', '"', '’', '”', ','], "");
    if !last.contains(['״', '"', '”']) {
        return None;
    }
    let day = calendar::hebrew_number(&bare(first))?;
    let year = calendar::hebrew_number(bare(last).trim_start_matches('ה'))?;
    let date = calendar::hebrew(year + 5000, u32::from(month), day)?;
    let end = (after..tokens.len())
        .take_while(|&i| tokens[i].end <= year_start + last.len())
        .last()?;
    Some(Day {
        grade: Grade::OtherCalendar,
        ..whole(date, at.saturating_sub(1), end)
    })
}

/// `10/05/2022`, `10.5.22`, `10-05-2022`, and `22.05.10` where the year comes first.
fn numeric(tokens: &[Token], at: usize, hints: &DateHints<'_>) -> Option<Day> {
    let separator = match tokens.get(at + 1)?.kind {
        Kind::Mark(c @ ('/' | '.' | '-' | '．' | '／')) => c,
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
        && !is_mark(tokens, at - 1, &['(', '|', '（', '[', '【'])
    {
        return None;
    }
    let ((a, _), (b, b_digits), (c, c_digits)) = (
        number(tokens, at)?,
        number(tokens, at + 2)?,
        number(tokens, at + 4)?,
    );
    // … and so does one more part behind.
    let longer = tokens.get(at + 5).is_some_and(|t| t.is_mark(separator))
        && number(tokens, at + 6).is_some()
        && tokens[at + 5].end == tokens[at + 6].start;
    if b_digits > 2 || longer {
        return None;
    }
    let other = |date: Date| Day {
        grade: Grade::OtherCalendar,
        ..whole(date, at, at + 4)
    };
    if c_digits == 4 && (1300..1500).contains(&c) {
        return calendar::solar_hijri(c, b, a).map(other);
    }
    if c_digits == 2 && matches!(hints.language, Some("ko" | "ja" | "zh" | "hu")) {
        let date = calendar::day(calendar::full_year(a, 2)?, b, c)?;
        return Some(whole(date, at, at + 4));
    }
    if c_digits == 2 && separator == '-' {
        return None;
    }
    let year = calendar::full_year(c, c_digits)?;
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
    Some(whole(date, at, at + 4))
}
