//! Long work: a flag that stops it. Progress is whatever the job reports to its caller.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

const RUNNING: u8 = 0;
const INTERRUPTED: u8 = 1;
const CANCELLED: u8 = 2;

/// Asks a job to stop at its next safe point. Cloned freely.
#[derive(Debug, Clone, Default)]
pub struct CancelToken(Arc<AtomicU8>);

impl CancelToken {
    pub fn new() -> Self {
        Self::default()
    }

    /// A person wants no more of it.
    pub fn cancel(&self) {
        self.0.fetch_max(CANCELLED, Ordering::Relaxed);
    }

    /// The program ends or turns to something else: what is left may be done another time.
    pub fn interrupt(&self) {
        self.0.fetch_max(INTERRUPTED, Ordering::Relaxed);
    }

    /// Whether to stop, for either reason.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed) != RUNNING
    }

    /// Whether it stops without a person having asked for it.
    pub fn is_interrupted(&self) -> bool {
        self.0.load(Ordering::Relaxed) == INTERRUPTED
    }
}
