//! However much goes to the trash or comes back, nobody who writes waits for it, and a
//! crash in the middle costs nothing.

use dragoman_core::domain::{
    ArticleQuery, ArticleScope, Change, EntityKind, ImportId, ImportState, SearchQuery,
};
use dragoman_core::{CancelToken, Notebook};

use crate::support::{Bench, bench};

const MANY: usize = 450;

/// Imports many short articles that all name an entity.
fn import_many(bench: &Bench) -> ImportId {
    bench
        .notebook
        .entities()
        .create(EntityKind::Place, "Rason")
        .unwrap();
    let lines: Vec<String> = (0..MANY)
        .map(|n| serde_json::json!({"title": format!("Story {n}"), "text": format!("In Rason, number{n}.")}).to_string())
        .collect();
    let path = bench.file("many.jsonl", lines.join("\n"));
    let end = bench
        .notebook
        .imports()
        .run_ready(&path, &CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!(end.state, ImportState::Done);
    end.import
}

fn total(notebook: &Notebook, scope: ArticleScope) -> u32 {
    let query = ArticleQuery {
        scope,
        ..ArticleQuery::default()
    };
    notebook.articles().list(&query, 0, 1).unwrap().total
}

fn found(notebook: &Notebook) -> u32 {
    notebook.finish_indexing().unwrap();
    let query = SearchQuery {
        text: "Rason".into(),
        ..SearchQuery::default()
    };
    // The place itself is found too.
    notebook.search(&query).unwrap().total
}

#[test]
fn a_large_import_undone_leaves_no_trace() {
    let bench = bench();
    bench.article("Before", &["Kept."]);
    let import = import_many(&bench);
    let parts = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let seen = std::sync::Arc::clone(&parts);
    bench.notebook.subscribe(move |change| {
        if matches!(change, Change::Articles { .. }) {
            seen.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        }
    });
    bench.notebook.imports().undo(import).unwrap();
    assert!(parts.load(std::sync::atomic::Ordering::Relaxed) >= 3);
    let counts = bench.notebook.counts().unwrap();
    assert_eq!(
        (counts.articles, counts.trash, counts.moving),
        (1, MANY as u32, 0)
    );
    assert_eq!(total(&bench.notebook, ArticleScope::Library), 1);
    let entities = bench.notebook.entities();
    let rason = entities.list(&Default::default(), 0, 1).unwrap().rows[0].clone();
    assert_eq!(rason.articles, 0);
    assert_eq!(found(&bench.notebook), 1);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(bench.notebook.counts().unwrap().articles, 1 + MANY as u32);
    assert_eq!(entities.get(rason.id).unwrap().articles, MANY as u32);
    assert_eq!(found(&bench.notebook), 1 + MANY as u32);
}

#[test]
fn what_a_crash_interrupted_goes_on_after_opening() {
    let bench = bench();
    import_many(&bench);
    let db = bench.path().join("notebook.db");
    let Bench { folder, notebook } = bench;
    drop(notebook);
    let conn = rusqlite::Connection::open(&db).unwrap();
    let ids: Vec<String> = conn
        .prepare("SELECT hex(id) FROM articles ORDER BY id")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(|hex: Result<String, _>| {
            let hex = hex.unwrap().to_lowercase();
            let part = |from: usize, to: usize| hex[from..to].to_owned();
            [
                part(0, 8),
                part(8, 12),
                part(12, 16),
                part(16, 20),
                part(20, 32),
            ]
            .join("-")
        })
        .collect();
    for half in ids.chunks(MANY / 2) {
        let moved = serde_json::json!({"articles": half}).to_string();
        conn.execute(
            "INSERT INTO pending_moves (moved, things, gone_ms) VALUES (?1, ?2, 7)",
            rusqlite::params![moved, half.len() as i64],
        )
        .unwrap();
    }
    drop(conn);
    let notebook = Notebook::open(folder.path().join("Desk")).unwrap();
    notebook.finish_backlog();
    let counts = notebook.counts().unwrap();
    assert_eq!(
        (counts.articles, counts.trash, counts.moving),
        (0, MANY as u32, 0)
    );
}

#[test]
fn many_deleted_at_once_come_back() {
    let bench = bench();
    import_many(&bench);
    let rows = |limit| {
        let page = bench
            .notebook
            .articles()
            .list(&ArticleQuery::default(), 0, limit)
            .unwrap();
        page.rows.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    let ids = rows(500);
    bench.notebook.articles().delete(&ids).unwrap();
    assert_eq!(bench.notebook.counts().unwrap().articles, 0);
    bench.notebook.articles().restore(&ids[..300]).unwrap();
    assert_eq!(bench.notebook.counts().unwrap().articles, 300);
    // Undo reverses the step, whatever came after it.
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(bench.notebook.counts().unwrap().articles, MANY as u32);
    let missing = dragoman_core::domain::ArticleId::new();
    assert!(bench.notebook.articles().delete(&[missing]).is_err());
}
