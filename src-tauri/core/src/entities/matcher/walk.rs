//! Names where they stand in a text: the longest from each word on.

mod keeping;

use std::cell::OnceCell;

use super::phrases::{MOST_WORDS, Phrases, is_small};
use super::tokens::{Token, TokenKind, Tokens};
use super::words::Known;
use crate::entities::inflection::{self, Paradigm, Speech};
use crate::entities::letters_hash::{SEED, hash_on};

/// Words of the text that are looked up at most for one beginning of a name: where many
/// words may be several words of names, paths multiply.
const MOST_STEPS: usize = 512;

/// A name and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::entities) struct Hit {
    /// Letters of the original.
    pub start: u32,
    pub end: u32,
    pub value: u32,
}

/// One text being walked.
pub(super) struct Walk<'a> {
    phrases: &'a Phrases,
    tokens: &'a Tokens,
    /// Said by the caller; told from the text, where it is needed, if not.
    language: Option<&'a str>,
    speech: OnceCell<Speech>,
}

/// The best names from one place on.
struct Best {
    start: u32,
    end: u32,
    exact: bool,
    /// Tokens that they take.
    to: usize,
    values: Vec<u32>,
}

/// What is used again for each word of the text.
#[derive(Default)]
struct Search {
    known: Vec<Known>,
    hashes: Vec<u64>,
    steps: usize,
    best: Option<Best>,
}

/// The way so far.
#[derive(Clone, Copy)]
struct Path {
    node: u32,
    /// The next token.
    at: usize,
    start: u32,
    /// The end of what is taken.
    end: u32,
    /// A bit for each word that begins with a capital in the text.
    capitals: u32,
    exact: bool,
    words: usize,
}

impl<'a> Walk<'a> {
    pub fn new(phrases: &'a Phrases, tokens: &'a Tokens, language: Option<&'a str>) -> Self {
        Self {
            phrases,
            tokens,
            language,
            speech: OnceCell::new(),
        }
    }

