//! The background thread that keeps the index up with the store.
//!
//! Invariant 2: the index's commit carries the last change sequence that it
//! applied. Whatever was written after that, by this process or by one that was
//! killed, is applied here. An index that was deleted or could not be read
//! starts at 0, and so is rebuilt by the same loop.

use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::Shared;
use super::indexed::index_change_or_delete;
use tempfile::TempDir;

use crate::domain::{Change, IndexStatus};
use crate::search::SearchIndex;
use crate::store::{change_table, lock};
use crate::{Error, Result};

/// Changes taken in at once.
const BATCH: u32 = 1000;
/// While there are many, so long passes between commits: a person sees search cover
/// more, and few segments have to be merged.
const BETWEEN_COMMITS: Duration = Duration::from_secs(3);
/// So many changes at once are an import under way, or a move of many things.
const MANY: usize = 8;
/// Then so long is waited for more of them: each commit writes a segment of its own,
/// and small ones have to be merged soon.
const GATHERING: Duration = Duration::from_secs(1);
/// How long nothing may have changed before the index rests.
const QUIET: Duration = Duration::from_secs(3);
/// How long to wait before trying again what failed.
const RETRY: Duration = Duration::from_secs(5);

pub(super) struct Indexer {
    state: Arc<State>,
    thread: Option<JoinHandle<()>>,
}

struct State {
    shared: Arc<Shared>,
    index: SearchIndex,
    /// Holds the index while the notebook's own folder for it can't be used.
    _elsewhere: Option<TempDir>,
    bell: Bell,
    idle: Condvar,
    broken: AtomicBool,
}

/// Wakes the indexer. Cloned freely.
#[derive(Clone)]
pub(super) struct Bell(Arc<(Mutex<Signal>, Condvar)>);

#[derive(Default)]
struct Signal {
    rung: bool,
    /// Somebody waits until everything is searchable.
    hurry: bool,
    stop: bool,
}

impl Bell {
    pub fn ring(&self) {
        lock(&self.0.0).rung = true;
        self.0.1.notify_all();
    }

    fn stop(&self) {
        lock(&self.0.0).stop = true;
        self.0.1.notify_all();
    }

    fn is_stopped(&self) -> bool {
        lock(&self.0.0).stop
    }

    fn hurry(&self, hurry: bool) {
        lock(&self.0.0).hurry = hurry;
        self.0.1.notify_all();
    }

    /// Lets more come together, unless somebody waits for it.
    fn gather(&self) {
        let signal = lock(&self.0.0);
        let idle = |signal: &mut Signal| !signal.hurry && !signal.stop;
        // Whether the time was over or not, work goes on.
        drop(self.0.1.wait_timeout_while(signal, GATHERING, idle));
    }

    /// Waits for a ring, at most `limit`.
    fn wait(&self, limit: Option<Duration>) -> Woken {
        let mut signal = lock(&self.0.0);
        while !signal.rung && !signal.stop {
            match limit {
                Some(limit) => {
                    let (after, timeout) = self
                        .0
                        .1
                        .wait_timeout(signal, limit)
                        .unwrap_or_else(PoisonError::into_inner);
                    signal = after;
                    if timeout.timed_out() {
                        break;
                    }
                }
                None => {
                    signal = self
                        .0
                        .1
                        .wait(signal)
                        .unwrap_or_else(PoisonError::into_inner);
                }
            }
        }
        let rung = std::mem::take(&mut signal.rung);
        match (signal.stop, rung) {
            (true, _) => Woken::Stop,
            (false, true) => Woken::Rung,
            (false, false) => Woken::Quiet,
        }
    }
}

/// Why a wait ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Woken {
    Rung,
    /// Nobody rang for as long as was asked.
    Quiet,
    Stop,
}

impl Indexer {
    pub fn start(shared: Arc<Shared>, folder: &Path) -> Result<Self> {
        let (index, elsewhere) = open_somewhere(&shared, &folder.join("index"))?;
        let state = Arc::new(State {
            shared,
            index,
            _elsewhere: elsewhere,
            bell: Bell(Arc::default()),
            idle: Condvar::new(),
            broken: AtomicBool::new(false),
        });
        let worker = Arc::clone(&state);
        let thread = std::thread::Builder::new()
            .name("indexer".into())
            .spawn(move || worker.run())
            .map_err(|source| Error::io("starting a thread for", folder, source))?;
        let indexer = Self {
            state,
            thread: Some(thread),
        };
        indexer.wake();
        Ok(indexer)
    }

    pub fn bell(&self) -> Bell {
        self.state.bell.clone()
    }

    pub fn wake(&self) {
        self.state.bell.ring();
    }

    pub fn index(&self) -> &SearchIndex {
        &self.state.index
    }

    pub fn status(&self) -> Result<IndexStatus> {
        let applied = self.state.index.applied_sequence();
        let waiting = self.state.shared.store.read("count what waits", |conn| {
            change_table::count_after(conn, applied)
        })?;
        let indexed = u32::try_from(self.state.index.document_count()).unwrap_or(u32::MAX);
        Ok(IndexStatus {
            indexed,
            waiting,
            rebuilding: applied == 0 && waiting > 0,
            broken: self.state.broken.load(Ordering::Relaxed),
        })
    }

