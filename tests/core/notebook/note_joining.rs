//! Merging notes, splitting them, templates, the note of a day.

use dragoman_core::ErrorCode;
use dragoman_core::domain::{LinkTarget, NewTemplate};

use crate::support::bench;

#[test]
fn merging_leads_links_on_and_is_undone_after_a_restart() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let into = notes.create("Moscow", "First.").unwrap();
    let part = notes.create("Train | 2023", "Second.").unwrap();
    let linking = notes
        .create("Links", &format!("[[note:{}|Train]]", part.id))
        .unwrap();
    let merged = notes.merge(into.id, part.id).unwrap();
    assert_eq!(merged.body, "First.\n\n## Train | 2023\n\nSecond.\n");
    assert_eq!(notes.get(part.id).unwrap().id, into.id);
    assert_eq!(bench.notebook.counts().unwrap().notes, 2);
    let label = &notes.get(linking.id).unwrap().links[0];
    assert_eq!((label.title.as_str(), label.gone), ("Moscow", false));
    let target = LinkTarget::Note { id: into.id };
    assert_eq!(notes.backlinks(target, None, 10).unwrap().total, 1);
    assert!(notes.merge(part.id, into.id).is_err());
    assert!(notes.deleted().unwrap().is_empty());
    let bench = bench.reopen();
    bench.notebook.undo(None).unwrap().unwrap();
    let notes = bench.notebook.notes();
    assert_eq!(notes.get(into.id).unwrap().body, "First.");
    assert_eq!(notes.get(part.id).unwrap().body, "Second.");
    assert_eq!(notes.backlinks(target, None, 10).unwrap().total, 0);
    assert_eq!(bench.notebook.counts().unwrap().notes, 3);
}

#[test]
fn taking_a_merge_back_leaves_what_was_written_since() {
    let bench = bench();
    let notes = bench.notebook.notes();
    for (since, left) in [
        (
            "New.\n\nFirst.\n\n## Train\n\nSecond.\n\nLast.\n",
            "New.\n\nFirst.\n\nLast.\n",
        ),
        ("Written over.\n\n## Train\n\nSecond.\n", "Written over.\n"),
        ("## Train\n\nSecond.\n\nLast.", "Last."),
        (
            "## Train\n\nSecond.\n\nFirst.\n\n## Train\n\nSecond.\n\n한국",
            "## Train\n\nSecond.\n\nFirst.\n\n한국",
        ),
    ] {
        let into = notes.create("Moscow", "First.\n").unwrap();
        let part = notes.create("Train", "Second.").unwrap();
        let merged = notes.merge(into.id, part.id).unwrap();
        notes
            .save(into.id, merged.revision, "Renamed", since)
            .unwrap();
        let undone = bench.notebook.undo(None).unwrap().unwrap();
        assert!(!undone.kept);
        let now = notes.get(into.id).unwrap();
        assert_eq!((now.title.as_str(), now.body.as_str()), ("Renamed", left));
        assert_eq!(notes.get(part.id).unwrap().body, "Second.");
        bench.notebook.redo().unwrap().unwrap();
        assert_eq!(notes.get(part.id).unwrap().body, since);
        bench.notebook.undo(None).unwrap().unwrap();
        assert_eq!(notes.get(into.id).unwrap().body, left);
    }
}

#[test]
fn a_merged_text_that_was_changed_stays_when_the_merge_is_taken_back() {
    let bench = bench();
    let notes = bench.notebook.notes();
    for since in [
        "First.\n\n## Train\n\nSecond, and more.\n",
        "First.\n\n## Train\n\nSecond. More in its line.\n",
        "First.\n",
    ] {
        let into = notes.create("Moscow", "First.").unwrap();
        let part = notes.create("Train", "Second.").unwrap();
        let merged = notes.merge(into.id, part.id).unwrap();
        notes
            .save(into.id, merged.revision, "Moscow", since)
            .unwrap();
        let undone = bench.notebook.undo(None).unwrap().unwrap();
        assert!(undone.kept);
        assert_eq!(notes.get(into.id).unwrap().body, since);
        assert_eq!(notes.get(part.id).unwrap().body, "Second.");
        bench.notebook.redo().unwrap().unwrap();
        assert_eq!(notes.get(part.id).unwrap().body, since);
        bench.notebook.undo(None).unwrap().unwrap();
    }
}

