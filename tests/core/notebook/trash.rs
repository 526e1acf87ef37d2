//! Emptying the trash removes what is in it for good, and nothing else.

use std::path::PathBuf;

use dragoman_core::CancelToken;
use dragoman_core::domain::{
    ArticleId, Field, ImportDoor, ImportItem, ImportSource, OutcomeKind, TrashContents,
};

use crate::support::{Bench, bench};

/// A page of its own, with an address of its own.
fn page(name: &str, extra: &str) -> String {
    let body: String = (0..3)
        .map(|n| {
            format!(
                "<p>The {name} commission met on day {n} and agreed, its members said, that the \
                 {name} works would go on until the {n}th of the month.</p>"
            )
        })
        .collect();
    format!(
        "<html lang=en><head><title>The {name} commission</title>\
         <link rel=canonical href='https://example.org/{name}'></head><body><article>\
         <h1>The {name} commission meets</h1>{body}</article>{extra}</body></html>"
    )
}

fn import(bench: &Bench, name: &str) -> ImportItem {
    let path = bench.file(&format!("{name}.html"), page(name, ""));
    bench.import(&path).remove(0)
}

fn import_id(bench: &Bench, name: &str) -> ArticleId {
    import(bench, name).article.unwrap()
}

fn empty(bench: &Bench) -> u32 {
    let trash = bench.notebook.trash();
    trash.empty(&CancelToken::new(), &mut |_| {}).unwrap().done
}

fn contents(bench: &Bench) -> TrashContents {
    bench.notebook.trash().contents().unwrap()
}

/// The files below `originals/`.
fn files(bench: &Bench) -> Vec<PathBuf> {
    walkdir::WalkDir::new(bench.path().join("originals"))
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect()
}

fn assert_sound(bench: &Bench) {
    let report = bench
        .notebook
        .verify(&CancelToken::new(), &mut |_, _| {})
        .unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
    assert_eq!(report.originals as usize, files(bench).len());
}

#[test]
fn what_is_in_the_trash_goes_for_good_and_the_rest_stays() {
    let bench = bench();
    let (gone, kept) = (import_id(&bench, "harbour"), import_id(&bench, "bridge"));
    let body = format!("See [[article:{gone}|the harbour story]].");
    let note = bench.notebook.notes().create("Ports", &body).unwrap();
    let articles = bench.notebook.articles();
    articles
        .edit_field(gone, Field::Title, Some("Other".into()), None)
        .unwrap();
    articles
        .edit_field(kept, Field::Title, Some("Bridge".into()), None)
        .unwrap();
    articles.delete(&[gone]).unwrap();
    let size = page("harbour", "").len() as u64;
    let expected = TrashContents {
        dossiers: 0,
        notes: 0,
        articles: 1,
        originals: 1,
        bytes: size,
        ..TrashContents::default()
    };
    assert_eq!(contents(&bench), expected);

    assert_eq!(empty(&bench), 1);
    assert_eq!(contents(&bench), TrashContents::default());
    let counts = bench.notebook.counts().unwrap();
    assert_eq!((counts.articles, counts.trash), (1, 0));
    assert!(articles.get(gone).is_err());
    assert_eq!(files(&bench).len(), 1);
    assert_sound(&bench);
    // A note that names it keeps its words.
    let link = &bench.notebook.notes().get(note.id).unwrap().links[0];
    assert!(link.gone);
    assert_eq!(link.title, "the harbour story");
    // The last step is about what is kept; none is about what is gone.
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(bench.get(kept).title, "The bridge commission meets");
    while bench.notebook.undo(None).unwrap().is_some() {}
    // It can be imported again, as if it had never been there.
    assert_eq!(import(&bench, "harbour").outcome, OutcomeKind::Imported);
    let bench = bench.reopen();
    bench.notebook.finish_indexing().unwrap();
    assert_sound(&bench);
}

#[test]
fn an_original_that_something_kept_came_from_stays() {
    let bench = bench();
    let lines: String = ["One", "Two"]
        .iter()
        .map(|title| format!("{{\"title\":\"{title}\",\"text\":\"Words of {title}.\"}}\n"))
        .collect();
    let path = bench.file("both.jsonl", lines);
    let mut ids = Vec::new();
    let imports = bench.notebook.imports();
    imports
        .run_ready(&path, &CancelToken::new(), &mut |progress| {
            ids.extend(progress.items.iter().filter_map(|item| item.article));
        })
        .unwrap();
    let articles = bench.notebook.articles();
    articles.delete(&ids[..1]).unwrap();
    assert_eq!(contents(&bench).originals, 0);
    empty(&bench);
    assert_eq!(files(&bench).len(), 1);
    assert!(articles.original(ids[1]).unwrap().html.contains("Two"));
    articles.delete(&ids[1..]).unwrap();
    empty(&bench);
    assert!(files(&bench).is_empty());
    assert_sound(&bench);
}

