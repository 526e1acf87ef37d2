//! Gathering the best documents and counting all, in one pass.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use crate::domain::{HitKind, SearchCounts};

pub(super) const KINDS: [HitKind; 3] = [HitKind::Article, HitKind::Note, HitKind::Entity];

/// The number that stands for a kind in the index's column.
pub(super) fn kind_number(kind: HitKind) -> u64 {
    match kind {
        HitKind::Article => 0,
        HitKind::Note => 1,
        HitKind::Entity => 2,
    }
}

/// The `most` best documents of `kinds`, and how many of each kind there are.
pub(super) struct Best {
    pub most: usize,
    /// By [`kind_number`].
    pub kinds: [bool; 3],
}

#[derive(Debug, Default)]
pub(super) struct Found {
    /// Best first.
    pub best: Vec<(Score, DocAddress)>,
    pub counts: [u32; 3],
}

impl Found {
    pub fn by_kind(&self) -> SearchCounts {
        let [articles, notes, entities] = self.counts;
        SearchCounts {
            articles,
            notes,
            entities,
        }
    }
}

#[derive(Debug, PartialEq)]
struct Ranked {
    score: Score,
    doc: DocAddress,
}

impl Eq for Ranked {}

/// Better is less, so that a heap gives the worst; of equals, the later document.
impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        other
            .score
            .total_cmp(&self.score)
            .then_with(|| self.doc.cmp(&other.doc))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

pub(super) struct InSegment {
    ordinal: SegmentOrdinal,
    kind: Column<u64>,
    kinds: [bool; 3],
    most: usize,
    heap: BinaryHeap<Ranked>,
    counts: [u32; 3],
}

impl Collector for Best {
    type Fruit = Found;
    type Child = InSegment;

    fn for_segment(
        &self,
        ordinal: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<InSegment> {
        Ok(InSegment {
            ordinal,
            kind: segment.fast_fields().u64("kind")?,
            kinds: self.kinds,
            most: self.most,
            heap: BinaryHeap::new(),
            counts: [0; 3],
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, fruits: Vec<Found>) -> tantivy::Result<Found> {
        let mut all = Found::default();
        for fruit in fruits {
            all.best.extend(fruit.best);
            for (sum, count) in all.counts.iter_mut().zip(fruit.counts) {
                *sum += count;
            }
        }
        all.best
            .sort_by(|(a, at), (b, bt)| b.total_cmp(a).then_with(|| at.cmp(bt)));
        all.best.truncate(self.most);
        Ok(all)
    }
}

impl SegmentCollector for InSegment {
    type Fruit = Found;

    fn collect(&mut self, doc: DocId, score: Score) {
        let kind = self.kind.first(doc).unwrap_or(0) as usize;
        let Some(count) = self.counts.get_mut(kind) else {
            return;
        };
        *count += 1;
        if !self.kinds[kind] || self.most == 0 {
            return;
        }
        if self.heap.len() == self.most {
            match self.heap.peek() {
                Some(worst) if worst.score < score => self.heap.pop(),
                _ => return,
            };
        }
        self.heap.push(Ranked {
            score,
            doc: DocAddress::new(self.ordinal, doc),
        });
    }

    fn harvest(self) -> Found {
        Found {
            best: self
                .heap
                .into_iter()
                .map(|ranked| (ranked.score, ranked.doc))
                .collect(),
            counts: self.counts,
        }
    }
}
