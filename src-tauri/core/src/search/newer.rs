//! Counting what a query finds, and what of it is new.
//!
//! Ids begin with the time at which they were made (UUIDv7), so that what came after an
//! id sorts after it: what is new needs no field of its own.

use std::ops::Bound;
use std::sync::atomic::AtomicU32;

use tantivy::Term;
use tantivy::query::{BooleanQuery, RangeQuery};

use super::collect::{InOrder, chosen};
use super::error::SearchError;
use super::index::SearchIndex;
use super::query::plan::plan;
use super::query::{Names, parse};
use super::results::MOST_COUNTED;
use crate::clock;
use crate::domain::{SearchQuery, SearchSort};
use crate::jobs::CancelToken;

impl SearchIndex {
    /// The first half of the newest id that can be found; 0 when there is none.
    pub fn newest_id(&self) -> Result<u64, SearchError> {
        self.guarded(|| {
            let searcher = self.reader.searcher();
            let mut newest = 0;
            for segment in searcher.segment_readers() {
                newest = newest.max(segment.fast_fields().u64("id_high")?.max_value());
            }
            Ok(newest)
        })
    }

    /// How many results have all of the words; counted to ten thousand articles.
    pub fn count_all(&self, query: &SearchQuery, names: &dyn Names) -> Result<u32, SearchError> {
        self.count_after(query, None, names)
    }

    /// How many of them have an id that begins with more than `after`. Copies of one agency
    /// text count once.
    pub fn count_newer(
        &self,
        query: &SearchQuery,
        after: u64,
        names: &dyn Names,
    ) -> Result<u32, SearchError> {
        self.count_after(query, Some(after), names)
    }

    fn count_after(
        &self,
        query: &SearchQuery,
        after: Option<u64>,
        names: &dyn Names,
    ) -> Result<u32, SearchError> {
        self.guarded(|| {
            let searcher = self.reader.searcher();
            let parsed = parse(&query.text, clock::today());
            let quoted = parsed.quoted(&query.text);
            let library = self.library();
            let choice = query.names.clone().unwrap_or_default();
            let known = (names, &choice);
            let Some(plan) = plan(&parsed, &searcher, &self.fields, &library, known, quoted)?
            else {
                return Ok(0);
            };
            let mut wanted = plan.has_all.unwrap_or(plan.found);
            if let Some(after) = after {
                let newer = RangeQuery::new(
                    Bound::Excluded(Term::from_field_u64(self.fields.id_high, after)),
                    Bound::Unbounded,
                );
                wanted = Box::new(BooleanQuery::intersection(vec![Box::new(newer), wanted]));
            }
            let kinds = chosen(&query.kinds);
            let counted = InOrder {
                question: &CancelToken::new(),
                library: &library,
                most: 0,
                kinds,
                sort: SearchSort::Newest,
                fold_copies: true,
                left: AtomicU32::new(MOST_COUNTED),
            };
            let counts = searcher.search(wanted.as_ref(), &counted)?.counts;
            let asked = counts.iter().zip(kinds).filter(|(_, asked)| *asked);
            Ok(asked.map(|(count, _)| count).sum())
        })
    }
}
