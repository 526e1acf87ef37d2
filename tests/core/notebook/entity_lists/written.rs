//! What a list of entities has for other programs, and how many it says were written.

use dragoman_core::CancelToken;
use dragoman_core::domain::{
    EntitiesWritten, EntityKind, EntityListFormat, NameStrength, NewRelation, RelationKind,
};
use serde_json::Value;

use super::{export, import};
use crate::support::{Bench, bench};

fn write(bench: &Bench, format: EntityListFormat) -> (EntitiesWritten, String) {
    let mut out = Vec::new();
    let entities = bench.notebook.entities();
    let written = entities.write_list(format, &mut out, &CancelToken::new());
    (written.unwrap(), String::from_utf8(out).unwrap())
}

#[test]
fn follow_the_money_goes_out_and_comes_back() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let kim = entities.create(EntityKind::Person, "Kim Jong Un").unwrap();
    entities
        .add_name(kim.id, "김정은", NameStrength::Strong)
        .unwrap();
    entities
        .add_name(kim.id, "Kim", NameStrength::Weak)
        .unwrap();
    bench.describe(kim.id, "Leader.");
    entities.create(EntityKind::Place, "Rason").unwrap();
    let lines = export(&bench, EntityListFormat::FollowTheMoney);
    let first: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(first["schema"], "Person");
    assert_eq!(first["properties"]["alias"][0], "김정은");
    assert_eq!(first["properties"]["weakAlias"][0], "Kim");
    let other = crate::support::bench();
    assert_eq!(import(&other, &lines, false).made, 2);
    assert_eq!(export(&other, EntityListFormat::FollowTheMoney), lines);
    let back = other.notebook.entities().get(kim.id).unwrap();
    assert_eq!(
        (back.names.len(), back.description.as_str()),
        (3, "Leader.")
    );
}

#[test]
fn who_holds_merged_entities_stands_for_them_in_follow_the_money() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let make = |kind, name: &str| entities.create(kind, name).unwrap().id;
    let poe = make(EntityKind::Person, "Ann Poe");
    let other = make(EntityKind::Person, "A. Poe");
    let union = make(EntityKind::Organisation, "Port Union");
    let same = make(EntityKind::Organisation, "Union of the Port");
    let gone = make(EntityKind::Organisation, "Quay Club");
    let relate = |from, kind, to| {
        let new = NewRelation {
            from,
            kind,
            to: Some(to),
            role: String::new(),
            since: None,
            until: None,
            source: String::new(),
        };
        entities.relate(None, &new).unwrap();
    };
    relate(poe, RelationKind::MemberOf, union);
    relate(other, RelationKind::MemberOf, same);
    relate(other, RelationKind::MemberOf, gone);
    relate(other, RelationKind::SuccessorOf, poe);
    entities.add_name(other, "Poe", NameStrength::Weak).unwrap();
    entities.merge(poe, &[other]).unwrap();
    entities.merge(union, &[same]).unwrap();
    entities.delete(gone).unwrap();
    let (written, lines) = write(&bench, EntityListFormat::FollowTheMoney);
    assert_eq!((written.entities, written.merged), (2, 0));
    let lines: Vec<Value> = (lines.lines())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let of = |schema: &str| -> Vec<&Value> {
        let lines = lines.iter().filter(|line| line["schema"] == schema);
        lines.map(|line| &line["properties"]).collect()
    };
    let people = of("Person");
    assert_eq!(people.len(), 1);
    assert_eq!(people[0]["alias"], serde_json::json!(["A. Poe"]));
    assert_eq!(people[0]["weakAlias"], serde_json::json!(["Poe"]));
    assert_eq!(of("Organization").len(), 1);
    // Both were members of what is one by now; nobody is the successor of herself.
    let members = of("Membership");
    assert_eq!(members.len(), 1);
    assert_eq!(members[0]["member"][0], poe.to_string());
    assert_eq!(members[0]["organization"][0], union.to_string());
    assert_eq!(lines.len(), 3);
    // A table says what was merged into what.
    let (written, table) = write(&bench, EntityListFormat::Csv);
    assert_eq!((written.entities, written.merged), (2, 2));
    assert_eq!(table.lines().count(), 5);
}
