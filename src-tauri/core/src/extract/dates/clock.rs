//! Times of day and the zones printed after them.

use jiff::civil::Date;

use super::machine::offset_text;
use super::token::{Kind, Token};
use super::zones;

/// A time of day found among tokens `first..last`.
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

const AFTERNOON: &[&str] = &[
    "pm",
    "p",
    "오후",
    "م",
    "مساء",
    "مساءً",
    "μμ",
    "ÖS",
    "ös",
    "अपराह्न",
];
const MORNING: &[&str] = &[
    "am",
    "a",
    "오전",
    "ص",
    "صباحا",
    "صباحًا",
    "πμ",
    "öö",
    "पूर्वाह्न",
];

/// The first time of day at or after token `from`.
pub(super) fn find(line: &str, tokens: &[Token], from: usize, date: Date) -> Option<FoundClock> {
    (from..tokens.len()).find_map(|at| at_token(line, tokens, at, date))
}

/// A time of day whose hour is token `at`.
pub(super) fn at_token(line: &str, tokens: &[Token], at: usize, date: Date) -> Option<FoundClock> {
    let (hour, digits) = tokens[at].number()?;
    if digits > 2 || hour > 24 {
        return None;
    }
    let mark = |i: usize| {
        tokens.get(i).and_then(|t| match t.kind {
            Kind::Mark(c) => Some(c),
            _ => None,
        })
    };
    let word = |i: usize| tokens.get(i).and_then(Token::word);
    let two = |i: usize| {
        tokens
            .get(i)
            .and_then(Token::number)
            .filter(|&(v, d)| d == 2 && v < 60)
            .map(|(v, _)| v as u8)
    };
    let close = |i: usize| {
        tokens
            .get(i)
            .zip(tokens.get(i + 1))
            .is_some_and(|(a, b)| a.end == b.start)
    };

    let (mut minute, mut second, mut last) = (0, None, at);
    let mut precise = false;
    match mark(at + 1) {
        Some(':' | '：') => {
            minute = two(at + 2)?;
            last = at + 2;
            precise = true;
            if matches!(mark(at + 3), Some(':' | '：'))
                && let Some(s) = two(at + 4)
            {
                second = Some(s);
                last = at + 4;
            }
        }
        // 16.14 is a time only where a word says so; 10.05.2022 must not be one.
        Some('.')
            if close(at) && close(at + 1) && two(at + 2).is_some() && mark(at + 3) != Some('.') =>
        {
            let said = word(at + 3).is_some_and(|w| {
                matches!(w, "uhr" | "h" | "wib" | "wita" | "wit")
                    || AFTERNOON.contains(&w)
                    || MORNING.contains(&w)
            }) || at
                .checked_sub(1)
                .and_then(word)
                .is_some_and(|w| matches!(w, "klo" | "kl" | "ore" | "um" | "às"));
            if !said {
                return None;
            }
            minute = two(at + 2)?;
            last = at + 2;
            precise = true;
        }
        _ => match word(at + 1) {
            Some("h" | "時" | "时" | "點" | "点" | "시")
                if close(at) || word(at + 1) != Some("h") =>
            {
                last = at + 1;
                precise = true;
                if let Some(m) = tokens
                    .get(at + 2)
                    .and_then(Token::number)
                    .filter(|&(v, d)| d <= 2 && v < 60)
                {
                    minute = m.0 as u8;
                    last = at + 2;
                    if matches!(word(at + 3), Some("分" | "분")) {
                        last = at + 3;
                    }
                }
            }
            _ => {}
        },
    }
    let mut hour = hour as u8;
    let mut afternoon = None;
    let following = word(last + 1).map(str::to_owned);
    if let Some(next) = following.as_deref() {
        let dotted = mark(last + 2) == Some('.') && word(last + 3) == Some("m");
        if AFTERNOON.contains(&next) && (next != "p" || dotted) {
            afternoon = Some(true);
        } else if MORNING.contains(&next) && (next != "a" || dotted) {
            afternoon = Some(false);
        }
        if afternoon.is_some() {
            last += if dotted { 3 } else { 1 };
            if dotted && mark(last + 1) == Some('.') {
                last += 1;
            }
        } else if next == "uhr" {
            last += 1;
            precise = true;
        }
    }
    let mut first = at;
    if let Some(before) = at.checked_sub(1) {
        match word(before) {
            Some("오후" | "م") => afternoon = Some(true),
            Some("오전" | "ص") => afternoon = Some(false),
            Some("午") => match before.checked_sub(1).and_then(word) {
                Some("下") => afternoon = Some(true),
                Some("上") => afternoon = Some(false),
                _ => {}
            },
            _ => {}
        }
        if afternoon.is_some()
            && following
                .as_deref()
                .is_none_or(|w| !AFTERNOON.contains(&w) && !MORNING.contains(&w))
        {
            first = before;
        }
    }
    if !precise && afternoon.is_none() {
        return None;
    }
    match afternoon {
        Some(_) if hour > 12 && precise => {}
        Some(_) if hour == 0 || hour > 12 => return None,
        Some(true) if hour < 12 => hour += 12,
        Some(false) if hour == 12 => hour = 0,
        _ => {}
    }
    if hour > 23 {
        return None;
    }
    let (zone, offset, end) = zone_after(line, tokens, last + 1, date);
    Some(FoundClock {
        hour,
        minute,
        second,
        zone,
        offset,
        first,
        last: end.unwrap_or(last),
    })
}

/// The zone printed at token `at`, its offset, and its last token.
fn zone_after(
    line: &str,
    tokens: &[Token],
    at: usize,
    date: Date,
) -> (Option<String>, Option<String>, Option<usize>) {
    let start = if tokens
        .get(at)
        .is_some_and(|t| t.is_mark('(') || t.is_mark(','))
    {
        at + 1
    } else {
        at
    };
    let Some(token) = tokens.get(start) else {
        return (None, None, None);
    };
    if let Some(word) = token.word() {
        for (spelled, name) in zones::SPELLED {
            let same = spelled
                .iter()
                .enumerate()
                .all(|(i, part)| tokens.get(start + i).and_then(Token::word) == Some(*part));
            if same && let Some(minutes) = zones::offset(name, date) {
                let end = start + spelled.len() - 1;
                let printed = line[token.start..tokens[end].end].to_owned();
                return (Some(printed), Some(offset_text(minutes)), Some(end));
            }
        }
        let printed = &line[token.start..token.end];
        let is_upper = printed.chars().all(char::is_uppercase);
        if let Some(minutes) =
            zones::offset(word, date).filter(|_| is_upper || word.chars().count() > 2)
        {
            if matches!(word, "gmt" | "utc")
                && let Some((offset, end)) = numeric(tokens, start + 1)
            {
                let printed = line[token.start..tokens[end].end].to_owned();
                return (Some(printed), Some(offset), Some(end));
            }
            return (
                Some(printed.to_owned()),
                Some(offset_text(minutes)),
                Some(start),
            );
        }
        return (None, None, None);
    }
    match numeric(tokens, start) {
        Some((offset, end)) => (None, Some(offset), Some(end)),
        None => (None, None, None),
    }
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
