//! What is about the same: shared entities, and shared words that tell.

use std::collections::HashMap;

use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocSet, Searcher, Term};

use super::analyser::{Analysis, NO_STEM};
use super::document::IndexDocument;
use super::entry::number_of;
use super::error::SearchError;
use super::function_words::languages_of;
use super::index::SearchIndex;
use super::language;
use super::lexicon::Lexicon;
use super::library::{Library, Weighing};
use super::results::{IndexHit, hit};
use super::top::Top;
use crate::clock;

/// Words of the text that are looked for: those that tell most.
const WORDS: usize = 24;
/// Different words of a text that are weighed, so that a book takes no longer.
const WEIGHED: usize = 400;
/// An entity tells as much as this many words as rare as it.
const ENTITY: f32 = 2.0;
/// What is like a document has this share of the words that tell of it, by weight, and
/// so many of them. Else it is as well left out: in a small notebook, something always
/// comes first.
const LEAST: f32 = 0.15;
const LEAST_WORDS: f32 = 3.0;
/// Or this share of its entities, or what so many of them tell on average, whichever is
/// less: other languages have none of its words, and a short report names few.
const LEAST_ENTITIES: f32 = 0.5;
const ENOUGH_ENTITIES: f32 = 3.0;
/// In more documents than this share, a word tells nothing.
const COMMON: f32 = 0.2;

impl SearchIndex {
    /// The articles most like `document`, best first, without itself and its copies. Texts
    /// in other languages are like it by the entities that they share.
    pub fn related(
        &self,
        document: &IndexDocument,
        limit: usize,
    ) -> Result<Vec<IndexHit>, SearchError> {
        self.guarded(|| self.most_like(document, limit))
    }

    fn most_like(&self, document: &IndexDocument, limit: usize) -> tantivy::Result<Vec<IndexHit>> {
        let searcher = self.reader.searcher();
        let library = self.library();
        let all = searcher.num_docs().max(1) as f32;
        let words = telling(&searcher, self.fields.stem, document, all)?;
        let mut entities: Vec<(Term, f32)> = Vec::new();
        for entity in &document.facts.entities {
            let term = Term::from_field_text(self.fields.entity, &entity.to_string());
            let documents = searcher.doc_freq(&term)?;
            if documents > 1 && !is_common(documents, all) {
                entities.push((term, ENTITY * rarity(documents, all)));
            }
        }
        if words.is_empty() && entities.is_empty() {
            return Ok(Vec::new());
        }
        let weight = |terms: &[(Term, f32)]| terms.iter().map(|(_, weight)| weight).sum::<f32>();
        let of_words = weight(&words);
        let several = LEAST_WORDS * of_words / words.len().max(1) as f32;
        let least = (LEAST * of_words).max(several);
        let of_entities = weight(&entities);
        let enough = ENOUGH_ENTITIES * of_entities / entities.len().max(1) as f32;
        let least_entities = (LEAST_ENTITIES * of_entities).min(enough);
        let both = words.iter().chain(&entities);
        let clauses = both.map(|(term, weight)| {
            let query = TermQuery::new(term.clone(), IndexRecordOption::Basic);
            let query = super::query::constant(Box::new(query), *weight);
            (Occur::Should, query)
        });
        let article = Term::from_field_text(self.fields.state, "article");
        let article = TermQuery::new(article, IndexRecordOption::Basic);
        let itself = TermQuery::new(self.key_term(document.key), IndexRecordOption::Basic);
        let query = BooleanQuery::new(vec![
            (
                Occur::Must,
                Box::new(BooleanQuery::new(clauses.collect())) as Box<dyn Query>,
            ),
            (
                Occur::Must,
                Box::new(BoostQuery::new(Box::new(article), 0.0)),
            ),
            (Occur::MustNot, Box::new(itself)),
        ]);
        let frequencies = HashMap::new();
        let weighing = Weighing::new(&searcher, &frequencies);
        let kinds = [true, false, false, false];
        let own = document.facts.group.map(number_of);
        // One more: its copies are one result.
        let mut top = Top::new(
            (&searcher, &library),
            limit.saturating_add(1),
            kinds,
            true,
            clock::now_ms(),
            self.limits,
        );
        top.add(&query, &weighing)?;
        let mut hits = Vec::new();
        for one in top.finish() {
            if own.is_some() && group_of((&searcher, &library), one.doc)? == own {
                continue;
            }
            let is_like = one.score >= least && !words.is_empty();
            let shares = || has_any(&searcher, one.doc, &entities);
            if is_like || (one.score >= least_entities && shares()?) {
                hits.extend(hit((&searcher, &library), &one)?);
            }
        }
        hits.truncate(limit);
        Ok(hits)
    }
}

