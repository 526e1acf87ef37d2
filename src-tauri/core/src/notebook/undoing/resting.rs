//! What doing a step again rests on: it writes texts that notes had, which may not come over
//! words that were written since it was taken back. Where these are undone, it rests well again.

use rusqlite::Connection;

use super::Inverse;
use crate::Result;
use crate::domain::{NoteId, UndoAction};
use crate::store::Sha256;
use crate::store::note_table;

/// Steps of this kind write texts of notes.
pub(super) const fn writes_texts(action: UndoAction) -> bool {
    use UndoAction::{Clip, LinkMention, MergeNotes, RestoreNoteVersion, SplitNote};
    matches!(
        action,
        Clip | LinkMention | MergeNotes | RestoreNoteVersion | SplitNote
    )
}

/// The step with the texts that its notes have now, where it writes any.
pub(super) fn resting(conn: &Connection, again: Inverse) -> Result<Inverse> {
    let mut notes = Vec::new();
    written(&again, &mut notes);
    if notes.is_empty() {
        return Ok(again);
    }
    let mut texts = Vec::new();
    for id in notes {
        texts.extend(text(conn, id)?.map(|text| (id, text)));
    }
    let again = Box::new(again);
    Ok(Inverse::Resting { texts, again })
}

/// Whether a step may be done again as things are.
pub(super) fn rests(conn: &Connection, again: &Inverse) -> Result<bool> {
    let Inverse::Resting { texts, .. } = again else {
        return Ok(true);
    };
    for (id, was) in texts {
        if text(conn, *id)?.as_ref() != Some(was) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Notes that are given an older text, or whose text stands in another from then on.
fn written(again: &Inverse, notes: &mut Vec<NoteId>) {
    match again {
        Inverse::RewriteNotes { notes: all } => notes.extend(all.iter().map(|(id, _)| *id)),
        Inverse::MergeNoteAgain { part, .. } => notes.push(*part),
        Inverse::Several { steps } => steps.iter().for_each(|step| written(step, notes)),
        _ => {}
    }
}

fn text(conn: &Connection, id: NoteId) -> Result<Option<String>> {
    let found = note_table::find_record(conn, id)?;
    Ok(found.map(|note| {
        let text = format!("{}\n{}", note.title, note.body);
        Sha256::of(text.as_bytes()).hex()
    }))
}
