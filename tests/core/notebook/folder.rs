//! Opening, locking, refusing.

use std::fs;
use std::thread;
use std::time::Duration;

use dragoman_core::{ErrorCode, Notebook};

use crate::support::bench;

#[test]
fn a_notebook_is_held_by_one_at_a_time() {
    let bench = bench();
    let second = Notebook::open(bench.path()).err().unwrap();
    assert_eq!(second.code(), ErrorCode::AlreadyOpen);
    let bench = bench.reopen();
    assert_eq!(bench.notebook.info().name, "Desk");
}

#[test]
fn a_lock_that_is_being_let_go_is_waited_for() {
    let bench = bench();
    let path = bench.path();
    drop(bench.notebook);
    let lock = fs::File::open(path.join("notebook.lock")).unwrap();
    lock.lock().unwrap();
    let letting_go = thread::spawn(move || {
        thread::sleep(Duration::from_millis(50));
        drop(lock);
    });
    Notebook::open(&path).unwrap();
    letting_go.join().unwrap();
}

#[test]
fn a_folder_without_a_notebook_is_refused_and_left_alone() {
    let folder = tempfile::TempDir::new().unwrap();
    let error = Notebook::open(folder.path()).err().unwrap();
    assert_eq!(error.code(), ErrorCode::NotANotebook);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_newer_schema_is_refused_by_name_and_not_touched() {
    let bench = bench();
    let db = bench.path().join("notebook.db");
    drop(bench.notebook);
    let conn = rusqlite::Connection::open(&db).unwrap();
    conn.pragma_update(None, "user_version", 9_999).unwrap();
    drop(conn);
    let error = Notebook::open(db.parent().unwrap()).err().unwrap();
    assert_eq!(error.code(), ErrorCode::StoreTooNew);
    assert!(error.to_string().contains("9999"), "{error}");
    let conn = rusqlite::Connection::open(&db).unwrap();
    let version: i64 = conn
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    assert_eq!(version, 9_999);
}

#[test]
fn a_damaged_database_is_said_to_be_damaged() {
    let bench = bench();
    let db = bench.path().join("notebook.db");
    drop(bench.notebook);
    fs::write(
        &db,
        "this is no database, and long enough to be read as one".repeat(40),
    )
    .unwrap();
    let error = Notebook::open(db.parent().unwrap()).err().unwrap();
    assert_eq!(error.code(), ErrorCode::StoreDamaged);
}

#[test]
fn another_programs_database_is_not_taken_for_a_notebook() {
    let folder = tempfile::TempDir::new().unwrap();
    let db = folder.path().join("notebook.db");
    let conn = rusqlite::Connection::open(&db).unwrap();
    conn.execute_batch("CREATE TABLE recipes (name TEXT)")
        .unwrap();
    drop(conn);
    let error = Notebook::open(folder.path()).err().unwrap();
    assert_eq!(error.code(), ErrorCode::NotANotebook);
}

#[test]
fn settings_are_kept() {
    let bench = bench();
    bench.notebook.set_setting("theme", "dark").unwrap();
    bench.notebook.set_setting("theme", "light").unwrap();
    let bench = bench.reopen();
    assert_eq!(
        bench.notebook.setting("theme").unwrap().as_deref(),
        Some("light")
    );
    assert_eq!(bench.notebook.setting("unheard of").unwrap(), None);
}

#[test]
fn a_database_of_another_program_is_not_changed() {
    let folder = tempfile::TempDir::new().unwrap();
    let db = folder.path().join("notebook.db");
    let conn = rusqlite::Connection::open(&db).unwrap();
    conn.execute_batch("CREATE TABLE theirs (a); PRAGMA user_version = 77;")
        .unwrap();
    drop(conn);
    let before = fs::read(&db).unwrap();
    let error = Notebook::open(folder.path()).err().unwrap();
    assert_eq!(error.code(), ErrorCode::NotANotebook);
    assert_eq!(fs::read(&db).unwrap(), before);
}

#[test]
fn an_index_ahead_of_a_database_from_a_copy_is_made_anew() {
    let bench = bench();
    bench.article("Early", &["Written before the copy."]);
    let bench = bench.reopen();
    let db = bench.path().join("notebook.db");
    let copy = bench.folder.path().join("copy.db");
    let folder = bench.folder;
    drop(bench.notebook);
    fs::copy(&db, &copy).unwrap();
    let notebook = Notebook::open(db.parent().unwrap()).unwrap();
    let bench = crate::support::Bench { folder, notebook };
    bench.article("Lost", &["Written after the copy."]);
    bench.article("Lost too", &["Written after the copy as well."]);
    bench.notebook.finish_indexing().unwrap();
    let folder = bench.folder;
    drop(bench.notebook);
    fs::copy(&copy, &db).unwrap();
    let notebook = Notebook::open(db.parent().unwrap()).unwrap();
    let bench = crate::support::Bench { folder, notebook };
    bench.article("Late", &["Written after going back."]);
    let report = bench
        .notebook
        .verify(&dragoman_core::CancelToken::new(), &mut |_, _| {})
        .unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}
