//! Columns and the order in which they are read.
//!
//! The tallest white strip with text on both sides makes columns of what stands beside it.
//! What crosses the strip above and below (headlines, pictures' captions, feet) is read before
//! and after. Each part is divided again by itself, as an article may have columns of its own.

use super::bidi;
use super::fragments::{Fragment, median};
use super::strips::{self, Strip};

/// Columns within columns, and stretches above and below them.
const MAX_DEPTH: usize = 24;
/// More pieces than a page of text has: then they are read from top to bottom.
pub(super) const MAX_FRAGMENTS: usize = 3000;
/// The narrowest strip between columns, in ems.
const GUTTER: f32 = 0.65;
/// Words in the cells of a table, on average; in columns of text there are more.
const CELL_WORDS: f32 = 2.6;
/// The share of lines with a neighbour at the same height that makes a table.
const ALIGNED: f32 = 0.65;

/// Pieces that are read one below the other.
#[derive(Debug)]
pub(super) struct Region {
    pub fragments: Vec<Fragment>,
    /// Where the cells of a table are cut, from left to right.
    pub cuts: Vec<f32>,
}

/// The regions of a page in the order of reading.
pub(super) fn regions(fragments: Vec<Fragment>) -> Vec<Region> {
    let mut regions = Vec::new();
    let mut known = Vec::new();
    divide(fragments, 0, &mut known, &mut regions);
    regions
}

fn divide(
    mut fragments: Vec<Fragment>,
    depth: usize,
    known: &mut Vec<Strip>,
    regions: &mut Vec<Region>,
) {
    if fragments.is_empty() {
        return;
    }
    fragments.sort_by(|a, b| a.top().total_cmp(&b.top()).then(a.x.total_cmp(&b.x)));
    let mut sizes: Vec<f32> = fragments.iter().map(|fragment| fragment.size).collect();
    let narrowest = (median(&mut sizes) * GUTTER).max(4.0);
    let strip = match fragments.len() {
        2..=MAX_FRAGMENTS if depth < MAX_DEPTH => strips::tallest(&fragments, narrowest, known),
        _ => None,
    };
    let Some(strip) = strip else {
        regions.push(Region {
            fragments,
            cuts: Vec::new(),
        });
        return;
    };
    let (above, mut beside, below) = around(fragments, &strip);
    let (head, foot) = detached(&mut beside);
    if beside.iter().all(|f| f.x >= strip.right) || beside.iter().all(|f| f.end <= strip.left) {
        // Nothing faces anything any more: a head over a foot.
        let all = [above, head, beside, foot, below].concat();
        regions.push(Region {
            fragments: all,
            cuts: Vec::new(),
        });
        return;
    }
    divide([above, head].concat(), depth + 1, known, regions);
    let strips = strips::all_through(&beside, strip, narrowest, known);
    known.extend(strips.iter().cloned());
    split(beside, &strips, depth, known, regions);
    divide([foot, below].concat(), depth + 1, known, regions);
}

/// What is above, beside and below a strip.
fn around(
    fragments: Vec<Fragment>,
    strip: &Strip,
) -> (Vec<Fragment>, Vec<Fragment>, Vec<Fragment>) {
    let crosses = |f: &Fragment| f.x < strip.right - 0.1 && f.end > strip.left + 0.1;
    let middle = |f: &Fragment| (f.top() + f.bottom()) / 2.0;
    let (top, bottom) = strips::clear(&fragments, strip);
    let (mut above, mut beside, mut below) = (Vec::new(), Vec::new(), Vec::new());
    for fragment in fragments {
        let y = middle(&fragment);
        if y <= top {
            above.push(fragment);
        } else if y >= bottom {
            below.push(fragment);
        } else if crosses(&fragment) {
            // Inside the strip's height, yet across it: only by less than a hair.
            above.push(fragment);
        } else {
            beside.push(fragment);
        }
    }
    take_endings(&mut above, &mut beside);
    (above, beside, below)
}

/// The last line of a headline or caption may be too short to cross the strip: it begins
/// where the line above it does, in the same size.
fn take_endings(above: &mut Vec<Fragment>, beside: &mut Vec<Fragment>) {
    for _ in 0..3 {
        let ending = beside.iter().position(|f| {
            above.iter().any(|line| {
                let gap = f.y - line.y;
                (f.size - line.size).abs() < f.size * 0.03
                    && (f.x - line.x).abs() < f.size * 0.3
                    && gap > 0.0
                    && gap < f.size * 1.4
            })
        });
        let Some(ending) = ending else { return };
        let ending = beside.remove(ending);
        // What stands beside it in the same line goes with it.
        let (same, other): (Vec<_>, Vec<_>) = std::mem::take(beside)
            .into_iter()
            .partition(|f| (f.y - ending.y).abs() < f.size * 0.2 && f.x < ending.end + f.size);
        *beside = other;
        above.extend(same);
        above.push(ending);
    }
}

