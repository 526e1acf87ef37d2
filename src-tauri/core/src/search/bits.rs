//! Sets of documents, a bit each.

use std::ops::Range;

use tantivy::query::{Query, TermQuery};
use tantivy::schema::{IndexRecordOption, Term};
use tantivy::{COLLECT_BLOCK_BUFFER_LEN, DocId, DocSet, SegmentReader};

/// A set of documents of one segment.
#[derive(Debug, Clone, Default)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub fn new(documents: DocId) -> Self {
        Self(vec![0; documents as usize / 64 + 1])
    }

    pub fn add_term(&mut self, segment: &SegmentReader, term: &Term) -> tantivy::Result<()> {
        let inverted = segment.inverted_index(term.field())?;
        let read = inverted.read_block_postings(term, IndexRecordOption::Basic)?;
        let Some(mut blocks) = read else {
            return Ok(());
        };
        // The block after the last is empty.
        while let documents @ [_, ..] = blocks.docs() {
            for document in documents {
                self.insert(*document);
            }
            blocks.advance();
        }
        Ok(())
    }

    pub fn add(&mut self, documents: &mut (impl DocSet + ?Sized)) {
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

    /// Those that one of these words has.
    pub fn having(
        &self,
        segment: &SegmentReader,
        words: &[Box<dyn Query>],
    ) -> tantivy::Result<Self> {
        let mut having = Self(vec![0; self.0.len()]);
        for query in words {
            let Some(query) = query.downcast_ref::<TermQuery>() else {
                continue;
            };
            let term = query.term();
            let inverted = segment.inverted_index(term.field())?;
            let read = inverted.read_postings(term, IndexRecordOption::Basic)?;
            let Some(mut postings) = read else {
                continue;
            };
            self.each(|document| {
                if postings.doc() < document {
                    postings.seek(document);
                }
                if postings.doc() == document {
                    having.insert(document);
                }
            });
        }
        Ok(having)
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|bits| *bits == 0)
    }

    /// Of `documents` there are, those that are not here.
    pub fn others(&self, documents: DocId) -> Self {
        let mut others: Vec<u64> = self.0.iter().map(|bits| !bits).collect();
        if let Some(last) = others.last_mut() {
            // Nothing is behind the last document.
            *last &= (1 << (documents % 64)) - 1;
        }
        Self(others)
    }

    pub fn both(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.limit_to(other);
        both
    }

    /// As many and a few more.
    pub fn all(documents: DocId) -> Self {
        Self(vec![u64::MAX; documents as usize / 64 + 1])
    }

    pub fn remove(&mut self, other: &Self) {
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

    pub fn join(&mut self, other: &Self) {
        for (bits, others) in self.0.iter_mut().zip(&other.0) {
            *bits |= others;
        }
    }

    pub fn limit_to(&mut self, other: &Self) {
        for (bits, others) in self.0.iter_mut().zip(&other.0) {
            *bits &= others;
        }
    }

    pub fn count_both(&self, other: &Self) -> u32 {
        let both = self.0.iter().zip(&other.0);
        both.map(|(a, b)| (a & b).count_ones()).sum()
    }

    pub fn each(&self, visit: impl FnMut(DocId)) {
        self.each_in(0..DocId::MAX, visit);
    }

    /// Those that lie in `range`.
    pub fn each_in(&self, range: Range<DocId>, mut visit: impl FnMut(DocId)) {
        let first = range.start / 64;
        let words = (first * 64..).step_by(64);
        for (start, bits) in words.zip(self.0.iter().skip(first as usize)) {
            if start >= range.end {
                return;
            }
            let mut bits = *bits;
            while bits != 0 {
                let doc = start + bits.trailing_zeros();
                if range.contains(&doc) {
                    visit(doc);
                }
                bits &= bits - 1;
            }
        }
    }

    /// The one that has `before` others before it.
    pub fn nth(&self, before: u32) -> Option<DocId> {
        let mut left = before;
        for (start, bits) in (0..).step_by(64).zip(&self.0) {
            let here = bits.count_ones();
            if left >= here {
                left -= here;
                continue;
            }
            let mut bits = *bits;
            for _ in 0..left {
                bits &= bits - 1;
            }
            return Some(start + bits.trailing_zeros());
        }
        None
    }

    pub fn retain(&mut self, keep: impl Fn(DocId) -> bool) {
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
