//! Where a person stopped reading.

use rusqlite::{Connection, OptionalExtension, params};

use crate::Result;
use crate::domain::{ArticleId, ReadingPlace};

/// Letters of a block that it is known by again.
const WORDS: usize = 80;

/// A place, with the first words of its block.
pub(crate) struct KeptPlace {
    pub place: ReadingPlace,
    pub words: String,
}

pub(crate) fn words_of(text: &str) -> String {
    text.chars().take(WORDS).collect()
}

/// Keeps a place; `None`: the article begins at its top again.
pub(crate) fn set(conn: &Connection, id: ArticleId, kept: Option<&KeptPlace>) -> Result<()> {
    match kept {
        Some(KeptPlace { place, words }) => conn
            .prepare_cached(
                "INSERT OR REPLACE INTO reading_places (article_id, block, at, words)
                 VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![id, place.block, place.at, words])?,
        None => conn
            .prepare_cached("DELETE FROM reading_places WHERE article_id = ?1")?
            .execute([id])?,
    };
    Ok(())
}

pub(crate) fn get(conn: &Connection, id: ArticleId) -> Result<Option<KeptPlace>> {
    Ok(conn
        .prepare_cached("SELECT block, at, words FROM reading_places WHERE article_id = ?1")?
        .query_row([id], |row| {
            Ok(KeptPlace {
                place: ReadingPlace {
                    block: row.get(0)?,
                    at: row.get(1)?,
                },
                words: row.get(2)?,
            })
        })
        .optional()?)
}
