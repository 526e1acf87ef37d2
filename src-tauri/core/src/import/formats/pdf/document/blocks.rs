//! Lines that stand together: the same size, the same distance, one column.

use std::collections::HashMap;
use std::ops::Range;

use super::super::layout::Line;

/// What is usual in a document.
#[derive(Debug)]
pub(super) struct Usual {
    /// Size that most of the text is set in, in points.
    pub body: f32,
    /// The usual distance between baselines, by size in half points.
    leading: HashMap<i32, f32>,
}

/// Lines without a gap wider than the usual one.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub lines: Range<usize>,
    /// Where its lines begin and stop, from the edge that they begin at.
    pub begin: f32,
    pub stop: f32,
}

fn half_points(size: f32) -> i32 {
    (size * 2.0).round() as i32
}

impl Usual {
    /// Of the lines that are no furniture.
    pub(super) fn of(lines: &[Line]) -> Self {
        let mut letters: HashMap<i32, usize> = HashMap::new();
        let mut gaps: HashMap<i32, HashMap<i32, usize>> = HashMap::new();
        for line in lines {
            *letters.entry(half_points(line.size)).or_default() += line.text.chars().count();
        }
        for pair in lines.windows(2) {
            let [a, b] = pair else { continue };
            let gap = b.y - a.y;
            let size = half_points(a.size);
            let near = gap > a.size * 0.7 && gap < a.size * 2.2;
            if a.region == b.region && size == half_points(b.size) && near {
                let quarter = (gap * 4.0).round() as i32;
                *gaps.entry(size).or_default().entry(quarter).or_default() += 1;
            }
        }
        let body = letters
            .iter()
            .max_by_key(|(size, count)| (**count, -**size));
        let body = body.map_or(10.0, |(size, _)| *size as f32 / 2.0);
        let leading = gaps.into_iter().filter_map(|(size, counts)| {
            // Of distances about as common the smaller is the one inside paragraphs.
            let most = counts.values().max().copied()?;
            let common = counts.iter().filter(|(_, count)| **count * 2 >= most);
            let least = common.map(|(gap, _)| *gap).min()?;
            Some((size, least as f32 / 4.0))
        });
        Self {
            body,
            leading: leading.collect(),
        }
    }

    /// The widest distance between baselines inside a paragraph.
    fn limit(&self, size: f32) -> f32 {
        let known = self.leading.get(&half_points(size)).copied();
        known.unwrap_or(size * 1.3) * 1.17 + 0.4
    }
}

/// Cuts a document's lines into blocks.
pub(super) fn blocks(lines: &[Line], usual: &Usual) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for at in 1..=lines.len() {
        let goes_on = match (lines.get(at - 1), lines.get(at)) {
            (Some(before), Some(next)) => is_same(before, next, usual),
            _ => false,
        };
        if !goes_on {
            blocks.extend(block(lines, start..at, usual));
            start = at;
        }
    }
    blocks
}

fn block(lines: &[Line], range: Range<usize>, usual: &Usual) -> Option<Block> {
    let inside = lines.get(range.clone())?;
    let first = inside.first()?;
    let mut stop = inside.iter().map(Line::stop).max_by(f32::total_cmp)?;
    if inside.len() < 3 && first.size < usual.body * 1.12 {
        // A by-line and a date do not show how long lines may be; their column does.
        let around = lines.get(range.start.saturating_sub(40)..range.end + 40);
        let around = around
            .or_else(|| lines.get(range.start.saturating_sub(40)..))
            .unwrap_or_default();
        let column = around.iter().filter(|line| line.region == first.region);
        stop = column.map(Line::stop).fold(stop, f32::max);
    }
    Some(Block {
        lines: range,
        begin: inside.iter().map(Line::begin).min_by(f32::total_cmp)?,
        stop,
    })
}

fn is_same(before: &Line, next: &Line, usual: &Usual) -> bool {
    let gap = next.y - before.y;
    before.region == next.region
        && !before.row
        && !next.row
        && (before.size - next.size).abs() <= before.size * 0.06
        && before.leftward == next.leftward
        && gap > before.size * 0.4
        && gap <= usual.limit(before.size)
        && (before.bold == next.bold || runs_on(before, next))
}

/// A sentence that changes from bold to plain in the middle.
fn runs_on(before: &Line, next: &Line) -> bool {
    let lower = next.text.chars().next().is_some_and(char::is_lowercase);
    lower && before.text.split_whitespace().count() > 3
}
