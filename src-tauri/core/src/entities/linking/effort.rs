//! How much looking up one article may cost. Names that thousands of kept entities share, in a
//! text that is made of them, would take for ever: then the rest is read without.

use std::cell::Cell;

/// Words of kept names that are looked at for one article: some tens of milliseconds, and
/// some megabytes while it is read. An article of 2,000 words in a notebook of 100,000
/// names takes a small part of it.
const MOST: usize = 1_000_000;

/// What is left of it.
#[derive(Debug)]
pub(super) struct Effort(Cell<usize>);

impl Effort {
    pub fn new() -> Self {
        Self(Cell::new(MOST))
    }

    /// Takes some of it; false when there is not so much left.
    pub fn spend(&self, steps: usize) -> bool {
        let left = self.0.get().checked_sub(steps);
        self.0.set(left.unwrap_or(0));
        left.is_some()
    }

    pub fn is_spent(&self) -> bool {
        self.0.get() == 0
    }
}
