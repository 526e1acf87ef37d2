//! White strips between columns: found by sweeping a page from top to bottom.

use super::fragments::{Fragment, median};

/// Lines that must face each other across a strip; fewer are a heading with its date.
const FACING: usize = 3;
/// As many are no chance, however their edges lie.
const SURE: usize = 9;
/// The share of lines on one side that must begin, or end, at the same place.
const EVEN: f32 = 0.6;
/// Fragments looked back over for a neighbour at the same height.
const BACK: usize = 60;

/// A white strip with text on both sides.
#[derive(Debug, Clone)]
pub(super) struct Strip {
    pub left: f32,
    pub right: f32,
    /// Where it begins and where something crosses it.
    pub top: f32,
    pub bottom: f32,
}

/// The strip that goes through most of the height. `fragments` come from top to bottom.
pub(super) fn tallest(fragments: &[Fragment], narrowest: f32, known: &[Strip]) -> Option<Strip> {
    let mut best: Option<((f32, usize), Strip)> = None;
    for strip in all(fragments, narrowest) {
        let Some(facing) = held(fragments, &strip, narrowest, known) else {
            continue;
        };
        let (top, bottom) = clear(fragments, &strip);
        let rank = ((bottom - top).round(), facing);
        if best.as_ref().is_none_or(|(most, _)| rank > *most) {
            best = Some((rank, strip));
        }
    }
    best.map(|(_, strip)| strip)
}

/// From what crosses a strip above it to what crosses it below, or to the last text.
pub(super) fn clear(fragments: &[Fragment], strip: &Strip) -> (f32, f32) {
    let (mut top, mut bottom) = (f32::MAX, f32::MIN);
    for fragment in fragments {
        top = top.min(fragment.top());
        bottom = bottom.max(fragment.bottom());
    }
    for fragment in fragments
        .iter()
        .filter(|f| f.x < strip.right - 0.1 && f.end > strip.left + 0.1)
    {
        let middle = (fragment.top() + fragment.bottom()) / 2.0;
        if middle < strip.top {
            top = top.max(middle);
        } else if middle > strip.bottom {
            bottom = bottom.min(middle);
        }
    }
    (top, bottom)
}

/// The other strips that nothing crosses in the height of one, from left to right.
pub(super) fn all_through(
    fragments: &[Fragment],
    first: Strip,
    narrowest: f32,
    known: &[Strip],
) -> Vec<Strip> {
    let mut strips = vec![first];
    for strip in all(fragments, narrowest) {
        let free = !fragments
            .iter()
            .any(|f| f.x < strip.right - 0.1 && f.end > strip.left + 0.1);
        let apart = strips
            .iter()
            .all(|other| strip.right <= other.left || other.right <= strip.left);
        if free && apart && held(fragments, &strip, narrowest, known).is_some() {
            strips.push(strip);
        }
    }
    strips.sort_by(|a, b| a.left.total_cmp(&b.left));
    // Two strips with nothing between them are one.
    strips.dedup_by(|second, first| {
        !fragments
            .iter()
            .any(|f| f.x >= first.right - 0.1 && f.end <= second.left + 0.1)
    });
    strips
}

/// How many lines face each other across a strip, if it is one between columns. Gaps between
/// words of lines set to full width can lie below each other for some lines, too: but then
/// the lines above and below go across, and the words do not begin at the same place.
fn held(fragments: &[Fragment], strip: &Strip, narrowest: f32, known: &[Strip]) -> Option<usize> {
    let (before, after) = sides(fragments, strip);
    let facing = before.len().min(after.len());
    if facing >= SURE {
        return Some(facing);
    }
    let again = known
        .iter()
        .any(|other| other.right.min(strip.right) - other.left.max(strip.left) >= narrowest);
    let needed = if again { FACING - 1 } else { FACING };
    let begins = evenness(&after, |f| f.x);
    let ends = evenness(&before, |f| f.end);
    let even = begins >= EVEN || ends >= EVEN;
    (facing >= needed && even && !is_river(fragments, strip, &after)).then_some(facing)
}

/// True where text of the size beside a strip goes across right above or below it.
fn is_river(fragments: &[Fragment], strip: &Strip, beside: &[&Fragment]) -> bool {
    let mut sizes: Vec<f32> = beside.iter().map(|line| line.size).collect();
    let size = median(&mut sizes);
    fragments.iter().any(|f| {
        let crosses = f.x < strip.right - 0.1 && f.end > strip.left + 0.1;
        let near = f.top() < strip.bottom + f.size * 0.7 && f.bottom() > strip.top - f.size * 0.7;
        crosses && near && (size - f.size).abs() < f.size * 0.05
    })
}

