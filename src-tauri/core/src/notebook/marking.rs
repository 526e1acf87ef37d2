//! Where an article, or any text, has the words of a search.

use rusqlite::Connection;

use super::Notebook;
use super::indexed::searched_texts;
use super::reading::StoredNames;
use super::searching::LOOKED_THROUGH;
use crate::Result;
use crate::domain::{ArticleId, Marked, SearchQuery, Span};
use crate::search::{Marker, SearchIndex};
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
        self.shared().store.read("mark matches", |conn| {
            let marker = self.marker(conn, query)?;
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
    /// `texts` with the matches of a search marked, for what is shown beside its results.
    /// The language is the texts', as BCP 47; without it all are tried.
    ///
    /// # Errors
    /// As [`Self::search_marks`].
    pub fn mark_texts(
        &self,
        query: &SearchQuery,
        texts: &[String],
        language: Option<&str>,
    ) -> Result<Vec<Marked>> {
        let marker = self
            .shared()
            .store
            .read("mark texts", |conn| self.marker(conn, query))?;
        let mut room = LOOKED_THROUGH;
        let marked = texts.iter().map(|text| {
            room = room.saturating_sub(text.len());
            match room {
                0 => vec![text.clone()],
                _ => marker.marked(text, language),
            }
        });
        Ok(marked.collect())
    }

    fn marker(&self, conn: &Connection, query: &SearchQuery) -> Result<Marker> {
        let query = SearchQuery {
            limit: 1,
            ..query.clone()
        };
        let search = |index: &SearchIndex| index.search(&query, &StoredNames(conn));
        Ok(self.0.indexer.ask(search)?.marker)
    }
}
