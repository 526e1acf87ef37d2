//! From the shape of a query to what tantivy runs.

use std::collections::HashMap;

use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, Occur, Query as TantivyQuery,
};
use tantivy::{Searcher, Term};

use super::excluded::Excluded;
use super::parser::{Clause, Prefix, Query};
use super::terms::{Asked, Terms, any, phrase};
use crate::search::analyser::phrase_tokens;
use crate::search::library::Library;
use crate::search::marker::{Marker, Wanted};
use crate::search::schema::Fields;
use crate::search::words::{cut, groups};

/// A query, ready to run.
pub(in crate::search) struct Plan {
    pub query: Box<dyn TantivyQuery>,
    pub frequencies: HashMap<Term, u64>,
    pub marker: Marker,
}

/// Words beyond these are left out: someone pasted a page.
const MOST_WORDS: usize = 64;

/// What a document gains for having all the words, for each unit of their rarity.
const ALL_WORDS: f32 = 1.0;

/// Plans `query`; `None` when it asks for nothing.
pub(in crate::search) fn plan(
    query: &Query,
    searcher: &Searcher,
    fields: &Fields,
    library: &Library,
) -> tantivy::Result<Option<Plan>> {
    let mut planner = Planner {
        terms: Terms {
            searcher,
            fields,
            library,
            frequencies: HashMap::new(),
            guessed: 0,
        },
        wanted: Vec::new(),
        words: 0,
    };
    let Some(query) = planner.query(query)? else {
        return Ok(None);
    };
    Ok(Some(Plan {
        query,
        frequencies: planner.terms.frequencies,
        marker: Marker::new(planner.wanted),
    }))
}

struct Planner<'i> {
    terms: Terms<'i>,
    /// What to mark in what is found.
    wanted: Vec<Wanted>,
    words: usize,
}

impl Planner<'_> {
    fn query(&mut self, query: &Query) -> tantivy::Result<Option<Box<dyn TantivyQuery>>> {
        let mut words: Vec<Asked> = Vec::new();
        let mut required: Vec<Box<dyn TantivyQuery>> = Vec::new();
        for clause in &query.wanted {
            match clause {
                Clause::Word { text, prefix } => words.extend(self.words(text, *prefix)?),
                other => required.extend(self.clause(other)?),
            }
        }
        let mut excluded = Vec::new();
        for clause in &query.unwanted {
            excluded.extend(self.unwanted(clause)?);
        }
        if words.is_empty() && required.is_empty() && excluded.is_empty() {
            return Ok(None);
        }
        let mut clauses: Vec<(Occur, Box<dyn TantivyQuery>)> = Vec::new();
        if words.is_empty() && required.is_empty() {
            required.push(Box::new(ConstScoreQuery::new(Box::new(AllQuery), 0.0)));
        }
        if required.is_empty() && !excluded.is_empty() {
            required.push(any_word(words));
        } else {
            clauses.extend(scored(words).map(|query| (Occur::Should, query)));
        }
        clauses.extend(required.into_iter().map(|query| (Occur::Must, query)));
        clauses.extend(excluded.into_iter().map(|query| {
            let query: Box<dyn TantivyQuery> = Box::new(Excluded(query));
            (Occur::MustNot, query)
        }));
        Ok(Some(Box::new(BooleanQuery::new(clauses))))
    }

    fn clause(&mut self, clause: &Clause) -> tantivy::Result<Option<Box<dyn TantivyQuery>>> {
        Ok(match clause {
            Clause::Word { text, prefix } => {
                let words = self.words(text, *prefix)?;
                (!words.is_empty()).then(|| any_word(words))
            }
            Clause::Phrase(text) => {
                let tokens = phrase_tokens(text);
                let query = phrase(self.terms.fields.exact, &tokens);
                if query.is_some() {
                    self.wanted.push(Wanted::phrase(tokens));
                }
                query
            }
            Clause::Or(sides) => {
                let mut queries = Vec::new();
                for side in sides {
                    queries.extend(self.clause(side)?);
                }
                (!queries.is_empty()).then(|| any(queries))
            }
            Clause::Group(query) => self.query(query)?,
        })
    }

    /// What must not be there: the word as written, without its inflections.
    fn unwanted(&mut self, clause: &Clause) -> tantivy::Result<Option<Box<dyn TantivyQuery>>> {
        let seen = self.wanted.len();
        let query = match clause {
            Clause::Word {
                text,
                prefix: Prefix::Asked,
            } => {
                let words = self.words(text, Prefix::Asked)?;
                (!words.is_empty()).then(|| any_word(words))
            }
            Clause::Word { text, .. } => phrase(self.terms.fields.exact, &phrase_tokens(text)),
            other => self.clause(other)?,
        };
        self.wanted.truncate(seen);
        Ok(query)
    }

    fn words(&mut self, text: &str, prefix: Prefix) -> tantivy::Result<Vec<Asked>> {
        let pieces = cut(text);
        let mut asked = Vec::new();
        for group in groups(&pieces) {
            let last = group.last().map(|piece| piece.end) == pieces.last().map(|piece| piece.end);
            if self.words >= MOST_WORDS {
                break;
            }
            let prefix = if last { prefix } else { Prefix::No };
            let found = self.terms.group(group, prefix)?;
            self.words += found.len();
            self.wanted
                .extend(found.iter().map(|word| word.wanted.clone()));
            asked.extend(found);
        }
        Ok(asked)
    }
}

/// Any of the words, as one query.
fn any_word(words: Vec<Asked>) -> Box<dyn TantivyQuery> {
    any(scored(words).collect())
}

/// Every word's terms; and more for a document that has all words.
fn scored(words: Vec<Asked>) -> impl Iterator<Item = Box<dyn TantivyQuery>> {
    let mut queries = Vec::new();
    let mut present = Vec::new();
    let mut rarity = 0.0;
    for word in words {
        queries.extend(word.scored);
        present.push(word.present);
        rarity += word.rarity;
    }
    if present.len() > 1 {
        let all = ConstScoreQuery::new(Box::new(BooleanQuery::intersection(present)), 1.0);
        queries.push(Box::new(BoostQuery::new(Box::new(all), ALL_WORDS * rarity)));
    }
    queries.into_iter()
}
