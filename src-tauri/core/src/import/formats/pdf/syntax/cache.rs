//! Objects that were read, for the next time that they are asked for.

use std::collections::HashMap;

use super::object::Object;

/// Objects kept in memory.
const MAX_OBJECTS: usize = 4096;
/// What they may take in the file, in bytes; in memory it is up to sixteen times as much.
const MAX_SOURCE: usize = 8 << 20;

#[derive(Debug, Default)]
pub(super) struct Cache {
    objects: HashMap<u32, Object>,
    /// Bytes in the file that they were read from.
    source: usize,
}

impl Cache {
    pub(super) fn get(&self, number: u32) -> Option<Object> {
        self.objects.get(&number).cloned()
    }

    /// Keeps an object that was read from so many bytes; a full cache is emptied first.
    pub(super) fn keep(&mut self, number: u32, object: Object, source: usize) {
        if self.objects.len() >= MAX_OBJECTS || self.source + source > MAX_SOURCE {
            self.clear();
        }
        self.source += source;
        self.objects.insert(number, object);
    }

    pub(super) fn clear(&mut self) {
        self.objects.clear();
        self.source = 0;
    }
}
