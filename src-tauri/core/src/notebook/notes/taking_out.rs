//! Taking out of a note what merging or splitting put into it, and nothing that was written since.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::{history, write_text};
use crate::domain::NoteId;
use crate::notebook::undoing::Inverse;
use crate::notes::{self, Replaced};
use crate::store::note_table::{self, NoteRecord};
use crate::store::note_version_table;
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
}

/// What a note is to be given.
enum Left {
    /// Note or history are gone for good.
    Nothing,
    /// What was put in is not there as it was.
    Kept,
    Text(NoteRecord, String),
}

/// Whether what was put in stays, since it was changed.
pub(in crate::notebook) fn is_kept(conn: &Connection, put: &PutIn) -> Result<bool> {
    Ok(matches!(left(conn, put)?, Left::Kept))
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
    match part {
        Some(put) if !matches!(left(conn, put)?, Left::Text(..)) => Ok(put.made),
        _ => Ok(None),
    }
}

/// Gives the note what is left of its text, which stays in the history.
pub(in crate::notebook) fn take_out(conn: &Connection, put: &PutIn) -> Result<()> {
    if let Left::Text(now, body) = left(conn, put)? {
        history::keep_undone(conn, put.note)?;
        write_text(conn, put.note, &now.title, &body, 0)?;
    }
    Ok(())
}

fn left(conn: &Connection, put: &PutIn) -> Result<Left> {
    let Some(now) = note_table::find_record(conn, put.note)? else {
        return Ok(Left::Nothing);
    };
    let before = match note_version_table::text(conn, put.note, put.version) {
        Err(Error::NotFound { .. }) => return Ok(Left::Nothing),
        text => text?.1,
    };
    let made = match put.made {
        Some(id) => note_table::find_record(conn, id)?,
        None => None,
    };
    let words = match &made {
        Some(made) => made.body.as_str(),
        None => before.get(put.from..put.to).unwrap_or_default(),
    };
    let step = Replaced {
        before: &before,
        range: put.from..put.to,
        put: &put.put,
    };
    Ok(match notes::taken_back(&step, words, &now.body) {
        Some(body) => Left::Text(now, body),
        None => Left::Kept,
    })
}
