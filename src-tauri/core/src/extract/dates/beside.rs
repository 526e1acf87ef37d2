//! What stands beside a date: a day of the week, a time of day.

use std::sync::LazyLock;

use foldhash::HashSet;

use jiff::civil::Date;

use super::printed::DateHints;
use super::token::{Kind, Token, fold};
use super::{clock, months};

pub(super) fn is_weekday(token: &Token) -> bool {
    token.word().is_some_and(months::is_weekday)
}

pub(super) fn is_separator(token: &Token) -> bool {
    matches!(token.kind, Kind::Mark(',' | '.' | '،' | ')' | '('))
}

/// The time of day within a few tokens after tokens `first..=last` of a date, or right before them.
pub(super) fn clock(
    line: &str,
    tokens: &[Token],
    first: usize,
    last: usize,
    date: Date,
    hints: &DateHints<'_>,
) -> Option<clock::FoundClock> {
    let nothing_else = |range: std::ops::Range<usize>| {
        tokens
            .get(range)
            .unwrap_or_default()
            .iter()
            .all(|t| match t.word() {
                Some(word) => months::is_weekday(word) || SMALL_WORDS.contains(word),
                None => true,
            })
    };
    if let Some(after) = clock::find(line, tokens, last + 1, date, hints)
        && after.first > last
        && after.first - last <= 9
        && nothing_else(last + 1..after.first)
    {
        return Some(after);
    }
    let from = first.saturating_sub(12);
    (from..first)
        .rev()
        .filter_map(|at| clock::at_token(line, tokens, at, date, hints))
        .find(|before| before.last < first && nothing_else(before.last + 1..first))
}

/// Words that stand between a date and its time and mean nothing else.
static SMALL_WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    "at à a um às as alle ore h в о об г год р року года on om kl klo saat ساعت الساعة بساعة בשעה la las o ob godz pukul the el le den de of \
     下 上 午 前 後 日 星 期 週 周 曜 一 二 三 四 五 六 天 月 火 水 木 金 土 晚 凌 晨 早 오후 오전 م ص هـ ه بجے बजे uur lúc vào ngày em \
     στις στίς y и і w v ve dne เวลา en hs hrs r roku t шт - | · • time ist heures सुबह"
        .split_whitespace()
        .map(fold)
        .collect()
});
