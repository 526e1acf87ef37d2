//! What the index says of itself.

use std::path::Path;

use tantivy::Term;
use tantivy::collector::Count;
use tantivy::query::TermQuery;
use tantivy::schema::IndexRecordOption;

use super::error::SearchError;
use super::index::SearchIndex;
use super::query::filters::kind_word;
use crate::domain::{HitKind, SearchCounts};

impl SearchIndex {
    /// What can be found, by kind.
    pub fn covered(&self) -> Result<SearchCounts, SearchError> {
        let count = |kind| {
            let term = Term::from_field_text(self.fields.state, kind_word(kind));
            let query = TermQuery::new(term, IndexRecordOption::Basic);
            self.guarded(|| {
                let found = self.reader.searcher().search(&query, &Count)?;
                Ok(u32::try_from(found).unwrap_or(u32::MAX))
            })
        };
        Ok(SearchCounts {
            articles: count(HitKind::Article)?,
            notes: count(HitKind::Note)?,
            entities: count(HitKind::Entity)?,
            quotes: count(HitKind::Quote)?,
        })
    }

    /// Parts that are merged by and by.
    pub fn segments(&self) -> u32 {
        u32::try_from(self.reader.searcher().segment_readers().len()).unwrap_or(u32::MAX)
    }

    /// Where it is on disk.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Bytes of the files in `folder` and the folders in it, two deep.
pub(super) fn size_of(folder: &Path, deep: u32) -> u64 {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return 0;
    };
    entries
        .flatten()
        .map(|entry| match entry.metadata() {
            Ok(about) if about.is_file() => about.len(),
            Ok(about) if about.is_dir() && deep > 0 => size_of(&entry.path(), deep - 1),
            _ => 0,
        })
        .sum()
}
