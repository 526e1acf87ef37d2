//! Which lines are the article's text.

use std::ops::Range;

use super::lines::Line;
use super::scores;

/// A line belongs from this score on.
const BELONGS: f32 = 0.45;
/// A sentence amid the text is not lost for less doubt than this.
const SENTENCE: f32 = 0.3;
/// A sentence amid the text that quotes somebody: still less.
const QUOTATION: f32 = 0.15;
/// Words of furniture need more to belong.
const CUE: f32 = 0.75;

/// The lines that belong to the article.
#[derive(Debug)]
pub(crate) struct Body {
    pub kept: Vec<bool>,
    /// Where most of them stand.
    pub range: Range<usize>,
}

impl Body {
    /// Text without furniture: every line belongs.
    pub(crate) fn whole(lines: &[Line]) -> Self {
        Self {
            kept: vec![true; lines.len()],
            range: 0..lines.len(),
        }
    }

    /// The text of a page with its furniture. A page without any text keeps its lines.
    pub(crate) fn of_page(lines: &[Line]) -> Self {
        let scores = scores::of_lines(lines);
        let words: Vec<usize> = lines.iter().map(|line| line.words).collect();
        let (start, end) = scores::densest(&scores, &words);
        let kept = lines
            .iter()
            .zip(&scores)
            .enumerate()
            .map(|(at, (line, score))| *score >= least(line, (start..end).contains(&at)))
            .collect();
        Self {
            kept,
            range: start..end,
        }
    }
}

/// The score from which a line belongs.
fn least(line: &Line, inside: bool) -> f32 {
    let quotes = ['“', '”', '"', '«', '»', '„', '「', '」', '『', '』'];
    match line.cue {
        Some(_) => CUE,
        None if inside && line.running && line.text.contains(quotes) => QUOTATION,
        None if inside && line.running => SENTENCE,
        None => BELONGS,
    }
}
