//! Pictures in notes (and of entities: `entity_image_table`), and notes for good out of the trash.

use rusqlite::{Connection, OptionalExtension, params};

use super::Sha256;
use crate::Result;
use crate::domain::NoteId;

pub(crate) fn insert(
    conn: &Connection,
    sha256: Sha256,
    media_type: &str,
    size: usize,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO note_images (sha256, media_type, size) VALUES (?1, ?2, ?3)",
    )?
    .execute(params![sha256, media_type, size])?;
    Ok(())
}

pub(crate) fn media_type(conn: &Connection, sha256: Sha256) -> Result<Option<String>> {
    Ok(conn
        .prepare_cached("SELECT media_type FROM note_images WHERE sha256 = ?1")?
        .query_row([sha256], |row| row.get(0))
        .optional()?)
}

/// Every picture, with its type.
pub(crate) fn all(conn: &Connection) -> Result<Vec<(Sha256, String)>> {
    let mut statement = conn.prepare_cached("SELECT sha256, media_type FROM note_images")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Says that a note has a picture; one that is not kept is none.
pub(crate) fn put_use(conn: &Connection, sha256: Sha256, note: NoteId) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO note_image_uses (sha256, note_id)
         SELECT sha256, ?2 FROM note_images WHERE sha256 = ?1",
    )?
    .execute(params![sha256, note])?;
    Ok(())
}

/// The next `limit` pictures after `after` that no note and no entity has or had.
pub(crate) fn loose(conn: &Connection, after: Option<Sha256>, limit: u32) -> Result<Vec<Sha256>> {
    let floor = after.map_or_else(Vec::new, |sha256| sha256.0.to_vec());
    let mut statement = conn.prepare_cached(
        "SELECT sha256 FROM note_images i
         WHERE sha256 > ?1
           AND NOT EXISTS (SELECT 1 FROM note_image_uses u WHERE u.sha256 = i.sha256)
           AND NOT EXISTS (SELECT 1 FROM entity_images e WHERE e.sha256 = i.sha256)
         ORDER BY sha256 LIMIT ?2",
    )?;
    let rows = statement.query_map(params![floor, limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn delete(conn: &Connection, sha256: Sha256) -> Result<()> {
    conn.prepare_cached("DELETE FROM note_images WHERE sha256 = ?1")?
        .execute([sha256])?;
    Ok(())
}

/// Whether any picture is left that no note has or had.
pub(crate) fn has_loose(conn: &Connection) -> Result<bool> {
    Ok(!loose(conn, None, 1)?.is_empty())
}

/// Notes in the trash, with those that they hold since they were merged; those that went
/// first come first.
pub(crate) fn trashed_notes(conn: &Connection) -> Result<Vec<NoteId>> {
    let mut statement = conn.prepare_cached(
        "WITH RECURSIVE gone (id) AS (
           SELECT id FROM notes WHERE deleted_ms IS NOT NULL AND merged_into IS NULL
           UNION SELECT n.id FROM gone JOIN notes n ON n.merged_into = gone.id)
         SELECT gone.id FROM gone JOIN notes n ON n.id = gone.id ORDER BY n.deleted_ms, n.id",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What other tables have of a note, in the order in which it can be deleted.
const OF_NOTE: &[&str] = &[
    "UPDATE notes SET merged_into = NULL WHERE merged_into = ?1",
    "DELETE FROM note_links WHERE note_id = ?1",
    "DELETE FROM note_words WHERE note_id = ?1",
    "DELETE FROM note_versions WHERE note_id = ?1",
    "DELETE FROM note_image_uses WHERE note_id = ?1",
    "DELETE FROM daily_notes WHERE note_id = ?1",
    "DELETE FROM notes WHERE id = ?1",
];

/// Deletes a note of the trash for good, with its history. Returns when it went to the
/// trash, and the pictures that no other note has or had.
pub(crate) fn delete_note(conn: &Connection, id: NoteId) -> Result<Option<(i64, Vec<Sha256>)>> {
    let deleted_ms: Option<i64> = conn
        .prepare_cached("SELECT deleted_ms FROM notes WHERE id = ?1 AND deleted_ms IS NOT NULL")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    let Some(deleted_ms) = deleted_ms else {
        return Ok(None);
    };
    let pictures = conn
        .prepare_cached(
            "SELECT sha256 FROM note_image_uses u WHERE note_id = ?1 AND NOT EXISTS
               (SELECT 1 FROM note_image_uses o WHERE o.sha256 = u.sha256 AND o.note_id <> ?1)
               AND NOT EXISTS (SELECT 1 FROM entity_images e WHERE e.sha256 = u.sha256)",
        )?
        .query_map([id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for sql in OF_NOTE {
        conn.prepare_cached(sql)?.execute([id])?;
    }
    Ok(Some((deleted_ms, pictures)))
}
