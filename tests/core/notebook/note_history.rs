//! Earlier texts of notes: kept, compared, brought back.

use dragoman_core::ErrorCode;
use dragoman_core::domain::{Note, NoteId, NoteQuery, PartChange, RunKind, VersionCause};

use crate::support::{Bench, bench};

fn save(bench: &Bench, id: NoteId, body: &str) -> Note {
    let notes = bench.notebook.notes();
    let note = notes.get(id).unwrap();
    notes.save(id, note.revision, &note.title, body).unwrap();
    notes.get(id).unwrap()
}

fn causes(bench: &Bench, id: NoteId) -> Vec<VersionCause> {
    let versions = bench.notebook.notes().versions(id).unwrap();
    versions.into_iter().map(|version| version.cause).collect()
}

/// Makes the note look as if it was last saved so long ago.
fn let_pass(bench: Bench, id: NoteId, ms: i64) -> Bench {
    let path = bench.path().join("notebook.db");
    let Bench { folder, notebook } = bench;
    drop(notebook);
    let conn = rusqlite::Connection::open(path).unwrap();
    conn.execute(
        "UPDATE notes SET edited_ms = edited_ms - ?2, created_ms = created_ms - ?2 WHERE id = ?1",
        rusqlite::params![id, ms],
    )
    .unwrap();
    conn.execute(
        "UPDATE note_versions SET made_ms = made_ms - ?2 WHERE note_id = ?1",
        rusqlite::params![id, ms],
    )
    .unwrap();
    drop(conn);
    let notebook = dragoman_core::Notebook::open(folder.path().join("Desk")).unwrap();
    Bench { folder, notebook }
}

#[test]
fn small_saves_in_a_row_are_one_sitting_and_a_large_one_keeps_what_it_replaces() {
    let bench = bench();
    let note = bench.notebook.notes().create("Note", "a").unwrap();
    for body in ["ab", "abc", "abcd"] {
        save(&bench, note.id, body);
    }
    assert!(causes(&bench, note.id).is_empty());
    save(&bench, note.id, &"pasted ".repeat(400));
    let versions = bench.notebook.notes().versions(note.id).unwrap();
    assert_eq!(versions.len(), 1);
    assert_eq!(versions[0].cause, VersionCause::Typed);
    let diff = bench
        .notebook
        .notes()
        .diff_versions(note.id, versions[0].version, None)
        .unwrap();
    assert!(diff.diff.removed > 0 && diff.diff.added == 400 && !diff.cut);
}

#[test]
fn a_short_note_that_is_written_over_keeps_what_it_was() {
    let bench = bench();
    let body = "All that there is of it, and that is not much.";
    let id = bench.notebook.notes().create("Note", body).unwrap().id;
    save(&bench, id, "W");
    save(&bench, id, "Written over.");
    let versions = bench.notebook.notes().versions(id).unwrap();
    assert_eq!(versions.len(), 1);
    let restored = bench
        .notebook
        .notes()
        .restore_version(id, versions[0].version)
        .unwrap();
    assert_eq!(restored.body, body);
}

#[test]
fn the_last_text_of_a_sitting_is_kept_however_old_it_grows() {
    let mut bench = bench();
    let id = bench.notebook.notes().create("Note", "first").unwrap().id;
    for n in 0..40 {
        save(&bench, id, &format!("sitting {n}, begun"));
        save(&bench, id, &format!("sitting {n}, done"));
        bench = let_pass(bench, id, 60 * 24 * 3_600_000);
    }
    save(&bench, id, "now");
    let notes = bench.notebook.notes();
    let ends: Vec<_> = notes
        .versions(id)
        .unwrap()
        .into_iter()
        .filter(|version| version.sitting_end)
        .collect();
    assert_eq!(ends.len(), 40);
    let oldest = notes.restore_version(id, ends[39].version).unwrap();
    assert_eq!(oldest.body, "sitting 0, done");
}

#[test]
fn versions_of_one_sitting_are_thinned_out_as_they_grow_old() {
    let mut bench = bench();
    let id = bench.notebook.notes().create("Note", "x").unwrap().id;
    for n in 0..30 {
        save(&bench, id, &format!("{n} ").repeat(2000));
    }
    assert_eq!(causes(&bench, id).len(), 30);
    bench = let_pass(bench, id, 40 * 24 * 3_600_000);
    save(&bench, id, "much later");
    save(&bench, id, &"more ".repeat(1000));
    let kept = bench.notebook.notes().versions(id).unwrap();
    assert!(kept.iter().any(|version| version.sitting_end));
    assert!(kept.len() <= 3, "{kept:?}");
}

