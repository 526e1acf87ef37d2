//! Counting all documents that are found, and gathering the first by date or outlet.

use std::collections::{BinaryHeap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::StrColumn;
use tantivy::query::Weight;
use tantivy::{
    DocAddress, DocId, DocSet, Score, Searcher, SegmentOrdinal, SegmentReader, TERMINATED,
};

use super::askers::{OFTEN, go_on};
use super::bits::Bits;
use super::columns::Columns;
use super::counting::Counted;
use super::library::Library;
use crate::domain::{HitKind, SearchCounts, SearchSort};
use crate::jobs::CancelToken;

/// All kinds, each at its [`kind_number`].
pub(super) const KINDS: [HitKind; 4] = [
    HitKind::Article,
    HitKind::Note,
    HitKind::Entity,
    HitKind::Quote,
];

/// The number that stands for a kind in the index's column.
pub(super) fn kind_number(kind: HitKind) -> u64 {
    match kind {
        HitKind::Article => 0,
        HitKind::Note => 1,
        HitKind::Entity => 2,
        HitKind::Quote => 3,
    }
}

/// Which kinds are asked for, by [`kind_number`]; all where none is named.
pub(super) fn chosen(kinds: &[HitKind]) -> [bool; 4] {
    let mut chosen = [kinds.is_empty(); 4];
    for kind in kinds {
        if let Some(entry) = chosen.get_mut(kind_number(*kind) as usize) {
            *entry = true;
        }
    }
    chosen
}

/// The `most` first documents of `kinds`, and how many of each kind there are.
/// By relevance, nothing is gathered: that is [`Top`](super::top::Top)'s.
pub(super) struct InOrder<'l> {
    pub library: &'l Library,
    pub question: &'l CancelToken,
    pub most: usize,
    /// By [`kind_number`].
    pub kinds: [bool; 4],
    pub sort: SearchSort,
    /// Copies of one agency text are one result: the best of them.
    pub fold_copies: bool,
    /// How many documents are still counted; then the rest is passed over. A sort
    /// needs them all.
    pub left: AtomicU32,
}

#[derive(Debug, Default)]
pub(super) struct Found {
    /// Best first.
    pub best: Vec<Gathered>,
    pub counts: [u32; 4],
    /// The documents of each segment that have all of several words, where that was
    /// looked at.
    pub all: Vec<Bits>,
    /// All that are found, segment by segment, where each was looked at.
    pub documents: Option<Vec<Bits>>,
    groups: HashMap<u64, Gathered>,
}

impl Found {
    pub fn counted(counted: Counted) -> Self {
        Self {
            counts: counted.counts,
            all: counted.all,
            documents: counted.found,
            ..Self::default()
        }
    }

    pub fn by_kind(&self) -> SearchCounts {
        let [articles, notes, entities, quotes] = self.counts;
        SearchCounts {
            articles,
            notes,
            entities,
            quotes,
        }
    }

    fn put_in_group(&mut self, group: u64, gathered: Gathered) {
        match self.groups.get_mut(&group) {
            Some(known) if *known >= gathered => {}
            Some(known) => *known = gathered,
            None => {
                self.groups.insert(group, gathered);
            }
        }
    }
}

/// A document that was found; the better one is the greater.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gathered {
    rank: Rank,
    pub score: Score,
    pub doc: DocAddress,
}

/// What results are sorted by, first to last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    /// For a sort by outlet: names that come later are less.
    outlet: std::cmp::Reverse<Option<String>>,
    number: u64,
}

impl Gathered {
    pub fn new(score: Score, doc: DocAddress) -> Self {
        let rank = Rank {
            outlet: std::cmp::Reverse(None),
            number: 0,
        };
        Self { rank, score, doc }
    }
}

impl Eq for Gathered {}

impl Ord for Gathered {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        // Of equals, the earlier document.
        self.rank
            .cmp(&other.rank)
            .then_with(|| other.doc.cmp(&self.doc))
    }
}

impl PartialOrd for Gathered {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// What a segment sorts by: as [`Rank`], with the outlet's place in the segment's
/// own list of names.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone, Copy)]
struct Key {
    outlet: u64,
    number: u64,
    /// Of equals, the earlier document is greater.
    doc: std::cmp::Reverse<DocId>,
}

pub(super) struct InSegment {
    ordinal: SegmentOrdinal,
    columns: Arc<Columns>,
    fold_copies: bool,
    outlet: Option<StrColumn>,
    kinds: [bool; 4],
    most: usize,
    sort: SearchSort,
    heap: BinaryHeap<std::cmp::Reverse<Key>>,
    groups: HashMap<u64, Key>,
    counts: [u32; 4],
}

impl InOrder<'_> {
    /// Goes through these documents, segment by segment.
    pub fn go_through(&self, searcher: &Searcher, documents: Vec<Bits>) -> tantivy::Result<Found> {
        let mut fruits = Vec::new();
        let segments = searcher.segment_readers().iter().zip(&documents);
        for (ordinal, (segment, documents)) in (0..).zip(segments) {
            go_on(self.question)?;
            let mut collecting = self.for_segment(ordinal, segment)?;
            documents.each(|doc| collecting.collect(doc, 0.0));
            fruits.push(collecting.harvest());
        }
        let mut found = self.merge_fruits(fruits)?;
        found.documents = Some(documents);
        Ok(found)
    }
}

