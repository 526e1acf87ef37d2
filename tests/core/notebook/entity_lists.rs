//! Lists of entities: in with duplicates found, out with everything, and in again.

mod changing;
mod tables;
mod written;

use dragoman_core::domain::{
    EntityField, EntityId, EntityKind, EntityListFormat, EntityQuery, ListedFate, NameStrength,
    NewRelation, RelationKind, UndoAction,
};
use dragoman_core::{CancelToken, Error};

use crate::support::{Bench, bench};

fn import(
    bench: &Bench,
    text: &str,
    make_doubtful: bool,
) -> dragoman_core::domain::EntityListReport {
    let cancel = CancelToken::new();
    bench
        .notebook
        .entities()
        .import_list(
            text,
            EntityKind::Person,
            make_doubtful,
            &cancel,
            &mut |_| {},
        )
        .unwrap()
}

fn export(bench: &Bench, format: EntityListFormat) -> String {
    let mut out = Vec::new();
    bench
        .notebook
        .entities()
        .write_list(format, &mut out, &CancelToken::new())
        .unwrap();
    String::from_utf8(out).unwrap()
}

fn names(bench: &Bench) -> Vec<String> {
    let page = bench
        .notebook
        .entities()
        .list(&EntityQuery::default(), 0, 500)
        .unwrap();
    let mut names: Vec<String> = page.rows.into_iter().map(|row| row.name).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_pasted_list_says_what_it_would_do() {
    let bench = bench();
    let entities = bench.notebook.entities();
    entities.create(EntityKind::Person, "Kim Jong Un").unwrap();
    entities.create(EntityKind::Person, "Georgia").unwrap();
    entities.create(EntityKind::Place, "Georgia").unwrap();
    let list = "Kim Jong-un; 김정은\n\nWang Yi\nGeorgia\nwang yi; 王毅\n---\n";
    let plan = entities.plan_list(list, EntityKind::Person).unwrap();
    assert_eq!((plan.made, plan.linked, plan.doubtful), (1, 1, 1));
    assert_eq!((plan.repeated, plan.unread), (1, 1));
    assert_eq!(plan.rows[0].fate, ListedFate::Doubtful);
    let linked = plan.rows.iter().find(|row| row.fate == ListedFate::Linked);
    let linked = linked.unwrap();
    assert_eq!(
        (linked.kept.as_deref(), linked.new_names),
        (Some("Kim Jong Un"), 1)
    );
    // Nothing was done by looking.
    assert_eq!(names(&bench).len(), 3);
}

#[test]
fn a_list_is_kept_and_taken_back_as_one_step() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let kim = entities.create(EntityKind::Person, "Kim Jong Un").unwrap();
    let article = bench.article("One", &["김정은 met Wang Yi."]);
    let report = import(&bench, "Kim Jong Un; 김정은\nWang Yi\n", false);
    assert_eq!((report.total, report.made, report.linked), (2, 1, 1));
    bench.notebook.finish_matching();
    assert_eq!(bench.get(article.id).entities.len(), 2);
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(
        (step.action, step.subject.as_str()),
        (UndoAction::ImportEntities, "2")
    );
    assert_eq!(names(&bench), ["Kim Jong Un"]);
    assert_eq!(entities.get(kim.id).unwrap().names.len(), 1);
    assert!(bench.get(article.id).entities.is_empty());
}

#[test]
fn doubtful_entries_are_left_out_unless_asked_for() {
    let bench = bench();
    let entities = bench.notebook.entities();
    entities.create(EntityKind::Place, "Georgia").unwrap();
    let report = import(&bench, "Georgia\n", false);
    assert_eq!((report.left_out, report.made), (1, 0));
    assert_eq!(import(&bench, "Georgia\n", true).made, 1);
    assert_eq!(names(&bench), ["Georgia", "Georgia"]);
}

#[test]
fn a_table_goes_out_and_comes_back_the_same() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let kim = entities
        .create(EntityKind::Person, "Kim, Jong \"Un\"")
        .unwrap();
    entities
        .add_name(kim.id, "김정은; x", NameStrength::Strong)
        .unwrap();
    entities
        .add_name(kim.id, "Kim", NameStrength::Weak)
        .unwrap();
    entities
        .add_name(kim.id, "KJU", NameStrength::SearchOnly)
        .unwrap();
    bench.describe(kim.id, "Leader, since 2011.");
    entities.create(EntityKind::Event, "Victory Day").unwrap();
    let table = export(&bench, EntityListFormat::Csv);
    assert!(table.starts_with("id,kind,name,names,"), "{table}");
    let other = crate::support::bench();
    assert_eq!(import(&other, &table, false).made, 2);
    assert_eq!(export(&other, EntityListFormat::Csv), table);
    // Ids survive: the same list again brings nothing new.
    assert_eq!(import(&other, &table, false).linked, 2);
    assert_eq!(export(&other, EntityListFormat::Csv), table);
}

