//! Where an article has the words of a search.

use super::Notebook;
use super::indexed::searched_texts;
use super::reading::StoredNames;
use crate::Result;
use crate::domain::{ArticleId, SearchQuery, Span};
use crate::search::SearchIndex;
use crate::store::article_table;

/// Matches marked in one article, at most.
const MOST: usize = 2_000;

impl Notebook {
    /// Every match of a search in an article, in reading order: what *find in this
    /// article* goes on with.
    ///
    /// # Errors
    /// `NotFound` when there is no such article, `IndexUnavailable` when the index can't
    /// be read, and what the store gives.
    pub fn search_marks(&self, query: &SearchQuery, article: ArticleId) -> Result<Vec<Span>> {
        let query = SearchQuery {
            limit: 1,
            ..query.clone()
        };
        self.shared().store.read("mark matches", |conn| {
            let search = |index: &SearchIndex| index.search(&query, &StoredNames(conn));
            let marker = self.0.indexer.ask(search)?.marker;
            let record = article_table::record(conn, article)?;
            let blocks = article_table::blocks(conn, article, record.text_version)?;
            let texts = searched_texts(&record.title, record.standfirst.as_deref(), &blocks);
            let spans = texts.iter().flat_map(|(block, text)| {
                let marks = marker.mark(text, record.language.as_deref());
                marks.into_iter().map(|(start, end)| Span {
                    block: *block,
                    start,
                    end,
                })
            });
            Ok(spans.take(MOST).collect())
        })
    }
}
