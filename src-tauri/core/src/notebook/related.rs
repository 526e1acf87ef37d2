//! Articles like one that is shown.

use super::Notebook;
use super::indexed::article_document;
use super::searching::show;
use crate::Result;
use crate::domain::{ArticleId, SearchHit};
use crate::search::{Marker, Seen};

impl Notebook {
    /// The articles most like this one, best first, `limit` at most: by the entities
    /// that they share, in any language, and by words that tell.
    ///
    /// # Errors
    /// `NotFound` when there is no such article, and what the index and the store give.
    pub fn related(&self, article: ArticleId, limit: u32) -> Result<Vec<SearchHit>> {
        self.shared().store.read("find related articles", |conn| {
            let document = article_document(conn, article)?;
            let hits = self
                .0
                .indexer
                .ask(|index| index.related(&document, limit as usize))?;
            let mut seen = Seen::default();
            hits.iter()
                .filter_map(|hit| show(conn, hit, &Marker::default(), &mut seen).transpose())
                .collect()
        })
    }
}
