//! Dossiers in search, and what is gone or merged in them.

use dragoman_core::domain::{EntityKind, ItemPlace, ItemTarget, QueryField, SearchQuery};
use dragoman_core::{CancelToken, Error, Notebook};

use super::{END, article, heading, of, rows};
use crate::support::bench;

fn found(notebook: &Notebook, text: &str) -> u32 {
    notebook.finish_indexing().unwrap();
    let query = SearchQuery {
        text: text.into(),
        ..SearchQuery::default()
    };
    notebook.search(&query).unwrap().total
}

#[test]
fn what_is_gone_is_shown_by_its_last_title_and_merged_entities_by_their_root() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let kim = entities
        .create(EntityKind::Person, "Kim Jong Un")
        .unwrap()
        .id;
    let other = entities.create(EntityKind::Person, "김정은").unwrap().id;
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Letters").unwrap().id;
    let gone = article(&bench, "Gone");
    dossiers
        .add(id, &[of(gone), of(ItemTarget::Entity { id: other })], END)
        .unwrap();
    entities.merge(kim, &[other]).unwrap();
    let now = rows(&bench.notebook, id);
    assert_eq!(
        (now[1].title.as_str(), now[1].target),
        ("Kim Jong Un", ItemTarget::Entity { id: kim })
    );
    assert_eq!(
        dossiers.of(ItemTarget::Entity { id: kim }).unwrap().len(),
        1
    );
    assert_eq!(found(&bench.notebook, "dossier:Letters type:entity"), 1);
    let again = dossiers
        .add(id, &[of(ItemTarget::Entity { id: kim })], END)
        .unwrap();
    assert_eq!(again.already, 1);

    let ItemTarget::Article { id: article } = gone else {
        panic!("an article");
    };
    bench.notebook.articles().delete(&[article]).unwrap();
    let now = rows(&bench.notebook, id);
    assert_eq!((now[0].title.as_str(), now[0].gone), ("Gone", true));
    let cancel = CancelToken::new();
    bench.notebook.trash().empty(&cancel, &mut |_| {}).unwrap();
    let now = rows(&bench.notebook, id);
    assert_eq!((now[0].title.as_str(), now[0].gone), ("Gone", true));
    assert!(
        dossiers
            .add(id, &[of(gone)], END)
            .is_ok_and(|report| report.already == 1)
    );
    let fresh = dossiers.create("Fresh").unwrap().id;
    assert!(matches!(
        dossiers.add(fresh, &[of(gone)], END),
        Err(Error::NotFound { .. })
    ));
}

#[test]
fn a_dossier_is_a_scope_of_search() {
    let bench = bench();
    let (one, two) = (article(&bench, "One"), article(&bench, "Two"));
    article(&bench, "Three");
    let note = bench
        .notebook
        .notes()
        .create("Call", "The harbour master.")
        .unwrap();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("The \"Bucha\" „file“").unwrap().id;
    let items = [heading("H"), of(one), of(ItemTarget::Note { id: note.id })];
    dossiers.add(id, &items, END).unwrap();
    let under = ItemPlace::Last {
        parent: Some(rows(&bench.notebook, id)[0].id),
    };
    dossiers.add(id, &[of(two)], under).unwrap();

    let notebook = &bench.notebook;
    assert_eq!(found(notebook, "harbour dossier:bucha"), 3);
    assert_eq!(found(notebook, "harbour -dossier:bucha"), 1);
    assert_eq!(found(notebook, "harbour has:dossier"), 3);
    assert_eq!(found(notebook, "harbour dossier:nothing"), 0);
    let query = SearchQuery {
        text: "harbour".into(),
        ..SearchQuery::default()
    };
    let facets = notebook.search_facets(&query).unwrap();
    assert_eq!(facets.dossiers[0].count, 3);
    assert_eq!(
        found(notebook, &format!("harbour {}", facets.dossiers[0].token)),
        3
    );
    let offered = notebook.complete_field(QueryField::Dossier, "buc").unwrap();
    assert_eq!(
        found(notebook, &format!("dossier:{}", offered[0].written)),
        3
    );

    // Under another name, and in the trash.
    dossiers.rename(id, "Буча").unwrap();
    assert_eq!(found(notebook, "dossier:буча"), 3);
    dossiers.remove_items(&[rows(notebook, id)[0].id]).unwrap();
    assert_eq!(found(notebook, "dossier:буча"), 2);
    bench.notebook.undo(None).unwrap();
    assert_eq!(found(notebook, "dossier:буча"), 3);
    dossiers.delete(id).unwrap();
    assert_eq!(found(notebook, "dossier:буча"), 0);
    assert!(notebook.search_facets(&query).unwrap().dossiers.is_empty());
}

