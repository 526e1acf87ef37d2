//! How long a search for names may begin anew because more names were added.

use std::time::{Duration, Instant};

/// Within so long, names that are added meanwhile are looked for with those before them.
const LASTS: Duration = Duration::from_secs(5);

/// Counted from the first of the passes that were left: who adds a name every few seconds
/// would else send each pass back before it came to the end.
#[derive(Default)]
pub(super) struct Beginning(Option<Instant>);

impl Beginning {
    /// A pass begins, perhaps after one that was left.
    pub fn begin(&mut self, now: Instant) {
        self.0.get_or_insert(now);
    }

    /// Whether the pass that began may be left.
    pub fn lasts(&self, now: Instant) -> bool {
        self.0
            .is_some_and(|first| now.saturating_duration_since(first) < LASTS)
    }

    /// A pass came to its end.
    pub fn end(&mut self) {
        self.0 = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pass_that_is_left_does_not_begin_the_time_anew() {
        let first = Instant::now();
        let at = |seconds| first + Duration::from_secs(seconds);
        let mut beginning = Beginning::default();
        beginning.begin(first);
        assert!(beginning.lasts(at(4)));
        beginning.begin(at(4));
        assert!(!beginning.lasts(at(6)), "the second pass goes on");
        beginning.end();
        beginning.begin(at(100));
        assert!(beginning.lasts(at(104)), "the next names");
    }
}
