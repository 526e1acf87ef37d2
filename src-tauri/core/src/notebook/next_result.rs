//! From one article that a search finds to the next.

use super::Notebook;
use super::reading::StoredNames;
use crate::Result;
use crate::domain::{ArticleId, HitKind, SearchQuery};
use crate::search::{DocumentKey, SearchIndex};

/// Results that are gone through.
const MOST: u32 = 5_000;

impl Notebook {
    /// The article after this one among the results, or the one before; the first or the
    /// last where this one is no result. Nothing after the last and before the first.
    ///
    /// # Errors
    /// `IndexUnavailable` when the index can't be read, and what the store gives.
    pub fn next_result(
        &self,
        query: &SearchQuery,
        article: ArticleId,
        back: bool,
    ) -> Result<Option<ArticleId>> {
        let query = SearchQuery {
            kinds: vec![HitKind::Article],
            offset: 0,
            limit: MOST,
            ..query.clone()
        };
        let found = self.shared().store.read("find the next result", |conn| {
            let search = |index: &SearchIndex| index.search(&query, &StoredNames(conn));
            Ok(self.0.indexer.ask(search)?.hits)
        })?;
        let mut ids: Vec<ArticleId> = found
            .iter()
            .filter_map(|hit| match hit.key {
                DocumentKey::Article(id) => Some(id),
                _ => None,
            })
            .collect();
        if back {
            ids.reverse();
        }
        let next = match ids.iter().position(|id| *id == article) {
            Some(at) => at + 1,
            None => 0,
        };
        Ok(ids.get(next).copied())
    }
}