#[test]
fn an_import_that_was_taken_back_leaves_nothing() {
    let bench = bench();
    let kept = import_id(&bench, "bridge");
    // The same text under the same link is a duplicate, whose own bytes were kept.
    let again = page("bridge", "<footer>Saved a second time</footer>");
    bench.file("drop/bridge.html", again);
    bench.file("drop/harbour.html", page("harbour", ""));
    bench.file(
        "drop/scan.html",
        "<html><body><img src=scan.png></body></html>",
    );
    let items = bench.import(&bench.folder.path().join("drop"));
    let kinds: Vec<_> = items.iter().map(|item| item.outcome).collect();
    assert!(kinds.contains(&OutcomeKind::Duplicate));
    assert!(kinds.contains(&OutcomeKind::NeedsAttention));
    let import = items[0].import;
    bench.notebook.imports().undo(import).unwrap();
    assert_eq!(contents(&bench).originals, 3);

    // Brought back and taken back again.
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(contents(&bench), TrashContents::default());
    assert_eq!(files(&bench).len(), 4);
    bench.notebook.imports().undo(import).unwrap();
    empty(&bench);
    assert_eq!(files(&bench).len(), 1);
    assert!(
        bench
            .notebook
            .imports()
            .items(import, None, 0, 9)
            .unwrap()
            .rows
            .is_empty()
    );
    let recent = bench.notebook.imports().recent().unwrap();
    assert!(recent.iter().all(|one| one.import != import));
    assert_eq!(bench.get(kept).title, "The bridge commission meets");
    assert_sound(&bench);
    while bench.notebook.undo(None).unwrap().is_some() {}
    assert_sound(&bench);
}

#[test]
fn a_version_that_was_taken_back_goes_and_its_article_stays() {
    let bench = bench();
    let id = import_id(&bench, "bridge");
    let later = page("bridge", "").replace("would go on", "would be stopped at once");
    let item = bench.import(&bench.file("later.html", later)).remove(0);
    assert_eq!(item.outcome, OutcomeKind::NewVersion);
    let texts = bench.get(id).blocks;
    bench.notebook.imports().undo(item.import).unwrap();
    let before = bench.get(id);
    assert_ne!(before.blocks, texts);
    empty(&bench);
    let after = bench.get(id);
    assert_eq!((after.blocks, after.versions), (before.blocks, 1));
    assert_eq!(files(&bench).len(), 1);
    assert_sound(&bench);
    // What was taken back can come again.
    let later = page("bridge", "").replace("would go on", "would be stopped at once");
    let item = bench.import(&bench.file("later.html", later)).remove(0);
    assert_eq!(item.outcome, OutcomeKind::NewVersion);
    assert_eq!(bench.get(id).blocks, texts);
    while bench.notebook.undo(None).unwrap().is_some() {}
    assert_sound(&bench);
}

#[test]
fn steps_about_a_version_that_goes_are_forgotten() {
    let bench = bench();
    let id = import_id(&bench, "bridge");
    let articles = bench.notebook.articles();
    let edit = || {
        let line = bench.get(id).blocks[0].line;
        articles.remove_piece(id, line).unwrap();
    };
    let first = bench.get(id).blocks;
    edit();
    let before = bench.get(id).blocks;
    let later = page("bridge", "").replace("would go on", "would be stopped at once");
    let item = bench.import(&bench.file("later.html", later)).remove(0);
    assert_eq!(item.outcome, OutcomeKind::NewVersion);
    edit();
    edit();
    bench.notebook.imports().undo(item.import).unwrap();
    assert_eq!(bench.get(id).blocks, before);
    empty(&bench);
    // What is left to be taken back is about the version that stays.
    let mut texts = Vec::new();
    while bench.notebook.undo(None).unwrap().is_some() {
        texts.push(bench.get(id).blocks);
    }
    let article = bench.get(id);
    assert!(article.deleted, "its import was the first step");
    assert_eq!(article.blocks, first);
    assert!(texts.iter().all(|text| *text == before || *text == first));
    assert_sound(&bench);
}

#[test]
fn an_open_problem_keeps_its_original() {
    let bench = bench();
    let scan = "<html><body><img src=scan.png></body></html>";
    let problem = bench.import(&bench.file("scan.html", scan)).remove(0);
    let id = import_id(&bench, "bridge");
    bench.notebook.articles().delete(&[id]).unwrap();
    empty(&bench);
    assert_eq!(files(&bench).len(), 1);
    // One that a person left as it is keeps it too: that can be taken back.
    let imports = bench.notebook.imports();
    imports.resolve(problem.id).unwrap();
    empty(&bench);
    assert_eq!(files(&bench).len(), 1);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(imports.problems().unwrap().len(), 1);
    assert_sound(&bench);
}

