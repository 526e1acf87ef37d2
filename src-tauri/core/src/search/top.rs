//! The most relevant documents, without looking at all that match.
//!
//! Blocks of postings that can't hold anything better than what is already there
//! are passed over (block-max WAND), so nothing is counted here.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::query::{BooleanQuery, EnableScoring, Query};
use tantivy::{DocAddress, DocId, Score, Searcher, SegmentOrdinal, SegmentReader};

use super::askers::{OFTEN, go_on};
use super::bits::Bits;
use super::collect::{Found, Gathered, InOrder};
use super::columns::Columns;
use super::counting::Counting;
use super::library::{Library, Weighing};
use super::limits::Limits;
use super::query::OnlyWords;
use super::ranked::Ranked;
use super::scoring::{Take, score_each};
use super::writing::Writing;
use crate::jobs::CancelToken;

/// What an article of today gains over one without a date, at most.
const RECENCY: f32 = 0.03;
/// What a text in another writing than the query's keeps of its score: who types in one
/// writing reads it, and of texts that are about equal wants the one in it. Smaller steps
/// (0.97, 0.9, 0.85) and this one were tried on five languages; none put any set lower.
const OTHER_WRITING: f32 = 0.8;
/// With more terms than these, finding blocks to pass over takes longer than reading
/// them (measured: 60 terms of a long question, three times as long).
const MOST_PRUNED: usize = 16;
const YEAR_MS: f32 = 365.25 * 86_400_000.0;

/// Gathers the best of what several queries find; what an earlier one finds comes
/// before all that a later one finds.
pub(super) struct Top<'s> {
    pub searcher: &'s Searcher,
    pub library: &'s Library,
    /// How many are gathered.
    pub most: usize,
    /// By [`kind_number`](super::collect::kind_number).
    pub kinds: [bool; 4],
    /// Copies of one agency text are one result: the best of them.
    pub fold_copies: bool,
    /// Milliseconds since 1970, for the preference of recent articles.
    pub now: i64,
    pub limits: Limits,
    /// What the query is written in, where all of it is in one writing: of two texts that
    /// are about equally relevant, the one in the same writing comes first.
    pub writing: Option<Writing>,
    /// Given up when it is no longer asked.
    pub question: Option<&'s CancelToken>,
    best: Vec<Ranked>,
}

/// A segment that is gone through.
struct Pass<'p> {
    ordinal: usize,
    segment: &'p SegmentReader,
    /// Below this, nothing gets in.
    start: Score,
}

impl<'s> Top<'s> {
    pub fn new(
        (searcher, library): (&'s Searcher, &'s Library),
        most: usize,
        kinds: [bool; 4],
        fold_copies: bool,
        now: i64,
        limits: Limits,
    ) -> Self {
        Self {
            searcher,
            library,
            most,
            kinds,
            fold_copies,
            now,
            limits,
            writing: None,
            question: None,
            best: Vec::new(),
        }
    }

    /// Adds what `query` finds, best first, as long as there is room.
    pub fn add(&mut self, query: &dyn Query, weighing: &Weighing<'_>) -> tantivy::Result<()> {
        let scoring = EnableScoring::enabled_from_statistics_provider(weighing, self.searcher);
        let weight = query.weight(scoring)?;
        let prunes = prunes(query);
        self.gather(1, |_, at, take| match prunes {
            true => weight.for_each_pruning(at.start, at.segment, take),
            false => weight.for_each(at.segment, &mut |doc, score| {
                take(doc, score);
            }),
        })
    }

    /// As [`Self::add`] with `query`, which is any of these words: first what has one of
    /// them in its title, then the rest, most of which can be passed over then.
    pub fn add_any(
        &mut self,
        words: &OnlyWords,
        query: &dyn Query,
        counting: &Counting<'_>,
        weighing: &Weighing<'_>,
    ) -> tantivy::Result<()> {
        if self.best.len() >= self.most {
            return Ok(());
        }
        let titled = counting.documents(&words.in_title)?;
        let most = self.limits.titled;
        if !(1..=most).contains(&titled.iter().map(Bits::count).sum()) {
            return self.add(query, weighing);
        }
        let scoring = EnableScoring::enabled_from_statistics_provider(weighing, self.searcher);
        let all = words.in_title.iter().chain(&words.elsewhere);
        let each = all.map(|query| query.weight(scoring));
        let each = each.collect::<tantivy::Result<Vec<_>>>()?;
        let rest = words.elsewhere.iter().map(|query| query.box_clone());
        let rest = BooleanQuery::union(rest.collect());
        let prunes = prunes(&rest);
        let rest = rest.weight(scoring)?;
        self.gather(2, |pass, at, take| {
            let Some(titled) = titled.get(at.ordinal) else {
                return Ok(());
            };
            if pass == 0 {
                return score_each(titled, &each, at.segment, take);
            }
            let mut least = at.start;
            match prunes {
                true => rest.for_each_pruning(at.start, at.segment, &mut |doc, score| {
                    if !titled.has(doc) {
                        least = take(doc, score);
                    }
                    least
                }),
                false => rest.for_each(at.segment, &mut |doc, score| {
                    if !titled.has(doc) {
                        take(doc, score);
                    }
                }),
            }
        })
    }

