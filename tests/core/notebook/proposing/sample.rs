//! What ships with the program, from a file to an entity.

use super::*;

#[test]
fn an_article_is_read_with_the_gazetteer_and_the_recogniser_that_ship() {
    let bench = bench();
    bench.notebook.proposals().start_shipped();
    let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/seed/independent-2022-05-10.txt");
    let items = bench.import(&sample);
    bench.settle();
    let article = bench.get(items[0].article.unwrap());
    let mut found: Vec<(EntityKind, &str, usize)> = (article.proposals.iter())
        .map(|one| (one.kind, one.name.as_str(), one.spans.len()))
        .collect();
    found.sort_unstable_by_key(|(_, name, _)| *name);
    let named = [
        (EntityKind::Organisation, "Associated Press", 1),
        (EntityKind::Person, "Kim Jong Un", 5),
        (EntityKind::Organisation, "Korean Central News Agency", 1),
        (EntityKind::Place, "Moscow", 1),
        (EntityKind::Organisation, "NATO", 2),
        (EntityKind::Place, "Nazi Germany", 1),
        (EntityKind::Place, "North Korea", 5),
        (EntityKind::Place, "Russia", 9),
        (EntityKind::Place, "Soviet Union", 1),
        (EntityKind::Organisation, "UN Security Council", 1),
        (EntityKind::Place, "Ukraine", 5),
        (EntityKind::Place, "United States", 5),
        (EntityKind::Event, "Victory Day", 3),
        (EntityKind::Person, "Vladimir Putin", 2),
        (EntityKind::Event, "World War II", 1),
        (EntityKind::Organisation, "foreign ministry", 1),
    ];
    // Nothing else, and each once.
    assert_eq!(found, named);
    let kim = proposed(&article, "Kim Jong Un");
    let words: Vec<&str> = kim.spans.iter().map(|place| place.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "Kim Jong-un",
            "Kim Jong Un",
            "Jong Un",
            "Jong Un",
            "Jong Un"
        ]
    );
    let ministry = proposed(&article, "foreign ministry");
    assert_eq!(ministry.kind, EntityKind::Organisation);
    let korea = proposed(&article, "North Korea");
    assert!(korea.known && korea.spans.len() == 5);
    bench.accept(&[korea]);
    let mention = &bench.get(article.id).mentions[0];
    let entity = bench.notebook.entities().get(mention.entity).unwrap();
    let has = |name: &str| entity.names.iter().any(|known| known.text == name);
    // All the names that the gazetteer has for it.
    assert!(has("북한") && has("КНДР"), "{:?}", entity.names);
}
