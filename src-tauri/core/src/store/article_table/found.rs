//! What a search shows of an article that it found: less than all of its row, read at once
//! with its text, because twenty are read while somebody types.

use std::borrow::Cow;

use rusqlite::{Connection, OptionalExtension};

use super::printed;
use crate::domain::{ArticleId, BlockKind, PrintedTime};
use crate::{Error, Result};

/// An article as a result shows it, with the text that is in use.
pub(crate) struct FoundArticle {
    pub title: String,
    pub standfirst: Option<String>,
    pub outlet: Option<String>,
    pub published: Option<PrintedTime>,
    pub language: Option<String>,
    /// Other outlets may have the same text.
    pub in_group: bool,
    blocks: String,
}

/// A block's words, as they lie in [`FoundArticle`].
#[derive(serde::Deserialize)]
pub(crate) struct FoundBlock<'a> {
    pub kind: BlockKind,
    #[serde(borrow)]
    pub text: Cow<'a, str>,
}

impl FoundArticle {
    /// # Errors
    /// `Format` when the text is damaged.
    pub fn blocks(&self) -> Result<Vec<FoundBlock<'_>>> {
        serde_json::from_str(&self.blocks).map_err(|source| Error::Format {
            what: "an article's text",
            source,
        })
    }
}

/// `None` when it is gone.
///
/// # Errors
/// `NotFound` when its text is, and what the database gives.
pub(crate) fn found(conn: &Connection, id: ArticleId) -> Result<Option<FoundArticle>> {
    let row = conn
        .prepare_cached(
            "SELECT a.title, a.standfirst, a.outlet, a.published_iso, a.published_zone, a.language,
               EXISTS (SELECT 1 FROM wire_members m WHERE m.article_id = a.id), t.blocks
             FROM articles a
             LEFT JOIN article_texts t ON t.article_id = a.id AND t.version = a.text_version
             WHERE a.id = ?1",
        )?
        .query_row([id], |row| {
            let article = FoundArticle {
                title: row.get(0)?,
                standfirst: row.get(1)?,
                outlet: row.get(2)?,
                published: printed(row.get(3)?, row.get(4)?),
                language: row.get(5)?,
                in_group: row.get(6)?,
                blocks: String::new(),
            };
            Ok((article, row.get::<_, Option<String>>(7)?))
        })
        .optional()?;
    row.map(|(article, blocks)| {
        let gone = || Error::not_found(format_args!("the text of article {id}"));
        Ok(FoundArticle {
            blocks: blocks.ok_or_else(gone)?,
            ..article
        })
    })
    .transpose()
}
