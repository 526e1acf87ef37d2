//! The stretch of lines with the most running text: where cues alone would see the article.

use std::ops::Range;

use super::lines::Line;
use crate::extract::{cues, words};

/// Words of a paragraph that count; a long one is not more certain than this.
const MOST_WORDS: i64 = 60;
const CUE: i64 = -8;
const LABEL: i64 = -3;
const LONG_LABEL: i64 = -1;

/// The contiguous lines with the most running text against labels and cues.
pub(crate) fn find(lines: &[Line]) -> Range<usize> {
    let scores: Vec<i64> = lines.iter().map(score).collect();
    let (mut best, mut best_range) = (0, 0..0);
    let (mut sum, mut start) = (0, 0);
    for (at, score) in scores.iter().enumerate() {
        if sum <= 0 {
            sum = 0;
            start = at;
        }
        sum += score;
        if sum > best {
            best = sum;
            best_range = start..at + 1;
        }
    }
    if best_range.is_empty() {
        return 0..lines.len();
    }
    let cut = cut_tail(lines, best_range);
    extend(lines, cut)
}

fn score(line: &Line) -> i64 {
    let words = i64::try_from(line.words)
        .unwrap_or(MOST_WORDS)
        .min(MOST_WORDS);
    match line.cue {
        Some(_) if line.running && line.words > 20 => 0,
        Some(_) => CUE,
        None if line.running => words,
        None if line.words >= 5 && words::ends_sentence(&line.text) => 3,
        None if line.words >= 9 => LONG_LABEL,
        None => LABEL,
    }
}

/// Ends the stretch at a heading after which pages go on with something else,
/// when most of the running text stands before it.
fn cut_tail(lines: &[Line], range: Range<usize>) -> Range<usize> {
    let running = |range: Range<usize>| -> usize {
        lines[range]
            .iter()
            .filter(|l| l.running)
            .map(|l| l.words)
            .sum()
    };
    let total = running(range.clone());
    for at in range.clone() {
        if cues::ends_article(&words::cue_key(&lines[at].text))
            && running(range.start..at) * 10 >= total * 6
        {
            return range.start..at;
        }
    }
    range
}

/// Short sentences at either end belong to the text: no cue parts them from it.
fn extend(lines: &[Line], range: Range<usize>) -> Range<usize> {
    let belongs =
        |line: &Line| line.cue.is_none() && line.words >= 4 && words::ends_sentence(&line.text);
    let (mut start, mut end) = (range.start, range.end);
    while start > 0 && belongs(&lines[start - 1]) {
        start -= 1;
    }
    while end < lines.len() && belongs(&lines[end]) {
        end += 1;
    }
    start..end
}
