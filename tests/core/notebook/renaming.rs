//! Many entities called otherwise at once: what is seen before is what is done.

use dragoman_core::Error;
use dragoman_core::domain::{
    EntityId, EntityKind, EntityRenaming, PlannedRenaming, RenamingDoubt, Replacement, UndoAction,
};

use crate::support::{Bench, bench};

fn made(bench: &Bench, names: &[&str]) -> Vec<EntityId> {
    let entities = bench.notebook.entities();
    names
        .iter()
        .map(|name| entities.create(EntityKind::Organisation, name).unwrap().id)
        .collect()
}

fn replacement(find: &str, with: &str) -> Replacement {
    Replacement {
        find: find.into(),
        with: with.into(),
        match_case: false,
    }
}

fn told(plan: &[PlannedRenaming]) -> Vec<(&str, &str, Option<RenamingDoubt>)> {
    plan.iter()
        .map(|one| (one.from.as_str(), one.to.as_str(), one.doubt))
        .collect()
}

fn renamings(plan: &[PlannedRenaming]) -> Vec<EntityRenaming> {
    plan.iter()
        .map(|one| EntityRenaming {
            id: one.id,
            from: one.from.clone(),
            to: one.to.clone(),
        })
        .collect()
}

fn names(bench: &Bench, ids: &[EntityId]) -> Vec<String> {
    ids.iter()
        .map(|id| bench.notebook.entities().get(*id).unwrap().name)
        .collect()
}

#[test]
fn each_change_is_shown_with_what_speaks_against_it() {
    let bench = bench();
    let ids = made(
        &bench,
        &[
            "Min. of Ports",
            "MIN. of Ports",
            "Min.",
            "Lake Bank",
            "Min. of Rail",
        ],
    );
    made(&bench, &["Ministry of Rail"]);
    let entities = bench.notebook.entities();
    let plan = entities
        .plan_renamings(&ids, &replacement("min.", "Ministry"))
        .unwrap();
    assert_eq!(
        told(&plan),
        [
            (
                "Min. of Ports",
                "Ministry of Ports",
                Some(RenamingDoubt::Twice)
            ),
            (
                "MIN. of Ports",
                "Ministry of Ports",
                Some(RenamingDoubt::Twice)
            ),
            ("Min.", "Ministry", None),
            (
                "Min. of Rail",
                "Ministry of Rail",
                Some(RenamingDoubt::Taken)
            ),
        ]
    );
    let cased = Replacement {
        match_case: true,
        ..replacement("MIN.", "Ministry")
    };
    assert_eq!(entities.plan_renamings(&ids, &cased).unwrap().len(), 1);
    let emptied = entities
        .plan_renamings(&ids[2..3], &replacement("Min.", " "))
        .unwrap();
    assert_eq!(emptied[0].doubt, Some(RenamingDoubt::NoName));
    let nothing = entities
        .plan_renamings(&ids, &replacement("", "x"))
        .unwrap();
    assert!(nothing.is_empty());
    assert_eq!(names(&bench, &ids[..1]), ["Min. of Ports"]);
}

#[test]
fn renaming_many_is_one_step_and_former_names_stay() {
    let bench = bench();
    let ids = made(&bench, &["Min. of Ports", "Min. of Rail"]);
    let entities = bench.notebook.entities();
    let plan = entities
        .plan_renamings(&ids, &replacement("Min.", "Ministry"))
        .unwrap();
    // Called otherwise since it was looked at: it stays.
    entities.rename(ids[1], "Railways").unwrap();
    assert_eq!(entities.rename_all(&renamings(&plan)).unwrap(), 1);
    assert_eq!(names(&bench, &ids), ["Ministry of Ports", "Railways"]);
    let kept = entities.get(ids[0]).unwrap().names;
    assert!(kept.iter().any(|name| name.text == "Min. of Ports"));
    bench.notebook.undo(None).unwrap();
    assert_eq!(names(&bench, &ids), ["Min. of Ports", "Railways"]);
    assert_eq!(entities.get(ids[0]).unwrap().names.len(), 1);
    bench.notebook.redo().unwrap();
    assert_eq!(names(&bench, &ids), ["Ministry of Ports", "Railways"]);
}

