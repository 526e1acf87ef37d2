//! Words already analysed: a text has few different ones, and a library says the
//! same again and again.

use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};

use super::analyser::{folded, shortened};
use super::language::{Alphabet, Language};
use super::stem::{stems, word_grams};

/// What a word is indexed by.
#[derive(Debug)]
pub(super) struct Analysed {
    /// Mostly one; a compatibility character may hold several (`ﷺ`).
    pub folded: Vec<String>,
    /// With the language before them: `en:negoti`.
    pub stems: Vec<String>,
    pub grams: Vec<String>,
    pub tag: &'static str,
}

/// By how they are written.
type Words = HashMap<Box<str>, Arc<Analysed>>;

/// Words kept for all languages together: some 20 MB.
const MOST_KEPT: usize = 100_000;
/// A longer one, in bytes, is no word that another text has.
const LONGEST_KEPT: usize = 128;
/// Languages that are kept apart; a declared one may be anything.
const MOST_LANGUAGES: usize = 64;

/// Analyses words and remembers them.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// By the text's language, as declared or guessed.
    languages: Vec<(Option<String>, Words)>,
    kept: usize,
}

impl Lexicon {
    /// The place of a language, for [`Self::word`].
    pub fn place(&mut self, language: Option<&str>) -> usize {
        let mut languages = self.languages.iter();
        let known = languages.position(|(known, _)| known.as_deref() == language);
        known.unwrap_or_else(|| {
            if self.languages.len() == MOST_LANGUAGES {
                *self = Self::default();
            }
            self.languages
                .push((language.map(str::to_owned), Words::new()));
            self.languages.len() - 1
        })
    }

    /// A word, as written, of a text in the language at `place`.
    pub fn word(&mut self, written: &str, place: usize) -> Arc<Analysed> {
        let Some((language, words)) = self.languages.get_mut(place) else {
            return Arc::new(analyse(written, None));
        };
        if let Some(known) = words.get(written) {
            return Arc::clone(known);
        }
        let analysed = Arc::new(analyse(written, language.as_deref()));
        if written.len() > LONGEST_KEPT {
            return analysed;
        }
        words.insert(written.into(), Arc::clone(&analysed));
        self.kept += 1;
        if self.kept > MOST_KEPT {
            self.languages
                .iter_mut()
                .for_each(|(_, words)| words.clear());
            self.kept = 0;
        }
        analysed
    }
}

fn analyse(written: &str, language: Option<&str>) -> Analysed {
    let short = shortened(written);
    let language = Language::of_alphabet(Alphabet::of(short), language);
    let mut found = Vec::with_capacity(1);
    stems(short, language, &mut found);
    let folded = folded(written);
    Analysed {
        grams: folded
            .iter()
            .flat_map(|word| word_grams(word, language.alphabet))
            .collect(),
        folded,
        stems: found,
        tag: language.tag,
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_KEPT, Lexicon, MOST_LANGUAGES};

    #[test]
    fn what_a_text_makes_up_is_not_kept() {
        let mut lexicon = Lexicon::default();
        let place = lexicon.place(Some("en"));
        let long = "x".repeat(LONGEST_KEPT + 1);
        for _ in 0..2 {
            assert_eq!(lexicon.word("Talks", place).folded, ["talks"]);
            assert_eq!(lexicon.word(&long, place).folded.len(), 1);
        }
        assert_eq!(lexicon.kept, 1);
        for n in 0..MOST_LANGUAGES * 2 {
            let language = format!("x-{n}");
            let place = lexicon.place(Some(&language));
            assert_eq!(lexicon.place(Some(&language)), place);
            lexicon.word("Talks", place);
        }
        assert!(lexicon.languages.len() <= MOST_LANGUAGES);
        assert!(lexicon.kept <= MOST_LANGUAGES);
    }
}