#[test]
fn all_results_are_added_as_one_step() {
    let bench = bench();
    for n in 0..12 {
        article(&bench, &format!("Report {n}"));
    }
    bench.notebook.finish_indexing().unwrap();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Grain").unwrap().id;
    let query = SearchQuery {
        text: "harbour".into(),
        ..SearchQuery::default()
    };
    let add = || {
        let cancel = CancelToken::new();
        dossiers
            .add_results(id, &query, &cancel, &mut |_| {})
            .unwrap()
    };
    assert_eq!(add().done, 12);
    assert_eq!((add().total, add().already), (0, 12));
    assert_eq!(dossiers.get(id).unwrap().items, 12);
    bench.notebook.undo(None).unwrap();
    assert_eq!(dossiers.get(id).unwrap().items, 0);
    assert_eq!(found(&bench.notebook, "dossier:grain"), 0);
}

#[test]
fn a_note_that_holds_another_is_in_the_dossiers_of_both() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let holder = notes.create("Whole", "First.").unwrap().id;
    let part = notes.create("Part", "Second.").unwrap().id;
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Letters").unwrap().id;
    let target = |id| of(ItemTarget::Note { id });
    dossiers.add(id, &[target(part)], END).unwrap();
    notes.merge(holder, part).unwrap();
    let row = rows(&bench.notebook, id).remove(0);
    assert_eq!((row.title.as_str(), row.gone), ("Whole", false));
    assert_eq!(row.target, ItemTarget::Note { id: holder });
    let in_dossiers = |id| dossiers.of(ItemTarget::Note { id }).unwrap().len();
    assert_eq!((in_dossiers(holder), in_dossiers(part)), (1, 1));
    assert_eq!(found(&bench.notebook, "dossier:letters"), 1);
    assert_eq!(found(&bench.notebook, "whole has:dossier"), 1);
    for again in [holder, part] {
        assert_eq!(dossiers.add(id, &[target(again)], END).unwrap().already, 1);
    }
    let fresh = dossiers.create("Fresh").unwrap().id;
    dossiers.add(fresh, &[target(part)], END).unwrap();
    bench.notebook.undo(None).unwrap();
    assert!(dossiers.markdown(id).unwrap().contains("Whole"));
    // In the trash and back.
    dossiers.delete(id).unwrap();
    assert_eq!(found(&bench.notebook, "whole has:dossier"), 0);
    bench.notebook.undo(None).unwrap();
    assert_eq!(found(&bench.notebook, "whole has:dossier"), 1);
    bench.notebook.undo(None).unwrap();
    bench.notebook.undo(None).unwrap();
    assert_eq!(rows(&bench.notebook, id)[0].title, "Part");
    assert_eq!((in_dossiers(holder), in_dossiers(part)), (0, 1));
    assert_eq!(found(&bench.notebook, "first has:dossier"), 0);
    assert_eq!(found(&bench.notebook, "second has:dossier"), 1);
}

#[test]
fn what_the_index_still_has_and_the_trash_too_is_left_out_of_all_results() {
    let bench = bench();
    let ids: Vec<ItemTarget> = (0..3).map(|n| article(&bench, &format!("R{n}"))).collect();
    bench.notebook.finish_indexing().unwrap();
    let conn = rusqlite::Connection::open(bench.path().join("notebook.db")).unwrap();
    conn.execute("UPDATE articles SET deleted_ms = 1 WHERE title = 'R1'", [])
        .unwrap();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Grain").unwrap().id;
    let query = SearchQuery {
        text: "harbour".into(),
        ..SearchQuery::default()
    };
    let report = dossiers
        .add_results(id, &query, &CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!((report.total, report.done, report.already), (2, 2, 0));
    let mut there: Vec<ItemTarget> = rows(&bench.notebook, id)
        .iter()
        .map(|row| row.target)
        .collect();
    there.sort_by_key(|target| ids.iter().position(|id| id == target));
    assert_eq!(there, [ids[0], ids[2]]);
}
