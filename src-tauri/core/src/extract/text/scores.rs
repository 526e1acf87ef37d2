//! How likely each line belongs to the article: trees over its traits and its
//! surroundings', then trees that also see what the first said of its neighbours.
//!
//! `core/training/train.py` makes the trees, and computes [`with_neighbours`] the same way.

use super::lines::Line;
use super::traits::number;
use super::{model, surroundings};

/// Neighbours whose score a line sees, on each side.
const REACH: usize = 5;
const WINDOWS: [(usize, usize); 2] = [(1, 10), (11, 30)];
const FAR: usize = 40;

/// A score from 0 to 1 for each line.
pub(crate) fn of_lines(lines: &[Line]) -> Vec<f32> {
    let traits = surroundings::of_lines(lines);
    let first: Vec<f32> = traits.iter().map(|all| model::FIRST.score(all)).collect();
    let words: Vec<usize> = lines.iter().map(|line| line.words).collect();
    with_neighbours(traits, &first, &words)
        .iter()
        .map(|all| model::SECOND.score(all))
        .collect()
}

/// The traits, followed by what the first trees said around each line.
fn with_neighbours(mut traits: Vec<Vec<f32>>, first: &[f32], words: &[usize]) -> Vec<Vec<f32>> {
    let count = first.len();
    let (mut kept, mut all) = (vec![0.0_f64], vec![0.0_f64]);
    let (mut kept_sum, mut all_sum) = (0.0, 0.0);
    for (score, words) in first.iter().zip(words) {
        let weight = f64::from(number(*words)) + 1.0;
        kept_sum += weight * f64::from(*score);
        all_sum += weight;
        kept.push(kept_sum);
        all.push(all_sum);
    }
    let share = |from: usize, to: usize| -> f32 {
        let whole = all[to] - all[from];
        if whole > 0.0 {
            narrow((kept[to] - kept[from]) / whole)
        } else {
            -1.0
        }
    };
    let (start, end) = densest(first, words);
    for (at, out) in traits.iter_mut().enumerate() {
        for other in (at + count).saturating_sub(REACH)..=at + count + REACH {
            let score = other.checked_sub(count).and_then(|other| first.get(other));
            out.push(score.copied().unwrap_or(-1.0));
        }
        for (near, far) in WINDOWS {
            out.push(share(at.saturating_sub(far), (at + 1).saturating_sub(near)));
            out.push(share((at + near).min(count), (at + far + 1).min(count)));
        }
        let whole = if kept_sum > 0.0 { kept_sum } else { 1.0 };
        out.push(narrow(kept[at] / whole));
        out.push(narrow((kept_sum - kept[at + 1]) / whole));
        out.push(distance(start, at));
        out.push(distance(at, end));
    }
    traits
}

/// The stretch of lines that the scores are surest of, by words.
pub(super) fn densest(scores: &[f32], words: &[usize]) -> (usize, usize) {
    let (mut best, mut range) = (0.0_f64, (0, scores.len()));
    let (mut sum, mut start) = (0.0_f64, 0);
    for (at, (score, words)) in scores.iter().zip(words).enumerate() {
        if sum <= 0.0 {
            sum = 0.0;
            start = at;
        }
        sum += (f64::from(number(*words)) + 1.0) * (f64::from(*score) - 0.5);
        if sum > best {
            best = sum;
            range = (start, at + 1);
        }
    }
    range
}

fn distance(from: usize, to: usize) -> f32 {
    if to >= from {
        number((to - from).min(FAR))
    } else {
        -number((from - to).min(FAR))
    }
}

/// The trees' thresholds are not finer than this.
#[expect(clippy::cast_possible_truncation, reason = "shares between 0 and 1")]
fn narrow(value: f64) -> f32 {
    value as f32
}
