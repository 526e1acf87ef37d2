//! Which paragraph of one text became which of another.

use std::collections::HashMap;

use imara_diff::{Algorithm, Diff, InternedInput};

/// What became of a paragraph, in reading order: `before` and `after` are its numbers
/// in the two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    Same { after: usize },
    Changed { before: usize, after: usize },
    Inserted { after: usize },
    Deleted { before: usize },
    MovedHere { after: usize },
    MovedAway { before: usize },
}

/// Paragraphs that share less of their words are not the same one rewritten.
const RELATED: f64 = 0.4;
/// Paragraphs compared with each other in one place; more are taken as they stand.
const MOST_PAIRS: usize = 10_000;

pub(super) fn align(before: &[&str], after: &[&str]) -> Vec<Pair> {
    let mut input = InternedInput::default();
    input.update_before(before.iter().copied());
    input.update_after(after.iter().copied());
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let mut pairs = Vec::with_capacity(before.len().max(after.len()));
    let mut at = 0;
    for hunk in diff.hunks() {
        let (old, new) = (range(&hunk.before), range(&hunk.after));
        pairs.extend((at..new.start).map(|after| Pair::Same { after }));
        at = new.end;
        pairs.extend(rewritten(before, after, old, new));
    }
    pairs.extend((at..after.len()).map(|after| Pair::Same { after }));
    mark_moved(&mut pairs, before, after);
    pairs
}

fn range(range: &std::ops::Range<u32>) -> std::ops::Range<usize> {
    range.start as usize..range.end as usize
}

/// The paragraphs of one place: which of the old ones became which of the new ones.
/// The pairing with the most words in common that keeps the order.
fn rewritten(
    before: &[&str],
    after: &[&str],
    old: std::ops::Range<usize>,
    new: std::ops::Range<usize>,
) -> Vec<Pair> {
    let (rows, columns) = (old.len(), new.len());
    let apart = || {
        let gone = old.clone().map(|before| Pair::Deleted { before });
        let come = new.clone().map(|after| Pair::Inserted { after });
        gone.chain(come).collect()
    };
    if rows * columns == 0 || rows * columns > MOST_PAIRS {
        return apart();
    }
    let words = |texts: &[&str], of: std::ops::Range<usize>| -> Vec<HashMap<String, u32>> {
        texts
            .get(of)
            .unwrap_or_default()
            .iter()
            .map(|text| counted(text))
            .collect()
    };
    let (old_words, new_words) = (words(before, old.clone()), words(after, new.clone()));
    let mut scores = vec![vec![0.0_f64; columns]; rows];
    for (line, mine) in scores.iter_mut().zip(&old_words) {
        for (score, theirs) in line.iter_mut().zip(&new_words) {
            let common = in_common(mine, theirs);
            *score = if common >= RELATED { common } else { 0.0 };
        }
    }
    // best[r][c]: the most that the paragraphs from r and c on can have in common.
    let mut best = vec![vec![0.0_f64; columns + 1]; rows + 1];
    for r in (0..rows).rev() {
        for c in (0..columns).rev() {
            let paired = scores[r][c] + best[r + 1][c + 1];
            let skipped = best[r + 1][c].max(best[r][c + 1]);
            best[r][c] = if scores[r][c] > 0.0 {
                paired.max(skipped)
            } else {
                skipped
            };
        }
    }
    let (mut r, mut c) = (0, 0);
    let mut pairs = Vec::with_capacity(rows + columns);
    while r < rows || c < columns {
        let here = if r < rows && c < columns {
            scores[r][c]
        } else {
            0.0
        };
        if here > 0.0 && best[r][c] <= here + best[r + 1][c + 1] {
            pairs.push(Pair::Changed {
                before: old.start + r,
                after: new.start + c,
            });
            r += 1;
            c += 1;
        } else if r < rows && (c == columns || best[r + 1][c] >= best[r][c]) {
            pairs.push(Pair::Deleted {
                before: old.start + r,
            });
            r += 1;
        } else {
            pairs.push(Pair::Inserted {
                after: new.start + c,
            });
            c += 1;
        }
    }
    pairs
}

fn counted(text: &str) -> HashMap<String, u32> {
    let mut words = HashMap::new();
    for word in super::changes::tokens(text) {
        if word.chars().any(char::is_alphanumeric) {
            *words.entry(word.to_lowercase()).or_insert(0) += 1;
        }
    }
    words
}

/// Dice's coefficient of two bags of words.
fn in_common(one: &HashMap<String, u32>, other: &HashMap<String, u32>) -> f64 {
    let size = |words: &HashMap<String, u32>| words.values().sum::<u32>();
    let all = size(one) + size(other);
    let common: u32 = one
        .iter()
        .filter_map(|(word, n)| other.get(word).map(|m| n.min(m)))
        .sum();
    2.0 * f64::from(common) / f64::from(all.max(1))
}

/// What is gone in one place and has come, word for word, in another has moved.
fn mark_moved(pairs: &mut [Pair], before: &[&str], after: &[&str]) {
    let mut gone: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, pair) in pairs.iter().enumerate() {
        if let Pair::Deleted { before: n } = pair
            && let Some(text) = before.get(*n)
        {
            gone.entry(text).or_default().push(at);
        }
    }
    for at in 0..pairs.len() {
        let Some(Pair::Inserted { after: n }) = pairs.get(at).copied() else {
            continue;
        };
        let Some(from) = after.get(n).and_then(|text| gone.get_mut(text)?.pop()) else {
            continue;
        };
        if let Some(Pair::Deleted { before }) = pairs.get(from).copied() {
            pairs[from] = Pair::MovedAway { before };
            pairs[at] = Pair::MovedHere { after: n };
        }
    }
}
