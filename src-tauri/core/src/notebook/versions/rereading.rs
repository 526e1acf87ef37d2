//! Reading kept originals again: by better rules, or in an encoding that a person chose.
//!
//! The original stays as it is. What comes out is a text of its own, so that tags are
//! re-found or orphaned as with any other change, what a person corrected stays, and the
//! step can be taken back.

use rusqlite::Connection;

use super::super::Articles;
use super::super::imports::{self, Needs};
use super::kept_original::read_original;
use super::reread_steps::{self, Steps};
use super::{edits, head, showing, withdraw};
use crate::clock::now_ms;
use crate::domain::{ArticleId, ArticleParts, Change, RereadReport};
use crate::entities::NameMatcher;
use crate::jobs::CancelToken;
use crate::store::article_table::{self, ArticleText, ByHand};
use crate::store::version_table::{self, VersionRow};
use crate::{Error, Result};

/// One reading that took another's place.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in super::super) struct Reread {
    pub article: ArticleId,
    pub was: u32,
    pub now: u32,
}

/// In what way an original is read again.
#[derive(Debug, Clone, Copy)]
pub enum Rereading<'a> {
    /// As before, by the rules of now: an encoding that a person chose stays.
    AsBefore,
    /// In the encoding that it declares or that is found.
    AsFound,
    /// In the encoding with this WHATWG label.
    In(&'a str),
}

impl Rereading<'_> {
    fn encoding(self, before: Option<String>) -> Option<String> {
        match self {
            Self::AsBefore => before,
            Self::AsFound => None,
            Self::In(label) => Some(label.to_owned()),
        }
    }
}

/// What an original gives, and what a person had to do with it.
pub(in super::super) struct Reading {
    /// The version that was shown when the original was read; none of a problem.
    pub of: Option<u32>,
    pub parts: ArticleParts,
    pub by_hand: ByHand,
}

/// Articles read between two transactions.
const BATCH: usize = 16;

impl Articles<'_> {
    /// Reads the originals of these articles again. What a person corrected, typed or
    /// pointed at stays. `report` hears how many of how many are done. Cancelling keeps
    /// what is done.
    ///
    /// # Errors
    /// `InvalidInput` for an unknown encoding and for no articles at all, and what the
    /// store gives. An article whose original is gone or can't be read is counted, and
    /// stays as it is.
    pub fn reread(
        &self,
        ids: &[ArticleId],
        how: Rereading<'_>,
        cancel: &CancelToken,
        report: &mut dyn FnMut(RereadReport),
    ) -> Result<RereadReport> {
        let refuse = |what: String, why: &str| {
            Err(Error::InvalidInput {
                what,
                why: why.to_owned(),
            })
        };
        if ids.is_empty() {
            return refuse("no article".to_owned(), "all of them is another request");
        }
        if let Rereading::In(label) = how
            && !crate::extract::is_encoding(label)
        {
            return refuse(format!("the encoding {label}"), "no such encoding is known");
        }
        self.reread_each(ids, how, cancel, report)
    }

    /// Reads the originals of all articles again, as [`Articles::reread`].
    pub fn reread_all(
        &self,
        cancel: &CancelToken,
        report: &mut dyn FnMut(RereadReport),
    ) -> Result<RereadReport> {
        let store = &self.0.shared().store;
        let all = store.read("list articles", |conn| {
            article_table::ids_after(conn, None, u32::MAX)
        })?;
        self.reread_each(&all, Rereading::AsBefore, cancel, report)
    }

    fn reread_each(
        &self,
        ids: &[ArticleId],
        how: Rereading<'_>,
        cancel: &CancelToken,
        report: &mut dyn FnMut(RereadReport),
    ) -> Result<RereadReport> {
        let mut done = RereadReport {
            total: u32::try_from(ids.len()).unwrap_or(u32::MAX),
            ..RereadReport::default()
        };
        report(done);
        let mut steps = Steps::default();
        let read = self.reread_batches(ids, how, cancel, &mut done, &mut steps, report);
        // Also when it failed half-way: what was done is taken back in one step.
        let joined = self
            .0
            .shared()
            .store
            .write("keep a step", |tx| steps.join(tx));
        read?;
        joined?;
        Ok(done)
    }

    /// Counts in `done` and lists in `steps` what is kept, batch by batch.
    fn reread_batches(
        &self,
        ids: &[ArticleId],
        how: Rereading<'_>,
        cancel: &CancelToken,
        done: &mut RereadReport,
        steps: &mut Steps,
        report: &mut dyn FnMut(RereadReport),
    ) -> Result<()> {
        let shared = self.0.shared();
        let outlet_picks = imports::outlet_picks(shared)?;
        let needs = Needs {
            originals: &shared.originals,
            outlet_picks: &outlet_picks,
            names: None,
        };
        for batch in ids.chunks(BATCH) {
            if cancel.is_cancelled() {
                break;
            }
            let read = imports::in_parallel(batch.to_vec(), |id| {
                let by_hand = |before: ByHand| ByHand {
                    encoding: how.encoding(before.encoding),
                    ..before
                };
                (id, read_original(shared, needs, id, by_hand))
            });
            let mut readings = Vec::new();
            for (id, reading) in read {
                let reading = reading?;
                done.unread += u32::from(reading.is_none());
                readings.extend(reading.map(|reading| (id, reading)));
            }
            let matcher = shared.matcher();
            let (kept, changed, closed) = shared.store.write("keep what was read again", |tx| {
                let mut changed = Vec::new();
                for (id, reading) in &readings {
                    match replace(tx, &matcher, *id, reading, Edits::Stay) {
                        // A person or an import was quicker: that is the newer word.
                        Err(Error::Conflict { .. }) => {}
                        replaced => changed.extend(replaced?),
                    }
                }
                let closed = match (how, ids, &changed[..]) {
                    (Rereading::AsFound | Rereading::In(_), [only], [_]) => {
                        reread_steps::close_encoding_problem(tx, *only)?
                    }
                    _ => None,
                };
                let kept = steps.with(tx, &changed, closed.as_ref().map(|item| item.id))?;
                Ok((kept, changed, closed))
            })?;
            *steps = kept;
            done.done += u32::try_from(batch.len()).unwrap_or(u32::MAX);
            done.changed += u32::try_from(changed.len()).unwrap_or(u32::MAX);
            if !changed.is_empty() {
                self.tell(changed.iter().map(|step| step.article).collect());
            }
            if let Some(item) = closed {
                let ids = vec![item.import];
                self.0.changed(Change::Imports { ids });
            }
            report(*done);
        }
        Ok(())
    }
}

