//! Earlier texts of notes, packed: see `packing`.

use rusqlite::{Connection, OptionalExtension, params};

use super::packing::{pack, unpack};
use super::{of_word, word_of};
use crate::clock::rfc3339;
use crate::domain::{NoteId, NoteVersion, VersionCause};
use crate::{Error, Result};

/// A text to keep.
pub(crate) struct NewVersion<'a> {
    /// Of the note when it had this text; 0: it never had it.
    pub revision: u32,
    pub title: &'a str,
    pub body: &'a str,
    pub made_ms: i64,
    pub cause: VersionCause,
    pub sitting_end: bool,
}

/// What is known of a version without unpacking it.
#[derive(Debug, Clone)]
pub(crate) struct VersionRow {
    pub version: u32,
    pub revision: u32,
    pub title: String,
    pub made_ms: i64,
    pub cause: VersionCause,
    pub sitting_end: bool,
    pub size: u32,
}

impl VersionRow {
    pub fn shown(self) -> NoteVersion {
        NoteVersion {
            version: self.version,
            title: self.title,
            made_at: rfc3339(self.made_ms),
            cause: self.cause,
            sitting_end: self.sitting_end,
            size: self.size,
        }
    }
}

/// The versions of a note, oldest first, without those that were thinned out.
pub(crate) fn list(conn: &Connection, note: NoteId) -> Result<Vec<VersionRow>> {
    let mut statement = conn.prepare_cached(
        "SELECT version, revision, title, made_ms, cause, sitting_end, size
         FROM note_versions WHERE note_id = ?1 AND hidden = 0 ORDER BY version",
    )?;
    let rows = statement.query_map([note], row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The newest version that was not thinned out.
pub(crate) fn newest(conn: &Connection, note: NoteId) -> Result<Option<VersionRow>> {
    Ok(conn
        .prepare_cached(
            "SELECT version, revision, title, made_ms, cause, sitting_end, size
             FROM note_versions WHERE note_id = ?1 AND hidden = 0
             ORDER BY version DESC LIMIT 1",
        )?
        .query_row([note], row)
        .optional()?)
}

fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<VersionRow> {
    Ok(VersionRow {
        version: row.get(0)?,
        revision: row.get(1)?,
        title: row.get(2)?,
        made_ms: row.get(3)?,
        cause: of_word(row.get(4)?)?,
        sitting_end: row.get(5)?,
        size: row.get(6)?,
    })
}

/// Title and body of a version.
pub(crate) fn text(conn: &Connection, note: NoteId, version: u32) -> Result<(String, String)> {
    let (title, size, base, packed): (String, u32, Option<u32>, Vec<u8>) = conn
        .prepare_cached(
            "SELECT title, size, base, packed FROM note_versions
             WHERE note_id = ?1 AND version = ?2",
        )?
        .query_row(params![note, version], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?
        .ok_or_else(|| Error::not_found(format_args!("version {version} of note {note}")))?;
    let base = match base {
        Some(base) => Some(whole(conn, note, base)?),
        None => None,
    };
    let body = unpack(&packed, size as usize, base.as_deref()).map_err(unreadable)?;
    Ok((title, body))
}

/// The body of a version that is packed by itself.
fn whole(conn: &Connection, note: NoteId, version: u32) -> Result<String> {
    let (size, packed): (u32, Vec<u8>) = conn
        .prepare_cached(
            "SELECT size, packed FROM note_versions
             WHERE note_id = ?1 AND version = ?2 AND base IS NULL",
        )?
        .query_row(params![note, version], |row| Ok((row.get(0)?, row.get(1)?)))?;
    unpack(&packed, size as usize, None).map_err(unreadable)
}

fn unreadable(source: std::io::Error) -> Error {
    Error::Format {
        what: "an earlier text of a note",
        source: serde_json::Error::io(source),
    }
}

/// Keeps a text as the newest version, and says which it is.
pub(crate) fn keep(conn: &Connection, note: NoteId, new: &NewVersion<'_>) -> Result<u32> {
    let (last, base): (u32, Option<u32>) = conn
        .prepare_cached(
            "SELECT coalesce(max(version), 0), max(CASE WHEN base IS NULL THEN version END)
             FROM note_versions WHERE note_id = ?1",
        )?
        .query_row([note], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let whole = match base {
        Some(base) => Some(whole(conn, note, base)?),
        None => None,
    };
    let packed = pack(new.body, whole.as_deref()).map_err(|_| Error::Internal {
        what: "a text could not be packed",
    })?;
    conn.prepare_cached(
        "INSERT INTO note_versions (note_id, version, revision, title, made_ms, cause,
           sitting_end, hidden, size, base, packed)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0, ?8, ?9, ?10)",
    )?
    .execute(params![
        note,
        last + 1,
        new.revision,
        new.title,
        new.made_ms,
        word_of(new.cause)?,
        new.sitting_end,
        new.body.len(),
        base.filter(|_| packed.with_base),
        packed.bytes,
    ])?;
    Ok(last + 1)
}

/// Says that a version was the last before a pause.
pub(crate) fn end_sitting(conn: &Connection, note: NoteId, version: u32) -> Result<()> {
    conn.prepare_cached(
        "UPDATE note_versions SET sitting_end = 1 WHERE note_id = ?1 AND version = ?2",
    )?
    .execute(params![note, version])?;
    Ok(())
}

/// Takes versions out of the history. Those that others are packed with stay unseen.
pub(crate) fn thin_out(conn: &Connection, note: NoteId, versions: &[u32]) -> Result<()> {
    for version in versions {
        conn.prepare_cached(
            "UPDATE note_versions SET hidden = 1 WHERE note_id = ?1 AND version = ?2",
        )?
        .execute(params![note, version])?;
    }
    // The newest whole one is what the next text is packed with.
    conn.prepare_cached(
        "DELETE FROM note_versions AS v WHERE note_id = ?1 AND hidden = 1
           AND (base IS NOT NULL OR NOT EXISTS (SELECT 1 FROM note_versions o
                  WHERE o.note_id = ?1 AND o.base = v.version)
             AND version < (SELECT max(version) FROM note_versions
                  WHERE note_id = ?1 AND base IS NULL))",
    )?
    .execute([note])?;
    Ok(())
}
