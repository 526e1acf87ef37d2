//! Taking back what a step put into a text that was written on since.

use std::ops::Range;

/// Bytes before a place that are compared to tell it from others with the same words.
const CONTEXT: usize = 200;

/// What a step put in the place of a part of a text.
pub(crate) struct Replaced<'a> {
    /// The text before the step.
    pub before: &'a str,
    /// Bytes of it that were replaced. Where there are no words in them, paragraphs were added.
    pub range: Range<usize>,
    pub put: &'a str,
}

/// The text as it is `now`, with what was put into it replaced by `words`. `None` when that
/// does not stand in it unchanged any more.
pub(crate) fn taken_back(step: &Replaced<'_>, words: &str, now: &str) -> Option<String> {
    let head = step.before.get(..step.range.start)?;
    let tail = step.before.get(step.range.end..)?;
    let same = now
        .strip_prefix(head)
        .and_then(|rest| rest.strip_suffix(tail));
    if same == Some(step.put) {
        return Some([head, words, tail].concat());
    }
    let put = step.put.trim();
    if put.is_empty() {
        return Some(now.to_owned());
    }
    let adds = step.before.get(step.range.clone())?.trim().is_empty();
    let (at, _) = now
        .match_indices(put)
        .filter(|(at, _)| !adds || is_whole_lines(now, *at..at + put.len()))
        .max_by_key(|(at, _)| alike_before(head.trim_end(), now[..*at].trim_end()))?;
    let (left, right) = (&now[..at], &now[at + put.len()..]);
    if !adds {
        return Some([left, words, right].concat());
    }
    let (left, right) = (left.trim_end(), right.trim_start_matches(['\n', '\r']));
    Some(match (left.is_empty(), right.trim().is_empty()) {
        (_, true) => [left, words].concat(),
        (true, false) => right.to_owned(),
        (false, false) => [left, "\n\n", right].concat(),
    })
}

/// Whether nothing else stands in the lines of these bytes.
fn is_whole_lines(text: &str, range: Range<usize>) -> bool {
    let (left, right) = (&text[..range.start], &text[range.end..]);
    (left.is_empty() || left.ends_with('\n'))
        && (right.is_empty() || right.starts_with(['\n', '\r']))
}

fn alike_before(one: &str, other: &str) -> usize {
    let pairs = one.bytes().rev().zip(other.bytes().rev());
    pairs.take(CONTEXT).take_while(|(a, b)| a == b).count()
}
