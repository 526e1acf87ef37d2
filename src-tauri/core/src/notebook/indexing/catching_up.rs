//! Changes taken into the index that answers: first what a person may be waiting for, and
//! when there is no more of that, what may wait.
//!
//! What may wait is passed over, and the commit carries the sequence up to which nothing was:
//! what was taken in ahead of it is taken in again after a crash.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use super::late::Stretch;
use super::{BATCH, BATCH_BEHIND, BETWEEN_COMMITS, BETWEEN_FEWER, MANY, State};
use crate::Result;
use crate::domain::Change;
use crate::search::{IndexChange, SearchIndex};
use crate::store::change_table::{self, Changed};
use crate::store::lock;

/// How far an index is, as long as it answers and nothing fails.
pub(super) struct Ahead {
    index: Arc<SearchIndex>,
    /// All up to here is taken in, but for what may wait.
    sequence: u64,
}

/// Changes as the index takes them in.
pub(super) struct Batch {
    /// The sequence of the last of them.
    pub last: u64,
    pub changes: Vec<IndexChange>,
    /// How many things they are of: one that quotes are called by brings those with it.
    pub things: usize,
}

impl State {
    /// Takes in what is waiting, batch after batch. The first batch can be found at
    /// once; while there is more, a commit holds some seconds of work. What a crash or
    /// the end comes before is taken in again.
    pub(super) fn catch_up(&self) -> Result<()> {
        let index = self.indexes.answers();
        let mut taken_in = index.applied_sequence();
        // Taken out: after a failure it is begun again with what was committed.
        let mut ahead = match lock(&self.ahead).take() {
            Some(ahead) if Arc::ptr_eq(&ahead.index, &index) => ahead.sequence.max(taken_in),
            _ => taken_in,
        };
        let mut committed: Option<Instant> = None;
        let mut uncommitted = false;
        while !self.bell.is_stopped() {
            let late = self.bell.late_after(taken_in);
            let mut whole = false;
            let mut many = false;
            let mut done = false;
            if let Some(batch) = self.read(&late.others(ahead), BATCH)? {
                whole = batch.things == BATCH as usize;
                many = !whole && batch.things >= MANY;
                ahead = batch.last;
                index.take_in(batch.changes)?;
                uncommitted = true;
            } else {
                ahead = ahead.max(late.end());
                match late.first() {
                    Some(stretch) if !self.bell.holds_back() => {
                        whole = true;
                        let mut reached = stretch.up_to;
                        if let Some(batch) = self.read(&[stretch], BATCH_BEHIND)? {
                            reached = batch.last;
                            index.take_in(batch.changes)?;
                            uncommitted = true;
                        }
                        self.bell.forget_late(reached);
                    }
                    _ => done = true,
                }
            }
            let first = self.bell.late_after(taken_in).first();
            taken_in = first.map_or(ahead, |late| late.after.clamp(taken_in, ahead));
            let lasted = committed.map(|when| when.elapsed());
            let since = |span: Duration| lasted.is_none_or(|lasted| lasted >= span);
            if !done && whole && !since(BETWEEN_COMMITS) {
                continue;
            }
            if many && !since(BETWEEN_FEWER) && !self.bell.is_hurried() {
                self.bell.gather();
                continue;
            }
            if uncommitted || taken_in > index.applied_sequence() {
                index.commit(taken_in)?;
                uncommitted = false;
                committed = Some(Instant::now());
                self.idle.notify_all();
                self.shared.notify(&Change::Index);
            } else if done {
                if first.is_none() {
                    self.bell.hurry(false);
                    self.filling.store(false, Ordering::Relaxed);
                }
                *lock(&self.ahead) = Some(Ahead {
                    index: Arc::clone(&index),
                    sequence: ahead,
                });
                return Ok(());
            }
            if many {
                self.bell.gather();
            }
        }
        Ok(())
    }

    /// The next changes of the first of these stretches that has any.
    pub(super) fn read(&self, stretches: &[Stretch], most: u32) -> Result<Option<Batch>> {
        self.shared.store.read("read what changed", |conn| {
            for stretch in stretches {
                let waiting = change_table::between(conn, stretch.after, stretch.up_to, most)?;
                let Some((last, _)) = waiting.last() else {
                    continue;
                };
                let last = *last;
                let things = waiting.len();
                let mut changes = Vec::with_capacity(things);
                for (_, changed) in waiting {
                    changes.push(super::index_change_or_delete(conn, changed)?);
                    for quote in super::quotes_called_by(conn, changed)? {
                        let quote = Changed::Clipping(quote);
                        changes.push(super::index_change_or_delete(conn, quote)?);
                    }
                }
                return Ok(Some(Batch {
                    last,
                    changes,
                    things,
                }));
            }
            Ok(None)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;
    use crate::Notebook;
    use crate::domain::SearchQuery;

    #[test]
    fn what_is_new_is_found_while_what_may_wait_is_held_back() {
        let folder = tempfile::tempdir().unwrap();
        let notebook = Notebook::create(folder.path().join("Desk")).unwrap();
        let old = notebook.notes().create("Old", "Of grain.").unwrap();
        let indexer = &notebook.0.indexer;
        let store = &notebook.shared().store;
        let newest = || store.read("newest", change_table::newest).unwrap();
        // Not by `finish_indexing`: who hurries the indexer leaves nothing waiting.
        while indexer.index().applied_sequence() < newest() {
            thread::yield_now();
        }

        let before = newest();
        let held = indexer.bell().hold();
        store
            .write("change", |tx| {
                change_table::record(tx, Changed::Note(old.id))?;
                // Before anybody can read it: an indexer that looks just now would not wait.
                indexer.bell().put_off(before, change_table::newest(tx)?);
                Ok(())
            })
            .unwrap();
        notebook.notes().create("New", "Of barley.").unwrap();
        let barley = SearchQuery {
            text: "barley".to_owned(),
            ..SearchQuery::default()
        };
        while notebook.search(&barley).unwrap().total == 0 {
            thread::yield_now();
        }
        assert_eq!(indexer.index().applied_sequence(), before, "not all is");
        drop(held);
        while indexer.index().applied_sequence() < newest() {
            thread::yield_now();
        }
    }
}
