//! Lines of a message's text, with what tells its parts from one another.

use crate::domain::{DocumentLine, LineStyle};
use crate::extract::is_running;

/// One paragraph of a message.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Empty for a rule between parts.
    pub text: String,
    pub style: LineStyle,
    /// Of a heading, 1 to 6; else 0.
    pub level: u8,
    /// All of it is a link.
    pub linked: bool,
}

impl Line {
    pub(super) fn new(text: String, style: LineStyle) -> Self {
        Self {
            text,
            style,
            level: 0,
            linked: false,
        }
    }

    /// A line of dashes, stars or the like.
    pub(super) fn rule() -> Self {
        Self::new(String::new(), LineStyle::Furniture)
    }

    pub(super) fn is_rule(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn is_running(&self) -> bool {
        self.style != LineStyle::Furniture && is_running(&self.text)
    }

    pub(super) fn is_heading(&self) -> bool {
        matches!(self.style, LineStyle::Heading | LineStyle::Title)
    }

    /// The line in a document; a rule is none.
    pub(super) fn finished(self) -> Option<DocumentLine> {
        (!self.is_rule()).then_some(DocumentLine {
            text: self.text,
            style: self.style,
        })
    }
}
