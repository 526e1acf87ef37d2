//! Other ways in which a typed word may be written: umlauts spelt out, run
//! together or apart, mistyped.

use tantivy::query::{DisjunctionMaxQuery, Query};
use tantivy::{Searcher, Term};

use super::near::near;
use super::terms::{Asked, EXACT, Gathering, Terms, boosted, finding, phrase, term_query};
use crate::search::analyser::{Exact, folded_words};
use crate::search::language::Alphabet;
use crate::search::schema::Fields;
use crate::search::words::{Class, Piece};
use crate::text::fold;

/// What a word counts that a rare one may have been meant for.
const PERHAPS: f32 = 0.3;
/// A word with a particle written onto it.
const PARTICLE: f32 = 0.2;
/// Two words that were typed apart and stand as one, and the other way round.
const APART: f32 = 1.0;

/// Words of a query that are looked for as `word~`; more are looked for as they are.
const MOST_FUZZY: usize = 8;

/// Folded spellings beside `folded` itself: Düsseldorf is Duesseldorf, Ålborg is
/// Aalborg, سوريا is سورية.
pub(super) fn other_spellings(written: &str, folded: &str) -> Vec<String> {
    const SHORTEST: usize = 4;
    if folded.chars().count() < SHORTEST {
        return Vec::new();
    }
    let mut others = Vec::new();
    if folded.is_ascii() {
        let spelt_out = fold(&spelt_out(written));
        if spelt_out != folded {
            others.push(spelt_out);
        } else {
            let short = ["ae", "oe", "ue", "aa"]
                .iter()
                .fold(folded.to_owned(), |word, pair| {
                    word.replace(pair, &pair[..1])
                });
            if short != folded {
                others.push(short);
            }
        }
    } else if let Some(stem) = folded.strip_suffix('ا') {
        others.push(format!("{stem}ه"));
    } else if let Some(stem) = folded.strip_suffix('ه') {
        others.push(format!("{stem}ا"));
    }
    others
}

/// A word of Arabic with what is written onto it: to Moscow (لموسكو), and in Moscow
/// (وبموسكو). Taking a ل off a text's words would cut many that begin with it; a word that
/// was typed says what it is. With the article, its stem finds the rest.
fn with_particles(folded: &str) -> impl Iterator<Item = String> + '_ {
    const PARTICLES: [&str; 7] = ["ل", "ب", "و", "ف", "ك", "ول", "وب"];
    const OF_ARTICLE: [&str; 2] = ["لل", "ولل"];
    let (particles, rest) = match folded.strip_prefix("ال") {
        Some(rest) => (&OF_ARTICLE[..], rest),
        None => (&PARTICLES[..], folded),
    };
    particles
        .iter()
        .map(move |particle| format!("{particle}{rest}"))
}

/// As typewriters without the letters wrote them (DIN 5007-2, Danish and
/// Norwegian usage).
fn spelt_out(written: &str) -> String {
    let mut plain = String::with_capacity(written.len() + 4);
    for c in written.chars() {
        match c {
            'ä' | 'Ä' => plain.push_str("ae"),
            'ö' | 'Ö' | 'ø' | 'Ø' => plain.push_str("oe"),
            'ü' | 'Ü' => plain.push_str("ue"),
            'å' | 'Å' => plain.push_str("aa"),
            _ => plain.push(c),
        }
    }
    plain
}

