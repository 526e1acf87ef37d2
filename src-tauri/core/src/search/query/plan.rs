//! From the shape of a query to what tantivy runs.

use std::collections::{HashMap, HashSet};

use tantivy::query::Query as TantivyQuery;
use tantivy::{Searcher, Term};

use super::combine::{OnlyWords, Parts, any_word, constant, near_each_other, unscored};
use super::function::FunctionWords;
use super::names::Names;
use super::parser::{Clause, Prefix, Query};
use super::terms::{Asked, Terms, any, boosted, phrase};
use crate::domain::NameChoice;
use crate::search::analyser::{Exact, folded_words, phrase_tokens};
use crate::search::library::Library;
use crate::search::marker::{Marker, Wanted};
use crate::search::schema::Fields;
use crate::search::words::{Class, cut, groups};
use crate::search::writing::Writing;
use crate::text::fold;

/// A query, ready to run.
pub(in crate::search) struct Plan {
    /// What is found at all; scores nothing.
    pub found: Box<dyn TantivyQuery>,
    /// Its words, where there is nothing else to it.
    pub words: Option<OnlyWords>,
    /// What ranks it: what an earlier one finds comes first. Of words alone, those
    /// documents come first that have all of them.
    pub best: Vec<Box<dyn TantivyQuery>>,
    /// What has all of several words.
    pub has_all: Option<Box<dyn TantivyQuery>>,
    /// Nothing but phrases and fields: the one query that ranks finds exactly what is
    /// found, and has to look at each of it.
    pub ranks_all_found: bool,
    pub frequencies: HashMap<Term, u64>,
    /// Tokens that a text in the query's writing has on average; 0 where it has as many
    /// as other texts.
    pub average_length: f32,
    /// What all of its words are written in.
    pub writing: Option<Writing>,
    pub marker: Marker,
    /// Words that nothing has, with the likeliest that may have been meant.
    pub slips: Vec<(String, String)>,
}

/// Words beyond these are left out: someone pasted a page.
const MOST_WORDS: usize = 64;

/// What the words that carry a sentence count beside its other words: 0, 0.2, 0.3
/// and 0.4 were tried.
const FUNCTION_WORD: f32 = 0.3;

/// More than any other score.
const IN_ORDER: f32 = 100.0;

/// What a quoted phrase is to a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) enum Quoted {
    /// Every result has it.
    Needed,
    /// Results that have it come first: a sentence is asked, and its quotation
    /// marks are part of it.
    Ranks,
}

impl Query {
    /// What is quoted in a question belongs to its sentence.
    pub(in crate::search) fn quoted(&self, text: &str) -> Quoted {
        match self.has_words() && text.trim_end().ends_with(['?', '？', '؟', '՞', ';']) {
            true => Quoted::Ranks,
            false => Quoted::Needed,
        }
    }

    /// Something of it says what is more relevant; fields only narrow.
    pub(in crate::search) fn ranks(&self) -> bool {
        !self
            .wanted
            .iter()
            .all(|one| matches!(one, Clause::Field { .. }))
    }

    /// Words and phrases stand beside each other, so that the words can be looked
    /// for when nothing has the phrases.
    pub(in crate::search) fn can_be_loosened(&self) -> bool {
        self.has_words()
            && self
                .wanted
                .iter()
                .any(|one| matches!(one, Clause::Phrase(_)))
    }

    /// The word that stands in it alone, as `+word` does.
    fn one_word(&self) -> Option<(&str, Prefix)> {
        match (self.wanted.as_slice(), self.unwanted.is_empty()) {
            ([Clause::Word { text, prefix }], true) => Some((text, *prefix)),
            _ => None,
        }
    }

    fn has_words(&self) -> bool {
        self.wanted
            .iter()
            .any(|one| matches!(one, Clause::Word { .. }))
    }
}