/// The share of lines whose edge is where most have it.
fn evenness(lines: &[&Fragment], edge: fn(&Fragment) -> f32) -> f32 {
    let lines = lines.get(..lines.len().min(40)).unwrap_or_default();
    let most = lines.iter().map(|line| {
        let near = lines
            .iter()
            .filter(|other| (edge(other) - edge(line)).abs() < line.size * 0.25);
        near.count()
    });
    most.max().unwrap_or(0) as f32 / lines.len().max(1) as f32
}

/// Every strip that begins between two neighbours, as far down as nothing crosses it.
fn all(fragments: &[Fragment], narrowest: f32) -> Vec<Strip> {
    let mut open: Vec<Strip> = Vec::new();
    let mut closed: Vec<Strip> = Vec::new();
    for (at, fragment) in fragments.iter().enumerate() {
        open.retain_mut(|strip| {
            if fragment.end <= strip.left || fragment.x >= strip.right {
                strip.bottom = strip.bottom.max(fragment.bottom());
                return true;
            }
            let (before, after) = (fragment.x - strip.left, strip.right - fragment.end);
            if before.max(after) < narrowest {
                closed.push(strip.clone());
                return false;
            }
            if before > after {
                strip.right = fragment.x;
            } else {
                strip.left = fragment.end;
            }
            strip.bottom = strip.bottom.max(fragment.bottom());
            true
        });
        let recent = fragments
            .get(at.saturating_sub(BACK)..at)
            .unwrap_or_default();
        for (left, right, top) in gaps(recent, fragment) {
            let taken = open
                .iter()
                .any(|strip| strip.right.min(right) - strip.left.max(left) >= narrowest);
            if right - left >= narrowest && !taken {
                open.push(Strip {
                    left,
                    right,
                    top,
                    bottom: fragment.bottom(),
                });
            }
        }
    }
    closed.append(&mut open);
    closed
}

/// The gaps between a fragment and its neighbours to the left and to the right.
fn gaps(recent: &[Fragment], fragment: &Fragment) -> Vec<(f32, f32, f32)> {
    let beside = || {
        let near = fragment.size * 1.2;
        recent
            .iter()
            .filter(move |other| (other.y - fragment.y).abs() < near)
    };
    let before = beside()
        .filter(|other| other.end <= fragment.x)
        .max_by(|a, b| a.end.total_cmp(&b.end));
    let after = beside()
        .filter(|other| other.x >= fragment.end)
        .min_by(|a, b| a.x.total_cmp(&b.x));
    let top = |other: &Fragment| other.top().min(fragment.top());
    let before = before.map(|other| (other.end, fragment.x, top(other)));
    let after = after.map(|other| (fragment.end, other.x, top(other)));
    before.into_iter().chain(after).collect()
}

/// The fragments next to a strip on each side, at the heights that both sides share.
fn sides<'f>(fragments: &'f [Fragment], strip: &Strip) -> (Vec<&'f Fragment>, Vec<&'f Fragment>) {
    let within = |f: &&Fragment| f.y > strip.top && f.top() < strip.bottom;
    let all = || fragments.iter().filter(within);
    let before: Vec<&Fragment> = all().filter(|f| f.end <= strip.left + 0.1).collect();
    let after: Vec<&Fragment> = all().filter(|f| f.x >= strip.right - 0.1).collect();
    let (Some(first), Some(second)) = (extent(&before), extent(&after)) else {
        return (Vec::new(), Vec::new());
    };
    let (top, bottom) = (first.0.max(second.0), first.1.min(second.1));
    let before = nearest(before, top, bottom, |f| -f.end);
    let after = nearest(after, top, bottom, |f| f.x);
    (before, after)
}

fn extent(fragments: &[&Fragment]) -> Option<(f32, f32)> {
    let top = fragments.iter().map(|f| f.top()).min_by(f32::total_cmp)?;
    let bottom = fragments
        .iter()
        .map(|f| f.bottom())
        .max_by(f32::total_cmp)?;
    Some((top, bottom))
}

/// Of each line between two heights the fragment nearest to the strip.
fn nearest(
    fragments: Vec<&Fragment>,
    top: f32,
    bottom: f32,
    distance: fn(&Fragment) -> f32,
) -> Vec<&Fragment> {
    let mut inside: Vec<&Fragment> = fragments
        .into_iter()
        .filter(|f| f.y > top && f.top() < bottom)
        .collect();
    inside.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut lines: Vec<&Fragment> = Vec::new();
    for fragment in inside {
        match lines.last_mut() {
            Some(last) if fragment.y - last.y < fragment.size * 0.5 => {
                if distance(fragment) < distance(last) {
                    *last = fragment;
                }
            }
            _ => lines.push(fragment),
        }
    }
    lines
}
