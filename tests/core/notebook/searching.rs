//! Search over what is kept, and the index as something that can be lost.

use std::fs;

use dragoman_core::Notebook;
use dragoman_core::domain::{
    EntityKind, Field, HitTarget, NameStrength, SearchQuery, SearchResults,
};

use crate::support::{Bench, bench};

fn search(notebook: &Notebook, text: &str) -> SearchResults {
    notebook.finish_indexing().unwrap();
    notebook
        .search(&SearchQuery {
            text: text.into(),
            ..SearchQuery::default()
        })
        .unwrap()
}

fn filled() -> Bench {
    let bench = bench();
    bench.article(
        "North Korea defends Russia",
        &["He safeguarded the country’s dignity.", "More of it."],
    );
    bench.article("Порт", &["Министр посетил восточный порт."]);
    bench.article(
        "金正恩致电普京",
        &["朝鲜最高领导人金正恩致电俄罗斯总统普京。"],
    );
    bench
        .notebook
        .entities()
        .create(EntityKind::Person, "Kim Jong Un")
        .unwrap();
    bench
        .notebook
        .notes()
        .create("Vocabulary", "Words of *dignity* and war.")
        .unwrap();
    bench
}

#[test]
fn one_box_finds_articles_notes_and_entities() {
    let bench = filled();
    let found = search(&bench.notebook, "dignity");
    assert_eq!(
        (found.total, found.by_kind.articles, found.by_kind.notes),
        (2, 1, 1)
    );
    assert_eq!(found.waiting, 0);
    let article = found
        .hits
        .iter()
        .find(|hit| matches!(hit.target, HitTarget::Article { .. }))
        .unwrap();
    assert_eq!(article.snippet[1], "dignity");
    let HitTarget::Article { at: Some(at), .. } = &article.target else {
        panic!("no place to open at");
    };
    assert_eq!((at.block, at.end - at.start), (0, 7));
    assert_eq!(search(&bench.notebook, "kim jong-un").by_kind.entities, 1);
    assert_eq!(search(&bench.notebook, "порта").total, 1);
    assert_eq!(search(&bench.notebook, "金正恩").total, 1);
}

#[test]
fn a_note_is_shown_without_its_marks() {
    let bench = filled();
    let found = search(&bench.notebook, "vocabulary dignity");
    let note = found
        .hits
        .iter()
        .find(|hit| matches!(hit.target, HitTarget::Note { .. }))
        .unwrap();
    assert_eq!(note.snippet, ["Words of ", "dignity", " and war."]);
    assert_eq!(note.words, ["Vocabulary", "dignity"]);
}

#[test]
fn texts_beside_the_results_are_marked_too() {
    let bench = filled();
    search(&bench.notebook, "порт");
    let query = SearchQuery {
        text: "порт министр -война".into(),
        ..SearchQuery::default()
    };
    let texts = ["в портах министра".to_owned(), "о войне".to_owned()];
    assert_eq!(
        bench
            .notebook
            .mark_texts(&query, &texts, Some("ru"))
            .unwrap(),
        vec![
            vec!["в ".to_owned(), "портах министра".to_owned()],
            vec!["о войне".to_owned()]
        ]
    );
}

#[test]
fn an_index_that_has_no_folder_is_kept_elsewhere() {
    let bench = filled();
    let folder = bench.path();
    let Bench {
        folder: _keep,
        notebook,
    } = bench;
    search(&notebook, "dignity");
    drop(notebook);
    fs::remove_dir_all(folder.join("index")).unwrap();
    fs::write(folder.join("index"), "a file in the way").unwrap();
    let notebook = Notebook::open(&folder).unwrap();
    assert_eq!(search(&notebook, "dignity").total, 2);
    assert_eq!(
        fs::read(folder.join("index")).unwrap(),
        b"a file in the way"
    );
    drop(notebook);
    fs::remove_file(folder.join("index")).unwrap();
    let notebook = Notebook::open(&folder).unwrap();
    assert_eq!(search(&notebook, "dignity").total, 2);
    assert!(folder.join("index").is_dir());
}

