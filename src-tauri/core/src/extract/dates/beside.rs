//! What stands beside a date: a day of the week, a time of day.

use super::printed::Day;
use super::token::{Kind, Token};
use super::{clock, months};

pub(super) fn is_weekday(token: &Token) -> bool {
    token.word().is_some_and(months::is_weekday)
}

pub(super) fn is_separator(token: &Token) -> bool {
    matches!(token.kind, Kind::Mark(',' | '.' | '،' | ')' | '('))
}

/// A time of day within a few tokens after the date, or right before it.
pub(super) fn clock(line: &str, tokens: &[Token], day: &Day) -> Option<clock::FoundClock> {
    let words_between = |range: std::ops::Range<usize>| {
        tokens[range]
            .iter()
            .filter(|t| {
                t.word()
                    .is_some_and(|w| !months::is_weekday(w) && !is_small_word(w))
            })
            .count()
    };
    if let Some(after) = clock::find(line, tokens, day.last + 1, day.date)
        && after.first > day.last
        && after.first - day.last <= 7
        && words_between(day.last + 1..after.first) == 0
    {
        return Some(after);
    }
    let from = day.first.saturating_sub(12);
    (from..day.first)
        .rev()
        .filter_map(|at| clock::at_token(line, tokens, at, day.date))
        .find(|before| before.last < day.first && words_between(before.last + 1..day.first) == 0)
}

/// Words that stand between a date and its time and mean nothing else.
fn is_small_word(word: &str) -> bool {
    matches!(
        word,
        "at" | "à"
            | "a"
            | "um"
            | "às"
            | "as"
            | "alle"
            | "ore"
            | "h"
            | "в"
            | "о"
            | "об"
            | "г"
            | "год"
            | "р"
            | "року"
            | "года"
            | "on"
            | "om"
            | "kl"
            | "klo"
            | "saat"
            | "ساعت"
            | "الساعة"
            | "בשעה"
            | "la"
            | "las"
            | "o"
            | "godz"
            | "pukul"
            | "the"
            | "el"
            | "le"
            | "den"
            | "de"
            | "of"
            | "下"
            | "上"
            | "午"
            | "日"
            | "星"
            | "期"
            | "週"
            | "周"
            | "曜"
            | "一"
            | "二"
            | "三"
            | "四"
            | "五"
            | "六"
            | "月"
            | "火"
            | "水"
            | "木"
            | "金"
            | "土"
            | "오후"
            | "오전"
            | "م"
            | "ص"
            | "بجे"
            | "बजे"
            | "uur"
            | "lúc"
    )
}
