//! Text as the encoder sees it: windows of at most 126 pieces, made of whole sentences as
//! far as they fit. `training/windows.py` does the same, but for sentences that hold no name:
//! these are only left out here.

use crate::nameless::Writing;
use crate::pieces::{Piece, Pieces};

/// Pieces in a window; with its begin and end, it is as long as the model was taught on.
pub(crate) const LONGEST: usize = 126;

/// Calls `found` with each window of a text; stops at its first error.
pub(crate) fn windows<E>(
    pieces: &Pieces,
    text: &str,
    mut found: impl FnMut(&[Piece]) -> Result<(), E>,
) -> Result<(), E> {
    let mut window: Vec<Piece> = Vec::with_capacity(LONGEST);
    let writing = Writing::of(text);
    let named = sentences(text).filter(|(_, sentence)| !writing.is_nameless(sentence));
    for (offset, sentence) in named {
        for part in pieces.cut(sentence, offset).chunks(LONGEST) {
            if window.len() + part.len() > LONGEST {
                found(&window)?;
                window.clear();
            }
            window.extend_from_slice(part);
        }
    }
    if window.is_empty() {
        return Ok(());
    }
    found(&window)
}

/// Lines, cut after what ends a sentence; each with its first byte.
fn sentences(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line.trim_end_matches('\n'))
    });
    lines
        .flat_map(|(start, line)| {
            let mut at = 0;
            let ends = sentence_ends(line).chain([line.len()]);
            ends.map(move |end| {
                let sentence = (start + at, line.get(at..end).unwrap_or(""));
                at = at.max(end);
                sentence
            })
        })
        .filter(|(_, sentence)| !sentence.trim().is_empty())
}

/// Where sentences of a line end: behind 。 and its like, or behind a full stop, its
/// quotes and a space, unless a small letter follows ("No. 5", but also "U.S. troops").
fn sentence_ends(line: &str) -> impl Iterator<Item = usize> {
    let mut letters = line.char_indices().peekable();
    std::iter::from_fn(move || {
        while let Some((_, letter)) = letters.next() {
            if is_wide_stop(letter) {
                while letters.next_if(|(_, c)| is_wide_stop(*c)).is_some() {}
                while letters
                    .next_if(|(_, c)| matches!(c, '”' | '」' | '』' | '）'))
                    .is_some()
                {}
                return Some(letters.peek().map_or(line.len(), |(at, _)| *at));
            }
            if !is_stop(letter) {
                continue;
            }
            while letters.next_if(|(_, c)| is_stop(*c)).is_some() {}
            while letters.next_if(|(_, c)| is_closing(*c)).is_some() {}
            if letters.next_if(|(_, c)| c.is_whitespace()).is_none() {
                continue;
            }
            while letters.next_if(|(_, c)| c.is_whitespace()).is_some() {}
            if let Some((at, next)) = letters.peek()
                && !matches!(next, 'a'..='z' | 'а'..='я' | 'ё')
            {
                return Some(*at);
            }
        }
        None
    })
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '…')
}

fn is_wide_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？')
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '»' | '’' | ')' | ']')
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).map(|(_, sentence)| sentence).collect()
    }

    #[test]
    fn a_sentence_ends_where_another_begins() {
        assert_eq!(
            cut("One. “Two!” Three vs. four\n\nFive"),
            ["One. ", "“Two!” ", "Three vs. four", "Five"]
        );
        assert_eq!(cut("他说。“好！”我们走"), ["他说。", "“好！”", "我们走"]);
    }

    #[test]
    fn a_sentence_knows_its_place() {
        let text = "a. B\nc. D";
        for (start, sentence) in sentences(text) {
            assert_eq!(text.get(start..start + sentence.len()), Some(sentence));
        }
    }
}
