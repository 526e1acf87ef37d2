//! Lines of a document with what their words tell.

use crate::domain::{DocumentLine, LineStyle, RemovalReason};
use crate::extract::{cues, words};

/// Lines of web furniture that make a document one that was copied off a page.
const FURNITURE_CUES: usize = 2;

/// One line of a document.
#[derive(Debug)]
pub(super) struct Line<'d> {
    pub text: &'d str,
    pub style: LineStyle,
    /// For comparing: [`words::same_key`].
    pub key: String,
    pub words: usize,
    /// A sentence rather than a label or a headline.
    pub running: bool,
    pub cue: Option<RemovalReason>,
}

impl Line<'_> {
    /// Part of what a reader reads on from page to page.
    pub(super) fn is_text(&self) -> bool {
        self.style != LineStyle::Furniture
    }

    /// The first sentence of a text rather than a line above it.
    pub(super) fn starts_text(&self) -> bool {
        self.running
            && matches!(
                self.style,
                LineStyle::Paragraph | LineStyle::Quote | LineStyle::ListItem | LineStyle::Code
            )
    }
}

/// Reads the lines of a document.
pub(super) fn read(lines: &[DocumentLine]) -> Vec<Line<'_>> {
    lines
        .iter()
        .map(|line| {
            let count = words::count(&line.text);
            let running = words::is_running(&line.text);
            Line {
                text: &line.text,
                style: line.style,
                key: words::same_key(&line.text),
                words: count,
                running,
                cue: cues::of_line(&line.text, count, running),
            }
        })
        .collect()
}

/// True when the document carries the furniture of a web page in its text.
pub(super) fn has_furniture(lines: &[Line]) -> bool {
    lines
        .iter()
        .filter(|line| line.is_text() && line.cue.is_some())
        .nth(FURNITURE_CUES - 1)
        .is_some()
}

/// The number of the line at `at`, from 1.
pub(super) fn number(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}
