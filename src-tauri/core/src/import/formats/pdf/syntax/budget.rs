//! How much work one file may cost.

use std::cell::Cell;

/// Units of work: about one byte read or unpacked, or a tenth of a glyph placed.
/// Measured: this many take under 8 s on one core of a desktop computer of 2020.
const UNITS: u64 = 800_000_000;

/// Counted instead of timed, so that the same bytes give the same text on every machine.
#[derive(Debug)]
pub(in super::super) struct Budget(Cell<u64>);

impl Budget {
    pub fn new() -> Self {
        Self(Cell::new(UNITS))
    }

    /// False when there is no more to spend: then the reader stops with what it has.
    pub fn spend(&self, units: usize) -> bool {
        let left = self.0.get().saturating_sub(units as u64);
        self.0.set(left);
        left > 0
    }

    pub fn is_spent(&self) -> bool {
        self.0.get() == 0
    }
}
