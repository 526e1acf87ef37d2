//! Putting the parts of a query together.

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, ConstScoreQuery, Occur, Query as TantivyQuery, TermQuery,
};
use tantivy::schema::Field;

use super::excluded::Excluded;
use super::terms::{Asked, any, phrase};
use super::within::Within;
use crate::search::analyser::Exact;

/// Any of the words, as one query.
pub(super) fn any_word(words: Vec<Asked>) -> Box<dyn TantivyQuery> {
    let words = words.into_iter();
    any(words
        .flat_map(|word| {
            let scored = word.scored.into_iter().chain(word.in_title);
            scored.chain(word.rarer)
        })
        .collect())
}

/// What stands beside each other in a query, each ready to be asked for.
#[derive(Default)]
pub(super) struct Parts {
    pub words: Vec<Asked>,
    /// Adds to the score, and finds.
    pub optional: Vec<Box<dyn TantivyQuery>>,
    pub required: Vec<Box<dyn TantivyQuery>>,
    /// Fields: required too, and they score nothing.
    pub filters: Vec<Box<dyn TantivyQuery>>,
    /// Those of the required that are words typed as `+word`.
    pub needed: Vec<Needed>,
    pub excluded: Vec<Box<dyn TantivyQuery>>,
    /// The words one after the other, as a name stands: what has all of them has a rank
    /// before the rest where it has them so.
    pub in_order: Option<Box<dyn TantivyQuery>>,
    /// Beside a phrase, words only rank. Beside fields, one of them is needed.
    pub words_only_rank: bool,
}

/// A word that has to be there, in any of the ways in which it is searched.
pub(super) struct Needed {
    /// It is there where any of these finds something.
    finds: Vec<Box<dyn TantivyQuery>>,
    scored: Vec<Box<dyn TantivyQuery>>,
}

/// Words, each ready to be looked for by itself.
pub(in crate::search) struct OnlyWords {
    /// A document is found by any of these, or of those of `all` that find.
    pub finds: Vec<Box<dyn TantivyQuery>>,
    /// Of several words that tell: a document has all of them that has each.
    pub all: Vec<Present>,
    /// Nothing is found but what has all of them.
    pub needs_all: bool,
    /// Nothing is found but what each of these finds, and none of those.
    pub within: Vec<Box<dyn TantivyQuery>>,
    pub without: Vec<Box<dyn TantivyQuery>>,
    /// Each adds to the score of a document that has all of them.
    pub scored: Vec<Box<dyn TantivyQuery>>,
    /// What ranks a document that has any of them: what its title has, and the rest.
    pub in_title: Vec<Box<dyn TantivyQuery>>,
    pub elsewhere: Vec<Box<dyn TantivyQuery>>,
    /// The words one after the other.
    pub in_order: Option<Box<dyn TantivyQuery>>,
}

/// A document has a word when it has any of these.
pub(in crate::search) struct Present {
    /// These find it, too.
    pub finds: Vec<Box<dyn TantivyQuery>>,
    pub more: Vec<Box<dyn TantivyQuery>>,
}

type Clauses = Vec<(Occur, Box<dyn TantivyQuery>)>;

impl Parts {
    /// `None` when there is nothing to ask for.
    pub fn settled(mut self) -> Option<Self> {
        if self.words.is_empty() && self.required.is_empty() && self.filters.is_empty() {
            if self.excluded.is_empty() {
                return None;
            }
            let all = Box::new(AllQuery) as Box<dyn TantivyQuery>;
            self.required.push(unscored(all));
        }
        Some(self)
    }

    /// Adds what was typed as `+word`; of what is searched as several words (`+foo:bar`),
    /// each is needed.
    pub fn need(&mut self, words: &[Asked]) {
        for word in words {
            let scored = clones(word.ranking());
            // Single characters find too, where a word stands alone.
            if word.extra.is_empty() {
                self.needed.push(Needed {
                    finds: clones(&word.finds),
                    scored: clones(&scored),
                });
            }
            self.required.push(any(scored));
        }
        self.words_only_rank |= !words.is_empty();
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
        if !self.is_limited() {
            clauses.extend(finds.into_iter().map(should));
        } else if !self.words_only_rank && !self.words.is_empty() {
            clauses.push((Occur::Must, any(finds)));
        } else if self.required.is_empty() && self.filters.is_empty() {
            clauses.extend(finds.into_iter().map(should));
        }
        self.limit(&mut clauses);
        Box::new(BooleanQuery::new(clauses))
    }

    fn is_limited(&self) -> bool {
        let limits = [&self.required, &self.filters, &self.excluded];
        limits.iter().any(|limits| !limits.is_empty())
    }

