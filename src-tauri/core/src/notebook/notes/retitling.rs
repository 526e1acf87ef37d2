//! The title of a note, given as a step: it is saved while it is typed, and is one step once it is
//! left.

use rusqlite::Connection;

use super::{Notes, write_over};
use crate::Result;
use crate::domain::{NoteId, UndoAction};
use crate::notebook::undoing::{self, Inverse};
use crate::store::note_table;

impl Notes<'_> {
    /// Says that a note which was called `before` got the title that it has now, so that this can
    /// be taken back. No step where it is called so still.
    pub fn retitled(&self, id: NoteId, before: &str) -> Result<()> {
        let before = before.trim();
        self.0.shared().store.write("give a note a title", |tx| {
            let note = note_table::record(tx, id)?;
            if note.title == before {
                return Ok(());
            }
            let inverse = Inverse::SetNoteTitle {
                id,
                title: before.to_owned(),
            };
            undoing::push(tx, UndoAction::RenameNote, &note.title, &inverse)?;
            Ok(())
        })
    }
}

/// Calls a note so; its text stays. One that is gone for good is left out.
pub(in super::super) fn call(conn: &Connection, id: NoteId, title: &str) -> Result<()> {
    if let Some(note) = note_table::find_record(conn, id)? {
        write_over(conn, &note, title, &note.body)?;
    }
    Ok(())
}
