//! The background thread that keeps the index up with the store.
//!
//! Invariant 2: the index's commit carries the last change sequence that it
//! applied. Whatever was written after that, by this process or by one that was
//! killed, is applied here. An index that was deleted or could not be read
//! starts at 0, and so is rebuilt by the same loop.
//!
//! A new index is made behind the one that answers when a person asks, or when an older
//! version made that one: in turns, so that what changes meanwhile is found as ever.

mod bell;
mod catching_up;
mod health;
mod indexes;
mod late;

use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

pub(super) use bell::Bell;
use bell::Woken;
use catching_up::Ahead;
use indexes::Indexes;
use late::Late;

use super::Shared;
use super::indexed::{index_change_or_delete, quotes_called_by};

use crate::clock;
use crate::domain::{Change, IndexFailure, IndexProblem};
use crate::search::{SearchError, SearchIndex};
use crate::store::change_table;
use crate::store::lock;
use crate::{Error, Result};

/// Changes taken in at once.
const BATCH: u32 = 1000;
/// Those of an index that is being made, and of what may wait: in between, what is new is
/// taken in.
const BATCH_BEHIND: u32 = 200;
/// While there are many, so long passes between commits: a person sees search cover
/// more, and few segments have to be merged.
const BETWEEN_COMMITS: Duration = Duration::from_secs(3);
/// The same for what comes by the dozen, as pages do in an import: each commit writes a
/// segment of its own, and small ones have to be merged soon. What comes meanwhile is
/// taken in, so that little is left to do at the end.
const BETWEEN_FEWER: Duration = Duration::from_secs(1);
/// Nobody waits for an index that is being made: a commit is where a crash lets it go on.
const BETWEEN_COMMITS_BEHIND: Duration = Duration::from_secs(30);
/// So many changes at once are an import under way, or a move of many things.
const MANY: usize = 8;
/// How long nothing may have changed before the index rests.
const QUIET: Duration = Duration::from_secs(3);
/// How long to wait before trying again what failed.
const RETRY: Duration = Duration::from_secs(5);
/// What failed so often in a row fails for good.
const FOR_GOOD: u32 = 3;

pub(super) struct Indexer {
    state: Arc<State>,
    thread: Option<JoinHandle<()>>,
}

struct State {
    shared: Arc<Shared>,
    /// The notebook's own.
    folder: PathBuf,
    indexes: Indexes,
    /// How far the index that answers is.
    ahead: Mutex<Option<Ahead>>,
    bell: Bell,
    idle: Condvar,
    /// A person asks for a new index.
    asked: AtomicBool,
    /// The files of the index haven't been read since it was opened.
    unchecked: AtomicBool,
    /// Something was wrong with the index.
    suspected: AtomicBool,
    /// The index that answers was begun anew and doesn't cover everything yet.
    filling: AtomicBool,
    /// Where the index that is being made stands.
    made: AtomicU64,
    failures: AtomicU32,
    failure: Mutex<Option<IndexFailure>>,
}

