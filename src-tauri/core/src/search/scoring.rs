//! Scores of documents that are known to be found.

use std::ops::Range;
use std::thread;

use tantivy::query::Weight;
use tantivy::{DocId, Score, SegmentReader, TantivyError};

use super::bits::Bits;

/// Takes a document with its score, and gives the score below which nothing gets in.
pub(super) type Take<'t> = dyn FnMut(DocId, Score) -> Score + 't;

/// Fewer documents than these take less time than beginning a second thread.
const WORTH_PARTING: u32 = 1_000;

/// Looks at each of the documents, and takes what one of the weights finds. Of many, two
/// halves are looked at at once: where postings are read from is found quickly.
pub(super) fn score_each(
    documents: &Bits,
    weights: &[Box<dyn Weight>],
    segment: &SegmentReader,
    take: &mut Take<'_>,
) -> tantivy::Result<()> {
    let many = documents.count();
    if many < WORTH_PARTING {
        return score_in(documents, 0..DocId::MAX, weights, segment, take);
    }
    let middle = documents.nth(many / 2).unwrap_or(DocId::MAX);
    let later = || {
        let mut scores = Vec::with_capacity(many as usize / 2 + 1);
        let mut keep = |doc, score| {
            scores.push((doc, score));
            Score::MIN
        };
        score_in(documents, middle..DocId::MAX, weights, segment, &mut keep)?;
        Ok(scores)
    };
    thread::scope(|scope| {
        let beside = thread::Builder::new().spawn_scoped(scope, later);
        score_in(documents, 0..middle, weights, segment, take)?;
        let scores: tantivy::Result<Vec<(DocId, Score)>> = match beside {
            Ok(beside) => beside.join().unwrap_or_else(|_| {
                let what = "scoring documents ended in a panic";
                Err(TantivyError::InternalError(what.to_owned()))
            }),
            // There is no room for one more thread.
            Err(_) => later(),
        };
        for (doc, score) in scores? {
            take(doc, score);
        }
        Ok(())
    })
}

fn score_in(
    documents: &Bits,
    range: Range<DocId>,
    weights: &[Box<dyn Weight>],
    segment: &SegmentReader,
    take: &mut Take<'_>,
) -> tantivy::Result<()> {
    if documents.is_empty() {
        return Ok(());
    }
    let scorers = weights.iter().map(|weight| weight.scorer(segment, 1.0));
    let mut scorers = scorers.collect::<tantivy::Result<Vec<_>>>()?;
    documents.each_in(range, |doc| {
        let mut score = None;
        for scorer in &mut scorers {
            if scorer.doc() < doc {
                scorer.seek(doc);
            }
            if scorer.doc() == doc {
                score = Some(score.unwrap_or(0.0) + scorer.score());
            }
        }
        if let Some(score) = score {
            take(doc, score);
        }
    });
    Ok(())
}
