//! The words of the index that begin with what was typed.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};
use std::ops::Bound;

use tantivy::query::{InvertedIndexRangeQuery, Query};
use tantivy::schema::Field;
use tantivy::{Searcher, SegmentReader, Term};

use crate::search::library::Library;

/// Words read at most in one segment of the index, so that a few letters don't read
/// them all.
const MOST_READ: usize = 4_000;

/// Words kept at most: of one that is being typed, and of `pre*`.
pub(super) const OF_TYPED: usize = 16;
pub(super) const OF_ASKED: usize = 256;

/// The most frequent words that begin with `prefix` and go on, with the number
/// of documents that have each.
pub(super) fn expansions(
    (library, searcher): (&Library, &Searcher),
    field: Field,
    prefix: &str,
    most: usize,
) -> tantivy::Result<Vec<(Term, u64)>> {
    let mut found: HashMap<Box<str>, u64> = HashMap::new();
    for segment in searcher.segment_readers() {
        // What begins with one or two letters was read when the segment was new.
        let known = match most < OF_ASKED && field == library.exact {
            true => library.beginnings(segment.segment_id()),
            false => None,
        };
        match known.and_then(|known| known.of(prefix)) {
            Some(words) => {
                for (word, documents) in words {
                    *found.entry(word.clone()).or_default() += u64::from(*documents);
                }
            }
            None => {
                for (word, documents) in most_frequent(segment, field, prefix, most)? {
                    *found.entry(word).or_default() += u64::from(documents);
                }
            }
        }
    }
    let mut found: Vec<(Box<str>, u64)> = found.into_iter().collect();
    found.sort_unstable_by(|(a, often), (b, oftener)| oftener.cmp(often).then_with(|| a.cmp(b)));
    found.truncate(most);
    Ok(found
        .into_iter()
        .map(|(word, documents)| (Term::from_field_text(field, &word), documents))
        .collect())
}

/// The most frequent words of a segment that go on from `prefix`.
fn most_frequent(
    segment: &SegmentReader,
    field: Field,
    prefix: &str,
    most: usize,
) -> tantivy::Result<Vec<(Box<str>, u32)>> {
    let mut heap: BinaryHeap<Reverse<(u32, Box<str>)>> = BinaryHeap::new();
    each_beginning_with(segment, field, prefix, MOST_READ, |word, documents| {
        let rarest = heap.peek().map_or(0, |rarest| rarest.0.0);
        if word.len() == prefix.len() || (heap.len() == most && documents <= rarest) {
            return;
        }
        if let Ok(word) = std::str::from_utf8(word) {
            heap.push(Reverse((documents, word.into())));
        }
        if heap.len() > most {
            heap.pop();
        }
    })?;
    Ok(heap
        .into_iter()
        .map(|Reverse((documents, word))| (word, documents))
        .collect())
}

/// Reads the words of a segment that begin with `start`, with the number of its documents
/// that have each, in the order of their bytes; no more of them than `most`.
pub(super) fn each_beginning_with(
    segment: &SegmentReader,
    field: Field,
    start: &str,
    most: usize,
    mut read: impl FnMut(&[u8], u32),
) -> tantivy::Result<()> {
    let inverted = segment.inverted_index(field)?;
    let mut words = inverted
        .terms()
        .range()
        .ge(start.as_bytes())
        .into_stream()?;
    let mut left = most;
    while let Some((word, info)) = words.next() {
        if left == 0 || !word.starts_with(start.as_bytes()) {
            break;
        }
        left -= 1;
        read(word, info.doc_freq);
    }
    Ok(())
}

/// Finds what has any word that begins so, and scores all alike.
pub(super) fn all_beginning_with(field: Field, start: &str) -> Box<dyn Query> {
    let bound = |text: &str| Term::from_field_text(field, text);
    let after = format!("{start}{}", char::MAX);
    let from = Bound::Included(bound(start));
    Box::new(InvertedIndexRangeQuery::new(
        from,
        Bound::Excluded(bound(&after)),
    ))
}
