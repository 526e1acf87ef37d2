//! The background thread that reads articles for names, those kept last first.
//!
//! Which articles wait is in the database, so that a crash costs the repetition of one
//! batch. Decisions that hold for further articles are carried out here too.

use std::collections::HashSet;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::{
    KnownEntry, KnownNames, NameReader, Proposals, ReadText, elsewhere, glancing, is_on, keeping,
};
use crate::domain::{ArticleId, Change};
use crate::entities::NameMatcher;
use crate::entities::linking::Linker;
use crate::entities::proposing::Kept;
use crate::notebook::Shared;
use crate::notebook::indexing::Bell;
use crate::store::{article_table, entity_table, lock, proposal_table};
use crate::{Error, Result};

/// Articles that are kept in one transaction, at most.
const BATCH: u32 = 16;
/// What was read is kept at least so often.
const KEEP_EVERY: Duration = Duration::from_millis(500);
/// Failures in a row, not the texts' own, after which reading is left for the next time.
const FAILURES: u32 = 3;
/// How long nothing is to be read before what takes memory goes.
const REST_AFTER: Duration = Duration::from_secs(20);
/// How often the thread looks whether it is calm again.
const PAUSE: Duration = Duration::from_millis(200);

/// The background thread.
pub(in super::super) struct Proposer {
    state: Arc<State>,
    thread: Option<JoinHandle<()>>,
}

struct State {
    shared: Arc<Shared>,
    index_bell: Bell,
    reader: Mutex<Option<Box<dyn NameReader>>>,
    known: Mutex<Option<Arc<dyn KnownNames>>>,
    /// Articles that could not be read, for no fault of theirs: they still wait, and are
    /// tried again after a rest.
    failed: Mutex<HashSet<ArticleId>>,
    /// Articles that wait and were looked at.
    glanced: Mutex<HashSet<ArticleId>>,
    /// Made from the names that this matcher has.
    linker: Mutex<Option<(Arc<NameMatcher>, Arc<Linker>)>>,
    signal: Mutex<Signal>,
    woken: Condvar,
    stop: AtomicBool,
    done: AtomicU32,
}

#[derive(Default)]
struct Signal {
    rung: bool,
    working: bool,
}

impl Proposals<'_> {
    /// Reads articles from now on, in the background. A notebook that is opened to import
    /// or to search from the command line does not.
    pub fn start(&self, reader: Box<dyn NameReader>, known: Arc<dyn KnownNames>) {
        let state = &self.0.0.proposer.state;
        *lock(&state.known) = Some(known);
        *lock(&state.reader) = Some(reader);
        self.0.0.proposer.wake();
    }

    /// What the gazetteer has under a key.
    pub(super) fn known_entry(&self, key: &str) -> Option<KnownEntry> {
        let known = lock(&self.0.0.proposer.state.known).clone();
        known.and_then(|known| known.entry(key))
    }
}

impl Proposer {
    pub fn start(shared: Arc<Shared>, index_bell: Bell) -> Self {
        let state = Arc::new(State {
            shared,
            index_bell,
            reader: Mutex::new(None),
            known: Mutex::new(None),
            failed: Mutex::default(),
            glanced: Mutex::default(),
            linker: Mutex::new(None),
            signal: Mutex::new(Signal {
                rung: true,
                working: false,
            }),
            woken: Condvar::new(),
            stop: AtomicBool::new(false),
            done: AtomicU32::new(0),
        });
        let worker = Arc::clone(&state);
        let thread = std::thread::Builder::new()
            .name("proposer".into())
            .spawn(move || worker.run());
        if let Err(error) = &thread {
            tracing::error!(%error, "articles are read for names at the next start");
        }
        Self {
            state,
            thread: thread.ok(),
        }
    }

    pub fn wake(&self) {
        lock(&self.state.signal).rung = true;
        self.state.woken.notify_all();
    }

    /// Articles read since there was last nothing to read.
    pub fn done(&self) -> u32 {
        self.state.done.load(Ordering::Relaxed)
    }

