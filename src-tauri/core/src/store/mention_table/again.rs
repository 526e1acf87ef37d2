//! Mentions for a step that is done again.

use rusqlite::{Connection, OptionalExtension, params};

use super::{MentionRow, NewMention, insert, stored};
use crate::Result;
use crate::domain::{ArticleId, MentionBy, MentionId, MentionStatus};
use crate::store::{entity_table, of_word};

/// Keeps mentions that a step made and that were taken away with it, where the article has
/// the text that they were made in, and their entity and name are there.
pub(crate) fn put_back(conn: &Connection, article: ArticleId, rows: &[MentionRow]) -> Result<()> {
    for row in rows {
        let fits: bool = conn
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM articles WHERE id = ?1 AND text_version = ?2)
                   AND EXISTS (SELECT 1 FROM entities WHERE id = ?3)
                   AND NOT EXISTS (SELECT 1 FROM mentions WHERE id = ?4)",
            )?
            .query_row(
                params![article, row.text_version, row.entity, row.id],
                |row| row.get(0),
            )?;
        if !fits {
            continue;
        }
        let name = match row.name {
            Some(name) if entity_table::find_owner(conn, name)?.is_some() => Some(name),
            _ => None,
        };
        insert(
            conn,
            &NewMention {
                id: row.id,
                article,
                entity: row.entity,
                name,
                anchor: row.anchor.clone(),
                status: row.status,
                by: row.by,
                text_version: row.text_version,
            },
        )?;
    }
    Ok(())
}

/// The stored row of a mention.
pub(crate) fn row(conn: &Connection, id: MentionId) -> Result<Option<MentionRow>> {
    Ok(stored(conn, "id = ?1", [id])?.pop())
}

/// What is said of a mention, and by whom.
pub(crate) fn find_status(
    conn: &Connection,
    id: MentionId,
) -> Result<Option<(MentionStatus, MentionBy)>> {
    Ok(conn
        .prepare_cached("SELECT status, by FROM mentions WHERE id = ?1")?
        .query_row([id], |row| {
            Ok((of_word(row.get(0)?)?, of_word(row.get(1)?)?))
        })
        .optional()?)
}
