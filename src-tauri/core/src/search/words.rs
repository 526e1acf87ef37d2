//! Cutting text into words and runs, and knowing which belong together.

use crate::text::{is_unspaced_script, is_word_char};

/// How a piece is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Letters and digits of a script with spaces.
    Word,
    /// Words with particles glued on, spaced freely.
    Hangul,
    /// Han and kana.
    Ideographs,
    /// Thai, Lao, Khmer, Myanmar.
    Syllables,
}

/// What stands between a piece and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// Space or punctuation.
    None,
    /// Nothing at all; the script changes.
    Adjacent,
    Hyphen,
    /// Apostrophe or ampersand.
    Apostrophe,
    /// The dot of initials, or a separator between digits.
    Dot,
    /// Zero width non-joiner, which Persian parts prefixes with.
    NonJoiner,
}

impl Link {
    /// Readers also write the two pieces as one word.
    pub fn joins(self) -> bool {
        !matches!(self, Self::None | Self::Adjacent)
    }
}

/// A word or an unbroken run of one class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub text: &'a str,
    /// Where it stands, in chars.
    pub start: u32,
    pub end: u32,
    pub class: Class,
    pub link: Link,
}

impl Piece<'_> {
    fn is_one_letter(&self) -> bool {
        self.end - self.start == 1 && self.text.chars().all(char::is_alphabetic)
    }
}

/// The pieces of `text` in order.
pub(super) fn cut(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::with_capacity(text.len() / 6 + 1);
    let mut cutter = Cutter {
        text,
        open: None,
        link: Link::None,
        previous: None,
    };
    let (mut byte, mut at) = (0, 0_u32);
    while let Some(c) = char_at(text, byte) {
        let mut after = byte + c.len_utf8();
        match class_of(c) {
            Some(class) => {
                cutter.letter(c, class, byte, at, &mut pieces);
                if class == Class::Word {
                    // The rest of a word is mostly letters of ASCII: nothing comes of them.
                    let rest = text.as_bytes().get(after..).unwrap_or_default();
                    let more = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric());
                    let more = more.count();
                    after += more;
                    at += more as u32;
                    if let Some(last) = text.as_bytes().get(after - 1).filter(|_| more > 0) {
                        cutter.previous = Some(char::from(*last));
                    }
                }
            }
            None if is_mark_or_hidden(c) && cutter.open.is_some() && c != ZWNJ => {}
            None => cutter.between(c, char_at(text, after), byte, at, &mut pieces),
        }
        at += 1;
        byte = after;
    }
    cutter.close(text.len(), at, &mut pieces);
    pieces
}

fn char_at(text: &str, byte: usize) -> Option<char> {
    match text.as_bytes().get(byte) {
        Some(ascii) if ascii.is_ascii() => Some(char::from(*ascii)),
        _ => text.get(byte..)?.chars().next(),
    }
}

/// Pieces that readers also write as one word, and single ones.
pub(super) fn groups<'p, 'a>(
    pieces: &'p [Piece<'a>],
) -> impl Iterator<Item = &'p [Piece<'a>]> + use<'p, 'a> {
    pieces.chunk_by(|one, next| {
        next.link.joins() && one.class == Class::Word && next.class == Class::Word
    })
}

/// `U.S.` and `J.K.`: one word, whatever the dots.
pub(super) fn is_initials(group: &[Piece<'_>]) -> bool {
    group.len() > 1
        && group.iter().all(Piece::is_one_letter)
        && group[1..].iter().all(|piece| piece.link == Link::Dot)
}

const ZWNJ: char = '\u{200C}';

struct Cutter<'a> {
    text: &'a str,
    /// First byte, first char and class of the piece being read.
    open: Option<(usize, u32, Class)>,
    /// What stands before the open piece or, with none open, the next one.
    link: Link,
    previous: Option<char>,
}

