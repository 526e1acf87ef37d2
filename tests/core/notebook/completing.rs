//! Values that fields of a query are offered.

use dragoman_core::Notebook;
use dragoman_core::domain::{EntityKind, FieldValue, NameStrength, QueryField, SearchQuery};

use crate::support::{Bench, bench};

fn offered(notebook: &Notebook, field: QueryField, typed: &str) -> Vec<FieldValue> {
    notebook.complete_field(field, typed).unwrap()
}

fn values(notebook: &Notebook, field: QueryField, typed: &str) -> Vec<(String, u32)> {
    let offered = offered(notebook, field, typed);
    offered
        .into_iter()
        .map(|one| (one.value, one.count))
        .collect()
}

/// Three outlets in three scripts.
fn library() -> Bench {
    let bench = bench();
    let lines = [
        r#"{"title":"Un","text":"Le ministre est arrivé au port ce matin.","outlet":"Le Journal","lang":"fr","published":"2022-05-09"}"#,
        r#"{"title":"Deux","text":"Le ministre est reparti du port ce soir.","outlet":"Le Journal","lang":"fr","published":"2022-06-01"}"#,
        r#"{"title":"Один","text":"Министр прибыл в порт сегодня утром.","outlet":"Вечерняя газета","lang":"ru","published":"2021-01-02"}"#,
        r#"{"title":"하나","text":"장관이 오늘 아침 항구에 도착했다.","outlet":"새벽일보","lang":"ko","published":"2022-05-10"}"#,
    ];
    let path = bench.file("library.jsonl", lines.join("\n"));
    bench
        .notebook
        .imports()
        .run_ready(&path, &Default::default(), &mut |_| {})
        .unwrap();
    bench.notebook.finish_indexing().unwrap();
    bench
}

#[test]
fn outlets_are_offered_in_any_script_with_their_counts() {
    let bench = library();
    let outlets = |typed| values(&bench.notebook, QueryField::Outlet, typed);
    assert_eq!(outlets("").len(), 3);
    assert_eq!(outlets("")[0], ("Le Journal".to_owned(), 2));
    assert_eq!(outlets("jour"), [("Le Journal".to_owned(), 2)]);
    assert_eq!(outlets("ВЕЧ"), [("Вечерняя газета".to_owned(), 1)]);
    assert_eq!(outlets("газ"), [("Вечерняя газета".to_owned(), 1)]);
    assert_eq!(outlets("새벽"), [("새벽일보".to_owned(), 1)]);
    assert!(outlets("zeitung").is_empty());
}

#[test]
fn what_is_offered_finds_as_many_as_it_says() {
    let bench = library();
    let fields = [
        (QueryField::Outlet, "in"),
        (QueryField::Lang, "lang"),
        (QueryField::Type, "type"),
        (QueryField::Is, "is"),
        (QueryField::Has, "has"),
        (QueryField::After, "after"),
        (QueryField::Before, "before"),
        (QueryField::On, "on"),
    ];
    let mut seen = 0;
    for (field, name) in fields {
        for typed in ["", "2022"] {
            for value in offered(&bench.notebook, field, typed) {
                let query = SearchQuery {
                    text: format!("{name}:{}", value.written),
                    every_copy: Some(true),
                    ..SearchQuery::default()
                };
                let total = bench.notebook.search(&query).unwrap().total;
                assert_eq!(total, value.count, "{}", query.text);
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn counts_leave_out_what_was_deleted() {
    let bench = library();
    let outlets = || values(&bench.notebook, QueryField::Outlet, "le");
    assert_eq!(outlets(), [("Le Journal".to_owned(), 2)]);
    let page = bench
        .notebook
        .articles()
        .list(&Default::default(), 0, 10)
        .unwrap();
    let one = page.rows.iter().find(|row| row.title == "Un").unwrap();
    bench.notebook.articles().delete(&[one.id]).unwrap();
    bench.notebook.finish_indexing().unwrap();
    assert_eq!(outlets(), [("Le Journal".to_owned(), 1)]);
}

#[test]
fn languages_are_offered_by_code_english_name_and_own_name() {
    let bench = library();
    for typed in ["ru", "russ", "русс"] {
        let languages = values(&bench.notebook, QueryField::Lang, typed);
        assert_eq!(languages, [("ru".to_owned(), 1)], "{typed}");
    }
}

#[test]
fn entities_are_offered_by_any_of_their_names() {
    let bench = library();
    let entities = bench.notebook.entities();
    let minister = entities.create(EntityKind::Person, "Ri Mun Ho").unwrap();
    entities
        .add_name(minister.id, "리문호", NameStrength::Strong)
        .unwrap();
    entities.create(EntityKind::Place, "Rimsk").unwrap();
    let people = offered(&bench.notebook, QueryField::Person, "리문");
    assert_eq!(people[0].value, "Ri Mun Ho");
    assert_eq!(people[0].matched.as_deref(), Some("리문호"));
    assert_eq!(people[0].written, "\"Ri Mun Ho\"");
    assert_eq!(values(&bench.notebook, QueryField::Person, "ri").len(), 1);
    assert_eq!(values(&bench.notebook, QueryField::Person, "").len(), 1);
    assert_eq!(values(&bench.notebook, QueryField::Place, "ri").len(), 1);
    assert!(values(&bench.notebook, QueryField::Event, "ri").is_empty());
}

#[test]
fn years_and_months_that_have_something_are_offered() {
    let bench = library();
    let dates = |typed| values(&bench.notebook, QueryField::On, typed);
    assert_eq!(
        dates("202"),
        [("2022".to_owned(), 3), ("2021".to_owned(), 1)]
    );
    assert_eq!(
        dates("2022"),
        [
            ("2022".to_owned(), 3),
            ("2022-05".to_owned(), 2),
            ("2022-06".to_owned(), 1)
        ]
    );
    assert_eq!(dates("2022-06"), [("2022-06".to_owned(), 1)]);
    assert_eq!(dates("last m")[0].0, "last month");
    let named = offered(&bench.notebook, QueryField::On, "last m");
    assert_eq!(named[0].written, "last-month");
}