/// Plans `query` with the entities that have its names, and which names of these are
/// searched; `None` when it asks for nothing.
pub(in crate::search) fn plan(
    query: &Query,
    searcher: &Searcher,
    fields: &Fields,
    library: &Library,
    known: (&dyn Names, &NameChoice),
    quoted: Quoted,
) -> tantivy::Result<Option<Plan>> {
    let mut planner = Planner {
        terms: Terms {
            searcher,
            fields,
            library,
            frequencies: HashMap::new(),
            guessed: 0,
            slips: Vec::new(),
            asked_prefixes: 0,
            scripts: Vec::new(),
            alphabets: Vec::new(),
        },
        names: known.0,
        choice: known.1,
        wanted: Vec::new(),
        words: 0,
        quoted,
        function: FunctionWords::default(),
    };
    let Some(parts) = planner.parts(query)? else {
        return Ok(None);
    };
    let words = parts.only_words();
    let has_all = parts.has_several_words().then(|| parts.all(false));
    let all = (has_all.is_some() && words.is_none()).then(|| parts.all(true));
    Ok(Some(Plan {
        found: parts.found(),
        ranks_all_found: words.is_none() && parts.words.is_empty() && parts.optional.is_empty(),
        best: [all, Some(parts.any()), parts.rarer()]
            .into_iter()
            .flatten()
            .collect(),
        words,
        has_all,
        writing: planner.terms.writing(),
        average_length: planner.terms.average_length(),
        frequencies: planner.terms.frequencies,
        marker: Marker::new(planner.wanted),
        slips: planner.terms.slips,
    }))
}

pub(super) struct Planner<'i> {
    pub terms: Terms<'i>,
    pub names: &'i dyn Names,
    pub choice: &'i NameChoice,
    /// What to mark in what is found.
    pub wanted: Vec<Wanted>,
    words: usize,
    quoted: Quoted,
    /// Those of the words that stand beside each other just now.
    function: FunctionWords,
}

