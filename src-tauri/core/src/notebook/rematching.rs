//! Names that were added, looked for in everything kept: in the background, a batch of
//! articles at a time.

mod beginning;

use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, SyncSender};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use beginning::Beginning;

use super::Shared;
use super::indexing::Bell;
use super::matching::NamesThere;
use crate::domain::{Change, NameId};
use crate::entities::NameMatcher;
use crate::store::{article_table, change_table, counter, entity_table, lock};
use crate::{Error, Result};

/// Articles looked through in one transaction.
const BATCH: u32 = 200;

/// The background thread that looks for added names in everything kept.
/// What is queued is in the database: a crash costs nothing but the repetition.
pub(super) struct Rematcher {
    state: Arc<State>,
    thread: Option<JoinHandle<()>>,
}

struct State {
    shared: Arc<Shared>,
    index_bell: Bell,
    signal: Mutex<Signal>,
    woken: Condvar,
    beginning: Mutex<Beginning>,
    stop: AtomicBool,
}

#[derive(Default)]
struct Signal {
    rung: bool,
    working: bool,
}

impl Rematcher {
    pub fn start(shared: Arc<Shared>, index_bell: Bell) -> Self {
        let state = Arc::new(State {
            shared,
            index_bell,
            signal: Mutex::new(Signal {
                rung: true,
                working: false,
            }),
            woken: Condvar::new(),
            beginning: Mutex::new(Beginning::default()),
            stop: AtomicBool::new(false),
        });
        let worker = Arc::clone(&state);
        let thread = thread::Builder::new()
            .name("rematcher".into())
            .spawn(move || worker.run());
        if let Err(error) = &thread {
            tracing::error!(%error, "names added now are found in kept articles at the next start");
        }
        Self {
            state,
            thread: thread.ok(),
        }
    }

    pub fn wake(&self) {
        self.state.wake();
    }

    /// Wakes it from another thread.
    pub fn waker(&self) -> impl Fn() + Send + use<> {
        let state = Arc::clone(&self.state);
        move || state.wake()
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

impl Drop for Rematcher {
    fn drop(&mut self) {
        self.state.stop.store(true, Ordering::Relaxed);
        self.state.woken.notify_all();
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!(
                "looking for names ended in a panic; it is done again at the next start"
            );
        }
    }
}

impl State {
    fn wake(&self) {
        lock(&self.signal).rung = true;
        self.woken.notify_all();
    }

    fn run(&self) {
        loop {
            let mut signal = lock(&self.signal);
            while !signal.rung && !self.stop.load(Ordering::Relaxed) {
                signal = self
                    .woken
                    .wait_timeout(signal, Duration::from_secs(1))
                    .unwrap_or_else(PoisonError::into_inner)
                    .0;
            }
            if self.stop.load(Ordering::Relaxed) {
                return;
            }
            signal.rung = false;
            signal.working = true;
            drop(signal);
            // A panic must not end the thread: who waits for it would wait for ever.
            let caught = panic::catch_unwind(AssertUnwindSafe(|| self.match_queued()));
            if let Err(error) = caught.unwrap_or(Err(Error::Internal {
                what: "looking for names ended in a panic",
            })) {
                tracing::error!(%error, "added names could not be looked for in kept articles");
            }
            lock(&self.signal).working = false;
            self.woken.notify_all();
        }
    }

    fn match_queued(&self) -> Result<()> {
        let store = &self.shared.store;
        let queued = store.read("read the queued names", entity_table::queued_matches)?;
        if queued.is_empty() {
            return Ok(());
        }
        let names = store.read("read the known names", entity_table::known_names)?;
        let mut matcher = NameMatcher::new();
        for name in names.iter().filter(|name| queued.contains(&name.id)) {
            matcher.add(name.id, name.entity, &name.text, name.strength);
        }
        if !matcher.is_empty() && !self.look_everywhere(&matcher, &queued)? {
            return Ok(());
        }
        if self.stop.load(Ordering::Relaxed) {
            return Ok(());
        }
        store.write("finish looking for names", |tx| {
            for name in &queued {
                entity_table::finish_match(tx, *name)?;
            }
            Ok(())
        })
    }

    /// Reads the next batch while what was found in the one before is kept. False where it
    /// was left, to begin anew with more names.
    fn look_everywhere(&self, matcher: &NameMatcher, queued: &[NameId]) -> Result<bool> {
        let (found, to_keep) = mpsc::sync_channel(1);
        thread::scope(|scope| {
            let reading = scope.spawn(move || self.read_all(matcher, queued, &found));
            let mut batches = to_keep.iter();
            let held = self.index_bell.hold();
            let kept = batches.try_for_each(|named| self.keep(matcher, &named));
            drop(held);
            // Nobody takes what is read from here on: the reading ends.
            drop(to_keep);
            let read = reading.join().unwrap_or(Err(Error::Internal {
                what: "reading for names ended in a panic",
            }));
            kept?;
            read
        })
    }

    /// Hands on the names of each batch of articles: without the writer, which most batches
    /// do not need. False where it was left because there are more names.
    fn read_all(
        &self,
        matcher: &NameMatcher,
        queued: &[NameId],
        found: &SyncSender<Vec<NamesThere>>,
    ) -> Result<bool> {
        let store = &self.shared.store;
        lock(&self.beginning).begin(Instant::now());
        let mut after = None;
        while !self.stop.load(Ordering::Relaxed) {
            let beginning = lock(&self.beginning).lasts(Instant::now());
            if beginning && lock(&self.signal).rung {
                let now = store.read("read the queued names", entity_table::queued_matches)?;
                if now.iter().any(|name| !queued.contains(name)) {
                    return Ok(false);
                }
            }
            let ids = store.read("list articles", |conn| {
                article_table::ids_after(conn, after, BATCH)
            })?;
            let Some(last) = ids.last() else { break };
            after = Some(*last);
            let named = store.read("look for names", |conn| {
                let mut named = Vec::new();
                for (id, article) in article_table::records(conn, &ids)? {
                    named.extend(NamesThere::read(conn, matcher, id, article)?);
                }
                Ok(named)
            })?;
            if !named.is_empty() && found.send(named).is_err() {
                break;
            }
        }
        lock(&self.beginning).end();
        Ok(true)
    }

    fn keep(&self, matcher: &NameMatcher, named: &[NamesThere]) -> Result<()> {
        let (touched, before, after, fewer) = self.shared.store.write("keep mentions", |tx| {
            let before = change_table::newest(tx)?;
            let proposed = counter(tx, "proposals")?;
            let mut touched = Vec::new();
            for names in named {
                if names.keep(tx, matcher)? > 0 {
                    touched.push(names.id);
                }
            }
            let fewer = counter(tx, "proposals")? != proposed;
            Ok((touched, before, change_table::newest(tx)?, fewer))
        })?;
        // Nobody waits for one of these: what is written meanwhile is found before them.
        self.index_bell.put_off(before, after);
        if !touched.is_empty() {
            self.shared.notify(&Change::Articles { ids: touched });
        }
        // Names are to be reviewed no longer where all their places are tagged.
        if fewer {
            self.shared.notify(&Change::Proposals);
        }
        Ok(())
    }
}
