//! Ranking documents that are known already.

use tantivy::query::{BooleanQuery, Query};

use super::bits::Bits;
use super::counting::Counting;
use super::library::Weighing;
use super::query::OnlyWords;
use super::top::Top;

/// Adds the best of the documents that have all of the words.
pub(super) fn add_all(
    top: &mut Top<'_>,
    words: &OnlyWords,
    all: &[Bits],
    counting: &Counting<'_>,
    weighing: &Weighing<'_>,
) -> tantivy::Result<()> {
    if let (Some(in_order), true) = (&words.in_order, are_many(top, all)) {
        let so = counting.among(all, in_order.as_ref())?;
        top.add_documents(&so, &words.scored, weighing)?;
    }
    add_these(top, all, &words.scored, words, weighing)
}

/// Adds the best of these documents; of few, by each of `scored`.
pub(super) fn add_these(
    top: &mut Top<'_>,
    documents: &[Bits],
    scored: &[Box<dyn Query>],
    words: &OnlyWords,
    weighing: &Weighing<'_>,
) -> tantivy::Result<()> {
    match are_many(top, documents) {
        true => top.add_among(documents, &BooleanQuery::union(words.ranking()), weighing),
        false => top.add_documents(documents, scored, weighing),
    }
}

/// So many that looking at each takes longer than passing over most.
fn are_many(top: &Top<'_>, documents: &[Bits]) -> bool {
    documents.iter().map(Bits::count).sum::<u32>() > top.limits.found
}
