//! When the background may take the processor: not while a person waits for something.

use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};

use crate::clock::now_ms;
use crate::notebook::Shared;

/// How long after a key the background keeps still, in milliseconds.
const AFTER_TYPING: i64 = 1_500;

/// When somebody typed last, and what is being imported.
#[derive(Debug, Default)]
pub(in super::super) struct Calm {
    typed_ms: AtomicI64,
    imports: AtomicU32,
}

/// An import that runs.
pub(in super::super) struct Importing<'a>(&'a Calm);

impl Calm {
    /// Somebody types, in a note or in the search field.
    pub fn typed(&self) {
        self.typed_ms.store(now_ms(), Ordering::Relaxed);
    }

    /// An import runs until what this gives is dropped.
    pub fn import(&self) -> Importing<'_> {
        self.imports.fetch_add(1, Ordering::Relaxed);
        Importing(self)
    }
}

impl Drop for Importing<'_> {
    fn drop(&mut self) {
        self.0.imports.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Shared {
    /// Whether nobody imports or types.
    pub(super) fn is_calm(&self) -> bool {
        let since = now_ms() - self.calm.typed_ms.load(Ordering::Relaxed);
        // A clock that was put back holds nobody up. The lock of the originals is not asked:
        // trying it would keep an emptying of the trash from taking it.
        !(0..AFTER_TYPING).contains(&since) && self.calm.imports.load(Ordering::Relaxed) == 0
    }
}
