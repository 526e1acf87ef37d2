//! A notebook of each released schema opens, whole, in this version.
//!
//! After a release with a new migration, `DRAGOMAN_WRITE_SCHEMA=1 cargo test -p
//! dragoman-core --test core schemas` adds its database to `tests/fixtures/schemas`;
//! those that are there are never written again.

use std::fs;
use std::path::{Path, PathBuf};

use dragoman_core::domain::{
    ArticleQuery, EntityKind, EntityQuery, NoteQuery, SearchQuery, UndoAction,
};
use dragoman_core::{CancelToken, Notebook};

use crate::support::{Bench, bench};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/schemas")
}

#[test]
fn every_released_schema_is_brought_up_to_date() {
    if std::env::var_os("DRAGOMAN_WRITE_SCHEMA").is_some() {
        write_current();
    }
    let mut seen = 0;
    for entry in fs::read_dir(fixtures()).unwrap() {
        let stored = entry.unwrap().path();
        if stored.extension().is_none_or(|ending| ending != "db") {
            continue;
        }
        let folder = tempfile::TempDir::new().unwrap();
        fs::copy(&stored, folder.path().join("notebook.db")).unwrap();
        let notebook = Notebook::open(folder.path()).unwrap();
        check(&notebook, &stored);
        seen += 1;
    }
    assert!(seen > 0, "no stored schema");
}

/// Schemas that no release had are stored nowhere: they are made from the one before.
#[test]
fn a_schema_between_two_releases_is_brought_up_to_date() {
    make_from(
        "0001.db",
        &[
            (
                2,
                include_str!("../../../src-tauri/core/src/store/migrations/0002_import_parts.sql"),
            ),
            (
                3,
                include_str!(
                    "../../../src-tauri/core/src/store/migrations/0003_watched_folders.sql"
                ),
            ),
        ],
    );
    make_from(
        "0006.db",
        &[
            (
                7,
                include_str!("../../../src-tauri/core/src/store/migrations/0007_searches.sql"),
            ),
            (
                8,
                include_str!("../../../src-tauri/core/src/store/migrations/0008_tags.sql"),
            ),
            (
                9,
                include_str!("../../../src-tauri/core/src/store/migrations/0009_trash.sql"),
            ),
            (
                10,
                include_str!("../../../src-tauri/core/src/store/migrations/0010_proposals.sql"),
            ),
            (
                11,
                include_str!("../../../src-tauri/core/src/store/migrations/0011_entity_care.sql"),
            ),
        ],
    );
}

/// Before steps could be done again, an import that was taken back had a step of its own.
#[test]
fn an_import_that_was_taken_back_before_can_still_be_brought_back() {
    let folder = tempfile::TempDir::new().unwrap();
    let stored = folder.path().join("notebook.db");
    fs::copy(fixtures().join("0019.db"), &stored).unwrap();
    let conn = rusqlite::Connection::open(&stored).unwrap();
    let id = |sql| {
        conn.query_row(sql, [], |row| row.get::<_, String>(0))
            .unwrap()
    };
    let article = id("SELECT lower(hex(id)) FROM articles");
    let import = id("SELECT lower(hex(import_id)) FROM articles");
    conn.execute("UPDATE articles SET deleted_ms = 1", [])
        .unwrap();
    let inverse =
        serde_json::json!({"do": "restoreAdded", "articles": [article], "import": import});
    conn.execute(
        "INSERT INTO undo_steps (action, subject, inverse, made_ms) VALUES ('restoreImport', '1', ?1, 1)",
        [inverse.to_string()],
    )
    .unwrap();
    drop(conn);
    let notebook = Notebook::open(folder.path()).unwrap();
    let step = notebook.redo_peek().unwrap().unwrap();
    assert_eq!((step.action, step.count), (UndoAction::Import, Some(1)));
    notebook.redo().unwrap().unwrap();
    check(&notebook, &stored);
    let step = notebook.undo(None).unwrap().unwrap();
    assert_eq!(step.action, UndoAction::Import);
}

/// Of two formats that a notebook then holds, both are read; see [`check`] for the earlier.
#[test]
fn the_source_of_a_text_is_packed_from_schema_25_on() {
    let folder = tempfile::TempDir::new().unwrap();
    let desk = folder.path().join("Desk");
    fs::create_dir(&desk).unwrap();
    fs::copy(fixtures().join("0024.db"), desk.join("notebook.db")).unwrap();
    let notebook = Notebook::open(&desk).unwrap();
    let bench = Bench { folder, notebook };
    let body = "The ferry to Rason was cancelled for the third day, its owner said. ".repeat(9);
    let furniture = "<nav><a href=/a>All the news of the region</a></nav>";
    let html = format!("<h1>Ferry cancelled</h1>{furniture}<p>{body}</p>");
    let items = bench.import(&bench.file("ferry.html", html));
    let read = bench.get(items[0].article.unwrap());
    let removed = "All the news of the region";
    assert!(
        read.pieces.iter().any(|piece| piece.text == removed),
        "{:?}",
        read.pieces
    );
    let Bench { folder, notebook } = bench;
    drop(notebook);

    let conn = rusqlite::Connection::open(folder.path().join("Desk/notebook.db")).unwrap();
    let mut stored = conn
        .prepare("SELECT format, typeof(pieces) FROM article_texts ORDER BY format")
        .unwrap();
    let stored: Vec<(u32, String)> = stored
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(stored, [(1, "text".into()), (2, "blob".into())]);
}

