//! When the article was published and changed, as the lines around its text say.

use std::ops::Range;

use super::head::Head;
use super::lines::Line;
use crate::domain::PrintedTime;
use crate::extract::date_labels::says_update;
use crate::extract::dates::{self, DateHints};
use crate::extract::{byline, words};

/// Reads the dates of the lines in `range`, nearest to the text first.
pub(super) fn read(
    lines: &[Line],
    range: Range<usize>,
    first_text: usize,
    hints: &DateHints,
    head: &mut Head,
) {
    let mut best: Option<(i64, usize, PrintedTime)> = None;
    let mut update: Option<(usize, PrintedTime)> = None;
    let mut told: Option<(usize, PrintedTime)> = None;
    for at in range {
        let line = &lines[at];
        if line.words > 26 || (line.running && line.words > 14) {
            continue;
        }
        relative(line, at, hints, &mut told);
        let mut from = 0;
        while let Some(found) = line
            .text
            .get(from..)
            .and_then(|rest| dates::find(rest, hints))
        {
            let label = &line.text[from..from + found.start];
            let rest = words::count(label) + words::count(&line.text[from + found.end..]);
            from += found.end;
            let precise = found.time.iso.len() > 7;
            if rest > 9 || line.text.contains('©') || (!precise && (rest > 1 || line.cue.is_some()))
            {
                continue;
            }
            let above = at.checked_sub(1).map_or("", |above| {
                let above = &lines[above];
                if above.words <= 3 {
                    above.text.as_str()
                } else {
                    ""
                }
            });
            if says_update(label) || (words::count(label) == 0 && says_update(above)) {
                update.get_or_insert((at, found.time));
                continue;
            }
            let distance = i64::try_from(at.abs_diff(first_text)).unwrap_or(i64::MAX);
            let labelled = line.cue.is_some() || byline::starts_with_by(&line.text);
            let timed = found.time.iso.len() > 10;
            let score = i64::from(labelled) * 4 + i64::from(timed) * 3 + i64::from(precise) * 6
                - distance
                - i64::from(at > first_text) * 4;
            if best.as_ref().is_none_or(|(most, ..)| score > *most) {
                best = Some((score, at, found.time));
            }
        }
    }
    if let Some((_, at, time)) = best {
        head.published = Some((at, time));
        head.updated = head.updated.take().or(update);
        return;
    }
    // A date in figures anywhere near is worth more than one to be counted back.
    if update.is_none() && head.published.is_none() {
        head.published = told;
        return;
    }
    match update {
        // News that prints only "Updated 4:14 PM" is of that day; a guide that was
        // "updated in May" is not.
        Some((at, time)) if time.iso.len() > 10 && head.published.is_none() => {
            head.published = Some((at, time));
        }
        other => head.updated = head.updated.take().or(other),
    }
}

/// Words beside a relative date in a line that is about nothing else.
const BESIDE: usize = 3;

/// Keeps the first line that says little more than when, counted back from the time of
/// saving: `3 hours ago`, `vor 2 Tagen`.
fn relative(line: &Line, at: usize, hints: &DateHints, told: &mut Option<(usize, PrintedTime)>) {
    if told.is_some() || line.running {
        return;
    }
    let Some(found) = dates::find_relative(&line.text, hints) else {
        return;
    };
    let (label, rest) = (&line.text[..found.start], &line.text[found.end..]);
    let lone = words::count(label) + words::count(rest) <= BESIDE;
    if lone && !says_update(label) {
        *told = Some((at, found.time));
    }
}
