//! From one typed word to the terms that find it.

use std::collections::HashMap;

use tantivy::query::{
    BooleanQuery, BoostQuery, DisjunctionMaxQuery, PhraseQuery, Query, TermQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::expand::{OF_ASKED, OF_TYPED, all_beginning_with, expansions};
use super::parser::Prefix;
use super::spellings::other_spellings;
use crate::search::analyser::{Exact, folded_words, joined};
use crate::search::language::{Alphabet, Stemming};
use crate::search::library::Library;
use crate::search::marker::Wanted;
use crate::search::schema::Fields;
use crate::search::stem::{is_typed_with_marks, stems};
use crate::search::words::{Class, Piece, is_initials};

/// A stem counts more than the word as written beside it: 0.25, 0.5, 0.6 and 1
/// beside 2 were tried on questions and keywords in five languages.
const STEM: f32 = 2.0;
const BESIDE_STEM: f32 = 0.6;
pub(super) const EXACT: f32 = 1.0;
/// Single characters of a long Han or Hangul run, beside its pairs: 0.25, 0.5 and
/// 1 were tried. A word of the text may be cut otherwise than the query's.
pub(super) const CHARACTER: f32 = 0.5;
/// The same of Hangul: a syllable of a Korean noun is mostly a morpheme, and long names
/// are shortened to some of them. 0.25, 0.5, 0.75 and 1 were tried.
pub(super) const SYLLABLE: f32 = 1.0;
/// Words of titles and names count again.
const TITLE: f32 = 1.0;
/// Words of a query that are looked for as `pre*` with all that go on from them; more,
/// with the likeliest of these.
const MOST_ASKED: usize = 8;
/// Words that only begin as typed.
const PREFIX: f32 = 0.5;

/// A word of a query, ready to be asked for.
pub(super) struct Asked {
    /// Each adds to a document's score, and finds it.
    pub scored: Vec<Box<dyn Query>>,
    /// Each adds to the score of a document whose title has the word; it finds nothing
    /// more.
    pub in_title: Vec<Box<dyn Query>>,
    /// Finds the same as these together, and scores nothing.
    pub finds: Vec<Box<dyn Query>>,
    /// Each adds to the score of what is found anyway.
    pub extra: Vec<Box<dyn Query>>,
    /// Words that are meant less likely, and that find too.
    pub rarer: Vec<Box<dyn Query>>,
    /// Parts of the word: each adds to the score of what is found anyway, and a word that
    /// has to be there isn't there by them.
    pub parts: Vec<Box<dyn Query>>,
    /// A document has the word when it has any of these.
    pub present: Vec<Box<dyn Query>>,
    /// How much the word tells (its inverse document frequency).
    pub rarity: f32,
    /// It carries the sentence and not its subject.
    pub is_function_word: bool,
    pub wanted: Wanted,
}

impl Asked {
    /// All that adds to a document's score.
    pub fn ranking(&self) -> impl Iterator<Item = &Box<dyn Query>> {
        let finding = self.scored.iter().chain(&self.in_title);
        finding.chain(&self.extra).chain(&self.rarer)
    }
}

/// Makes terms, and keeps the frequencies that they are weighed with.
pub(super) struct Terms<'i> {
    pub searcher: &'i Searcher,
    pub fields: &'i Fields,
    pub library: &'i Library,
    pub frequencies: HashMap<Term, u64>,
    /// How many words were looked at as misspelt.
    pub guessed: usize,
    /// Words that nothing has, with the likeliest that may have been meant.
    pub slips: Vec<(String, String)>,
    /// How many words were asked for as `pre*`.
    pub asked_prefixes: usize,
    /// The script of each run without spaces; "" for each word.
    pub scripts: Vec<&'static str>,
    /// The alphabet of each word of letters.
    pub alphabets: Vec<Alphabet>,
}

/// The terms of one word as they gather.
#[derive(Default)]
pub(super) struct Gathering {
    pub scored: Vec<Box<dyn Query>>,
    pub in_title: Vec<Box<dyn Query>>,
    pub finds: Vec<Box<dyn Query>>,
    pub extra: Vec<Box<dyn Query>>,
    pub rarer: Vec<Box<dyn Query>>,
    pub parts: Vec<Box<dyn Query>>,
    pub present: Vec<Box<dyn Query>>,
    /// The greatest share of documents, as a scaled number of them.
    pub documents: u64,
    pub wanted: Wanted,
    /// The word itself is in the library, as typed or otherwise spelt.
    pub written: bool,
    /// Letters of the longest of its stems that the library has.
    pub stem: usize,
}

