//! Notes, links by id, backlinks.

use dragoman_core::ErrorCode;
use dragoman_core::domain::{EntityKind, LinkTarget};

use crate::support::{Bench, bench};

#[test]
fn a_save_on_top_of_an_older_revision_overwrites_nothing() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let note = notes.create("Vocabulary", "first").unwrap();
    let saved = notes
        .save(note.id, note.revision, "Vocabulary", "second")
        .unwrap();
    let stale = notes.save(note.id, note.revision, "Vocabulary", "third");
    assert_eq!(stale.unwrap_err().code(), ErrorCode::Conflict);
    let kept = notes.get(note.id).unwrap();
    assert_eq!(
        (kept.body.as_str(), kept.revision),
        ("second", saved.revision)
    );
}

#[test]
fn links_follow_a_renaming_and_keep_their_words_when_the_target_goes() {
    let bench = bench();
    let entity = bench
        .notebook
        .entities()
        .create(EntityKind::Person, "Kim Jong Un")
        .unwrap();
    let note = bench
        .notebook
        .notes()
        .create(
            "Note",
            &format!("He is [[entity:{}|Kim]]. And more.", entity.id),
        )
        .unwrap();
    assert_eq!(note.links[0].title, "Kim Jong Un");
    bench
        .notebook
        .entities()
        .rename(entity.id, "김정은")
        .unwrap();
    let note = bench.notebook.notes().get(note.id).unwrap();
    assert_eq!(note.links[0].title, "김정은");
    let target = LinkTarget::Entity { id: entity.id };
    let backlinks = bench
        .notebook
        .notes()
        .backlinks(target, None, 10)
        .unwrap()
        .rows;
    assert_eq!(backlinks[0].context, "He is 김정은.");
    bench.notebook.entities().delete(entity.id).unwrap();
    let note = bench.notebook.notes().get(note.id).unwrap();
    assert!(note.links[0].gone);
    assert_eq!(note.links[0].title, "김정은");
}

#[test]
fn what_only_looks_like_a_link_is_text() {
    let bench = bench();
    let body = "[[ ]] [[entity:nonsense|x]] [[[[ [[article:]] [[unclosed";
    let note = bench.notebook.notes().create("Odd", body).unwrap();
    assert!(note.links.is_empty());
    assert_eq!(bench.notebook.notes().get(note.id).unwrap().body, body);
}

#[test]
fn completion_finds_any_name_in_any_script() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let kim = entities.create(EntityKind::Person, "Kim Jong Un").unwrap();
    for name in ["김정은", "Ким Чен Ын", "كيم جونغ أون"] {
        entities
            .add_name(kim.id, name, dragoman_core::domain::NameStrength::Strong)
            .unwrap();
    }
    bench.notebook.notes().create("Kim’s train", "").unwrap();
    for typed in ["kim", "jong", "김정", "ким ч", "كيم", "Kim Jong-un"] {
        let found = bench.notebook.notes().complete_link(typed, 10).unwrap();
        assert!(
            found
                .iter()
                .any(|c| c.target == LinkTarget::Entity { id: kim.id }),
            "{typed}: {found:?}"
        );
    }
    let titles = bench.notebook.notes().complete_link("train", 10).unwrap();
    assert_eq!(titles[0].title, "Kim’s train");
}

#[test]
fn many_entities_leave_room_for_notes_and_articles() {
    let bench = bench();
    for n in 0..12 {
        let name = format!("Port {n}");
        bench
            .notebook
            .entities()
            .create(EntityKind::Place, &name)
            .unwrap();
    }
    bench.notebook.notes().create("Port visits", "").unwrap();
    bench.article("Port opens", &["The quay is ready."]);
    bench.notebook.finish_indexing().unwrap();
    let found = bench.notebook.notes().complete_link("port", 8).unwrap();
    assert_eq!(found.len(), 8);
    let count =
        |wanted: fn(&LinkTarget) -> bool| found.iter().filter(|c| wanted(&c.target)).count();
    assert_eq!(count(|target| matches!(target, LinkTarget::Note { .. })), 1);
    assert_eq!(
        count(|target| matches!(target, LinkTarget::Article { .. })),
        1
    );
}

#[test]
fn a_deleted_note_comes_back_by_undo_and_its_links_with_it() {
    let bench = bench();
    let first = bench.notebook.notes().create("First", "").unwrap();
    let body = format!("see [[note:{}|First]]", first.id);
    let second = bench.notebook.notes().create("Second", &body).unwrap();
    bench.notebook.notes().delete(second.id).unwrap();
    let target = LinkTarget::Note { id: first.id };
    let backlinks = |bench: &Bench| {
        let notes = bench.notebook.notes();
        notes.backlinks(target, None, 10).unwrap().total
    };
    assert_eq!(backlinks(&bench), 0);
    let bench = bench.reopen();
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(backlinks(&bench), 1);
    assert_eq!(bench.notebook.counts().unwrap().notes, 2);
}

#[test]
fn an_older_note_is_completed_behind_many_with_the_same_first_word() {
    let bench = bench();
    let notes = bench.notebook.notes();
    notes.create("The report", "").unwrap();
    for n in 0..60 {
        notes.create(&format!("The daily {n}"), "").unwrap();
    }
    let found = notes.complete_link("the rep", 5).unwrap();
    assert_eq!(found[0].title, "The report");
}

#[test]
fn a_note_of_opening_brackets_is_saved_at_once() {
    let bench = bench();
    let body = format!("{} ]]", "[[".repeat(400_000));
    let started = std::time::Instant::now();
    bench.notebook.notes().create("Brackets", &body).unwrap();
    assert!(started.elapsed() < std::time::Duration::from_secs(10));
}