#[test]
fn a_persons_own_line_is_not_taken_for_what_a_merge_put_in() {
    let bench = bench();
    let notes = bench.notebook.notes();
    for (whole, part, title, since, left) in [
        // The merged copy was deleted, since it was double.
        ("TODO\n\nFirst.", "TODO", "", "TODO\n\nFirst.\n", None),
        ("First.\n\nTODO", "TODO", "", "First.\n\nTODO\n", None),
        (
            "## Train\n\nSecond.\n\nFirst.",
            "Second.",
            "Train",
            "Top.\n\n## Train\n\nSecond.\n\nFirst.\n",
            None,
        ),
        // It stands where it was put still.
        (
            "TODO\n\nFirst.",
            "TODO",
            "",
            "Top.\n\nTODO\n\nFirst.\n\nTODO\n\nLast.\n",
            Some("Top.\n\nTODO\n\nFirst.\n\nLast.\n"),
        ),
        // A short line of its own was taken out, and written elsewhere.
        (
            "First.",
            "Yes",
            "",
            "Is it so?\n\nYes\n\nFirst.\n\nNo\n",
            None,
        ),
        ("", "Yes", "", "Is it so?\n\nYes\n\nNo\n", None),
        // Which of two it is can't be told.
        ("", "TODO", "", "A\n\nTODO\n\nA\n\nTODO\n\nLast.\n", None),
    ] {
        let into = notes.create("Whole", whole).unwrap();
        let part = notes.create(title, part).unwrap();
        let merged = notes.merge(into.id, part.id).unwrap();
        notes
            .save(into.id, merged.revision, "Whole", since)
            .unwrap();
        let undone = bench.notebook.undo(None).unwrap().unwrap();
        assert_eq!(undone.kept, left.is_none(), "{since}");
        assert_eq!(notes.get(into.id).unwrap().body, left.unwrap_or(since));
        assert_eq!(notes.get(part.id).unwrap().id, part.id);
    }
}

#[test]
fn what_is_merged_takes_nothing_out_of_the_end_of_a_text() {
    let bench = bench();
    let notes = bench.notebook.notes();
    for (before, after) in [
        ("", "## Part\n\nIts words.\n"),
        ("One. ", "One. \n\n## Part\n\nIts words.\n"),
        ("One.\n", "One.\n\n## Part\n\nIts words.\n"),
        ("One.\n\n\n", "One.\n\n\n## Part\n\nIts words.\n"),
        ("- One\n\n    ", "- One\n\n    \n## Part\n\nIts words.\n"),
        ("One.\n\n\t", "One.\n\n\t\n## Part\n\nIts words.\n"),
        ("    ", "    \n## Part\n\nIts words.\n"),
    ] {
        let into = notes.create("Whole", before).unwrap();
        let part = notes.create("Part", "Its words.").unwrap();
        assert_eq!(notes.merge(into.id, part.id).unwrap().body, after);
        bench.notebook.undo(None).unwrap();
        assert_eq!(notes.get(into.id).unwrap().body, before);
    }
}

#[test]
fn what_was_written_before_merged_words_while_they_came_stays_as_it_is() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let into = notes.create("Whole", "One. ").unwrap();
    let part = notes.create("Part", "Its words.").unwrap();
    let merged = notes.merge(into.id, part.id).unwrap();
    let since = "One. Two\n\n## Part\n\nIts words.\n";
    notes
        .save(into.id, merged.revision, "Whole", since)
        .unwrap();
    assert!(!bench.notebook.undo(None).unwrap().unwrap().kept);
    assert_eq!(notes.get(into.id).unwrap().body, "One. Two");
}

