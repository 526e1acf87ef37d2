//! Lists and the trash.

use dragoman_core::ErrorCode;
use dragoman_core::domain::{
    ArticleFlag, ArticleQuery, ArticleScope, ArticleSort, EntityKind, Field, FieldProvenance,
};

use crate::support::bench;

#[test]
fn lists_are_cut_in_stretches_that_join() {
    let bench = bench();
    let lines: Vec<String> = (0..250)
        .map(|n| {
            serde_json::json!({"id": format!("a{n}"), "title": format!("Article {n:03}"),
                "text": "Text.", "published": format!("20{:02}-05-10", n % 25)})
            .to_string()
        })
        .collect();
    let path = bench.file("many.jsonl", lines.join("\n"));
    bench
        .notebook
        .imports()
        .run_ready(&path, &dragoman_core::CancelToken::new(), &mut |_| {})
        .unwrap();
    for sort in [
        ArticleSort::Published,
        ArticleSort::Imported,
        ArticleSort::Title,
        ArticleSort::Outlet,
    ] {
        let query = ArticleQuery {
            sort,
            ..ArticleQuery::default()
        };
        let mut seen = std::collections::HashSet::new();
        for offset in (0..250).step_by(60) {
            let page = bench.notebook.articles().list(&query, offset, 60).unwrap();
            assert_eq!(page.total, 250);
            seen.extend(page.rows.into_iter().map(|row| row.id));
        }
        assert_eq!(seen.len(), 250, "{sort:?}");
    }
    let newest = bench
        .notebook
        .articles()
        .list(&ArticleQuery::default(), 0, 1)
        .unwrap();
    assert_eq!(newest.rows[0].published.as_ref().unwrap().iso, "2024-05-10");
}

#[test]
fn an_article_is_found_in_its_row_in_every_order() {
    let bench = bench();
    let entity = (bench.notebook.entities())
        .create(EntityKind::Place, "Rason")
        .unwrap();
    let lines: Vec<String> = (0..40)
        .map(|n| {
            let mut line = serde_json::json!({"id": format!("a{n}"), "title": format!("t{}", n % 7),
                "text": "Rason."});
            if n % 3 > 0 {
                line["published"] = format!("2024-05-{:02}", n % 5 + 1).into();
            }
            if n % 4 > 0 {
                line["outlet"] = ["Daily Port", "daily port", "Quay"][n % 3].into();
            }
            line.to_string()
        })
        .collect();
    let path = bench.file("many.jsonl", lines.join("\n"));
    let imports = bench.notebook.imports();
    imports
        .run_ready(&path, &dragoman_core::CancelToken::new(), &mut |_| {})
        .unwrap();
    let articles = bench.notebook.articles();
    let all = articles
        .list(&ArticleQuery::default(), 0, 100)
        .unwrap()
        .rows;
    // Those without a day come last.
    let dated = all.iter().take_while(|row| row.published.is_some()).count();
    assert_eq!(dated, 26);
    assert!(all[dated..].iter().all(|row| row.published.is_none()));
    articles
        .mark(&[all[3].id, all[30].id], ArticleFlag::Starred, true)
        .unwrap();
    let trashed = [all[7].id, all[20].id];
    articles.delete(&trashed).unwrap();
    let mut looked_at = 0;
    let scopes = [
        ArticleScope::Inbox,
        ArticleScope::Library,
        ArticleScope::Starred,
        ArticleScope::Trash,
    ];
    for scope in scopes {
        for sort in [
            ArticleSort::Published,
            ArticleSort::Imported,
            ArticleSort::Title,
            ArticleSort::Outlet,
        ] {
            for entity in [None, Some(entity.id)] {
                let query = ArticleQuery {
                    scope,
                    sort,
                    entity,
                    ..ArticleQuery::default()
                };
                let rows = articles.list(&query, 0, 100).unwrap().rows;
                for (at, row) in rows.iter().enumerate() {
                    looked_at += 1;
                    let found = articles.row_of(&query, row.id).unwrap();
                    assert_eq!(found, Some(at as u32), "{query:?}");
                }
                if entity.is_some() && sort == ArticleSort::Published {
                    assert!(rows.iter().map(|row| row.published.is_none()).is_sorted());
                }
                if scope != ArticleScope::Trash {
                    assert_eq!(articles.row_of(&query, trashed[0]).unwrap(), None);
                }
            }
        }
    }
    assert!(looked_at > 500, "{looked_at}");
}

