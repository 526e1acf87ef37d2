//! Times of day, and the zones printed after them.

use jiff::civil::Date;

use super::machine::offset_text;
use super::printed::DateHints;
use super::token::{Kind, Token};
use super::zones;

/// A time of day found among tokens `first..=last`.
#[derive(Debug, Clone)]
pub(super) struct FoundClock {
    pub hour: u8,
    pub minute: u8,
    pub second: Option<u8>,
    /// As printed, and the offset it stands for.
    pub zone: Option<String>,
    pub offset: Option<String>,
    pub first: usize,
    pub last: usize,
}

/// Folded words for the second half of the day; Chinese and Japanese are read by [`han_half`].
#[rustfmt::skip]
const AFTERNOON: &[&str] =
    &["pm", "오후", "م", "مساء", "عصرا", "ظهرا", "μμ", "os", "अपराह्न", "शाम", "दोपहर", "chieu", "tarde", "noche"];
#[rustfmt::skip]
const MORNING: &[&str] = &["am", "오전", "ص", "صباحا", "صبح", "πμ", "oo", "पूर्वाह्न", "सुबह", "sang"];

/// The first time of day at or after token `from`.
pub(super) fn find(
    line: &str,
    tokens: &[Token],
    from: usize,
    date: Date,
    hints: &DateHints<'_>,
) -> Option<FoundClock> {
    (from..tokens.len()).find_map(|at| at_token(line, tokens, at, date, hints))
}

/// A time of day whose hour is token `at`.
pub(super) fn at_token(
    line: &str,
    tokens: &[Token],
    at: usize,
    date: Date,
    hints: &DateHints<'_>,
) -> Option<FoundClock> {
    let mut read = hour_and_minute(line, tokens, at)?;
    let (half, first) = half_before(tokens, at);
    read.first = first;
    let half = match half_after(tokens, read.last) {
        Some((half, last)) => {
            read.last = last;
            Some(half)
        }
        None => half,
    };
    if !read.precise && half.is_none() {
        return None;
    }
    let hour = match half {
        // A page can print 16:14 pm; the hour says it already.
        Some(_) if read.hour > 12 && read.precise => read.hour,
        Some(_) if read.hour > 12 || (read.hour == 0 && !read.precise) => return None,
        Some(Half::Afternoon) if read.hour < 12 => read.hour + 12,
        Some(Half::Morning) if read.hour == 12 => 0,
        _ => read.hour,
    };
    if hour > 23 {
        return None;
    }
    let (zone, offset, end) = zone_after(line, tokens, read.last + 1, date, hints);
    Some(FoundClock {
        hour,
        minute: read.minute,
        second: read.second,
        zone,
        offset,
        first: read.first,
        last: end.unwrap_or(read.last),
    })
}

/// The digits of a time of day.
struct Digits {
    hour: u8,
    minute: u8,
    second: Option<u8>,
    /// More than a bare hour, which is a time only beside `pm` and its kin.
    precise: bool,
    first: usize,
    last: usize,
}

