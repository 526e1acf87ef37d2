//! What a segment's documents are judged and told apart by, column by column.

use std::sync::{Arc, OnceLock};

use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, SegmentReader};

use super::collect::{KINDS, kind_number};
use super::document::DocumentKey;
use super::packed::Packed;
use super::writing::Writing;
use crate::domain::HitKind;

/// Opened once for each segment: opening a column takes longer than reading twenty
/// documents' values.
pub(super) struct Columns {
    pub kind: Column<u64>,
    /// Most libraries have few copies, most segments none.
    pub group: Option<Column<u64>>,
    pub published: Column<i64>,
    pub listed: Column<i64>,
    language: Option<StrColumn>,
    /// Of the texts in each of these languages.
    writings: Vec<Option<Writing>>,
    id_high: Column<u64>,
    id_low: Column<u64>,
    pub has_only_articles: bool,
    /// Read when something is counted by them, or before.
    packed: OnceLock<Arc<Packed>>,
}

impl std::fmt::Debug for Columns {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Columns").finish_non_exhaustive()
    }
}

impl Columns {
    pub fn of(segment: &SegmentReader) -> tantivy::Result<Self> {
        let columns = segment.fast_fields();
        let kind = columns.u64("kind")?;
        let articles = kind_number(HitKind::Article);
        let group = columns.u64("group")?;
        let language = columns.str("language")?;
        let mut writings = Vec::new();
        if let Some(language) = &language {
            let mut codes = language.dictionary().stream()?;
            while codes.advance() {
                let code = std::str::from_utf8(codes.key()).ok();
                writings.push(code.and_then(Writing::of_language));
            }
        }
        Ok(Self {
            has_only_articles: kind.num_docs() == segment.max_doc()
                && (kind.min_value(), kind.max_value()) == (articles, articles),
            kind,
            group: (group.values.num_vals() > 0).then_some(group),
            published: columns.i64("published")?,
            listed: columns.i64("listed")?,
            language,
            writings,
            id_high: columns.u64("id_high")?,
            id_low: columns.u64("id_low")?,
            packed: OnceLock::new(),
        })
    }

    /// What the segment's documents are counted by.
    pub fn packed(&self, segment: &SegmentReader) -> tantivy::Result<Arc<Packed>> {
        if let Some(known) = self.packed.get() {
            return Ok(Arc::clone(known));
        }
        let read = Arc::new(Packed::read(segment)?);
        Ok(Arc::clone(self.packed.get_or_init(|| read)))
    }

    /// What a document is written in, as far as it is known.
    pub fn writing_of(&self, doc: DocId) -> Option<Writing> {
        let number = self.language.as_ref()?.ords().first(doc)?;
        *self.writings.get(number as usize)?
    }

    /// As [`kind_number`].
    pub fn kind_of(&self, doc: DocId) -> usize {
        match self.has_only_articles {
            true => kind_number(HitKind::Article) as usize,
            false => self.kind.first(doc).unwrap_or(0) as usize,
        }
    }

    /// `None` for a document of a kind that this version doesn't know.
    pub fn key_of(&self, doc: DocId) -> Option<DocumentKey> {
        let kind = self.kind_of(doc) as u64;
        let kind = KINDS.into_iter().find(|one| kind_number(*one) == kind)?;
        let half = |column: &Column<u64>| column.first(doc).unwrap_or(0);
        Some(DocumentKey::from_halves(
            kind,
            half(&self.id_high),
            half(&self.id_low),
        ))
    }
}