#[test]
fn a_version_that_is_restored_is_a_new_text_and_undone_after_a_restart() {
    let bench = bench();
    let id = bench.notebook.notes().create("Note", "old").unwrap().id;
    save(&bench, id, &"new ".repeat(500));
    let version = bench.notebook.notes().versions(id).unwrap()[0].version;
    let restored = bench.notebook.notes().restore_version(id, version).unwrap();
    assert_eq!((restored.body.as_str(), restored.revision), ("old", 3));
    assert_eq!(causes(&bench, id)[0], VersionCause::Restored);
    let bench = bench.reopen();
    bench.notebook.undo(None).unwrap().unwrap();
    let back = bench.notebook.notes().get(id).unwrap();
    assert_eq!(back.body, "new ".repeat(500));
    assert_eq!(causes(&bench, id)[0], VersionCause::Undone);
}

#[test]
fn taking_a_restored_text_back_leaves_what_was_written_since() {
    let bench = bench();
    let notes = bench.notebook.notes();
    for (since, left) in [
        ("One.\n\nTwo.\n\nEnd.", "One.\n\nSecond.\n\nEnd."),
        ("One.\n\nTwo.\n\nEnd. New.", "One.\n\nSecond.\n\nEnd. New."),
        ("New. One.\n\nTwo.\n\nEnd.", "New. One.\n\nSecond.\n\nEnd."),
        (
            "One.\n\nTwo, and new.\n\nEnd.",
            "One.\n\nTwo, and new.\n\nEnd.",
        ),
        ("New.\n\nTwo.\n\nNew.", "New.\n\nTwo.\n\nNew."),
    ] {
        let note = notes.create("Old", "One.\n\nTwo.\n\nEnd.").unwrap();
        // A text that stands before a step is kept.
        let part = notes.create("", "Part.").unwrap();
        notes.merge(note.id, part.id).unwrap();
        let old = notes.versions(note.id).unwrap()[0].version;
        let now = notes.get(note.id).unwrap().revision;
        notes
            .save(note.id, now, "Late", "One.\n\nSecond.\n\nEnd.")
            .unwrap();
        let restored = notes.restore_version(note.id, old).unwrap();
        let title = if since == left { "Typed" } else { "Old" };
        notes
            .save(note.id, restored.revision, title, since)
            .unwrap();
        let undone = bench.notebook.undo(None).unwrap().unwrap();
        assert_eq!(undone.kept, since == left, "{since}");
        let now = notes.get(note.id).unwrap();
        let title = if since == left { "Typed" } else { "Late" };
        assert_eq!((now.title.as_str(), now.body.as_str()), (title, left));
        bench.notebook.redo().unwrap().unwrap();
        assert_eq!(notes.get(note.id).unwrap().body, since);
    }
}

#[test]
fn both_texts_of_a_conflict_are_in_the_history_once() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let note = notes.create("Note", "common").unwrap();
    notes.save(note.id, 1, "Note", "theirs").unwrap();
    for _ in 0..3 {
        let lost = notes.save(note.id, 1, "Note", "mine").unwrap_err();
        assert_eq!(lost.code(), ErrorCode::Conflict);
    }
    assert_eq!(notes.get(note.id).unwrap().body, "theirs");
    assert_eq!(causes(&bench, note.id), [VersionCause::Conflict; 2]);
    let mine = notes.versions(note.id).unwrap()[0].version;
    assert_eq!(notes.restore_version(note.id, mine).unwrap().body, "mine");
    let theirs = notes.versions(note.id).unwrap().last().unwrap().version;
    assert_eq!(
        notes.restore_version(note.id, theirs).unwrap().body,
        "theirs"
    );
}

#[test]
fn what_differs_is_found_by_line_and_word_in_any_script() {
    let bench = bench();
    let body = "# 머리\n\n첫 줄입니다.\n\nسطر ثان هنا.\n\nThe end.";
    let id = bench.notebook.notes().create("Note", body).unwrap().id;
    save(&bench, id, &"x ".repeat(1000));
    save(&bench, id, &body.replace("ثان", "ثالث"));
    let version = bench.notebook.notes().versions(id).unwrap();
    let first = version.last().unwrap().version;
    let diff = bench
        .notebook
        .notes()
        .diff_versions(id, first, None)
        .unwrap();
    let changed: Vec<_> = diff
        .diff
        .parts
        .iter()
        .filter(|part| part.change != PartChange::Same)
        .collect();
    assert_eq!(changed.len(), 1);
    assert_eq!((diff.diff.added, diff.diff.removed), (1, 1));
}