impl Terms<'_> {
    /// The words of a group of pieces, mostly one.
    pub fn group(&mut self, group: &[Piece<'_>], prefix: Prefix) -> tantivy::Result<Vec<Asked>> {
        let mut asked = Vec::new();
        let whole = joined(group);
        if is_initials(group) {
            if let Some(whole) = whole {
                asked.push(self.word(&whole, &whole, None, Prefix::No)?);
            }
            return Ok(asked);
        }
        // The l of l'Élysée and the s of Korea's would only add noise.
        let long = group.iter().any(|piece| piece.end - piece.start > 1);
        for (index, piece) in group.iter().enumerate() {
            if piece.class != Class::Word {
                asked.extend(self.run(piece)?);
                continue;
            }
            if group.len() > 1 && long && piece.end - piece.start == 1 {
                continue;
            }
            let last = index + 1 == group.len();
            let prefix = if last { prefix } else { Prefix::No };
            for folded in folded_words(piece) {
                let whole = whole.as_deref();
                asked.push(self.word(piece.text, &folded, whole, prefix)?);
            }
        }
        Ok(asked)
    }

    /// A word of a script with spaces; `whole` is the compound it is part of,
    /// written as one.
    fn word(
        &mut self,
        written: &str,
        folded: &str,
        whole: Option<&str>,
        prefix: Prefix,
    ) -> tantivy::Result<Asked> {
        let mut gathering = Gathering::default();
        self.scripts.push("");
        if written.chars().any(char::is_alphabetic) {
            self.alphabets.push(Alphabet::of(written));
        }
        self.add_stems(written, &mut gathering)?;
        self.add_exact(folded, &mut gathering)?;
        if let Some(whole) = whole {
            self.add_exact(whole, &mut gathering)?;
        }
        for other in other_spellings(written, folded) {
            self.add_exact(&other, &mut gathering)?;
        }
        self.add_particles(folded, &mut gathering)?;
        self.add_split(folded, &mut gathering)?;
        self.add_grams(written, folded, &mut gathering)?;
        let known = gathering.documents > 0;
        let expanded = match prefix {
            Prefix::No => false,
            Prefix::Typing | Prefix::Asked => {
                let weight = if known { PREFIX } else { EXACT };
                self.asked_prefixes += usize::from(prefix == Prefix::Asked);
                let most = match prefix {
                    Prefix::Asked if self.asked_prefixes <= MOST_ASKED => OF_ASKED,
                    _ => OF_TYPED,
                };
                self.add_prefix(folded, weight, most, &mut gathering)?
            }
        };
        if !expanded {
            self.add_near(folded, &mut gathering)?;
        }
        Ok(self.finish(gathering))
    }

    fn add_stems(&mut self, written: &str, gathering: &mut Gathering) -> tantivy::Result<()> {
        let mut found = Vec::new();
        for (language, speakers) in self.library.languages(Alphabet::of(written)) {
            // Typed without tones, a Vietnamese word would find another one.
            if language.stemming == Stemming::AsWritten && !is_typed_with_marks(written) {
                continue;
            }
            found.clear();
            stems(written, language, &mut found);
            for stem in &found {
                let term = Term::from_field_text(self.fields.stem, stem);
                let documents = self.searcher.doc_freq(&term)?;
                if documents > 0 {
                    let scaled = self.library.scaled(documents, speakers);
                    gathering.documents = gathering.documents.max(scaled);
                    let letters = stem.chars().count() - language.tag.len() - 1;
                    gathering.stem = gathering.stem.max(letters);
                    self.add_term(term, scaled, STEM, gathering);
                }
                gathering.wanted.stems.insert(stem.clone());
            }
        }
        Ok(())
    }

    pub(super) fn add_exact(
        &mut self,
        folded: &str,
        gathering: &mut Gathering,
    ) -> tantivy::Result<()> {
        gathering.wanted.words.insert(folded.to_owned());
        let term = Term::from_field_text(self.fields.exact, folded);
        let documents = self.searcher.doc_freq(&term)?;
        if documents == 0 {
            return Ok(());
        }
        gathering.written = true;
        // As common as the commonest of its stems: the same word.
        let scaled = documents.max(gathering.documents);
        gathering.documents = scaled;
        let weight = match gathering.present.is_empty() {
            true => EXACT,
            false => BESIDE_STEM,
        };
        self.add_term(term, scaled, weight, gathering);
        self.add_title(folded, scaled, EXACT, gathering);
        Ok(())
    }

    pub(super) fn add_title(
        &mut self,
        token: &str,
        scaled: u64,
        weight: f32,
        gathering: &mut Gathering,
    ) {
        let title = Term::from_field_text(self.fields.title, token);
        self.frequencies.insert(title.clone(), scaled);
        gathering
            .in_title
            .push(boosted(Box::new(term_query(title)), TITLE * weight));
    }

    pub(super) fn add_term(
        &mut self,
        term: Term,
        scaled: u64,
        weight: f32,
        gathering: &mut Gathering,
    ) {
        self.frequencies.insert(term.clone(), scaled);
        let finds = finding(&term);
        gathering.present.push(finds.box_clone());
        gathering.finds.push(finds);
        gathering
            .scored
            .push(boosted(Box::new(term_query(term)), weight));
    }

    /// All words that go on from `folded` count as one that is as common as they
    /// are together, so that a rare one doesn't outrank the rest. While one types, the
    /// most frequent of them do, as soon as they find more than is counted.
    pub(super) fn add_prefix(
        &mut self,
        folded: &str,
        weight: f32,
        most: usize,
        gathering: &mut Gathering,
    ) -> tantivy::Result<bool> {
        /// Documents.
        const ENOUGH: u64 = 20_000;
        /// The rest is looked for when these find too little: with few words, blocks of
        /// postings can be passed over.
        const FEW: usize = 6;
        const IN_TITLES: usize = 4;
        /// Letters of a beginning that is asked for with all its words, however many: one
        /// letter begins a tenth of all that is written.
        const WHOLE: usize = 2;
        /// What has none but rare words of it comes last: words of a beginning that most
        /// texts have count next to nothing.
        const LAST: f32 = 1e-6;
        gathering.wanted.prefixes.push(folded.to_owned());
        let known = (self.library, self.searcher);
        let mut found = expansions(known, self.fields.exact, folded, most)?;
        if found.is_empty() {
            return Ok(false);
        }
        let all: u64 = found.iter().map(|(_, documents)| documents).sum();
        let together = all.max(gathering.documents).min(self.library.documents);
        gathering.documents = gathering.documents.max(together);
        let present = found.iter().map(|(term, _)| finding(term));
        gathering.present.extend(present);
        if most < OF_ASKED {
            let mut before = 0;
            found.retain(|(_, documents)| {
                let is_kept = before < ENOUGH;
                before += documents;
                is_kept
            });
        }
        let mut asked: Vec<Box<dyn Query>> = Vec::new();
        for (place, (term, _)) in found.into_iter().enumerate() {
            gathering.finds.push(finding(&term));
            if let (true, Some(word)) = (place < IN_TITLES, term.value().as_str()) {
                self.add_title(word, together, weight, gathering);
            }
            self.frequencies.insert(term.clone(), together);
            let query = boosted(Box::new(term_query(term)), weight);
            match most {
                OF_ASKED => asked.push(query),
                _ if place < FEW => gathering.scored.push(query),
                _ => gathering.rarer.push(query),
            }
        }
        if asked.len() == OF_ASKED && folded.chars().count() >= WHOLE {
            let rest = all_beginning_with(self.fields.exact, folded);
            gathering.present.push(rest.box_clone());
            gathering.finds.push(rest.box_clone());
            gathering.rarer.push(boosted(rest, LAST));
        }
        if !asked.is_empty() {
            gathering
                .scored
                .push(Box::new(DisjunctionMaxQuery::new(asked)));
        }
        Ok(true)
    }

    pub(super) fn finish(&self, gathering: Gathering) -> Asked {
        let rarity = idf(gathering.documents, self.library.documents);
        let mut wanted = gathering.wanted;
        wanted.rarity = rarity;
        Asked {
            scored: gathering.scored,
            in_title: gathering.in_title,
            finds: gathering.finds,
            extra: gathering.extra,
            rarer: gathering.rarer,
            parts: gathering.parts,
            present: gathering.present,
            rarity,
            is_function_word: false,
            wanted,
        }
    }
}

