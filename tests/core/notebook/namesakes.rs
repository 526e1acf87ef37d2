//! Entities that many others share a name with.

use dragoman_core::domain::{EntityKind, Explained, NameStrength};

use crate::support::bench;

#[test]
fn a_place_is_found_by_its_name_however_many_persons_have_it() {
    let bench = bench();
    let entities = bench.notebook.entities();
    for number in 0..33 {
        let person = entities.create(EntityKind::Person, &format!("Anna {number}"));
        let person = person.unwrap().id;
        entities
            .add_name(person, "Zeeland", NameStrength::SearchOnly)
            .unwrap();
    }
    entities.create(EntityKind::Place, "Zeeland").unwrap();
    let asked = bench.notebook.read_query("place:=Zeeland").unwrap().asked;
    let tagged = Explained::Tagged {
        name: "Zeeland".into(),
    };
    assert_eq!(asked, [tagged]);
}
