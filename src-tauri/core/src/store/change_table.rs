//! What the index has to hear of.
//!
//! Each changed thing has one row with the sequence of its last change. The
//! sequence only rises, so "everything after n" is all that an index which has
//! applied n must still do, and "everything after 0" rebuilds it.

use rusqlite::{Connection, params};

use crate::Result;
use crate::domain::{ArticleId, ClippingId, DossierId, EntityId, NoteId};

/// A thing that the index knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Changed {
    Article(ArticleId),
    Note(NoteId),
    Entity(EntityId),
    Clipping(ClippingId),
}

impl Changed {
    fn key(&self) -> (i64, &[u8]) {
        match self {
            Self::Article(id) => (1, id.as_bytes()),
            Self::Note(id) => (2, id.as_bytes()),
            Self::Entity(id) => (3, id.as_bytes()),
            Self::Clipping(id) => (4, id.as_bytes()),
        }
    }
}

/// Records that `changed` has changed, in the transaction that changes it.
pub(crate) fn record(conn: &Connection, changed: Changed) -> Result<()> {
    let (kind, id) = changed.key();
    conn.prepare_cached(
        "INSERT OR REPLACE INTO changes (kind, id, seq)
         VALUES (?1, ?2, (SELECT coalesce(max(seq), 0) + 1 FROM changes))",
    )?
    .execute(params![kind, id])?;
    Ok(())
}

/// The sequence of the newest change.
pub(crate) fn newest(conn: &Connection) -> Result<u64> {
    Ok(conn
        .prepare_cached("SELECT coalesce(max(seq), 0) FROM changes")?
        .query_row([], |row| row.get(0))?)
}

/// How many things have changed after `sequence`.
pub(crate) fn count_after(conn: &Connection, sequence: u64) -> Result<u32> {
    Ok(conn
        .prepare_cached("SELECT count(*) FROM changes WHERE seq > ?1")?
        .query_row([sequence], |row| row.get(0))?)
}

/// The next `limit` changes after `sequence` and up to `up_to`, oldest first, each with its
/// sequence.
pub(crate) fn between(
    conn: &Connection,
    sequence: u64,
    up_to: u64,
    limit: u32,
) -> Result<Vec<(u64, Changed)>> {
    let mut statement = conn.prepare_cached(
        "SELECT seq, kind, id FROM changes WHERE seq > ?1 AND seq <= ?2 ORDER BY seq LIMIT ?3",
    )?;
    let rows = statement.query_map(params![sequence, up_to, limit], |row| {
        let changed = match row.get::<_, i64>(1)? {
            1 => Changed::Article(row.get(2)?),
            2 => Changed::Note(row.get(2)?),
            3 => Changed::Entity(row.get(2)?),
            _ => Changed::Clipping(row.get(2)?),
        };
        Ok((row.get(0)?, changed))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Records that every article with one of these tags has changed: one statement, since
/// they may be all.
pub(crate) fn record_tagged(conn: &Connection, tags: &[i64]) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO changes (kind, id, seq)
         SELECT 1, article_id, (SELECT coalesce(max(seq), 0) FROM changes) + row_number() OVER ()
         FROM (SELECT DISTINCT article_id FROM article_tags
               WHERE tag_id IN (SELECT value FROM json_each(?1)))",
    )?
    .execute([super::to_json("tags", &tags)?])?;
    Ok(())
}

/// Records that every article, note and quote in a dossier has changed: one statement, since they
/// may be many.
pub(crate) fn record_in_dossier(conn: &Connection, dossier: DossierId) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO changes (kind, id, seq)
         SELECT kind, id, (SELECT coalesce(max(seq), 0) FROM changes) + row_number() OVER ()
         FROM (SELECT DISTINCT CASE target_kind WHEN 'article' THEN 1 WHEN 'note' THEN 2 ELSE 4 END
                 AS kind, target_id AS id
               FROM dossier_items
               WHERE dossier_id = ?1 AND removed_with IS NULL
                 AND target_kind IN ('article', 'note', 'quote'))",
    )?
    .execute([dossier])?;
    Ok(())
}
