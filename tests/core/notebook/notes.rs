//! Notes, links by id, backlinks.

use dragoman_core::ErrorCode;
use dragoman_core::domain::{EntityKind, LinkTarget, NoteEdits, NoteQuery, NoteSort, TextEdit};

use crate::support::{Bench, bench, next_millisecond};

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
fn what_was_typed_is_saved_on_top_of_its_revision_only() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let note = notes.create("Vocabulary", "a 😀 b").unwrap();
    let typed = |from, to, insert: &str, length| NoteEdits {
        edits: vec![TextEdit {
            from,
            to,
            insert: insert.to_owned(),
        }],
        length,
    };
    let saved = notes
        .edit(note.id, note.revision, " Words ", &typed(5, 6, "김", 6))
        .unwrap();
    let kept = notes.get(note.id).unwrap();
    assert_eq!(
        (kept.title.as_str(), kept.body.as_str()),
        ("Words", "a 😀 김")
    );
    assert_eq!(kept.revision, saved.revision);

    // On an older text, or made for another one: nothing is written, the history included.
    let versions = notes.versions(note.id).unwrap();
    let stale = notes.edit(note.id, note.revision, "Words", &typed(0, 1, "x", 6));
    assert_eq!(stale.unwrap_err().code(), ErrorCode::Conflict);
    let other = notes.edit(note.id, saved.revision, "Words", &typed(0, 1, "x", 7));
    assert_eq!(other.unwrap_err().code(), ErrorCode::Conflict);
    assert_eq!(notes.get(note.id).unwrap(), kept);
    assert_eq!(notes.versions(note.id).unwrap(), versions);

    let state = notes.state(note.id).unwrap();
    assert_eq!((state.id, state.revision), (note.id, saved.revision));
    assert!(!state.deleted);
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

#[test]
fn the_list_is_ordered_and_filtered_and_has_templates_apart() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let [zone, ports, form] = ["zone of Rason", "Ports", "Interview form"].map(|title| {
        let made = notes.create(title, "").unwrap();
        next_millisecond();
        made
    });
    notes.set_template(form.id, true).unwrap();
    notes
        .save(zone.id, zone.revision, &zone.title, "Edited.")
        .unwrap();
    let titles = |query: NoteQuery| {
        let page = notes.list(&query, 0, 10).unwrap();
        assert_eq!(page.total as usize, page.rows.len());
        let titles = page.rows.into_iter().map(|row| row.title);
        titles.collect::<Vec<_>>()
    };
    let by = |sort| NoteQuery {
        sort,
        ..NoteQuery::default()
    };
    assert_eq!(titles(by(NoteSort::Edited)), ["zone of Rason", "Ports"]);
    assert_eq!(titles(by(NoteSort::Created)), ["Ports", "zone of Rason"]);
    assert_eq!(titles(by(NoteSort::Title)), ["Ports", "zone of Rason"]);
    let of = |filter: &str| NoteQuery {
        filter: filter.into(),
        ..NoteQuery::default()
    };
    assert_eq!(titles(of("ras ZONE")), ["zone of Rason"]);
    assert_eq!(titles(of("zone ports")), [""; 0]);
    assert_eq!(titles(of("interview")), [""; 0]);
    let templates = NoteQuery {
        templates: true,
        ..NoteQuery::default()
    };
    assert_eq!(titles(templates), ["Interview form"]);
    assert_eq!(bench.notebook.counts().unwrap().notes, 2);
    notes.delete(ports.id).unwrap();
    assert_eq!(bench.notebook.counts().unwrap().notes, 1);
    assert_eq!(titles(by(NoteSort::Title)), ["zone of Rason"]);
}

#[test]
fn lists_show_the_words_of_a_note_without_its_marks() {
    let bench = bench();
    let notes = bench.notebook.notes();
    for (body, shown) in [
        (
            "## To do\n- [ ] call ==urgent== **now**\n- [x] done",
            "To do call urgent now done",
        ),
        (
            "> 1. *quoted* and ~~struck~~ `a = b`",
            "1. quoted and struck a = b",
        ),
        (
            "See [[Nowhere]], [[Geneva|there]] and [this](https://example.org/a_b).",
            "See Nowhere, there and this.",
        ),
        ("It said so.[^1]\n\n[^1]: In May.", "It said so. In May."),
        (
            "| Port | Ships |\n|---|--:|\n| **Rason** | 12 |",
            "Port Ships Rason 12",
        ),
        ("```\ncode\n```\n---\nafter", "code after"),
        (
            "snake_case, 2 * 3 * 4, a == b == c, [sic], 5 \\* 6",
            "snake_case, 2 * 3 * 4, a == b == c, [sic], 5 * 6",
        ),
        ("***both*** _one_ __two__ **a *b* c**", "both one two a b c"),
        ("- \n- [ ]\n#\n#tag", "#tag"),
        ("# 1. FC **Köln**\n2) [ ] ask", "1. FC Köln 2) ask"),
        ("中文**重点**和==标记==", "中文重点和标记"),
        ("مهم **جدا**", "مهم جدا"),
    ] {
        let note = notes.create("N", body).unwrap();
        let rows = notes.list(&NoteQuery::default(), 0, 100).unwrap().rows;
        let row = rows.iter().find(|row| row.id == note.id).unwrap();
        assert_eq!(row.excerpt, shown, "{body}");
    }
}

#[test]
fn a_hostile_line_of_marks_takes_no_time_that_grows_with_its_square() {
    let bench = bench();
    let notes = bench.notebook.notes();
    for marks in ["**x ", "[", "[[", "==a", "`", "![", "> - 1. ", "_a *b "] {
        notes.create("N", &marks.repeat(500_000)).unwrap();
    }
    assert_eq!(notes.list(&NoteQuery::default(), 0, 10).unwrap().total, 8);
}

#[test]
fn what_links_here_is_shown_without_marks() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let geneva = notes.create("Geneva talks", "").unwrap();
    let body = format!("- [ ] ==ask== about [[note:{}|G]] **soon**", geneva.id);
    notes.create("Plan", &body).unwrap();
    let target = LinkTarget::Note { id: geneva.id };
    let rows = notes.backlinks(target, None, 10).unwrap().rows;
    assert_eq!(rows[0].context, "ask about Geneva talks soon");
}

#[test]
fn a_title_finds_what_is_called_exactly_so() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let kim = bench
        .notebook
        .entities()
        .create(EntityKind::Person, "Kim Jong Un")
        .unwrap();
    let strong = dragoman_core::domain::NameStrength::Strong;
    bench
        .notebook
        .entities()
        .add_name(kim.id, "김정은", strong)
        .unwrap();
    let geneva = notes.create("Geneva talks", "").unwrap();
    notes.create("Geneva talks, day two", "").unwrap();
    notes.create("Twice", "").unwrap();
    notes.create("twice", "").unwrap();
    let found = |title: &str| -> Vec<LinkTarget> {
        let named = notes.named(title).unwrap();
        named.into_iter().map(|one| one.target).collect()
    };
    assert_eq!(found("geneva Talks "), [LinkTarget::Note { id: geneva.id }]);
    assert_eq!(found("김정은"), [LinkTarget::Entity { id: kim.id }]);
    assert_eq!(found("Kim Jong Un"), [LinkTarget::Entity { id: kim.id }]);
    assert_eq!(found("Twice").len(), 2);
    assert!(found("Geneva").is_empty());
    assert!(found(" ").is_empty());
}
