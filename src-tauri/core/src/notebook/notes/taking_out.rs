//! Taking out of a note what a step put into it, and nothing that was written since.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::{history, write_text};
use crate::domain::{NoteId, UndoAction, VersionCause};
use crate::notebook::undoing::Inverse;
use crate::notes::{self, KnownBy, Replaced};
use crate::store::note_table::{self, NoteRecord};
use crate::store::{note_version_table, undo_table};
use crate::{Error, Result};

/// What a step put into a note. Stored as JSON in the steps that can be taken back.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in crate::notebook) struct PutIn {
    pub note: NoteId,
    /// The text before.
    pub version: u32,
    /// Bytes of that text that it replaced.
    pub from: usize,
    pub to: usize,
    pub put: String,
    /// The note that was merged into it.
    pub merged: Option<NoteId>,
    /// The note that was made of what was replaced; what it has now is put back.
    pub made: Option<NoteId>,
    /// What stood before that and is the title of the note that was made.
    #[serde(default)]
    pub heading: String,
    #[serde(default)]
    pub known: KnownBy,
    /// The title that it gave the note.
    #[serde(default)]
    pub title: Option<String>,
}

/// What a note is to be given.
enum Left {
    /// Note or history are gone for good.
    Nothing,
    /// What was put in is not there as it was.
    Kept,
    Text {
        title: String,
        body: String,
    },
}

/// Adds paragraphs to the end of a note that have ids which nothing else has, and says how
/// each is taken out.
pub(in crate::notebook) fn append(
    conn: &Connection,
    note: NoteId,
    paragraphs: &[String],
) -> Result<Vec<PutIn>> {
    let before = super::joining::kept(conn, note)?;
    let version = history::keep_now(conn, note, VersionCause::Quoted)?;
    let (from, body) = behind(&before.body, paragraphs);
    write_text(conn, note, &before.title, &body, 0)?;
    let put = |paragraph: &String| PutIn {
        note,
        version,
        from,
        to: before.body.len(),
        put: match paragraphs.len() {
            1 => body.get(from..).unwrap_or_default().to_owned(),
            _ => paragraph.clone(),
        },
        merged: None,
        made: None,
        heading: String::new(),
        known: KnownBy::Id,
        title: None,
    };
    Ok(paragraphs.iter().map(put).collect())
}

/// A text with paragraphs behind it, and where its words end. What stands there stays, also a
/// space at its end: who writes on while this is done writes before what is added.
pub(super) fn behind(text: &str, paragraphs: &[String]) -> (usize, String) {
    let from = text.trim_end().len();
    let lines = text.get(from..).unwrap_or_default().matches('\n').count();
    let gap = match from {
        0 => "",
        _ => "\n\n".get(lines.min(2)..).unwrap_or_default(),
    };
    // Behind blanks in its own line a heading would be code, or part of a list.
    let gap = match gap.is_empty() && !text.is_empty() && !text.ends_with('\n') {
        true => "\n",
        false => gap,
    };
    let body = format!("{text}{gap}{}\n", paragraphs.join("\n\n"));
    (from, body)
}

/// Whether what was put in stays, since it was changed.
pub(in crate::notebook) fn is_kept(conn: &Connection, put: &PutIn) -> Result<bool> {
    let Some(now) = note_table::find_record(conn, put.note)? else {
        return Ok(false);
    };
    Ok(matches!(left(conn, put, &now)?, Left::Kept))
}

/// The note that a step had made of another's words, where these can't be put back: it is all
/// that has them.
pub(in crate::notebook) fn kept_apart(
    conn: &Connection,
    steps: &[Inverse],
) -> Result<Option<NoteId>> {
    let part = steps.iter().find_map(|step| match step {
        Inverse::TakeOut(put) if put.made.is_some() => Some(put),
        _ => None,
    });
    let Some(put) = part else {
        return Ok(None);
    };
    let left = match note_table::find_record(conn, put.note)? {
        Some(now) => left(conn, put, &now)?,
        None => Left::Nothing,
    };
    Ok(put.made.filter(|_| !matches!(left, Left::Text { .. })))
}

/// Gives a note what is left of its text without what a step put into it, here and there; what
/// it has now stays in the history.
pub(in crate::notebook) fn take_out(conn: &Connection, note: NoteId, all: &[&PutIn]) -> Result<()> {
    let Some(mut now) = note_table::find_record(conn, note)? else {
        return Ok(());
    };
    let mut any = false;
    for put in all {
        if let Left::Text { title, body } = left(conn, put, &now)? {
            any = true;
            (now.title, now.body) = (title, body);
        }
    }
    if any {
        history::keep_undone(conn, note)?;
        write_text(conn, note, &now.title, &now.body, 0)?;
    }
    Ok(())
}

fn left(conn: &Connection, put: &PutIn, now: &NoteRecord) -> Result<Left> {
    let (title, before) = match note_version_table::text(conn, put.note, put.version) {
        Err(Error::NotFound { .. }) => return Ok(Left::Nothing),
        text => text?,
    };
    let made = match put.made {
        Some(id) => note_table::find_record(conn, id)?,
        None => None,
    };
    let words = match &made {
        Some(made) => &format!("{}{}", put.heading, made.body),
        None => before.get(put.from..put.to).unwrap_or_default(),
    };
    let others = match put.merged {
        Some(_) => put_by_merges(conn, put.note)?,
        None => Vec::new(),
    };
    let step = Replaced {
        before: &before,
        range: put.from..put.to,
        put: &put.put,
        known: put.known,
        others: &others,
    };
    Ok(match notes::taken_back(&step, words, &now.body) {
        Some(body) => Left::Text {
            title: match put.title.as_ref() == Some(&now.title) {
                true => title,
                false => now.title.clone(),
            },
            body,
        },
        None => Left::Kept,
    })
}

/// What merges that were not taken back put into a note.
fn put_by_merges(conn: &Connection, note: NoteId) -> Result<Vec<String>> {
    let steps: Vec<Inverse> = undo_table::of_action(conn, UndoAction::MergeNotes)?;
    let parts = steps.into_iter().flat_map(|step| match step {
        Inverse::Several { steps } => steps,
        one => vec![one],
    });
    let put = parts.filter_map(|step| match step {
        Inverse::TakeOut(put) if put.note == note => Some(put.put),
        _ => None,
    });
    Ok(put.collect())
}