#[test]
fn one_name_that_cannot_be_leaves_all_as_they_are() {
    let bench = bench();
    let ids = made(&bench, &["Alpha", "Beta"]);
    let all: Vec<EntityRenaming> = [(ids[0], "Alpha", "Gamma"), (ids[1], "Beta", " - ")]
        .map(|(id, from, to)| EntityRenaming {
            id,
            from: from.into(),
            to: to.into(),
        })
        .into();
    assert!(bench.notebook.entities().rename_all(&all).is_err());
    assert_eq!(names(&bench, &ids), ["Alpha", "Beta"]);
}

#[test]
fn more_than_are_renamed_at_once_are_refused_and_not_left_out() {
    let bench = bench();
    let ids = made(&bench, &["Alpha"]);
    let all = vec![ids[0]; 5_001];
    let entities = bench.notebook.entities();
    let plan = entities.plan_renamings(&all, &replacement("Al", "Ol"));
    assert!(matches!(plan, Err(Error::InvalidInput { .. })));
    let one = EntityRenaming {
        id: ids[0],
        from: "Alpha".into(),
        to: "Olpha".into(),
    };
    let done = entities.rename_all(&vec![one; 5_001]);
    assert!(matches!(done, Err(Error::InvalidInput { .. })));
    assert_eq!(names(&bench, &ids), ["Alpha"]);
}

#[test]
fn thousands_are_renamed_and_taken_back_some_at_a_time_and_are_one_step() {
    use std::sync::{Arc, Mutex};

    use dragoman_core::domain::Change;

    const MANY: usize = 450;
    let bench = bench();
    let all: Vec<String> = (0..MANY).map(|n| format!("Min. of {n}")).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let ids = made(&bench, &all);
    let entities = bench.notebook.entities();
    let plan = entities
        .plan_renamings(&ids, &replacement("Min.", "Ministry"))
        .unwrap();
    let told: Arc<Mutex<Vec<usize>>> = Arc::default();
    let hears = Arc::clone(&told);
    bench.notebook.subscribe(move |change| {
        if let Change::Entities { ids } = change {
            hears.lock().unwrap().push(ids.len());
        }
    });
    assert_eq!(entities.rename_all(&renamings(&plan)).unwrap(), 450);
    // Each transaction tells of its own.
    assert_eq!(*told.lock().unwrap(), [200, 200, 50]);
    assert!(
        names(&bench, &ids)
            .iter()
            .all(|name| name.starts_with("Ministry"))
    );
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(step.count, Some(450));
    assert_eq!(names(&bench, &ids), all);
    let own = |id: &EntityId| entities.get(*id).unwrap().names.len();
    assert!(ids.iter().all(|id| own(id) == 1));
    bench.notebook.redo().unwrap().unwrap();
    assert!(
        names(&bench, &ids)
            .iter()
            .all(|name| name.starts_with("Ministry"))
    );
}

#[test]
fn taking_many_names_back_puts_off_what_one_transaction_need_not_do() {
    const MANY: usize = 450;
    let bench = bench();
    let all: Vec<String> = (0..MANY).map(|n| format!("Min. of {n}")).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let ids = made(&bench, &all);
    let entities = bench.notebook.entities();
    let plan = entities
        .plan_renamings(&ids, &replacement("Min.", "Ministry"))
        .unwrap();
    entities.rename_all(&renamings(&plan)).unwrap();
    // One that was called otherwise since keeps the name that it got.
    entities.rename(ids[0], "Harbour office").unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(names(&bench, &ids), all);
}

#[test]
fn a_renaming_says_the_new_name() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let made = entities.create(EntityKind::Person, "Ann Poe").unwrap();
    let renamed = entities.rename(made.id, "Anna Poe").unwrap();
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    assert_eq!(
        (step.action, step.subject.as_str()),
        (UndoAction::RenameEntity, "Anna Poe")
    );
    let former = renamed.names.iter().find(|name| !name.preferred).unwrap();
    entities.prefer_name(former.id).unwrap();
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    assert_eq!(
        (step.action, step.subject.as_str()),
        (UndoAction::RenameEntity, "Ann Poe")
    );
}
