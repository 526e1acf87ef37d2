//! `verify`: is everything that was kept still what it was?

use std::sync::atomic::AtomicBool;

use serde::Serialize;

use super::{Notebook, trash};
use crate::Result;
use crate::domain::{ArticleId, ClippingId, EntityId, NoteId};
use crate::jobs::CancelToken;
use crate::search::DocumentKey;
use crate::store::{
    article_table, clipping_table, entity_table, note_image_table, note_table, original_table,
};

/// Articles compared with the index in one go.
const BATCH: u32 = 500;

/// What a check of the whole notebook found.
#[derive(Debug, Default, Serialize)]
pub struct VerifyReport {
    /// Originals whose hash was computed again.
    pub originals: u64,
    /// Pictures in notes, the same.
    pub images: u64,
    pub articles: u64,
    pub notes: u64,
    pub problems: Vec<VerifyProblem>,
}

/// Something that is not as it should be.
#[derive(Debug, Serialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum VerifyProblem {
    /// The bytes no longer have the SHA-256 that they were kept under.
    OriginalChanged {
        sha256: String,
    },
    /// The file is gone or can't be read.
    OriginalMissing {
        sha256: String,
    },
    /// A picture in notes is not the one that was kept.
    ImageChanged {
        sha256: String,
    },
    ImageMissing {
        sha256: String,
    },
    Database {
        what: String,
    },
    /// Search would not find it.
    NotIndexed {
        id: String,
    },
    /// A file of the index is not what was written; delete `index/` and it is made anew.
    IndexDamaged,
    /// Search finds more than the notebook holds.
    IndexTooLarge {
        indexed: u64,
        kept: u64,
    },
}

impl Notebook {
    /// Checks hashes of originals, the database, and that the index agrees with it.
    /// The index catches up first. `progress` hears how many originals of how many.
    pub fn verify(
        &self,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<VerifyReport> {
        let mut report = VerifyReport::default();
        let shared = self.shared();
        // What a crash left undone of emptying the trash.
        trash::drop_loose_originals(shared, &AtomicBool::new(false))?;
        for what in shared.store.check()? {
            report.problems.push(VerifyProblem::Database { what });
        }
        self.verify_originals(&mut report, cancel, progress)?;
        self.verify_images(&mut report, cancel)?;
        self.finish_indexing()?;
        self.verify_index(&mut report, cancel)?;
        Ok(report)
    }

    fn verify_originals(
        &self,
        report: &mut VerifyReport,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<()> {
        let shared = self.shared();
        let all = shared.store.read("list originals", original_table::all)?;
        for sha256 in &all {
            stop_if(cancel)?;
            let problem = match shared.originals.verify(*sha256) {
                Ok(true) => None,
                Ok(false) => Some(VerifyProblem::OriginalChanged {
                    sha256: sha256.hex(),
                }),
                Err(_) => Some(VerifyProblem::OriginalMissing {
                    sha256: sha256.hex(),
                }),
            };
            report.problems.extend(problem);
            report.originals += 1;
            progress(report.originals, all.len() as u64);
        }
        Ok(())
    }

    fn verify_images(&self, report: &mut VerifyReport, cancel: &CancelToken) -> Result<()> {
        let shared = self.shared();
        for (sha256, _) in shared.store.read("list pictures", note_image_table::all)? {
            stop_if(cancel)?;
            let sha256_hex = sha256.hex();
            match shared.images.verify(sha256) {
                Ok(true) => {}
                Ok(false) => report
                    .problems
                    .push(VerifyProblem::ImageChanged { sha256: sha256_hex }),
                Err(_) => report
                    .problems
                    .push(VerifyProblem::ImageMissing { sha256: sha256_hex }),
            }
            report.images += 1;
        }
        Ok(())
    }

    fn verify_index(&self, report: &mut VerifyReport, cancel: &CancelToken) -> Result<()> {
        let index = self.0.indexer.index();
        if !index.is_intact()? {
            report.problems.push(VerifyProblem::IndexDamaged);
        }
        let mut kept: u64 = 0;
        let mut after: Option<EntityId> = None;
        loop {
            stop_if(cancel)?;
            let batch = self.shared().store.read("list entities", |conn| {
                entity_table::ids_after(conn, after, BATCH)
            })?;
            let Some(last) = batch.last() else { break };
            after = Some(*last);
            for id in batch {
                kept += 1;
                if !index.contains(&DocumentKey::Entity(id))? {
                    report
                        .problems
                        .push(VerifyProblem::NotIndexed { id: id.to_string() });
                }
            }
        }
        let mut after: Option<ArticleId> = None;
        loop {
            stop_if(cancel)?;
            let batch = self.shared().store.read("list articles", |conn| {
                article_table::ids_after(conn, after, BATCH)?
                    .into_iter()
                    .map(|id| Ok((id, article_table::record(conn, id)?.deleted)))
                    .collect::<Result<Vec<_>>>()
            })?;
            let Some((last, _)) = batch.last() else { break };
            after = Some(*last);
            for (id, deleted) in batch {
                if deleted {
                    continue;
                }
                report.articles += 1;
                kept += 1;
                if !index.contains(&DocumentKey::Article(id))? {
                    report
                        .problems
                        .push(VerifyProblem::NotIndexed { id: id.to_string() });
                }
            }
        }
        let mut after: Option<NoteId> = None;
        loop {
            let batch = self.shared().store.read("list notes", |conn| {
                note_table::ids_after(conn, after, BATCH)?
                    .into_iter()
                    .map(|id| Ok((id, note_table::record(conn, id)?.deleted)))
                    .collect::<Result<Vec<_>>>()
            })?;
            let Some((last, _)) = batch.last() else { break };
            after = Some(*last);
            for (id, deleted) in batch {
                if deleted {
                    continue;
                }
                report.notes += 1;
                kept += 1;
                if !index.contains(&DocumentKey::Note(id))? {
                    report
                        .problems
                        .push(VerifyProblem::NotIndexed { id: id.to_string() });
                }
            }
        }
        let mut after: Option<ClippingId> = None;
        loop {
            stop_if(cancel)?;
            let batch = self.shared().store.read("list quotes", |conn| {
                clipping_table::after(conn, after, BATCH)
            })?;
            let Some(last) = batch.last() else { break };
            after = Some(last.id);
            for row in batch.iter().filter(|row| row.marks.quote.is_some()) {
                kept += 1;
                if !index.contains(&DocumentKey::Quote(row.id))? {
                    let id = row.id.to_string();
                    report.problems.push(VerifyProblem::NotIndexed { id });
                }
            }
        }
        let indexed = index.document_count();
        if indexed > kept {
            report
                .problems
                .push(VerifyProblem::IndexTooLarge { indexed, kept });
        }
        Ok(())
    }
}

fn stop_if(cancel: &CancelToken) -> Result<()> {
    if cancel.is_cancelled() {
        return Err(crate::Error::Cancelled);
    }
    Ok(())
}
