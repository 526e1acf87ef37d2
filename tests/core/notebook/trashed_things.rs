//! Notes, entities and dossiers that were deleted.

use dragoman_core::domain::EntityKind;
use dragoman_core::{CancelToken, Error};

use crate::support::{bench, next_millisecond, span_of};

#[test]
fn deleted_notes_entities_and_dossiers_are_listed_and_brought_back() {
    let bench = bench();
    bench.file("drop/a.txt", "Minister visits port\n\nOlin Vestry visited the eastern port on Monday, officials said, and spoke with workers there about the new quay.\n");
    bench.import(&bench.folder.path().join("drop"));
    let notebook = &bench.notebook;
    let person = notebook
        .entities()
        .create(EntityKind::Person, "Olin Vestry")
        .unwrap()
        .id;
    notebook.finish_matching();
    let note = notebook.notes().create("On the port", "Quay.").unwrap().id;
    let dossier = notebook.dossiers().create("Ports").unwrap().id;
    notebook.notes().delete(note).unwrap();
    next_millisecond();
    notebook.entities().delete(person).unwrap();
    next_millisecond();
    notebook.dossiers().delete(dossier).unwrap();
    let trash = notebook.trash();
    let page = trash.things(0, 100).unwrap();
    assert_eq!(page.total, 3);
    let titles: Vec<_> = page.rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["Ports", "Olin Vestry", "On the port"]);
    assert_eq!(trash.things(1, 1).unwrap().rows, page.rows[1..2]);
    for row in &page.rows {
        trash.restore(row.thing).unwrap();
    }
    assert_eq!(trash.things(0, 100).unwrap().total, 0);
    assert!(!notebook.notes().get(note).unwrap().deleted);
    let entity = notebook.entities().get(person).unwrap();
    assert_eq!((entity.articles, entity.mentions), (1, 1));
    assert_eq!(notebook.dossiers().list().unwrap().len(), 1);
}

#[test]
fn emptying_the_trash_removes_entities_with_all_that_is_theirs() {
    use dragoman_core::domain::{TagRequest, TagScope, TagTarget};
    let bench = bench();
    let article = bench.article("One", &["Olin Vestry met Ann Poe."]);
    let notebook = &bench.notebook;
    let entities = notebook.entities();
    let person = |name: &str| entities.create(EntityKind::Person, name).unwrap().id;
    let (olin, held, ann) = (
        person("Olin Vestry"),
        person("O. Vestry"),
        person("Ann Poe"),
    );
    notebook.finish_matching();
    entities
        .tag(&TagRequest {
            article: article.id,
            span: span_of(&article, 0, "met"),
            target: TagTarget::Known { id: olin },
            scope: TagScope::Mention,
        })
        .unwrap();
    entities.merge(olin, &[held]).unwrap();
    notebook
        .notes()
        .create("Note", &format!("[[entity:{olin}|Olin Vestry]]"))
        .unwrap();
    let dossier = notebook.dossiers().create("Talks").unwrap().id;
    let item = dragoman_core::domain::NewItem {
        target: dragoman_core::domain::ItemTarget::Entity { id: olin },
        title: String::new(),
    };
    let end = dragoman_core::domain::ItemPlace::Last { parent: None };
    notebook.dossiers().add(dossier, &[item], end).unwrap();
    entities.delete(olin).unwrap();
    assert_eq!(notebook.trash().contents().unwrap().entities, 1);
    notebook
        .trash()
        .empty(&CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!(notebook.trash().contents().unwrap().entities, 0);
    assert_eq!(notebook.trash().things(0, 10).unwrap().total, 0);
    for gone in [olin, held] {
        assert!(matches!(entities.get(gone), Err(Error::NotFound { .. })));
    }
    let left = bench.get(article.id).entities;
    assert_eq!(left.iter().map(|chip| chip.id).collect::<Vec<_>>(), [ann]);
    let page = notebook.dossiers().page(dossier, None, 0, 10).unwrap();
    assert_eq!(page.rows[0].title, "Olin Vestry");
    // Nothing that is left to be taken back needs it.
    while notebook.undo(None).unwrap().is_some() {}
    let report = notebook
        .verify(&CancelToken::new(), &mut |_, _| {})
        .unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

/// Between two parts of that somebody may ask for it: it would come without its mentions.
#[test]
fn an_entity_that_is_being_deleted_for_good_does_not_come_back() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let id = entities.create(EntityKind::Person, "Mara Venn").unwrap().id;
    entities.delete(id).unwrap();
    let conn = rusqlite::Connection::open(bench.path().join("notebook.db")).unwrap();
    conn.execute("UPDATE entities SET emptying = 1", [])
        .unwrap();
    let trash = bench.notebook.trash();
    assert_eq!(trash.things(0, 10).unwrap().total, 0);
    bench.notebook.undo(None).unwrap();
    assert!(entities.get(id).unwrap().deleted);
}
