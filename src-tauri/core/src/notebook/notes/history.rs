//! Earlier texts of notes: when one is kept, what differs, and bringing one back.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::taking_out::PutIn;
use super::{Notes, picturing, read, write_text};
use crate::clock::now_ms;
use crate::copies::{self, Compared};
use crate::domain::{
    Block, BlockKind, LinkTarget, Note, NoteDiff, NoteId, NoteVersion, TextDiff, TextPart,
    UndoAction, VersionCause,
};
use crate::notebook::labels;
use crate::notebook::undoing::{self, Inverse};
use crate::notes::{self, Aged, KnownBy};
use crate::store::note_table::{self, NoteRecord};
use crate::store::note_version_table::{self, NewVersion, VersionRow};
use crate::{Error, Result};

/// Without a save for so long, in milliseconds, a sitting has ended.
const PAUSE_MS: i64 = 10 * 60_000;
/// While somebody writes on, a text is kept after so many milliseconds …
const OFTEN_MS: i64 = 5 * 60_000;
/// … or so many bytes typed and deleted.
const CHANGED_BYTES: usize = 1000;
/// Half of a text that is deleted or replaced at once, if it has so many bytes, is kept.
const REPLACED_BYTES: usize = 40;
/// At most this many bytes of each side are compared; about a second's work.
const MAX_COMPARED: usize = 300_000;
/// Lines shown around what differs.
const AROUND: usize = 2;

impl Notes<'_> {
    /// The earlier texts of a note, the newest first.
    pub fn versions(&self, id: NoteId) -> Result<Vec<NoteVersion>> {
        self.0.shared().store.read("list versions", |conn| {
            note_table::record(conn, id)?;
            let rows = note_version_table::list(conn, id)?;
            Ok(rows.into_iter().rev().map(VersionRow::shown).collect())
        })
    }

    /// What differs between a version and a later one, or the note as it is now.
    pub fn diff_versions(&self, id: NoteId, from: u32, to: Option<u32>) -> Result<NoteDiff> {
        let (before, after, cut) = self.0.shared().store.read("read versions", |conn| {
            let after = match to {
                Some(version) => note_version_table::text(conn, id, version)?,
                None => {
                    let now = note_table::record(conn, id)?;
                    (now.title, now.body)
                }
            };
            let before = note_version_table::text(conn, id, from)?;
            let (old, new) = differing_lines(&before.1, &after.1);
            let ((old, old_cut), (new, new_cut)) = (cut(old), cut(new));
            let (old, new) = readable(old, new, labels::titles(conn));
            Ok(((before.0, old), (after.0, new), old_cut || new_cut))
        })?;
        let diff = diff(&before, &after);
        Ok(NoteDiff { diff, cut })
    }

    /// Gives a note an earlier text again. What it has now stays in the history.
    pub fn restore_version(&self, id: NoteId, version: u32) -> Result<Note> {
        let note = self.0.shared().store.write("restore a version", |tx| {
            let (title, body) = note_version_table::text(tx, id, version)?;
            let before = note_table::record(tx, id)?.body;
            let (from, to, end) = differing(&before, &body);
            let kept = keep_now(tx, id, VersionCause::Restored)?;
            write_text(tx, id, &title, &body, 0)?;
            let inverse = Inverse::TakeOut(PutIn {
                note: id,
                version: kept,
                from,
                to,
                put: body.get(from..end).unwrap_or_default().to_owned(),
                merged: None,
                made: None,
                heading: String::new(),
                known: KnownBy::Place,
                title: Some(title.clone()),
            });
            undoing::push(tx, UndoAction::RestoreNoteVersion, &title, &inverse)?;
            read(tx, id)
        })?;
        self.tell(id);
        Ok(note)
    }
}

/// Keeps the text that a save replaces, when a sitting has ended with it or much has
/// changed since one was kept. Returns how many bytes have changed since.
pub(super) fn keep_while_typing(
    conn: &Connection,
    current: &NoteRecord,
    title: &str,
    body: &str,
    now_ms: i64,
) -> Result<u32> {
    let (old, new) = notes::changed_middle(&current.body, body);
    let mut changed = old.len() + new.len();
    if current.title != title {
        changed += current.title.len().min(CHANGED_BYTES / 4);
    }
    let total = changed + current.changed_bytes as usize;
    let empty = current.body.trim().is_empty() && current.title.is_empty();
    let newest = note_version_table::newest(conn, current.id)?;
    let idle = now_ms - current.edited_ms;
    // A clock that went back says nothing of how long it was: better one too many.
    let sitting_end = !(0..PAUSE_MS).contains(&idle);
    let since = newest
        .as_ref()
        .map_or(current.created_ms, |version| version.made_ms);
    // Most of a short note may be less than much, and is all that there is of it.
    let replaced = old.len() >= REPLACED_BYTES && old.len() * 2 >= current.body.len();
    let is_time = current.edited_ms - since >= OFTEN_MS || total >= CHANGED_BYTES || replaced;
    if empty || changed == 0 || !(sitting_end || is_time) {
        return Ok(u32::try_from(total).unwrap_or(u32::MAX));
    }
    keep(conn, current, VersionCause::Typed, sitting_end, newest)?;
    thin_out(conn, current.id, now_ms)?;
    Ok(0)
}

