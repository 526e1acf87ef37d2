//! A text cut into what names are made of: words, single characters where words are not
//! parted, and punctuation.

use crate::text::{self, Folded};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TokenKind {
    Word,
    /// Capitals with dots between: `U.S.`.
    Initials,
    /// A character of a script without spaces.
    Character,
    Punctuation,
}

/// Letters of the longest abbreviation that is written with a dot or without.
const ABBREVIATION: u32 = 4;

/// A piece of the folded text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub kind: TokenKind,
    /// Folded letters.
    pub from: u32,
    pub to: u32,
    /// Letters of the original.
    pub start: u32,
    pub end: u32,
    /// Some folded letter was made from several: an apostrophe may be inside.
    pub joined: bool,
}

/// A text as it is walked. Cut once, however many matchers look at it.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    pub original: Vec<char>,
    pub folded: Vec<char>,
    /// Where each of `folded` came from; its text is not needed.
    mapped: Folded,
    pub all: Vec<Token>,
}

impl Tokens {
    pub fn of(words: &str) -> Self {
        let mut tokens = Self::default();
        tokens.read(words);
        tokens
    }

    /// Cuts another text, in the place of the one before.
    pub fn read(&mut self, words: &str) {
        text::fold_into(words, &mut self.mapped);
        self.original.clear();
        self.original.reserve(words.len());
        self.original.extend(words.chars());
        self.folded.clear();
        self.folded.reserve(self.mapped.text.len());
        self.folded.extend(self.mapped.text.chars());
        self.all.clear();
        self.all.reserve(words.len() / 6);
        self.cut();
    }

    fn cut(&mut self) {
        let mut open: Option<Token> = None;
        for (at, (c, (start, end))) in (0_u32..).zip(self.folded.iter().zip(&self.mapped.origin)) {
            let kind = match c {
                'a'..='z' | '0'..='9' => TokenKind::Word,
                ' ' => {
                    self.all.extend(open.take());
                    continue;
                }
                _ if text::is_unspaced_script(*c) => TokenKind::Character,
                _ if text::is_word_char(*c) => TokenKind::Word,
                _ => TokenKind::Punctuation,
            };
            if let (TokenKind::Word, Some(word)) = (kind, open.as_mut()) {
                word.to = at + 1;
                word.end = *end;
                word.joined |= end - start > 1;
                continue;
            }
            self.all.extend(open.take());
            let token = Token {
                kind,
                from: at,
                to: at + 1,
                start: *start,
                end: *end,
                joined: end - start > 1,
            };
            match kind {
                TokenKind::Word => open = Some(token),
                _ => self.all.push(token),
            }
        }
        self.all.extend(open);
        self.join_initials();
    }

    /// `U.S.` and `U.N.` are written without the dots as often.
    fn join_initials(&mut self) {
        if !self.folded.contains(&'.') {
            return;
        }
        let mut joined = Vec::with_capacity(self.all.len());
        let mut at = 0;
        while let Some(token) = self.all.get(at).copied() {
            let run = self.initials_at(at);
            if run < 2 {
                joined.push(token);
                at += 1;
                continue;
            }
            // The letters are put after the text, so that they stand one after another.
            let from = self.folded.len();
            let mut end = token.end;
            for place in (at..at + run * 2).step_by(2) {
                let Some(letter) = self.all.get(place) else {
                    break;
                };
                end = letter.end + 1;
                let origin = self.mapped.origin.get(letter.from as usize).copied();
                self.folded
                    .extend(self.folded.get(letter.from as usize).copied());
                self.mapped.origin.extend(origin);
            }
            joined.push(Token {
                kind: TokenKind::Initials,
                from: u32::try_from(from).unwrap_or(u32::MAX),
                to: u32::try_from(self.folded.len()).unwrap_or(u32::MAX),
                end,
                ..token
            });
            at += run * 2;
        }
        self.all = joined;
    }

    /// How many single capitals, each with a dot and nothing between, begin at `at`.
    fn initials_at(&self, at: usize) -> usize {
        let mut count = 0;
        let mut end = None;
        while let Some([letter, dot]) = self.all.get(at + count * 2..at + count * 2 + 2) {
            let single = letter.kind == TokenKind::Word
                && letter.to - letter.from == 1
                && (self.original.get(letter.start as usize)).is_some_and(|c| c.is_uppercase());
            let follows = end.is_none_or(|end| end == letter.start);
            let dotted =
                self.folded.get(dot.from as usize) == Some(&'.') && dot.start == letter.end;
            if !(single && follows && dotted) {
                break;
            }
            end = Some(dot.end);
            count += 1;
        }
        count
    }

    pub fn letters(&self, token: &Token) -> &[char] {
        (self.folded)
            .get(token.from as usize..token.to as usize)
            .unwrap_or_default()
    }

    /// Where the folded letters `from..to` stand in the original. Folding joins an
    /// apostrophe to the letter before it: it is no part of a name.
    pub fn span(&self, from: u32, to: u32) -> (u32, u32) {
        let start = self
            .mapped
            .origin
            .get(from as usize)
            .map_or(0, |origin| origin.0);
        let last = (to as usize).checked_sub(1);
        let (last, mut end) = (last.and_then(|at| self.mapped.origin.get(at)))
            .copied()
            .unwrap_or((start, start));
        while end > last + 1
            && !(self.original.get(end as usize - 1)).is_some_and(|c| text::is_word_char(*c))
        {
            end -= 1;
        }
        (start, end)
    }

    /// The folded letters of `token` after which an apostrophe stands in the original,
    /// as counts from its first.
    pub fn apostrophes(&self, token: &Token) -> Vec<usize> {
        if !token.joined {
            return Vec::new();
        }
        let origins = self
            .mapped
            .origin
            .get(token.from as usize..token.to as usize);
        (origins.unwrap_or_default().windows(2).enumerate())
            .filter(|(_, pair)| {
                let ((start, _), (next, _)) = (pair[0], pair[1]);
                (start as usize + 1..next as usize)
                    .any(|at| self.original.get(at).is_some_and(|c| is_apostrophe(*c)))
            })
            .map(|(at, _)| at + 1)
            .collect()
    }

    pub fn has_apostrophe(&self, token: &Token) -> bool {
        token.joined && !self.apostrophes(token).is_empty()
    }

    /// Whether `mark` is punctuation that a name is written with as often as without:
    /// St. Petersburg, Радио «Свобода».
    pub fn is_passed_over(&self, before: &Token, mark: &Token) -> bool {
        mark.kind == TokenKind::Punctuation
            && match self.letters(mark) {
                ['.'] => before.to - before.from <= ABBREVIATION,
                ['"' | '\''] => true,
                _ => false,
            }
    }

    /// Whether a name may go on from one token to the next: nothing but a space, a hyphen,
    /// a dot between foreign names or a quotation mark stands between.
    pub fn adjoin(&self, before: &Token, after: &Token) -> bool {
        after.start.saturating_sub(before.end) <= 3
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`'
            | '´'
            | '\u{2BC}'
            | '\u{5F3}'
            | '\u{2018}'
            | '\u{2019}'
            | '\u{2032}'
            | '\u{FF07}'
    )
}
