//! The words of a text, for names that are looked for word by word.

use crate::text;

/// A word, without what is joined to it by a hyphen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// Bytes.
    pub start: usize,
    pub end: usize,
}

impl Word {
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// All words in order. An apostrophe belongs to a word that goes on behind it.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open: Option<usize> = None;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let joins = matches!(c, '\'' | '’' | 'ʼ') && next.is_some_and(text::is_word_char);
        let inside = text::is_word_char(c) || (joins && open.is_some());
        if inside {
            let start = *open.get_or_insert(at);
            if letters.peek().is_none() {
                words.push(Word {
                    start,
                    end: at + c.len_utf8(),
                });
            }
        } else if let Some(start) = open.take() {
            words.push(Word { start, end: at });
        }
    }
    words
}

/// True where two words can belong to one name: a space, a hyphen, the stop of an
/// initial or the dot of foreign names between them.
pub(super) fn are_joined(text: &str, first: Word, second: Word) -> bool {
    matches!(
        text.get(first.end..second.start),
        Some(
            " " | "\u{a0}"
                | "-"
                | "\u{2010}"
                | "\u{2011}"
                | "."
                | ". "
                | "·"
                | "・"
                | "‧"
                | "\u{200c}"
        )
    )
}

/// Whether a word can be a name's: scripts that have capitals begin names with one.
pub(super) fn may_name(word: &str) -> bool {
    let first = word.chars().next();
    first.is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
}

/// Whether a word of a name tells whose it is: it is a name's, and no initial, particle or
/// title.
pub(super) fn tells(word: &str) -> bool {
    let folded = text::fold(word);
    may_name(word)
        && !is_initial(word)
        && !is_particle(&word.to_lowercase())
        && !TITLES.iter().any(|title| folded.starts_with(title))
}

/// How titles begin, folded, in languages that write them with a name. Most are written
/// small there and are no part of a name anyhow.
const TITLES: &[&str] = &[
    "господин",
    "госпож",
    "мистер",
    "миссис",
    "мисс",
    "сэр",
    "лорд",
    "леди",
    "папа",
    "папы",
    "папе",
    "папу",
    "папои",
    "корол",
    "император",
    "императриц",
    "імператор",
    "принц",
    "святои",
    "святог",
    "святом",
    "святым",
    "святая",
    "святіи",
    "граф",
    "герцог",
    "шеих",
    "аятолл",
    "эмир",
    "султан",
    "президент",
    "премьер",
    "генерал",
    "митрополит",
    "патриарх",
    "пані",
];

/// A word of one letter that stands for a name, or of two that are one sound.
pub(super) fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    if matches!(word, "Дж" | "Дз" | "Чж") {
        return true;
    }
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Small words inside names: von der Leyen, фон дер Ляєн.
pub(super) fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "von"
            | "van"
            | "der"
            | "den"
            | "de"
            | "da"
            | "di"
            | "bin"
            | "ibn"
            | "al"
            | "el"
            | "le"
            | "la"
            | "du"
            | "dos"
            | "del"
            | "фон"
            | "дер"
            | "ван"
            | "де"
            | "да"
            | "ди"
            | "бин"
            | "бен"
            | "ибн"
            | "аль"
            | "эль"
            | "ель"
            | "бін"
            | "ібн"
            | "ад"
            | "аз"
            | "ан"
            | "ар"
            | "ас"
            | "ат"
            | "аш"
            | "эд"
            | "эз"
            | "эн"
            | "эр"
            | "эс"
            | "эт"
            | "эш"
            | "ле"
            | "ла"
            | "ді"
            | "ду"
            | "дю"
            | "душ"
            | "дель"
    )
}
