//! Names as sequences of words: a trie whose steps are words.

use foldhash::HashMap;

use super::tokens::{Token, TokenKind, Tokens};
use super::words::{WordId, Words};
use crate::entities::inflection;
use crate::entities::letters_hash::{SEED, hash_on};
use crate::text;

/// Words of the longest name that is looked for; characters, where words are not parted.
pub(super) const MOST_WORDS: usize = 32;
/// A name of one word, this short and in capitals is taken for an acronym.
const ACRONYM_LETTERS: usize = 6;
/// Words this short may be written small in a name: `of`, `de`, `von`.
const SMALL_WORD: usize = 3;

/// A name at the end of a path.
#[derive(Debug)]
pub(super) struct Ending {
    pub value: u32,
    /// A bit for each word that begins with a capital, so the text's must too.
    pub capitals: u32,
    /// All its letters are capitals: `US` is not `us`.
    pub acronym: bool,
    pub words: u8,
    /// Letters of a name of one word.
    pub letters: u16,
    pub next: u32,
}

pub(super) const NONE: u32 = u32::MAX;

/// All names, ready to be walked along a text.
#[derive(Debug, Default)]
pub(in crate::entities) struct Phrases {
    pub(super) words: Words,
    steps: HashMap<u64, u32>,
    /// For each node, the first name that ends there.
    heads: Vec<u32>,
    endings: Vec<Ending>,
    starts: Starts,
    /// For each word, whether a name that begins with it was added: in small letters, and
    /// with a capital.
    begun: Vec<[bool; 2]>,
    /// What the name that is added is cut into.
    tokens: Tokens,
}

impl Phrases {
    pub fn is_empty(&self) -> bool {
        self.endings.is_empty()
    }

    /// Makes room for so many more names, so that nothing is moved while they come.
    pub fn reserve(&mut self, names: usize) {
        self.endings.reserve(names);
        self.heads.reserve(names * 2);
        self.steps.reserve(names * 2);
        self.words.reserve(names);
    }

    /// Adds a name; `value` is given back where it is found.
    pub fn add(&mut self, name: &str, value: u32) {
        self.add_unless(name, value, None);
    }

    /// As [`Phrases::add`], unless `most` names are of the same words already: all of them
    /// are looked at wherever the words stand.
    pub fn add_within(&mut self, name: &str, value: u32, most: usize) {
        self.add_unless(name, value, Some(most));
    }

    fn add_unless(&mut self, name: &str, value: u32, most: Option<usize>) {
        let mut tokens = std::mem::take(&mut self.tokens);
        tokens.read(name);
        self.add_tokens(&tokens, value, most);
        if let Some(spelling) = inflection::spellings(&tokens.folded) {
            tokens.read(&spelling);
            self.add_tokens(&tokens, value, most);
        }
        self.tokens = tokens;
    }

    fn add_tokens(&mut self, tokens: &Tokens, value: u32, most: Option<usize>) {
        let mut path: Vec<WordId> = Vec::with_capacity(tokens.all.len());
        let mut capitals = 0;
        let mut letters = 0;
        let inside = trimmed(tokens);
        if inside.is_empty() || inside.len() > MOST_WORDS {
            return;
        }
        for (at, token) in inside.iter().enumerate() {
            let word = tokens.letters(token);
            let last = (tokens.original).get((token.end as usize).saturating_sub(1));
            let id = self.words.add(word, last.copied().unwrap_or_default());
            path.push(id);
            letters = word.len();
            let first = tokens.original.get(token.start as usize);
            let capital = first.is_some_and(|c| c.is_uppercase());
            if capital && (at == 0 || word.len() > SMALL_WORD) {
                capitals |= 1 << at;
            }
            if at == 0 && !self.has_begun(id, capital) {
                self.starts.add(word, capital);
            }
        }
        let written = inside.first().zip(inside.last()).and_then(|(first, last)| {
            (tokens.original).get(first.start as usize..last.end as usize)
        });
        let mut cased = written
            .unwrap_or_default()
            .iter()
            .filter(|c| c.is_alphabetic());
        let acronym = path.len() == 1
            && letters <= ACRONYM_LETTERS
            && cased.clone().next().is_some()
            && cased.all(|c| c.is_uppercase());
        let node = self.node(&path);
        if most.is_some_and(|most| self.endings(node).take(most).count() >= most) {
            return;
        }
        let number = u32::try_from(self.endings.len()).unwrap_or(NONE);
        let Some(head) = self.heads.get_mut(node as usize) else {
            return;
        };
        self.endings.push(Ending {
            value,
            capitals,
            acronym,
            words: u8::try_from(path.len()).unwrap_or(u8::MAX),
            letters: u16::try_from(letters).unwrap_or(u16::MAX),
            next: std::mem::replace(head, number),
        });
    }

