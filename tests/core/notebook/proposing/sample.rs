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
