//! From an unbroken run of a query to the grams that find it.

use tantivy::Term;

use super::expand::OF_ASKED;
use super::terms::{
    Asked, CHARACTER, EXACT, Gathering, SYLLABLE, Terms, boosted, finding, phrase, term_query,
};
use crate::search::analyser::{Exact, IDEOGRAPHS, KOREAN, SYLLABLES, query_grams, run_chars};
use crate::search::stem::korean_stem;
use crate::search::words::{Class, Piece};

/// Characters of a run that are looked for: a longer one was pasted.
const LONGEST_RUN: usize = 256;

impl Terms<'_> {
    /// An unbroken run of Han, kana, Hangul or a script of syllables.
    pub fn run(&mut self, piece: &Piece<'_>) -> tantivy::Result<Option<Asked>> {
        let mut chars = run_chars(piece);
        chars.truncate(LONGEST_RUN);
        if chars.is_empty() {
            return Ok(None);
        }
        let mut gathering = Gathering::default();
        let script = match piece.class {
            Class::Hangul => KOREAN,
            Class::Syllables => SYLLABLES,
            Class::Ideographs | Class::Word => IDEOGRAPHS,
        };
        self.scripts.push(script);
        let speakers = self.library.with_script(script);
        // 习近平 is one name: documents with half of it aren't meant. Two characters
        // are one gram anyway, and more may be several words.
        let one_name = piece.class == Class::Ideographs && chars.len() == 3;
        let grams = query_grams(&chars, piece.class);
        let mut tokens = Vec::new();
        for (position, gram) in grams {
            let term = Term::from_field_text(self.fields.exact, &gram);
            let documents = self.searcher.doc_freq(&term)?;
            let scaled = self.library.scaled(documents, speakers);
            gathering.documents = gathering.documents.max(scaled);
            if documents > 0 {
                self.frequencies.insert(term.clone(), scaled);
                if !one_name {
                    gathering.finds.push(finding(&term));
                    gathering.scored.push(Box::new(term_query(term)));
                    self.add_title(&gram, scaled, EXACT, &mut gathering);
                }
            }
            tokens.push(Exact {
                position,
                text: gram,
            });
        }
        if chars.len() > 3 && piece.class != Class::Syllables {
            let weight = match piece.class {
                Class::Hangul => SYLLABLE,
                _ => CHARACTER,
            };
            self.add_characters(&chars, weight, speakers, &mut gathering)?;
        }
        let whole = phrase(self.fields.exact, &tokens);
        if one_name {
            let whole = whole.as_ref();
            gathering
                .scored
                .extend(whole.map(|query| query.box_clone()));
            gathering.finds.extend(whole.map(|query| query.box_clone()));
        }
        gathering.present.extend(whole);
        if piece.class == Class::Hangul {
            let word: String = chars.iter().collect();
            let stem = format!("{KOREAN}:{}", korean_stem(&word));
            let term = Term::from_field_text(self.fields.stem, &stem);
            let documents = self.searcher.doc_freq(&term)?;
            if documents > 0 {
                let scaled = self.library.scaled(documents, speakers);
                self.add_term(term, scaled, EXACT, &mut gathering);
            }
        }
        if piece.class == Class::Syllables && chars.len() < 3 {
            let run: String = chars.iter().collect();
            self.add_prefix(&run, EXACT, OF_ASKED, &mut gathering)?;
        }
        gathering.wanted.add_run(tokens, chars.len(), piece.class);
        Ok(Some(self.finish(gathering)))
    }

    fn add_characters(
        &mut self,
        chars: &[char],
        weight: f32,
        speakers: u64,
        gathering: &mut Gathering,
    ) -> tantivy::Result<()> {
        for c in chars {
            let term = Term::from_field_text(self.fields.exact, c.encode_utf8(&mut [0; 4]));
            let documents = self.searcher.doc_freq(&term)?;
            if documents > 0 {
                let scaled = self.library.scaled(documents, speakers);
                self.frequencies.insert(term.clone(), scaled);
                let query = boosted(Box::new(term_query(term)), weight);
                gathering.extra.push(query);
            }
        }
        Ok(())
    }
}
