//! From the odds of pieces to spans of text.

use crate::encoder::Odds;
use crate::path;
use crate::pieces::Piece;
use crate::span::{Kind, Span};

/// What a label says: a kind, and whether a name begins here.
fn meaning(label: usize) -> Option<(Kind, bool)> {
    let kind = match label {
        1 | 2 => Kind::Person,
        3 | 4 => Kind::Organisation,
        5 | 6 => Kind::Place,
        _ => return None,
    };
    Some((kind, label % 2 == 1))
}

/// The odds that a piece belongs to a name of this kind.
fn belief(odds: &Odds, kind: Kind) -> f32 {
    let [
        _,
        b_person,
        i_person,
        b_organisation,
        i_organisation,
        b_place,
        i_place,
    ] = odds;
    match kind {
        Kind::Person => b_person + i_person,
        Kind::Organisation => b_organisation + i_organisation,
        Kind::Place => b_place + i_place,
        Kind::Event => 0.0,
    }
}

struct Open {
    span: Span,
    /// Pieces so far that a name is likelier at than none, for the mean of their beliefs: the
    /// others are only taken with their word or between such.
    pieces: f32,
}

/// Appends the spans of one window.
pub(crate) fn spans(text: &str, pieces: &[Piece], odds: &[Odds], found: &mut Vec<Span>) {
    let mut open: Option<Open> = None;
    let labels = path::labels(text, pieces, odds);
    for ((piece, odds), label) in pieces.iter().zip(odds).zip(labels) {
        if piece.start == piece.end {
            continue;
        }
        let Some((kind, begins)) = meaning(label) else {
            close(&mut open, text, found);
            continue;
        };
        let belief = belief(odds, kind);
        let [outside, ..] = odds;
        let counts = belief > *outside;
        match &mut open {
            Some(open)
                if open.span.kind == kind
                    && (!begins || continues_word(text, open.span.end, piece.start)) =>
            {
                open.span.end = piece.end.max(open.span.end);
                if counts {
                    open.pieces += 1.0;
                    open.span.confidence += (belief - open.span.confidence) / open.pieces;
                }
            }
            _ => {
                close(&mut open, text, found);
                open = Some(Open {
                    span: Span {
                        start: piece.start,
                        end: piece.end,
                        kind,
                        confidence: belief,
                    },
                    pieces: if counts { 1.0 } else { 0.0 },
                });
            }
        }
    }
    close(&mut open, text, found);
}

/// A name does not begin inside a word, nor behind a hyphen that belongs to one.
fn continues_word(text: &str, end: usize, start: usize) -> bool {
    let first = text.get(start..).and_then(|rest| rest.chars().next());
    let last = text
        .get(..end)
        .and_then(|before| before.chars().next_back());
    let hyphen = first.is_some_and(is_hyphen) || last.is_some_and(is_hyphen);
    end == start && (hyphen || first.is_some_and(is_bound))
}

/// Whether two pieces are of one word that no hyphen parts (`US-|Präsident`).
pub(crate) fn is_within_word(text: &str, end: usize, start: usize) -> bool {
    let first = text.get(start..).and_then(|rest| rest.chars().next());
    let last = text
        .get(..end)
        .and_then(|before| before.chars().next_back());
    end == start && first.is_some_and(is_bound) && last.is_some_and(is_bound)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// The end of a name without what makes it an attribute: `US-led`, `Moscow-based`.
fn without_attribute(text: &str, start: usize, end: usize) -> usize {
    let name = text.get(start..end).unwrap_or("");
    let (before, after) = name.rsplit_once(is_hyphen).unwrap_or((name, ""));
    let is_small = after.chars().next().is_some_and(char::is_lowercase);
    if is_small && !after.contains(' ') {
        start + before.len()
    } else {
        end
    }
}

/// A letter of a script whose words are parted by spaces.
pub(crate) fn is_bound(c: char) -> bool {
    use unicode_script::{Script, UnicodeScript};
    c.is_alphanumeric()
        && !matches!(
            c.script(),
            Script::Han
                | Script::Hangul
                | Script::Hiragana
                | Script::Katakana
                | Script::Thai
                | Script::Myanmar
        )
}

/// Ends the open span at the edges of its words; drops it where it meets the one before.
fn close(open: &mut Option<Open>, text: &str, found: &mut Vec<Span>) {
    let Some(Open { mut span, .. }) = open.take() else {
        return;
    };
    let whole = text.get(span.start..span.end).unwrap_or("");
    span.start += whole.len() - whole.trim_start_matches(is_hyphen).len();
    span.end -= whole.len() - whole.trim_end_matches(is_hyphen).len();
    if span.start >= span.end {
        return;
    }
    if span.kind != Kind::Person {
        span.end = without_attribute(text, span.start, span.end);
    }
    let before = text.get(..span.start).unwrap_or("");
    let inside = text.get(span.start..span.end).unwrap_or("");
    let after = text.get(span.end..).unwrap_or("");
    if inside.chars().next().is_some_and(is_bound) {
        let from = before.floor_char_boundary(before.len().saturating_sub(LONGEST_WORD));
        let near = before.get(from..).unwrap_or("");
        let word = near.len() - near.trim_end_matches(is_bound).len();
        // A word that has more letters than anyone's name is no word.
        if word < LONGEST_WORD {
            span.start -= word;
        }
    }
    if inside.chars().next_back().is_some_and(is_bound) {
        let near = after.get(..after.ceil_char_boundary(LONGEST_WORD));
        let near = near.unwrap_or("");
        let word = near.len() - near.trim_start_matches(is_bound).len();
        if word < LONGEST_WORD {
            span.end += word;
        }
    }
    if found.last().is_none_or(|last| last.end <= span.start) {
        found.push(span);
    }
}

const LONGEST_WORD: usize = 80;
