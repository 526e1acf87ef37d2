//! What is added, moved and taken back in dossiers, and those in the trash.

use dragoman_core::CancelToken;
use dragoman_core::Error;
use dragoman_core::domain::{
    DossierItemId, EntityKind, ItemPlace, ItemShift, ItemTarget, NewItem, SearchQuery,
};

use super::{END, heading, ids, titles};
use crate::support::bench;

#[test]
fn what_stands_deep_under_added_items_stays_when_the_adding_is_taken_back() {
    let bench = bench();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Grain").unwrap().id;
    dossiers.add(id, &[heading("Other")], END).unwrap();
    let added = [heading("First"), heading("Second"), heading("Third")];
    dossiers.add(id, &added, END).unwrap();
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    let under = |item: DossierItemId, parent: DossierItemId| {
        let last = ItemPlace::Last {
            parent: Some(parent),
        };
        dossiers.move_item(item, last).unwrap();
    };
    let now = ids(&bench.notebook, id);
    under(now[2], now[1]);
    under(now[3], now[1]);
    under(now[0], now[2]);
    bench.notebook.undo(Some(step.id)).unwrap();
    assert_eq!(
        titles(&bench.notebook, id),
        ["First", "  Second", "    Other"]
    );
}

#[test]
fn nothing_is_written_into_a_dossier_in_the_trash() {
    let bench = bench();
    let article = bench.article("Ships", &["Ships left the harbour."]);
    bench.notebook.finish_indexing().unwrap();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Grain").unwrap().id;
    let two = [heading("First"), heading("Second")];
    dossiers.add(id, &two, END).unwrap();
    let now = ids(&bench.notebook, id);
    dossiers.delete(id).unwrap();
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    let first = ItemPlace::First { parent: None };
    let query = SearchQuery {
        text: "ships".into(),
        ..SearchQuery::default()
    };
    let cancel = CancelToken::new();
    let of = NewItem {
        target: ItemTarget::Article { id: article.id },
        title: String::new(),
    };
    let refused = [
        dossiers.add(id, &[of], END).map(drop),
        dossiers
            .add_results(id, &query, &cancel, &mut |_| {})
            .map(drop),
        dossiers.rename(id, "Other"),
        dossiers.delete(id),
        dossiers.move_item(now[1], first),
        dossiers.shift(now[1], ItemShift::In),
        dossiers.remove_items(&now),
        dossiers.set_status(&now, "onRecord"),
        dossiers.set_question(now[0], "Who?"),
        dossiers.set_heading(now[0], "Third"),
    ];
    for (n, refused) in refused.into_iter().enumerate() {
        assert!(matches!(refused, Err(Error::NotFound { .. })), "{n}");
    }
    assert_eq!(bench.notebook.undo_peek().unwrap().unwrap().id, step.id);
    assert_eq!(titles(&bench.notebook, id), ["First", "Second"]);
    bench.notebook.undo(None).unwrap();
    dossiers.set_heading(now[0], "Third").unwrap();
    assert_eq!(titles(&bench.notebook, id), ["Third", "Second"]);
}

#[test]
fn moves_of_one_item_with_a_key_that_is_held_are_one_step() {
    let bench = bench();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Grain").unwrap().id;
    let many: Vec<NewItem> = (0..8).map(|n| heading(&format!("H{n}"))).collect();
    dossiers.add(id, &many, END).unwrap();
    let was = titles(&bench.notebook, id);
    let now = ids(&bench.notebook, id);
    for _ in 0..5 {
        dossiers.shift(now[7], ItemShift::Up).unwrap();
    }
    dossiers.shift(now[7], ItemShift::In).unwrap();
    let one = titles(&bench.notebook, id);
    dossiers.shift(now[0], ItemShift::Down).unwrap();
    // There and back again leaves the step of the other.
    let (after, before) = (
        ItemPlace::After { item: now[3] },
        ItemPlace::Before { item: now[3] },
    );
    dossiers.move_item(now[5], after).unwrap();
    dossiers.move_item(now[5], before).unwrap();
    for _ in 0..3 {
        bench.notebook.undo(None).unwrap();
    }
    assert_eq!(titles(&bench.notebook, id), one);
    bench.notebook.undo(None).unwrap();
    assert_eq!(titles(&bench.notebook, id), was);
}

