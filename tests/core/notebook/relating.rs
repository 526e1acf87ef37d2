//! Relations with dates and sources, free fields, and many entities at once.

use dragoman_core::Error;
use dragoman_core::domain::{
    EntityField, EntityId, EntityKind, EntityQuery, NewRelation, RelationKind,
};

use crate::support::{Bench, bench};

fn entity(bench: &Bench, kind: EntityKind, name: &str) -> EntityId {
    bench.notebook.entities().create(kind, name).unwrap().id
}

fn relation(from: EntityId, kind: RelationKind, to: Option<EntityId>) -> NewRelation {
    NewRelation {
        from,
        kind,
        to,
        role: String::new(),
        since: None,
        until: None,
        source: String::new(),
    }
}

#[test]
fn a_relation_is_seen_from_both_ends() {
    let bench = bench();
    let kim = entity(&bench, EntityKind::Person, "Kim Jong Un");
    let party = entity(&bench, EntityKind::Organisation, "Workers’ Party of Korea");
    let entities = bench.notebook.entities();
    let new = NewRelation {
        role: " General   Secretary ".into(),
        since: Some("2021-01".into()),
        source: "KCNA, 11 January 2021".into(),
        ..relation(kim, RelationKind::Holds, Some(party))
    };
    let shown = entities.relate(None, &new).unwrap().relations;
    assert_eq!(shown[0].role, "General Secretary");
    assert_eq!(shown[0].since.as_deref(), Some("2021-01"));
    assert_eq!(shown[0].source, "KCNA, 11 January 2021");
    assert!(!shown[0].inverse);
    let other = &entities.get(party).unwrap().relations[0];
    assert!(other.inverse);
    assert_eq!(other.other.as_ref().unwrap().name, "Kim Jong Un");
    // Another text for the same one.
    let ended = NewRelation {
        until: Some("2026".into()),
        ..new
    };
    let shown = entities
        .relate(Some(shown[0].id), &ended)
        .unwrap()
        .relations;
    assert_eq!((shown.len(), shown[0].until.as_deref()), (1, Some("2026")));
    bench.notebook.undo(None).unwrap();
    assert_eq!(entities.get(kim).unwrap().relations[0].until, None);
    entities.remove_relation(shown[0].id).unwrap();
    assert!(entities.get(party).unwrap().relations.is_empty());
    bench.notebook.undo(None).unwrap();
    bench.notebook.undo(None).unwrap();
    assert!(entities.get(kim).unwrap().relations.is_empty());
}

#[test]
fn roles_are_a_history_the_latest_first() {
    let bench = bench();
    let wang = entity(&bench, EntityKind::Person, "Wang Yi");
    let entities = bench.notebook.entities();
    for (role, since, until) in [
        ("Ambassador to Japan", "2004", Some("2007")),
        ("Foreign Minister", "2023-07", None),
        ("Foreign Minister", "2013", Some("2022-12-30")),
    ] {
        let new = NewRelation {
            role: role.into(),
            since: Some(since.into()),
            until: until.map(str::to_owned),
            ..relation(wang, RelationKind::Holds, None)
        };
        entities.relate(None, &new).unwrap();
    }
    let relations = entities.get(wang).unwrap().relations;
    let since: Vec<_> = relations
        .iter()
        .map(|one| one.since.as_deref().unwrap())
        .collect();
    assert_eq!(since, ["2023-07", "2013", "2004"]);
}

#[test]
fn what_can_not_be_is_refused() {
    let bench = bench();
    let kim = entity(&bench, EntityKind::Person, "Kim");
    let place = entity(&bench, EntityKind::Place, "Rason");
    let wrong = [
        relation(kim, RelationKind::MemberOf, None),
        relation(kim, RelationKind::MemberOf, Some(kim)),
        relation(kim, RelationKind::Holds, None),
        NewRelation {
            since: Some("last year".into()),
            ..relation(place, RelationKind::PartOf, Some(kim))
        },
        NewRelation {
            since: Some("2022-02-30".into()),
            ..relation(place, RelationKind::PartOf, Some(kim))
        },
        NewRelation {
            since: Some("2022-05".into()),
            until: Some("2021".into()),
            ..relation(place, RelationKind::PartOf, Some(kim))
        },
    ];
    for new in wrong {
        let refused = bench.notebook.entities().relate(None, &new);
        assert!(
            matches!(refused, Err(Error::InvalidInput { .. })),
            "{new:?}"
        );
    }
}