#[test]
fn the_head_of_another_merged_text_is_not_taken_for_one_that_was_merged_before() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let into = notes.create("Whole", "A.").unwrap();
    let one = notes.create("", "Same.").unwrap();
    let other = notes.create("", "Same.\n\nMore.").unwrap();
    notes.merge(into.id, one.id).unwrap();
    let first = bench.notebook.undo_peek().unwrap().unwrap();
    let merged = notes.merge(into.id, other.id).unwrap();
    let since = "A.\n\nSame.\n\nMore.\n";
    notes
        .save(into.id, merged.revision, "Whole", since)
        .unwrap();
    let undone = bench.notebook.undo(Some(first.id)).unwrap().unwrap();
    assert!(undone.kept);
    assert_eq!(notes.get(into.id).unwrap().body, since);
    assert!(!bench.notebook.undo(None).unwrap().unwrap().kept);
    assert_eq!(notes.get(into.id).unwrap().body, "A.\n");
}

#[test]
fn taking_a_split_back_puts_back_what_was_written_in_both_notes_since() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let whole = notes.create("Whole", "A\nB\nC").unwrap();
    let made = notes.split_off(whole.id, 1, (2, 3), "B").unwrap();
    let link = format!("[[note:{}|B]]", made.id);
    let body = format!("Top.\n\nA\n{link}\nC and on");
    notes.save(whole.id, 2, "Whole", &body).unwrap();
    notes.save(made.id, 1, "B", "B, longer.").unwrap();
    let undone = bench.notebook.undo(None).unwrap().unwrap();
    assert!(!undone.kept);
    let now = notes.get(whole.id).unwrap().body;
    assert_eq!(now, "Top.\n\nA\nB, longer.\nC and on");
    assert!(notes.get(made.id).unwrap().deleted);
    bench.notebook.redo().unwrap().unwrap();
    assert_eq!(notes.get(whole.id).unwrap().body, body);
    assert!(!notes.get(made.id).unwrap().deleted);
}

#[test]
fn a_split_whose_link_is_gone_leaves_the_note_that_has_the_words() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let whole = notes.create("Whole", "A\nB\nC").unwrap();
    let made = notes.split_off(whole.id, 1, (2, 3), "B").unwrap();
    notes.save(whole.id, 2, "Whole", "A\nC").unwrap();
    notes.save(made.id, 1, "B", "B, longer.").unwrap();
    let undone = bench.notebook.undo(None).unwrap().unwrap();
    assert!(undone.kept);
    assert_eq!(notes.get(whole.id).unwrap().body, "A\nC");
    let now = notes.get(made.id).unwrap();
    assert_eq!((now.body.as_str(), now.deleted), ("B, longer.", false));
    bench.notebook.redo().unwrap().unwrap();
    assert!(!notes.get(made.id).unwrap().deleted);
}

#[test]
fn a_part_becomes_a_note_of_its_own_with_its_links_and_is_undone() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let other = notes.create("Other", "").unwrap();
    let link = format!("[[note:{}|Other]]", other.id);
    let body = format!("시작\n\n나눌 {link} 글\n\n끝");
    let whole = notes.create("Whole", &body).unwrap();
    let start = 4;
    let end = body.chars().count() as u32 - 3;
    let made = notes
        .split_off(whole.id, 1, (start, end), "Part ]] of it")
        .unwrap();
    assert_eq!(made.body, format!("나눌 {link} 글"));
    let left = notes.get(whole.id).unwrap();
    assert_eq!(
        left.body,
        format!("시작\n\n[[note:{}|Part )) of it]]\n\n끝", made.id)
    );
    let target = LinkTarget::Note { id: other.id };
    let linking = notes.backlinks(target, None, 10).unwrap();
    assert_eq!((linking.total, linking.rows[0].note), (1, made.id));
    assert!(notes.split_off(whole.id, 1, (0, 2), "stale").is_err());
    assert!(notes.split_off(whole.id, 2, (900, 990), "beyond").is_err());
    let bench = bench.reopen();
    bench.notebook.undo(None).unwrap().unwrap();
    let notes = bench.notebook.notes();
    assert_eq!(notes.get(whole.id).unwrap().body, body);
    assert!(notes.get(made.id).unwrap().deleted);
    let linking = notes.backlinks(target, None, 10).unwrap();
    assert_eq!((linking.total, linking.rows[0].note), (1, whole.id));
}

