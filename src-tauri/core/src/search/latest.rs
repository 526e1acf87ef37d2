//! The documents that the last search went through, to be counted by what they have.
//!
//! Where a search has to look at all that it finds, as for phrases, names and a sort by
//! date, its facets would look at the same once more a moment later.

use std::sync::{Arc, Mutex, PoisonError};

use tantivy::Searcher;

use super::counting::Bits;
use crate::domain::{NameChoice, SearchQuery};

#[derive(Default)]
pub(super) struct Latest(Mutex<Option<Found>>);

struct Found {
    text: String,
    names: Option<NameChoice>,
    /// Of the index: what changed it may have changed what is found.
    generation: u64,
    documents: Arc<Vec<Bits>>,
}

impl Latest {
    pub fn keep(
        &self,
        query: &SearchQuery,
        searcher: &Searcher,
        documents: Vec<Bits>,
    ) -> Arc<Vec<Bits>> {
        let documents = Arc::new(documents);
        let found = Found {
            text: query.text.clone(),
            names: query.names.clone(),
            generation: searcher.generation().generation_id(),
            documents: Arc::clone(&documents),
        };
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(found);
        documents
    }

    /// What `query` finds, segment by segment, if it was the last one.
    pub fn of(&self, query: &SearchQuery, searcher: &Searcher) -> Option<Arc<Vec<Bits>>> {
        let found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = found.as_ref().filter(|found| {
            found.text == query.text
                && found.names == query.names
                && found.generation == searcher.generation().generation_id()
        });
        found.map(|found| Arc::clone(&found.documents))
    }
}
