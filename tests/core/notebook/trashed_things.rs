//! Notes, entities and dossiers that were deleted.

use dragoman_core::domain::EntityKind;

use crate::support::bench;

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
    notebook.entities().delete(person).unwrap();
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
