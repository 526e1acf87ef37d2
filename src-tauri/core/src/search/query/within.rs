//! Words within so many words of each other, in any order.
//!
//! tantivy's phrases with slop know one order each, so that three words took six of them,
//! each reading all positions anew; and they count a distance in a byte. This reads the
//! positions of a document once.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::query::{Bm25Weight, EmptyScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError, Term};

/// Finding one document costs as much as this many of a word alone, as tantivy says of
/// phrases: positions are read.
const COST: u64 = 10;

/// All of the words, so often each, with `room` other words between them at most.
#[derive(Debug, Clone)]
pub(super) struct Within {
    words: Vec<(Term, usize)>,
    room: u32,
}

impl Within {
    /// `between`: how many other words there may be between one and the next. There are
    /// several words.
    pub fn new(terms: Vec<Term>, between: u32) -> Self {
        let steps = u32::try_from(terms.len())
            .unwrap_or(u32::MAX)
            .saturating_sub(1);
        let mut words: Vec<(Term, usize)> = Vec::new();
        for term in terms {
            match words.iter_mut().find(|(known, _)| *known == term) {
                Some((_, times)) => *times += 1,
                None => words.push((term, 1)),
            }
        }
        Self {
            words,
            room: between.saturating_mul(steps),
        }
    }

    /// From the first of the words to the last, at most.
    fn span(&self) -> u32 {
        let words: usize = self.words.iter().map(|(_, times)| times).sum();
        let words = u32::try_from(words).unwrap_or(u32::MAX);
        self.room.saturating_add(words.saturating_sub(1))
    }
}

impl Query for Within {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let terms: Vec<Term> = self.words.iter().map(|(term, _)| term.clone()).collect();
        let similarity = match scoring {
            EnableScoring::Enabled {
                statistics_provider,
                ..
            } => Some(Bm25Weight::for_terms(statistics_provider, &terms)?),
            EnableScoring::Disabled { .. } => None,
        };
        Ok(Box::new(WithinWeight {
            query: self.clone(),
            similarity,
        }))
    }

    fn query_terms<'a>(&'a self, visitor: &mut dyn FnMut(&'a Term, bool)) {
        for (term, _) in &self.words {
            visitor(term, true);
        }
    }
}

struct WithinWeight {
    query: Within,
    similarity: Option<Bm25Weight>,
}

impl WithinWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Option<Near>> {
        let mut words = Vec::new();
        for (term, times) in &self.query.words {
            let inverted = reader.inverted_index(term.field())?;
            let option = IndexRecordOption::WithFreqsAndPositions;
            let Some(postings) = inverted.read_postings(term, option)? else {
                return Ok(None);
            };
            words.push(Word {
                postings,
                times: *times,
                places: Vec::new(),
                at: 0,
            });
        }
        let Some((first, _)) = self.query.words.first() else {
            return Ok(None);
        };
        words.sort_by_key(|word| word.postings.doc_freq());
        let mut near = Near {
            words,
            span: self.query.span(),
            lengths: reader.get_fieldnorms_reader(first.field())?,
            similarity: self.similarity.as_ref().map(|one| one.boost_by(boost)),
            doc: 0,
            often: 0,
        };
        let start = near.rarest();
        near.settle(start);
        Ok(Some(near))
    }
}

impl Weight for WithinWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        Ok(match self.scorer(reader, boost)? {
            Some(near) => Box::new(near),
            None => Box::new(EmptyScorer),
        })
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        let nothing = || TantivyError::InvalidArgument(format!("{doc} does not have the words"));
        let mut near = self.scorer(reader, 1.0)?.ok_or_else(nothing)?;
        match near.doc() <= doc && near.seek(doc) == doc {
            true => Ok(Explanation::new("words near each other", near.score())),
            false => Err(nothing()),
        }
    }
}

/// One of the words in a segment.
struct Word {
    postings: SegmentPostings,
    /// How often it has to be there.
    times: usize,
    /// Where it stands in the document, kept so that none is made anew.
    places: Vec<u32>,
    /// The first of the places that are looked at.
    at: usize,
}

impl Word {
    /// From the first of so many places to the last.
    fn stretch(&self) -> Option<(u32, u32)> {
        let last = self.places.get(self.at + self.times - 1)?;
        Some((*self.places.get(self.at)?, *last))
    }
}

/// Goes through the documents of a segment.
struct Near {
    /// The rarest first.
    words: Vec<Word>,
    /// From the first of the words to the last, at most.
    span: u32,
    lengths: FieldNormReader,
    similarity: Option<Bm25Weight>,
    doc: DocId,
    /// How often they are near each other in `doc`.
    often: u32,
}

impl Near {
    fn rarest(&self) -> DocId {
        self.words
            .first()
            .map_or(TERMINATED, |word| word.postings.doc())
    }

    /// Stands at the first document from `candidate` on.
    fn settle(&mut self, mut candidate: DocId) -> DocId {
        'documents: while candidate < TERMINATED {
            for Word { postings, .. } in &mut self.words {
                let at = match postings.doc() < candidate {
                    true => postings.seek(candidate),
                    false => postings.doc(),
                };
                if at > candidate {
                    candidate = at;
                    continue 'documents;
                }
            }
            self.often = self.count();
            if self.often > 0 {
                break;
            }
            candidate += 1;
        }
        self.doc = candidate.min(TERMINATED);
        self.doc
    }

    /// How many stretches of the document have all words, and none shorter within. Where
    /// nothing is ranked, whether there is one.
    fn count(&mut self) -> u32 {
        for word in &mut self.words {
            word.postings.positions(&mut word.places);
            word.at = 0;
        }
        let mut often = 0;
        loop {
            let (mut first, mut start, mut end) = (0, u32::MAX, 0);
            for (which, word) in self.words.iter().enumerate() {
                let Some((from, until)) = word.stretch() else {
                    return often;
                };
                if from < start {
                    (first, start) = (which, from);
                }
                end = end.max(until);
            }
            let Some(word) = self.words.get_mut(first) else {
                return often;
            };
            word.at += 1;
            let is_shortest = word.stretch().is_none_or(|(_, until)| until > end);
            if is_shortest && end - start <= self.span {
                often += 1;
                if self.similarity.is_none() {
                    return often;
                }
            }
        }
    }
}

impl DocSet for Near {
    fn advance(&mut self) -> DocId {
        match self.doc {
            TERMINATED => TERMINATED,
            doc => self.settle(doc + 1),
        }
    }

    fn seek(&mut self, target: DocId) -> DocId {
        match self.doc < target {
            true => self.settle(target),
            false => self.doc,
        }
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    fn size_hint(&self) -> u32 {
        self.words
            .first()
            .map_or(0, |word| word.postings.size_hint())
    }

    fn cost(&self) -> u64 {
        u64::from(self.size_hint()) * COST * self.words.len() as u64
    }
}

impl Scorer for Near {
    fn score(&mut self) -> Score {
        let length = self.lengths.fieldnorm_id(self.doc);
        let similarity = self.similarity.as_ref();
        similarity.map_or(1.0, |one| one.score(length, self.often))
    }
}
