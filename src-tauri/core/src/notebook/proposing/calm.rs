//! When the background may take the processor: not while a person waits for something.

use std::sync::atomic::{AtomicI64, Ordering};

use crate::clock::now_ms;
use crate::notebook::Shared;

/// How long after a key the background keeps still, in milliseconds.
const AFTER_TYPING: i64 = 1_500;

/// When somebody typed last.
#[derive(Debug, Default)]
pub(in super::super) struct Calm {
    typed_ms: AtomicI64,
}

impl Calm {
    /// Somebody types, in a note or in the search field.
    pub fn typed(&self) {
        self.typed_ms.store(now_ms(), Ordering::Relaxed);
    }
}

impl Shared {
    /// Whether nobody imports or types.
    pub(super) fn is_calm(&self) -> bool {
        let since = now_ms() - self.calm.typed_ms.load(Ordering::Relaxed);
        // An import holds it; a clock that was put back holds nobody up.
        !(0..AFTER_TYPING).contains(&since) && self.keeping.try_write().is_ok()
    }
}
