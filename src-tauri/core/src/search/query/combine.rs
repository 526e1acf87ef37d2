//! Putting the parts of a query together.

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, ConstScoreQuery, Occur, PhraseQuery, Query as TantivyQuery,
};
use tantivy::schema::Field;

use super::excluded::Excluded;
use super::terms::{Asked, any, phrase};
use crate::search::analyser::Exact;

/// Any of the words, as one query.
pub(super) fn any_word(words: Vec<Asked>) -> Box<dyn TantivyQuery> {
    let words = words.into_iter();
    any(words
        .flat_map(|word| word.scored.into_iter().chain(word.rarer))
        .collect())
}

/// What stands beside each other in a query, each ready to be asked for.
#[derive(Default)]
pub(super) struct Parts {
    pub words: Vec<Asked>,
    /// Adds to the score, and finds.
    pub optional: Vec<Box<dyn TantivyQuery>>,
    pub required: Vec<Box<dyn TantivyQuery>>,
    pub excluded: Vec<Box<dyn TantivyQuery>>,
    /// The words one after the other, as a name stands: what has all of them has a rank
    /// before the rest where it has them so.
    pub in_order: Option<Box<dyn TantivyQuery>>,
    /// Beside a phrase, words only rank. Beside fields, one of them is needed.
    pub words_only_rank: bool,
}

/// Words, each ready to be looked for by itself.
pub(in crate::search) struct OnlyWords {
    /// A document is found by any of these.
    pub finds: Vec<Box<dyn TantivyQuery>>,
    /// Of several words that tell: a document has all of them that has, of each, any of
    /// these.
    pub all: Vec<Vec<Box<dyn TantivyQuery>>>,
    /// Each adds to the score of a document that has all of them.
    pub scored: Vec<Box<dyn TantivyQuery>>,
    /// The words one after the other.
    pub in_order: Option<Box<dyn TantivyQuery>>,
}

type Clauses = Vec<(Occur, Box<dyn TantivyQuery>)>;

impl Parts {
    /// `None` when there is nothing to ask for.
    pub fn settled(mut self) -> Option<Self> {
        if self.words.is_empty() && self.required.is_empty() {
            if self.excluded.is_empty() {
                return None;
            }
            let all = Box::new(AllQuery) as Box<dyn TantivyQuery>;
            self.required.push(unscored(all));
        }
        Some(self)
    }

    pub fn has_several_words(&self) -> bool {
        self.telling().count() > 1
    }

    fn telling(&self) -> impl Iterator<Item = &Asked> {
        self.words.iter().filter(|word| !word.is_function_word)
    }

    /// What has one of the words, and all that is required; scores nothing.
    pub fn found(&self) -> Box<dyn TantivyQuery> {
        let mut clauses: Clauses = Vec::new();
        let finds = self.finds();
        if self.required.is_empty() && self.excluded.is_empty() {
            clauses.extend(finds.into_iter().map(should));
        } else if !self.words_only_rank && !self.words.is_empty() {
            clauses.push((Occur::Must, any(finds)));
        } else if self.required.is_empty() {
            clauses.extend(finds.into_iter().map(should));
        }
        self.limit(&mut clauses);
        Box::new(BooleanQuery::new(clauses))
    }

    /// Where words are asked for and nothing limits what they find.
    pub fn only_words(&self) -> Option<OnlyWords> {
        if !self.required.is_empty() || !self.excluded.is_empty() {
            return None;
        }
        let all = match self.has_several_words() {
            true => self.telling().map(|word| clones(&word.present)).collect(),
            false => Vec::new(),
        };
        Some(OnlyWords {
            finds: self.finds(),
            all,
            scored: self.scored().map(|query| query.box_clone()).collect(),
            in_order: self.in_order.as_ref().map(|query| query.box_clone()),
        })
    }

    fn finds(&self) -> Vec<Box<dyn TantivyQuery>> {
        let finds = self.words.iter().flat_map(|word| &word.finds);
        clones(finds.chain(&self.optional))
    }

    /// What ranks a document that has all of the words.
    fn scored(&self) -> impl Iterator<Item = &Box<dyn TantivyQuery>> {
        let words = self.words.iter();
        let scored =
            words.flat_map(|word| word.scored.iter().chain(&word.extra).chain(&word.rarer));
        scored.chain(&self.optional).chain(&self.in_order)
    }

    /// [`Self::found`], ranked. What may be found by nothing but function words and
    /// single characters is among it, so that blocks of postings can be passed over; it
    /// is at the end.
    pub fn any(&self) -> Box<dyn TantivyQuery> {
        let finding = self.words.iter().flat_map(|word| &word.scored);
        self.any_of(clones(finding.chain(&self.optional)))
    }

    /// What is found by words that are meant less likely.
    pub fn rarer(&self) -> Option<Box<dyn TantivyQuery>> {
        let rarer = clones(self.words.iter().flat_map(|word| &word.rarer));
        (!rarer.is_empty()).then(|| self.any_of(rarer))
    }

    fn any_of(&self, finding: Vec<Box<dyn TantivyQuery>>) -> Box<dyn TantivyQuery> {
        let extra = self.words.iter().flat_map(|word| &word.extra);
        let mut clauses: Clauses = Vec::new();
        let limited = !self.required.is_empty() || !self.excluded.is_empty();
        if limited && !self.words_only_rank && !self.words.is_empty() {
            clauses.push((Occur::Must, any(finding)));
        } else {
            clauses.extend(finding.into_iter().map(should));
        }
        clauses.extend(extra.map(|query| should(query.box_clone())));
        self.limit(&mut clauses);
        Box::new(BooleanQuery::new(clauses))
    }

    /// What has all of the words, and all that is required.
    pub fn all(&self, scoring: bool) -> Box<dyn TantivyQuery> {
        let present = self
            .telling()
            .map(|word| unscored(any(clones(&word.present))));
        let mut clauses: Clauses = present.map(|query| (Occur::Must, query)).collect();
        if scoring {
            clauses.extend(self.scored().map(|query| should(query.box_clone())));
        }
        self.limit(&mut clauses);
        Box::new(BooleanQuery::new(clauses))
    }

    fn limit(&self, clauses: &mut Clauses) {
        let required = self.required.iter();
        clauses.extend(required.map(|query| (Occur::Must, query.box_clone())));
        clauses.extend(self.excluded.iter().map(|query| {
            let query: Box<dyn TantivyQuery> = Box::new(Excluded(query.box_clone()));
            (Occur::MustNot, query)
        }));
    }
}

fn clones<'q>(
    queries: impl IntoIterator<Item = &'q Box<dyn TantivyQuery>>,
) -> Vec<Box<dyn TantivyQuery>> {
    let queries = queries.into_iter();
    queries.map(|query| query.box_clone()).collect()
}

fn should(query: Box<dyn TantivyQuery>) -> (Occur, Box<dyn TantivyQuery>) {
    (Occur::Should, query)
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