/// A query for tokens at their places; `None` for no tokens.
pub(super) fn phrase(field: Field, tokens: &[Exact]) -> Option<Box<dyn Query>> {
    let term = |token: &Exact| Term::from_field_text(field, &token.text);
    match tokens {
        [] => None,
        [token] => Some(Box::new(term_query(term(token)))),
        _ => Some(Box::new(PhraseQuery::new_with_offset(
            tokens
                .iter()
                .map(|token| (token.position as usize, term(token)))
                .collect(),
        ))),
    }
}

pub(super) fn any(mut queries: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match queries.len() {
        1 => queries.remove(0),
        _ => Box::new(BooleanQuery::union(queries)),
    }
}

/// Finds what has `term`, and scores nothing.
pub(super) fn finding(term: &Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term.clone(), IndexRecordOption::Basic))
}

pub(super) fn term_query(term: Term) -> TermQuery {
    TermQuery::new(term, IndexRecordOption::WithFreqs)
}

pub(super) fn boosted(query: Box<dyn Query>, weight: f32) -> Box<dyn Query> {
    if weight == 1.0 {
        query
    } else {
        Box::new(BoostQuery::new(query, weight))
    }
}

fn idf(documents: u64, all: u64) -> f32 {
    let (documents, all) = (documents as f32, all as f32);
    (1.0 + (all - documents + 0.5).max(0.0) / (documents + 0.5)).ln()
}
