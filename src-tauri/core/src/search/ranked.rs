//! A document with what it is ranked by.

use tantivy::{DocAddress, Score};

/// Of two, the one that comes first is the greater.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ranked {
    pub score: Score,
    pub doc: DocAddress,
    pub group: u64,
}

impl Eq for Ranked {}

/// The better one is the greater; of equals, the earlier document.
impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.score
            .total_cmp(&other.score)
            .then_with(|| other.doc.cmp(&self.doc))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