#[test]
fn the_inbox_is_what_is_not_read() {
    let bench = bench();
    let first = bench.article("First", &["a"]);
    bench.article("Second", &["b"]);
    bench
        .notebook
        .articles()
        .mark_read(&[first.id], true)
        .unwrap();
    let query = ArticleQuery {
        scope: ArticleScope::Inbox,
        ..ArticleQuery::default()
    };
    let inbox = bench.notebook.articles().list(&query, 0, 10).unwrap();
    assert_eq!(inbox.total, 1);
    assert_eq!(inbox.rows[0].title, "Second");
    assert_eq!(bench.notebook.counts().unwrap().inbox, 1);
}

#[test]
fn the_trash_gives_back_what_it_took() {
    let bench = bench();
    let entity = bench
        .notebook
        .entities()
        .create(EntityKind::Place, "Rason")
        .unwrap();
    let article = bench.article("Port", &["Rason port."]);
    bench.notebook.articles().delete(&[article.id]).unwrap();
    assert!(bench.library().is_empty());
    assert_eq!(
        bench.notebook.entities().get(entity.id).unwrap().articles,
        0
    );
    assert_eq!(bench.notebook.counts().unwrap().trash, 1);
    bench.notebook.articles().restore(&[article.id]).unwrap();
    assert_eq!(bench.library(), ["Port"]);
    assert_eq!(
        bench.notebook.entities().get(entity.id).unwrap().articles,
        1
    );
}

#[test]
fn a_time_that_is_none_is_refused() {
    let bench = bench();
    let article = bench.article("Date", &["Text."]);
    let articles = bench.notebook.articles();
    for bad in ["yesterday", "2022-13-01", "10.5.2022"] {
        let error = articles
            .edit_field(article.id, Field::Published, Some(bad.into()), None)
            .unwrap_err();
        assert_eq!(error.code(), ErrorCode::InvalidInput, "{bad}");
    }
    for good in [
        "2022",
        "2022-05",
        "2022-05-10",
        "2022-05-10T16:14",
        "2022-05-10T16:14+01:00",
    ] {
        let edited = articles
            .edit_field(article.id, Field::Published, Some(good.into()), None)
            .unwrap();
        assert_eq!(edited.published.unwrap().iso, good);
    }
    let error = articles
        .edit_field(article.id, Field::Title, None, None)
        .unwrap_err();
    assert_eq!(error.code(), ErrorCode::InvalidInput);
}

#[test]
fn the_length_of_an_entitys_list_is_that_of_its_rows() {
    let bench = bench();
    let entity = bench
        .notebook
        .entities()
        .create(EntityKind::Person, "Ann Poe")
        .unwrap();
    let read = bench.article("One", &["Ann Poe spoke."]);
    bench.article("Two", &["Ann Poe left."]);
    let gone = bench.article("Three", &["Ann Poe slept."]);
    let articles = bench.notebook.articles();
    articles.mark_read(&[read.id], true).unwrap();
    articles.delete(&[gone.id]).unwrap();
    for scope in [
        ArticleScope::Inbox,
        ArticleScope::Library,
        ArticleScope::Trash,
    ] {
        let query = ArticleQuery {
            scope,
            entity: Some(entity.id),
            ..ArticleQuery::default()
        };
        let page = articles.list(&query, 0, 100).unwrap();
        assert_eq!(page.total as usize, page.rows.len(), "{scope:?}");
    }
}

#[test]
fn of_what_was_typed_for_a_field_only_the_last_stays() {
    let bench = bench();
    let article = bench.article("One", &["Ann Poe spoke."]);
    let articles = bench.notebook.articles();
    let edit = |value: Option<&str>| {
        let edited = articles
            .edit_field(article.id, Field::Published, value.map(str::to_owned), None)
            .unwrap();
        let published = |known: &&FieldProvenance| known.field == Field::Published;
        let known = edited.provenance.iter().find(published).unwrap();
        let values = known.candidates.iter().map(|one| one.value.clone());
        values.collect::<Vec<_>>()
    };
    let read = edit(Some("2022-05-01")).split_off(1);
    let with = |typed: &str| [vec![typed.to_owned()], read.clone()].concat();
    assert_eq!(edit(Some("2022-05-11")), with("2022-05-11"));
    assert_eq!(edit(Some("2022-05-10T09:05")), with("2022-05-10T09:05"));
    bench.notebook.undo(None).unwrap().unwrap();
    let back = bench.get(article.id);
    assert_eq!(back.published.unwrap().iso, "2022-05-11");
    // Emptied, it can still be put back.
    assert_eq!(edit(None).len(), read.len() + 2);
    assert_eq!(edit(Some("2022-05-11")).first().unwrap(), "2022-05-11");
}
