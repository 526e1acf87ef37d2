//! Anchors: where in an article something stands, and how to find it again.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A span of one block: `start..end` in Unicode scalar values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Span {
    /// Index of the block in the article's text. [`Span::TITLE`] is the title
    /// and [`Span::STANDFIRST`] the standfirst.
    pub block: i32,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub const TITLE: i32 = -2;
    pub const STANDFIRST: i32 = -1;
}

/// The exact words with what stands around them: W3C Web Annotation's
/// TextQuoteSelector (<https://www.w3.org/TR/annotation-model/#text-quote-selector>).
///
/// Invariant 8: an anchor whose words are no longer at its span is re-found only
/// where exact words and context match in one place; otherwise it is orphaned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Anchor {
    pub span: Span,
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
}

impl Anchor {
    /// How many scalar values of context are kept on each side.
    pub const CONTEXT: usize = 32;

    /// Anchors `start..end` of `text`; `None` when the span is empty or outside.
    pub fn take(block: i32, text: &str, start: u32, end: u32) -> Option<Self> {
        let chars: Vec<char> = text.chars().collect();
        let (from, to) = (start as usize, end as usize);
        if from >= to || to > chars.len() {
            return None;
        }
        let prefix_from = from.saturating_sub(Self::CONTEXT);
        let suffix_to = (to + Self::CONTEXT).min(chars.len());
        Some(Self {
            span: Span { block, start, end },
            exact: chars[from..to].iter().collect(),
            prefix: chars[prefix_from..from].iter().collect(),
            suffix: chars[to..suffix_to].iter().collect(),
        })
    }
}
