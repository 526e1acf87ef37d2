//! Notes merged into one, and a part of a note made a note of its own. Links by id lead
//! to the right place afterwards, and no other note is touched.

use rusqlite::Connection;

use super::history::keep_now;
use super::taking_out::{PutIn, behind};
use super::{Notes, keeping, read, set_links, write_text};
use crate::clock::now_ms;
use crate::domain::{LinkTarget, Note, NoteId, UndoAction, VersionCause};
use crate::notebook::labels;
use crate::notebook::undoing::{self, Inverse};
use crate::notes::KnownBy;
use crate::store::{note_merge_table, note_table};
use crate::{Error, Result, notes};

impl Notes<'_> {
    /// Adds the text of `part` to the end of `into`, under its title. Links to either
    /// lead to `into`.
    ///
    /// # Errors
    /// `InvalidInput` when both are one note already, `NotFound` for one that is not kept.
    pub fn merge(&self, into: NoteId, part: NoteId) -> Result<Note> {
        let note = self.0.shared().store.write("merge notes", |tx| {
            let into = note_merge_table::root(tx, into)?;
            let part = note_merge_table::root(tx, part)?;
            let (kept, added) = (kept(tx, into)?, kept(tx, part)?);
            if into == part {
                return Err(Error::InvalidInput {
                    what: kept.title,
                    why: "it is the same note".into(),
                });
            }
            let version = keep_now(tx, into, VersionCause::Merged)?;
            let pieces = [heading(&added.title), added.body.trim().to_owned()];
            let words: Vec<String> = (pieces.into_iter())
                .filter(|piece| !piece.is_empty())
                .collect();
            let (from, body) = behind(&kept.body, &words);
            keeping::put_away(tx, part)?;
            note_merge_table::set_merged(tx, part, Some(into))?;
            note_table::links_changed(tx, &LinkTarget::Note { id: part })?;
            write_text(tx, into, &kept.title, &body, 0)?;
            let inverse = Inverse::Several {
                steps: vec![
                    Inverse::UnmergeNote { part },
                    Inverse::TakeOut(PutIn {
                        note: into,
                        version,
                        from,
                        to: kept.body.len(),
                        put: body.get(from..).unwrap_or_default().to_owned(),
                        merged: Some(part),
                        made: None,
                        heading: String::new(),
                        known: KnownBy::Words,
                        title: None,
                    }),
                ],
            };
            undoing::push(tx, UndoAction::MergeNotes, &added.title, &inverse)?;
            read(tx, into)
        })?;
        self.tell(note.id);
        self.tell(part);
        Ok(note)
    }

    /// Makes a note of `start..end` of a note's body, with a link left in its place.
    /// Returns the new note.
    ///
    /// # Errors
    /// `Conflict` when the note has a later revision than `revision`.
    pub fn split_off(
        &self,
        id: NoteId,
        revision: u32,
        (start, end): (u32, u32),
        title: &str,
    ) -> Result<Note> {
        let made = NoteId::new();
        let title = title.trim();
        let note = self.0.shared().store.write("split a note", |tx| {
            let current = kept(tx, id)?;
            if current.revision != revision {
                return Err(Error::Conflict {
                    what: format!("note {id}"),
                });
            }
            let (before, part, after) = cut(&current.body, start, end)?;
            let version = keep_now(tx, id, VersionCause::Split)?;
            // The ends of lines that were selected with them stay where they are.
            let (before, part, after) = without_line_ends(&current.body, before, part, after);
            let (heading, own) = without_title(tx, part, title);
            note_table::insert(tx, made, title, own, &notes::excerpt(own), now_ms())?;
            set_links(tx, made, own)?;
            let link = notes::markup(&LinkTarget::Note { id: made }, title);
            write_text(tx, id, &current.title, &format!("{before}{link}{after}"), 0)?;
            let inverse = Inverse::Several {
                steps: vec![
                    Inverse::TrashNote { id: made },
                    Inverse::TakeOut(PutIn {
                        note: id,
                        version,
                        from: before.len(),
                        to: before.len() + part.len(),
                        put: link,
                        merged: None,
                        made: Some(made),
                        heading: heading.to_owned(),
                        known: KnownBy::Words,
                        title: None,
                    }),
                ],
            };
            undoing::push(tx, UndoAction::SplitNote, title, &inverse)?;
            read(tx, made)
        })?;
        self.tell(id);
        self.tell(made);
        Ok(note)
    }
}

fn heading(title: &str) -> String {
    let words: Vec<&str> = title.split_whitespace().collect();
    match words.is_empty() {
        true => String::new(),
        false => format!("## {}", words.join(" ")),
    }
}

/// A text parted behind a heading at its beginning that is `title`: a note says it but once.
fn without_title<'a>(conn: &Connection, text: &'a str, title: &str) -> (&'a str, &'a str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let called = notes::readable(line, labels::titles(conn));
    let words = called.trim_start_matches('#');
    let is_title = words.len() < called.len() && words.trim() == title;
    let own = rest.trim_start_matches(['\n', '\r']);
    match is_title && !own.trim().is_empty() {
        true => text.split_at(text.len() - own.len()),
        false => ("", text),
    }
}

/// A note that is not in the trash.
pub(super) fn kept(conn: &Connection, id: NoteId) -> Result<note_table::NoteRecord> {
    let record = note_table::record(conn, id)?;
    match record.deleted {
        true => Err(Error::not_found(format_args!("note {id}"))),
        false => Ok(record),
    }
}

/// The parts of a body, with the ends of lines around the middle one left to the others.
fn without_line_ends<'b>(
    body: &'b str,
    before: &'b str,
    part: &'b str,
    after: &'b str,
) -> (&'b str, &'b str, &'b str) {
    let from = before.len() + part.len() - part.trim_start_matches('\n').len();
    let to = body.len() - after.len() - part.len() + part.trim_end_matches('\n').len();
    match (body.get(..from), body.get(from..to), body.get(to..)) {
        (Some(before), Some(part), Some(after)) => (before, part, after),
        _ => (before, part, after),
    }
}

/// A body before, in and after a range of chars.
pub(super) fn cut(body: &str, start: u32, end: u32) -> Result<(&str, &str, &str)> {
    let byte = |n: u32| {
        let mut ends = body.char_indices().map(|(at, _)| at);
        ends.nth(n as usize).unwrap_or(body.len())
    };
    let (from, to) = (byte(start), byte(end));
    match (body.get(..from), body.get(from..to), body.get(to..)) {
        (Some(before), Some(part), Some(after)) if !part.trim().is_empty() => {
            Ok((before, part, after))
        }
        _ => Err(Error::InvalidInput {
            what: "the selection".into(),
            why: "it has no words".into(),
        }),
    }
}
