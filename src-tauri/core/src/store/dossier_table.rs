//! Dossiers; their outlines are in [`dossier_item_table`](super::dossier_item_table).

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{dossier_item_table, note_table};
use crate::clock::rfc3339;
use crate::domain::{DossierId, DossierRow, LinkTarget};
use crate::text;
use crate::{Error, Result};

const COLUMNS: &str = "id, name, items, edited_ms, deleted_ms IS NOT NULL";

fn read_row(row: &Row<'_>) -> rusqlite::Result<DossierRow> {
    Ok(DossierRow {
        id: row.get(0)?,
        name: row.get(1)?,
        items: row.get(2)?,
        edited_at: rfc3339(row.get(3)?),
        deleted: row.get(4)?,
    })
}

pub(crate) fn insert(conn: &Connection, id: DossierId, name: &str, now_ms: i64) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO dossiers (id, name, folded, created_ms, edited_ms) VALUES (?1, ?2, ?3, ?4, ?4)",
    )?
    .execute(params![id, name, text::fold(name), now_ms])?;
    Ok(())
}

pub(crate) fn find(conn: &Connection, id: DossierId) -> Result<Option<DossierRow>> {
    Ok(conn
        .prepare_cached(&format!("SELECT {COLUMNS} FROM dossiers WHERE id = ?1"))?
        .query_row([id], read_row)
        .optional()?)
}

pub(crate) fn get(conn: &Connection, id: DossierId) -> Result<DossierRow> {
    find(conn, id)?.ok_or_else(|| Error::not_found(format_args!("dossier {id}")))
}

/// A dossier that is not in the trash: only such a one is written into.
pub(crate) fn kept(conn: &Connection, id: DossierId) -> Result<DossierRow> {
    find(conn, id)?
        .filter(|dossier| !dossier.deleted)
        .ok_or_else(|| Error::not_found(format_args!("dossier {id}, or it is in the trash")))
}

/// Those in the trash, or those that are not; the last edited first.
pub(crate) fn list(conn: &Connection, deleted: bool, limit: u32) -> Result<Vec<DossierRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM dossiers WHERE (deleted_ms IS NOT NULL) = ?1
         ORDER BY edited_ms DESC, id DESC LIMIT ?2"
    ))?;
    let rows = statement.query_map(params![deleted, limit], read_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The kept dossiers of which `fits` says a number for the folded name: the least first,
/// then the last edited.
pub(crate) fn named(
    conn: &Connection,
    fits: impl Fn(&str) -> Option<u8>,
    limit: u32,
) -> Result<Vec<DossierRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS}, folded FROM dossiers WHERE deleted_ms IS NULL
         ORDER BY edited_ms DESC, id DESC"
    ))?;
    let rows = statement.query_map([], |row| Ok((read_row(row)?, row.get::<_, String>(5)?)))?;
    let mut found = Vec::new();
    for row in rows {
        let (row, folded) = row?;
        if let Some(rank) = fits(&folded) {
            found.push((rank, row));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    let found = found.into_iter().take(limit as usize);
    Ok(found.map(|(_, row)| row).collect())
}

pub(crate) fn rename(conn: &Connection, id: DossierId, name: &str) -> Result<()> {
    conn.prepare_cached("UPDATE dossiers SET name = ?2, folded = ?3 WHERE id = ?1")?
        .execute(params![id, name, text::fold(name)])?;
    note_table::links_changed(conn, &LinkTarget::Dossier { id })
}

pub(crate) fn set_deleted(conn: &Connection, id: DossierId, deleted_ms: Option<i64>) -> Result<()> {
    conn.prepare_cached("UPDATE dossiers SET deleted_ms = ?2 WHERE id = ?1")?
        .execute(params![id, deleted_ms])?;
    // What is in it is found by it no more, or again.
    dossier_item_table::all_changed(conn, id)
}

/// Its outline has changed.
pub(crate) fn touch(conn: &Connection, id: DossierId, now_ms: i64) -> Result<()> {
    conn.prepare_cached(
        "UPDATE dossiers SET revision = revision + 1, edited_ms = ?2 WHERE id = ?1",
    )?
    .execute(params![id, now_ms])?;
    Ok(())
}

/// Which outline it has: another one after each change.
pub(crate) fn revision(conn: &Connection, id: DossierId) -> Result<i64> {
    conn.prepare_cached("SELECT revision FROM dossiers WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Error::not_found(format_args!("dossier {id}")))
}

/// The next `limit` dossiers after `after` in the order of ids, trash included.
pub(crate) fn ids_after(
    conn: &Connection,
    after: Option<DossierId>,
    limit: u32,
) -> Result<Vec<DossierId>> {
    let floor = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let mut statement =
        conn.prepare_cached("SELECT id FROM dossiers WHERE id > ?1 ORDER BY id LIMIT ?2")?;
    let rows = statement.query_map(params![floor, limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Deletes a dossier for good, with its outline. False for one that is not in the trash.
pub(crate) fn delete(conn: &Connection, id: DossierId) -> Result<bool> {
    if !find(conn, id)?.is_some_and(|row| row.deleted) {
        return Ok(false);
    }
    conn.prepare_cached("DELETE FROM dossier_items WHERE dossier_id = ?1")?
        .execute([id])?;
    conn.prepare_cached("DELETE FROM dossiers WHERE id = ?1")?
        .execute([id])?;
    Ok(true)
}