fn hour_and_minute(line: &str, tokens: &[Token], at: usize) -> Option<Digits> {
    let (hour, digits) = tokens.get(at)?.number()?;
    let mark = |i: usize| {
        tokens.get(i).and_then(|t| match t.kind {
            Kind::Mark(c) => Some(c),
            _ => None,
        })
    };
    let word = |i: usize| tokens.get(i).and_then(Token::word);
    let sixtieth = |i: usize, most: u8| {
        let (value, digits) = tokens.get(i)?.number()?;
        (digits <= most && value < 60)
            .then(|| u8::try_from(value).ok())
            .flatten()
    };
    let two = |i: usize| sixtieth(i, 2).filter(|_| tokens[i].number().is_some_and(|(_, d)| d == 2));
    let touching = |i: usize| {
        tokens
            .get(i)
            .zip(tokens.get(i + 1))
            .is_some_and(|(a, b)| a.end == b.start)
    };
    let mut read = Digits {
        hour: u8::try_from(hour).unwrap_or(99),
        minute: 0,
        second: None,
        precise: false,
        first: at,
        last: at,
    };
    // 1614 GMT: four digits are a time only before a zone.
    if digits == 4 && hour < 2400 && hour % 100 < 60 {
        let next = tokens.get(at + 1)?;
        let printed = line.get(next.start..next.end)?;
        return (zones::is_name(printed) || printed == "hrs").then(|| Digits {
            hour: u8::try_from(hour / 100).unwrap_or(99),
            minute: u8::try_from(hour % 100).unwrap_or(0),
            precise: true,
            ..read
        });
    }
    if digits > 2 || hour > 24 {
        return None;
    }
    match mark(at + 1) {
        Some(':' | '：') => {
            read.minute = two(at + 2)?;
            read.last = at + 2;
            read.precise = true;
            if matches!(mark(at + 3), Some(':' | '：'))
                && let Some(second) = two(at + 4)
            {
                read.second = Some(second);
                read.last = at + 4;
            }
        }
        // 16.14 is a time only where a word says so; 10.05.2022 must not be one.
        Some('.') if touching(at) && touching(at + 1) && mark(at + 3) != Some('.') => {
            let minute = two(at + 2)?;
            let zone = || {
                let next = tokens.get(at + 3)?;
                zones::is_name(line.get(next.start..next.end)?).then_some(())
            };
            let said = zone().is_some()
                || word(at + 3).is_some_and(|w| {
                    matches!(w, "uhr" | "h" | "wib" | "wita" | "wit" | "gmt" | "hrs")
                        || AFTERNOON.contains(&w)
                        || MORNING.contains(&w)
                })
                || at.checked_sub(1).and_then(word).is_some_and(|w| {
                    matches!(
                        w,
                        "klo" | "kl" | "ore" | "um" | "as" | "pukul" | "godz" | "alle"
                    )
                })
                || mark(at.wrapping_sub(1)) == Some('.')
                    && matches!(word(at.wrapping_sub(2)), Some("kl" | "godz"));
            if !said {
                return None;
            }
            read.minute = minute;
            read.last = at + 2;
            read.precise = true;
        }
        _ => match word(at + 1) {
            Some("h" | "時" | "时" | "點" | "点" | "시") => {
                read.last = at + 1;
                read.precise = true;
                if let Some(minute) = sixtieth(at + 2, 2) {
                    read.minute = minute;
                    read.last = at + 2;
                    if matches!(word(at + 3), Some("分" | "분" | "min" | "mn" | "m")) {
                        read.last = at + 3;
                    }
                }
            }
            Some("uhr") => {
                read.precise = true;
                read.last = at;
            }
            _ => {}
        },
    }
    if matches!(word(read.last + 1), Some("uhr" | "h" | "hrs" | "uur" | "น")) && read.precise {
        read.last += 1;
    }
    Some(read)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

/// `pm`, `p.m.`, `مساءً`, `ÖS` after token `last`, and its last token.
fn half_after(tokens: &[Token], last: usize) -> Option<(Half, usize)> {
    let next = last + 1;
    let word = tokens.get(next)?.word()?;
    let letter = |i: usize| tokens.get(i).and_then(Token::word);
    let point = |i: usize| tokens.get(i).is_some_and(|t| t.is_mark('.'));
    if point(next + 1)
        && let Some(second) = letter(next + 2)
    {
        let half = match (word, second) {
            ("p", "m") | ("μ", "μ") => Some(Half::Afternoon),
            ("a", "m") | ("π", "μ") => Some(Half::Morning),
            _ => None,
        };
        if let Some(half) = half {
            let end = next + 2 + usize::from(point(next + 3));
            return Some((half, end));
        }
    }
    if AFTERNOON.contains(&word) {
        Some((Half::Afternoon, next))
    } else if MORNING.contains(&word) {
        Some((Half::Morning, next))
    } else {
        None
    }
}

/// `오후`, `下午`, `शाम` before token `at`, and the first token of both.
fn half_before(tokens: &[Token], at: usize) -> (Option<Half>, usize) {
    let word = |back: usize| at.checked_sub(back).and_then(|i| tokens.get(i)?.word());
    match (word(2), word(1)) {
        (Some("下" | "傍"), Some("午" | "晚"))
        | (Some("晚"), Some("上"))
        | (Some("午"), Some("後" | "后")) => (Some(Half::Afternoon), at - 2),
        (Some("上"), Some("午"))
        | (Some("凌"), Some("晨"))
        | (Some("早"), Some("上"))
        | (Some("午"), Some("前")) => (Some(Half::Morning), at - 2),
        (_, Some("오후" | "م" | "शाम" | "दोपहर")) => {
            (Some(Half::Afternoon), at - 1)
        }
        (_, Some("오전" | "ص" | "सुबह")) => (Some(Half::Morning), at - 1),
        _ => (None, at),
    }
}

/// The zone printed at token `at`, its offset, and its last token.
fn zone_after(
    line: &str,
    tokens: &[Token],
    at: usize,
    date: Date,
    hints: &DateHints<'_>,
) -> (Option<String>, Option<String>, Option<usize>) {
    let start = if tokens
        .get(at)
        .is_some_and(|t| t.is_mark('(') || t.is_mark(','))
    {
        at + 1
    } else {
        at
    };
    let nothing = (None, None, None);
    let Some(token) = tokens.get(start) else {
        return nothing;
    };
    let Some(word) = token.word() else {
        return match numeric(tokens, start) {
            Some((offset, end)) => (None, Some(offset), Some(end)),
            None => nothing,
        };
    };
    let printed_to = |end: usize| line.get(token.start..tokens[end].end).map(str::to_owned);
    for (spelled, name) in zones::SPELLED {
        let same = spelled
            .iter()
            .enumerate()
            .all(|(i, part)| tokens.get(start + i).and_then(Token::word) == Some(*part));
        if same && let Some(minutes) = zones::offset(name, date, hints.language) {
            let end = start + spelled.len() - 1;
            return (printed_to(end), Some(offset_text(minutes)), Some(end));
        }
    }
    let printed = &line[token.start..token.end];
    let is_upper = printed.chars().all(char::is_uppercase);
    let known = zones::offset(printed, date, hints.language)
        .filter(|_| is_upper || matches!(word, "gmt" | "utc" | "msk" | "мск"));
    let Some(minutes) = known else {
        return nothing;
    };
    if matches!(word, "gmt" | "utc")
        && let Some((offset, end)) = numeric(tokens, start + 1)
    {
        return (printed_to(end), Some(offset), Some(end));
    }
    (
        Some(printed.to_owned()),
        Some(offset_text(minutes)),
        Some(start),
    )
}

/// `+3`, `+03`, `+0300`, `+03:00` at token `at`.
fn numeric(tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let sign = match tokens.get(at)?.kind {
        Kind::Mark('+') => '+',
        Kind::Mark('-' | '−' | '–') => '-',
        _ => return None,
    };
    let (value, digits) = tokens.get(at + 1)?.number()?;
    let touching = tokens[at].end == tokens[at + 1].start;
    let minutes_after = tokens
        .get(at + 2)
        .filter(|t| t.is_mark(':'))
        .and_then(|_| tokens.get(at + 3)?.number())
        .filter(|&(v, d)| d == 2 && v < 60);
    let (hours, minutes, end) = match (digits, minutes_after) {
        (1 | 2, Some((m, _))) => (value, m, at + 3),
        (1 | 2, None) => (value, 0, at + 1),
        (4, _) => (value / 100, value % 100, at + 1),
        _ => return None,
    };
    (touching && hours <= 14 && minutes < 60)
        .then(|| (format!("{sign}{hours:02}:{minutes:02}"), end))
}
