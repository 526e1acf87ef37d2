//! What the index holds, as far as weighing words needs to know.

use std::collections::HashMap;
use std::sync::Arc;

use tantivy::index::SegmentId;
use tantivy::query::Bm25StatisticsProvider;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, Searcher, SegmentReader, TERMINATED, Term};

use super::beginnings::Beginnings;
use super::columns::Columns;
use super::language::{Alphabet, LANGUAGES, Language};
use super::query::plan::Plan;
use super::schema::Fields;
use super::writing::UNBROKEN;

/// Languages whose words have grams.
const IN_ARABIC: [&str; 8] = ["ar", "fa", "ur", "ps", "ug", "sd", "ku", "ckb"];

/// How many documents there are, and in which languages. Made anew whenever the
/// index changes.
#[derive(Debug, Clone)]
pub(super) struct Library {
    pub documents: u64,
    languages: Vec<(&'static Language, u64)>,
    scripts: HashMap<&'static str, u64>,
    /// Tokens of the exact field that a text has on average, by its writing.
    lengths: HashMap<&'static str, f32>,
    /// Grams of words that a text has on average that has any.
    grams_of_text: f32,
    grams: Field,
    /// The field that `beginnings` are of.
    pub exact: Field,
    beginnings: HashMap<SegmentId, Arc<Beginnings>>,
    columns: HashMap<SegmentId, Arc<Columns>>,
}

impl Library {
    /// `before` has the columns of segments that were there before.
    pub fn of(
        searcher: &Searcher,
        fields: &Fields,
        before: Option<&Self>,
    ) -> tantivy::Result<Self> {
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
            lengths: HashMap::new(),
            grams_of_text: average_length(searcher, fields, fields.grams, &IN_ARABIC)?,
            grams: fields.grams,
            exact: fields.exact,
            beginnings: HashMap::new(),
            columns: HashMap::new(),
        };
        for segment in searcher.segment_readers() {
            let columns = match before {
                Some(before) => before.columns(segment)?,
                None => Arc::new(Columns::of(segment)?),
            };
            library.columns.insert(segment.segment_id(), columns);
        }
        for language in &LANGUAGES {
            let documents = count(language.tag)?;
            if documents > 0 {
                library.languages.push((language, documents));
            }
        }
        for (script, languages) in UNBROKEN {
            library.scripts.insert(script, count(script)?);
            let length = average_length(searcher, fields, fields.exact, languages)?;
            library.lengths.insert(script, length);
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

    /// Reads what searches need of the segments that `before` doesn't know, so that none
    /// waits for it.
    pub fn read_ahead(&mut self, searcher: &Searcher, before: &Self) -> tantivy::Result<()> {
        for segment in searcher.segment_readers() {
            self.columns(segment)?.packed(segment)?;
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

    /// The columns of a segment; of one that came a moment ago, opened now.
    pub fn columns(&self, segment: &SegmentReader) -> tantivy::Result<Arc<Columns>> {
        match self.columns.get(&segment.segment_id()) {
            Some(known) => Ok(Arc::clone(known)),
            None => Ok(Arc::new(Columns::of(segment)?)),
        }
    }

    /// Tokens of the exact field that a text of this script has on average.
    pub fn average_length(&self, script: &str) -> f32 {
        self.lengths.get(script).copied().unwrap_or(0.0)
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

/// Tokens of a field that texts in these languages have on average; 0 when there are none.
fn average_length(
    searcher: &Searcher,
    fields: &Fields,
    field: Field,
    languages: &[&str],
) -> tantivy::Result<f32> {
    /// Documents looked at, of a segment and a language.
    const MOST: usize = 500;
    let (mut documents, mut tokens) = (0_u64, 0_u64);
    for segment in searcher.segment_readers() {
        let lengths = segment.get_fieldnorms_reader(field)?;
        let inverted = segment.inverted_index(fields.language)?;
        for language in languages {
            let term = Term::from_field_text(fields.language, language);
            let Some(mut found) = inverted.read_postings(&term, IndexRecordOption::Basic)? else {
                continue;
            };
            let (mut doc, mut seen) = (found.doc(), 0);
            while doc != TERMINATED && seen < MOST {
                tokens += u64::from(lengths.fieldnorm(doc));
                documents += 1;
                seen += 1;
                doc = found.advance();
            }
        }
    }
    Ok(match documents {
        0 => 0.0,
        documents => tokens as f32 / documents as f32,
    })
}

/// Document frequencies as the plan of a query sets them.
pub(super) struct Weighing<'s> {
    searcher: &'s Searcher,
    frequencies: &'s HashMap<Term, u64>,
    /// Tokens that a text has on average in these fields, if not fewer than in the library.
    ///
    /// Writing in pairs of characters has three times the tokens of one in words, and most
    /// texts have no grams: among texts of all languages each of them would count as long,
    /// and say everything too often.
    lengths: Vec<(Field, f32)>,
}

impl<'s> Weighing<'s> {
    pub fn new(searcher: &'s Searcher, frequencies: &'s HashMap<Term, u64>) -> Self {
        Self {
            searcher,
            frequencies,
            lengths: Vec::new(),
        }
    }

    pub fn of((searcher, library): (&'s Searcher, &Library), plan: &'s Plan) -> Self {
        Self {
            lengths: vec![
                (library.exact, plan.average_length),
                (library.grams, library.grams_of_text),
            ],
            ..Self::new(searcher, &plan.frequencies)
        }
    }
}

impl Bm25StatisticsProvider for Weighing<'_> {
    fn total_num_tokens(&self, field: Field) -> tantivy::Result<u64> {
        let all = self.searcher.total_num_tokens(field)?;
        let documents = self.searcher.total_num_docs()?;
        let known = self.lengths.iter().find(|(of, _)| *of == field);
        let least = known.map_or(0.0, |(_, length)| length * documents as f32);
        Ok(all.max(least as u64))
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
