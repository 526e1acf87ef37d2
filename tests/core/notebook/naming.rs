//! Results of an entity say by which of its names they were found.

use dragoman_core::domain::{
    EntityId, EntityKind, HitTarget, NameChoice, NameMatch, NameStrength, SearchHit, SearchQuery,
};

use crate::support::{Bench, bench};

/// Articles that name one person in several ways, and the person.
fn filled() -> (Bench, EntityId) {
    let bench = bench();
    let person = bench
        .notebook
        .entities()
        .create(EntityKind::Person, "Зеленский")
        .unwrap();
    for (name, strength) in [
        ("Zelensky", NameStrength::Strong),
        ("젤렌스키", NameStrength::Strong),
        ("Volodymyr Zelenskyy", NameStrength::SearchOnly),
    ] {
        bench
            .notebook
            .entities()
            .add_name(person.id, name, strength)
            .unwrap();
    }
    bench.notebook.finish_matching();
    bench.article("As written", &["Mr Zelensky left for talks."]);
    bench.article("Shouted", &["ZELENSKY LEFT FOR TALKS."]);
    bench.article("Inflected", &["Встреча у Зеленского прошла вечером."]);
    bench.article("Only searched", &["Volodymyr Zelenskyy spoke."]);
    bench.article("Nobody", &["Talks were held."]);
    bench.notebook.finish_indexing().unwrap();
    (bench, person.id)
}

/// Titles of the articles found, each with `name/found/how` of its names.
fn found(bench: &Bench, text: &str, names: NameChoice) -> Vec<(String, Vec<String>)> {
    let query = SearchQuery {
        text: text.to_owned(),
        names: Some(names),
        ..SearchQuery::default()
    };
    let hits = bench.notebook.search(&query).unwrap().hits;
    let is_article = |hit: &&SearchHit| matches!(hit.target, HitTarget::Article { .. });
    let mut found: Vec<_> = hits
        .iter()
        .filter(is_article)
        .map(|hit| {
            let via = hit.via.iter();
            let via = via.map(|one| format!("{}/{}/{:?}", one.name, one.found, one.how));
            (hit.title.concat(), via.collect())
        })
        .collect();
    found.sort();
    found
}

fn row(title: &str, via: &str) -> (String, Vec<String>) {
    (title.to_owned(), vec![via.to_owned()])
}

#[test]
fn results_say_which_name_they_have_and_how() {
    let (bench, _) = filled();
    assert_eq!(
        found(&bench, "person:zelensky", NameChoice::default()),
        [
            row("As written", "Zelensky/Zelensky/Exact"),
            row("Inflected", "Зеленский/Зеленского/Inflected"),
            row(
                "Only searched",
                "Volodymyr Zelenskyy/Volodymyr Zelenskyy/Exact"
            ),
            row("Shouted", "Zelensky/ZELENSKY/Folded"),
        ]
    );
    let words = found(&bench, "zelensky ", NameChoice::default());
    assert!(words.iter().all(|(_, via)| via.is_empty()), "{words:?}");
}

#[test]
fn another_form_of_a_name_is_marked_too() {
    let (bench, _) = filled();
    let query = SearchQuery {
        text: "person:zelensky".to_owned(),
        ..SearchQuery::default()
    };
    let hits = bench.notebook.search(&query).unwrap().hits;
    let marked = hits.iter().find(|hit| hit.title.concat() == "Inflected");
    assert_eq!(marked.unwrap().snippet[1], "Зеленского");
}

#[test]
fn names_are_switched_one_by_one_and_as_a_whole() {
    let (bench, person) = filled();
    let names = bench.notebook.entities().get(person).unwrap().names;
    let without = names.iter().filter(|name| name.text == "Зеленский");
    let switched = NameChoice {
        without: without.map(|name| name.id).collect(),
        ..NameChoice::default()
    };
    let titles = |choice| -> Vec<String> {
        let found = found(&bench, "person:zelensky", choice);
        found.into_iter().map(|(title, _)| title).collect()
    };
    assert_eq!(titles(switched), ["As written", "Only searched", "Shouted"]);
    let only_typed = NameChoice {
        only_typed: true,
        ..NameChoice::default()
    };
    assert_eq!(titles(only_typed.clone()), ["As written", "Shouted"]);
    let query = SearchQuery {
        text: "person:zelensky".to_owned(),
        names: Some(only_typed),
        ..SearchQuery::default()
    };
    let facets = bench.notebook.search_facets(&query).unwrap();
    assert_eq!(facets.by_kind.articles, 2, "counted as they are found");
    let all_off = NameChoice {
        without: names.iter().map(|name| name.id).collect(),
        ..NameChoice::default()
    };
    assert_eq!(titles(all_off), [""; 0]);
}

#[test]
fn words_that_a_person_tagged_are_a_way_too() {
    let (bench, person) = filled();
    let article = bench.article("By hand", &["The president left."]);
    bench
        .notebook
        .entities()
        .tag(&dragoman_core::domain::TagRequest {
            article: article.id,
            span: crate::support::span_of(&article, 0, "The president"),
            target: dragoman_core::domain::TagTarget::Known { id: person },
            scope: dragoman_core::domain::TagScope::Mention,
        })
        .unwrap();
    bench.notebook.finish_indexing().unwrap();
    let found = found(&bench, "person:zelensky", NameChoice::default());
    let by_hand = found.iter().find(|(title, _)| title == "By hand").unwrap();
    assert_eq!(by_hand.1, ["Зеленский/The president/Tagged"]);
    assert!(NameMatch::Exact < NameMatch::Tagged, "the surest first");
}
