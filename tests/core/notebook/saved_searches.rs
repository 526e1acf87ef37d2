//! Searches that are kept: what is new in them, their order, and the history.

use dragoman_core::domain::{HitKind, NameChoice, SearchQuery};
use dragoman_core::{Error, Notebook};

use crate::support::{Bench, bench};

fn query(text: &str) -> SearchQuery {
    SearchQuery {
        text: text.into(),
        ..SearchQuery::default()
    }
}

fn news(notebook: &Notebook) -> Vec<u32> {
    notebook.finish_indexing().unwrap();
    let news = notebook.searches().news().unwrap();
    news.into_iter().map(|one| one.new).collect()
}

fn totals(notebook: &Notebook) -> Vec<u32> {
    notebook.finish_indexing().unwrap();
    let news = notebook.searches().news().unwrap();
    news.into_iter().map(|one| one.all).collect()
}

fn names(notebook: &Notebook) -> Vec<String> {
    let searches = notebook.searches().list().unwrap();
    searches.into_iter().map(|one| one.name).collect()
}

fn port(bench: &Bench, title: &str) {
    bench.article(title, &["The ferry left the harbour at noon."]);
}

#[test]
fn what_comes_after_a_search_was_saved_is_new_until_it_is_looked_at() {
    let bench = bench();
    port(&bench, "Ferries");
    bench.notebook.finish_indexing().unwrap();
    let searches = bench.notebook.searches();
    let saved = searches.save("Ferries", &query("ferry harbour")).unwrap();
    assert_eq!(news(&bench.notebook), [0]);

    port(&bench, "More ferries");
    // One of two words is found and is no news.
    bench.article("Islands", &["Another ferry."]);
    bench.article("Grain", &["Prices rose."]);
    assert_eq!(news(&bench.notebook), [1]);
    searches.mark_seen(saved.id).unwrap();
    assert_eq!(news(&bench.notebook), [0]);

    // What was there before and is changed is not new.
    let id = bench
        .notebook
        .articles()
        .list(&Default::default(), 0, 1)
        .unwrap()
        .rows[0]
        .id;
    bench.notebook.articles().mark_read(&[id], true).unwrap();
    assert_eq!(news(&bench.notebook), [0]);
    let bench = bench.reopen();
    port(&bench, "Night ferries");
    assert_eq!(news(&bench.notebook), [1]);
}

#[test]
fn a_saved_search_says_how_much_it_finds_whether_new_or_not() {
    let bench = bench();
    for title in ["Ferries", "More ferries"] {
        port(&bench, title);
    }
    bench.article("Islands", &["Another ferry."]);
    bench.notebook.finish_indexing().unwrap();
    let searches = bench.notebook.searches();
    searches
        .save("Both words", &query("ferry harbour"))
        .unwrap();
    searches.save("None", &query("submarine")).unwrap();
    assert_eq!(totals(&bench.notebook), [2, 0]);
    assert_eq!(news(&bench.notebook), [0, 0]);
    port(&bench, "Night ferries");
    assert_eq!(totals(&bench.notebook), [3, 0]);
    assert_eq!(news(&bench.notebook), [1, 0]);
}

#[test]
fn only_the_kinds_asked_for_are_new() {
    let bench = bench();
    let notes_only = SearchQuery {
        kinds: vec![HitKind::Note],
        ..query("ferry")
    };
    let saved = bench
        .notebook
        .searches()
        .save("Notes", &notes_only)
        .unwrap();
    assert_eq!(saved.kinds, [HitKind::Note]);
    port(&bench, "Ferries");
    assert_eq!(news(&bench.notebook), [0]);
    bench
        .notebook
        .notes()
        .create("Ask about the ferry", "")
        .unwrap();
    assert_eq!(news(&bench.notebook), [1]);
}

#[test]
fn saved_searches_have_the_persons_order_and_every_step_goes_back() {
    let bench = bench();
    let searches = bench.notebook.searches();
    let ids: Vec<_> = ["One", "Two", "Three"]
        .iter()
        .map(|name| searches.save(name, &query(name)).unwrap().id)
        .collect();
    searches.move_to(ids[2], 0).unwrap();
    assert_eq!(names(&bench.notebook), ["Three", "One", "Two"]);
    searches.move_to(ids[2], 9).unwrap();
    assert_eq!(names(&bench.notebook), ["One", "Two", "Three"]);

    searches.rename(ids[0], " Uno ").unwrap();
    searches.delete(ids[1]).unwrap();
    assert_eq!(names(&bench.notebook), ["Uno", "Three"]);
    bench.notebook.undo(None).unwrap();
    assert_eq!(names(&bench.notebook), ["Uno", "Two", "Three"]);
    bench.notebook.undo(None).unwrap();
    assert_eq!(names(&bench.notebook), ["One", "Two", "Three"]);
    bench.notebook.undo(None).unwrap();
    assert_eq!(names(&bench.notebook), ["One", "Two"]);
}

#[test]
fn a_search_without_words_or_without_a_name_is_not_saved() {
    let bench = bench();
    let searches = bench.notebook.searches();
    for (name, text) in [("", "ferry"), ("Ferry", "  ")] {
        let refused = searches.save(name, &query(text));
        assert!(matches!(refused, Err(Error::InvalidInput { .. })));
    }
}

#[test]
fn the_history_keeps_what_was_meant_latest_first() {
    let bench = bench();
    let searches = bench.notebook.searches();
    for text in ["fer", "ferry", "ferry harbour", "월드컵", "ferry harbour"] {
        searches.remember(text).unwrap();
    }
    let texts = || bench.notebook.searches().history().unwrap().texts;
    assert_eq!(texts()[0], "ferry harbour");
    assert_eq!(texts().len(), 2);

    for n in 0..60 {
        searches.remember(&format!("{n} ships")).unwrap();
    }
    assert_eq!(texts().len(), 50);
    searches.clear_history().unwrap();
    assert!(texts().is_empty());
}

#[test]
fn a_history_that_is_switched_off_keeps_nothing() {
    let bench = bench();
    let searches = bench.notebook.searches();
    searches.remember("ferry").unwrap();
    searches.keep_history(false).unwrap();
    searches.remember("harbour").unwrap();
    let history = searches.history().unwrap();
    assert!(!history.kept && history.texts.is_empty());
    searches.keep_history(true).unwrap();
    searches.remember("harbour").unwrap();
    assert_eq!(searches.history().unwrap().texts, ["harbour"]);
}

#[test]
fn a_saved_search_keeps_which_names_are_switched_off() {
    let bench = bench();
    let names = NameChoice {
        only_typed: true,
        without: Vec::new(),
    };
    let query = SearchQuery {
        names: Some(names.clone()),
        ..query("person:Kim")
    };
    let id = bench.notebook.searches().save("Kim", &query).unwrap().id;
    bench
        .notebook
        .searches()
        .save("Others", &self::query("ferry"))
        .unwrap();
    let bench = bench.reopen();
    let saved = bench.notebook.searches().list().unwrap();
    assert_eq!((saved[0].id, &saved[0].names), (id, &Some(names)));
    assert_eq!(saved[1].names, None);
}
