//! What is written as a field and is none is searched as words, and said to be.

use dragoman_core::domain::{Explained, QueryField};
use dragoman_core::search::query::NoNames;

use super::{Library, article};

#[test]
fn what_is_written_as_a_field_and_searched_as_words_is_said() {
    let library = Library::of(Vec::new());
    let said = |text: &str| {
        let asked = library.index.read_query(text, &NoNames).asked;
        asked
            .into_iter()
            .filter_map(|part| match part {
                Explained::AsWords { field, typed } => Some((field, typed)),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    let as_words = |field, typed: &str| vec![(field, typed.to_owned())];
    for (text, field) in [
        ("before:abc", Some(QueryField::Before)),
        ("before:2022-13-45", Some(QueryField::Before)),
        ("is:nice", Some(QueryField::Is)),
        ("date:2022-05", None),
        ("foo:bar", None),
    ] {
        assert_eq!(said(text), as_words(field, text));
        assert_eq!(said(&format!("+{text} treaty")), as_words(field, text));
        assert_eq!(
            said(&format!("(tass -{text}) treaty")),
            as_words(field, text)
        );
    }
    for fine in [
        "before:2022-05 is:read",
        "+before:2022-05 +is:read",
        "in:tass",
        "at 12:30",
        "https://tass.com",
        "Putin: no",
        "\"foo:bar\"",
        "person:Nobody",
    ] {
        assert_eq!(said(fine), []);
    }
}

#[test]
fn what_is_required_and_searched_as_words_is_required() {
    let library = Library::of(vec![
        ("plain", article("en", "A treaty")),
        (
            "both",
            article("en", "A treaty signed before abcde, is signed before abc"),
        ),
    ]);
    for text in [
        "+before:abc treaty ",
        "+before:abc* treaty ",
        "+is:signed treaty ",
        "treaty +before:abc",
    ] {
        assert_eq!(library.found(text), ["both"], "{text}");
    }
    assert_eq!(library.found("before:abc treaty ").len(), 2);
}

#[test]
fn each_word_of_what_is_required_is_needed() {
    let library = Library::of(vec![
        ("foo", article("en", "Kim signed a foo")),
        ("bar", article("en", "Kim left the bar by the barge")),
        ("both", article("en", "A foo that Kim saw at the bar")),
        ("one", article("en", "The foobar of Kim")),
    ]);
    for text in ["Kim +foo:bar ", "Kim +foo:bar", "Kim +foo-ba"] {
        let found = library.found(text);
        assert!(found.contains(&"both"), "{text}: {found:?}");
        for one in ["foo", "bar"] {
            assert!(!found.contains(&one), "{text}: {found:?}");
        }
    }
}

#[test]
fn words_beside_one_that_has_to_be_there_and_one_that_may_go_on_are_said_to_be() {
    let library = Library::of(Vec::new());
    let asked = |text: &str| library.index.read_query(text, &NoNames).asked;
    let ranking = Explained::Ranking {
        words: vec!["Kim".into()],
    };
    let goes_on = Explained::GoesOn { word: "bar".into() };
    let said = asked("Kim +foo:bar");
    assert_eq!(said.first(), Some(&ranking));
    assert_eq!(said.last(), Some(&goes_on));
    for text in ["Kim \"the port\" ", "Kim (port OR bar) ", "Kim +bar "] {
        assert_eq!(asked(text).first(), Some(&ranking), "{text}");
        assert!(!asked(text).contains(&goes_on), "{text}");
    }
    let words = Explained::Words {
        words: vec!["Kim".into(), "bar".into()],
    };
    assert_eq!(asked("Kim bar"), [words.clone(), goes_on]);
    assert_eq!(asked("Kim bar "), [words]);
    // A field narrows, and one of the words is needed.
    assert!(!asked("Kim in:tass ").contains(&ranking));
}
