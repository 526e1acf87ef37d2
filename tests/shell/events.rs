use dragoman_core::domain::{
    ArticleId, Change, ImportDoor, ImportId, ImportItem, ImportItemId, ImportProgress, ImportState,
    NoteId, OutcomeCode, OutcomeKind,
};
use dragoman_desktop::events::{merge_change, merge_progress};

fn gathered(changes: Vec<Change>) -> Vec<Change> {
    let mut gathered = Vec::new();
    for change in changes {
        merge_change(&mut gathered, change);
    }
    gathered
}

#[test]
fn changes_of_one_noun_become_one_with_each_id_once() {
    let (a, b, note) = (ArticleId::new(), ArticleId::new(), NoteId::new());
    let changes = gathered(vec![
        Change::Articles { ids: vec![a] },
        Change::Notes { ids: vec![note] },
        Change::Articles { ids: vec![a, b] },
        Change::Index,
        Change::Index,
    ]);
    assert_eq!(
        changes,
        [
            Change::Articles { ids: vec![a, b] },
            Change::Notes { ids: vec![note] },
            Change::Index,
        ]
    );
}

#[test]
fn a_change_of_any_of_them_stays_so() {
    let some = || Change::Articles {
        ids: vec![ArticleId::new()],
    };
    let any = || Change::Articles { ids: vec![] };
    assert_eq!(gathered(vec![some(), any()]), [any()]);
    assert_eq!(gathered(vec![any(), some()]), [any()]);
}

fn progress(import: ImportId, done: u32, names: &[&str]) -> ImportProgress {
    let item = |name: &&str| ImportItem {
        id: ImportItemId::new(),
        import,
        name: (*name).to_owned(),
        location: None,
        outcome: OutcomeKind::Imported,
        code: OutcomeCode::Imported,
        detail: None,
        article: None,
        title: None,
        copy_of: None,
        original: true,
        pickable: true,
        resolved: false,
    };
    ImportProgress {
        import,
        label: None,
        door: ImportDoor::Dropped,
        reading: None,
        done,
        total: 9,
        imported: done,
        wire_copies: 0,
        new_versions: 0,
        duplicates: 0,
        needs_attention: 0,
        kept_with_problems: 0,
        open_problems: 0,
        not_imported: 0,
        tagged: 0,
        state: ImportState::Running,
        items: names.iter().map(item).collect(),
    }
}

#[test]
fn the_newest_numbers_come_with_every_item_in_order() {
    let import = ImportId::new();
    let mut gathered = vec![progress(import, 1, &["a"])];
    merge_progress(&mut gathered, progress(import, 2, &["b"]));
    merge_progress(&mut gathered, progress(import, 4, &["c", "d"]));
    let [merged] = &gathered[..] else {
        panic!("{gathered:?}");
    };
    assert_eq!(merged.done, 4);
    let names: Vec<&str> = merged.items.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, ["a", "b", "c", "d"]);
}

#[test]
fn two_imports_stay_apart() {
    let mut gathered = vec![progress(ImportId::new(), 1, &["a"])];
    merge_progress(&mut gathered, progress(ImportId::new(), 1, &["b"]));
    assert_eq!(gathered.len(), 2);
}
