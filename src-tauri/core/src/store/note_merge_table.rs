//! Notes that were merged, templates and daily notes.

use rusqlite::{Connection, OptionalExtension, params};

use super::change_table::{self, Changed};
use super::merged_trees::Trees;
use crate::Result;
use crate::clock::rfc3339;
use crate::domain::{NoteId, NoteRow};

/// The note that has a note's text: itself, or since it was merged the one that holds it.
pub(crate) fn root(conn: &Connection, id: NoteId) -> Result<NoteId> {
    Trees::Notes.root(conn, id)
}

/// A note and all that it holds.
pub(crate) fn tree(conn: &Connection, id: NoteId) -> Result<Vec<NoteId>> {
    Trees::Notes.tree(conn, id)
}

/// Puts a note under another, or by itself again. The index has to hear of both: what one is
/// in, the other may be in too.
pub(crate) fn set_merged(conn: &Connection, id: NoteId, into: Option<NoteId>) -> Result<()> {
    let before = root(conn, id)?;
    conn.prepare_cached("UPDATE notes SET merged_into = ?2 WHERE id = ?1")?
        .execute(params![id, into])?;
    change_table::record(conn, Changed::Note(before))?;
    change_table::record(conn, Changed::Note(root(conn, id)?))
}

pub(crate) fn set_template(conn: &Connection, id: NoteId, template: bool) -> Result<()> {
    conn.prepare_cached("UPDATE notes SET template = ?2 WHERE id = ?1")?
        .execute(params![id, template])?;
    Ok(())
}

/// Kept templates, by title.
pub(crate) fn templates(conn: &Connection) -> Result<Vec<NoteRow>> {
    rows(
        conn,
        "SELECT id, title, excerpt, edited_ms FROM notes
         WHERE template = 1 AND deleted_ms IS NULL ORDER BY title, id LIMIT ?1",
        500,
    )
}

/// Notes in the trash, those that went last first.
pub(crate) fn deleted(conn: &Connection, limit: u32) -> Result<Vec<NoteRow>> {
    rows(
        conn,
        "SELECT id, title, excerpt, edited_ms FROM notes
         WHERE deleted_ms IS NOT NULL AND merged_into IS NULL
         ORDER BY deleted_ms DESC, id DESC LIMIT ?1",
        limit,
    )
}

fn rows(conn: &Connection, sql: &str, limit: u32) -> Result<Vec<NoteRow>> {
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([limit], |row| {
        Ok(NoteRow {
            id: row.get(0)?,
            title: row.get(1)?,
            excerpt: row.get(2)?,
            listed_at: rfc3339(row.get(3)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The kept note of a day; of one that was merged, the note that holds it.
pub(crate) fn daily(conn: &Connection, day: &str) -> Result<Option<NoteId>> {
    let written: Option<NoteId> = conn
        .prepare_cached("SELECT note_id FROM daily_notes WHERE day = ?1")?
        .query_row([day], |row| row.get(0))
        .optional()?;
    let Some(written) = written else {
        return Ok(None);
    };
    let note = root(conn, written)?;
    let kept = conn
        .prepare_cached("SELECT 1 FROM notes WHERE id = ?1 AND deleted_ms IS NULL")?
        .exists([note])?;
    Ok(kept.then_some(note))
}

pub(crate) fn set_daily(conn: &Connection, day: &str, note: NoteId) -> Result<()> {
    conn.prepare_cached("INSERT OR REPLACE INTO daily_notes (day, note_id) VALUES (?1, ?2)")?
        .execute(params![day, note])?;
    Ok(())
}
