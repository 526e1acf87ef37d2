//! Notes to the trash and back, with their links: what is in the trash links to nothing.

use rusqlite::Connection;

use super::set_links;
use crate::Result;
use crate::clock::now_ms;
use crate::domain::NoteId;
use crate::store::note_table;

/// Moves a note to the trash.
pub(in crate::notebook) fn put_away(conn: &Connection, id: NoteId) -> Result<()> {
    note_table::set_deleted(conn, id, Some(now_ms()))?;
    note_table::set_links(conn, id, &[])
}

/// Takes a note out of the trash.
pub(in crate::notebook) fn bring_back(conn: &Connection, id: NoteId) -> Result<()> {
    // Gone for good since: nothing to bring back.
    let Some(note) = note_table::find_record(conn, id)? else {
        return Ok(());
    };
    note_table::set_deleted(conn, id, None)?;
    set_links(conn, id, &note.body)
}