/// A title of digits was taken for a number of things.
#[test]
fn a_title_that_is_a_number_is_no_number_of_things() {
    for (ids, many) in [(r#"["a"]"#, None), (r#"["a","b"]"#, Some(2024))] {
        let folder = tempfile::TempDir::new().unwrap();
        let stored = folder.path().join("notebook.db");
        fs::copy(fixtures().join("0019.db"), &stored).unwrap();
        let conn = rusqlite::Connection::open(&stored).unwrap();
        conn.execute(
            "INSERT INTO undo_steps (action, subject, inverse, made_ms)
             VALUES ('deleteArticle', '2024', ?1, 1)",
            [format!(r#"{{"do":"restoreArticles","ids":{ids}}}"#)],
        )
        .unwrap();
        drop(conn);
        let notebook = Notebook::open(folder.path()).unwrap();
        assert_eq!(notebook.undo_peek().unwrap().unwrap().count, many);
    }
}

/// Takes a stored database step by step to each of these schemas, and from there up to date.
fn make_from(stored: &str, steps: &[(i64, &str)]) {
    let folder = tempfile::TempDir::new().unwrap();
    let made = folder.path().join("made.db");
    fs::copy(fixtures().join(stored), &made).unwrap();
    for (version, step) in steps {
        let conn = rusqlite::Connection::open(&made).unwrap();
        conn.execute_batch(step).unwrap();
        conn.pragma_update(None, "user_version", version).unwrap();
        drop(conn);
        let desk = folder.path().join(format!("{version}"));
        fs::create_dir(&desk).unwrap();
        fs::copy(&made, desk.join("notebook.db")).unwrap();
        let notebook = Notebook::open(&desk).unwrap();
        check(&notebook, &made);
        assert!(notebook.watching().folders().unwrap().is_empty());
    }
}

fn check(notebook: &Notebook, stored: &Path) {
    let about = stored.display();
    let articles = notebook
        .articles()
        .list(&ArticleQuery::default(), 0, 10)
        .unwrap();
    assert_eq!(articles.total, 1, "{about}");
    let article = notebook.articles().get(articles.rows[0].id).unwrap();
    assert_eq!(article.title, "Minister visits port");
    assert_eq!(article.mentions.len(), 1, "{about}");
    let pieces: Vec<&str> = article.pieces.iter().map(|piece| &*piece.text).collect();
    assert_eq!(
        pieces,
        ["Minister visits port", "She saw the new quay in Rason."],
        "{about}"
    );
    let entities = notebook
        .entities()
        .list(&EntityQuery::default(), 0, 10)
        .unwrap();
    assert_eq!(entities.rows[0].name, "Rason", "{about}");
    let entity = notebook.entities().get(entities.rows[0].id).unwrap();
    assert_eq!((entity.articles, entity.mentions), (1, 1), "{about}");
    assert_eq!(
        entity.months.len(),
        usize::from(article.published.is_some())
    );
    assert!(entity.merged.is_empty(), "{about}");
    let notes = notebook.notes().list(&NoteQuery::default(), 0, 10).unwrap();
    let note = notebook.notes().get(notes.rows[0].id).unwrap();
    assert_eq!(note.links[0].title, "Rason", "{about}");
    assert!(notebook.undo_peek().unwrap().is_some(), "{about}");
    notebook.finish_indexing().unwrap();
    let query = SearchQuery {
        text: "quay".into(),
        ..SearchQuery::default()
    };
    assert_eq!(notebook.search(&query).unwrap().total, 1, "{about}");
    let report = notebook
        .verify(&CancelToken::new(), &mut |_, _| {})
        .unwrap();
    // The stored database comes without its originals.
    assert!(
        report.problems.iter().all(|problem| matches!(
            problem,
            dragoman_core::VerifyProblem::OriginalMissing { .. }
        )),
        "{about}: {:?}",
        report.problems
    );
}

/// Stores a notebook of the current schema, unless one is stored.
fn write_current() {
    let bench = bench();
    let entity = bench
        .notebook
        .entities()
        .create(EntityKind::Place, "Rason")
        .unwrap();
    bench.article("Minister visits port", &["She saw the new quay in Rason."]);
    let body = format!("See [[entity:{}|Rason]].", entity.id);
    bench.notebook.notes().create("Ports", &body).unwrap();
    bench.describe(entity.id, "A port.");
    let db = bench.path().join("notebook.db");
    drop(bench.notebook);
    let conn = rusqlite::Connection::open(&db).unwrap();
    let version: i64 = conn
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    // Where this machine had the file is nobody's business.
    conn.execute("UPDATE articles SET original_location = NULL", [])
        .unwrap();
    let stored = fixtures().join(format!("{version:04}.db"));
    fs::create_dir_all(fixtures()).unwrap();
    if !stored.exists() {
        conn.execute("VACUUM INTO ?1", [stored.to_string_lossy()])
            .unwrap();
    }
}
