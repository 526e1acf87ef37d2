//! The documents that the last search went through, to be counted by what they have.
//!
//! Where a search has to look at all that it finds, as for phrases, names and a sort by
//! date, its facets would look at the same once more a moment later, or at the same time.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tantivy::Searcher;

use super::bits::Bits;
use crate::domain::{NameChoice, SearchQuery};

/// Taken while the documents are looked for: who needs them too waits for them.
type Documents = Arc<Mutex<Option<Arc<Vec<Bits>>>>>;

#[derive(Default)]
pub(super) struct Latest(Mutex<Option<Found>>);

struct Found {
    text: String,
    names: Option<NameChoice>,
    /// Of the index: what changed it may have changed what is found.
    generation: u64,
    documents: Documents,
}

impl Found {
    fn new(query: &SearchQuery, searcher: &Searcher, documents: Documents) -> Self {
        Self {
            text: query.text.clone(),
            names: query.names.clone(),
            generation: searcher.generation().generation_id(),
            documents,
        }
    }

    fn is_of(&self, query: &SearchQuery, searcher: &Searcher) -> bool {
        self.text == query.text
            && self.names == query.names
            && self.generation == searcher.generation().generation_id()
    }
}

impl Latest {
    pub fn keep(
        &self,
        query: &SearchQuery,
        searcher: &Searcher,
        documents: Vec<Bits>,
    ) -> Arc<Vec<Bits>> {
        let documents = Arc::new(documents);
        let kept = Documents::new(Mutex::new(Some(Arc::clone(&documents))));
        *lock(&self.0) = Some(Found::new(query, searcher, kept));
        documents
    }

    /// What `query` finds, segment by segment, if it was the last one; of one that is asked
    /// just now, as soon as it is known.
    pub fn of(&self, query: &SearchQuery, searcher: &Searcher) -> Option<Arc<Vec<Bits>>> {
        let documents = self.documents(query, searcher)?;
        lock(&documents).clone()
    }

    /// As [`Self::of`], or else by `find`. Who asks meanwhile waits for it.
    pub fn of_or_find(
        &self,
        query: &SearchQuery,
        searcher: &Searcher,
        find: impl FnOnce() -> tantivy::Result<Vec<Bits>>,
    ) -> tantivy::Result<Arc<Vec<Bits>>> {
        let documents = {
            let mut latest = lock(&self.0);
            let known = latest.as_ref().filter(|found| found.is_of(query, searcher));
            match known {
                Some(found) => Arc::clone(&found.documents),
                None => {
                    let documents = Documents::default();
                    *latest = Some(Found::new(query, searcher, Arc::clone(&documents)));
                    documents
                }
            }
        };
        let mut slot = lock(&documents);
        if let Some(known) = slot.as_ref() {
            return Ok(Arc::clone(known));
        }
        let found = Arc::new(find()?);
        *slot = Some(Arc::clone(&found));
        Ok(found)
    }

    fn documents(&self, query: &SearchQuery, searcher: &Searcher) -> Option<Documents> {
        let latest = lock(&self.0);
        let found = latest.as_ref().filter(|found| found.is_of(query, searcher));
        found.map(|found| Arc::clone(&found.documents))
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What a panicking thread left is nothing, or all that was found.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
