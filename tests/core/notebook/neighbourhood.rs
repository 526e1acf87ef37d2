//! Who and what is named together around one entity.

use dragoman_core::CancelToken;
use dragoman_core::domain::{EntityId, EntityKind, NeighbourhoodQuery};

use crate::support::{Bench, bench};

/// Entities of every kind, and four articles that name some of them.
fn desk() -> (Bench, Vec<EntityId>) {
    let bench = bench();
    let made = [
        (EntityKind::Person, "Ana Ruiz"),
        (EntityKind::Person, "Omar Haddad"),
        (EntityKind::Place, "Nampo"),
        (EntityKind::Organisation, "Harbour Authority"),
    ];
    let ids = made.map(|(kind, name)| bench.notebook.entities().create(kind, name).unwrap().id);
    for (year, text) in [
        (2021, "Ana Ruiz met Omar Haddad in Nampo."),
        (
            2022,
            "Omar Haddad told Ana Ruiz about the Harbour Authority.",
        ),
        (2023, "Ana Ruiz returned to Nampo with Omar Haddad."),
        (2023, "Omar Haddad is in Nampo."),
    ] {
        let line = serde_json::json!({
            "id": text, "title": "A visit", "text": text, "published": format!("{year}-06-01"),
        });
        let path = bench.file("article.jsonl", line.to_string());
        bench
            .notebook
            .imports()
            .run_ready(&path, &CancelToken::new(), &mut |_| {})
            .unwrap();
    }
    (bench, ids.to_vec())
}

fn around(
    bench: &Bench,
    id: EntityId,
    query: NeighbourhoodQuery,
) -> (Vec<(String, u32)>, Vec<u32>) {
    let query = NeighbourhoodQuery { limit: 10, ..query };
    let found = bench.notebook.entities().neighbourhood(id, &query).unwrap();
    let named = found.neighbours.iter();
    let named = named.map(|one| (one.entity.name.clone(), one.shared));
    (
        named.collect(),
        found.links.iter().map(|link| link.shared).collect(),
    )
}

fn named(expected: &[(&str, u32)]) -> Vec<(String, u32)> {
    let expected = expected.iter();
    expected
        .map(|(name, shared)| ((*name).to_owned(), *shared))
        .collect()
}

#[test]
fn neighbours_are_counted_in_the_articles_of_the_entity() {
    let (bench, ids) = desk();
    let (found, links) = around(&bench, ids[0], NeighbourhoodQuery::default());
    let expected = [("Omar Haddad", 3), ("Nampo", 2), ("Harbour Authority", 1)];
    assert_eq!(found, named(&expected));
    // With Nampo twice, with the Harbour Authority once; the fourth article names no Ruiz.
    assert_eq!(links, [2, 1]);
}

#[test]
fn kinds_and_years_narrow() {
    let (bench, ids) = desk();
    let years = NeighbourhoodQuery {
        from: Some(2022),
        to: Some(2022),
        ..NeighbourhoodQuery::default()
    };
    let (found, _) = around(&bench, ids[0], years);
    assert_eq!(
        found,
        named(&[("Harbour Authority", 1), ("Omar Haddad", 1)])
    );
    let places = NeighbourhoodQuery {
        kinds: vec![EntityKind::Place],
        ..NeighbourhoodQuery::default()
    };
    let (found, links) = around(&bench, ids[0], places);
    assert_eq!((found, links), (named(&[("Nampo", 2)]), vec![]));
    let never = NeighbourhoodQuery {
        from: Some(i16::MAX),
        to: Some(i16::MIN),
        ..NeighbourhoodQuery::default()
    };
    around(&bench, ids[0], never);
}

#[test]
fn what_is_deleted_is_no_neighbour() {
    let (bench, ids) = desk();
    bench.notebook.entities().delete(ids[1]).unwrap();
    let (found, links) = around(&bench, ids[0], NeighbourhoodQuery::default());
    assert_eq!(found, named(&[("Nampo", 2), ("Harbour Authority", 1)]));
    assert_eq!(links, Vec::<u32>::new());
}
