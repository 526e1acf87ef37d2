//! Dossiers: what is in them, in the trash, in search, and on its way out.

mod moves;
mod quotes;
mod search;
mod steps;

use std::fs;

use dragoman_core::domain::{
    Change, DossierId, DossierItem, DossierItemId, ItemPlace, ItemShift, ItemTarget, NewItem,
    UndoAction,
};
use dragoman_core::{CancelToken, Error, Notebook};

use crate::support::{Bench, bench};

const END: ItemPlace = ItemPlace::Last { parent: None };

fn of(target: ItemTarget) -> NewItem {
    NewItem {
        target,
        title: String::new(),
    }
}

fn heading(title: &str) -> NewItem {
    NewItem {
        target: ItemTarget::Heading,
        title: title.into(),
    }
}

fn article(bench: &Bench, title: &str) -> ItemTarget {
    let article = bench.article(title, &["Ships left the harbour."]);
    ItemTarget::Article { id: article.id }
}

fn rows(notebook: &Notebook, dossier: DossierId) -> Vec<DossierItem> {
    notebook
        .dossiers()
        .page(dossier, None, 0, 500)
        .unwrap()
        .rows
}

fn titles(notebook: &Notebook, dossier: DossierId) -> Vec<String> {
    let rows = rows(notebook, dossier).into_iter();
    rows.map(|row| format!("{}{}", "  ".repeat(row.depth as usize), row.title))
        .collect()
}

fn ids(notebook: &Notebook, dossier: DossierId) -> Vec<DossierItemId> {
    rows(notebook, dossier).iter().map(|row| row.id).collect()
}

#[test]
fn a_dossier_is_made_renamed_deleted_and_brought_back_over_a_restart() {
    let bench = bench();
    let dossiers = bench.notebook.dossiers();
    assert!(matches!(
        dossiers.create("  "),
        Err(Error::InvalidInput { .. })
    ));
    let id = dossiers.create(" Grain corridor ").unwrap().id;
    dossiers.rename(id, "Чёрное море").unwrap();
    assert_eq!(dossiers.complete("море", 5).unwrap()[0].id, id);
    assert_eq!(dossiers.complete("ЧЕР", 5).unwrap().len(), 1);
    dossiers.delete(id).unwrap();
    assert!(dossiers.list().unwrap().is_empty());
    assert_eq!(dossiers.deleted().unwrap().len(), 1);
    assert_eq!(bench.notebook.counts().unwrap().dossiers, 0);

    let bench = bench.reopen();
    let undone = |action| {
        let step = bench.notebook.undo(None).unwrap().unwrap();
        assert_eq!(step.action, action);
    };
    undone(UndoAction::DeleteDossier);
    assert_eq!(bench.notebook.counts().unwrap().dossiers, 1);
    undone(UndoAction::RenameDossier);
    let dossiers = bench.notebook.dossiers();
    assert_eq!(dossiers.list().unwrap()[0].name, "Grain corridor");
    undone(UndoAction::CreateDossier);
    assert!(dossiers.list().unwrap().is_empty());
    dossiers.restore(id).unwrap();
    assert_eq!(dossiers.get(id).unwrap().name, "Grain corridor");
}

#[test]
fn what_a_key_nests_under_a_closed_item_stays_in_sight() {
    let bench = bench();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Grain").unwrap().id;
    let items = ["Ports", "One", "Late"].map(heading);
    dossiers.add(id, &items, END).unwrap();
    let rows = rows(&bench.notebook, id);
    dossiers.shift(rows[1].id, ItemShift::In).unwrap();
    dossiers.set_closed(rows[0].id, true).unwrap();
    assert_eq!(titles(&bench.notebook, id), ["Ports", "Late"]);
    dossiers.shift(rows[2].id, ItemShift::In).unwrap();
    assert_eq!(titles(&bench.notebook, id), ["Ports", "  One", "  Late"]);
}

