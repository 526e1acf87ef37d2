//! Links that are made without the editor of the window.

use dragoman_core::domain::{LinkTarget, UndoAction};

use crate::support::bench;

#[test]
fn an_article_that_is_linked_at_the_end_of_a_note_is_a_step_of_its_own() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let article = bench.article("Moscow, again", &["Words."]);
    let id = article.id;
    let link = format!("[[article:{id}|Moscow, again]]");
    for (body, linked) in [
        ("", format!("- {link}\n")),
        ("Begun.", format!("Begun.\n- {link}\n")),
        ("Begun.\n", format!("Begun.\n- {link}\n")),
    ] {
        let note = notes.create("Moscow", body).unwrap();
        notes
            .append_link(note.id, LinkTarget::Article { id }, "Moscow, again")
            .unwrap();
        assert_eq!(notes.get(note.id).unwrap().body, linked);
        let undone = bench.notebook.undo(None).unwrap().unwrap();
        assert_eq!(undone.action, UndoAction::LinkMention);
        assert_eq!(notes.get(note.id).unwrap().body, body);
        bench.notebook.redo().unwrap().unwrap();
        assert_eq!(notes.get(note.id).unwrap().body, linked);
        let since = format!("Top.\n\n{linked}Last.");
        let revision = notes.get(note.id).unwrap().revision;
        notes.save(note.id, revision, "Moscow", &since).unwrap();
        assert!(!bench.notebook.undo(None).unwrap().unwrap().kept);
        assert!(!notes.get(note.id).unwrap().body.contains("article:"));
    }
}

#[test]
fn titles_in_brackets_become_links_where_one_thing_alone_is_called_so() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let one = notes.create("Port of Busan", "").unwrap();
    notes.create("Twice", "").unwrap();
    notes.create("Twice", "").unwrap();
    let body = "한 [[port of busan]], [[Port of Busan#Ships|its ships]], [[Twice]], [[None]], \
                `[[Port of Busan]]`, [[[Port of Busan]](x), [[note]]\n\n```\n[[Port of Busan]]\n```\n";
    let linked = notes.linked_by_title(body).unwrap();
    let id = one.id;
    let wanted = body
        .replacen(
            "[[port of busan]]",
            &format!("[[note:{id}|Port of Busan]]"),
            1,
        )
        .replacen(
            "[[Port of Busan#Ships|its ships]]",
            &format!("[[note:{id}#Ships|its ships]]"),
            1,
        );
    assert_eq!(linked, wanted);
    assert_eq!(notes.linked_by_title(&linked).unwrap(), linked);
}

#[test]
fn a_name_with_a_sign_is_not_taken_for_a_heading_of_another_note() {
    let bench = bench();
    let notes = bench.notebook.notes();
    notes.create("C", "").unwrap();
    notes.create("C#", "").unwrap();
    let two = notes.create("C#", "").unwrap();
    assert_eq!(notes.linked_by_title("[[C#]]").unwrap(), "[[C#]]");
    notes.delete(two.id).unwrap();
    let linked = notes.linked_by_title("[[C#]]").unwrap();
    assert!(linked.ends_with("|C#]]"), "{linked}");
}

#[test]
fn the_window_and_the_program_know_the_same_titles_in_brackets() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let id = notes.create("Port", "").unwrap().id;
    notes.create("note:abc", "").unwrap();
    notes.create(&"\u{1F6A2}".repeat(200), "").unwrap();
    for (written, wanted) in [
        ("[[[Port]]]", format!("[[[note:{id}|Port]]]")),
        ("[[[[Port]]", format!("[[[[note:{id}|Port]]")),
        ("[[Port| ]]", format!("[[note:{id}|Port]]")),
        ("[[Port|]]", "[[Port|]]".to_owned()),
        // Looks like a link by id.
        ("[[note:abc]]", "[[note:abc]]".to_owned()),
    ] {
        assert_eq!(notes.linked_by_title(written).unwrap(), wanted);
    }
    // As the window counts, of two units each.
    let long = format!("[[{}]]", "\u{1F6A2}".repeat(200));
    assert_eq!(notes.linked_by_title(&long).unwrap(), long);
}

#[test]
fn a_list_that_went_on_behind_a_link_has_no_gap_when_the_link_is_taken_back() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let id = bench.article("Moscow, again", &["Words."]).id;
    for (body, behind, left) in [
        ("- one", "- two", "- one\n- two"),
        ("- one\n", "- two\n", "- one\n- two\n"),
        ("- one\n", "\nWords.", "- one\n\nWords."),
        ("Words.\n\n", "- two", "Words.\n\n- two"),
        ("- one\n", "\n", "- one\n"),
    ] {
        let note = notes.create("Moscow", body).unwrap();
        notes
            .append_link(note.id, LinkTarget::Article { id }, "Moscow, again")
            .unwrap();
        let linked = notes.get(note.id).unwrap();
        let since = format!("{}{behind}", linked.body);
        notes
            .save(note.id, linked.revision, "Moscow", &since)
            .unwrap();
        assert!(!bench.notebook.undo(None).unwrap().unwrap().kept);
        assert_eq!(notes.get(note.id).unwrap().body, left);
    }
}
