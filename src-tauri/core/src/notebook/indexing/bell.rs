//! How the indexer is woken, and stopped.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::late::{Late, Stretch};
use crate::store::lock;

/// So long is waited for more when many things change at once.
const GATHERING: Duration = Duration::from_millis(200);

/// So long what may wait is held back at most: the search for names then shares the processor.
const HELD_BACK: Duration = Duration::from_secs(60);

/// Wakes the indexer. Cloned freely.
#[derive(Clone, Default)]
pub(in crate::notebook) struct Bell(Arc<(Mutex<Signal>, Condvar)>);

#[derive(Default)]
struct Signal {
    rung: bool,
    /// Somebody waits until everything is searchable.
    hurry: bool,
    /// How many are about to change articles by the thousand, each perhaps more than once.
    holding: u32,
    late: Late,
    /// When what is late is held back no longer, from the first of it on: whoever holds it
    /// once more meanwhile does not put this off.
    late_until: Option<Instant>,
    /// The indexer is to be woken when what is late is held back no longer.
    left: bool,
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

    /// Until it is dropped, the indexer leaves what may wait, but not for long: what changes
    /// by the thousand is written once. All else is taken in as ever.
    pub fn hold(&self) -> Hold {
        lock(&self.0.0).holding += 1;
        Hold(self.clone())
    }

    /// Changes behind `after` and up to `up_to` may be found later than others.
    pub fn put_off(&self, after: u64, up_to: u64) {
        if up_to > after {
            let mut signal = lock(&self.0.0);
            signal.late.add(Stretch { after, up_to });
            signal
                .late_until
                .get_or_insert_with(|| Instant::now() + HELD_BACK);
            // Perhaps nobody rings meanwhile.
            signal.left = true;
            self.0.1.notify_all();
        }
    }

    /// What may wait, where all up to `sequence` is taken in.
    pub(super) fn late_after(&self, sequence: u64) -> Late {
        self.forget_late(sequence);
        lock(&self.0.0).late.clone()
    }

    /// What may wait is taken in up to `sequence`.
    pub(super) fn forget_late(&self, sequence: u64) {
        let mut signal = lock(&self.0.0);
        signal.late.forget(sequence);
        if signal.late.first().is_none() {
            signal.late_until = None;
            signal.left = false;
        }
    }

    /// Whether what may wait is to be left. It rings when that is over.
    pub(super) fn holds_back(&self) -> bool {
        let mut signal = lock(&self.0.0);
        let over = signal
            .late_until
            .is_none_or(|until| until <= Instant::now());
        signal.left = signal.holding > 0 && !signal.hurry && !over;
        signal.left
    }

    /// Somebody waits until everything is searchable.
    pub fn is_hurried(&self) -> bool {
        lock(&self.0.0).hurry
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
        let end = limit.map(|limit| Instant::now() + limit);
        let mut signal = lock(&self.0.0);
        while !signal.rung && !signal.stop {
            let now = Instant::now();
            let due = signal.late_until.filter(|_| signal.left);
            if due.is_some_and(|due| due <= now) {
                signal.left = false;
                signal.rung = true;
                break;
            }
            if end.is_some_and(|end| end <= now) {
                break;
            }
            signal = match [end, due].into_iter().flatten().min() {
                Some(until) => {
                    let waited = self.0.1.wait_timeout(signal, until - now);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
                None => {
                    let waited = self.0.1.wait(signal);
                    waited.unwrap_or_else(PoisonError::into_inner)
                }
            };
        }
        let rung = std::mem::take(&mut signal.rung);
        match (signal.stop, rung) {
            (true, _) => Woken::Stop,
            (false, true) => Woken::Rung,
            (false, false) => Woken::Quiet,
        }
    }
}

/// Holds back what may wait: lets go of it when dropped, also by a panic.
pub(in crate::notebook) struct Hold(Bell);

impl Drop for Hold {
    fn drop(&mut self) {
        lock(&self.0.0.0).holding -= 1;
        self.0.ring();
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

#[cfg(test)]
mod tests {
    use std::panic;

    use super::*;

    #[test]
    fn what_may_wait_is_held_back_only_so_long_however_often_it_is_held() {
        let bell = Bell::default();
        let first = bell.hold();
        bell.put_off(4, 9);
        assert!(bell.holds_back());
        let until = lock(&bell.0.0).late_until;
        drop(first);
        assert!(!bell.holds_back());
        let second = bell.hold();
        bell.put_off(12, 20);
        assert_eq!(lock(&bell.0.0).late_until, until);
        bell.wait(Some(Duration::ZERO));
        lock(&bell.0.0).late_until = Some(Instant::now());
        assert!(bell.wait(None) == Woken::Rung, "it rings when time is over");
        assert!(!bell.holds_back());
        drop(second);
    }

    #[test]
    fn a_panic_lets_go() {
        let bell = Bell::default();
        bell.put_off(4, 9);
        let held = bell.hold();
        let caught = panic::catch_unwind(move || {
            let _held = held;
            panic::resume_unwind(Box::new("while it is held"));
        });
        assert!(caught.is_err() && !bell.holds_back());
    }
}
