//! How many documents have any of some words.
//!
//! Postings are read straight into a set of bits: that takes a tenth of going through
//! them one after the other in step, as ranking has to.

use std::collections::HashSet;

use tantivy::query::{EnableScoring, Query, TermQuery};
use tantivy::schema::{IndexRecordOption, Term};
use tantivy::{COLLECT_BLOCK_BUFFER_LEN, DocId, DocSet, Searcher, SegmentReader};

use super::collect::KINDS;
use super::library::Library;
use super::query::OnlyWords;
use super::query::filters::kind_word;
use super::schema::Fields;
use crate::domain::HitKind;

/// What is counted.
pub(super) struct Counting<'s> {
    pub searcher: &'s Searcher,
    pub library: &'s Library,
    pub fields: &'s Fields,
    /// Copies of one agency text count once.
    pub fold_copies: bool,
    /// Articles are counted to here.
    pub most: u32,
}

/// By [`kind_number`](super::collect::kind_number), and whether there are more articles.
pub(super) struct Counted {
    pub counts: [u32; 4],
    pub more: bool,
    /// The documents of each segment that have all of several words.
    pub all: Vec<Bits>,
    /// The documents of each segment that are found, where something limits them.
    pub found: Option<Vec<Bits>>,
}

impl Counting<'_> {
    pub fn count(&self, words: &OnlyWords) -> tantivy::Result<Counted> {
        let finding = words.all.iter().flat_map(|word| &word.finds);
        let finding = finding.chain(&words.finds);
        let mut counted = Counted {
            counts: [0; 4],
            more: !words.needs_all && !words.is_limited() && self.has_most(finding)?,
            all: Vec::new(),
            found: words.is_limited().then(Vec::new),
        };
        let mut groups = HashSet::new();
        for segment in self.searcher.segment_readers() {
            let mut found = Bits::new(segment.max_doc());
            let mut all: Option<Bits> = None;
            for word in &words.all {
                let mut present = self.found_in(segment, &word.finds)?;
                if !counted.more || counted.found.is_some() {
                    found.join(&present);
                }
                if !word.more.is_empty() {
                    present.join(&self.found_in(segment, &word.more)?);
                }
                match &mut all {
                    Some(all) => all.limit_to(&present),
                    None => all = Some(present),
                }
            }
            let allowed = self.allowed_in(segment, words)?;
            if let (Some(all), Some(allowed)) = (&mut all, &allowed) {
                all.limit_to(allowed);
            }
            if !counted.more || counted.found.is_some() {
                found.join(&self.found_in(segment, &words.finds)?);
                match (words.needs_all, &all, &allowed) {
                    (true, Some(all), _) => found = all.clone(),
                    (_, _, Some(allowed)) => found.limit_to(allowed),
                    _ => {}
                }
            }
            if !counted.more {
                self.count_in(segment, &found, &mut groups, &mut counted.counts)?;
            }
            counted.all.extend(all);
            counted
                .found
                .iter_mut()
                .for_each(|all| all.push(std::mem::take(&mut found)));
            if counted.more {
                continue;
            }
            let copies = u32::try_from(groups.len()).unwrap_or(u32::MAX);
            counted.more = counted.counts[0].saturating_add(copies) >= self.most;
        }
        counted.counts[0] += u32::try_from(groups.len()).unwrap_or(u32::MAX);
        if counted.more {
            counted.counts[0] = self.most;
        }
        Ok(counted)
    }

    /// Those of `documents`, segment by segment, that `query` finds.
    pub fn among(&self, documents: &[Bits], query: &dyn Query) -> tantivy::Result<Vec<Bits>> {
        let segments = self.searcher.segment_readers().iter().zip(documents);
        segments
            .map(|(segment, documents)| {
                let mut found = self.found_in(segment, &[query.box_clone()])?;
                found.limit_to(documents);
                Ok(found)
            })
            .collect()
    }

    /// The documents of each segment that are found.
    pub fn found(&self, words: &OnlyWords) -> tantivy::Result<Vec<Bits>> {
        let mut found = self.documents(&words.finds)?;
        for (place, word) in words.all.iter().enumerate() {
            let present = self.documents(&word.finds)?;
            for (found, present) in found.iter_mut().zip(&present) {
                match words.needs_all && place > 0 {
                    true => found.limit_to(present),
                    false => found.join(present),
                }
            }
        }
        let segments = self.searcher.segment_readers().iter();
        for (found, segment) in found.iter_mut().zip(segments) {
            if let Some(allowed) = self.allowed_in(segment, words)? {
                found.limit_to(&allowed);
            }
        }
        Ok(found)
    }

    /// What may be found at all; `None` where that is everything.
    fn allowed_in(
        &self,
        segment: &SegmentReader,
        words: &OnlyWords,
    ) -> tantivy::Result<Option<Bits>> {
        if !words.is_limited() {
            return Ok(None);
        }
        let mut allowed = Bits::all(segment.max_doc());
        for query in &words.within {
            allowed.limit_to(&self.found_in(segment, std::slice::from_ref(query))?);
        }
        allowed.remove(&self.found_in(segment, &words.without)?);
        Ok(Some(allowed))
    }

    /// The documents of each segment that any of these finds.
    pub fn documents(&self, finds: &[Box<dyn Query>]) -> tantivy::Result<Vec<Bits>> {
        let segments = self.searcher.segment_readers().iter();
        segments
            .map(|segment| self.found_in(segment, finds))
            .collect()
    }

    /// One of the words alone is in more documents than are counted.
    fn has_most<'q>(
        &self,
        finds: impl Iterator<Item = &'q Box<dyn Query>>,
    ) -> tantivy::Result<bool> {
        let segments = self.searcher.segment_readers().iter();
        let deleted: u64 = segments
            .map(|segment| u64::from(segment.num_deleted_docs()))
            .sum();
        for query in finds {
            if let Some(term) = query.downcast_ref::<TermQuery>() {
                let documents = self.searcher.doc_freq(term.term())?;
                if documents.saturating_sub(deleted) >= u64::from(self.most) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn found_in(&self, segment: &SegmentReader, finds: &[Box<dyn Query>]) -> tantivy::Result<Bits> {
        let mut found = Bits::new(segment.max_doc());
        for query in finds {
            match query.downcast_ref::<TermQuery>() {
                Some(query) => found.add_term(segment, query.term())?,
                None => {
                    let scoring = EnableScoring::disabled_from_searcher(self.searcher);
                    let mut documents = query.weight(scoring)?.scorer(segment, 1.0)?;
                    found.add(documents.as_mut());
                }
            }
        }
        if let Some(alive) = segment.alive_bitset() {
            found.retain(|document| alive.is_alive(document));
        }
        Ok(found)
    }

    fn count_in(
        &self,
        segment: &SegmentReader,
        found: &Bits,
        groups: &mut HashSet<u64>,
        counts: &mut [u32; 4],
    ) -> tantivy::Result<()> {
        let mut articles = found.count();
        let columns = self.library.columns(segment)?;
        for (kind, count) in KINDS.into_iter().zip(counts.iter_mut()) {
            if kind == HitKind::Article || columns.has_only_articles {
                continue;
            }
            // Of these there are few.
            let term = Term::from_field_text(self.fields.state, kind_word(kind));
            let mut of_kind = Bits::new(segment.max_doc());
            of_kind.add_term(segment, &term)?;
            let both = of_kind.count_both(found);
            *count += both;
            articles -= both;
        }
        if let Some(group) = columns.group.as_ref().filter(|_| self.fold_copies) {
            found.each(|document| {
                if let Some(group) = group.first(document) {
                    groups.insert(group);
                    articles -= 1;
                }
            });
        }
        counts[0] += articles;
        Ok(())
    }
}

/// A set of documents of one segment.
#[derive(Debug, Clone, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub fn new(documents: DocId) -> Self {
        Self(vec![0; documents as usize / 64 + 1])
    }

    fn add_term(&mut self, segment: &SegmentReader, term: &Term) -> tantivy::Result<()> {
        let inverted = segment.inverted_index(term.field())?;
        if let Some(mut documents) = inverted.read_postings(term, IndexRecordOption::Basic)? {
            self.add(&mut documents);
        }
        Ok(())
    }

    fn add(&mut self, documents: &mut (impl DocSet + ?Sized)) {
        let mut some = [0; COLLECT_BLOCK_BUFFER_LEN];
        loop {
            let read = documents.fill_buffer(&mut some);
            for document in some.iter().take(read) {
                self.insert(*document);
            }
            if read < some.len() {
                return;
            }
        }
    }

    /// As many and a few more.
    fn all(documents: DocId) -> Self {
        Self(vec![u64::MAX; documents as usize / 64 + 1])
    }

    fn remove(&mut self, other: &Self) {
        for (bits, others) in self.0.iter_mut().zip(&other.0) {
            *bits &= !others;
        }
    }

    pub fn insert(&mut self, document: DocId) {
        if let Some(bits) = self.0.get_mut(document as usize / 64) {
            *bits |= 1 << (document % 64);
        }
    }

    pub fn has(&self, document: DocId) -> bool {
        let bits = self.0.get(document as usize / 64);
        bits.is_some_and(|bits| bits >> (document % 64) & 1 == 1)
    }

    pub fn count(&self) -> u32 {
        self.0.iter().map(|bits| bits.count_ones()).sum()
    }

    fn join(&mut self, other: &Self) {
        for (bits, others) in self.0.iter_mut().zip(&other.0) {
            *bits |= others;
        }
    }

    fn limit_to(&mut self, other: &Self) {
        for (bits, others) in self.0.iter_mut().zip(&other.0) {
            *bits &= others;
        }
    }

    fn count_both(&self, other: &Self) -> u32 {
        let both = self.0.iter().zip(&other.0);
        both.map(|(a, b)| (a & b).count_ones()).sum()
    }

    pub fn each(&self, mut visit: impl FnMut(DocId)) {
        for (start, bits) in (0..).step_by(64).zip(&self.0) {
            let mut bits = *bits;
            while bits != 0 {
                visit(start + bits.trailing_zeros());
                bits &= bits - 1;
            }
        }
    }

    fn retain(&mut self, keep: impl Fn(DocId) -> bool) {
        for (start, bits) in (0..).step_by(64).zip(&mut self.0) {
            let mut left = *bits;
            while left != 0 {
                let bit = left.trailing_zeros();
                if !keep(start + bit) {
                    *bits &= !(1 << bit);
                }
                left &= left - 1;
            }
        }
    }
}
