//! Reading kept originals again: by better rules, or in an encoding that a person chose.
//!
//! The original stays as it is. What comes out is a text of its own, so that tags are
//! re-found or orphaned as with any other change, what a person corrected stays, and the
//! step can be taken back.

use std::collections::HashSet;

use rusqlite::Connection;

use super::super::imports::{self, Again};
use super::super::undoing::{self, Inverse};
use super::super::{Articles, Shared, originals};
use super::{head, showing, withdraw};
use crate::clock::now_ms;
use crate::domain::{
    ArticleId, ArticleParts, Block, BlockKind, Fate, RemovalReason, RereadReport, SourcePiece,
    UndoAction,
};
use crate::entities::NameMatcher;
use crate::import::Format;
use crate::jobs::CancelToken;
use crate::store::article_table::{self, ArticleText};
use crate::store::version_table::{self, VersionRow};
use crate::store::{Sha256, original_table};
use crate::{Error, Result};

/// One reading that took another's place.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in super::super) struct Reread {
    pub article: ArticleId,
    pub was: u32,
    pub now: u32,
}

/// Articles read between two transactions.
const BATCH: usize = 16;

impl Articles<'_> {
    /// Reads the originals of these articles again; of all articles when `ids` is empty.
    /// `encoding`: a WHATWG label that a person chose, else as on import.
    /// `report` hears how many of how many are done. Cancelling keeps what is done.
    ///
    /// # Errors
    /// `InvalidInput` for an unknown encoding, and what the store gives. An article whose
    /// original is gone or can't be read is counted, and stays as it is.
    pub fn reread(
        &self,
        ids: &[ArticleId],
        encoding: Option<&str>,
        cancel: &CancelToken,
        report: &mut dyn FnMut(RereadReport),
    ) -> Result<RereadReport> {
        if let Some(label) = encoding
            && !crate::extract::is_encoding(label)
        {
            return Err(Error::InvalidInput {
                what: format!("the encoding {label}"),
                why: "no such encoding is known".to_owned(),
            });
        }
        let shared = self.0.shared();
        let all = match ids {
            [] => shared.store.read("list articles", |conn| {
                article_table::ids_after(conn, None, u32::MAX)
            })?,
            some => some.to_vec(),
        };
        let mut done = RereadReport {
            total: u32::try_from(all.len()).unwrap_or(u32::MAX),
            ..RereadReport::default()
        };
        let mut steps = Vec::new();
        let read = self.reread_all(&all, encoding, cancel, &mut done, &mut steps, report);
        // Also when it failed half-way: what was done can be taken back.
        keep_step(shared, steps)?;
        read?;
        Ok(done)
    }

    /// Counts in `done` and lists in `steps` what is kept, batch by batch.
    fn reread_all(
        &self,
        ids: &[ArticleId],
        encoding: Option<&str>,
        cancel: &CancelToken,
        done: &mut RereadReport,
        steps: &mut Vec<Reread>,
        report: &mut dyn FnMut(RereadReport),
    ) -> Result<()> {
        let shared = self.0.shared();
        for batch in ids.chunks(BATCH) {
            if cancel.is_cancelled() {
                break;
            }
            let mut readings = Vec::new();
            for id in batch {
                let reading = read(shared, *id, encoding)?;
                done.unread += u32::from(reading.is_none());
                readings.extend(reading.map(|parts| (*id, parts)));
            }
            let matcher = shared.matcher();
            let changed = shared.store.write("keep what was read again", |tx| {
                let mut changed = Vec::new();
                for (id, parts) in &readings {
                    changed.extend(replace(tx, &matcher, *id, parts)?);
                }
                Ok(changed)
            })?;
            done.done += u32::try_from(batch.len()).unwrap_or(u32::MAX);
            done.changed += u32::try_from(changed.len()).unwrap_or(u32::MAX);
            self.tell(changed.iter().map(|step| step.article).collect());
            steps.extend(changed);
            report(*done);
        }
        Ok(())
    }
}

fn keep_step(shared: &Shared, readings: Vec<Reread>) -> Result<()> {
    let Some(first) = readings.first().map(|step| step.article) else {
        return Ok(());
    };
    shared.store.write("keep a step", |tx| {
        let subject = match readings.len() {
            1 => article_table::record(tx, first)?.title,
            many => many.to_string(),
        };
        let inverse = Inverse::UndoReread { readings };
        undoing::push(tx, UndoAction::Reread, &subject, &inverse)?;
        Ok(())
    })
}

/// What the original gives now; `None` where there is none to read.
fn read(shared: &Shared, id: ArticleId, encoding: Option<&str>) -> Result<Option<ArticleParts>> {
    let known = shared.store.read("open an original", |conn| {
        let record = article_table::record(conn, id)?;
        let row = showing::only_version(conn, id)?;
        let Some(sha256) = record.original else {
            return Ok(None);
        };
        let kept = original_table::get(conn, sha256)?;
        Ok(kept.map(|(size, media_type)| (row, sha256, size, media_type)))
    })?;
    let Some((row, sha256, size, media_type)) = known else {
        return Ok(None);
    };
    let Some(format) = Format::of_media_type(&media_type) else {
        return Ok(None);
    };
    let Some(held) = held(shared, &row, sha256, format) else {
        return Ok(None);
    };
    let again = Again {
        name: &row.original_name,
        location: row.original_location.as_deref(),
        sha256,
        size,
        format,
        saved: row.saved.as_deref(),
        encoding,
    };
    let number = row.original_part.unwrap_or(1);
    let parts = imports::read_again(held, number, &again, &shared.originals);
    // A reading without a text never takes the place of one that has it.
    Ok(parts.filter(|parts| !parts.blocks.is_empty()))
}