#[test]
fn other_programs_lists_are_read() {
    let bench = bench();
    let lists = [
        "Type;Caption;Aliases\nCompany;Rosatom;Росатом\n",
        "{\"schema\":\"PublicBody\",\"properties\":{\"name\":[\"KCNA\"]}}\n{\"schema\":\"Ownership\",\"properties\":{\"name\":[\"x\"]}}\nnot json\n",
        "{\"entity\":\"e1\",\"type\":\"LOC\",\"names\":[\"Rason\",\"나선\"]}\n",
    ];
    let unread: Vec<u32> = lists
        .iter()
        .map(|list| {
            let entities = bench.notebook.entities();
            let plan = entities.plan_list(list, EntityKind::Person).unwrap();
            import(&bench, list, false);
            plan.unread
        })
        .collect();
    assert_eq!(unread, [0, 2, 0]);
    let page = bench
        .notebook
        .entities()
        .list(&EntityQuery::default(), 0, 10)
        .unwrap();
    assert_eq!(page.by_kind, [0, 2, 1, 0]);
}

#[test]
fn two_entries_with_one_id_are_two() {
    let bench = bench();
    let id = EntityId::new();
    let line = |name: &str| {
        format!("{{\"id\":\"{id}\",\"entity\":\"{name}\",\"type\":\"PER\",\"names\":[]}}\n")
    };
    import(&bench, &(line("Ana Ruiz") + &line("Omar Haddad")), false);
    assert_eq!(names(&bench), ["Ana Ruiz", "Omar Haddad"]);
    let table = format!("id,name\n{id},Ana Ruiz\n{id},Lea Ortiz\n");
    import(&bench, &table, false);
    assert_eq!(names(&bench), ["Ana Ruiz", "Lea Ortiz", "Omar Haddad"]);
}

#[test]
fn hostile_lists_do_no_harm() {
    let bench = bench();
    let long = "x".repeat(100_000);
    let lists = [
        "\u{0}\u{1}\n".to_owned(),
        "\"unclosed,name\nname\n".to_owned(),
        format!("name\n{long}\n"),
        format!(
            "{{\"schema\":\"Person\",\"properties\":{{\"name\":[{}]}}}}",
            "\"a\",".repeat(5_000) + "\"a\""
        ),
        "[".repeat(200_000),
        format!("{{\"a\":{}", "[".repeat(200_000)),
        format!("name,names\na,{}\n", "b;".repeat(50_000)),
    ];
    for list in &lists {
        import(&bench, list, true);
    }
    assert!(names(&bench).iter().all(|name| name.chars().count() <= 300));
    let entities = bench.notebook.entities();
    let too_long = "a".repeat(65 << 20);
    let refused = entities.plan_list(&too_long, EntityKind::Person);
    assert!(matches!(refused, Err(Error::InvalidInput { .. })));
}

#[test]
fn ten_thousand_names_are_kept_in_parts_that_can_be_cancelled() {
    let bench = bench();
    let list: String = (0..10_000).map(|n| format!("Person Number{n}\n")).collect();
    let cancel = CancelToken::new();
    let mut parts = 0;
    let report = bench
        .notebook
        .entities()
        .import_list(&list, EntityKind::Person, false, &cancel, &mut |report| {
            parts += 1;
            if report.done >= 1_000 {
                cancel.cancel();
            }
        })
        .unwrap();
    assert!(
        parts > 1 && report.made >= 1_000 && report.made < 10_000,
        "{report:?}"
    );
    assert_eq!(bench.notebook.counts().unwrap().entities, report.made);
    bench.notebook.undo(None).unwrap();
    assert_eq!(bench.notebook.counts().unwrap().entities, 0);
}

#[test]
fn lists_with_hundreds_of_thousands_of_names_come_to_an_end() {
    let bench = bench();
    let names: Vec<String> = (0..300_000).map(|n| format!("\"Name {n}\"")).collect();
    let one = format!("{{\"entity\":\"Kim\",\"names\":[{}]}}", names.join(","));
    let entities = bench.notebook.entities();
    let plan = entities.plan_list(&one, EntityKind::Person).unwrap();
    assert_eq!((plan.made, plan.unread), (1, 0));
    let many: Vec<String> = (0..150_000).map(|n| format!("Kim; Name {n}")).collect();
    let plan = entities
        .plan_list(&many.join("\n"), EntityKind::Person)
        .unwrap();
    assert_eq!((plan.made, plan.repeated), (1, 149_999));
}