    pub fn finish(&self) {
        let mut signal = lock(&self.state.signal);
        while (signal.rung || signal.working) && self.thread.is_some() {
            signal = self
                .state
                .woken
                .wait_timeout(signal, Duration::from_millis(50))
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    }
}

impl Drop for Proposer {
    fn drop(&mut self) {
        self.state.stop.store(true, Ordering::Relaxed);
        self.state.woken.notify_all();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("reading for names ended in a panic; it goes on at the next start");
        }
    }
}

impl State {
    fn run(&self) {
        while self.wait_for_work() {
            // A panic must not end the thread: who waits for it would wait for ever.
            let caught = panic::catch_unwind(AssertUnwindSafe(|| self.work()));
            if let Err(error) = caught.unwrap_or(Err(Error::Internal {
                what: "reading for names ended in a panic",
            })) {
                tracing::error!(%error, "articles could not be read for names");
            }
            lock(&self.signal).working = false;
            self.woken.notify_all();
        }
    }

    /// False when the notebook is closed.
    fn wait_for_work(&self) -> bool {
        let began = Instant::now();
        let mut resting = false;
        let mut signal = lock(&self.signal);
        while !signal.rung && !self.stopped() {
            signal = self
                .woken
                .wait_timeout(signal, Duration::from_secs(1))
                .unwrap_or_else(PoisonError::into_inner)
                .0;
            if !resting && began.elapsed() > REST_AFTER {
                resting = true;
                self.rest();
            }
        }
        signal.rung = false;
        signal.working = true;
        !self.stopped()
    }

    fn rest(&self) {
        *lock(&self.linker) = None;
        lock(&self.failed).clear();
        if let Some(reader) = lock(&self.reader).as_mut() {
            reader.rest();
        }
    }

    /// What links names in other forms, made anew when names have changed.
    fn linker(&self, matcher: &Arc<NameMatcher>) -> Result<Arc<Linker>> {
        let mut made = lock(&self.linker);
        if let Some((of, linker)) = made.as_ref()
            && Arc::ptr_eq(of, matcher)
        {
            return Ok(Arc::clone(linker));
        }
        let names = self
            .shared
            .store
            .read("read the known names", entity_table::linked_names)?;
        let linker = Arc::new(Linker::of(names));
        *made = Some((Arc::clone(matcher), Arc::clone(&linker)));
        Ok(linker)
    }

    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    fn work(&self) -> Result<()> {
        while !self.stopped() {
            if let Some(ids) = elsewhere::carry_out(&self.shared)? {
                self.tell(ids);
                continue;
            }
            if !self.shared.is_calm() {
                self.pause();
                continue;
            }
            // What stops the first look stops no reading.
            if let Err(error) = self.glance() {
                tracing::error!(%error, "new articles could not be looked at");
            }
            if !self.read_some()? {
                if self.done.swap(0, Ordering::Relaxed) > 0 {
                    self.shared.notify(&Change::Proposals);
                }
                return Ok(());
            }
        }
        Ok(())
    }

    fn pause(&self) {
        let signal = lock(&self.signal);
        drop(
            self.woken
                .wait_timeout(signal, PAUSE)
                .unwrap_or_else(PoisonError::into_inner),
        );
    }

    /// Looks for known names in what has just come.
    fn glance(&self) -> Result<()> {
        let mut reader = lock(&self.reader);
        let Some(reader) = reader.as_mut() else {
            return Ok(());
        };
        let mut seen = lock(&self.glanced);
        let ids = glancing::waiting(&self.shared, &mut seen)?;
        if ids.is_empty() {
            return Ok(());
        }
        let matcher = self.shared.matcher();
        let linker = self.linker(&matcher)?;
        let kept = Kept {
            matcher: &matcher,
            linker: &linker,
        };
        let looking = || {
            let interrupted = || self.stopped() || !self.shared.is_calm();
            glancing::glance(
                &self.shared,
                reader.as_mut(),
                kept,
                &mut seen,
                ids,
                &interrupted,
            )
        };
        // A text that it can't cope with is met again by the reading, which says so.
        let changed = panic::catch_unwind(AssertUnwindSafe(looking));
        let changed = changed.unwrap_or_else(|_| Ok(Vec::new()))?;
        if !changed.is_empty() {
            self.tell(changed);
        }
        Ok(())
    }