#[test]
fn what_is_in_a_dossier_in_the_trash_is_in_none() {
    let bench = bench();
    let article = bench.article("Ships", &["Ships left the harbour."]);
    let entities = bench.notebook.entities();
    let place = entities.create(EntityKind::Place, "Odesa").unwrap().id;
    let note = bench.notebook.notes().create("Call", "").unwrap().id;
    let targets = [
        ItemTarget::Article { id: article.id },
        ItemTarget::Entity { id: place },
        ItemTarget::Note { id: note },
    ];
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Grain").unwrap().id;
    let items = targets.map(|target| NewItem {
        target,
        title: String::new(),
    });
    dossiers.add(id, &items, END).unwrap();
    let found = || {
        bench.notebook.finish_indexing().unwrap();
        let query = SearchQuery {
            text: "has:dossier".into(),
            ..SearchQuery::default()
        };
        bench.notebook.search(&query).unwrap().total
    };
    assert_eq!(found(), 3);
    dossiers.delete(id).unwrap();
    assert_eq!(found(), 0);
    bench.notebook.undo(None).unwrap();
    assert_eq!(found(), 3);
    dossiers.delete(id).unwrap();
    dossiers.restore(id).unwrap();
    assert_eq!(found(), 3);
    dossiers.delete(id).unwrap();
    let cancel = CancelToken::new();
    bench.notebook.trash().empty(&cancel, &mut |_| {}).unwrap();
    assert_eq!(found(), 0);
}

#[test]
fn adding_that_is_taken_back_or_whose_dossier_goes_meanwhile_ends() {
    let bench = bench();
    bench.many_articles(600);
    bench.notebook.finish_indexing().unwrap();
    let query = SearchQuery {
        text: "ferry".into(),
        ..SearchQuery::default()
    };
    let dossiers = bench.notebook.dossiers();
    for deleted in [false, true] {
        let id = dossiers.create("Boats").unwrap().id;
        let mut parts = 0;
        let report = dossiers
            .add_results(id, &query, &CancelToken::new(), &mut |_| {
                parts += 1;
                match deleted {
                    _ if parts > 1 => {}
                    true => dossiers.delete(id).unwrap(),
                    false => drop(bench.notebook.undo(None).unwrap().unwrap()),
                }
            })
            .unwrap();
        assert_eq!((report.done, report.total), (500, 600), "{deleted}");
        let left = if deleted { 500 } else { 0 };
        assert_eq!(dossiers.get(id).unwrap().items, left);
    }
}

#[test]
fn a_key_does_not_go_with_what_the_pointer_or_yesterday_moved() {
    let bench = bench();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Grain").unwrap().id;
    let many: Vec<NewItem> = (0..8).map(|n| heading(&format!("H{n}"))).collect();
    dossiers.add(id, &many, END).unwrap();
    let now = ids(&bench.notebook, id);
    let place = ItemPlace::After { item: now[5] };
    dossiers.move_item(now[0], place).unwrap();
    let pointed = titles(&bench.notebook, id);
    dossiers.shift(now[0], ItemShift::Up).unwrap();
    let shifted = titles(&bench.notebook, id);
    let conn = rusqlite::Connection::open(bench.path().join("notebook.db")).unwrap();
    conn.execute("UPDATE undo_steps SET made_ms = made_ms - 86400000", [])
        .unwrap();
    for _ in 0..2 {
        dossiers.shift(now[0], ItemShift::Up).unwrap();
    }
    assert_ne!(titles(&bench.notebook, id), shifted);
    bench.notebook.undo(None).unwrap();
    assert_eq!(titles(&bench.notebook, id), shifted);
    bench.notebook.undo(None).unwrap();
    assert_eq!(titles(&bench.notebook, id), pointed);
}