impl Collector for InOrder<'_> {
    type Fruit = Found;
    type Child = InSegment;

    fn collect_segment(
        &self,
        weight: &dyn Weight,
        ordinal: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<Found> {
        let mut collecting = self.for_segment(ordinal, segment)?;
        go_on(self.question)?;
        let mut scorer = weight.scorer(segment, 1.0)?;
        let mut left = self.left.load(Ordering::Relaxed);
        let mut doc = scorer.doc();
        while doc != TERMINATED && left > 0 {
            if segment
                .alive_bitset()
                .is_none_or(|alive| alive.is_alive(doc))
            {
                collecting.collect(doc, 0.0);
                left -= 1;
                if left.is_multiple_of(OFTEN) {
                    go_on(self.question)?;
                }
            }
            doc = scorer.advance();
        }
        self.left.store(left, Ordering::Relaxed);
        Ok(collecting.harvest())
    }

    fn for_segment(
        &self,
        ordinal: SegmentOrdinal,
        segment: &SegmentReader,
    ) -> tantivy::Result<InSegment> {
        Ok(InSegment {
            ordinal,
            columns: self.library.columns(segment)?,
            fold_copies: self.fold_copies,
            outlet: match self.sort {
                SearchSort::Outlet => segment.fast_fields().str("outlet_name")?,
                _ => None,
            },
            kinds: self.kinds,
            most: self.most,
            sort: self.sort,
            heap: BinaryHeap::new(),
            groups: HashMap::new(),
            counts: [0; 4],
        })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, fruits: Vec<Found>) -> tantivy::Result<Found> {
        let mut all = Found::default();
        for fruit in fruits {
            all.best.extend(fruit.best);
            for (group, gathered) in fruit.groups {
                all.put_in_group(group, gathered);
            }
            for (sum, count) in all.counts.iter_mut().zip(fruit.counts) {
                *sum += count;
            }
        }
        let groups = std::mem::take(&mut all.groups);
        all.counts[0] += u32::try_from(groups.len()).unwrap_or(u32::MAX);
        if self.kinds[0] {
            all.best.extend(groups.into_values());
        }
        all.best.sort_unstable_by(|a, b| b.cmp(a));
        all.best.truncate(self.most);
        Ok(all)
    }
}

impl SegmentCollector for InSegment {
    type Fruit = Found;

    fn collect(&mut self, doc: DocId, _: Score) {
        let kind = self.columns.kind_of(doc);
        let group = self.columns.group.as_ref().filter(|_| self.fold_copies);
        if let Some(group) = group.and_then(|group| group.first(doc)) {
            let key = self.key(doc);
            let best = self.groups.entry(group).or_insert(key);
            if *best < key {
                *best = key;
            }
            return;
        }
        let Some(count) = self.counts.get_mut(kind) else {
            return;
        };
        *count += 1;
        if self.sort == SearchSort::Relevance || !self.kinds[kind] || self.most == 0 {
            return;
        }
        let key = self.key(doc);
        if self.heap.len() == self.most {
            match self.heap.peek() {
                Some(worst) if worst.0 < key => self.heap.pop(),
                _ => return,
            };
        }
        self.heap.push(std::cmp::Reverse(key));
    }

    fn harvest(self) -> Found {
        let outlet = self.outlet;
        let gathered = |key: &Key| Gathered {
            rank: Rank {
                outlet: std::cmp::Reverse(outlet.as_ref().map(|names| {
                    let mut name = String::new();
                    let place = u64::MAX - key.outlet;
                    // Without an outlet, after all that have one.
                    match names.ord_to_str(place, &mut name) {
                        Ok(true) => name,
                        _ => char::MAX.to_string(),
                    }
                })),
                number: key.number,
            },
            score: 0.0,
            doc: DocAddress::new(self.ordinal, key.doc.0),
        };
        Found {
            best: self.heap.iter().map(|key| gathered(&key.0)).collect(),
            counts: self.counts,
            groups: self
                .groups
                .iter()
                .map(|(group, key)| (*group, gathered(key)))
                .collect(),
            ..Found::default()
        }
    }
}

impl InSegment {
    fn key(&self, doc: DocId) -> Key {
        let listed = || {
            let ms = self.columns.listed.first(doc).unwrap_or(i64::MIN);
            // In the order of i64, as u64.
            (ms as u64) ^ (1 << 63)
        };
        let mut outlet = 0;
        let number = match self.sort {
            SearchSort::Relevance => 0,
            SearchSort::Newest => listed(),
            SearchSort::Oldest => u64::MAX - listed(),
            SearchSort::Outlet => {
                let names = self.outlet.as_ref();
                let place = names.and_then(|names| names.ords().first(doc));
                outlet = u64::MAX - place.unwrap_or(u64::MAX);
                listed()
            }
        };
        Key {
            outlet,
            number,
            doc: std::cmp::Reverse(doc),
        }
    }
}