/// Takes a line or two that stand clear at the top and the bottom: running heads and feet,
/// whose parts are no columns.
fn detached(beside: &mut Vec<Fragment>) -> (Vec<Fragment>, Vec<Fragment>) {
    beside.sort_by(|a, b| a.top().total_cmp(&b.top()));
    let head = leading(beside.iter(), |f| (f.top(), f.bottom()));
    let head: Vec<Fragment> = beside.drain(..head).collect();
    beside.sort_by(|a, b| b.bottom().total_cmp(&a.bottom()));
    let foot = leading(beside.iter(), |f| (-f.bottom(), -f.top()));
    let foot: Vec<Fragment> = beside.drain(..foot).collect();
    beside.sort_by(|a, b| a.top().total_cmp(&b.top()).then(a.x.total_cmp(&b.x)));
    (head, foot)
}

/// How many fragments come before the first clear gap, if they make two lines at most.
fn leading<'f>(
    fragments: impl Iterator<Item = &'f Fragment>,
    extent: fn(&Fragment) -> (f32, f32),
) -> usize {
    let mut end = f32::MIN;
    let mut lines = 0;
    for (at, fragment) in fragments.enumerate() {
        let (from, to) = extent(fragment);
        if at > 0 && from - end > fragment.size * 0.9 {
            return at;
        }
        if from > end - fragment.size * 0.4 {
            lines += 1;
            if lines > 2 {
                return 0;
            }
        }
        end = end.max(to);
    }
    0
}

/// Reads columns one after the other, or a table row by row.
fn split(
    fragments: Vec<Fragment>,
    strips: &[Strip],
    depth: usize,
    known: &mut Vec<Strip>,
    regions: &mut Vec<Region>,
) {
    let cuts: Vec<f32> = strips
        .iter()
        .map(|strip| (strip.left + strip.right) / 2.0)
        .collect();
    if is_table(&fragments, &cuts) {
        regions.push(Region { fragments, cuts });
        return;
    }
    let leftward = {
        let all = fragments.iter().map(|fragment| fragment.text.as_str());
        bidi::is_leftward(&all.collect::<String>())
    };
    let mut columns: Vec<Vec<Fragment>> = Vec::new();
    columns.resize_with(cuts.len() + 1, Vec::new);
    for fragment in fragments {
        let at = column_of(&fragment, &cuts);
        if let Some(column) = columns.get_mut(at) {
            column.push(fragment);
        }
    }
    if leftward {
        columns.reverse();
    }
    for column in columns {
        divide(column, depth + 1, known, regions);
    }
}

/// Which column or cell a fragment is in.
pub(super) fn column_of(fragment: &Fragment, cuts: &[f32]) -> usize {
    let middle = (fragment.x + fragment.end) / 2.0;
    cuts.iter().take_while(|&&cut| cut < middle).count()
}

/// Short cells at the same heights; all columns but one must have them.
fn is_table(fragments: &[Fragment], cuts: &[f32]) -> bool {
    let count = cuts.len() + 1;
    let (mut words, mut lines) = (vec![0.0_f32; count], vec![0.0_f32; count]);
    let mut last = vec![f32::MIN; count];
    let mut aligned = 0.0;
    for fragment in fragments {
        let at = column_of(fragment, cuts);
        let (Some(words), Some(lines), Some(last)) =
            (words.get_mut(at), lines.get_mut(at), last.get_mut(at))
        else {
            continue;
        };
        *words += fragment.words();
        if (fragment.y - *last).abs() > fragment.size * 0.5 {
            *lines += 1.0;
            *last = fragment.y;
            let mate = fragments.iter().any(|other| {
                (other.y - fragment.y).abs() < fragment.size * 0.25 && column_of(other, cuts) != at
            });
            aligned += f32::from(u8::from(mate));
        }
    }
    let total: f32 = lines.iter().sum();
    let short = words
        .iter()
        .zip(&lines)
        .filter(|(words, lines)| **words <= **lines * CELL_WORDS);
    short.count() + 1 >= count.max(2) && aligned > total * ALIGNED
}
