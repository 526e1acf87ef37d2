//! How long questions take.

use std::thread;
use std::time::Instant;

use crate::processor;

/// Askings after the first, at the least; the fastest of them is what asking takes when
/// nothing else is in the way.
const TIMES: usize = 3;
/// What takes a tenth of a millisecond is asked more often, for so many milliseconds: three
/// such moments say little of it.
const ASKED_FOR: f64 = 10.0;

/// Milliseconds of the first of some runs, and of the fastest of those after it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked {
    pub first: f64,
    pub again: f64,
}

/// Asks some times over.
pub fn asked<E>(mut run: impl FnMut() -> Result<(), E>) -> Result<Asked, E> {
    let first = milliseconds(&mut run)?;
    let (mut again, mut spent, mut times) = (f64::MAX, 0.0, 0);
    while times < TIMES || spent < ASKED_FOR {
        let took = milliseconds(&mut run)?;
        again = again.min(took);
        spent += took;
        times += 1;
    }
    Ok(Asked { first, again })
}

pub fn milliseconds<E>(mut run: impl FnMut() -> Result<(), E>) -> Result<f64, E> {
    let begun = Instant::now();
    run()?;
    Ok(begun.elapsed().as_secs_f64() * 1_000.0)
}

/// Milliseconds until both of two that begin at once are done, and how long processors
/// ran for them; of the fastest of some runs, `before` each of which something else is asked.
pub fn both<E: Send>(
    before: impl Fn() -> Result<(), E>,
    one: impl Fn() -> Result<(), E> + Sync,
    other: impl Fn() -> Result<(), E> + Sync,
) -> Result<(f64, f64), E> {
    let mut best = (f64::MAX, 0.0);
    for _ in 0..TIMES {
        before()?;
        let begun = Instant::now();
        let (first, second) = thread::scope(|scope| {
            let beside = scope.spawn(|| on_processor(&other));
            (on_processor(&one), beside.join())
        });
        let waited = begun.elapsed().as_secs_f64() * 1_000.0;
        let ran = first? + second.unwrap_or(Ok(0.0))?;
        if waited < best.0 {
            best = (waited, ran);
        }
    }
    Ok(best)
}

/// Milliseconds that a processor runs for it; 0 where the system doesn't say.
fn on_processor<E>(run: impl Fn() -> Result<(), E>) -> Result<f64, E> {
    let now = || {
        // The kernel brings the number up to date when it may run another thread.
        thread::yield_now();
        processor::of_thread().unwrap_or_default()
    };
    let before = now();
    run()?;
    Ok(now() - before)
}

/// Median and 95th percentile.
pub fn percentiles(times: &mut [f64]) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get(times.len().saturating_sub(1) * share / 100);
    let value = |share| at(share).copied().unwrap_or(0.0);
    (value(50), value(95))
}
