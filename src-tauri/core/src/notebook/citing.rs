//! Results as a list of sources.

use super::Notebook;
use super::reading::StoredNames;
use crate::Result;
use crate::domain::{Citation, HitKind, SearchQuery};
use crate::search::{DocumentKey, SearchIndex};
use crate::store::article_table;

/// Sources in one list, at most.
const MOST: u32 = 10_000;

impl Notebook {
    /// The articles that a search finds as sources, in the order of the results.
    ///
    /// # Errors
    /// `IndexUnavailable` when the index can't be read, and what the store gives.
    pub fn citations(&self, query: &SearchQuery) -> Result<Vec<Citation>> {
        let query = SearchQuery {
            kinds: vec![HitKind::Article],
            offset: 0,
            limit: MOST,
            ..query.clone()
        };
        self.shared().store.read("cite results", |conn| {
            let mut citations = Vec::new();
            let search = |index: &SearchIndex| index.search(&query, &StoredNames(conn));
            for hit in self.0.indexer.ask(search)?.hits {
                let DocumentKey::Article(id) = hit.key else {
                    continue;
                };
                if let Some(article) = article_table::find_record(conn, id)? {
                    citations.push(Citation {
                        title: article.title,
                        byline: article.byline,
                        outlet: article.outlet,
                        published: article.published,
                        url: article.canonical_url,
                    });
                }
            }
            Ok(citations)
        })
    }
}
