//! Notes: writing and saving; what else is done with them is in the files of this folder.

mod backlinks;
mod completing;
mod embedding;
pub(super) mod history;
mod joining;
pub(super) mod keeping;
mod mentions;
pub(super) mod picturing;
mod templates;

use super::undoing::{self, Inverse};
use super::{Notebook, labels};
use crate::clock::{now_ms, rfc3339};
use crate::domain::{Change, LinkTarget, Note, NoteId, NotePage, NoteSaved, UndoAction};
use crate::store::note_merge_table;
use crate::store::note_table::{self, NewLink};
use crate::{Error, Result, notes};

/// The longest stretch of the list that is given at once.
const MAX_ROWS: u32 = 500;

pub use picturing::NoteImage;

pub struct Notes<'a>(pub(super) &'a Notebook);

impl Notes<'_> {
    /// A stretch of the list, the last edited first.
    pub fn list(&self, offset: u32, limit: u32) -> Result<NotePage> {
        self.0.shared().store.read("list notes", |conn| {
            let (total, rows) = note_table::list(conn, offset, limit.min(MAX_ROWS))?;
            Ok(NotePage {
                total,
                offset,
                rows,
            })
        })
    }

    /// A note; of one that was merged, the note that has its text.
    pub fn get(&self, id: NoteId) -> Result<Note> {
        self.0.shared().store.read("open a note", |conn| {
            read(conn, note_merge_table::root(conn, id)?)
        })
    }

    pub fn create(&self, title: &str, body: &str) -> Result<Note> {
        let id = NoteId::new();
        let note = self.0.shared().store.write("make a note", |tx| {
            note_table::insert(tx, id, title.trim(), body, &notes::excerpt(body), now_ms())?;
            set_links(tx, id, body)?;
            read(tx, id)
        })?;
        self.tell(id);
        Ok(note)
    }

    /// Saves what was written on top of `revision`; durable when this returns.
    ///
    /// # Errors
    /// `Conflict` when the note has a later revision than `revision`, or was merged into
    /// another: nothing is overwritten, and both texts are kept in the history.
    pub fn save(&self, id: NoteId, revision: u32, title: &str, body: &str) -> Result<NoteSaved> {
        self.0.shared().calm.typed();
        let saved = self.0.shared().store.write("save a note", |tx| {
            let current = note_table::record(tx, id)?;
            let title = title.trim();
            // A merged note is in no list: what was saved into it would not be seen again.
            let merged = note_merge_table::root(tx, id)? != id;
            if merged || current.revision != revision {
                history::keep_conflict(tx, &current, title, body)?;
                return Ok(None);
            }
            let changed = history::keep_while_typing(tx, &current, title, body, now_ms())?;
            let edited_ms = write_text(tx, id, title, body, changed)?;
            Ok(Some(NoteSaved {
                revision: revision + 1,
                edited_at: rfc3339(edited_ms),
                links: labels::labels(tx, body)?,
            }))
        })?;
        self.tell(id);
        saved.ok_or_else(|| Error::Conflict {
            what: format!("note {id}"),
        })
    }

    /// Moves a note to the trash.
    pub fn delete(&self, id: NoteId) -> Result<()> {
        self.0.shared().store.write("delete a note", |tx| {
            let note = note_table::record(tx, id)?;
            keeping::put_away(tx, id)?;
            let inverse = Inverse::RestoreNote { id };
            undoing::push(tx, UndoAction::DeleteNote, &note.title, &inverse)?;
            Ok(())
        })?;
        self.tell(id);
        Ok(())
    }

    /// Takes a note out of the trash.
    pub fn restore(&self, id: NoteId) -> Result<()> {
        self.0.shared().store.write("restore a note", |tx| {
            note_table::record(tx, id)?;
            note_merge_table::set_merged(tx, id, None)?;
            keeping::bring_back(tx, id)
        })?;
        self.tell(id);
        Ok(())
    }

    fn tell(&self, id: NoteId) {
        self.0.changed(Change::Notes { ids: vec![id] });
    }
}

fn read(conn: &rusqlite::Connection, id: NoteId) -> Result<Note> {
    let record = note_table::record(conn, id)?;
    Ok(Note {
        id: record.id,
        links: labels::labels(conn, &record.body)?,
        title: record.title,
        body: record.body,
        created_at: rfc3339(record.created_ms),
        edited_at: rfc3339(record.edited_ms),
        revision: record.revision,
        deleted: record.deleted,
        template: record.template,
    })
}

/// Gives a note its next text, and says when. `changed`: bytes that were typed and
/// deleted since a text was kept.
fn write_text(
    conn: &rusqlite::Connection,
    id: NoteId,
    title: &str,
    body: &str,
    changed: u32,
) -> Result<i64> {
    let now = now_ms();
    let (was, deleted) = note_table::find_title(conn, id)?.unwrap_or_default();
    if was != title {
        note_table::links_changed(conn, &LinkTarget::Note { id })?;
    }
    note_table::update(conn, id, title, body, &notes::excerpt(body), now, changed)?;
    if !deleted {
        set_links(conn, id, body)?;
    }
    Ok(now)
}

fn set_links(conn: &rusqlite::Connection, id: NoteId, body: &str) -> Result<()> {
    let links: Vec<NewLink> = notes::find_links(body)
        .iter()
        .map(|link| NewLink {
            target: link.target,
            context: link.context(body),
        })
        .collect();
    note_table::set_links(conn, id, &links)?;
    picturing::put_uses(conn, id, body)
}