impl Planner<'_> {
    /// In parentheses: one query.
    fn group(&mut self, query: &Query) -> tantivy::Result<Option<Box<dyn TantivyQuery>>> {
        Ok(self.parts(query)?.map(|parts| {
            any([Some(parts.any()), parts.rarer()]
                .into_iter()
                .flatten()
                .collect())
        }))
    }

    /// `None` when there is nothing to ask for.
    fn parts(&mut self, query: &Query) -> tantivy::Result<Option<Parts>> {
        let mut parts = Parts::default();
        let function = FunctionWords::of(&query.wanted);
        // A word that is said again asks for nothing more.
        let mut said: HashSet<String> = HashSet::new();
        for clause in &query.wanted {
            if let Clause::Word {
                text,
                prefix: Prefix::No | Prefix::Typing,
            } = clause
                && !said.insert(fold(text))
            {
                continue;
            }
            let outer = std::mem::replace(&mut self.function, function.clone());
            match clause {
                Clause::Word { text, prefix } => parts.words.extend(self.words(text, *prefix)?),
                Clause::Fuzzy(text) => parts.words.extend(self.fuzzy(text)?),
                Clause::Field { filter, .. } => {
                    parts.filters.extend(self.filter(filter)?.map(unscored));
                }
                // As one field does, any of several narrows and never ranks.
                Clause::Or(sides)
                    if sides
                        .iter()
                        .all(|side| matches!(side, Clause::Field { .. })) =>
                {
                    parts.filters.extend(self.clause(clause)?.map(unscored));
                }
                Clause::Phrase(text) if self.quoted == Quoted::Ranks => {
                    parts.optional.extend(self.clause(clause)?);
                    parts.words.extend(self.words(text, Prefix::No)?);
                }
                Clause::Group(query) if query.one_word().is_some() => {
                    self.function = FunctionWords::default();
                    if let Some((text, prefix)) = query.one_word() {
                        let words = self.words(text, prefix)?;
                        parts.need(&words);
                    }
                }
                other => {
                    let clause = self.clause(other)?;
                    parts.words_only_rank |= clause.is_some();
                    parts.required.extend(clause);
                }
            }
            self.function = outer;
        }
        for pair in query.wanted.windows(2) {
            if let [
                Clause::Word { text: first, .. },
                Clause::Word { text: second, .. },
            ] = pair
                && let (Some(first), Some(second)) = (one_word(first), one_word(second))
                && let Some(found) = self.terms.together(&first, &second)?
            {
                self.wanted.push(found.wanted);
                parts.optional.extend(found.scored);
            }
        }
        if function.is_empty() {
            let tokens = name_tokens(&query.wanted);
            let phrase = phrase(self.terms.fields.exact, &tokens);
            parts.in_order = phrase.map(|phrase| constant(phrase, IN_ORDER));
        }
        for clause in &query.unwanted {
            parts.excluded.extend(self.unwanted(clause)?);
        }
        Ok(parts.settled())
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
            Clause::Fuzzy(text) => {
                let words = self.fuzzy(text)?;
                (!words.is_empty()).then(|| any_word(words))
            }
            Clause::Near { text, within } => {
                let tokens = phrase_tokens(text);
                for token in &tokens {
                    self.wanted.push(Wanted::phrase(vec![Exact {
                        position: 0,
                        text: token.text.clone(),
                    }]));
                }
                near_each_other(self.terms.fields.exact, &tokens, *within)
            }
            Clause::Field { filter, .. } => self.filter(filter)?.map(unscored),
            Clause::Or(sides) => {
                let mut queries = Vec::new();
                for side in sides {
                    queries.extend(self.clause(side)?);
                }
                (!queries.is_empty()).then(|| any(queries))
            }
            Clause::Group(query) => self.group(query)?,
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

    fn fuzzy(&mut self, text: &str) -> tantivy::Result<Vec<Asked>> {
        let pieces = cut(text);
        let mut asked = Vec::new();
        for group in groups(&pieces) {
            for piece in group {
                asked.extend(self.terms.fuzzy(piece)?);
            }
        }
        self.words += asked.len();
        self.wanted
            .extend(asked.iter().map(|word| word.wanted.clone()));
        Ok(asked)
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
            let mut found = self.terms.group(group, prefix)?;
            if self.function.has(group) {
                found.iter_mut().for_each(Asked::be_function_word);
            }
            self.words += found.len();
            self.wanted
                .extend(found.iter().map(|word| word.wanted.clone()));
            asked.extend(found);
        }
        Ok(asked)
    }
}

/// The tokens of a query that may be a name: a few words, and nothing else that ranks.
fn name_tokens(wanted: &[Clause]) -> Vec<Exact> {
    const MOST: usize = 4;
    let words = wanted
        .iter()
        .filter(|clause| !matches!(clause, Clause::Field { .. }));
    let words: Option<Vec<&str>> = words
        .map(|clause| match clause {
            Clause::Word {
                text,
                prefix: Prefix::No | Prefix::Typing,
            } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    match words {
        Some(words) if (2..=MOST).contains(&words.len()) => phrase_tokens(&words.join(" ")),
        _ => Vec::new(),
    }
}

/// `text` folded, when it is a single word.
fn one_word(text: &str) -> Option<String> {
    let pieces = cut(text);
    match pieces.as_slice() {
        [piece] if piece.class == Class::Word => folded_words(piece).pop(),
        _ => None,
    }
}

impl Asked {
    fn be_function_word(&mut self) {
        self.is_function_word = true;
        self.rarity = 0.0;
        self.wanted.rarity = 0.0;
        self.finds.clear();
        self.rarer.clear();
        self.parts.clear();
        let scored = std::mem::take(&mut self.scored).into_iter();
        let scored = scored.chain(std::mem::take(&mut self.in_title));
        self.extra
            .extend(scored.map(|query| boosted(query, FUNCTION_WORD)));
    }
}