impl Terms<'_> {
    /// Finds a word of Arabic also with particles before it, each as common as itself.
    pub fn add_particles(
        &mut self,
        folded: &str,
        gathering: &mut Gathering,
    ) -> tantivy::Result<()> {
        const SHORTEST: usize = 4;
        let is_arabic = Alphabet::of(folded) == Alphabet::Arabic;
        if !is_arabic || folded.chars().count() < SHORTEST {
            return Ok(());
        }
        for form in with_particles(folded) {
            let term = Term::from_field_text(self.fields.exact, &form);
            let documents = self.searcher.doc_freq(&term)?;
            if documents == 0 {
                continue;
            }
            let scaled = documents.max(gathering.documents);
            gathering.wanted.words.insert(form);
            gathering.present.push(finding(&term));
            gathering.finds.push(finding(&term));
            self.frequencies.insert(term.clone(), scaled);
            let query = boosted(Box::new(term_query(term)), PARTICLE);
            gathering.rarer.push(query);
        }
        Ok(())
    }

    /// Two words typed apart that the library has as one: `MH 17`, `عبد الله`.
    pub fn together(&mut self, first: &str, second: &str) -> tantivy::Result<Option<Asked>> {
        let whole = format!("{first}{second}");
        let term = Term::from_field_text(self.fields.exact, &whole);
        let documents = self.searcher.doc_freq(&term)?;
        if documents == 0 {
            return Ok(None);
        }
        let mut gathering = Gathering {
            documents,
            ..Gathering::default()
        };
        gathering.wanted.words.insert(whole);
        self.add_term(term, documents, APART, &mut gathering);
        Ok(Some(self.finish(gathering)))
    }

    /// One word that the library has in two: `MH17`, `عبدالله`. Looked for where
    /// letters meet digits, and anywhere in a word that nothing has.
    pub fn add_split(&mut self, folded: &str, gathering: &mut Gathering) -> tantivy::Result<()> {
        const SHORTEST: usize = 3;
        const LONGEST: usize = 24;
        let letters: Vec<char> = folded.chars().collect();
        let unknown = gathering.documents == 0 && letters.len() <= LONGEST;
        for at in 1..letters.len() {
            let (front, back) = letters.split_at(at);
            let meets = letters[at - 1].is_numeric() != letters[at].is_numeric();
            let long = front.len() >= SHORTEST && back.len() >= SHORTEST;
            if !(meets || unknown && long) {
                continue;
            }
            let tokens: Vec<Exact> = (0..)
                .zip([front, back])
                .map(|(position, part)| Exact {
                    position,
                    text: part.iter().collect(),
                })
                .collect();
            if !has_all(self.searcher, self.fields, &tokens)? {
                continue;
            }
            if let Some(query) = phrase(self.fields.exact, &tokens) {
                gathering.present.push(query.box_clone());
                gathering.finds.push(query.box_clone());
                gathering.scored.push(boosted(query, APART));
                gathering.wanted.phrases.push(tokens);
            }
            // Where letters meet digits more than once, the first place does.
            break;
        }
        Ok(())
    }

    /// The word itself, and all words spelt nearly so.
    pub fn fuzzy(&mut self, piece: &Piece<'_>) -> tantivy::Result<Vec<Asked>> {
        if piece.class != Class::Word {
            return Ok(self.run(piece)?.into_iter().collect());
        }
        let mut asked = Vec::new();
        for folded in folded_words(piece) {
            let mut gathering = Gathering::default();
            self.add_exact(&folded, &mut gathering)?;
            self.guessed += 1;
            let found = match self.guessed {
                0..=MOST_FUZZY => near(self.searcher, self.fields.exact, &folded, true)?,
                _ => Vec::new(),
            };
            for (other, documents) in found {
                let term = Term::from_field_text(self.fields.exact, &other);
                gathering.wanted.words.insert(other);
                gathering.documents = gathering.documents.max(documents);
                self.add_term(term, documents, EXACT, &mut gathering);
            }
            asked.push(self.finish(gathering));
        }
        Ok(asked)
    }

    /// Words that may have been meant: for one that nothing has, for one of which
    /// only a short stem is known, and for a rare one. Only the first few are
    /// looked at so: the rest is a language that the library doesn't have.
    pub fn add_near(&mut self, folded: &str, gathering: &mut Gathering) -> tantivy::Result<()> {
        const MOST: usize = 3;
        const RARE: u64 = 2;
        const LONG: usize = 6;
        let length = folded.chars().count();
        let unknown = gathering.present.is_empty();
        let doubtful = !gathering.written && gathering.stem * 2 <= length + 1;
        let rare = length >= LONG && gathering.written && gathering.documents <= RARE;
        if !may_be_misspelt(folded) || !(unknown || doubtful || rare) {
            return Ok(());
        }
        self.guessed += 1;
        if self.guessed > MOST {
            return Ok(());
        }
        let mut found = near(self.searcher, self.fields.exact, folded, rare)?;
        if rare {
            // L'Élysée is indexed run together too: no other word.
            found.retain(|(other, _)| !other.ends_with(folded));
        }
        if found.is_empty() {
            return Ok(());
        }
        if unknown && let Some((likeliest, _)) = found.first() {
            self.slips.push((folded.to_owned(), likeliest.clone()));
        }
        let together: u64 = found.iter().map(|(_, documents)| documents).sum();
        let together = together.min(self.library.documents);
        let queries = found.into_iter().map(|(other, _)| {
            let term = Term::from_field_text(self.fields.exact, &other);
            gathering.wanted.words.insert(other);
            self.frequencies.insert(term.clone(), together);
            if !rare {
                gathering.present.push(finding(&term));
            }
            gathering.finds.push(finding(&term));
            Box::new(term_query(term)) as Box<dyn Query>
        });
        let best = DisjunctionMaxQuery::new(queries.collect::<Vec<_>>());
        let weight = if rare { PERHAPS } else { EXACT };
        if !rare {
            gathering.documents = gathering.documents.max(together);
        }
        gathering.scored.push(boosted(Box::new(best), weight));
        Ok(())
    }
}

fn has_all(searcher: &Searcher, fields: &Fields, tokens: &[Exact]) -> tantivy::Result<bool> {
    for token in tokens {
        if searcher.doc_freq(&Term::from_field_text(fields.exact, &token.text))? == 0 {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Long enough to guess by, and no number or identifier.
fn may_be_misspelt(word: &str) -> bool {
    const SHORTEST: usize = 4;
    word.chars().count() >= SHORTEST && word.chars().all(char::is_alphabetic)
}
