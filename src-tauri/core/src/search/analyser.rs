//! From text to the tokens of the index, for documents and queries alike.

use std::collections::BTreeSet;

use super::lexicon::Lexicon;
use super::schema::TokenText;
use super::stem::korean_stem;
use super::words::{Class, Piece, cut, groups, is_initials};
use crate::text::fold;

/// Longer words are cut here: they are keys and encodings, not language.
const LONGEST: usize = 64;

/// The tag that Korean stems carry, and the tags that count the documents with
/// writing of a kind.
pub(super) const KOREAN: &str = "ko";
pub(super) const IDEOGRAPHS: &str = "han";
pub(super) const SYLLABLES: &str = "thai";

/// Stands among the stems for a word that has none, so that a text of many words counts as
/// long: else the one English word of a Chinese article would count as all of it.
pub(super) const NO_STEM: &str = "-";
/// Characters of a word, about: of Chinese and Japanese, and of scripts of syllables.
const OF_IDEOGRAPHS: usize = 2;
const OF_SYLLABLES: usize = 4;

/// A token of the exact field at its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Exact {
    pub position: u32,
    pub text: String,
}

/// Folded words of one piece: mostly one; a compatibility character may hold
/// several (`ﷺ`).
pub(super) fn folded_words(piece: &Piece<'_>) -> Vec<String> {
    folded(piece.text)
}

pub(super) fn folded(written: &str) -> Vec<String> {
    fold(written)
        .split(' ')
        .map(|word| word.trim_matches(['\'', '"']))
        .filter(|word| !word.is_empty())
        .map(|word| shortened(word).to_owned())
        .collect()
}

pub(super) fn shortened(word: &str) -> &str {
    match word.char_indices().nth(LONGEST) {
        Some((end, _)) => &word[..end],
        None => word,
    }
}

/// All parts of a group as one word; `None` when there is nothing to join.
pub(super) fn joined(group: &[Piece<'_>]) -> Option<String> {
    const MOST_PARTS: usize = 5;
    if !(2..=MOST_PARTS).contains(&group.len()) {
        return None;
    }
    let whole: String = group.iter().flat_map(folded_words).collect();
    (!whole.is_empty()).then(|| shortened(&whole).to_owned())
}

/// The characters of an unspaced run, as they are made into grams.
pub(super) fn run_chars(piece: &Piece<'_>) -> Vec<char> {
    fold(piece.text).chars().filter(|c| *c != ' ').collect()
}

/// Takes a document's texts and gives the contents of its fields.
pub(super) struct Analysis<'l> {
    lexicon: &'l mut Lexicon,
    /// The text's language in the lexicon.
    language: usize,
    exact: TokenText,
    stem: TokenText,
    grams: TokenText,
    tags: BTreeSet<&'static str>,
    last_tag: &'static str,
    /// The gap before the next exact token; more than 1 between texts, so that no
    /// phrase reaches from one into the next.
    step: u8,
}

impl<'l> Analysis<'l> {
    pub fn new(language: Option<&str>, lexicon: &'l mut Lexicon) -> Self {
        Self {
            language: lexicon.place(language),
            lexicon,
            last_tag: "",
            exact: TokenText::default(),
            stem: TokenText::default(),
            grams: TokenText::default(),
            tags: BTreeSet::new(),
            step: 1,
        }
    }

    /// Adds one text: a title, a name, a body.
    pub fn add(&mut self, text: &str) {
        const BETWEEN_TEXTS: u8 = 16;
        for group in groups(&cut(text)) {
            match group {
                [piece] if piece.class != Class::Word => self.add_run(piece),
                _ => self.add_group(group),
            }
        }
        self.step = BETWEEN_TEXTS;
    }

    fn add_group(&mut self, group: &[Piece<'_>]) {
        let whole = joined(group);
        if is_initials(group) {
            if let Some(whole) = whole {
                self.push_word(&whole);
            }
            return;
        }
        for (index, piece) in group.iter().enumerate() {
            self.push_word(piece.text);
            if index == 0
                && let Some(whole) = &whole
            {
                self.exact.push(0, whole);
            }
        }
    }

    fn add_run(&mut self, piece: &Piece<'_>) {
        let chars = run_chars(piece);
        if piece.class == Class::Syllables {
            self.tags.insert(SYLLABLES);
            self.push_without_stem(chars.len().div_ceil(OF_SYLLABLES));
            for at in 0..chars.len() {
                let gram: String = chars[at..].iter().take(3).collect();
                self.push_exact(&gram);
            }
            return;
        }
        for (at, c) in chars.iter().enumerate() {
            let mut gram = String::from(*c);
            self.push_exact(&gram);
            if let Some(next) = chars.get(at + 1) {
                gram.push(*next);
                self.exact.push(0, &gram);
            }
        }
        if piece.class == Class::Hangul {
            self.tags.insert(KOREAN);
            let word: String = chars.iter().collect();
            let stem = korean_stem(&word);
            self.stem.push(1, &format!("{KOREAN}:{stem}"));
        } else {
            self.tags.insert(IDEOGRAPHS);
            self.push_without_stem(chars.len().div_ceil(OF_IDEOGRAPHS));
        }
    }

    fn push_without_stem(&mut self, words: usize) {
        for _ in 0..words {
            self.stem.push(1, NO_STEM);
        }
    }

    fn push_exact(&mut self, token: &str) {
        self.exact.push(self.step, token);
        self.step = 1;
    }

    fn push_word(&mut self, written: &str) {
        let word = self.lexicon.word(written, self.language);
        for folded in &word.folded {
            self.push_exact(folded);
        }
        for stem in &word.stems {
            self.stem.push(1, stem);
        }
        for gram in &word.grams {
            self.grams.push(1, gram);
        }
        if self.last_tag != word.tag {
            self.last_tag = word.tag;
            self.tags.insert(word.tag);
        }
    }

    /// Takes the contents of the field `grams`.
    pub fn take_grams(&mut self) -> String {
        std::mem::take(&mut self.grams).into_text()
    }

    /// Contents of the fields `exact` and `stem`, and the tags.
    pub fn finish(self) -> (String, String, BTreeSet<&'static str>) {
        (self.exact.into_text(), self.stem.into_text(), self.tags)
    }
}

/// The tokens that a quoted phrase must find, at their places.
pub(super) fn phrase_tokens(text: &str) -> Vec<Exact> {
    let mut tokens = Vec::new();
    let mut position = 0;
    let mut push = |position: u32, text: String| tokens.push(Exact { position, text });
    for group in groups(&cut(text)) {
        if is_initials(group) {
            if let Some(whole) = joined(group) {
                push(position, whole);
                position += 1;
            }
            continue;
        }
        for piece in group {
            if piece.class == Class::Word {
                for word in folded_words(piece) {
                    push(position, word);
                    position += 1;
                }
                continue;
            }
            let chars = run_chars(piece);
            for (at, gram) in query_grams(&chars, piece.class) {
                push(position + at, gram);
            }
            position += chars.len() as u32;
        }
    }
    tokens
}

/// The grams that a run of a query looks for, with their places in the run:
/// bigrams, or trigrams for scripts of syllables; the run itself when shorter.
pub(super) fn query_grams(chars: &[char], class: Class) -> Vec<(u32, String)> {
    let size = if class == Class::Syllables { 3 } else { 2 };
    if chars.is_empty() {
        return Vec::new();
    }
    if chars.len() < size {
        return vec![(0, chars.iter().collect())];
    }
    (0_u32..)
        .zip(chars.windows(size))
        .map(|(at, gram)| (at, gram.iter().collect()))
        .collect()
}