/// Keeps the text that a note has now, and says as which version.
pub(in crate::notebook) fn keep_now(
    conn: &Connection,
    id: NoteId,
    cause: VersionCause,
) -> Result<u32> {
    let current = note_table::record(conn, id)?;
    keep(conn, &current, cause, false, None)
}

fn keep(
    conn: &Connection,
    current: &NoteRecord,
    cause: VersionCause,
    sitting_end: bool,
    newest: Option<VersionRow>,
) -> Result<u32> {
    if let Some(known) = newest.filter(|version| version.revision == current.revision) {
        if sitting_end {
            note_version_table::end_sitting(conn, current.id, known.version)?;
        }
        return Ok(known.version);
    }
    note_version_table::keep(
        conn,
        current.id,
        &NewVersion {
            revision: current.revision,
            title: &current.title,
            body: &current.body,
            made_ms: current.edited_ms,
            cause,
            sitting_end,
        },
    )
}

/// Keeps both texts of a conflict: the one that is there and the one that is not saved.
pub(super) fn keep_conflict(
    conn: &Connection,
    current: &NoteRecord,
    title: &str,
    body: &str,
) -> Result<()> {
    if current.title == title && current.body == body {
        return Ok(());
    }
    if let Some(newest) = note_version_table::newest(conn, current.id)?
        && newest.revision == 0
        && note_version_table::text(conn, current.id, newest.version)?
            == (title.to_owned(), body.to_owned())
    {
        return Ok(());
    }
    // A text that the note never had may have pictures of its own.
    picturing::put_uses(conn, current.id, body)?;
    keep_now(conn, current.id, VersionCause::Conflict)?;
    note_version_table::keep(
        conn,
        current.id,
        &NewVersion {
            revision: 0,
            title,
            body,
            made_ms: now_ms(),
            cause: VersionCause::Conflict,
            sitting_end: false,
        },
    )?;
    Ok(())
}

fn thin_out(conn: &Connection, id: NoteId, now_ms: i64) -> Result<()> {
    let versions = note_version_table::list(conn, id)?;
    let aged: Vec<Aged> = versions
        .iter()
        .map(|row| Aged {
            version: row.version,
            made_ms: row.made_ms,
            stays: row.sitting_end || row.cause != VersionCause::Typed,
        })
        .collect();
    let going = notes::thinned(&aged, now_ms);
    if going.is_empty() {
        return Ok(());
    }
    note_version_table::thin_out(conn, id, &going)
}

/// Keeps the text that taking a step back replaces, once, and says as which version.
pub(in crate::notebook) fn keep_undone(conn: &Connection, id: NoteId) -> Result<u32> {
    let current = note_table::record(conn, id)?;
    let newest = note_version_table::newest(conn, id)?;
    keep(
        conn,
        &current,
        VersionCause::Undone,
        false,
        newest.filter(|version| version.cause == VersionCause::Undone),
    )
}

/// Those of these notes that have no other text than the one that came in the place of the
/// version.
pub(in crate::notebook) fn not_written_on(
    conn: &Connection,
    notes: &[(NoteId, u32)],
) -> Result<Vec<(NoteId, u32)>> {
    let mut left = Vec::new();
    for (id, version) in notes {
        let kept = note_version_table::list(conn, *id)?;
        let kept = kept.into_iter().find(|row| row.version == *version);
        let now = note_table::find_record(conn, *id)?;
        let same = kept
            .zip(now)
            .is_none_or(|(kept, now)| kept.revision + 1 == now.revision);
        left.extend(same.then_some((*id, *version)));
    }
    Ok(left)
}

/// Gives notes the texts of these versions again, keeping what they have.
pub(in crate::notebook) fn rewrite(conn: &Connection, notes: &[(NoteId, u32)]) -> Result<()> {
    for (id, version) in notes {
        // Gone for good, with its history: nothing to bring back.
        let (title, body) = match note_version_table::text(conn, *id, *version) {
            Err(Error::NotFound { .. }) => continue,
            text => text?,
        };
        keep_undone(conn, *id)?;
        write_text(conn, *id, &title, &body, 0)?;
    }
    Ok(())
}

