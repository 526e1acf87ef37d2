//! What there is to say of the index.

use std::sync::atomic::Ordering;

use super::{Indexer, State};
use crate::Result;
use crate::domain::{IndexHealth, IndexRebuild, IndexStatus, SearchCounts};
use crate::search::INDEX_VERSION;
use crate::store::{change_table, clipping_table, counter, lock};

impl Indexer {
    pub fn status(&self) -> Result<IndexStatus> {
        let state = &self.state;
        let index = state.indexes.answers();
        let waiting = state.waiting_after(index.applied_sequence())?;
        let indexed = u32::try_from(index.document_count()).unwrap_or(u32::MAX);
        let filling = waiting > 0 && state.filling.load(Ordering::Relaxed);
        Ok(IndexStatus {
            indexed,
            waiting,
            rebuilding: filling || state.indexes.making().is_some(),
            broken: state.is_broken(),
        })
    }

    pub fn health(&self) -> Result<IndexHealth> {
        let state = &self.state;
        let index = state.indexes.answers();
        let waiting = state.waiting_after(index.applied_sequence())?;
        let kept = state.shared.store.read("count", |conn| {
            Ok(SearchCounts {
                articles: counter(conn, "articles")?,
                notes: counter(conn, "notes")?,
                entities: counter(conn, "entities")?,
                quotes: clipping_table::count_searched(conn)?,
            })
        })?;
        Ok(IndexHealth {
            covered: self.ask(|index| index.covered())?,
            kept,
            waiting,
            bytes: state.indexes.size(),
            segments: index.segments(),
            version: index.version(),
            newest_version: INDEX_VERSION,
            rebuild: state.rebuild(waiting)?,
            elsewhere: state.indexes.is_elsewhere(),
            problem: lock(&state.failure).clone(),
        })
    }
}

impl State {
    fn waiting_after(&self, sequence: u64) -> Result<u32> {
        self.shared.store.read("count what waits", |conn| {
            change_table::count_after(conn, sequence)
        })
    }

    fn rebuild(&self, waiting: u32) -> Result<Option<IndexRebuild>> {
        let behind = self.indexes.making().is_some();
        if !behind && (waiting == 0 || !self.filling.load(Ordering::Relaxed)) {
            return Ok(None);
        }
        let of = self.waiting_after(0)?;
        let left = match behind {
            true => self.waiting_after(self.made.load(Ordering::Relaxed))?,
            false => waiting,
        };
        Ok(Some(IndexRebuild {
            done: of.saturating_sub(left),
            of,
            behind,
        }))
    }
}