#[test]
fn items_are_nested_marked_asked_about_and_filtered() {
    let bench = bench();
    let (one, two) = (article(&bench, "One"), article(&bench, "Two"));
    let note = bench
        .notebook
        .notes()
        .create("Call Ankara", "Ask twice.")
        .unwrap();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Grain").unwrap().id;
    let items = [
        heading("Ports"),
        of(one),
        of(two),
        of(ItemTarget::Note { id: note.id }),
    ];
    let report = dossiers.add(id, &items, END).unwrap();
    assert_eq!((report.total, report.done, report.already), (4, 4, 0));
    assert_eq!(dossiers.add(id, &[of(one)], END).unwrap().already, 1);
    assert_eq!(dossiers.get(id).unwrap().items, 3);

    let of_page = rows(&bench.notebook, id);
    dossiers.shift(of_page[1].id, ItemShift::In).unwrap();
    dossiers.shift(of_page[2].id, ItemShift::In).unwrap();
    dossiers.shift(of_page[3].id, ItemShift::Up).unwrap();
    assert_eq!(
        titles(&bench.notebook, id),
        ["Call Ankara", "Ports", "  One", "  Two"]
    );
    let now = rows(&bench.notebook, id);
    assert_eq!(
        (now[3].position, now[3].siblings, now[1].children),
        (2, 2, 2)
    );
    assert_eq!(now[0].excerpt.as_deref(), Some("Ask twice."));
    let in_dossiers = dossiers.of(two).unwrap();
    assert_eq!(
        (in_dossiers[0].name.as_str(), in_dossiers[0].number),
        ("Grain", 3)
    );

    dossiers
        .set_status(&[now[2].id, now[3].id], "toVerify")
        .unwrap();
    dossiers.set_status(&[now[0].id], "auf Eis").unwrap();
    dossiers.set_question(now[3].id, " من قال ذلك؟ ").unwrap();
    let page = dossiers.page(id, Some("toVerify"), 0, 10).unwrap();
    assert_eq!(
        (page.total, page.rows[1].question.as_str()),
        (2, "من قال ذلك؟")
    );
    let counts = page
        .statuses
        .iter()
        .map(|one| (one.status.as_str(), one.items));
    assert_eq!(
        counts.collect::<Vec<_>>(),
        [("toVerify", 2), ("auf Eis", 1)]
    );

    dossiers.set_closed(now[1].id, true).unwrap();
    let all = dossiers.whole(id, 0, 10).unwrap();
    assert_eq!(all.total as usize, now.len());
    assert_eq!(titles(&bench.notebook, id), ["Call Ankara", "Ports"]);
    dossiers.set_closed(now[1].id, false).unwrap();

    // What is taken out goes with what stands under it, and comes back with it.
    dossiers.remove_items(&[now[1].id, now[2].id]).unwrap();
    assert_eq!(titles(&bench.notebook, id), ["Call Ankara"]);
    let bench = bench.reopen();
    let dossiers = bench.notebook.dossiers();
    bench.notebook.undo(None).unwrap();
    assert_eq!(
        titles(&bench.notebook, id),
        ["Call Ankara", "Ports", "  One", "  Two"]
    );
    bench.notebook.undo(None).unwrap();
    bench.notebook.undo(None).unwrap();
    bench.notebook.undo(None).unwrap();
    let now = rows(&bench.notebook, id);
    assert!(
        now.iter()
            .all(|row| row.status.is_empty() && row.question.is_empty())
    );

    // Never under itself.
    let ports = now[1].id;
    let under = ItemPlace::Last {
        parent: Some(now[2].id),
    };
    assert!(matches!(
        dossiers.move_item(ports, under),
        Err(Error::InvalidInput { .. })
    ));
    let itself = ItemPlace::First {
        parent: Some(ports),
    };
    assert!(matches!(
        dossiers.move_item(ports, itself),
        Err(Error::InvalidInput { .. })
    ));
    // Nor beside what is in another dossier.
    let other = dossiers.create("Other").unwrap().id;
    dossiers.add(other, &[heading("There")], END).unwrap();
    let there = rows(&bench.notebook, other)[0].id;
    let beside = ItemPlace::After { item: there };
    assert!(matches!(
        dossiers.move_item(ports, beside),
        Err(Error::InvalidInput { .. })
    ));
}

#[test]
fn what_is_put_under_an_added_item_stays_when_the_adding_is_taken_back() {
    let bench = bench();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Grain").unwrap().id;
    dossiers.add(id, &[heading("First")], END).unwrap();
    dossiers.add(id, &[heading("Second")], END).unwrap();
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    let second = rows(&bench.notebook, id)[1].id;
    let under = ItemPlace::Last {
        parent: Some(second),
    };
    dossiers
        .add(id, &[of(article(&bench, "Later"))], under)
        .unwrap();
    bench.notebook.undo(Some(step.id)).unwrap();
    assert_eq!(titles(&bench.notebook, id), ["First", "Second", "  Later"]);
}

