//! Notes that others begin with, and the note of a day.

use super::{Notes, read, set_links};
use crate::Result;
use crate::clock::now_ms;
use crate::domain::{NewTemplate, Note, NoteId, NoteRow, UndoAction};
use crate::notebook::undoing::{self, Inverse};
use crate::notes;
use crate::store::{self, note_merge_table, note_table};

/// The setting that says that a notebook was given its first templates.
const GIVEN: &str = "templatesGiven";
/// Notes of the trash that are listed.
const MOST_DELETED: u32 = 500;

impl Notes<'_> {
    /// The templates, by title. A notebook that never had any is given `first`.
    pub fn templates(&self, first: &[NewTemplate]) -> Result<Vec<NoteRow>> {
        let store = &self.0.shared().store;
        let given = store.read("list templates", |conn| store::setting(conn, GIVEN))?;
        if given.is_none() {
            store.write("make templates", |tx| {
                for template in first {
                    let id = insert(tx, &template.title, &template.body)?;
                    note_merge_table::set_template(tx, id, true)?;
                }
                store::set_setting(tx, GIVEN, "1")
            })?;
            self.0
                .changed(crate::domain::Change::Notes { ids: Vec::new() });
        }
        store.read("list templates", note_merge_table::templates)
    }

    /// Says whether a note is a template, as a step.
    pub fn set_template(&self, id: NoteId, template: bool) -> Result<()> {
        self.0.shared().store.write("make a template", |tx| {
            let note = note_table::record(tx, id)?;
            if note.template == template {
                return Ok(());
            }
            note_merge_table::set_template(tx, id, template)?;
            let action = match template {
                true => UndoAction::MakeTemplate,
                false => UndoAction::UnmakeTemplate,
            };
            let inverse = Inverse::SetTemplate {
                id,
                template: !template,
            };
            undoing::push(tx, action, &note.title, &inverse)?;
            Ok(())
        })?;
        self.tell(id);
        Ok(())
    }

    /// The note of `day` (`2024-06-21`), made with this title if there is none.
    pub fn daily(&self, day: &str, title: &str) -> Result<Note> {
        let (note, made) = self
            .0
            .shared()
            .store
            .write("open the note of a day", |tx| {
                if let Some(id) = note_merge_table::daily(tx, day)? {
                    return Ok((read(tx, id)?, false));
                }
                let id = insert(tx, title.trim(), "")?;
                note_merge_table::set_daily(tx, day, id)?;
                Ok((read(tx, id)?, true))
            })?;
        if made {
            self.tell(note.id);
        }
        Ok(note)
    }

    /// Notes in the trash, those that went last first.
    pub fn deleted(&self) -> Result<Vec<NoteRow>> {
        let store = &self.0.shared().store;
        store.read("list deleted notes", |conn| {
            note_merge_table::deleted(conn, MOST_DELETED)
        })
    }
}

fn insert(conn: &rusqlite::Connection, title: &str, body: &str) -> Result<NoteId> {
    let id = NoteId::new();
    note_table::insert(conn, id, title, body, &notes::excerpt(body), now_ms())?;
    set_links(conn, id, body)?;
    Ok(id)
}
