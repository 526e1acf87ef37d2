//! What the index holds, as far as weighing words needs to know.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::index::SegmentId;
use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use super::analyser::{IDEOGRAPHS, KOREAN, SYLLABLES};
use super::beginnings::Beginnings;
use super::language::{Alphabet, LANGUAGES, Language};
use super::schema::Fields;

/// How many documents there are, and in which languages. Made anew whenever the
/// index changes.
#[derive(Debug, Clone)]
pub(super) struct Library {
    pub documents: u64,
    languages: Vec<(&'static Language, u64)>,
    scripts: HashMap<&'static str, u64>,
    /// The field that `beginnings` are of.
    pub exact: Field,
    beginnings: HashMap<SegmentId, Arc<Beginnings>>,
}

impl Library {
    pub fn of(searcher: &Searcher, fields: &Fields) -> tantivy::Result<Self> {
        let count = |tag: &str| searcher.doc_freq(&Term::from_field_text(fields.tag, tag));
        let mut library = Self {
            // With the deleted ones, as document frequencies have them too.
            documents: searcher
                .segment_readers()
                .iter()
                .map(|segment| u64::from(segment.max_doc()))
                .sum(),
            languages: Vec::new(),
            scripts: HashMap::new(),
            exact: fields.exact,
            beginnings: HashMap::new(),
        };
        for language in &LANGUAGES {
            let documents = count(language.tag)?;
            if documents > 0 {
                library.languages.push((language, documents));
            }
        }
        for script in [KOREAN, IDEOGRAPHS, SYLLABLES] {
            library.scripts.insert(script, count(script)?);
        }
        Ok(library)
    }

    /// The library's languages in this alphabet, with how many documents have
    /// words of each.
    pub fn languages(&self, alphabet: Alphabet) -> impl Iterator<Item = (&'static Language, u64)> {
        self.languages
            .iter()
            .copied()
            .filter(move |(language, _)| language.alphabet == alphabet)
    }

    /// Reads the words of the segments that `before` doesn't know.
    pub fn read_beginnings(&mut self, searcher: &Searcher, before: &Self) -> tantivy::Result<()> {
        for segment in searcher.segment_readers() {
            let id = segment.segment_id();
            let words = match before.beginnings.get(&id) {
                Some(known) => Arc::clone(known),
                None => Arc::new(Beginnings::read(segment, self.exact)?),
            };
            self.beginnings.insert(id, words);
        }
        Ok(())
    }

    /// The most frequent words of a segment; `None` as long as they aren't read.
    pub fn beginnings(&self, segment: SegmentId) -> Option<&Beginnings> {
        self.beginnings.get(&segment).map(Arc::as_ref)
    }

    pub fn with_script(&self, tag: &str) -> u64 {
        self.scripts.get(tag).copied().unwrap_or(0)
    }

    /// In how many documents a term would be, had the whole library the language
    /// that `speakers` documents are in.
    ///
    /// "The" is rare in a library that is mostly Russian, and yet says nothing:
    /// terms are weighed among the documents that could have them.
    pub fn scaled(&self, documents: u64, speakers: u64) -> u64 {
        /// Keeps a language of two or three documents from counting as a library.
        const FEW: u64 = 5;
        if documents == 0 {
            return 0;
        }
        let scaled = documents.saturating_mul(self.documents) / (speakers + FEW).max(1);
        scaled.clamp(documents.min(self.documents), self.documents)
    }
}

/// Document frequencies as the plan of a query sets them.
pub(super) struct Weighing<'s> {
    searcher: &'s Searcher,
    frequencies: &'s HashMap<Term, u64>,
}

impl<'s> Weighing<'s> {
    pub fn new(searcher: &'s Searcher, frequencies: &'s HashMap<Term, u64>) -> Self {
        Self {
            searcher,
            frequencies,
        }
    }
}

impl Bm25StatisticsProvider for Weighing<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        self.searcher.total_num_tokens(field)
    }

    fn total_num_docs(&self) -> tantivy::Result<u64> {
        self.searcher.total_num_docs()
    }

    fn doc_freq(&self, term: &Term) -> tantivy::Result<u64> {
        match self.frequencies.get(term) {
            // More than there are would be refused by a panic.
            Some(documents) => Ok((*documents).min(self.total_num_docs()?)),
            None => self.searcher.doc_freq(term),
        }
    }
}
