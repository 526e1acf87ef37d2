//! Cutting a text where something was found.

use super::marker::Match;
use crate::domain::Marked;

/// Overlapping ranges as one, and so two words with no more than a space or a
/// hyphen between.
pub(super) fn merged(matches: &[Match], text: &str) -> Vec<(u32, u32)> {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    // Ranges only grow, so what is asked for lies further on each time.
    let (mut rest, mut passed) = (text.chars(), 0);
    let mut joins = |at: u32| {
        let found = rest.nth((at - passed) as usize);
        passed = at + 1;
        matches!(
            found,
            Some(' ' | '\u{A0}' | '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}')
        )
    };
    for one in matches {
        match ranges.last_mut() {
            Some((_, end)) if one.start <= *end => *end = (*end).max(one.end),
            Some((_, end)) if one.start == *end + 1 && joins(*end) => *end = one.end,
            _ => ranges.push((one.start, one.end)),
        }
    }
    ranges
}

/// Cuts `text` at sorted ranges of chars: unmarked, marked, unmarked …
pub(super) fn cut_at(text: &str, ranges: &[(u32, u32)]) -> Marked {
    let mut runs = Vec::with_capacity(ranges.len() * 2 + 1);
    let mut rest = text.chars();
    let mut at = 0;
    let mut take = |until: u32, at: &mut u32| -> String {
        let run = rest.by_ref().take((until - *at) as usize).collect();
        *at = until;
        run
    };
    for (start, end) in ranges {
        runs.push(take(*start, &mut at));
        runs.push(take(*end, &mut at));
    }
    let tail: String = rest.collect();
    if !tail.is_empty() {
        runs.push(tail);
    }
    runs
}
