//! The words of the index that begin with what was typed.

use std::collections::HashMap;

use tantivy::schema::Field;
use tantivy::{Searcher, Term};

/// Words read at most in one segment of the index, so that a single letter
/// doesn't read them all.
const MOST_READ: usize = 4_000;

/// Words kept at most: of one that is being typed, and of `pre*`.
pub(super) const OF_TYPED: usize = 16;
pub(super) const OF_ASKED: usize = 256;

/// The most frequent words that begin with `prefix` and go on, with the number
/// of documents that have each.
pub(super) fn expansions(
    searcher: &Searcher,
    field: Field,
    prefix: &str,
    most: usize,
) -> tantivy::Result<Vec<(Term, u64)>> {
    let mut found: HashMap<Vec<u8>, u64> = HashMap::new();
    for segment in searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let mut words = inverted
            .terms()
            .range()
            .ge(prefix.as_bytes())
            .into_stream()?;
        let mut read = 0;
        while let Some((word, info)) = words.next() {
            if !word.starts_with(prefix.as_bytes()) || read == MOST_READ {
                break;
            }
            read += 1;
            if word.len() > prefix.len() {
                *found.entry(word.to_vec()).or_default() += u64::from(info.doc_freq);
            }
        }
    }
    let mut found: Vec<(Vec<u8>, u64)> = found.into_iter().collect();
    found.sort_unstable_by(|(a, often), (b, oftener)| oftener.cmp(often).then_with(|| a.cmp(b)));
    found.truncate(most);
    Ok(found
        .into_iter()
        .filter_map(|(word, documents)| {
            let word = String::from_utf8(word).ok()?;
            Some((Term::from_field_text(field, &word), documents))
        })
        .collect())
}