/// Both texts with each link by the title of what it leads to. Where links that read alike keep
/// other words or lead to another block, these are shown too: else nothing would differ.
fn readable(
    old: &str,
    new: &str,
    title: impl Fn(&LinkTarget) -> Option<String>,
) -> (String, String) {
    let read = |text: &str| -> Vec<String> {
        let links = notes::find_links(text).into_iter();
        let read = links.map(|link| notes::by_title(&text[link.start..link.end], &title));
        read.collect()
    };
    let (old_read, new_read) = (read(old), read(new));
    let (was, is) = (by_reading(old, &old_read), by_reading(new, &new_read));
    let set = |all: &[&str]| -> HashSet<String> { all.iter().map(|one| (*one).into()).collect() };
    let differ =
        |was: &[&str], is: &[&str]| was != is && (was.len() == is.len() || set(was) != set(is));
    let both = was
        .iter()
        .filter_map(|(called, was)| Some((*called, was, is.get(called)?)));
    let differing: HashSet<&str> = both
        .filter(|(_, was, is)| differ(was, is))
        .map(|(called, ..)| called)
        .collect();
    let shown = |text: &str, read: &[String]| {
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for (link, called) in notes::find_links(text).into_iter().zip(read) {
            out.push_str(&text[from..link.start]);
            from = link.end;
            let Some(open) = called
                .strip_suffix("]]")
                .filter(|_| differing.contains(called.as_str()))
            else {
                out.push_str(called);
                continue;
            };
            out.push_str(open);
            if link.anchor.starts_with('^') {
                out.extend([" › ", link.anchor]);
            }
            if !link.words.is_empty() {
                out.extend(["|", link.words]);
            }
            out.push_str("]]");
        }
        out.push_str(&text[from..]);
        out
    };
    (shown(old, &old_read), shown(new, &new_read))
}

/// The links of a text as they are written, by how they are read.
fn by_reading<'a>(text: &'a str, read: &'a [String]) -> HashMap<&'a str, Vec<&'a str>> {
    let mut links: HashMap<&str, Vec<&str>> = HashMap::new();
    for (link, called) in notes::find_links(text).iter().zip(read) {
        let written = &text[link.start..link.end];
        links.entry(called).or_default().push(written);
    }
    links
}

fn diff(before: &(String, String), after: &(String, String)) -> TextDiff {
    let (old, new) = (blocks(&before.1), blocks(&after.1));
    let title = |text: &(String, String)| vec![(TextPart::Title, text.0.clone())];
    copies::diff(
        &Compared {
            fields: &title(before),
            blocks: &old,
        },
        &Compared {
            fields: &title(after),
            blocks: &new,
        },
    )
}

/// The lines in which two texts differ, with the ends of the lines around them: where they
/// begin in both, and end in either. Who writes on in one of these lines writes on in what is new.
fn differing(before: &str, after: &str) -> (usize, usize, usize) {
    let (old, _) = notes::changed_middle(before, after);
    let start = old.as_ptr() as usize - before.as_ptr() as usize;
    let from = before[..start].rfind('\n').unwrap_or(0);
    let rest = &before[start + old.len()..];
    let tail = rest.find('\n').map_or(0, |at| rest.len() - at - 1);
    (from, before.len() - tail, after.len() - tail)
}

/// The lines in which two texts differ, with some around them.
fn differing_lines<'a>(before: &'a str, after: &'a str) -> (&'a str, &'a str) {
    let (old, new) = notes::changed_middle(before, after);
    let start = old.as_ptr() as usize - before.as_ptr() as usize;
    let tail = before.len() - start - old.len();
    let from = before[..start]
        .rmatch_indices('\n')
        .nth(AROUND)
        .map_or(0, |(at, _)| at + 1);
    let rest = &before[before.len() - tail..];
    let to = rest
        .match_indices('\n')
        .nth(AROUND)
        .map_or(tail, |(at, _)| at);
    let end = |text: &str| text.len() - tail + to;
    debug_assert!(new.len() <= after.len());
    (&before[from..end(before)], &after[from..end(after)])
}

fn cut(text: &str) -> (&str, bool) {
    if text.len() <= MAX_COMPARED {
        return (text, false);
    }
    let at = text.floor_char_boundary(MAX_COMPARED);
    // Half a link would be read as it is written.
    let mut links = notes::find_links(text).into_iter();
    let at = links
        .find_map(|link| (link.start < at && at < link.end).then_some(link.start))
        .unwrap_or(at);
    (&text[..at], true)
}

fn blocks(text: &str) -> Vec<Block> {
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(line, text)| Block {
            kind: BlockKind::Paragraph,
            text: text.to_owned(),
            credit: None,
            line,
            lang: None,
        })
        .collect()
}