fn held(
    shared: &Shared,
    row: &VersionRow,
    sha256: Sha256,
    format: Format,
) -> Option<crate::import::Held> {
    let name = &row.original_name;
    match originals::held(shared, sha256, format, row.original_part, name) {
        Ok(held) => held,
        Err(error) => {
            tracing::warn!(%error, "an original could not be read again");
            None
        }
    }
}

/// Puts a reading in the place of the one shown; `None` where they are the same.
fn replace(
    conn: &Connection,
    matcher: &NameMatcher,
    id: ArticleId,
    parts: &ArticleParts,
) -> Result<Option<Reread>> {
    let mut rows = version_table::all(conn, id)?;
    let alone = rows.is_empty();
    if alone {
        rows.push(showing::only_version(conn, id)?);
    }
    let Some(was) = rows.iter().find(|row| row.shown).cloned() else {
        return Ok(None);
    };
    let read = article_table::text(conn, id, was.version)?;
    let fields = head(parts);
    if read.blocks == parts.blocks && read.pieces == parts.pieces && was.parts == fields {
        return Ok(None);
    }
    if alone {
        version_table::insert(conn, id, &was)?;
    }
    let left = article_table::record(conn, id)?.text_version;
    let now = article_table::add_text(conn, id, &parts.blocks, &parts.pieces)?;
    let edited = match left == was.version {
        true => None,
        false => edited_again(&read, &article_table::text(conn, id, left)?, parts),
    };
    let text_version = match &edited {
        Some(text) => article_table::add_text(conn, id, &text.blocks, &text.pieces)?,
        None => now,
    };
    let row = VersionRow {
        version: now,
        text_version,
        shown: false,
        parts: fields,
        mentions: None,
        ..was.clone()
    };
    version_table::insert(conn, id, &row)?;
    withdraw(conn, matcher, id, was.version, Some(now_ms()))?;
    Ok(Some(Reread {
        article: id,
        was: was.version,
        now,
    }))
}

/// Puts the former readings back.
pub(in super::super) fn undo(
    conn: &Connection,
    matcher: &NameMatcher,
    readings: &[Reread],
) -> Result<()> {
    for step in readings {
        withdraw(conn, matcher, step.article, step.was, None)?;
        withdraw(conn, matcher, step.article, step.now, Some(now_ms()))?;
    }
    Ok(())
}

/// The new reading with the lines taken out and put back that a person took out of, or
/// put back into, the former one; `None` where there are none.
fn edited_again(
    read: &ArticleText,
    left: &ArticleText,
    parts: &ArticleParts,
) -> Option<ArticleText> {
    let (mut blocks, mut pieces) = (parts.blocks.clone(), parts.pieces.clone());
    let mut taken = HashSet::new();
    for piece in &left.pieces {
        let Some(before) = read.pieces.iter().find(|other| other.line == piece.line) else {
            continue;
        };
        match (&before.fate, &piece.fate) {
            (
                Fate::Body { .. },
                Fate::Removed {
                    reason: RemovalReason::Person,
                    ..
                },
            ) => {
                if let Some(now) = counterpart(&mut pieces, piece, &mut taken, is_body) {
                    blocks.retain(|block| block.line != now.line);
                    now.fate = piece.fate.clone();
                }
            }
            (Fate::Removed { .. }, Fate::Body { .. }) => {
                if let Some(now) = counterpart(&mut pieces, piece, &mut taken, is_removed) {
                    put_back(&mut blocks, now);
                }
            }
            _ => {}
        }
    }
    if blocks == parts.blocks {
        return None;
    }
    super::super::articles::number_blocks(&blocks, &mut pieces);
    Some(ArticleText { blocks, pieces })
}

/// The line of the new reading that a person's change of `piece` is meant for: with the
/// same words, as the change found it, nearest to where it stood. Lines may read alike,
/// so each is given once.
fn counterpart<'a>(
    pieces: &'a mut [SourcePiece],
    piece: &SourcePiece,
    taken: &mut HashSet<u32>,
    was: fn(&Fate) -> bool,
) -> Option<&'a mut SourcePiece> {
    let found = pieces
        .iter_mut()
        .filter(|now| now.text == piece.text && was(&now.fate) && !taken.contains(&now.line))
        .min_by_key(|now| now.line.abs_diff(piece.line))?;
    taken.insert(found.line);
    Some(found)
}

fn is_body(fate: &Fate) -> bool {
    matches!(fate, Fate::Body { .. })
}

fn is_removed(fate: &Fate) -> bool {
    matches!(fate, Fate::Removed { .. })
}

fn put_back(blocks: &mut Vec<Block>, piece: &mut SourcePiece) {
    let at = blocks
        .iter()
        .position(|block| block.line > piece.line)
        .unwrap_or(blocks.len());
    let block = Block {
        kind: BlockKind::Paragraph,
        text: piece.text.clone(),
        credit: None,
        lang: None,
        line: piece.line,
    };
    blocks.insert(at, block);
    piece.fate = Fate::Body { block: 0 };
}
