//! What a list changes, and that one without anything new changes nothing.

use dragoman_core::domain::{
    EntityKind, EntityListFormat, NameStrength, NewRelation, RelationKind, UndoAction,
};

use super::{export, import};
use crate::support::{Bench, bench};

fn new(bench: &Bench, list: &str) -> (u32, u32, u32) {
    let entities = bench.notebook.entities();
    let plan = entities.plan_list(list, EntityKind::Person).unwrap();
    (plan.made, plan.new_names, plan.new_relations)
}

#[test]
fn a_list_without_anything_new_is_no_step() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let person = |name: &str| entities.create(EntityKind::Person, name).unwrap().id;
    let (poe, roe) = (person("Ann Poe"), person("Bob Roe"));
    entities.add_name(poe, "Poe", NameStrength::Weak).unwrap();
    let relation = NewRelation {
        from: poe,
        kind: RelationKind::SuccessorOf,
        to: Some(roe),
        role: String::new(),
        since: None,
        until: None,
        source: String::new(),
    };
    entities.relate(None, &relation).unwrap();
    let before = bench.notebook.undo_peek().unwrap().unwrap().id;
    for format in [EntityListFormat::Csv, EntityListFormat::FollowTheMoney] {
        let list = export(&bench, format);
        assert_eq!(new(&bench, &list), (0, 0, 0), "{format:?}");
        let report = import(&bench, &list, false);
        assert_eq!((report.made, report.linked), (0, 2));
        assert_eq!((report.done, report.total), (2, 2));
        assert_eq!(bench.notebook.undo_peek().unwrap().unwrap().id, before);
    }
}

#[test]
fn a_step_counts_what_a_list_made_or_added_to() {
    let bench = bench();
    let entities = bench.notebook.entities();
    entities.create(EntityKind::Person, "Ann Poe").unwrap();
    entities.create(EntityKind::Person, "Bob Roe").unwrap();
    // The same words twice are one name, and signs alone are none.
    let list = "Ann Poe\nBob Roe; Roe; roe; —\nCarl Moe\n";
    assert_eq!(new(&bench, list), (1, 1, 0));
    import(&bench, list, false);
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    assert_eq!(
        (step.action, step.count),
        (UndoAction::ImportEntities, Some(2))
    );
    // A relation of one that is kept is new too.
    let of = |name: &str| {
        let page = entities.list(&Default::default(), 0, 10).unwrap();
        page.rows.iter().find(|row| row.name == name).unwrap().id
    };
    let line = format!(
        "{{\"schema\":\"Succession\",\"properties\":{{\"successor\":[\"{}\"],\"predecessor\":[\"{}\"]}}}}\n",
        of("Ann Poe"),
        of("Bob Roe")
    );
    let list = export(&bench, EntityListFormat::FollowTheMoney) + &line;
    assert_eq!(new(&bench, &list), (0, 0, 1));
    import(&bench, &list, false);
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    assert_eq!(
        (step.action, step.count),
        (UndoAction::ImportEntities, Some(1))
    );
}
