//! Gathering the best documents and counting all, in one pass.

use std::collections::{BinaryHeap, HashMap};

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use crate::domain::{HitKind, SearchCounts, SearchSort};

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
    pub sort: SearchSort,
    /// Copies of one agency text are one result: the best of them.
    pub fold_copies: bool,
    /// Milliseconds since 1970, for the preference of recent articles.
    pub now: i64,
}

#[derive(Debug, Default)]
pub(super) struct Found {
    /// Best first.
    pub best: Vec<Gathered>,
    pub counts: [u32; 3],
    groups: HashMap<u64, Gathered>,
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

#[derive(Debug, PartialEq, Clone, Copy)]
struct Scored {
    key: Key,
    score: Score,
}

impl Eq for Scored {}

impl Ord for Scored {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key.cmp(&other.key)
    }
}

impl PartialOrd for Scored {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

pub(super) struct InSegment {
    ordinal: SegmentOrdinal,
    kind: Column<u64>,
    group: Column<u64>,
    published: Column<i64>,
    outlet: Option<StrColumn>,
    kinds: [bool; 3],
    most: usize,
    sort: SearchSort,
    fold_copies: bool,
    now: i64,
    heap: BinaryHeap<std::cmp::Reverse<Scored>>,
    groups: HashMap<u64, Scored>,
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
        let columns = segment.fast_fields();
        Ok(InSegment {
            ordinal,
            kind: columns.u64("kind")?,
            group: columns.u64("group")?,
            published: columns.i64("published")?,
            outlet: match self.sort {
                SearchSort::Outlet => columns.str("outlet_name")?,
                _ => None,
            },
            kinds: self.kinds,
            most: self.most,
            sort: self.sort,
            fold_copies: self.fold_copies,
            now: self.now,
            heap: BinaryHeap::new(),
            groups: HashMap::new(),
            counts: [0; 3],
        })
    }

    fn requires_scoring(&self) -> bool {
        self.sort == SearchSort::Relevance
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

    fn collect(&mut self, doc: DocId, score: Score) {
        let kind = self.kind.first(doc).unwrap_or(0) as usize;
        let group = match self.fold_copies {
            true => self.group.first(doc).unwrap_or(0),
            false => 0,
        };
        if group != 0 {
            let scored = self.scored(doc, score);
            let best = self.groups.entry(group).or_insert(scored);
            if *best < scored {
                *best = scored;
            }
            return;
        }
        let Some(count) = self.counts.get_mut(kind) else {
            return;
        };
        *count += 1;
        if !self.kinds[kind] || self.most == 0 {
            return;
        }
        let scored = self.scored(doc, score);
        if self.heap.len() == self.most {
            match self.heap.peek() {
                Some(worst) if worst.0 < scored => self.heap.pop(),
                _ => return,
            };
        }
        self.heap.push(std::cmp::Reverse(scored));
    }

    fn harvest(self) -> Found {
        let outlet = self.outlet;
        let gathered = |scored: &Scored| Gathered {
            rank: Rank {
                outlet: std::cmp::Reverse(outlet.as_ref().map(|names| {
                    let mut name = String::new();
                    let place = u64::MAX - scored.key.outlet;
                    // Without an outlet, after all that have one.
                    match names.ord_to_str(place, &mut name) {
                        Ok(true) => name,
                        _ => char::MAX.to_string(),
                    }
                })),
                number: scored.key.number,
            },
            score: scored.score,
            doc: DocAddress::new(self.ordinal, scored.key.doc.0),
        };
        Found {
            best: self.heap.iter().map(|scored| gathered(&scored.0)).collect(),
            counts: self.counts,
            groups: self
                .groups
                .iter()
                .map(|(group, scored)| (*group, gathered(scored)))
                .collect(),
        }
    }
}

impl InSegment {
    fn scored(&self, doc: DocId, score: Score) -> Scored {
        let published = || {
            let ms = self.published.first(doc).unwrap_or(i64::MIN);
            // In the order of i64, as u64.
            (ms as u64) ^ (1 << 63)
        };
        let mut outlet = 0;
        let mut score = score;
        let number = match self.sort {
            SearchSort::Relevance => {
                score *= self.recency(doc);
                // Positive floats sort as their bits do.
                u64::from(score.max(0.0).to_bits())
            }
            SearchSort::Newest => published(),
            SearchSort::Oldest => u64::MAX - published(),
            SearchSort::Outlet => {
                let place = self
                    .outlet
                    .as_ref()
                    .and_then(|names| names.ords().first(doc));
                outlet = u64::MAX - place.unwrap_or(u64::MAX);
                published()
            }
        };
        Scored {
            key: Key {
                outlet,
                number,
                doc: std::cmp::Reverse(doc),
            },
            score,
        }
    }

    /// Of two that are equally relevant, the newer: at most 3 % more, half of it for
    /// what is a year old.
    fn recency(&self, doc: DocId) -> f32 {
        const MOST: f32 = 0.03;
        const YEAR_MS: f32 = 365.25 * 86_400_000.0;
        let Some(published) = self.published.first(doc) else {
            return 1.0;
        };
        let years = (self.now.saturating_sub(published)).max(0) as f32 / YEAR_MS;
        1.0 + MOST / (1.0 + years)
    }
}