    pub fn finish(&self) -> Result<()> {
        let newest = self
            .state
            .shared
            .store
            .read("read the newest change", change_table::newest)?;
        self.state.bell.hurry(true);
        self.wake();
        let mut signal = lock(&self.state.bell.0.0);
        while self.state.index.applied_sequence() < newest
            && !self.state.broken.load(Ordering::Relaxed)
            && !signal.stop
        {
            // The lock of the bell guards only the signal; the short limit covers
            // a commit that lands between the test and the wait.
            signal = self
                .state
                .idle
                .wait_timeout(signal, Duration::from_millis(20))
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
        Ok(())
    }
}

/// Opens the index; where the notebook's folder for it can't be used, one in a
/// temporary folder, made anew at each start: nobody should be kept from searching,
/// let alone from the notebook, by what can be made again.
fn open_somewhere(shared: &Shared, folder: &Path) -> Result<(SearchIndex, Option<TempDir>)> {
    match open_index(shared, folder) {
        Ok(index) => Ok((index, None)),
        Err(error) => {
            tracing::error!(%error, "the index is kept in a temporary folder");
            let elsewhere = tempfile::tempdir()
                .map_err(|source| Error::io("making a temporary folder for", folder, source))?;
            let index = SearchIndex::open(elsewhere.path())?;
            Ok((index, Some(elsewhere)))
        }
    }
}

/// Opens the index. One that is ahead of the database belongs to another state of
/// it, say from before the database was brought back from a copy: it is made anew.
fn open_index(shared: &Shared, folder: &Path) -> Result<SearchIndex> {
    let index = SearchIndex::open(folder)?;
    let newest = shared
        .store
        .read("read the newest change", change_table::newest)?;
    if index.applied_sequence() <= newest {
        return Ok(index);
    }
    tracing::warn!("the index is ahead of the database and is made anew");
    drop(index);
    std::fs::remove_dir_all(folder).map_err(|source| Error::io("removing", folder, source))?;
    Ok(SearchIndex::open(folder)?)
}

impl Drop for Indexer {
    fn drop(&mut self) {
        self.state.bell.stop();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the indexer ended in a panic; the index catches up at the next start");
        }
    }
}

impl State {
    fn run(&self) {
        let mut limit = None;
        loop {
            let woken = self.bell.wait(limit);
            if woken == Woken::Stop {
                return;
            }
            // A panic must not end the thread: who waits for it would wait for ever.
            let work = panic::catch_unwind(AssertUnwindSafe(|| self.work(woken)));
            limit = match work.unwrap_or(Err(Error::Internal {
                what: "writing the index ended in a panic",
            })) {
                Ok(next) => {
                    self.broken.store(false, Ordering::Relaxed);
                    next
                }
                Err(error) => {
                    tracing::error!(%error, "the index could not be brought up to date");
                    if !self.broken.swap(true, Ordering::Relaxed) {
                        self.shared.notify(&Change::Index);
                    }
                    Some(RETRY)
                }
            };
            self.idle.notify_all();
        }
    }

    /// Does what there is to do. Returns how long to wait for more before resting.
    fn work(&self, woken: Woken) -> Result<Option<Duration>> {
        if woken == Woken::Quiet && !self.broken.load(Ordering::Relaxed) {
            // What writing needs is given back once there is nothing to write.
            self.index.rest()?;
            return Ok(None);
        }
        self.catch_up()?;
        Ok(Some(QUIET))
    }

    /// Takes in what is waiting, batch after batch. The first batch can be found at
    /// once; while there is more, a commit holds some seconds of work. What a crash or
    /// the end comes before is taken in again.
    fn catch_up(&self) -> Result<()> {
        let mut taken_in = self.index.applied_sequence();
        let mut committed: Option<Instant> = None;
        while !self.bell.is_stopped() {
            let (last, changes) = self.shared.store.read("read what changed", |conn| {
                let waiting = change_table::after(conn, taken_in, BATCH)?;
                let last = waiting.last().map(|(sequence, _)| *sequence);
                let changes = waiting
                    .into_iter()
                    .map(|(_, changed)| index_change_or_delete(conn, changed))
                    .collect::<Result<Vec<_>>>()?;
                Ok((last, changes))
            })?;
            let whole = changes.len() == BATCH as usize;
            let many = !whole && changes.len() >= MANY;
            if let Some(last) = last {
                self.index.take_in(changes)?;
                taken_in = last;
            } else if taken_in == self.index.applied_sequence() {
                self.bell.hurry(false);
                return Ok(());
            }
            if whole && committed.is_some_and(|when| when.elapsed() < BETWEEN_COMMITS) {
                continue;
            }
            self.index.commit(taken_in)?;
            committed = Some(Instant::now());
            self.idle.notify_all();
            self.shared.notify(&Change::Index);
            if many {
                self.bell.gather();
            }
        }
        Ok(())
    }
}
