//! A person's own tags: given and taken, found, counted, imported, exported.

use std::fs;

use dragoman_core::domain::{ArticleId, QueryField, SearchQuery, Tag, UndoAction};
use dragoman_core::{CancelToken, Error, Notebook};

use crate::support::{Bench, bench};

fn query(text: &str) -> SearchQuery {
    SearchQuery {
        text: text.into(),
        ..SearchQuery::default()
    }
}

fn found(notebook: &Notebook, text: &str) -> u32 {
    notebook.finish_indexing().unwrap();
    notebook.search(&query(text)).unwrap().total
}

fn tags(notebook: &Notebook) -> Vec<(String, u32)> {
    notebook.finish_indexing().unwrap();
    let list = notebook.tags().list().unwrap();
    list.into_iter()
        .map(|Tag { path, articles, .. }| (path, articles))
        .collect()
}

fn of(bench: &Bench, id: ArticleId) -> Vec<String> {
    bench.get(id).tags
}

#[test]
fn a_tag_is_found_with_its_parts_and_in_any_spelling() {
    let bench = bench();
    let ids: Vec<ArticleId> = ["One", "Two", "Three"]
        .iter()
        .map(|title| bench.article(title, &["Words of it."]).id)
        .collect();
    let tagged = bench.notebook.tags();
    tagged.add(&ids[..1], " #Region / Koreas ").unwrap();
    tagged.add(&ids[1..2], "region").unwrap();
    tagged.add(&ids[2..], "регион/Корея").unwrap();
    assert_eq!(of(&bench, ids[0]), ["Region/Koreas"]);

    assert_eq!(found(&bench.notebook, "tag:region"), 2);
    assert_eq!(found(&bench.notebook, "tag:REGION/koreas"), 1);
    assert_eq!(found(&bench.notebook, "tag:koreas"), 0);
    assert_eq!(found(&bench.notebook, "words -tag:region"), 1);
    assert_eq!(found(&bench.notebook, "tag:Регион"), 1);
    assert_eq!(found(&bench.notebook, "has:tag"), 3);
    let expected = [
        ("region", 2),
        ("Region/Koreas", 1),
        ("регион", 1),
        ("регион/Корея", 1),
    ];
    assert_eq!(
        tags(&bench.notebook),
        expected.map(|(path, n)| (path.to_owned(), n))
    );
    let facets = bench.notebook.search_facets(&query("words")).unwrap();
    assert_eq!(
        (facets.tags[0].value.as_str(), facets.tags[0].count),
        ("region", 2)
    );
    let offered = bench
        .notebook
        .complete_field(QueryField::Tag, "kor")
        .unwrap();
    assert_eq!(offered[0].value, "Region/Koreas");
    assert_eq!(offered[0].written, "\"Region/Koreas\"");
    assert_eq!(
        found(&bench.notebook, &format!("tag:{}", offered[0].written)),
        1
    );
}

#[test]
fn tags_are_given_and_taken_and_every_step_goes_back() {
    let bench = bench();
    let id = bench.article("One", &["Words of it."]).id;
    let tagged = bench.notebook.tags();
    tagged.add(&[id], "sanctions").unwrap();
    tagged.add(&[id], "arms-transfer").unwrap();
    // The same again is no step.
    tagged.add(&[id], "Arms transfer").unwrap();
    assert_eq!(of(&bench, id), ["arms-transfer", "sanctions"]);
    tagged.remove(&[id], "sanctions").unwrap();
    assert_eq!(of(&bench, id), ["arms-transfer"]);
    bench.notebook.undo(None).unwrap();
    assert_eq!(of(&bench, id), ["arms-transfer", "sanctions"]);
    bench.notebook.undo(None).unwrap();
    assert_eq!(of(&bench, id), ["sanctions"]);
    for refused in ["", " # ", "//", &"x".repeat(100)] {
        let answer = tagged.add(&[id], refused);
        assert!(
            matches!(answer, Err(Error::InvalidInput { .. })),
            "{refused}"
        );
    }
}

