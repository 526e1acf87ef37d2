//! What was written since a step was taken back is not lost when it is done again.

use crate::support::bench;

#[test]
fn a_note_is_not_deleted_again_with_words_written_since() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let note = notes.create("Moscow", "One.").unwrap();
    notes.delete(note.id).unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    notes
        .save(note.id, note.revision, "Moscow", "One. And more.")
        .unwrap();
    assert!(bench.notebook.redo_peek().unwrap().is_none());
    assert!(bench.notebook.redo().unwrap().is_none());
    let now = notes.get(note.id).unwrap();
    assert!(!now.deleted);
    notes.save(note.id, now.revision, "Moscow", "One.").unwrap();
    bench.notebook.redo().unwrap().unwrap();
    assert!(notes.get(note.id).unwrap().deleted);
}

/// An earlier version kept no texts with what does a step again, and forgot that with a save.
#[test]
fn a_step_that_an_earlier_version_took_back_comes_over_no_words() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let into = notes.create("Moscow", "First.").unwrap();
    let part = notes.create("Train", "Second.").unwrap();
    notes.merge(into.id, part.id).unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    let conn = rusqlite::Connection::open(bench.path().join("notebook.db")).unwrap();
    let rewritten = conn
        .execute(
            "UPDATE undo_steps SET again = again ->> '$.again' WHERE again ->> '$.do' = 'resting'",
            [],
        )
        .unwrap();
    assert_eq!(rewritten, 1);
    assert!(bench.notebook.redo_peek().unwrap().is_none());
    assert!(bench.notebook.redo().unwrap().is_none());
    assert_eq!(notes.get(into.id).unwrap().body, "First.");
}

#[test]
fn a_merge_or_a_split_is_not_done_again_over_what_was_written_since_it_was_taken_back() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let into = notes.create("Moscow", "First.").unwrap();
    let part = notes.create("Train", "Second.").unwrap();
    notes.merge(into.id, part.id).unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    let revision = notes.get(part.id).unwrap().revision;
    notes
        .save(part.id, revision, "Train", "Second, and more.")
        .unwrap();
    assert!(bench.notebook.redo_peek().unwrap().is_none());
    assert!(bench.notebook.redo().unwrap().is_none());
    assert_eq!(notes.get(part.id).unwrap().body, "Second, and more.");
    let revision = notes.get(into.id).unwrap().revision;
    notes.split_off(into.id, revision, (0, 6), "First").unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    let now = notes.get(into.id).unwrap();
    notes
        .save(into.id, now.revision, &now.title, "First, and more.")
        .unwrap();
    assert!(bench.notebook.redo().unwrap().is_none());
    assert_eq!(notes.get(into.id).unwrap().body, "First, and more.");
}

#[test]
fn a_merge_is_done_again_once_what_was_written_since_is_undone() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let into = notes.create("Moscow", "First, typed.").unwrap();
    let part = notes.create("Train", "Second.").unwrap();
    let merged = notes.merge(into.id, part.id).unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    let typed = |body: &str| {
        let revision = notes.get(into.id).unwrap().revision;
        notes.save(into.id, revision, "Moscow", body).unwrap();
    };
    typed("First");
    assert!(bench.notebook.redo_peek().unwrap().is_none());
    assert!(bench.notebook.redo().unwrap().is_none());
    typed("First, typed.");
    let next = bench.notebook.redo_peek().unwrap().unwrap();
    assert_eq!(bench.notebook.redo().unwrap().unwrap().action, next.action);
    assert_eq!(notes.get(into.id).unwrap().body, merged.body);
    assert_eq!(notes.get(part.id).unwrap().id, into.id);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(notes.get(into.id).unwrap().body, "First, typed.");
    assert_eq!(notes.get(part.id).unwrap().body, "Second.");
}