    /// Where words are asked for, and what limits them is quickly found by itself.
    pub fn only_words(&self) -> Option<OnlyWords> {
        if self
            .filters
            .iter()
            .chain(&self.excluded)
            .any(|query| reads_positions(query.as_ref()))
        {
            return None;
        }
        if !self.required.is_empty() {
            return self.only_needed();
        }
        if self.words.is_empty() {
            return None;
        }
        let several = self.has_several_words();
        let mut all = Vec::new();
        let mut finds = clones(&self.optional);
        for word in &self.words {
            if several && !word.is_function_word {
                let (present, others) = word.present_and_others();
                all.push(present);
                finds.extend(others);
            } else {
                finds.extend(clones(&word.finds));
            }
        }
        let elsewhere = self.words.iter();
        let elsewhere = elsewhere.flat_map(|word| {
            let scored = word.scored.iter().chain(&word.extra);
            scored.chain(&word.parts)
        });
        Some(OnlyWords {
            finds,
            all,
            needs_all: false,
            within: clones(&self.filters),
            without: clones(&self.excluded),
            scored: clones(self.scored()),
            in_title: clones(self.words.iter().flat_map(|word| &word.in_title)),
            elsewhere: clones(elsewhere.chain(&self.optional)),
            in_order: self.in_order.as_ref().map(|query| query.box_clone()),
        })
    }

    /// Where nothing is asked for but words that have to be there.
    fn only_needed(&self) -> Option<OnlyWords> {
        let nothing_else = self.words.is_empty() && self.optional.is_empty();
        if !nothing_else || self.needed.len() < self.required.len() {
            return None;
        }
        let all = self.needed.iter().map(|word| Present {
            finds: clones(&word.finds),
            more: Vec::new(),
        });
        Some(OnlyWords {
            finds: Vec::new(),
            all: all.collect(),
            needs_all: true,
            within: clones(&self.filters),
            without: clones(&self.excluded),
            scored: clones(self.needed.iter().flat_map(|word| &word.scored)),
            in_title: Vec::new(),
            elsewhere: clones(self.needed.iter().flat_map(|word| &word.scored)),
            in_order: None,
        })
    }

    fn finds(&self) -> Vec<Box<dyn TantivyQuery>> {
        let finds = self.words.iter().flat_map(|word| &word.finds);
        clones(finds.chain(&self.optional))
    }

    /// What ranks a document that has all of the words.
    fn scored(&self) -> impl Iterator<Item = &Box<dyn TantivyQuery>> {
        let words = self.words.iter();
        words
            .flat_map(|word| word.ranking().chain(&word.parts))
            .chain(&self.optional)
            .chain(&self.in_order)
    }

    /// [`Self::found`], ranked. What may be found by nothing but function words and
    /// single characters is among it, so that blocks of postings can be passed over; it
    /// is at the end.
    pub fn any(&self) -> Box<dyn TantivyQuery> {
        let finding = self.words.iter();
        let finding = finding.flat_map(|word| word.scored.iter().chain(&word.in_title));
        self.any_of(clones(finding.chain(&self.optional)))
    }

    /// What is found by words that are meant less likely.
    pub fn rarer(&self) -> Option<Box<dyn TantivyQuery>> {
        let rarer = clones(self.words.iter().flat_map(|word| &word.rarer));
        (!rarer.is_empty()).then(|| self.any_of(rarer))
    }

    fn any_of(&self, finding: Vec<Box<dyn TantivyQuery>>) -> Box<dyn TantivyQuery> {
        let extra = self.words.iter();
        let extra = extra.flat_map(|word| word.extra.iter().chain(&word.parts));
        let mut clauses: Clauses = Vec::new();
        if self.is_limited() && !self.words_only_rank && !self.words.is_empty() {
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
        let required = self.required.iter().chain(&self.filters);
        clauses.extend(required.map(|query| (Occur::Must, query.box_clone())));
        clauses.extend(self.excluded.iter().map(|query| {
            let query: Box<dyn TantivyQuery> = Box::new(Excluded(query.box_clone()));
            (Occur::MustNot, query)
        }));
    }
}

impl OnlyWords {
    pub fn is_limited(&self) -> bool {
        !self.within.is_empty() || !self.without.is_empty()
    }

    /// What ranks a document that has any of them.
    pub fn ranking(&self) -> Vec<Box<dyn TantivyQuery>> {
        clones(self.in_title.iter().chain(&self.elsewhere))
    }
}

/// Phrases take long: they are only looked for where the rest is.
fn reads_positions(query: &dyn TantivyQuery) -> bool {
    let mut reads = false;
    query.query_terms(&mut |_, positions| reads |= positions);
    reads
}

impl Asked {
    /// What the word is present by, and what it is found by besides. Both are in one
    /// order, as far as they are the same.
    fn present_and_others(&self) -> (Present, Vec<Box<dyn TantivyQuery>>) {
        let term = |query: &dyn TantivyQuery| {
            let query = query.downcast_ref::<TermQuery>();
            query.map(|query| query.term().clone())
        };
        let (mut finds, mut more) = (Vec::new(), Vec::new());
        let mut others = self.finds.iter().peekable();
        for present in &self.present {
            let known = term(present.as_ref());
            match others.next_if(|other| known.is_some() && term(other.as_ref()) == known) {
                Some(_) => finds.push(present.box_clone()),
                None => more.push(present.box_clone()),
            }
        }
        (Present { finds, more }, clones(others))
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

/// Words in any order, with as many words between one and the next as asked for at most.
pub(super) fn near_each_other(
    field: Field,
    tokens: &[Exact],
    within: u32,
) -> Option<Box<dyn TantivyQuery>> {
    let term = |token: &Exact| Term::from_field_text(field, &token.text);
    match tokens {
        [] | [_] => phrase(field, tokens),
        _ => Some(Box::new(Within::new(
            tokens.iter().map(term).collect(),
            within,
        ))),
    }
}
