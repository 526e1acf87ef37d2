//! How the indexer is woken, and stopped.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use crate::store::lock;

/// So long is waited for more when many things change at once: each commit writes a
/// segment of its own, and small ones have to be merged soon.
const GATHERING: Duration = Duration::from_secs(1);

/// Wakes the indexer. Cloned freely.
#[derive(Clone, Default)]
pub(in crate::notebook) struct Bell(Arc<(Mutex<Signal>, Condvar)>);

#[derive(Default)]
struct Signal {
    rung: bool,
    /// Somebody waits until everything is searchable.
    hurry: bool,
    /// Articles are about to change by the thousand, each perhaps more than once.
    held: bool,
    stop: bool,
}

impl Bell {
    pub fn ring(&self) {
        lock(&self.0.0).rung = true;
        self.0.1.notify_all();
    }

    pub fn stop(&self) {
        lock(&self.0.0).stop = true;
        self.0.1.notify_all();
    }

    pub fn is_stopped(&self) -> bool {
        lock(&self.0.0).stop
    }

    /// Waits on `done` as long as `goes_on`, looking at least every `limit`.
    pub fn wait_while(&self, done: &Condvar, limit: Duration, mut goes_on: impl FnMut() -> bool) {
        let mut signal = lock(&self.0.0);
        while goes_on() && !signal.stop {
            // The lock guards only the signal; the limit covers what is done between
            // the test and the wait.
            signal = done
                .wait_timeout(signal, limit)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
    }

    pub fn hurry(&self, hurry: bool) {
        lock(&self.0.0).hurry = hurry;
        self.0.1.notify_all();
    }

    /// Until it is let go, the indexer takes in no more than it is rung for: what changes by
    /// the thousand is written once.
    pub fn hold(&self) {
        lock(&self.0.0).held = true;
    }

    pub fn let_go(&self) {
        lock(&self.0.0).held = false;
        self.ring();
    }

    pub fn is_held(&self) -> bool {
        let signal = lock(&self.0.0);
        signal.held && !signal.hurry
    }

    /// Lets more come together, unless somebody waits for it.
    pub fn gather(&self) {
        let signal = lock(&self.0.0);
        let idle = |signal: &mut Signal| !signal.hurry && !signal.stop;
        // Whether the time was over or not, work goes on.
        drop(self.0.1.wait_timeout_while(signal, GATHERING, idle));
    }

    /// Waits for a ring, at most `limit`.
    pub fn wait(&self, limit: Option<Duration>) -> Woken {
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
pub(in crate::notebook) enum Woken {
    Rung,
    /// Nobody rang for as long as was asked.
    Quiet,
    Stop,
}
