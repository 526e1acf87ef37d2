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