#[test]
fn facets_offers_and_suggestions_know_the_notebook() {
    let bench = filled();
    search(&bench.notebook, "dignity");
    let facets = bench
        .notebook
        .search_facets(&SearchQuery {
            text: "dignity".to_owned(),
            ..SearchQuery::default()
        })
        .unwrap();
    assert_eq!((facets.by_kind.articles, facets.by_kind.notes), (1, 1));
    assert!(facets.months.is_empty(), "none has a date");
    assert!(facets.states.iter().any(|state| state.token == "is:unread"));
    let read = bench.notebook.read_query("did Kim Jong Un speak").unwrap();
    let offered: Vec<_> = read
        .offers
        .iter()
        .map(|offer| (offer.start, offer.end))
        .collect();
    assert_eq!(offered, [(4, 15)]);
    let found = search(&bench.notebook, "dignitty talks");
    let suggestion = found.suggestion.expect("a word put right");
    assert_eq!(
        (suggestion.typed.as_str(), suggestion.query.as_str()),
        ("dignitty", "dignity talks")
    );
    // The same letters inside another word are not the word.
    let found = search(&bench.notebook, "dignittyxyz dignitty");
    let suggestion = found.suggestion.expect("a word put right");
    assert_eq!(suggestion.query, "dignittyxyz dignity");
}

#[test]
fn a_deleted_index_comes_back_by_itself() {
    let bench = filled();
    let folder = bench.path();
    let Bench {
        folder: _keep,
        notebook,
    } = bench;
    search(&notebook, "dignity");
    drop(notebook);
    fs::remove_dir_all(folder.join("index")).unwrap();
    let notebook = Notebook::open(&folder).unwrap();
    assert_eq!(search(&notebook, "dignity").total, 2);
    drop(notebook);
    for entry in fs::read_dir(folder.join("index")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::write(path, "damaged").unwrap();
        }
    }
    let notebook = Notebook::open(&folder).unwrap();
    assert_eq!(search(&notebook, "dignity").total, 2);
}

#[test]
fn what_goes_is_no_longer_found() {
    let bench = filled();
    let page = bench
        .notebook
        .articles()
        .list(&Default::default(), 0, 10)
        .unwrap();
    let ids: Vec<_> = page.rows.iter().map(|row| row.id).collect();
    bench.notebook.articles().delete(&ids).unwrap();
    assert_eq!(search(&bench.notebook, "dignity").total, 1);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(search(&bench.notebook, "dignity").total, 2);
}

#[test]
fn no_query_makes_search_fail() {
    let bench = filled();
    for text in [
        "",
        " ",
        "\"",
        "((",
        "-",
        "OR OR",
        "a:b:c",
        "*",
        "\u{0}",
        "\"a\" -\"",
        "~~",
        "AND NOT",
    ] {
        search(&bench.notebook, text);
    }
}

#[test]
fn a_damaged_article_costs_only_itself() {
    let bench = bench();
    let damaged = bench.article("Damaged", &["Words that are lost."]);
    bench.article("Sound", &["Words that are found."]);
    let folder = bench.folder;
    drop(bench.notebook);
    let path = folder.path().join("Desk");
    let conn = rusqlite::Connection::open(path.join("notebook.db")).unwrap();
    conn.execute(
        "UPDATE article_texts SET blocks = 'x' WHERE article_id = ?1",
        [damaged.id],
    )
    .unwrap();
    drop(conn);
    std::fs::remove_dir_all(path.join("index")).unwrap();
    let notebook = dragoman_core::Notebook::open(&path).unwrap();
    notebook.finish_indexing().unwrap();
    let query = dragoman_core::domain::SearchQuery {
        text: "words ".into(),
        ..Default::default()
    };
    assert_eq!(notebook.search(&query).unwrap().hits.len(), 1);
}

#[test]
fn an_article_without_a_date_is_of_no_day() {
    let bench = bench();
    let article = bench.article("Talks about grain", &["Grain was spoken of."]);
    assert_eq!(article.published, None);
    let months = |text: &str| {
        let query = SearchQuery {
            text: text.to_owned(),
            ..SearchQuery::default()
        };
        bench.notebook.search_facets(&query).unwrap().months
    };
    assert_eq!(search(&bench.notebook, "grain").total, 1);
    assert_eq!(search(&bench.notebook, "grain after:2000").total, 0);
    assert!(months("grain").is_empty());
    let articles = bench.notebook.articles();
    articles
        .edit_field(
            article.id,
            Field::Published,
            Some("2022-05-09".into()),
            None,
        )
        .unwrap();
    assert_eq!(search(&bench.notebook, "grain on:2022-05").total, 1);
    assert_eq!(months("grain").len(), 1);
}

#[test]
fn a_text_called_by_its_first_words_is_found_by_them_as_its_title() {
    let bench = bench();
    let text = "Grain was spoken of in the harbour, and ships were named.";
    bench.article("Grain was spoken of in the harbour", &[text]);
    bench.article("Talks", &["Of grain, and of the harbour."]);
    for query in [
        "title:grain",
        "title:\"spoken of in the harbour\"",
        "title:harb*",
        "title:grain ships",
    ] {
        let found = search(&bench.notebook, query);
        assert_eq!(found.total, 1, "{query}");
        assert!(found.hits[0].title.concat().starts_with("Grain"), "{query}");
    }
    assert_eq!(search(&bench.notebook, "title:ships").total, 0);
}