    /// Whether a name was added that begins so, and from now on one was.
    fn has_begun(&mut self, word: WordId, capital: bool) -> bool {
        let number = word as usize;
        if self.begun.len() <= number {
            self.begun.resize(number + 1, [false; 2]);
        }
        let begun = &mut self.begun[number][usize::from(capital)];
        std::mem::replace(begun, true)
    }

    fn node(&mut self, path: &[WordId]) -> u32 {
        if self.heads.is_empty() {
            self.heads.push(NONE);
        }
        let mut node = 0;
        for word in path {
            let new = u32::try_from(self.heads.len()).unwrap_or(NONE);
            node = *self.steps.entry(step(node, *word)).or_insert(new);
            if node == new {
                self.heads.push(NONE);
            }
        }
        node
    }

    #[inline]
    pub fn next(&self, node: u32, word: WordId) -> Option<u32> {
        self.steps.get(&step(node, word)).copied()
    }

    /// The names that end at a node.
    pub(super) fn endings(&self, node: u32) -> impl Iterator<Item = &Ending> {
        let mut at = self.heads.get(node as usize).copied().unwrap_or(NONE);
        std::iter::from_fn(move || {
            let ending = self.endings.get(at as usize)?;
            at = ending.next;
            Some(ending)
        })
    }

    /// Whether some name may begin with a word like this.
    #[inline]
    pub fn may_start(&self, letters: &[char], small: bool) -> bool {
        self.starts.may(letters, small)
    }
}

fn step(node: u32, word: WordId) -> u64 {
    u64::from(node) << 32 | u64::from(word)
}

/// A name's tokens without the punctuation around them, and that which is as often left out.
fn trimmed(tokens: &Tokens) -> Vec<Token> {
    let is_word = |token: &Token| token.kind != TokenKind::Punctuation;
    let all = &tokens.all;
    let (Some(first), Some(last)) = (all.iter().position(is_word), all.iter().rposition(is_word))
    else {
        return Vec::new();
    };
    let mut inside: Vec<Token> = Vec::with_capacity(last + 1 - first);
    for token in all.get(first..=last).unwrap_or_default() {
        if !inside
            .last()
            .is_some_and(|before| tokens.is_passed_over(before, token))
        {
            inside.push(*token);
        }
    }
    inside
}

/// Which two letters names begin with: most words of a text are passed over for it. Names
/// that begin small are told apart, because few do and most words of a text are small.
#[derive(Debug)]
struct Starts {
    any: Box<[u64; 1024]>,
    small: Box<[u64; 1024]>,
}

impl Default for Starts {
    fn default() -> Self {
        Self {
            any: Box::new([0; 1024]),
            small: Box::new([0; 1024]),
        }
    }
}

impl Starts {
    fn add(&mut self, word: &[char], capital: bool) {
        self.add_letters(word, capital);
        // Of a longer word, no form changes the second letter: день, дня.
        if word.len() <= SHORT_WORD {
            let (_, shorter) = inflection::paradigms(word, '\0');
            for (stem, _) in shorter {
                self.add_letters(&stem, capital);
            }
        }
    }

    fn add_letters(&mut self, word: &[char], capital: bool) {
        let (at, bit) = place(word);
        self.any[at] |= bit;
        if !capital {
            self.small[at] |= bit;
        }
    }

    #[inline]
    fn may(&self, word: &[char], small: bool) -> bool {
        let (at, bit) = place(word);
        let table = if small { &self.small } else { &self.any };
        table[at] & bit != 0
    }
}

/// Letters of a word whose second may fall out before an ending.
const SHORT_WORD: usize = 4;

fn place(word: &[char]) -> (usize, u64) {
    let hash = word.iter().take(2).fold(SEED, |hash, c| hash_on(hash, *c));
    ((hash >> 6) as usize % 1024, 1 << (hash % 64))
}

/// Whether a letter has a lower and an upper case, and is in the lower.
pub(super) fn is_small(c: char) -> bool {
    c.is_ascii_lowercase() || !c.is_ascii() && text::class(c).is_lower()
}
