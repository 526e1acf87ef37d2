use crate::domain::*;
use std::path::Path;
#[derive(Debug, thiserror::Error)]
#[error("x")]
pub struct SearchError;
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKey {
    Article(ArticleId),
    Note(NoteId),
    Entity(EntityId),
}
pub struct IndexDocument {
    pub key: DocumentKey,
    pub title: String,
    pub body: String,
    pub names: Vec<String>,
    pub language: Option<String>,
    pub published: Option<i64>,
}
pub enum IndexChange {
    Put(IndexDocument),
    Delete(DocumentKey),
}
pub struct SearchIndex;
pub struct Marker;
pub struct IndexHit {
    pub key: DocumentKey,
    pub score: f32,
}
pub struct IndexResults {
    pub total: u32,
    pub by_kind: SearchCounts,
    pub hits: Vec<IndexHit>,
    pub marker: Marker,
}
impl SearchIndex {
    pub fn open(_: &Path) -> Result<Self, SearchError> {
        Ok(Self)
    }
    pub fn applied_sequence(&self) -> u64 {
        0
    }
    pub fn document_count(&self) -> u64 {
        0
    }
    pub fn apply(&self, _: Vec<IndexChange>, _: u64) -> Result<(), SearchError> {
        Ok(())
    }
    pub fn contains(&self, _: &DocumentKey) -> Result<bool, SearchError> {
        Ok(true)
    }
    pub fn search(&self, _: &SearchQuery) -> Result<IndexResults, SearchError> {
        Err(SearchError)
    }
}
impl Marker {
    pub fn mark(&self, _: &str, _: Option<&str>) -> Vec<(u32, u32)> {
        vec![]
    }
    pub fn marked(&self, _: &str, _: Option<&str>) -> Marked {
        vec![]
    }
    pub fn snippet(
        &self,
        _: &[&str],
        _: Option<&str>,
        _: usize,
    ) -> Option<(Marked, usize, (u32, u32))> {
        None
    }
}