    /// Reads some articles; false when none waits or none is to be read.
    fn read_some(&self) -> Result<bool> {
        let mut reader = lock(&self.reader);
        let Some(reader) = reader.as_mut() else {
            return Ok(false);
        };
        let store = &self.shared.store;
        let mut failed = lock(&self.failed);
        let more = u32::try_from(failed.len()).unwrap_or(u32::MAX);
        let mut waiting = store.read("list articles to read", |conn| match is_on(conn)? {
            true => proposal_table::articles_to_read(conn, BATCH.saturating_add(more)),
            false => Ok(Vec::new()),
        })?;
        waiting.retain(|id| !failed.contains(id));
        if waiting.is_empty() {
            return Ok(false);
        }
        let matcher = self.shared.matcher();
        let linker = self.linker(&matcher)?;
        let kept = Kept {
            matcher: &matcher,
            linker: &linker,
        };
        let began = Instant::now();
        let mut read = Vec::new();
        let mut in_a_row = 0;
        for id in waiting {
            let interrupted = self.stopped() || !self.shared.is_calm();
            if interrupted || (!read.is_empty() && began.elapsed() > KEEP_EVERY) {
                break;
            }
            match self.read_article(reader.as_mut(), id, kept) {
                Err(Error::Cancelled) => break,
                Err(error) => {
                    tracing::error!(%error, "an article waits to be read for names");
                    failed.insert(id);
                    in_a_row += 1;
                }
                Ok(names) => {
                    read.push(names);
                    in_a_row = 0;
                }
            }
            if in_a_row >= FAILURES {
                break;
            }
        }
        let goes_on = in_a_row < FAILURES;
        if read.is_empty() {
            return Ok(goes_on);
        }
        let changed = store.write("keep proposals", |tx| {
            let mut changed = Vec::new();
            for article in &read {
                if keeping::keep(tx, article)? {
                    changed.push(article.id);
                }
            }
            Ok(changed)
        })?;
        let count = u32::try_from(read.len()).unwrap_or(u32::MAX);
        self.done.fetch_add(count, Ordering::Relaxed);
        self.tell(changed);
        Ok(goes_on)
    }

    fn read_article(
        &self,
        reader: &mut dyn NameReader,
        id: ArticleId,
        kept: Kept<'_>,
    ) -> Result<keeping::Read> {
        let store = &self.shared.store;
        let text = store.read("read an article", |conn| {
            let Some(article) = article_table::find_record(conn, id)? else {
                return Ok(None);
            };
            let blocks = article_table::blocks(conn, id, article.text_version);
            Ok(Some((article, blocks)))
        })?;
        let Some((article, blocks)) = text else {
            return Ok(keeping::Read::gone(id));
        };
        let names = blocks.and_then(|blocks| {
            let text = ReadText {
                title: &article.title,
                standfirst: article.standfirst.as_deref(),
                blocks: &blocks,
                language: article.language.as_deref(),
            };
            let reading = || reader.read(&text, kept, &|| self.stopped());
            // A text that it can't cope with must not be met again at each start.
            panic::catch_unwind(AssertUnwindSafe(reading)).unwrap_or_else(|_| {
                Err(Error::InvalidInput {
                    what: "the text".into(),
                    why: "reading it for names ended in a panic".into(),
                })
            })
        });
        let names = match names {
            Err(error @ (Error::InvalidInput { .. } | Error::Format { .. })) => {
                tracing::error!(%error, "an article is taken as one without names");
                Vec::new()
            }
            names => names?,
        };
        Ok(keeping::Read::of(id, &article, names))
    }

    fn tell(&self, ids: Vec<ArticleId>) {
        if !ids.is_empty() {
            self.index_bell.ring();
            self.shared.notify(&Change::Articles { ids });
        }
        self.shared.notify(&Change::Proposals);
    }
}