#[test]
fn links_in_what_differs_are_read_by_their_titles() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let target = notes.create("Old name", "").unwrap();
    let note = notes.create("Note", "Begun.").unwrap();
    let link = format!("[[note:{}#Head|old]]", target.id);
    save(
        &bench,
        note.id,
        &format!("Linked {link}, {}", "words ".repeat(200)),
    );
    notes.save(target.id, 1, "New name", "").unwrap();
    let version = notes.versions(note.id).unwrap()[0].version;
    let diff = notes.diff_versions(note.id, version, None).unwrap();
    let shown = format!("{diff:?}");
    assert!(shown.contains("[[New name › Head]]"), "{shown}");
    assert!(!shown.contains("note:"), "{shown}");
}

#[test]
fn what_a_link_keeps_is_shown_where_nothing_else_of_it_changed() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let id = notes.create("Port", "").unwrap().id;
    for (before, after, shown) in [
        (
            "|the port",
            "|the harbour",
            ["Port|the port", "Port|the harbour"],
        ),
        (
            "#^a1|Port",
            "#^b2|Port",
            ["Port › ^a1|Port", "Port › ^b2|Port"],
        ),
    ] {
        let text = |kept: &str| format!("See [[note:{id}{kept}]].\n");
        let note = notes.create("Note", &text(before)).unwrap();
        save(&bench, note.id, &"x ".repeat(1000));
        save(&bench, note.id, &text(after));
        let first = notes.versions(note.id).unwrap().last().unwrap().version;
        let diff = notes.diff_versions(note.id, first, None).unwrap().diff;
        assert!(diff.added > 0 && diff.removed > 0, "{diff:?}");
        let side = |gone: RunKind| -> String {
            let runs = diff.parts.iter().flat_map(|part| &part.runs);
            let runs = runs.filter(|run| run.kind != gone);
            runs.map(|run| run.text.as_str()).collect()
        };
        let sides = [side(RunKind::Inserted), side(RunKind::Deleted)];
        for (side, shown) in sides.iter().zip(shown) {
            assert!(side.contains(&format!("[[{shown}]]")), "{side}");
        }
    }
}

#[test]
fn a_text_is_not_cut_within_a_link() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let id = notes.create("Port", "").unwrap().id;
    let body = format!("{}[[note:{id}|Port]] and on.", "a ".repeat(149_990));
    let note = notes.create("Note", &body).unwrap();
    save(&bench, note.id, "Written over.");
    let first = notes.versions(note.id).unwrap().last().unwrap().version;
    let diff = notes.diff_versions(note.id, first, None).unwrap();
    assert!(diff.cut);
    assert!(!format!("{diff:?}").contains("note:"));
}

#[test]
fn a_note_of_3_mb_is_kept_and_compared_in_bounds() {
    let bench = bench();
    let line = |n: usize| format!("Line {n} of a very long chronology, with a date and a name.\n");
    let body: String = (0..50_000).map(line).collect();
    assert!(body.len() > 2_900_000);
    let id = bench.notebook.notes().create("Long", &body).unwrap().id;
    let mut other = body.replacen("Line 7 ", "Line seven ", 1);
    other.push_str(&"And more at the end.\n".repeat(100));
    save(&bench, id, &other);
    save(&bench, id, &"gone ".repeat(300));
    let notes = bench.notebook.notes();
    let version = notes.versions(id).unwrap().last().unwrap().version;
    assert!(notes.diff_versions(id, version, None).unwrap().cut);
    assert!(notes.restore_version(id, version).unwrap().body == body);
    let size = std::fs::metadata(bench.path().join("notebook.db"))
        .unwrap()
        .len();
    assert!(size < 35_000_000, "{size}");
}

#[test]
fn a_clock_that_goes_back_costs_no_text() {
    let mut bench = bench();
    let notes = bench.notebook.notes();
    let other = notes.create("Other", "").unwrap().id;
    let link = format!("See [[note:{other}|Other]]. ");
    let id = notes.create("Note", &link).unwrap().id;
    let texts: Vec<String> = (0..6)
        .map(|n| format!("{link}{}", n.to_string().repeat(1500)))
        .collect();
    for body in &texts[..3] {
        save(&bench, id, body);
    }
    // What was written so far is of next week now.
    bench = let_pass(bench, id, -7 * 24 * 3_600_000);
    for body in &texts[3..] {
        save(&bench, id, body);
    }
    let notes = bench.notebook.notes();
    assert_eq!(notes.get(id).unwrap().body, texts[5]);
    let versions = notes.versions(id).unwrap();
    let kept: Vec<String> = versions
        .iter()
        .map(|version| notes.restore_version(id, version.version).unwrap().body)
        .collect();
    for body in &texts[..5] {
        assert!(kept.contains(body), "{}", &body[..60]);
    }
    let listed = notes.list(&NoteQuery::default(), 0, 10).unwrap();
    assert_eq!(listed.total, 2);
    let target = dragoman_core::domain::LinkTarget::Note { id: other };
    assert_eq!(notes.backlinks(target, None, 10).unwrap().total, 1);
}
