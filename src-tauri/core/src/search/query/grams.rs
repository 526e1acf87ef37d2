//! Parts of words, where neither the word nor its stem is the same in a text.

use tantivy::Term;

use super::terms::{Gathering, Terms, boosted, term_query};
use crate::search::language::Alphabet;
use crate::search::stem::word_grams;
use crate::search::writing::Writing;

/// Three letters of a word: 0.1, 0.2, 0.3, 0.5 and 0.8 were tried on one half of the
/// Arabic queries and confirmed on the other.
const GRAM: f32 = 0.5;

impl Terms<'_> {
    pub(super) fn add_grams(
        &mut self,
        written: &str,
        folded: &str,
        gathering: &mut Gathering,
    ) -> tantivy::Result<()> {
        let alphabet = Alphabet::of(written);
        let grams = word_grams(folded, alphabet);
        if grams.is_empty() {
            return Ok(());
        }
        let languages = self.library.languages(alphabet);
        let speakers = languages.map(|(_, documents)| documents).sum();
        for gram in grams {
            let term = Term::from_field_text(self.fields.grams, &gram);
            let documents = self.searcher.doc_freq(&term)?;
            if documents > 0 {
                let scaled = self.library.scaled(documents, speakers);
                self.frequencies.insert(term.clone(), scaled);
                let query = boosted(Box::new(term_query(term)), GRAM);
                gathering.parts.push(query);
            }
        }
        Ok(())
    }

    /// How many tokens a text has on average in the writing that most of the query is
    /// in; 0 for words.
    pub(super) fn average_length(&self) -> f32 {
        let runs = self.scripts.iter().filter(|script| !script.is_empty());
        let script = runs.max_by_key(|script| self.count(script));
        match script {
            Some(script) if self.count(script) * 2 >= self.scripts.len() => {
                self.library.average_length(script)
            }
            _ => 0.0,
        }
    }

    pub(super) fn writing(&self) -> Option<Writing> {
        let runs = self.scripts.iter().filter(|script| !script.is_empty());
        let runs = runs.map(|script| Writing::Runs(script));
        let words = self.alphabets.iter().copied().map(Writing::Words);
        let mut all: Vec<Writing> = runs.chain(words).collect();
        // Texts in all writings have names in Latin letters; only its own have the others.
        let latin = Writing::Words(Alphabet::Latin);
        if all.iter().any(|one| *one != latin) {
            all.retain(|one| *one != latin);
        }
        let first = *all.first()?;
        all.iter().all(|one| *one == first).then_some(first)
    }

    fn count(&self, script: &str) -> usize {
        self.scripts.iter().filter(|one| **one == script).count()
    }
}
