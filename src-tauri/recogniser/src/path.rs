//! The labels of a window as one path: the likeliest one as a whole. Each piece's own likeliest
//! label tears names (`Union | européenne`) and words.

use crate::decode::is_within_word;
use crate::encoder::{LABELS, Odds};
use crate::pieces::Piece;

/// What steps cost, as logarithms: a name directly behind one of its own kind, and another
/// label within a word. On development sets in nine languages they raise the precision of names
/// by a point and leave recall as it is; half or twice as much does the same.
const AGAIN: f32 = -2.0;
const TORN: f32 = -1.0;
/// No odds are less, so that no path is impossible by one piece.
const LEAST: f32 = 1e-6;

/// The best path that ends in a label so far.
#[derive(Clone, Copy)]
struct Best {
    score: f32,
    /// The label before.
    from: usize,
}

/// The label of each piece.
pub(crate) fn labels(text: &str, pieces: &[Piece], odds: &[Odds]) -> Vec<usize> {
    let mut steps: Vec<[Best; LABELS]> = Vec::with_capacity(odds.len());
    let mut end = None;
    for (piece, odds) in pieces.iter().zip(odds) {
        let within = end.is_some_and(|end| is_within_word(text, end, piece.start));
        let before = steps.last();
        let mut label = 0;
        let best = odds.map(|odd| {
            let best = reached(label, before, within);
            label += 1;
            Best {
                score: best.score + odd.max(LEAST).ln(),
                ..best
            }
        });
        steps.push(best);
        end = Some(piece.end);
    }
    let mut label = steps
        .last()
        .map_or(0, |step| best_of(step.iter().copied()).from);
    let mut path: Vec<usize> = Vec::with_capacity(steps.len());
    for step in steps.iter().rev() {
        path.push(label);
        label = step.get(label).map_or(0, |best| best.from);
    }
    path.reverse();
    path
}

/// The best way to a label. Without pieces before, nothing is open.
fn reached(label: usize, before: Option<&[Best; LABELS]>, within: bool) -> Best {
    let Some(before) = before else {
        let score = step(0, label, false);
        return Best { score, from: 0 };
    };
    best_of(before.iter().enumerate().map(|(last, best)| Best {
        score: best.score + step(last, label, within),
        ..*best
    }))
}

/// The best of the labels, and its number.
fn best_of(scores: impl Iterator<Item = Best>) -> Best {
    let start = Best {
        score: f32::NEG_INFINITY,
        from: 0,
    };
    scores.enumerate().fold(start, |found, (from, best)| {
        if best.score > found.score {
            Best { from, ..best }
        } else {
            found
        }
    })
}

/// What it costs to go from a label to the next. An inside goes on in its own kind alone.
fn step(last: usize, label: usize, within: bool) -> f32 {
    let same = kind(last) == kind(label);
    let goes_on = label == 0 || is_inside(label);
    if is_inside(label) && !same {
        return f32::NEG_INFINITY;
    }
    if same && goes_on {
        return 0.0;
    }
    let again = if same { AGAIN } else { 0.0 };
    let torn = if within { TORN } else { 0.0 };
    again + torn
}

fn is_inside(label: usize) -> bool {
    label != 0 && label.is_multiple_of(2)
}

/// Outside is 0; the beginning and the inside of a kind have one number.
fn kind(label: usize) -> usize {
    label.div_ceil(2)
}

#[cfg(test)]
mod tests {
    use super::labels;
    use crate::encoder::Odds;
    use crate::pieces::Piece;

    fn pieces(places: &[(usize, usize)]) -> Vec<Piece> {
        let piece = |(start, end): &(usize, usize)| Piece {
            row: 0,
            start: *start,
            end: *end,
        };
        places.iter().map(piece).collect()
    }

    /// Odds with these of an organisation's beginning and inside, the rest outside.
    fn organisation(begins: f32, goes_on: f32) -> Odds {
        let outside = 1.0 - begins - goes_on;
        [outside, 0.0, 0.0, begins, goes_on, 0.0, 0.0]
    }

    #[test]
    fn a_name_goes_on_where_another_of_its_kind_is_hardly_likelier() {
        let places = pieces(&[(0, 5), (6, 16)]);
        let path = |second| {
            labels(
                "Union européenne",
                &places,
                &[organisation(0.9, 0.0), second],
            )
        };
        assert_eq!(path(organisation(0.6, 0.3)), [3, 4]);
        assert_eq!(path(organisation(0.95, 0.01)), [3, 3]);
        assert_eq!(path(organisation(0.1, 0.1)), [3, 0]);
    }

    #[test]
    fn a_name_begins_before_it_goes_on() {
        let places = pieces(&[(0, 5), (6, 16)]);
        let odds = [organisation(0.3, 0.6), organisation(0.1, 0.8)];
        assert_eq!(labels("Union européenne", &places, &odds), [3, 4]);
    }

    #[test]
    fn a_word_is_not_torn_for_little() {
        let odds = [organisation(0.9, 0.0), organisation(0.0, 0.45)];
        let path = |text, places: &[(usize, usize)]| labels(text, &pieces(places), &odds);
        assert_eq!(path("Union", &[(0, 3), (3, 5)]), [3, 4]);
        assert_eq!(path("Uni on", &[(0, 3), (4, 6)]), [3, 0]);
        assert_eq!(path("US-on", &[(0, 3), (3, 5)]), [3, 0]);
    }

    #[test]
    fn no_pieces_have_no_labels() {
        assert!(labels("", &[], &[]).is_empty());
    }
}
