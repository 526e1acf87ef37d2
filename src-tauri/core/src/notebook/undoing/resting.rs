//! What doing a step again rests on: it writes texts that notes had, which may not come over
//! words that were written since it was taken back. Where these are undone, it rests well again.

use rusqlite::Connection;

use super::Inverse;
use crate::Result;
use crate::domain::{NoteId, UndoAction};
use crate::store::Sha256;
use crate::store::note_table;

/// Steps of other kinds write no texts of notes: what does these again, which may be long, need
/// not be read to know that it rests well.
pub(super) const fn may_write(action: UndoAction) -> bool {
    use UndoAction::{
        Clip, DeleteNote, Highlight, LinkMention, MergeNotes, RestoreNoteVersion, SplitNote,
    };
    matches!(
        action,
        Clip | DeleteNote | Highlight | LinkMention | MergeNotes | RestoreNoteVersion | SplitNote
    )
}

/// The step with the texts that its notes have now; `None` where it writes none.
pub(super) fn resting(conn: &Connection, again: Inverse) -> Result<Option<Inverse>> {
    let mut notes = Vec::new();
    written(&again, &mut notes);
    if notes.is_empty() {
        return Ok(None);
    }
    let mut texts = Vec::new();
    for id in notes {
        texts.extend(text(conn, id)?.map(|text| (id, text)));
    }
    let again = Box::new(again);
    Ok(Some(Inverse::Resting { texts, again }))
}

/// Whether a step may be done again as things are.
pub(super) fn rests(conn: &Connection, again: &Inverse) -> Result<bool> {
    let Inverse::Resting { texts, .. } = again else {
        // An earlier version kept no texts with it, and forgot it with the next save.
        let mut notes = Vec::new();
        written(again, &mut notes);
        return Ok(notes.is_empty());
    };
    for (id, was) in texts {
        if text(conn, *id)?.as_ref() != Some(was) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Notes that are given an older text, go to the trash, or whose text stands in another from
/// then on.
fn written(again: &Inverse, notes: &mut Vec<NoteId>) {
    match again {
        Inverse::RewriteNotes { notes: all } => notes.extend(all.iter().map(|(id, _)| *id)),
        Inverse::MergeNoteAgain { part, .. } => notes.push(*part),
        Inverse::TrashNote { id } => notes.push(*id),
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