#[test]
fn originals_wait_for_an_import_that_runs() {
    let bench = bench();
    let id = import_id(&bench, "bridge");
    bench.notebook.articles().delete(&[id]).unwrap();
    let path = bench.file("harbour.html", page("harbour", ""));
    let mut seen = None;
    let source = ImportSource::Path { path };
    bench
        .notebook
        .imports()
        .run(
            vec![source],
            ImportDoor::Dropped,
            &CancelToken::new(),
            &mut |_| {
                if seen.is_none() {
                    empty(&bench);
                    seen = Some(files(&bench).len());
                }
            },
        )
        .unwrap();
    assert_eq!(seen, Some(1), "removed while an import ran");
    assert_eq!(files(&bench).len(), 1);
    assert_eq!(bench.library(), ["The harbour commission meets"]);
    assert_sound(&bench);
}

#[test]
fn originals_go_also_when_the_import_that_they_waited_for_fails() {
    let bench = bench();
    let id = import_id(&bench, "bridge");
    let before = files(&bench);
    bench.notebook.articles().delete(&[id]).unwrap();
    let path = bench.file("harbour.html", page("harbour", ""));
    let mut seen = false;
    let ended = bench.notebook.imports().run(
        vec![ImportSource::Path { path }],
        ImportDoor::Dropped,
        &CancelToken::new(),
        &mut |_| {
            if !std::mem::replace(&mut seen, true) {
                empty(&bench);
                let db = rusqlite::Connection::open(bench.path().join("notebook.db")).unwrap();
                db.execute_batch(
                    "CREATE TRIGGER fails BEFORE INSERT ON import_items BEGIN
                       SELECT RAISE(ABORT, 'no more of them');
                     END",
                )
                .unwrap();
            }
        },
    );
    assert!(ended.is_err());
    assert!(before.iter().all(|file| !file.exists()));
}

#[test]
fn what_a_crash_left_of_emptying_is_done_at_the_next_start() {
    let bench = bench();
    let id = import_id(&bench, "bridge");
    bench.notebook.articles().delete(&[id]).unwrap();
    // Stopped before the originals went: the article is gone, its original is loose.
    let Bench { folder, notebook } = bench;
    drop(notebook);
    let db = rusqlite::Connection::open(folder.path().join("Desk/notebook.db")).unwrap();
    db.execute_batch(
        "PRAGMA foreign_keys = ON;
         BEGIN;
         DELETE FROM undo_steps;
         DELETE FROM import_items; DELETE FROM wire_texts; DELETE FROM article_provenance;
         DELETE FROM article_texts; DELETE FROM articles;
         INSERT INTO meta VALUES ('looseOriginals', '1');
         COMMIT;",
    )
    .unwrap();
    drop(db);
    let notebook = dragoman_core::Notebook::open(folder.path().join("Desk")).unwrap();
    let bench = Bench { folder, notebook };
    assert_sound(&bench);
    bench.notebook.finish_backlog();
    assert!(files(&bench).is_empty());
    assert_eq!(bench.notebook.counts().unwrap().trash, 0);
}

#[test]
fn emptying_can_be_cancelled_and_goes_on() {
    let bench = bench();
    let lines: String = (0..250)
        .map(|n| format!("{{\"title\":\"Story {n}\",\"text\":\"Words of story {n}.\"}}\n"))
        .collect();
    let path = bench.file("many.jsonl", lines);
    let mut ids = Vec::new();
    bench
        .notebook
        .imports()
        .run_ready(&path, &CancelToken::new(), &mut |progress| {
            ids.extend(progress.items.iter().filter_map(|item| item.article));
        })
        .unwrap();
    bench.notebook.articles().delete(&ids).unwrap();
    let cancel = CancelToken::new();
    let done = bench
        .notebook
        .trash()
        .empty(&cancel, &mut |progress| {
            if progress.done > 0 {
                cancel.cancel();
            }
        })
        .unwrap();
    assert_eq!((done.total, done.done), (250, 100));
    assert_eq!(bench.notebook.counts().unwrap().trash, 150);
    assert_sound(&bench);
    empty(&bench);
    assert!(files(&bench).is_empty());
    assert_sound(&bench);
}

#[test]
fn what_is_deleted_while_the_trash_is_emptied_stays_in_it() {
    let bench = bench();
    let article = bench.article("One", &["Text of it."]);
    let notes = bench.notebook.notes();
    let [gone, late] = ["Gone", "Late"].map(|title| notes.create(title, title).unwrap());
    notes.delete(gone.id).unwrap();
    bench.notebook.articles().delete(&[article.id]).unwrap();
    bench
        .notebook
        .trash()
        .empty(&CancelToken::new(), &mut |progress| {
            if progress.done == 0 {
                notes.delete(late.id).unwrap();
            }
        })
        .unwrap();
    assert!(notes.get(gone.id).is_err());
    notes.restore(late.id).unwrap();
    assert_eq!(notes.get(late.id).unwrap().body, "Late");
}
