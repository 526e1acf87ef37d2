//! The words that names are made of, found by any of their forms.
//!
//! Each prefix of a word of the text has a number (its hash), so that all stems it may
//! have are looked up without cutting it apart. What is found is compared letter by letter.

use foldhash::HashMap;

use crate::entities::inflection::Paradigm;
use crate::entities::letters_hash::hash_of;

/// The number of a distinct folded word.
pub(super) type WordId = u32;

/// A word as it is, or the part of it that its forms share.
#[derive(Debug)]
struct Form {
    /// Where its letters are.
    from: u32,
    letters: u16,
    /// It is the whole word: it stands without an ending.
    whole: bool,
    paradigm: Paradigm,
    word: WordId,
    /// Another form with the same hash.
    next: u32,
}

const NONE: u32 = u32::MAX;

/// A word of some name that a word of the text may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub word: WordId,
    pub exact: bool,
    /// Letters of the part that the forms share.
    pub stem: usize,
    /// The ending is a word of its own, and no part of the name.
    pub particle: bool,
}

/// All words of all names.
#[derive(Debug, Default)]
pub(super) struct Words {
    forms: Vec<Form>,
    letters: Vec<char>,
    heads: HashMap<u64, u32>,
    count: u32,
}

impl Words {
    /// Makes room for words that are about to come.
    pub fn reserve(&mut self, words: usize) {
        self.forms.reserve(words);
        self.letters.reserve(words * 6);
        self.heads.reserve(words);
    }

    /// The number of a folded word, which is added if it is new. `last` is its last letter
    /// as it was written: folding takes й for и.
    pub fn add(&mut self, folded: &[char], last: char) -> WordId {
        if let Some(known) = self.whole(folded) {
            return known;
        }
        let word = self.count;
        self.count += 1;
        let (whole, shorter) = crate::entities::inflection::paradigms(folded, last);
        self.add_form(folded, true, whole, word);
        for (stem, paradigm) in shorter {
            self.add_form(&stem, false, paradigm, word);
        }
        word
    }

    fn add_form(&mut self, letters: &[char], whole: bool, paradigm: Paradigm, word: WordId) {
        let number = u32::try_from(self.forms.len()).unwrap_or(NONE);
        let from = u32::try_from(self.letters.len()).unwrap_or(NONE);
        self.letters.extend_from_slice(letters);
        let head = self.heads.entry(hash_of(letters.iter().copied()));
        let head = head.or_insert(NONE);
        self.forms.push(Form {
            from,
            letters: u16::try_from(letters.len()).unwrap_or(u16::MAX),
            whole,
            paradigm,
            word,
            next: std::mem::replace(head, number),
        });
    }

    fn whole(&self, folded: &[char]) -> Option<WordId> {
        let hash = hash_of(folded.iter().copied());
        self.forms_of(hash, folded)
            .find(|form| form.whole)
            .map(|form| form.word)
    }

    fn forms_of<'a>(&'a self, hash: u64, letters: &'a [char]) -> impl Iterator<Item = &'a Form> {
        let mut at = self.heads.get(&hash).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            let form = self.forms.get(at as usize)?;
            at = form.next;
            Some(form)
        })
        .filter(move |form| self.letters_of(form) == letters)
    }

    fn letters_of(&self, form: &Form) -> &[char] {
        let from = form.from as usize;
        (self.letters)
            .get(from..from + usize::from(form.letters))
            .unwrap_or_default()
    }

    /// The word of some name that is `letters` without any change.
    pub fn exact(&self, letters: &[char], known: &mut Vec<Known>) {
        let hash = hash_of(letters.iter().copied());
        self.exact_hashed(hash, letters, known);
    }

    fn exact_hashed(&self, hash: u64, letters: &[char], known: &mut Vec<Known>) {
        known.extend(
            (self.forms_of(hash, letters))
                .filter(|form| form.whole)
                .map(|form| Known {
                    word: form.word,
                    exact: true,
                    stem: letters.len(),
                    particle: false,
                }),
        );
    }

    /// The words of names that `letters` may be, with the hashes of its prefixes, the
    /// first of one letter, and an ending of at most `reach` letters. `allows` is asked whether an ending may follow a form.
    pub fn look_up(
        &self,
        letters: &[char],
        hashes: &[u64],
        reach: usize,
        known: &mut Vec<Known>,
        mut allows: impl FnMut(Paradigm, &[char]) -> bool,
    ) {
        let Some(hash) = hashes.last() else { return };
        self.exact_hashed(*hash, letters, known);
        let shortest = letters.len().saturating_sub(reach).max(1);
        for stem in (shortest..=letters.len()).rev() {
            let Some((hash, (stem_letters, ending))) =
                (hashes.get(stem - 1)).zip(letters.split_at_checked(stem))
            else {
                return;
            };
            for form in self.forms_of(*hash, stem_letters) {
                let zero = ending.is_empty();
                if !(zero && form.whole) && allows(form.paradigm, ending) {
                    known.push(Known {
                        word: form.word,
                        // A particle is a word of its own.
                        exact: form.paradigm.is_particles(),
                        stem,
                        particle: form.paradigm.is_particles(),
                    });
                }
            }
        }
    }

    /// The words that `letters` may be after an article that swallowed theirs: Arabic
    /// `لل` and then `ولايات` for `الولايات`.
    pub fn without_article(&self, letters: &[char], known: &mut Vec<Known>) {
        let hash = hash_of(letters.iter().copied());
        known.extend(
            (self.forms_of(hash, letters))
                .filter(|form| form.paradigm.is_after_article())
                .map(|form| Known {
                    word: form.word,
                    exact: true,
                    stem: letters.len(),
                    particle: false,
                }),
        );
    }
}