/// The version of the text shown as it was read, before a person did anything to it.
pub(in super::super) fn shown_reading(conn: &Connection, id: ArticleId) -> Result<u32> {
    let rows = version_table::all(conn, id)?;
    let shown = rows.iter().find(|row| row.shown);
    Ok(shown.map_or(showing::FIRST, |row| row.version))
}

/// What becomes of the lines that a person took out of the text that is replaced, and of
/// a text that a person typed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Edits {
    Stay,
    /// A person has just said anew what the text is.
    Go,
}

/// Puts a reading in the place of the one shown; `None` where they are the same.
///
/// # Errors
/// `Conflict` when another is shown now than when the original was read.
pub(in super::super) fn replace(
    conn: &Connection,
    matcher: &NameMatcher,
    id: ArticleId,
    reading: &Reading,
    edits: Edits,
) -> Result<Option<Reread>> {
    let parts = &reading.parts;
    let Some(record) = article_table::find_record(conn, id)? else {
        return Ok(None);
    };
    let mut rows = version_table::all(conn, id)?;
    let alone = rows.is_empty();
    if alone {
        rows.push(showing::only_version(conn, id)?);
    }
    let Some(was) = rows.iter().find(|row| row.shown).cloned() else {
        return Ok(None);
    };
    if reading.of != Some(was.version) {
        return Err(Error::Conflict {
            what: was.parts.title,
        });
    }
    let read = article_table::text(conn, id, was.version)?;
    let left = record.text_version;
    let fields = head(parts);
    let same = read.blocks == parts.blocks && read.pieces == parts.pieces && was.parts == fields;
    if same && (edits == Edits::Stay || left == was.version) {
        return Ok(None);
    }
    if alone {
        version_table::insert(conn, id, &was)?;
    }
    let text = ArticleText {
        by_hand: reading.by_hand.clone(),
        ..ArticleText::read(parts)
    };
    let now = article_table::add_text(conn, id, &text)?;
    let text_version = match edits == Edits::Stay && left != was.version {
        true => edits::left_by_person(conn, id, &read, left, now, &text)?.unwrap_or(now),
        false => now,
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
