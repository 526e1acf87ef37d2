//! Stretches of text without a wide gap: the pieces that columns are made of.

use super::super::content::{Direction, Glyph};
use super::super::letters;

/// A character that nothing gives a meaning to.
const UNKNOWN: char = '\u{FFFD}';
/// A wider gap, in ems, may be the one between columns.
const WIDE: f32 = 0.6;
/// A gap from which on words are apart, in ems: where spaces are drawn, and where not.
const SPACE_DRAWN: f32 = 0.35;
const SPACE: f32 = 0.17;

#[derive(Debug, Clone)]
pub(super) struct Fragment {
    /// As seen from left to right; scripts that run leftward are not yet turned.
    pub text: String,
    pub x: f32,
    pub end: f32,
    /// Of the baseline.
    pub y: f32,
    pub size: f32,
    pub bold: bool,
    pub artifact: bool,
    /// A space is drawn after the last word.
    pub space_after: bool,
    /// Widths of the first and of the last word as seen.
    pub first_word: f32,
    pub last_word: f32,
}

impl Fragment {
    /// Where tall letters end.
    pub fn top(&self) -> f32 {
        self.y - self.size * 0.75
    }

    /// Where letters such as p end.
    pub fn bottom(&self) -> f32 {
        self.y + self.size * 0.22
    }

    pub fn words(&self) -> f32 {
        let unspaced = self
            .text
            .chars()
            .filter(|&c| letters::is_unspaced(c))
            .count();
        self.text.split_whitespace().count() as f32 + unspaced as f32 / 2.0
    }
}

/// The fragments of one direction on a page.
pub(super) fn fragments(glyphs: &[Glyph], direction: Direction) -> Vec<Fragment> {
    let mut level: Vec<&Glyph> = glyphs
        .iter()
        .filter(|glyph| glyph.direction == direction)
        .collect();
    level.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut fragments = Vec::new();
    let mut row: Vec<&Glyph> = Vec::new();
    for glyph in level {
        let same = row.last().zip(row.first()).is_none_or(|(last, first)| {
            let size = last.size.min(glyph.size);
            glyph.y - last.y < size * 0.2 && glyph.y - first.y < size * 0.5
        });
        if !same {
            split_row(&mut row, &mut fragments);
        }
        row.push(glyph);
    }
    split_row(&mut row, &mut fragments);
    fragments
}

/// Cuts a row at wide gaps.
fn split_row(row: &mut Vec<&Glyph>, fragments: &mut Vec<Fragment>) {
    row.sort_by(|a, b| a.x.total_cmp(&b.x));
    let row = std::mem::take(row);
    let row = attach_marks(&row);
    let mut begin = 0;
    let mut last: Option<&Glyph> = None;
    for (at, cluster) in row.iter().enumerate() {
        let glyph = cluster.glyph;
        if glyph.c == ' ' {
            continue;
        }
        if let Some(before) = last {
            let size = before.size.min(glyph.size);
            let gap = glyph.x - before.end();
            let apart = gap > size * WIDE
                || (glyph.y - before.y).abs() > size * 0.15 && gap > size * SPACE
                || before.size.max(glyph.size) > size * 1.6
                || before.artifact != glyph.artifact;
            if apart {
                fragments.extend(build(row.get(begin..at).unwrap_or_default()));
                begin = at;
            }
        }
        last = Some(glyph);
    }
    fragments.extend(build(row.get(begin..).unwrap_or_default()));
}

/// A letter with the marks that stand on it.
struct Cluster<'g> {
    glyph: &'g Glyph,
    marks: Vec<char>,
}

/// Marks are drawn before or after their letter; each belongs to the one that it stands over.
fn attach_marks<'g>(row: &[&'g Glyph]) -> Vec<Cluster<'g>> {
    let mut clusters: Vec<Cluster> = Vec::with_capacity(row.len());
    let mut early: Vec<&Glyph> = Vec::new();
    for &glyph in row {
        if letters::is_mark(glyph.c) {
            let middle = glyph.x + glyph.width / 2.0;
            match clusters.last_mut() {
                Some(before) if middle <= before.glyph.end() + glyph.size * 0.1 => {
                    before.marks.push(glyph.c);
                }
                _ => early.push(glyph),
            }
            continue;
        }
        if is_drawn_twice(clusters.last().map(|before| before.glyph), glyph) {
            continue;
        }
        let marks = early.drain(..).map(|mark| mark.c).collect();
        clusters.push(Cluster { glyph, marks });
    }
    if let Some(last) = clusters.last_mut() {
        last.marks.extend(early.iter().map(|mark| mark.c));
    }
    clusters
}

