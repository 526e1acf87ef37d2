//! Work that is done on all cores.

use std::sync::Mutex;

use crate::store::lock;

/// Runs `work` over `things` on all cores; the answers are in the order of the things.
pub(in super::super) fn in_parallel<T: Send, U: Send>(
    things: Vec<T>,
    work: impl Fn(T) -> U + Sync,
) -> Vec<U> {
    let threads = std::thread::available_parallelism().map_or(1, |n| n.get());
    let threads = threads.min(things.len());
    if threads < 2 {
        return things.into_iter().map(work).collect();
    }
    let queue = Mutex::new(things.into_iter().enumerate());
    let done = Mutex::new(Vec::new());
    let run = || {
        loop {
            let next = lock(&queue).next();
            let Some((at, thing)) = next else { break };
            let answer = work(thing);
            lock(&done).push((at, answer));
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(run);
        }
        run();
    });
    let mut done = std::mem::take(&mut *lock(&done));
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, answer)| answer).collect()
}