#[test]
fn what_lies_in_another_one_can_not_have_it_within_itself() {
    let bench = bench();
    let place = |name: &str| entity(&bench, EntityKind::Place, name);
    let (quay, port, coast) = (place("Quay"), place("Port"), place("Coast"));
    let entities = bench.notebook.entities();
    let relate = |new: &NewRelation| entities.relate(None, new);
    let within = |from, kind, to| relate(&relation(from, kind, Some(to)));
    within(quay, RelationKind::PartOf, port).unwrap();
    let first = within(port, RelationKind::LocatedIn, coast).unwrap();
    for (from, to) in [(port, quay), (coast, port), (coast, quay)] {
        for kind in [RelationKind::PartOf, RelationKind::LocatedIn] {
            let refused = within(from, kind, to);
            assert!(matches!(refused, Err(Error::Circle { .. })), "{refused:?}");
        }
    }
    // The very relation may be written again, and others go both ways.
    let again = relation(port, RelationKind::PartOf, Some(coast));
    let id = first.relations[0].id;
    entities.relate(Some(id), &again).unwrap();
    within(coast, RelationKind::SuccessorOf, port).unwrap();
    within(coast, RelationKind::MemberOf, port).unwrap();
    // Who holds one of them since they were merged lies where that did.
    let harbour = place("Harbour");
    entities.merge(harbour, &[port]).unwrap();
    let refused = within(coast, RelationKind::PartOf, harbour);
    assert!(matches!(refused, Err(Error::Circle { .. })), "{refused:?}");
    // One that has ended before closes none.
    let (one, other) = (place("First"), place("Second"));
    relate(&NewRelation {
        until: Some("1990".into()),
        ..relation(one, RelationKind::PartOf, Some(other))
    })
    .unwrap();
    let later = |since: &str| NewRelation {
        since: Some(since.into()),
        ..relation(other, RelationKind::PartOf, Some(one))
    };
    assert!(matches!(
        relate(&later("1990-05")),
        Err(Error::Circle { .. })
    ));
    relate(&later("1991")).unwrap();
}

#[test]
fn relations_follow_merges_and_come_back() {
    let bench = bench();
    let (one, other) = (
        entity(&bench, EntityKind::Place, "Rason"),
        entity(&bench, EntityKind::Place, "Rajin"),
    );
    let country = entity(&bench, EntityKind::Place, "North Korea");
    let entities = bench.notebook.entities();
    let new = relation(other, RelationKind::LocatedIn, Some(country));
    entities.relate(None, &new).unwrap();
    entities.merge(one, &[other]).unwrap();
    assert_eq!(entities.get(one).unwrap().relations.len(), 1);
    let seen = &entities.get(country).unwrap().relations[0];
    assert_eq!(seen.other.as_ref().unwrap().id, one);
    entities.split(other).unwrap();
    assert!(entities.get(one).unwrap().relations.is_empty());
    assert_eq!(entities.get(other).unwrap().relations.len(), 1);
}

#[test]
fn fields_are_kept_in_order_and_taken_back() {
    let bench = bench();
    let kim = entity(&bench, EntityKind::Person, "Kim");
    let field = |name: &str, value: &str| EntityField {
        name: name.into(),
        value: value.into(),
    };
    let entities = bench.notebook.entities();
    let fields = [
        field("Born", "8 January 1984"),
        field("", "x"),
        field("Also", " y "),
    ];
    let kept = entities.set_fields(kim, &fields).unwrap().fields;
    assert_eq!(kept, [field("Born", "8 January 1984"), field("Also", "y")]);
    bench.notebook.undo(None).unwrap();
    assert!(entities.get(kim).unwrap().fields.is_empty());
}

#[test]
fn many_are_changed_and_deleted_in_one_step() {
    let bench = bench();
    let ids: Vec<EntityId> = ["A1", "B1", "C1"]
        .map(|name| entity(&bench, EntityKind::Person, name))
        .to_vec();
    let entities = bench.notebook.entities();
    entities.set_kinds(&ids, EntityKind::Place).unwrap();
    let by_kind = || {
        let page = entities.list(&EntityQuery::default(), 0, 10).unwrap();
        page.by_kind
    };
    assert_eq!(by_kind(), [0, 0, 3, 0]);
    entities.delete_all(&ids[..2]).unwrap();
    assert_eq!(by_kind(), [0, 0, 1, 0]);
    bench.notebook.undo(None).unwrap();
    assert_eq!(by_kind(), [0, 0, 3, 0]);
    bench.notebook.undo(None).unwrap();
    assert_eq!(by_kind(), [3, 0, 0, 0]);
}

#[test]
fn the_list_is_narrowed() {
    let bench = bench();
    let kim = entity(&bench, EntityKind::Person, "김정은");
    let other = entity(&bench, EntityKind::Person, "Wang Yi");
    let entities = bench.notebook.entities();
    bench.describe(other, "Minister.");
    let ids = |query: EntityQuery| -> Vec<EntityId> {
        let page = entities.list(&query, 0, 10).unwrap();
        assert_eq!(page.total as usize, page.rows.len());
        page.rows.into_iter().map(|row| row.id).collect()
    };
    let all = EntityQuery::default;
    let hangul = EntityQuery {
        script: Some("Hang".into()),
        ..all()
    };
    assert_eq!(ids(hangul), [kim]);
    assert_eq!(
        ids(EntityQuery {
            described: Some(true),
            ..all()
        }),
        [other]
    );
    assert_eq!(
        ids(EntityQuery {
            described: Some(false),
            ..all()
        }),
        [kim]
    );
    assert!(
        ids(EntityQuery {
            unreviewed: true,
            ..all()
        })
        .is_empty()
    );
    entities
        .add_name(other, "Yi", dragoman_core::domain::NameStrength::Weak)
        .unwrap();
    bench.article("One", &["Then Yi spoke."]);
    assert_eq!(
        ids(EntityQuery {
            unreviewed: true,
            ..all()
        }),
        [other]
    );
    assert_eq!(entities.scripts().unwrap(), ["Latn", "Hang"]);
}
