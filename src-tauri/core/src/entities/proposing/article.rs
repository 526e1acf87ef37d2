//! An article as one text, in which every place knows its block.

use std::ops::Range;

use crate::domain::Span;

/// Between texts: the recogniser ends a sentence there, and no name goes on behind it.
const GAP: &str = "\n\n";

struct Part {
    block: i32,
    /// Bytes of the whole.
    start: usize,
    end: usize,
}

/// A line of an article.
pub(super) struct Line<'a> {
    /// Without blanks around it.
    pub text: &'a str,
    /// Where it stands in the whole.
    pub bytes: Range<usize>,
}

pub(super) struct Article {
    pub text: String,
    parts: Vec<Part>,
    /// The first byte of every scalar, and the end.
    scalars: Vec<usize>,
}

impl Article {
    pub fn of<T: AsRef<str>>(texts: &[(i32, T)]) -> Self {
        let mut text = String::new();
        let mut parts = Vec::with_capacity(texts.len());
        for (block, part) in texts {
            if !text.is_empty() {
                text.push_str(GAP);
            }
            let start = text.len();
            text.push_str(part.as_ref());
            let end = text.len();
            let block = *block;
            parts.push(Part { block, start, end });
        }
        let scalars = text
            .char_indices()
            .map(|(at, _)| at)
            .chain([text.len()])
            .collect();
        Self {
            text,
            parts,
            scalars,
        }
    }

    /// The words of a range of bytes.
    pub fn words(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or("")
    }

    /// Each text with the byte that it begins at.
    pub fn texts(&self) -> impl Iterator<Item = (usize, &str)> {
        self.parts
            .iter()
            .map(|part| (part.start, self.words(part.start, part.end)))
    }

    /// The first lines that are not empty.
    pub fn head(&self, most: usize) -> Vec<Line<'_>> {
        let mut start = 0;
        let lines = self.text.split('\n').map(|text| {
            let bytes = start..start + text.len();
            start = bytes.end + 1;
            let text = text.trim();
            Line { text, bytes }
        });
        lines
            .filter(|line| !line.text.is_empty())
            .take(most)
            .collect()
    }

    /// The byte of a scalar counted from a byte.
    pub fn byte(&self, from: usize, scalars: u32) -> usize {
        let first = self.scalars.partition_point(|at| *at < from);
        let number = first.saturating_add(scalars as usize);
        self.scalars.get(number).copied().unwrap_or(self.text.len())
    }

    /// The place of a range of bytes; `None` where it leaves its text.
    pub fn span(&self, start: usize, end: usize) -> Option<Span> {
        let number = self.parts.partition_point(|part| part.end < end);
        let part = self.parts.get(number)?;
        let scalar = |byte: usize| self.scalars.partition_point(|at| *at < byte);
        let begun = scalar(part.start);
        let within = |byte: usize| u32::try_from(scalar(byte).checked_sub(begun)?).ok();
        (part.start <= start && start < end).then_some(())?;
        Some(Span {
            block: part.block,
            start: within(start)?,
            end: within(end)?,
        })
    }
}