#[test]
fn a_huge_note_is_read_no_farther_than_its_beginning_for_a_passage() {
    let bench = bench();
    let notes = bench.notebook.notes();
    // Without its marks it would be short enough.
    let passage = |before: usize| {
        let body = format!("{}\n\nA zebra.", "**a** ".repeat(before));
        let note = notes.create("N", &body).unwrap();
        let found = search(&bench.notebook, "zebra");
        let hit = found
            .hits
            .into_iter()
            .find(|hit| matches!(hit.target, HitTarget::Note { id, .. } if id == note.id));
        hit.unwrap().snippet.concat()
    };
    assert_eq!(passage(1000), "A zebra.");
    assert!(!passage(60_000).contains("zebra"));
}

#[test]
fn a_passage_of_a_note_keeps_lines_to_write_on_and_numbers() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let body = "3. Mai 2022 __signed__ by ______ and **stamped** ==========";
    notes.create("Form", body).unwrap();
    assert_eq!(
        search(&bench.notebook, "stamped").hits[0].snippet.concat(),
        "3. Mai 2022 signed by ______ and stamped =========="
    );
}

#[test]
fn a_hostile_note_of_marks_is_found() {
    let bench = bench();
    for marks in ["=", "_", "** x", "==a ==b ", " _a_b", "[](", "`", "~~~~ "] {
        let body = format!("zebra {}", marks.repeat(1_000_000 / marks.len()));
        bench.notebook.notes().create("N", &body).unwrap();
    }
    assert_eq!(search(&bench.notebook, "zebra").hits.len(), 8);
}

#[test]
fn what_lacks_a_word_comes_behind_what_has_all_and_says_which_it_has() {
    let bench = bench();
    for number in 9..15 {
        let text = format!("Port monitors, number {number}: the ferry was late.");
        bench.article(&format!("Monitors {number}"), &[text.as_str()]);
    }
    bench.article("Polarnet", &["A cable of 12 kilometres."]);
    let notes = bench.notebook.notes();
    notes.create("To ask", "Who paid for the 12?").unwrap();
    let found = search(&bench.notebook, "monitors number 12");
    assert_eq!((found.all_words, found.total), (Some(1), 8));
    let first: String = found.hits[0].title.concat();
    assert_eq!(first, "Monitors 12");
    for hit in &found.hits {
        let marked = hit.title.iter().chain(&hit.snippet).count() > 2;
        assert!(marked && !hit.words.is_empty(), "{hit:?}");
    }
    let all = found.all_words_query.unwrap();
    let only = search(&bench.notebook, &all);
    assert_eq!((only.total, only.hits[0].title.concat()), (1, first));
}

#[test]
fn what_an_entity_is_counted_in_is_what_its_count_narrows_to() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let china = entities.create(EntityKind::Place, "China").unwrap().id;
    let south = entities.create(EntityKind::Place, "South Korea").unwrap();
    entities
        .add_name(china, "Chinese", NameStrength::SearchOnly)
        .unwrap();
    bench.article("Dams", &["China has water and South Korea has none."]);
    bench.article("Plants", &["The Chinese evergreen needs water."]);
    bench.article("Rain", &["Water fell in Peru."]);
    // A query has no room for the marks in a name.
    for name in ["“Rossiya 1”", "Camp \"Mash\""] {
        entities.create(EntityKind::Place, name).unwrap();
        bench.article(name, &[&format!("No water at {name} today.")]);
    }
    bench.notebook.finish_matching();
    bench.notebook.finish_indexing().unwrap();
    let query = SearchQuery {
        text: "water".into(),
        ..SearchQuery::default()
    };
    let counted = bench.notebook.search_facets(&query).unwrap().entities;
    assert_eq!(counted.len(), 4);
    for one in counted {
        let ticked = search(&bench.notebook, &format!("{} water", one.token));
        assert_eq!((one.count, ticked.total), (1, 1), "{}", one.token);
    }
    // As it is typed, it is looked for by all of its names.
    assert_eq!(search(&bench.notebook, "place:China water").total, 2);
    // Under a former name it still is the same.
    entities.rename(south.id, "Republic of Korea").unwrap();
    let former = search(&bench.notebook, "place:\"=South Korea\" water");
    assert_eq!(former.total, 1);
    assert_eq!(search(&bench.notebook, "place:=Peru water").total, 0);
}