impl<'a> Cutter<'a> {
    fn letter(&mut self, c: char, class: Class, byte: usize, at: u32, out: &mut Vec<Piece<'a>>) {
        self.previous = Some(c);
        match self.open {
            Some((.., open)) if open == class => {}
            Some(_) => {
                self.close(byte, at, out);
                self.link = Link::Adjacent;
                self.open = Some((byte, at, class));
            }
            None => self.open = Some((byte, at, class)),
        }
    }

    fn between(
        &mut self,
        c: char,
        next: Option<char>,
        byte: usize,
        at: u32,
        out: &mut Vec<Piece<'a>>,
    ) {
        let Some((_, start, _)) = self.open else {
            self.link = Link::None;
            return;
        };
        let inside = next.is_some_and(is_word_char);
        let before = self.previous.unwrap_or(' ');
        // Catalan: col·legi.
        if c == '·' && matches!((before, next), ('l' | 'L', Some('l' | 'L'))) {
            return;
        }
        // In Cyrillic and Hebrew these are letters in all but name: Пам'ять, צה"ל.
        let quote = is_apostrophe(c) || (matches!(c, '"' | '\u{5F4}') && is_hebrew(before));
        if inside && quote && (is_cyrillic(before) || is_hebrew(before)) {
            return;
        }
        self.close(byte, at, out);
        self.link = match c {
            _ if !inside => Link::None,
            ZWNJ => Link::NonJoiner,
            '-' | '\u{2010}' | '\u{2011}' | '\u{5BE}' => Link::Hyphen,
            '&' => Link::Apostrophe,
            _ if is_apostrophe(c) => Link::Apostrophe,
            '.' if at - start <= 2 && before.is_alphabetic() => Link::Dot,
            ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}'
                if parts_thousands(self.text, byte, at - start) =>
            {
                Link::Dot
            }
            '.' | ',' | '\u{66B}' | '\u{66C}'
                if before.is_numeric() && next.is_some_and(char::is_numeric) =>
            {
                Link::Dot
            }
            _ => Link::None,
        };
    }

    fn close(&mut self, byte: usize, at: u32, out: &mut Vec<Piece<'a>>) {
        let Some((first, start, class)) = self.open.take() else {
            return;
        };
        out.push(Piece {
            text: &self.text[first..byte],
            start,
            end: at,
            class,
            link: std::mem::replace(&mut self.link, Link::None),
        });
    }
}

fn class_of(c: char) -> Option<Class> {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric().then_some(Class::Word);
    }
    match c {
        // Thai digits stand for a number, not for part of a syllable.
        _ if c.is_numeric() && !is_han_number(c) => Some(Class::Word),
        '\u{1100}'..='\u{11FF}'
        | '\u{3130}'..='\u{318F}'
        | '\u{A960}'..='\u{A97F}'
        | '\u{AC00}'..='\u{D7FF}' => Some(Class::Hangul),
        _ if is_unspaced_script(c) => Some(if c < '\u{2000}' {
            Class::Syllables
        } else {
            Class::Ideographs
        }),
        _ if c.is_alphanumeric() => Some(Class::Word),
        _ => None,
    }
}

/// 〇 and the numbers of Suzhou count as characters do.
fn is_han_number(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3038}'..='\u{303A}')
}

/// Marks belong to the piece that they stand in.
fn is_mark_or_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
    ) || (!c.is_ascii() && is_word_char(c))
}

/// The space at `byte`, after `digits` characters, stands within a number: 1 500 000.
fn parts_thousands(text: &str, byte: usize, digits: u32) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let before = text.get(..byte).unwrap_or_default().chars().rev();
    let mut after = text.get(byte..).unwrap_or_default().chars().skip(1);
    digits <= 3
        && before.take(digits as usize).all(char::is_numeric)
        && is_digit(after.next())
        && is_digit(after.next())
        && is_digit(after.next())
        && !is_digit(after.next())
}

fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '\u{2018}' | '\u{2019}' | '\u{2B9}'
            ..='\u{2BF}' | '`' | '\u{B4}' | '\u{5F3}' | '\u{2032}' | '\u{FF07}'
    )
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52F}').contains(&c)
}

fn is_hebrew(c: char) -> bool {
    ('\u{590}'..='\u{5FF}').contains(&c)
}
