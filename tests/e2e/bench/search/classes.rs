//! The kinds of queries that are asked.

use dragoman_core::domain::SearchSort;

/// A query of as many bytes, of words of every kind that hostile text has.
const LONG_QUERY: usize = 100_000;

/// A kind of query that the limits are set for.
pub struct Class {
    pub name: &'static str,
    /// Neighbouring words that it is made of.
    pub words: usize,
    pub text: fn(&[String]) -> String,
    pub sort: Option<SearchSort>,
    /// tantivy's own parser reads the text alike.
    pub alone: bool,
}

const fn class(name: &'static str, words: usize, text: fn(&[String]) -> String) -> Class {
    Class {
        name,
        words,
        text,
        sort: None,
        alone: false,
    }
}

pub const CLASSES: [Class; 12] = [
    Class {
        alone: true,
        ..class("a word", 1, |words| words.join(" ") + " ")
    },
    Class {
        alone: true,
        ..class("three words", 3, |words| words.join(" ") + " ")
    },
    Class {
        alone: true,
        ..class("all of three words", 3, |words| {
            format!("+{} ", words.join(" +"))
        })
    },
    Class {
        alone: true,
        ..class("six words", 6, |words| words.join(" ") + " ")
    },
    Class {
        alone: true,
        ..class("phrase", 2, |words| format!("\"{}\"", words.join(" ")))
    },
    class("as one types", 2, |words| {
        let text = words.join(" ");
        text.chars()
            .take(text.chars().count().saturating_sub(2))
            .collect()
    }),
    class("fuzzy", 1, |words| words.join(" ") + "~ "),
    class("mistyped", 1, |words| {
        let mut letters: Vec<char> = words.concat().chars().collect();
        let middle = letters.len() / 2;
        if middle > 0 {
            letters.swap(middle, middle - 1);
        }
        letters.into_iter().collect::<String>() + " "
    }),
    Class {
        sort: Some(SearchSort::Newest),
        ..class("two years, newest first", 1, |words| {
            format!("{} after:2016 before:2018", words.join(" "))
        })
    },
    class("entity with 12 names", 0, |_| "person:kim".to_owned()),
    class("only searched names", 0, |_| "person:unseen".to_owned()),
    class("100 KB of words", 3, |words| {
        let part = format!(
            "{} (\"{}\" OR -{}~ ",
            words.join(" "),
            words.concat(),
            words.concat()
        );
        part.repeat(LONG_QUERY / part.len().max(1))
    }),
];
