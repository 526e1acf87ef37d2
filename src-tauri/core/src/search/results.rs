//! Answering a query.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tantivy::collector::Count;

use super::collect::{Best, KINDS, kind_number};
use super::document::DocumentKey;
use super::error::SearchError;
use super::index::SearchIndex;
use super::library::Weighing;
use super::marker::Marker;
use super::query::explain::explain;
use super::query::plan::{Quoted, plan};
use super::query::{Names, parse, tokens};
use crate::clock;
use crate::domain::{HitKind, ReadQuery, SearchCounts, SearchQuery};

/// What a query found.
#[derive(Debug, Clone, Default)]
pub struct IndexResults {
    /// Exact, over the kinds asked for.
    pub total: u32,
    /// Over all kinds, also those not asked for.
    pub by_kind: SearchCounts,
    /// Best first, from the query's offset on.
    pub hits: Vec<IndexHit>,
    pub marker: Marker,
    /// How many have all of the words that were typed.
    pub all_words: u32,
    /// Results without what was quoted are among them.
    pub loosened: bool,
    /// Words that nothing has, with the likeliest that may have been meant.
    pub slips: Vec<(String, String)>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IndexHit {
    pub key: DocumentKey,
    pub score: f32,
}

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
        }
    }

    /// Answers any text; one that asks for nothing finds nothing.
    pub fn search(
        &self,
        query: &SearchQuery,
        names: &dyn Names,
    ) -> Result<IndexResults, SearchError> {
        let damaged = || SearchError::Damaged {
            folder: self.folder.clone(),
            source: None,
        };
        // tantivy panics on some kinds of damage; the notebook must live on.
        catch_unwind(AssertUnwindSafe(|| self.answer(query, names)))
            .unwrap_or_else(|_| {
                tracing::error!("search panicked");
                Ok(Err(damaged()))
            })
            .unwrap_or_else(|error| Err(SearchError::from_tantivy(&self.folder, error)))
    }

    fn answer(
        &self,
        query: &SearchQuery,
        names: &dyn Names,
    ) -> tantivy::Result<Result<IndexResults, SearchError>> {
        let searcher = self.reader.searcher();
        let library = self.library();
        let parsed = parse(&query.text, clock::today());
        let offset = query.offset as usize;
        let best = Best {
            most: offset.saturating_add(query.limit as usize).min(MOST_HITS),
            kinds: chosen(&query.kinds),
        };
        let mut quoted = parsed.quoted(&query.text);
        let (plan, found) = loop {
            let Some(plan) = plan(&parsed, &searcher, &self.fields, &library, names, quoted)?
            else {
                return Ok(Ok(IndexResults::default()));
            };
            let weighing = Weighing::new(&searcher, &plan.frequencies);
            let found =
                searcher.search_with_statistics_provider(plan.query.as_ref(), &best, &weighing)?;
            let nothing = found.counts == [0; 3];
            if nothing && quoted == Quoted::Needed && parsed.can_be_loosened() {
                quoted = Quoted::Ranks;
                continue;
            }
            break (plan, found);
        };

        let mut hits = Vec::new();
        for (score, address) in found.best.iter().skip(offset) {
            let columns = searcher.segment_reader(address.segment_ord).fast_fields();
            let value = |name: &str| -> tantivy::Result<u64> {
                Ok(columns.u64(name)?.first(address.doc_id).unwrap_or(0))
            };
            let kind = value("kind")?;
            let Some(kind) = KINDS.into_iter().find(|one| kind_number(*one) == kind) else {
                continue;
            };
            hits.push(IndexHit {
                key: DocumentKey::from_halves(kind, value("id_high")?, value("id_low")?),
                score: *score,
            });
        }
        let total: u32 = found
            .counts
            .iter()
            .zip(best.kinds)
            .filter_map(|(count, asked)| asked.then_some(count))
            .sum();
        let all_words = match &plan.all_words {
            Some(all) => u32::try_from(searcher.search(all.as_ref(), &Count)?).unwrap_or(u32::MAX),
            None => total,
        };
        Ok(Ok(IndexResults {
            total,
            by_kind: found.by_kind(),
            hits,
            marker: plan.marker,
            all_words,
            loosened: quoted == Quoted::Ranks,
            slips: plan.slips,
        }))
    }
}

fn chosen(kinds: &[HitKind]) -> [bool; 3] {
    let mut chosen = [kinds.is_empty(); 3];
    for kind in kinds {
        if let Some(entry) = chosen.get_mut(kind_number(*kind) as usize) {
            *entry = true;
        }
    }
    chosen
}
