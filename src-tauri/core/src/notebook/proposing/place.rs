//! Where the words of a proposal are in its article.

use rusqlite::Connection;

use crate::Result;
use crate::domain::{Anchor, ArticleId, ProposedWords, Span};
use crate::notebook::indexed::searched_texts;
use crate::store::article_table;

/// The text that a proposal is of, as it is now.
pub(super) struct Place {
    pub version: u32,
    texts: Vec<(i32, String)>,
}

impl Place {
    pub fn of(conn: &Connection, article: ArticleId) -> Result<Self> {
        let record = article_table::record(conn, article)?;
        let blocks = article_table::blocks(conn, article, record.text_version)?;
        Ok(Self {
            version: record.text_version,
            texts: searched_texts(&record.title, record.standfirst.as_deref(), &blocks),
        })
    }

    /// What stands before the words, in the same text.
    pub fn before(&self, place: &ProposedWords) -> Option<String> {
        let (_, text) = self
            .texts
            .iter()
            .find(|(known, _)| *known == place.span.block)?;
        Some(text.chars().take(place.span.start as usize).collect())
    }

    /// Where the words are, if they still are.
    pub fn anchor(&self, place: &ProposedWords) -> Option<Anchor> {
        let Span { block, start, end } = place.span;
        let (_, text) = self.texts.iter().find(|(known, _)| *known == block)?;
        Anchor::take(block, text, start, end).filter(|anchor| anchor.exact == place.words)
    }
}