/// Bold by drawing the same letter again a little beside, and shadows.
fn is_drawn_twice(before: Option<&Glyph>, glyph: &Glyph) -> bool {
    before.is_some_and(|before| {
        before.c == glyph.c
            && (glyph.x - before.x).abs() < (glyph.size * 0.12).min(before.width * 0.5)
            && (glyph.y - before.y).abs() < glyph.size * 0.12
    })
}

/// Writes a stretch down with a space wherever words are apart.
fn build(row: &[Cluster]) -> Option<Fragment> {
    let shown: Vec<&Cluster> = row
        .iter()
        .filter(|cluster| !is_space(cluster.glyph.c) && cluster.glyph.c != UNKNOWN)
        .collect();
    let (first, last) = (shown.first()?.glyph, shown.last()?.glyph);
    let drawn = row.iter().any(|cluster| is_space(cluster.glyph.c));
    let spread = letter_spacing(&shown);
    let limit = if drawn { SPACE_DRAWN } else { SPACE };
    let mut text = String::with_capacity(row.len() + 8);
    let (mut first_word, mut word_start) = (None, first.x);
    let mut space = false;
    let mut before: Option<&Glyph> = None;
    // Arabic words are drawn out with strokes that no letter stands for.
    let mut stroke = 0.0;
    for cluster in row {
        let glyph = cluster.glyph;
        if glyph.c == UNKNOWN {
            stroke += glyph.width;
            continue;
        }
        if is_space(glyph.c) {
            space = true;
            continue;
        }
        if let Some(before) = before {
            let drawn_out =
                letters::is_right_to_left(before.c) && letters::is_right_to_left(glyph.c);
            let stroke = if drawn_out {
                std::mem::take(&mut stroke)
            } else {
                0.0
            };
            let gap = glyph.x - before.end() - spread - stroke;
            let apart = gap > before.size.min(glyph.size) * limit;
            if space || apart && !is_joined(before.c, glyph.c) {
                text.push(' ');
                first_word.get_or_insert(before.end() - first.x);
                word_start = glyph.x;
            }
        }
        text.push(glyph.c);
        text.extend(&cluster.marks);
        (space, stroke) = (false, 0.0);
        before = Some(glyph);
    }
    let mut sizes: Vec<f32> = shown.iter().map(|cluster| cluster.glyph.size).collect();
    let mut baselines: Vec<f32> = shown.iter().map(|cluster| cluster.glyph.y).collect();
    let end = shown
        .iter()
        .map(|c| c.glyph.end())
        .fold(last.end(), f32::max);
    let bold = shown.iter().filter(|cluster| cluster.glyph.bold).count();
    Some(Fragment {
        text,
        x: first.x,
        end,
        y: median(&mut baselines),
        size: median(&mut sizes),
        bold: bold * 2 > shown.len(),
        artifact: first.artifact,
        space_after: space,
        first_word: first_word.unwrap_or(end - first.x),
        last_word: end - word_start,
    })
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{200B}' || c.is_control()
}

/// Chinese and Japanese are set with gaps that are no spaces.
fn is_joined(before: char, after: char) -> bool {
    letters::is_unspaced(before) && letters::is_unspaced(after)
}

/// The usual gap between letters, where a heading is set wide; zero in ordinary text.
fn letter_spacing(shown: &[&Cluster]) -> f32 {
    let mut gaps: Vec<f32> = shown
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] => Some(b.glyph.x - a.glyph.end()),
            _ => None,
        })
        .collect();
    if gaps.len() < 4 {
        return 0.0;
    }
    median(&mut gaps).max(0.0)
}

pub(super) fn median(values: &mut [f32]) -> f32 {
    if values.is_empty() {
        return 0.0;
    }
    let (_, middle, _) = values.select_nth_unstable_by(values.len() / 2, f32::total_cmp);
    *middle
}