#[test]
fn relations_fields_and_merges_go_out_and_come_back() {
    for format in [EntityListFormat::Csv, EntityListFormat::FollowTheMoney] {
        let bench = bench();
        let entities = bench.notebook.entities();
        let make = |kind, name: &str| entities.create(kind, name).unwrap().id;
        let kim = make(EntityKind::Person, "Kim Jong Un");
        let chong = make(EntityKind::Person, "Kim Chong-un");
        let party = make(EntityKind::Organisation, "Workers’ Party");
        let city = make(EntityKind::Place, "Pyongyang");
        let relate = |from, kind, to, role: &str| {
            let new = NewRelation {
                from,
                kind,
                to,
                role: role.into(),
                since: Some("2011-12".into()),
                until: None,
                source: "KCNA; by hand".into(),
            };
            entities.relate(None, &new).unwrap();
        };
        relate(kim, RelationKind::Holds, Some(party), "General Secretary");
        relate(kim, RelationKind::Holds, None, "Marshal");
        relate(chong, RelationKind::MemberOf, Some(party), "");
        relate(party, RelationKind::LocatedIn, Some(city), "");
        let fields = [EntityField {
            name: "Born".into(),
            value: "8 January 1984; perhaps".into(),
        }];
        entities.set_fields(kim, &fields).unwrap();
        entities
            .add_name(chong, "Kim Jong Un", NameStrength::Weak)
            .unwrap();
        entities.merge(kim, &[chong]).unwrap();
        let list = export(&bench, format);
        let other = crate::support::bench();
        // FollowTheMoney has who holds another one in its stead.
        let merges = format == EntityListFormat::Csv;
        assert_eq!(import(&other, &list, false).made, 3 + u32::from(merges));
        // Relations get ids of their own from a table.
        let without_ids = |id: EntityId| {
            let entity = other.notebook.entities().get(id).unwrap();
            let was = entities.get(id).unwrap();
            for (now, was) in [(&entity, &was), (&was, &entity)] {
                for relation in &now.relations {
                    let same = was.relations.iter().any(|one| {
                        one.kind == relation.kind
                            && one.other == relation.other
                            && one.role == relation.role
                            && one.since == relation.since
                            && one.source == relation.source
                    });
                    assert!(same, "{format:?}: {relation:?}");
                }
            }
            assert_eq!(entity.fields, was.fields);
            let names = |entity: &dragoman_core::domain::Entity| {
                let mut names: Vec<_> = entity
                    .names
                    .iter()
                    .map(|name| (name.text.clone(), name.strength))
                    .collect();
                names.sort_by(|one, other| one.0.cmp(&other.0));
                names
            };
            assert_eq!(names(&entity), names(&was));
            let held = |entity: &dragoman_core::domain::Entity| -> Vec<EntityId> {
                entity.merged.iter().map(|part| part.id).collect()
            };
            let was = if merges { held(&was) } else { Vec::new() };
            assert_eq!(held(&entity), was);
        };
        for id in [kim, party, city] {
            without_ids(id);
        }
        assert_eq!(other.notebook.counts().unwrap().entities, 3);
        // The same list again brings nothing new, and is no step.
        import(&other, &list, false);
        for id in [kim, party, city] {
            without_ids(id);
        }
        other.notebook.undo(None).unwrap().unwrap();
        assert_eq!(other.notebook.counts().unwrap().entities, 0);
        assert!(other.notebook.undo_peek().unwrap().is_none());
        if merges {
            assert!(other.notebook.entities().get(chong).unwrap().deleted);
        }
    }
}

#[test]
fn taking_a_list_back_leaves_what_stood_before() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let person = |name: &str| entities.create(EntityKind::Person, name).unwrap().id;
    let (kim, marshal) = (person("Kim Jong Un"), person("The Marshal"));
    entities.add_name(kim, "Kim", NameStrength::Strong).unwrap();
    let relation = NewRelation {
        from: kim,
        kind: RelationKind::Holds,
        to: None,
        role: "Marshal".into(),
        since: None,
        until: None,
        source: String::new(),
    };
    entities.relate(None, &relation).unwrap();
    // It brings somebody new beside what is kept already.
    let list = export(&bench, EntityListFormat::Csv) + ",person,Ann Poe\n";
    assert_eq!(import(&bench, &list, false).made, 1);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(entities.get(kim).unwrap().relations.len(), 1);
    // A part that the list brings has a name that its holder has, too.
    entities
        .add_name(marshal, "Kim", NameStrength::Strong)
        .unwrap();
    entities.merge(kim, &[marshal]).unwrap();
    let list = export(&bench, EntityListFormat::Csv)
        .replace(&marshal.to_string(), &EntityId::new().to_string());
    bench.notebook.undo(None).unwrap().unwrap();
    bench.notebook.undo(None).unwrap().unwrap();
    entities.delete(marshal).unwrap();
    let named = |id| {
        let names = entities.get(id).unwrap().names;
        names.into_iter().map(|name| name.text).collect::<Vec<_>>()
    };
    assert_eq!(named(kim), ["Kim Jong Un", "Kim"]);
    import(&bench, &list, true);
    assert_eq!(entities.get(kim).unwrap().merged.len(), 1);
    bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(named(kim), ["Kim Jong Un", "Kim"]);
}
