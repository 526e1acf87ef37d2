//! Putting the parts of a query together.

use tantivy::Term;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, Occur, PhraseQuery, Query as TantivyQuery,
};
use tantivy::schema::Field;

use super::excluded::Excluded;
use super::terms::{Asked, any, phrase};
use crate::search::analyser::Exact;

/// What a document gains for having all the words, for each unit of their rarity.
const ALL_WORDS: f32 = 1.0;

/// Any of the words, as one query.
pub(super) fn any_word(words: Vec<Asked>) -> Box<dyn TantivyQuery> {
    any(scored(words).collect())
}

/// Takes out what only adds to the score of what is found anyway.
pub(super) fn extra(words: &mut [Asked]) -> Vec<Box<dyn TantivyQuery>> {
    words
        .iter_mut()
        .flat_map(|word| std::mem::take(&mut word.extra))
        .collect()
}

/// Every word's terms; and more for a document that has all words.
pub(super) fn scored(words: Vec<Asked>) -> impl Iterator<Item = Box<dyn TantivyQuery>> {
    let mut queries = Vec::new();
    let mut present = Vec::new();
    let mut rarity = 0.0;
    for word in words {
        queries.extend(word.scored);
        if word.is_function_word {
            continue;
        }
        present.push(word.present);
        rarity += word.rarity;
    }
    if present.len() > 1 {
        let all = ConstScoreQuery::new(Box::new(BooleanQuery::intersection(present)), 1.0);
        queries.push(Box::new(BoostQuery::new(Box::new(all), ALL_WORDS * rarity)));
    }
    queries.into_iter()
}

/// What has all of two words or more, and what is required besides.
pub(super) fn all_words(
    words: &[Asked],
    required: &[Box<dyn TantivyQuery>],
    excluded: &[Box<dyn TantivyQuery>],
) -> Option<Box<dyn TantivyQuery>> {
    let present = words.iter().filter(|word| !word.is_function_word);
    let mut clauses: Vec<(Occur, Box<dyn TantivyQuery>)> = present
        .map(|word| (Occur::Must, word.present.box_clone()))
        .collect();
    if clauses.len() < 2 {
        return None;
    }
    clauses.extend(
        required
            .iter()
            .map(|query| (Occur::Must, query.box_clone())),
    );
    clauses.extend(excluded.iter().map(|query| {
        let query: Box<dyn TantivyQuery> = Box::new(Excluded(query.box_clone()));
        (Occur::MustNot, query)
    }));
    Some(Box::new(BooleanQuery::new(clauses)))
}

/// A filter finds and ranks nothing higher.
pub(super) fn unscored(query: Box<dyn TantivyQuery>) -> Box<dyn TantivyQuery> {
    constant(query, 0.0)
}

/// Whatever `query` finds has this score.
pub(in crate::search) fn constant(
    query: Box<dyn TantivyQuery>,
    score: f32,
) -> Box<dyn TantivyQuery> {
    Box::new(ConstScoreQuery::new(query, score))
}

/// Words in any order, with as many words between as asked for at most; more than
/// three in the order they were typed in.
pub(super) fn near_each_other(
    field: Field,
    tokens: &[Exact],
    within: u32,
) -> Option<Box<dyn TantivyQuery>> {
    let terms: Vec<Term> = tokens
        .iter()
        .map(|token| Term::from_field_text(field, &token.text))
        .collect();
    let in_order = |order: &[usize]| -> Box<dyn TantivyQuery> {
        let ordered = order.iter().enumerate();
        let ordered = ordered.filter_map(|(at, which)| Some((at, terms.get(*which)?.clone())));
        let slop = within.saturating_mul(order.len() as u32 - 1);
        Box::new(PhraseQuery::new_with_offset_and_slop(
            ordered.collect(),
            slop,
        ))
    };
    let orders: &[&[usize]] = match terms.len() {
        0 => return None,
        1 => return phrase(field, tokens),
        2 => &[&[0, 1], &[1, 0]],
        3 => &[
            &[0, 1, 2],
            &[0, 2, 1],
            &[1, 0, 2],
            &[1, 2, 0],
            &[2, 0, 1],
            &[2, 1, 0],
        ],
        _ => {
            let order: Vec<usize> = (0..terms.len()).collect();
            return Some(in_order(&order));
        }
    };
    Some(any(orders.iter().map(|order| in_order(order)).collect()))
}
