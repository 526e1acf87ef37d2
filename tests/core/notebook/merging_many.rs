//! A merge of many is taken back at the cost of one of few.

use dragoman_core::Notebook;
use dragoman_core::domain::{EntityId, EntityKind};

use crate::support::{Bench, bench};

fn person(bench: &Bench, name: &str) -> EntityId {
    let entities = bench.notebook.entities();
    entities.create(EntityKind::Person, name).unwrap().id
}

fn names(bench: &Bench, id: EntityId) -> Vec<String> {
    let entity = bench.notebook.entities().get(id).unwrap();
    entity.names.into_iter().map(|name| name.text).collect()
}

/// The number of changes so far; the notebook is opened anew.
fn changes(bench: Bench) -> (Bench, i64) {
    let Bench { folder, notebook } = bench;
    drop(notebook);
    let conn = rusqlite::Connection::open(folder.path().join("Desk/notebook.db")).unwrap();
    let newest = conn.query_row("SELECT max(seq) FROM changes", [], |row| row.get(0));
    drop(conn);
    let notebook = Notebook::open(folder.path().join("Desk")).unwrap();
    (Bench { folder, notebook }, newest.unwrap())
}

#[test]
fn taking_a_merge_of_many_back_goes_through_the_names_of_the_whole_once() {
    const PARTS: i64 = 30;
    let bench = bench();
    let kept = person(&bench, "Alpha");
    let parts: Vec<EntityId> = (0..PARTS)
        .map(|n| person(&bench, &format!("Beta{n}")))
        .collect();
    bench.notebook.entities().merge(kept, &parts).unwrap();
    let (bench, before) = changes(bench);
    bench.notebook.undo(None).unwrap();
    let (bench, after) = changes(bench);
    // Three of each part, which is shown again and gets its names; the whole changes once.
    assert!(after - before < 4 * PARTS, "{}", after - before);
    assert_eq!(names(&bench, kept), ["Alpha"]);
    for (n, part) in (0..).zip(&parts) {
        assert_eq!(names(&bench, *part), [format!("Beta{n}")]);
    }
}