impl Indexer {
    pub fn start(shared: Arc<Shared>, folder: &Path) -> Result<Self> {
        let newest = shared
            .store
            .read("read the newest change", change_table::newest)?;
        let indexes = Indexes::open(&folder.join("index"), newest)?;
        let state = Arc::new(State {
            filling: AtomicBool::new(newest > 0 && indexes.answers().applied_sequence() == 0),
            shared,
            folder: folder.to_owned(),
            indexes,
            ahead: Mutex::new(None),
            bell: Bell::default(),
            idle: Condvar::new(),
            asked: AtomicBool::new(false),
            unchecked: AtomicBool::new(true),
            suspected: AtomicBool::new(false),
            made: AtomicU64::new(0),
            failures: AtomicU32::new(0),
            failure: Mutex::new(None),
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

    /// The index that answers.
    pub fn index(&self) -> Arc<SearchIndex> {
        self.state.indexes.answers()
    }

    /// Asks the index that answers. When it seems damaged, it is looked into.
    pub fn ask<T>(
        &self,
        question: impl FnOnce(&SearchIndex) -> std::result::Result<T, SearchError>,
    ) -> Result<T> {
        let answer = question(&self.index());
        if let Err(SearchError::Damaged { .. }) = &answer {
            self.state.suspected.store(true, Ordering::Relaxed);
            self.wake();
        }
        match answer {
            Err(SearchError::NoLongerAsked) => Err(Error::Cancelled),
            answer => Ok(answer?),
        }
    }

    /// Makes a new index behind the one that answers.
    pub fn rebuild(&self) {
        self.state.asked.store(true, Ordering::Relaxed);
        self.wake();
    }

    /// Waits until search covers everything written so far, or can't.
    pub fn finish(&self) -> Result<()> {
        let state = &self.state;
        let newest = state
            .shared
            .store
            .read("read the newest change", change_table::newest)?;
        state.bell.hurry(true);
        self.wake();
        let limit = Duration::from_millis(20);
        state.bell.wait_while(&state.idle, limit, || {
            state.indexes.answers().applied_sequence() < newest && !state.is_broken()
        });
        Ok(())
    }

    /// Waits until no index is being made, or that can't be done.
    pub fn finish_rebuilding(&self) {
        let state = &self.state;
        let limit = Duration::from_millis(20);
        state.bell.wait_while(&state.idle, limit, || {
            (state.asked.load(Ordering::Relaxed) || state.indexes.making().is_some())
                && !state.is_broken()
        });
    }
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
                    self.failures.store(0, Ordering::Relaxed);
                    // Nothing may have been written that would tell of it.
                    if lock(&self.failure).take().is_some() {
                        self.shared.notify(&Change::Index);
                    }
                    next
                }
                Err(error) => {
                    self.failed(&error);
                    Some(RETRY)
                }
            };
            self.idle.notify_all();
        }
    }

    fn is_broken(&self) -> bool {
        lock(&self.failure).is_some()
    }

    fn failed(&self, error: &Error) {
        tracing::error!(%error, "the index could not be brought up to date");
        let problem = match error {
            Error::Index(error) => error.problem(),
            Error::Internal { .. } => IndexProblem::Damaged,
            _ => IndexProblem::Other,
        };
        let failure = IndexFailure {
            problem,
            at: clock::rfc3339(clock::now_ms()),
        };
        if lock(&self.failure).replace(failure).is_none() {
            self.shared.notify(&Change::Index);
        }
        let failures = self.failures.fetch_add(1, Ordering::Relaxed) + 1;
        let mended = match problem {
            IndexProblem::Damaged if failures >= FOR_GOOD => self.replace(),
            IndexProblem::NotWritable if failures >= FOR_GOOD => self.move_elsewhere(),
            IndexProblem::DiskFull => {
                // What was made takes the room that the notebook needs.
                self.indexes.give_up();
                Ok(())
            }
            IndexProblem::Damaged => {
                self.suspected.store(true, Ordering::Relaxed);
                Ok(())
            }
            IndexProblem::NotWritable | IndexProblem::Other => Ok(()),
        };
        if let Err(error) = mended {
            tracing::error!(%error, "nor can a new index be made");
        }
    }

    /// Does what there is to do. Returns how long to wait for more before resting.
    fn work(&self, woken: Woken) -> Result<Option<Duration>> {
        if woken == Woken::Quiet && !self.is_broken() {
            // What writing needs is given back once there is nothing to write.
            self.indexes.answers().rest()?;
            return Ok(None);
        }
        if self.suspected.swap(false, Ordering::Relaxed) {
            self.check()?;
        }
        if self.asked.load(Ordering::Relaxed) {
            self.indexes.begin()?;
            self.asked.store(false, Ordering::Relaxed);
            self.shared.notify(&Change::Index);
        }
        if self.indexes.is_elsewhere() {
            // The index that answers may be one that can't be written to.
            self.make()?;
        }
        self.catch_up()?;
        if self.unchecked.swap(false, Ordering::Relaxed) && !self.bell.is_stopped() {
            self.check()?;
            self.catch_up()?;
        }
        self.make()?;
        Ok(Some(QUIET))
    }

    /// Makes the new index, if there is one to make, and lets it answer once it is whole.
    fn make(&self) -> Result<()> {
        let Some(making) = self.indexes.making() else {
            return Ok(());
        };
        let mut taken_in = making.applied_sequence();
        let mut committed = Instant::now();
        while !self.bell.is_stopped() && !self.asked.load(Ordering::Relaxed) {
            self.made.store(taken_in, Ordering::Relaxed);
            let all = Late::default().others(taken_in);
            let Some(batch) = self.read(&all, BATCH_BEHIND)? else {
                making.commit(taken_in)?;
                self.indexes.finish()?;
                self.shared.notify(&Change::Index);
                return Ok(());
            };
            making.take_in(batch.changes)?;
            taken_in = batch.last;
            if committed.elapsed() >= BETWEEN_COMMITS_BEHIND {
                making.commit(taken_in)?;
                committed = Instant::now();
            }
            if !self.indexes.is_elsewhere() {
                self.catch_up()?;
            }
        }
        Ok(())
    }

    /// Reads all files of the index; one that is damaged is begun anew.
    fn check(&self) -> Result<()> {
        match self.indexes.answers().is_intact() {
            Ok(true) => return Ok(()),
            Ok(false) => tracing::warn!("files of the index are damaged"),
            Err(error) => tracing::warn!(%error, "files of the index can't be read"),
        }
        self.replace()
    }

    fn replace(&self) -> Result<()> {
        self.indexes.replace()?;
        self.filling.store(true, Ordering::Relaxed);
        self.shared.notify(&Change::Index);
        self.bell.ring();
        Ok(())
    }

    fn move_elsewhere(&self) -> Result<()> {
        if self.indexes.move_elsewhere(&self.folder)? {
            tracing::error!("the index is kept in a temporary folder from now on");
            self.bell.ring();
        }
        Ok(())
    }
}