#[test]
fn whole_lines_that_become_a_note_leave_a_line() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let whole = notes.create("Whole", "A\nB\n## C").unwrap();
    let made = notes.split_off(whole.id, 1, (1, 4), "B").unwrap();
    assert_eq!(made.body, "B");
    let left = notes.get(whole.id).unwrap().body;
    assert_eq!(left, format!("A\n[[note:{}|B]]\n## C", made.id));
}

#[test]
fn a_section_that_becomes_a_note_says_its_heading_once_and_has_it_again_when_taken_back() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let other = notes.create("Ports", "").unwrap();
    let heading = format!("## On [[note:{}|old words]]", other.id);
    let body = format!("A\n{heading}\n\nWords.\nC");
    let whole = notes.create("Whole", &body).unwrap();
    let end = body.chars().count() as u32 - 2;
    let made = notes.split_off(whole.id, 1, (2, end), "On Ports").unwrap();
    assert_eq!(made.body, "Words.");
    notes
        .save(made.id, 1, "Renamed", "Words, and more.")
        .unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    let now = notes.get(whole.id).unwrap().body;
    assert_eq!(now, format!("A\n{heading}\n\nWords, and more.\nC"));
    for (body, title) in [("# Alone", "Alone"), ("# Two\n\nWords.", "Other")] {
        let whole = notes.create("Whole", body).unwrap();
        let end = body.chars().count() as u32;
        let made = notes.split_off(whole.id, 1, (0, end), title).unwrap();
        assert_eq!(made.body, body);
    }
}

#[test]
fn templates_are_given_once_and_are_notes_like_others() {
    let bench = bench();
    let first = [NewTemplate {
        title: "Interview".into(),
        body: "## Questions".into(),
    }];
    let notes = bench.notebook.notes();
    let given = notes.templates(&first).unwrap();
    assert_eq!(given.len(), 1);
    assert!(notes.get(given[0].id).unwrap().template);
    notes.delete(given[0].id).unwrap();
    assert!(notes.templates(&first).unwrap().is_empty());
    let own = notes.create("Own", "text").unwrap();
    notes.set_template(own.id, true).unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    assert!(!notes.get(own.id).unwrap().template);
    bench.notebook.redo().unwrap().unwrap();
    assert!(notes.get(own.id).unwrap().template);
    // What is so already is no step.
    notes.set_template(own.id, true).unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    assert!(!notes.get(own.id).unwrap().template);
    notes.set_template(own.id, true).unwrap();
    let bench = bench.reopen();
    let kept = bench.notebook.notes().templates(&first).unwrap();
    assert_eq!(kept[0].id, own.id);
}

#[test]
fn a_day_has_one_note_and_another_when_that_is_deleted() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let day = notes.daily("2024-06-21", "21 June 2024").unwrap();
    assert_eq!(notes.daily("2024-06-21", "other").unwrap().id, day.id);
    assert_ne!(
        notes.daily("2024-06-22", "22 June 2024").unwrap().id,
        day.id
    );
    let whole = notes.create("June", "").unwrap();
    notes.merge(whole.id, day.id).unwrap();
    assert_eq!(notes.daily("2024-06-21", "other").unwrap().id, whole.id);
    bench.notebook.undo(None).unwrap();
    notes.delete(day.id).unwrap();
    assert_eq!(notes.deleted().unwrap()[0].id, day.id);
    assert_ne!(notes.daily("2024-06-21", "again").unwrap().id, day.id);
}

#[test]
fn what_is_typed_in_a_note_that_was_merged_meanwhile_is_refused_and_kept() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let into = notes.create("Whole", "First.").unwrap();
    let part = notes.create("Part", "Second.").unwrap();
    notes.merge(into.id, part.id).unwrap();
    let refused = notes.save(part.id, part.revision, "Part", "Second, and more.");
    assert_eq!(refused.unwrap_err().code(), ErrorCode::Conflict);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(notes.get(part.id).unwrap().body, "Second.");
    let versions = notes.versions(part.id).unwrap();
    let typed = notes.restore_version(part.id, versions[0].version).unwrap();
    assert_eq!(typed.body, "Second, and more.");
}