#[test]
fn all_results_are_tagged_as_one_step_in_parts() {
    let bench = bench();
    let lines: Vec<String> = (0..1200)
        .map(|n| format!(r#"{{"title":"Report {n}","text":"The ferry of day {n}."}}"#))
        .collect();
    let path = bench.file("many.jsonl", lines.join("\n"));
    let imports = bench.notebook.imports();
    imports
        .run_ready(&path, &CancelToken::new(), &mut |_| {})
        .unwrap();
    bench.article("Grain", &["Prices rose."]);
    bench.notebook.finish_indexing().unwrap();

    let mut told = Vec::new();
    let report = bench
        .notebook
        .tags()
        .add_to_results(
            &query("ferry"),
            "boats",
            &CancelToken::new(),
            &mut |report| {
                told.push(report.done);
            },
        )
        .unwrap();
    assert_eq!((report.total, report.done), (1200, 1200));
    assert_eq!(told, [500, 1000, 1200]);
    assert_eq!(tags(&bench.notebook), [("boats".to_owned(), 1200)]);

    // Those that have it already are left alone, and stay when the step goes back.
    let again = bench
        .notebook
        .tags()
        .add_to_results(&query("ferry"), "boats", &CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!(again.total, 0);
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(step.subject, "boats (1200)");
    assert_eq!(tags(&bench.notebook), []);
}

#[test]
fn what_was_tagged_before_a_cancel_stays_and_goes_back() {
    let bench = bench();
    let lines: Vec<String> = (0..700)
        .map(|n| format!(r#"{{"title":"Report {n}","text":"The ferry of day {n}."}}"#))
        .collect();
    let path = bench.file("many.jsonl", lines.join("\n"));
    let imports = bench.notebook.imports();
    imports
        .run_ready(&path, &CancelToken::new(), &mut |_| {})
        .unwrap();
    bench.notebook.finish_indexing().unwrap();
    let cancel = CancelToken::new();
    let stop = cancel.clone();
    let report = bench
        .notebook
        .tags()
        .add_to_results(&query("ferry"), "boats", &cancel, &mut |_| stop.cancel())
        .unwrap();
    assert_eq!((report.done, report.total), (500, 700));
    assert_eq!(tags(&bench.notebook), [("boats".to_owned(), 500)]);
    bench.notebook.undo(None).unwrap();
    assert_eq!(tags(&bench.notebook), []);
}

#[test]
fn tags_of_other_programs_come_along() {
    let bench = bench();
    let markdown = "---\ntitle: From a vault\ntags: [region/koreas, \"#to verify\"]\n---\nThe minister saw the harbour and spoke of trade.\n";
    let note = bench.file("note.md", markdown);
    let items = bench.import(&note);
    assert_eq!(
        of(&bench, items[0].article.unwrap()),
        ["region/koreas", "to verify"]
    );

    let csv = "URL,Title,Selection,Folder,Timestamp,Tags\nhttps://news.example/1,Grain,Prices of grain rose again on the coast.,Unread,1652000000,\"[\"\"trade\"\",\"\"food\"\"]\"\n";
    let list = bench.file("instapaper-export.csv", csv);
    let items = bench.import(&list);
    assert_eq!(of(&bench, items[0].article.unwrap()), ["food", "trade"]);
    // An import that is taken back takes its articles' tags along.
    bench.notebook.undo(None).unwrap();
    assert_eq!(
        tags(&bench.notebook)
            .iter()
            .map(|(path, _)| path.as_str())
            .collect::<Vec<_>>(),
        ["region", "region/koreas", "to verify"]
    );
}

#[test]
fn an_import_that_only_tags_what_is_kept_is_taken_back() {
    let bench = bench();
    let page = |tags: &str| {
        let text = format!(
            "---\ntitle: Grain\nurl: https://news.example/1\ntags: [{tags}]\n---\nThe minister saw the harbour and spoke of trade.\n"
        );
        bench.file("grain.md", text)
    };
    let id = bench.import(&page(""))[0].article.unwrap();
    let first = bench.notebook.undo_peek().unwrap().unwrap();
    let again = bench.import(&page("trade, food"));
    assert_eq!(again[0].article, Some(id));
    assert_eq!(of(&bench, id), ["food", "trade"]);
    let told = bench.notebook.imports().recent().unwrap().remove(0);
    assert_eq!((told.tagged, told.imported), (1, 0));
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert!(step.id > first.id);
    // It imported nothing, and nothing is deleted.
    assert_eq!((step.action, step.count), (UndoAction::ImportTags, Some(1)));
    assert_eq!(of(&bench, id), [] as [String; 0]);
    assert!(bench.library().contains(&"Grain".to_owned()));
}

#[test]
fn an_export_says_the_tags_and_its_files_bring_them_back() {
    let bench = bench();
    let id = bench.article("One", &["Words of it."]).id;
    bench.notebook.tags().add(&[id], "region/koreas").unwrap();
    let out = bench.folder.path().join("out");
    bench
        .notebook
        .export(&out, &CancelToken::new(), &mut |_| {})
        .unwrap();
    let file = fs::read_dir(out.join("articles"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let text = fs::read_to_string(file.path()).unwrap();
    assert!(text.contains("\ntags: [\"region/koreas\"]\n"), "{text}");
}

#[test]
fn results_are_cited_in_their_order() {
    let bench = bench();
    let lines = [
        r#"{"title":"Later","text":"The ferry left.","outlet":"Harbour Post","published":"2023-01-02","url":"https://news.example/2"}"#,
        r#"{"title":"Earlier","text":"The ferry came.","published":"2022-01-02"}"#,
    ];
    let path = bench.file("two.jsonl", lines.join("\n"));
    let imports = bench.notebook.imports();
    imports
        .run_ready(&path, &CancelToken::new(), &mut |_| {})
        .unwrap();
    bench.notebook.notes().create("The ferry", "").unwrap();
    bench.notebook.finish_indexing().unwrap();
    let oldest = SearchQuery {
        sort: Some(dragoman_core::domain::SearchSort::Oldest),
        ..query("ferry")
    };
    let cited = bench.notebook.citations(&oldest).unwrap();
    let titles: Vec<&str> = cited.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Earlier", "Later"]);
    assert_eq!(cited[1].outlet.as_deref(), Some("Harbour Post"));
    assert_eq!(cited[1].url.as_deref(), Some("https://news.example/2"));
}

#[test]
fn an_article_that_was_there_takes_the_tags_that_come_with_it_and_loses_them_with_the_import() {
    let bench = bench();
    let line = |tags: &[&str]| {
        let url = "https://news.example/ferry";
        serde_json::json!({"title": "Ferry", "text": "The ferry left at noon.", "url": url, "tags": tags})
            .to_string()
    };
    let import = |name: &str, tags: &[&str]| {
        let path = bench.file(name, line(tags));
        let imports = bench.notebook.imports();
        let ended = imports.run_ready(&path, &CancelToken::new(), &mut |_| {});
        ended.unwrap().import
    };
    import("one.jsonl", &["boats"]);
    let page = bench
        .notebook
        .articles()
        .list(&dragoman_core::domain::ArticleQuery::default(), 0, 10)
        .unwrap();
    let id = page.rows[0].id;
    let second = import("two.jsonl", &["boats", "harbour"]);
    assert_eq!(bench.library().len(), 1);
    assert_eq!(of(&bench, id), ["boats", "harbour"]);
    bench.notebook.imports().undo(second).unwrap();
    assert_eq!(of(&bench, id), ["boats"]);
    bench.notebook.undo(None).unwrap();
    assert_eq!(of(&bench, id), ["boats", "harbour"]);
}

#[test]
fn no_import_brings_back_a_tag_that_a_person_took() {
    let bench = bench();
    let line = |tags: &[&str]| {
        let url = "https://news.example/ferry";
        serde_json::json!({"title": "Ferry", "text": "The ferry left at noon.", "url": url, "tags": tags})
            .to_string()
    };
    let import = |name: &str, tags: &[&str]| {
        let path = bench.file(name, line(tags));
        let imports = bench.notebook.imports();
        imports
            .run_ready(&path, &CancelToken::new(), &mut |_| {})
            .unwrap();
    };
    import("one.jsonl", &["boats", "harbour", "trade"]);
    let query = dragoman_core::domain::ArticleQuery::default();
    let id = bench.notebook.articles().list(&query, 0, 10).unwrap().rows[0].id;
    let tags = bench.notebook.tags();
    tags.remove(&[id], "boats").unwrap();
    tags.rename("harbour", "ports").unwrap();
    tags.delete("trade").unwrap();
    import("two.jsonl", &["boats", "harbour", "trade", "grain"]);
    assert_eq!(of(&bench, id), ["grain", "ports"]);
    // Until a person gives it again, or takes that back.
    tags.add(&[id], "boats").unwrap();
    import(
        "three.jsonl",
        &["boats", "harbour", "trade", "grain", "more"],
    );
    assert_eq!(of(&bench, id), ["boats", "grain", "more", "ports"]);
}
