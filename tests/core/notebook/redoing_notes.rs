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
