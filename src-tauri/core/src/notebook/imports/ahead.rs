//! Work that is done ahead of what is made of it, on all cores and in order.

use std::collections::VecDeque;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::parallel::cores;
use crate::store::lock;

/// Things that are worked on or done, and not taken yet.
const AHEAD: usize = 48;
/// Threads beside one for each core: who waits for the disk needs none.
const WAITING: usize = 1;

/// Things on their way.
struct Line<T, U> {
    waiting: std::vec::IntoIter<T>,
    /// In the order of the things; `None` while one is worked on.
    begun: VecDeque<Option<thread::Result<U>>>,
    /// How many were taken.
    taken: usize,
    /// Nobody takes any more.
    stopped: bool,
}

struct Ahead<T, U> {
    line: Mutex<Line<T, U>>,
    /// One more is done.
    done: Condvar,
    /// There is room for more.
    room: Condvar,
}

/// Runs `work` over `things` on all cores, and `take` over the answers in the order of the
/// things, on this thread, while the next are worked on. `sizes` says how many `take` gets
/// at once, one after the other; at the end it gets what is left.
///
/// # Errors
/// The first of `take`. What is not begun by then is left.
pub(super) fn in_order<T: Send, U: Send, E>(
    things: Vec<T>,
    work: impl Fn(T) -> U + Sync,
    mut sizes: impl Iterator<Item = usize>,
    mut take: impl FnMut(Vec<U>) -> Result<(), E>,
) -> Result<(), E> {
    let threads = (cores() + WAITING).min(things.len());
    let ahead = Ahead {
        line: Mutex::new(Line {
            waiting: things.into_iter(),
            begun: VecDeque::new(),
            taken: 0,
            stopped: false,
        }),
        done: Condvar::new(),
        room: Condvar::new(),
    };
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| ahead.work(&work));
        }
        // Also when `take` fails or panics: the threads would wait for ever.
        let _stop = Stop(&ahead);
        loop {
            let answers = ahead.next(sizes.next().unwrap_or(1).clamp(1, AHEAD));
            if answers.is_empty() {
                return Ok(());
            }
            take(answers)?;
        }
    })
}

impl<T, U> Ahead<T, U> {
    /// What each of the threads does.
    fn work(&self, work: &impl Fn(T) -> U) {
        loop {
            let mut line = lock(&self.line);
            while !line.stopped && line.begun.len() >= AHEAD {
                line = wait(&self.room, line);
            }
            if line.stopped {
                return;
            }
            let Some(thing) = line.waiting.next() else {
                return;
            };
            let place = line.taken + line.begun.len();
            line.begun.push_back(None);
            drop(line);
            let answer = panic::catch_unwind(AssertUnwindSafe(|| work(thing)));
            let mut line = lock(&self.line);
            let place = place.saturating_sub(line.taken);
            if let Some(begun) = line.begun.get_mut(place) {
                *begun = Some(answer);
            }
            drop(line);
            self.done.notify_all();
        }
    }

    /// The next `size` answers, or the last ones; nothing when all are taken.
    fn next(&self, size: usize) -> Vec<U> {
        let mut line = lock(&self.line);
        loop {
            let done = line
                .begun
                .iter()
                .take_while(|begun| begun.is_some())
                .count();
            let all = line.waiting.len() == 0 && done == line.begun.len();
            if done >= size || all {
                let answers = line
                    .begun
                    .drain(..done.min(size))
                    .flatten()
                    .collect::<Vec<_>>();
                line.taken += answers.len();
                drop(line);
                self.room.notify_all();
                let answered = |answer| match answer {
                    Ok(answer) => answer,
                    Err(defect) => panic::resume_unwind(defect),
                };
                return answers.into_iter().map(answered).collect();
            }
            line = wait(&self.done, line);
        }
    }
}

fn wait<'l, T>(signal: &Condvar, guard: MutexGuard<'l, T>) -> MutexGuard<'l, T> {
    signal.wait(guard).unwrap_or_else(PoisonError::into_inner)
}

/// Sends the threads home.
struct Stop<'a, T, U>(&'a Ahead<T, U>);

impl<T, U> Drop for Stop<'_, T, U> {
    fn drop(&mut self) {
        lock(&self.0.line).stopped = true;
        self.0.room.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::{AHEAD, in_order};

    #[test]
    fn answers_come_in_the_order_of_the_things() {
        let things: Vec<usize> = (0..AHEAD * 5 + 3).collect();
        let mut taken = Vec::new();
        let mut most = 0;
        let work = |thing| {
            if thing % 7 == 0 {
                std::thread::yield_now();
            }
            thing * 2
        };
        let ended: Result<(), ()> = in_order(things.clone(), work, 1.., |answers| {
            most = most.max(answers.len());
            taken.extend(answers);
            Ok(())
        });
        assert_eq!(ended, Ok(()));
        assert_eq!(
            taken,
            things.iter().map(|thing| thing * 2).collect::<Vec<_>>()
        );
        assert!(most <= AHEAD, "{most} at once");
    }

    #[test]
    fn who_takes_no_more_ends_the_work() {
        let things: Vec<usize> = (0..AHEAD * 100).collect();
        let begun = std::sync::atomic::AtomicUsize::new(0);
        let work = |_| begun.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let ended = in_order(things.clone(), work, [4].into_iter(), |_| Err("full"));
        assert_eq!(ended, Err("full"));
        assert!(begun.into_inner() < things.len());
    }

    #[test]
    #[should_panic(expected = "a defect")]
    fn a_defect_in_the_work_is_one_of_who_takes() {
        let work = |thing: usize| assert_ne!(thing, 3, "a defect");
        let ended: Result<(), ()> = in_order(vec![1, 2, 3, 4], work, 1.., |_| Ok(()));
        assert_eq!(ended, Ok(()), "not reached");
    }
}
