//! The most relevant documents, without looking at all that match.
//!
//! Blocks of postings that can't hold anything better than what is already there
//! are passed over (block-max WAND), so nothing is counted here.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::Column;
use tantivy::query::{EnableScoring, Query};
use tantivy::{DocAddress, DocId, Score, Searcher, SegmentOrdinal, SegmentReader};

use super::collect::{Found, Gathered, InOrder};
use super::counting::Bits;
use super::library::Weighing;

/// What an article of today gains over one without a date, at most.
const RECENCY: f32 = 0.03;
/// With more terms than these, finding blocks to pass over takes longer than reading
/// them (measured: 60 terms of a long question, three times as long).
const MOST_PRUNED: usize = 16;
const YEAR_MS: f32 = 365.25 * 86_400_000.0;

/// Gathers the best of what several queries find; what an earlier one finds comes
/// before all that a later one finds.
pub(super) struct Top<'s> {
    pub searcher: &'s Searcher,
    /// How many are gathered.
    pub most: usize,
    /// By [`kind_number`](super::collect::kind_number).
    pub kinds: [bool; 4],
    /// Copies of one agency text are one result: the best of them.
    pub fold_copies: bool,
    /// Milliseconds since 1970, for the preference of recent articles.
    pub now: i64,
    best: Vec<Ranked>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Ranked {
    score: Score,
    doc: DocAddress,
    group: u64,
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

/// The columns that a segment's documents are judged by.
struct Columns {
    kind: Column<u64>,
    group: Option<Column<u64>>,
    published: Column<i64>,
}

impl<'s> Top<'s> {
    pub fn new(
        searcher: &'s Searcher,
        most: usize,
        kinds: [bool; 4],
        fold_copies: bool,
        now: i64,
    ) -> Self {
        Self {
            searcher,
            most,
            kinds,
            fold_copies,
            now,
            best: Vec::new(),
        }
    }

    /// Adds what `query` finds, best first, as long as there is room.
    pub fn add(&mut self, query: &dyn Query, weighing: &Weighing<'_>) -> tantivy::Result<()> {
        let mut terms = 0;
        query.query_terms(&mut |_, _| terms += 1);
        let prunes = terms <= MOST_PRUNED;
        let scoring = EnableScoring::enabled_from_statistics_provider(weighing, self.searcher);
        let weight = query.weight(scoring)?;
        self.gather(|segment, start, found| match prunes {
            true => weight.for_each_pruning(start, segment, found),
            false => weight.for_each(segment, &mut |doc, score| {
                found(doc, score);
            }),
        })
    }

    /// Adds what `query` finds, best first, and counts all of it.
    pub fn add_counted(
        &mut self,
        query: &dyn Query,
        weighing: &Weighing<'_>,
        counting: &InOrder,
    ) -> tantivy::Result<Vec<Found>> {
        let scoring = EnableScoring::enabled_from_statistics_provider(weighing, self.searcher);
        let weight = query.weight(scoring)?;
        let mut counted = Vec::new();
        self.gather(|segment, _, found| {
            let mut counts = counting.for_segment(0, segment)?;
            let alive = segment.alive_bitset();
            weight.for_each(segment, &mut |doc, score| {
                if alive.is_none_or(|alive| alive.is_alive(doc)) {
                    counts.collect(doc, score);
                    found(doc, score);
                }
            })?;
            counted.push(counts.harvest());
            Ok(())
        })?;
        Ok(counted)
    }

    /// Adds the best of these documents, as long as there is room. Each of `scored` adds to
    /// a document's score.
    pub fn add_documents(
        &mut self,
        documents: &[Bits],
        scored: &[Box<dyn Query>],
        weighing: &Weighing<'_>,
    ) -> tantivy::Result<()> {
        let scoring = EnableScoring::enabled_from_statistics_provider(weighing, self.searcher);
        let weights = scored.iter().map(|query| query.weight(scoring));
        let weights = weights.collect::<tantivy::Result<Vec<_>>>()?;
        let mut segments = documents.iter();
        self.gather(|segment, _, found| {
            let Some(documents) = segments.next().filter(|all| all.count() > 0) else {
                return Ok(());
            };
            let scorers = weights.iter().map(|weight| weight.scorer(segment, 1.0));
            let mut scorers = scorers.collect::<tantivy::Result<Vec<_>>>()?;
            documents.each(|doc| {
                let mut score = 0.0;
                for scorer in &mut scorers {
                    if scorer.doc() < doc {
                        scorer.seek(doc);
                    }
                    if scorer.doc() == doc {
                        score += scorer.score();
                    }
                }
                found(doc, score);
            });
            Ok(())
        })
    }

    /// Adds the best of these documents by `query`, as long as there is room: of very many,
    /// passing over postings takes less time than looking at each.
    pub fn add_among(
        &mut self,
        documents: &[Bits],
        query: &dyn Query,
        weighing: &Weighing<'_>,
    ) -> tantivy::Result<()> {
        let scoring = EnableScoring::enabled_from_statistics_provider(weighing, self.searcher);
        let weight = query.weight(scoring)?;
        let mut segments = documents.iter();
        self.gather(|segment, start, found| {
            let Some(documents) = segments.next() else {
                return Ok(());
            };
            let mut least = start;
            weight.for_each_pruning(start, segment, &mut |doc, score| {
                if documents.has(doc) {
                    least = found(doc, score);
                }
                least
            })
        })
    }

    /// Gathers what `find` finds in each segment. It is given the score below which
    /// nothing gets in, and told of a new one with each document.
    fn gather(
        &mut self,
        mut find: impl FnMut(
            &SegmentReader,
            Score,
            &mut dyn FnMut(DocId, Score) -> Score,
        ) -> tantivy::Result<()>,
    ) -> tantivy::Result<()> {
        let room = self.most.saturating_sub(self.best.len());
        if room == 0 {
            return Ok(());
        }
        let mut heap: BinaryHeap<Reverse<Ranked>> = BinaryHeap::with_capacity(room + 1);
        for (ordinal, segment) in (0..).zip(self.searcher.segment_readers()) {
            let columns = self.columns(segment)?;
            let is_kept = |doc| {
                segment
                    .alive_bitset()
                    .is_none_or(|alive| alive.is_alive(doc))
            };
            let start = threshold(&heap, room);
            find(segment, start, &mut |doc, score| {
                if score > threshold(&heap, room) && is_kept(doc) {
                    self.collect(ordinal, doc, score, &columns, room, &mut heap);
                }
                threshold(&heap, room)
            })?;
        }
        let mut found: Vec<Ranked> = heap.into_iter().map(|Reverse(one)| one).collect();
        found.sort_unstable_by(|a, b| b.cmp(a));
        self.best.extend(found);
        Ok(())
    }

    fn columns(&self, segment: &SegmentReader) -> tantivy::Result<Columns> {
        let columns = segment.fast_fields();
        let group = columns.u64("group")?;
        // Most libraries have few copies, most segments none.
        let folds = self.fold_copies && group.values.num_vals() > 0;
        Ok(Columns {
            kind: columns.u64("kind")?,
            group: folds.then_some(group),
            published: columns.i64("published")?,
        })
    }

    fn collect(
        &self,
        ordinal: SegmentOrdinal,
        doc: DocId,
        score: Score,
        columns: &Columns,
        room: usize,
        heap: &mut BinaryHeap<Reverse<Ranked>>,
    ) {
        let kind = columns.kind.first(doc).unwrap_or(0) as usize;
        if !self.kinds.get(kind).copied().unwrap_or(false) {
            return;
        }
        let group = columns.group.as_ref().and_then(|group| group.first(doc));
        let ranked = Ranked {
            score: score * self.recency(columns.published.first(doc)),
            doc: DocAddress::new(ordinal, doc),
            group: group.unwrap_or(0),
        };
        if heap.len() == room && heap.peek().is_some_and(|worst| worst.0 >= ranked) {
            return;
        }
        let is_known =
            |one: &Ranked| one.doc == ranked.doc || (group.is_some() && one.group == ranked.group);
        if self.best.iter().any(is_known) {
            return;
        }
        if group.is_some() {
            let known = heap.iter().find(|one| one.0.group == ranked.group);
            if known.is_some_and(|known| known.0 >= ranked) {
                return;
            }
            heap.retain(|one| one.0.group != ranked.group);
        }
        heap.push(Reverse(ranked));
        if heap.len() > room {
            heap.pop();
        }
    }

    /// Of two that are equally relevant, the newer: half the gain for what is a year
    /// old.
    fn recency(&self, published: Option<i64>) -> f32 {
        let Some(published) = published else {
            return 1.0;
        };
        let years = self.now.saturating_sub(published).max(0) as f32 / YEAR_MS;
        1.0 + RECENCY / (1.0 + years)
    }

    /// Best first.
    pub fn finish(self) -> Vec<Gathered> {
        self.best
            .into_iter()
            .map(|one| Gathered::new(one.score, one.doc))
            .collect()
    }
}

/// Below this, before recency, nothing gets in.
fn threshold(heap: &BinaryHeap<Reverse<Ranked>>, room: usize) -> Score {
    match heap.peek() {
        Some(worst) if heap.len() >= room => worst.0.score / (1.0 + RECENCY),
        _ => Score::MIN,
    }
}