#[test]
fn an_import_that_is_taken_back_and_comes_again_keeps_its_place() {
    let bench = bench();
    let path = bench.file(
        "Report.txt",
        "Report\n\nShips left the harbour in the morning.",
    );
    let item = bench.import(&path).remove(0);
    let id = bench.notebook.dossiers().create("Grain").unwrap().id;
    let target = ItemTarget::Article {
        id: item.article.unwrap(),
    };
    bench
        .notebook
        .dossiers()
        .add(id, &[of(target), heading("After")], END)
        .unwrap();
    bench.notebook.imports().undo(item.import).unwrap();
    assert!(rows(&bench.notebook, id)[0].gone);
    bench.notebook.undo(None).unwrap();
    let now = rows(&bench.notebook, id);
    assert_eq!((now[0].gone, now.len()), (false, 2));
}

#[test]
fn emptying_the_trash_takes_dossiers_for_good_and_what_they_hold_stays() {
    let bench = bench();
    let one = article(&bench, "One");
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Grain").unwrap().id;
    dossiers.add(id, &[of(one)], END).unwrap();
    dossiers.delete(id).unwrap();
    assert_eq!(bench.notebook.trash().contents().unwrap().dossiers, 1);
    let cancel = CancelToken::new();
    bench.notebook.trash().empty(&cancel, &mut |_| {}).unwrap();
    assert!(matches!(dossiers.get(id), Err(Error::NotFound { .. })));
    assert_eq!(bench.library(), ["One"]);
    // Nothing is left to take back but the import.
    let left = bench.notebook.undo_peek().unwrap().unwrap();
    assert_eq!(left.action, UndoAction::Import);
    let report = bench.notebook.verify(&cancel, &mut |_, _| {}).unwrap();
    assert!(report.problems.is_empty());
}

#[test]
fn changes_are_told() {
    let bench = bench();
    let heard = std::sync::Arc::new(std::sync::Mutex::new(0));
    let count = std::sync::Arc::clone(&heard);
    bench.notebook.subscribe(move |change| {
        if matches!(change, Change::Dossiers { .. }) {
            *count.lock().unwrap() += 1;
        }
    });
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Grain").unwrap().id;
    dossiers.add(id, &[heading("H")], END).unwrap();
    let item = rows(&bench.notebook, id)[0].id;
    dossiers.set_status(&[item], "onRecord").unwrap();
    bench.notebook.undo(None).unwrap();
    assert_eq!(*heard.lock().unwrap(), 4);
}

#[test]
fn an_outline_leaves_as_markdown() {
    let bench = bench();
    let one = article(&bench, "Ships [draft] & *more*");
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Grain").unwrap().id;
    dossiers.add(id, &[heading("Ports"), of(one)], END).unwrap();
    let now = rows(&bench.notebook, id);
    dossiers.shift(now[1].id, ItemShift::In).unwrap();
    dossiers
        .set_status(&[now[1].id], "needSecondSource")
        .unwrap();
    dossiers.set_question(now[1].id, "Who\ncounted?").unwrap();
    let markdown = dossiers.markdown(id).unwrap();
    assert_eq!(
        markdown,
        "# Grain\n\n## Ports\n\n- Ships \\[draft\\] & \\*more\\* — *need second source*: Who counted?\n"
    );
    let folder = bench.folder.path().join("out");
    let report = bench
        .notebook
        .export(&folder, &CancelToken::new(), &mut |_| {})
        .unwrap();
    assert_eq!(report.dossiers, 1);
    let file = fs::read_dir(folder.join("dossiers"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap();
    let written = fs::read_to_string(file.path()).unwrap();
    let (_, link) = written.split_once("](<../").unwrap();
    let (link, _) = link.split_once(">)").unwrap();
    assert!(folder.join(link).exists(), "{link}");
}

/// Not timed: it has to end, and each page to go on where the one before it did.
#[test]
fn a_long_outline_is_read_in_pages() {
    let bench = bench();
    let dossiers = bench.notebook.dossiers();
    let id = dossiers.create("Long").unwrap().id;
    let items: Vec<NewItem> = (0..3_000).map(|n| heading(&format!("{n}"))).collect();
    dossiers.add(id, &items, END).unwrap();
    let mut read = Vec::new();
    while read.len() < items.len() {
        let offset = u32::try_from(read.len()).unwrap();
        let page = dossiers.page(id, None, offset, 500).unwrap();
        assert_eq!(page.total, 3_000);
        read.extend(page.rows);
    }
    let in_order = |(row, item): (&DossierItem, &NewItem)| row.title == item.title;
    assert!(read.iter().zip(&items).all(in_order));
    assert_eq!(dossiers.row_of(read[2_500].id).unwrap(), Some(2_500));
    bench.notebook.undo(None).unwrap();
    assert_eq!(dossiers.page(id, None, 0, 1).unwrap().total, 0);
}
