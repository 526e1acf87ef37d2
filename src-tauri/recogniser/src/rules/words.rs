//! The words of a document, for rules that look at names word by word.

/// Bytes of a word: letters and digits, joined by what stands inside names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    pub start: usize,
    pub end: usize,
}

impl Word {
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// All words in order; `Jean-Luc`, `O’Neill` and `AT&T` are one each, and `'s` is none.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut letters = text.char_indices().peekable();
    while let Some((start, first)) = letters.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        let mut end = start + first.len_utf8();
        while let Some((at, letter)) = letters.peek().copied() {
            let next = text
                .get(at + letter.len_utf8()..)
                .and_then(|rest| rest.chars().next());
            let joins = matches!(letter, '-' | '\'' | '’' | '&' | '\u{2010}' | '\u{2011}')
                && next.is_some_and(char::is_alphanumeric)
                && !is_possessive(text, at);
            if !letter.is_alphanumeric() && !joins {
                break;
            }
            end = at + letter.len_utf8();
            letters.next();
        }
        words.push(Word { start, end });
    }
    words
}

/// True where `'s` begins and ends a word.
fn is_possessive(text: &str, at: usize) -> bool {
    let mut rest = text.get(at..).unwrap_or("").chars();
    matches!(rest.next(), Some('\'' | '’'))
        && matches!(rest.next(), Some('s' | 'S'))
        && !rest.next().is_some_and(char::is_alphanumeric)
}

/// True for what a name begins with, where a script has capitals.
pub(super) fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}
