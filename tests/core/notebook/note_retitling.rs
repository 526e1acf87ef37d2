//! A title that was given to a note is a step.

use dragoman_core::domain::{NoteId, UndoAction};

use crate::support::{Bench, bench};

fn retitle(bench: &Bench, id: NoteId, title: &str) {
    let notes = bench.notebook.notes();
    let note = notes.get(id).unwrap();
    notes.save(id, note.revision, title, &note.body).unwrap();
    notes.retitled(id, &note.title).unwrap();
}

fn title(bench: &Bench, id: NoteId) -> String {
    bench.notebook.notes().get(id).unwrap().title
}

#[test]
fn a_title_is_taken_back_and_given_again_and_the_text_stays() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let id = notes.create("Korea notes", "Before.").unwrap().id;
    let linking = notes
        .create("Ports", &format!("See [[note:{id}|Korea notes]]."))
        .unwrap();
    retitle(&bench, id, "DPRK notes");
    let renamed = notes.get(id).unwrap();
    notes
        .save(id, renamed.revision, "DPRK notes", "Before. After.")
        .unwrap();
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(
        (step.action, step.subject.as_str()),
        (UndoAction::RenameNote, "DPRK notes")
    );
    let back = notes.get(id).unwrap();
    assert_eq!(
        (back.title.as_str(), back.body.as_str()),
        ("Korea notes", "Before. After.")
    );
    let shown = notes.get(linking.id).unwrap().links;
    assert_eq!(shown[0].title, "Korea notes");
    bench.notebook.redo().unwrap();
    assert_eq!(title(&bench, id), "DPRK notes");
    bench.notebook.undo(None).unwrap();
    assert_eq!(title(&bench, id), "Korea notes");
}

#[test]
fn the_same_title_makes_no_step_and_a_note_that_is_gone_has_none() {
    let bench = bench();
    let id = bench.notebook.notes().create("Korea", "").unwrap().id;
    bench.notebook.notes().retitled(id, " Korea ").unwrap();
    assert!(bench.notebook.undo_peek().unwrap().is_none());
    retitle(&bench, id, "DPRK");
    bench.notebook.notes().delete(id).unwrap();
    let trash = bench.notebook.trash();
    trash
        .empty(&dragoman_core::CancelToken::new(), &mut |_| {})
        .unwrap();
    assert!(bench.notebook.undo_peek().unwrap().is_none());
    assert!(bench.notebook.undo(None).unwrap().is_none());
}