    /// All names, in order, none overlapping another but those that are at one place.
    pub fn hits(&self) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut search = Search::default();
        let mut at = 0;
        while let Some(token) = self.tokens.all.get(at) {
            let best = match token.kind {
                TokenKind::Punctuation => None,
                _ => self.best_at(at, token, &mut search),
            };
            let Some(best) = best else {
                at += 1;
                continue;
            };
            hits.extend(best.values.iter().map(|value| Hit {
                start: best.start,
                end: best.end,
                value: *value,
            }));
            at = best.to.max(at + 1);
        }
        hits
    }

    fn best_at(&self, at: usize, token: &Token, search: &mut Search) -> Option<Best> {
        let letters = self.tokens.letters(token);
        search.best = None;
        search.steps = 0;
        if self.may_start(letters, token.start) {
            self.take(at, 0, &Path::START, search);
        }
        if search.best.is_some() || token.kind != TokenKind::Word {
            return search.best.take();
        }
        if letters.last().is_some_and(|c| inflection::is_hangul(*c)) {
            return self.two_as_one(at, token);
        }
        for prefix in inflection::prefixes(letters) {
            search.known.clear();
            let rest = letters.get(prefix.letters..).unwrap_or_default();
            if prefix.article {
                self.phrases.words.without_article(rest, &mut search.known);
            } else {
                self.phrases.words.exact(rest, &mut search.known);
            }
            let found: Vec<Known> = std::mem::take(&mut search.known);
            for word in found {
                let path = self.step(&Path::START, at, prefix.letters, letters.len(), word);
                self.follow(path, search);
            }
        }
        for from in self.tokens.apostrophes(token) {
            let before = letters.get(..from).unwrap_or_default();
            let start = self.tokens.span(token.from + from as u32, token.to).0;
            if inflection::is_elided(before) && self.may_start(&letters[from..], start) {
                self.take(at, from, &Path::START, search);
            }
        }
        search.best.take()
    }

    /// A Korean name that the text parts by a space: 승전 기념일 for 승전기념일.
    fn two_as_one(&self, at: usize, token: &Token) -> Option<Best> {
        let next = self.tokens.all.get(at + 1)?;
        let (one, two) = (self.tokens.letters(token), self.tokens.letters(next));
        let parted = next.start == token.end + 1 && one.len() >= SHORTEST_PART;
        if !parted || !two.last().is_some_and(|c| inflection::is_hangul(*c)) {
            return None;
        }
        if !self.may_start(one, token.start) || one.len() + two.len() > LONGEST_WORD {
            return None;
        }
        let letters: Vec<char> = one.iter().chain(two).copied().collect();
        let mut search = Search::default();
        self.look_up(&letters, inflection::longest_ending(&letters), &mut search);
        let longest = search
            .known
            .into_iter()
            .filter(|word| word.stem > one.len())
            .max_by_key(|word| word.stem)?;
        let node = self.phrases.next(0, longest.word)?;
        let taken = u32::try_from(longest.stem - one.len()).ok()?;
        let path = Path {
            node,
            start: token.start,
            end: self.tokens.span(next.from, next.from + taken).1,
            at: at + 2,
            words: 1,
            ..Path::START
        };
        let mut best = None;
        self.keep(&path, &mut best);
        best
    }

    fn may_start(&self, letters: &[char], start: u32) -> bool {
        let first = self.tokens.original.get(start as usize);
        let small = first.is_some_and(|c| is_small(*c));
        self.phrases.may_start(letters, small)
    }

    /// Goes on from `path` with every word of a name that the token at `at` may be, from
    /// its folded letter `from` on.
    fn take(&self, at: usize, from: usize, path: &Path, search: &mut Search) {
        search.steps += 1;
        let Some(token) = self
            .tokens
            .all
            .get(at)
            .filter(|_| search.steps <= MOST_STEPS)
        else {
            return;
        };
        let all = self.tokens.letters(token);
        self.take_letters((at, from, all.len()), path, search);
        for end in self.tokens.apostrophes(token) {
            if end > from && inflection::is_suffix_after_apostrophe(&all[end..]) {
                self.take_letters((at, from, end), path, search);
            }
        }
    }

    /// Goes on from `path` with every word that the letters `from..end` of a token may be.
    fn take_letters(
        &self,
        (at, from, end): (usize, usize, usize),
        path: &Path,
        search: &mut Search,
    ) {
        let token = self.tokens.all.get(at);
        let letters = token.and_then(|token| self.tokens.letters(token).get(from..end));
        let Some(letters) = letters else { return };
        let whole = token.is_some_and(|token| token.from as usize + end == token.to as usize);
        let word = token.is_some_and(|token| token.kind == TokenKind::Word);
        let reach = match letters.last() {
            _ if !word || letters.len() > LONGEST_WORD => 0,
            // What stands after an apostrophe is the ending.
            _ if whole && token.is_some_and(|token| self.tokens.has_apostrophe(token)) => 0,
            Some(c) if inflection::is_latin(*c) => self.speech().longest_ending(),
            _ => inflection::longest_ending(letters),
        };
        search.known.clear();
        if reach == 0 {
            self.phrases.words.exact(letters, &mut search.known);
        } else {
            self.look_up(letters, reach, search);
        }
        if search.known.is_empty() {
            return;
        }
        let found: Vec<Known> = std::mem::take(&mut search.known);
        for word in found {
            let to = if word.particle { from + word.stem } else { end };
            let next = self.step(path, at, from, to, word);
            self.follow(next, search);
        }
    }

    /// The words that letters may be, an ending of at most `reach` letters among them.
    fn look_up(&self, letters: &[char], reach: usize, search: &mut Search) {
        search.hashes.clear();
        search.hashes.extend(letters.iter().scan(SEED, |hash, c| {
            *hash = hash_on(*hash, *c);
            Some(*hash)
        }));
        let allows =
            |paradigm: Paradigm, ending: &[char]| paradigm.allows(ending, || self.speech());
        (self.phrases.words).look_up(letters, &search.hashes, reach, &mut search.known, allows);
    }

    /// The path after a word of the token at `at`, its letters `from..to`.
    fn step(&self, path: &Path, at: usize, from: usize, to: usize, word: Known) -> Option<Path> {
        let node = self.phrases.next(path.node, word.word)?;
        let token = self.tokens.all.get(at)?;
        let whole = to == (token.to - token.from) as usize;
        let (start, mut end) = (self.tokens).span(token.from + from as u32, token.from + to as u32);
        if token.kind == TokenKind::Initials {
            end = token.end;
        }
        let first = self.tokens.original.get(start as usize);
        let capital = first.is_some_and(|c| !is_small(*c));
        Some(Path {
            node,
            at: if whole { at + 1 } else { usize::MAX },
            start: if path.words == 0 { start } else { path.start },
            end,
            capitals: path.capitals | u32::from(capital) << path.words.min(31),
            exact: path.exact && word.exact,
            words: path.words + 1,
        })
    }

    fn follow(&self, path: Option<Path>, search: &mut Search) {
        let Some(path) = path else { return };
        self.keep(&path, &mut search.best);
        let Some(token) = self
            .tokens
            .all
            .get(path.at)
            .filter(|_| path.words < MOST_WORDS)
        else {
            return;
        };
        let before = path
            .at
            .checked_sub(1)
            .and_then(|at| self.tokens.all.get(at));
        if !before.is_some_and(|before| self.tokens.adjoin(before, token)) {
            return;
        }
        self.take(path.at, 0, &path, search);
        if before.is_some_and(|before| self.tokens.is_passed_over(before, token)) {
            self.take(path.at + 1, 0, &path, search);
        }
    }

    fn speech(&self) -> Speech {
        *self.speech.get_or_init(|| match self.language {
            Some(code) => Speech::of_language(code),
            None => {
                let words = self
                    .tokens
                    .all
                    .iter()
                    .filter(|token| token.kind == TokenKind::Word);
                Speech::of_words(words.map(|token| self.tokens.letters(token)))
            }
        })
    }
}

/// Letters of the first part of a Korean name that is parted by a space.
const SHORTEST_PART: usize = 2;
/// No name's word has as many letters; what does is not looked up in all its forms.
const LONGEST_WORD: usize = 60;

impl Path {
    const START: Self = Self {
        node: 0,
        at: 0,
        start: 0,
        end: 0,
        capitals: 0,
        exact: true,
        words: 0,
    };
}
