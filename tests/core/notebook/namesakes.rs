//! Entities that many others share a name with.

use dragoman_core::domain::{
    EntityKind, Explained, NameStrength, SearchQuery, TagRequest, TagScope, TagTarget,
};

use crate::support::{bench, span_of};

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

#[test]
fn two_that_differ_in_case_are_one_count_of_what_it_finds() {
    let bench = bench();
    let entities = bench.notebook.entities();
    for name in ["Zeeland", "ZEELAND"] {
        let place = entities.create(EntityKind::Place, name).unwrap();
        let article = bench.article(name, &["The coast has water."]);
        let request = TagRequest {
            article: article.id,
            span: span_of(&article, 0, "The coast"),
            target: TagTarget::Known { id: place.id },
            scope: TagScope::Mention,
        };
        entities.tag(&request).unwrap();
    }
    bench.notebook.finish_matching();
    bench.notebook.finish_indexing().unwrap();
    let ask = |text: String| SearchQuery {
        text,
        ..SearchQuery::default()
    };
    let counted = bench.notebook.search_facets(&ask("water".into())).unwrap();
    let [one] = counted.entities.as_slice() else {
        panic!("{:?}", counted.entities);
    };
    assert_eq!(one.count, 2);
    let ticked = ask(format!("{} water", one.token));
    assert_eq!(bench.notebook.search(&ticked).unwrap().total, 2);
}
