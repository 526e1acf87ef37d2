//! The background thread that does what is left over: moves, merges and an emptying of the
//! trash that were not finished, and looking for copies among articles of before this version.
//!
//! Each batch is one short transaction, so that nobody who writes waits for it, and
//! what is done is in the database: after a crash it goes on where it was.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use super::indexing::Bell;
use super::rematching::Rematcher;
use super::{Shared, alike, merging, moving, stray_originals, trash, undoing, wire};
use crate::domain::{ArticleId, Change};
use crate::store::{article_table, sketch_table};
use crate::{Error, Result};

/// Articles looked at in one transaction.
const BATCH: u32 = 20;

/// How often who waits for the end looks whether it has come.
const PAUSE: Duration = Duration::from_millis(10);

pub(super) struct Backlog {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Backlog {
    pub fn start(shared: Arc<Shared>, bell: Bell, rematcher: &Rematcher) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let wake_rematcher = rematcher.waker();
        let thread = std::thread::Builder::new()
            .name("backlog".into())
            .spawn(move || {
                let done = moving::finish(&shared, &stopped, &mut |change| {
                    bell.ring();
                    shared.notify(&change);
                });
                let done = done
                    .and_then(|()| {
                        undoing::finish_reversing(&shared, &stopped, &mut |change| {
                            bell.ring();
                            shared.notify(&change);
                        })
                    })
                    .map(|has_done| {
                        if has_done {
                            wake_rematcher();
                        }
                    })
                    .and_then(|()| {
                        merging::finish(&shared, &stopped, &mut |change| {
                            bell.ring();
                            shared.notify(&change);
                        })
                    })
                    .and_then(|()| trash::drop_loose_originals(&shared, &stopped))
                    .and_then(|()| stray_originals::remove(&shared, &stopped))
                    .and_then(|()| alike::make_keys(&shared, &stopped))
                    .and_then(|()| look_for_copies(&shared, &stopped));
                if let Err(error) = done {
                    tracing::error!(%error, "what is left over waits for the next start");
                }
            });
        if let Err(error) = &thread {
            tracing::error!(%error, "what is left over waits for the next start");
        }
        Self {
            stop,
            thread: thread.ok(),
        }
    }

    /// Waits until nothing is left over.
    pub fn finish(&self) {
        while self
            .thread
            .as_ref()
            .is_some_and(|thread| !thread.is_finished())
        {
            std::thread::sleep(PAUSE);
        }
    }
}

impl Drop for Backlog {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("what is left over ended in a panic; it goes on at the next start");
        }
    }
}

fn look_for_copies(shared: &Shared, stop: &AtomicBool) -> Result<()> {
    let mut after: Option<ArticleId> = None;
    while !stop.load(Ordering::Relaxed) {
        let ids = shared.store.read("list articles", |conn| {
            sketch_table::unseen(conn, after, BATCH)
        })?;
        let Some(last) = ids.last() else {
            return Ok(());
        };
        after = Some(*last);
        let found = shared.store.write("look for copies", |tx| {
            let mut found = false;
            for id in &ids {
                // It may have gone for good meanwhile.
                if article_table::find_record(tx, *id)?.is_none() {
                    continue;
                }
                found |= match wire::place_again(tx, *id) {
                    // What can't be read is no copy, and is not asked again.
                    Err(Error::Format { .. } | Error::NotFound { .. }) => {
                        wire::leave_out(tx, *id)?;
                        false
                    }
                    placed => placed?.is_some(),
                };
            }
            Ok(found)
        })?;
        if found {
            shared.notify(&Change::Articles { ids });
        }
    }
    Ok(())
}
