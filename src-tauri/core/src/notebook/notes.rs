//! Notes: writing and saving; what else is done with them is in the files of this folder.

mod backlinks;
mod completing;
mod embedding;
pub(super) mod history;
mod joining;
pub(super) mod keeping;
mod mentions;
pub(super) mod picturing;
pub(super) mod retitling;
pub(super) mod taking_out;
mod templates;
mod titles;

use super::undoing::{self, Inverse};
use super::{Notebook, labels};
use crate::clock::{now_ms, rfc3339};
use crate::domain::{
    Change, LinkTarget, Note, NoteEdits, NoteId, NotePage, NoteQuery, NoteSaved, NoteState,
    UndoAction,
};
use crate::store::note_table::{self, NewLink, NoteRecord};
use crate::store::{note_list, note_merge_table};
use crate::{Error, Result, notes};

/// The longest stretch of the list that is given at once.
const MAX_ROWS: u32 = 500;

pub use picturing::NoteImage;

pub struct Notes<'a>(pub(super) &'a Notebook);

impl Notes<'_> {
    /// A stretch of the list.
    pub fn list(&self, query: &NoteQuery, offset: u32, limit: u32) -> Result<NotePage> {
        self.0.shared().store.read("list notes", |conn| {
            let (total, mut rows) = note_list::list(conn, query, offset, limit.min(MAX_ROWS))?;
            for row in &mut rows {
                row.excerpt = shown_excerpt(conn, row.id, &row.excerpt)?;
            }
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

    /// What there is to know of a note that is open with its text.
    pub fn state(&self, id: NoteId) -> Result<NoteState> {
        self.0.shared().store.read("follow a note", |conn| {
            let record = note_table::record(conn, note_merge_table::root(conn, id)?)?;
            Ok(NoteState {
                id: record.id,
                revision: record.revision,
                deleted: record.deleted,
                template: record.template,
                links: labels::labels(conn, &record.body)?,
            })
        })
    }

    /// Saves what was written on top of `revision`; durable when this returns.
    ///
    /// # Errors
    /// `Conflict` when the note has a later revision than `revision`, or was merged into
    /// another: nothing is overwritten, and both texts are kept in the history.
    pub fn save(&self, id: NoteId, revision: u32, title: &str, body: &str) -> Result<NoteSaved> {
        self.0.shared().calm.typed();
        let title = title.trim();
        let saved = self.0.shared().store.write("save a note", |tx| {
            let current = note_table::record(tx, id)?;
            if !builds_on(tx, &current, revision)? {
                history::keep_conflict(tx, &current, title, body)?;
                return Ok(None);
            }
            write_over(tx, &current, title, body).map(Some)
        })?;
        self.tell(id);
        saved.ok_or_else(|| conflict(id))
    }

    /// Saves what was typed on top of `revision`, told as changes of its text; durable when
    /// this returns.
    ///
    /// # Errors
    /// `Conflict` when [`Notes::save`] would refuse it, or the changes were made for another
    /// text: nothing is written, and the whole text is to be saved instead.
    pub fn edit(
        &self,
        id: NoteId,
        revision: u32,
        title: &str,
        edits: &NoteEdits,
    ) -> Result<NoteSaved> {
        self.0.shared().calm.typed();
        let saved = self.0.shared().store.write("save a note", |tx| {
            let current = note_table::record(tx, id)?;
            if !builds_on(tx, &current, revision)? {
                return Ok(None);
            }
            let Some(body) = notes::edited(&current.body, edits) else {
                return Ok(None);
            };
            write_over(tx, &current, title.trim(), &body).map(Some)
        })?;
        let saved = saved.ok_or_else(|| conflict(id))?;
        self.tell(id);
        Ok(saved)
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

/// The first words of a note, with what its links are called now. The kept ones serve where it
/// has no link; those that an earlier version of the program kept have their marks yet.
pub(super) fn shown_excerpt(conn: &rusqlite::Connection, id: NoteId, kept: &str) -> Result<String> {
    let beginning = note_table::linked_beginning(conn, id, notes::EXCERPT_OF)?;
    Ok(match beginning {
        Some(beginning) => notes::excerpt_called(&beginning, labels::titles(conn)),
        None => notes::plain(kept, |_| None),
    })
}

fn conflict(id: NoteId) -> Error {
    Error::Conflict {
        what: format!("note {id}"),
    }
}

/// Whether what builds on `revision` may be written over the note. A merged one is in no
/// list: what was saved into it would not be seen again.
fn builds_on(conn: &rusqlite::Connection, current: &NoteRecord, revision: u32) -> Result<bool> {
    let merged = note_merge_table::root(conn, current.id)? != current.id;
    Ok(!merged && current.revision == revision)
}

fn write_over(
    conn: &rusqlite::Connection,
    current: &NoteRecord,
    title: &str,
    body: &str,
) -> Result<NoteSaved> {
    let changed = history::keep_while_typing(conn, current, title, body, now_ms())?;
    let edited_ms = write_text(conn, current.id, title, body, changed)?;
    Ok(NoteSaved {
        revision: current.revision + 1,
        edited_at: rfc3339(edited_ms),
        links: labels::labels(conn, body)?,
    })
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
    match deleted {
        false => set_links(conn, id, body)?,
        // Its links are those of no kept note; its pictures are to be there when it comes back.
        true => picturing::put_uses(conn, id, body)?,
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
