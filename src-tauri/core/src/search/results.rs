//! Answering a query.

use std::sync::atomic::{AtomicU32, Ordering};

use tantivy::collector::{Collector, Count};
use tantivy::query::{BooleanQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{Searcher, Term};

use super::bits::Bits;
use super::collect::{Found, Gathered, InOrder, KINDS, chosen, kind_number};
use super::counting::Counting;
use super::document::DocumentKey;
use super::error::SearchError;
use super::facets::{Facets, IndexFacets};
use super::index::SearchIndex;
use super::library::{Library, Weighing};
use super::marker::Marker;
use super::query::explain::explain;
use super::query::filters::kind_word;
use super::query::plan::{Plan, Quoted, plan};
use super::query::{Names, parse, tokens};
use super::ranking::{add_all, add_these};
use super::top::Top;
use super::writing::Writing;
use crate::clock;
use crate::domain::{HitKind, ReadQuery, SearchCounts, SearchQuery, SearchSort};
use crate::jobs::CancelToken;

/// What a query found.
#[derive(Debug, Clone, Default)]
pub struct IndexResults {
    /// Over the kinds asked for.
    pub total: u32,
    /// There are more articles than were counted.
    pub more: bool,
    /// Over all kinds, also those not asked for.
    pub by_kind: SearchCounts,
    /// Best first, from the query's offset on.
    pub hits: Vec<IndexHit>,
    pub marker: Marker,
    /// How many have all of the words that were typed; copies of one agency text
    /// count each.
    pub all_words: u32,
    /// Results without what was quoted are among them.
    pub loosened: bool,
    /// Words that nothing has, with the likeliest that may have been meant.
    pub slips: Vec<(String, String)>,
    /// What was asked; it may be given up while rows are made of the hits.
    pub question: CancelToken,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IndexHit {
    pub key: DocumentKey,
    pub score: f32,
}

/// Articles are counted to here; more are said to be more.
pub(super) const MOST_COUNTED: u32 = 10_000;

/// More results than these are never gathered at once.
const MOST_HITS: usize = 10_000;

impl SearchIndex {
    /// How `text` is understood. Nothing is looked up but names of entities.
    pub fn read_query(&self, text: &str, names: &dyn Names) -> ReadQuery {
        let today = clock::today();
        let parsed = parse(text, today);
        ReadQuery {
            tokens: tokens(text, today),
            asked: explain(&parsed, parsed.quoted(text), names),
            offers: Vec::new(),
        }
    }

    /// Answers any text; one that asks for nothing finds nothing.
    pub fn search(
        &self,
        query: &SearchQuery,
        names: &dyn Names,
    ) -> Result<IndexResults, SearchError> {
        self.asked_by(query, |question| self.answer(query, question, names))
    }

    /// Stops what this asker has under way: it is answered by [`SearchError::NoLongerAsked`].
    pub fn stop_asking(&self, asker: &str) {
        self.askers.stop(asker);
    }

    /// Never answers a question that was stopped, not even with what is found by then.
    fn asked_by<T>(
        &self,
        query: &SearchQuery,
        work: impl FnOnce(&CancelToken) -> tantivy::Result<T>,
    ) -> Result<T, SearchError> {
        let question = self.askers.begin(query.asker.as_deref());
        let answer = self.guarded(|| work(&question));
        match question.is_cancelled() {
            true => Err(SearchError::NoLongerAsked),
            false => answer,
        }
    }

    /// Counts all that `query` finds by what it is and has, of all kinds.
    pub fn facets(
        &self,
        query: &SearchQuery,
        names: &dyn Names,
    ) -> Result<IndexFacets, SearchError> {
        self.asked_by(query, |question| {
            let searcher = self.reader.searcher();
            let library = self.library();
            let within = (&searcher, library.as_ref());
            let nothing = |facets: &IndexFacets| facets.kinds == [0; 4];
            let facets = Facets {
                library: &library,
                question,
            };
            if let Some(documents) = self.latest.of(query, &searcher) {
                return facets.of(&searcher, &documents);
            }
            let counting = self.counting(within, question, true, u32::MAX);
            let count = |plan: &Plan| {
                let documents = match &plan.words {
                    Some(words) if words.needs_all => {
                        let find = || counting.found(words);
                        self.latest.of_or_find(query, &searcher, find)?
                    }
                    Some(words) => counting.found(words)?.into(),
                    None => counting.documents(&[plan.found.box_clone()])?.into(),
                };
                facets.of(&searcher, &documents)
            };
            let parsed = parse(&query.text, clock::today());
            let found = self.run(within, (query, &parsed), names, count, nothing)?;
            Ok(found.map(|(_, facets, _)| facets).unwrap_or_default())
        })
    }

    /// Plans and runs a query; once more without its quotation marks when nothing has
    /// what is quoted. `None` when it asks for nothing.
    fn run<T>(
        &self,
        (searcher, library): (&Searcher, &Library),
        (query, parsed): (&SearchQuery, &super::query::Query),
        names: &dyn Names,
        ask: impl Fn(&Plan) -> tantivy::Result<T>,
        is_nothing: impl Fn(&T) -> bool,
    ) -> tantivy::Result<Option<(Plan, T, Quoted)>> {
        let mut quoted = parsed.quoted(&query.text);
        let choice = query.names.clone().unwrap_or_default();
        let known = (names, &choice);
        loop {
            let Some(plan) = plan(parsed, searcher, &self.fields, library, known, quoted)? else {
                return Ok(None);
            };
            let found = ask(&plan)?;
            if quoted == Quoted::Needed && parsed.can_be_loosened() && is_nothing(&found) {
                quoted = Quoted::Ranks;
                continue;
            }
            return Ok(Some((plan, found, quoted)));
        }
    }

    fn answer(
        &self,
        query: &SearchQuery,
        question: &CancelToken,
        names: &dyn Names,
    ) -> tantivy::Result<IndexResults> {
        let searcher = self.reader.searcher();
        let library = self.library();
        let within = (&searcher, library.as_ref());
        let offset = query.offset as usize;
        // What nothing ranks is shown newest first.
        let parsed = parse(&query.text, clock::today());
        let ranks = parsed.ranks();
        let sort = match query.sort.unwrap_or_default() {
            SearchSort::Relevance if !ranks => SearchSort::Newest,
            sort => sort,
        };
        let in_order = InOrder {
            library: &library,
            question,
            most: offset.saturating_add(query.limit as usize).min(MOST_HITS),
            kinds: chosen(&query.kinds),
            sort,
            fold_copies: !query.every_copy.unwrap_or_default(),
            left: AtomicU32::new(match sort {
                SearchSort::Relevance => MOST_COUNTED.max(query.offset.saturating_add(query.limit)),
                _ => u32::MAX,
            }),
        };
        let at_once = |plan: &Plan| {
            plan.ranks_all_found && in_order.sort == SearchSort::Relevance && in_order.most > 0
        };
        let ask = |plan: &Plan| match at_once(plan) {
            true => self.rank_all(within, plan, &in_order),
            false => self.count_or_sort((&searcher, query), plan, &in_order),
        };
        let ran = self.run(within, (query, &parsed), names, ask, |found| {
            found.counts == [0; 4]
        })?;
        let Some((plan, mut found, quoted)) = ran else {
            return Ok(IndexResults::default());
        };
        let documents = found.documents.take();
        let documents = documents.map(|all| self.latest.keep(query, &searcher, all));
        let more = in_order.left.load(Ordering::Relaxed) == 0;
        if more && !at_once(&plan) {
            // All others are few, and are told from articles by the counts.
            for kind in KINDS.into_iter().skip(1) {
                let place = kind_number(kind) as usize;
                let of_kind = self.of_kind(plan.found.as_ref(), kind);
                found.counts[place] = count(&searcher, &of_kind)?;
            }
        }
        let total: u32 = found
            .counts
            .iter()
            .zip(in_order.kinds)
            .filter_map(|(count, asked)| asked.then_some(count))
            .sum();
        let mut all_words = None;
        let best = match in_order.sort {
            SearchSort::Relevance if !at_once(&plan) => {
                let weighing = Weighing::of(within, &plan);
                let most = in_order.most.min(total as usize);
                let counting = self.counting(within, question, in_order.fold_copies, MOST_COUNTED);
                let mut top = self.top(within, most, &in_order, plan.writing);
                if let (Some(words), false) = (&plan.words, found.all.is_empty()) {
                    if !words.needs_all {
                        all_words = Some(found.all.iter().map(Bits::count).sum());
                    }
                    add_all(&mut top, words, &found.all, &counting, &weighing)?;
                }
                let (mut best, mut words) = (plan.best.iter(), plan.words.as_ref());
                if words.is_some_and(|words| words.needs_all) {
                    best = [].iter();
                }
                for query in best {
                    match (words.take(), &documents) {
                        (Some(words), Some(found)) => {
                            add_these(&mut top, found, &words.ranking(), words, &weighing)?;
                        }
                        (Some(words), None) => {
                            top.add_any(words, query.as_ref(), &counting, &weighing)?;
                        }
                        (None, _) => top.add(query.as_ref(), &weighing)?,
                    }
                }
                top.finish()
            }
            _ => found.best.clone(),
        };
        let mut hits = Vec::new();
        for one in best.iter().skip(offset) {
            hits.extend(hit(within, one)?);
        }
        let all_words = match (all_words, &plan.has_all) {
            (Some(counted), _) => counted,
            (None, Some(all)) => count(&searcher, all.as_ref())?,
            (None, None) => total,
        };
        Ok(IndexResults {
            total,
            more,
            by_kind: found.by_kind(),
            hits,
            marker: plan.marker,
            all_words,
            loosened: quoted == Quoted::Ranks,
            slips: plan.slips,
            question: question.clone(),
        })
    }

    /// Counts what is found; a sort goes through it all.
    fn count_or_sort(
        &self,
        (searcher, query): (&Searcher, &SearchQuery),
        plan: &Plan,
        in_order: &InOrder,
    ) -> tantivy::Result<Found> {
        let most = in_order.left.load(Ordering::Relaxed);
        let within = (searcher, in_order.library);
        let counting = self.counting(within, in_order.question, in_order.fold_copies, most);
        let words = match (in_order.sort, &plan.words) {
            (SearchSort::Relevance, Some(words)) => words,
            (SearchSort::Relevance, None) => {
                return searcher.search(plan.found.as_ref(), in_order);
            }
            (_, Some(words)) => return in_order.go_through(searcher, counting.found(words)?),
            (_, None) => {
                let found = counting.documents(&[plan.found.box_clone()])?;
                return in_order.go_through(searcher, found);
            }
        };
        let counted = match words.needs_all {
            true => {
                let find = || counting.found(words);
                counting.count_all(&self.latest.of_or_find(query, searcher, find)?)?
            }
            false => counting.count(words)?,
        };
        if counted.more {
            in_order.left.store(0, Ordering::Relaxed);
        }
        Ok(Found::counted(counted))
    }

    /// Counts and ranks in one pass: positions are what takes long, and are read once.
    fn rank_all(
        &self,
        within: (&Searcher, &Library),
        plan: &Plan,
        in_order: &InOrder<'_>,
    ) -> tantivy::Result<Found> {
        let weighing = Weighing::of(within, plan);
        let mut top = self.top(within, in_order.most, in_order, plan.writing);
        let (counted, documents) = match plan.best.first() {
            Some(query) => top.add_counted(query.as_ref(), &weighing, in_order)?,
            None => (Vec::new(), Vec::new()),
        };
        let mut found = in_order.merge_fruits(counted)?;
        found.documents = Some(documents);
        if found.counts[0] >= MOST_COUNTED {
            found.counts[0] = MOST_COUNTED;
            in_order.left.store(0, Ordering::Relaxed);
        }
        found.best = top.finish();
        Ok(found)
    }

    fn top<'s>(
        &self,
        within: (&'s Searcher, &'s Library),
        most: usize,
        in_order: &InOrder<'s>,
        writing: Option<Writing>,
    ) -> Top<'s> {
        let (kinds, fold_copies) = (in_order.kinds, in_order.fold_copies);
        let now = clock::now_ms();
        let mut top = Top::new(within, most, kinds, fold_copies, now, self.limits);
        top.writing = writing;
        top.question = Some(in_order.question);
        top
    }

    fn of_kind(&self, query: &dyn Query, kind: HitKind) -> BooleanQuery {
        let kind = Term::from_field_text(self.fields.state, kind_word(kind));
        let kind = TermQuery::new(kind, IndexRecordOption::Basic);
        BooleanQuery::intersection(vec![Box::new(kind), query.box_clone()])
    }

    fn counting<'s>(
        &'s self,
        (searcher, library): (&'s Searcher, &'s Library),
        question: &'s CancelToken,
        fold_copies: bool,
        most: u32,
    ) -> Counting<'s> {
        Counting {
            question,
            searcher,
            library,
            fields: &self.fields,
            fold_copies,
            most,
        }
    }
}

/// `None` for a document of a kind that this version doesn't know.
pub(super) fn hit(
    (searcher, library): (&Searcher, &Library),
    gathered: &Gathered,
) -> tantivy::Result<Option<IndexHit>> {
    let address = gathered.doc;
    let columns = library.columns(searcher.segment_reader(address.segment_ord))?;
    Ok(columns.key_of(address.doc_id).map(|key| IndexHit {
        key,
        score: gathered.score,
    }))
}

fn count(searcher: &Searcher, query: &dyn Query) -> tantivy::Result<u32> {
    let count = searcher.search(query, &Count)?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}