    /// Adds what `query` finds, best first, and counts all of it.
    pub fn add_counted(
        &mut self,
        query: &dyn Query,
        weighing: &Weighing<'_>,
        counting: &InOrder<'_>,
    ) -> tantivy::Result<(Vec<Found>, Vec<Bits>)> {
        let scoring = EnableScoring::enabled_from_statistics_provider(weighing, self.searcher);
        let weight = query.weight(scoring)?;
        let (mut counted, mut documents) = (Vec::new(), Vec::new());
        self.gather(1, |_, at, take| {
            let mut counts = counting.for_segment(0, at.segment)?;
            let mut found = Bits::new(at.segment.max_doc());
            let alive = at.segment.alive_bitset();
            weight.for_each(at.segment, &mut |doc, score| {
                if alive.is_none_or(|alive| alive.is_alive(doc)) {
                    counts.collect(doc, score);
                    found.insert(doc);
                    take(doc, score);
                }
            })?;
            counted.push(counts.harvest());
            documents.push(found);
            Ok(())
        })?;
        Ok((counted, documents))
    }

    /// Adds the best of these documents, as long as there is room. Each of `scored` adds to
    /// a document's score; what none of them finds is left out.
    pub fn add_documents(
        &mut self,
        documents: &[Bits],
        scored: &[Box<dyn Query>],
        weighing: &Weighing<'_>,
    ) -> tantivy::Result<()> {
        let scoring = EnableScoring::enabled_from_statistics_provider(weighing, self.searcher);
        let weights = scored.iter().map(|query| query.weight(scoring));
        let weights = weights.collect::<tantivy::Result<Vec<_>>>()?;
        self.gather(1, |_, at, take| match documents.get(at.ordinal) {
            Some(documents) => score_each(documents, &weights, at.segment, take),
            None => Ok(()),
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
        self.gather(1, |_, at, take| {
            let Some(documents) = documents.get(at.ordinal) else {
                return Ok(());
            };
            let mut least = at.start;
            weight.for_each_pruning(at.start, at.segment, &mut |doc, score| {
                if documents.has(doc) {
                    least = take(doc, score);
                }
                least
            })
        })
    }

    /// Gathers what `find` finds in each segment, with every pass.
    fn gather(
        &mut self,
        passes: usize,
        mut find: impl FnMut(usize, Pass<'_>, &mut Take<'_>) -> tantivy::Result<()>,
    ) -> tantivy::Result<()> {
        let room = self.most.saturating_sub(self.best.len());
        if room == 0 {
            return Ok(());
        }
        let mut heap: BinaryHeap<Reverse<Ranked>> = BinaryHeap::with_capacity(room + 1);
        for pass in 0..passes {
            for (ordinal, segment) in self.searcher.segment_readers().iter().enumerate() {
                let columns = self.library.columns(segment)?;
                let is_kept = |doc| {
                    segment
                        .alive_bitset()
                        .is_none_or(|alive| alive.is_alive(doc))
                };
                let is_stopped = || self.question.is_some_and(CancelToken::is_cancelled);
                if let Some(question) = self.question {
                    go_on(question)?;
                }
                let start = threshold(&heap, room);
                let mut taken = 0_u32;
                let at = Pass {
                    ordinal,
                    segment,
                    start,
                };
                find(pass, at, &mut |doc, score| {
                    taken = taken.wrapping_add(1);
                    if taken.is_multiple_of(OFTEN) && is_stopped() {
                        // All blocks that are left can be passed over.
                        return Score::MAX;
                    }
                    if score > threshold(&heap, room) && is_kept(doc) {
                        let doc = DocAddress::new(ordinal as SegmentOrdinal, doc);
                        self.collect(doc, score, &columns, room, &mut heap);
                    }
                    threshold(&heap, room)
                })?;
            }
        }
        let mut found: Vec<Ranked> = heap.into_iter().map(|Reverse(one)| one).collect();
        found.sort_unstable_by(|a, b| b.cmp(a));
        self.best.extend(found);
        Ok(())
    }

    fn collect(
        &self,
        doc: DocAddress,
        score: Score,
        columns: &Columns,
        room: usize,
        heap: &mut BinaryHeap<Reverse<Ranked>>,
    ) {
        let kind = columns.kind_of(doc.doc_id);
        if !self.kinds.get(kind).copied().unwrap_or(false) {
            return;
        }
        let group = columns.group.as_ref().filter(|_| self.fold_copies);
        let group = group.and_then(|group| group.first(doc.doc_id));
        let ranked = Ranked {
            score: score
                * self.recency(columns.published.first(doc.doc_id))
                * self.nearness(doc.doc_id, columns),
            doc,
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

    /// A text known to be in another writing than the query has its words as names or
    /// quotations at most.
    fn nearness(&self, doc: DocId, columns: &Columns) -> f32 {
        let Some(asked) = self.writing else {
            return 1.0;
        };
        let other = columns.writing_of(doc).is_some_and(|own| own != asked);
        if other { OTHER_WRITING } else { 1.0 }
    }

    /// Best first.
    pub fn finish(self) -> Vec<Gathered> {
        self.best
            .into_iter()
            .map(|one| Gathered::new(one.score, one.doc))
            .collect()
    }
}

/// Blocks of postings can be passed over in less time than it takes to read them.
fn prunes(query: &dyn Query) -> bool {
    let mut terms = 0;
    query.query_terms(&mut |_, _| terms += 1);
    terms <= MOST_PRUNED
}

/// Below this, before recency, nothing gets in.
fn threshold(heap: &BinaryHeap<Reverse<Ranked>>, room: usize) -> Score {
    match heap.peek() {
        Some(worst) if heap.len() >= room => worst.0.score / (1.0 + RECENCY),
        _ => Score::MIN,
    }
}