/// The number of the group of copies that a document is in.
fn group_of(
    (searcher, library): (&Searcher, &Library),
    doc: DocAddress,
) -> tantivy::Result<Option<u64>> {
    let columns = library.columns(searcher.segment_reader(doc.segment_ord))?;
    let group = columns.group.as_ref();
    Ok(group.and_then(|group| group.first(doc.doc_id)))
}

/// The document has one of these terms.
fn has_any(searcher: &Searcher, doc: DocAddress, terms: &[(Term, f32)]) -> tantivy::Result<bool> {
    let segment = searcher.segment_reader(doc.segment_ord);
    for (term, _) in terms {
        let inverted = segment.inverted_index(term.field())?;
        if let Some(mut documents) = inverted.read_postings(term, IndexRecordOption::Basic)?
            // Postings begin at their first document, and can only go on from there.
            && (documents.doc() == doc.doc_id
                || documents.doc() < doc.doc_id && documents.seek(doc.doc_id) == doc.doc_id)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// So many documents have it that it tells nothing.
fn is_common(documents: u64, all: f32) -> bool {
    documents as f32 >= all * COMMON + 2.0
}

/// The words of `document` that tell most, with how much.
fn telling(
    searcher: &Searcher,
    field: Field,
    document: &IndexDocument,
    all: f32,
) -> tantivy::Result<Vec<(Term, f32)>> {
    let guessed = match document.language {
        Some(_) => None,
        None => language::guess(&document.body),
    };
    let mut lexicon = Lexicon::default();
    let language = document.language.as_deref().or(guessed);
    let mut analysis = Analysis::new(language, &mut lexicon);
    analysis.add(&document.title);
    analysis.add(&document.body);
    let mut counts: HashMap<&str, u32> = HashMap::new();
    let (exact, stems, _) = analysis.finish();
    let unspaced = stems.len() * 4 < exact.len();
    let text = if unspaced { &exact } else { &stems };
    for token in text.lines().filter_map(|line| line.get(1..)) {
        let word = token.rsplit(':').next().unwrap_or(token);
        if token != NO_STEM && languages_of(word).is_empty() {
            *counts.entry(token).or_default() += 1;
        }
    }
    let mut counts: Vec<(&str, u32)> = counts.into_iter().collect();
    counts.sort_unstable_by(|(a, n), (b, m)| m.cmp(n).then_with(|| a.cmp(b)));
    counts.truncate(WEIGHED);
    let field = if unspaced {
        searcher.schema().get_field("exact")?
    } else {
        field
    };
    let mut weighed = Vec::new();
    for (token, count) in counts {
        let term = Term::from_field_text(field, token);
        let documents = searcher.doc_freq(&term)?;
        // What only this text has leads nowhere.
        if documents > 1 && !is_common(documents, all) {
            let often = 1.0 + (count as f32).ln();
            weighed.push((term, often * rarity(documents, all)));
        }
    }
    weighed.sort_unstable_by(|(_, a), (_, b)| b.total_cmp(a));
    weighed.truncate(WORDS);
    Ok(weighed)
}

fn rarity(documents: u64, all: f32) -> f32 {
    (1.0 + all / (documents as f32 + 1.0)).ln()
}
