use dragoman_core::domain::{ArticleId, EntityId, EntityKind, NameId, SearchQuery, SearchedName};
use dragoman_core::search::query::{KnownEntity, Names, State};
use dragoman_core::search::{DocumentFacts, DocumentKey, IndexDocument};

use super::{Library, article, entity, titled};

/// 1 May 2022, in milliseconds.
const MAY_2022: i64 = 1_651_363_200_000;
const DAY: i64 = 86_400_000;

fn known(id: EntityId) -> KnownEntity {
    KnownEntity {
        id,
        kind: EntityKind::Person,
        name: "Kim Jong Un".to_owned(),
        names: ["Kim Jong Un", "김정은", "Ким Чен Ын"]
            .map(|text| SearchedName {
                id: NameId::new(),
                text: text.to_owned(),
            })
            .to_vec(),
        told: Vec::new(),
    }
}

struct OneName(KnownEntity);

impl Names for OneName {
    fn entities(&self, kind: Option<EntityKind>, name: &str) -> Vec<KnownEntity> {
        let matches =
            name.eq_ignore_ascii_case("kim") && kind.is_none_or(|kind| kind == self.0.kind);
        matches.then(|| self.0.clone()).into_iter().collect()
    }
}

fn reports() -> (Library, EntityId) {
    let mut of_kim = entity("Kim Jong Un", &["김정은"]);
    of_kim.facts.entity_kind = Some(EntityKind::Person);
    let DocumentKey::Entity(kim) = of_kim.key else {
        panic!("an entity");
    };
    let report = |language: &str, title: &str, body: &str, outlet: &str, by: &str, days: i64| {
        IndexDocument {
            published: Some(MAY_2022 + days * DAY),
            facts: DocumentFacts {
                byline: vec![by.to_owned()],
                outlet: Some(outlet.to_owned()),
                states: vec![State::Unread, State::Date],
                ..DocumentFacts::default()
            },
            ..titled(language, title, body)
        }
    };
    let mut tagged = report(
        "ru",
        "Лидер КНДР",
        "Он встретился с Ким Чен Ыном.",
        "ТАСС",
        "Иванов",
        40,
    );
    tagged.facts.entities = vec![kim];
    tagged.facts.states = vec![State::Read, State::Wire];
    let library = Library::of(vec![
        (
            "english",
            report(
                "en",
                "North Korea vows",
                "Kim Jong Un spoke of missiles.",
                "The Independent",
                "Ana Ruiz",
                8,
            ),
        ),
        (
            "korean",
            report(
                "ko",
                "축전",
                "김정은동지께서 축전을 보내시였다.",
                "조선중앙통신",
                "",
                -1,
            ),
        ),
        ("russian", tagged),
        (
            "other",
            report(
                "en",
                "Talks in Geneva",
                "Missiles were not mentioned, nor North Korea.",
                "Le Monde",
                "Bo Li",
                365,
            ),
        ),
        ("kim", of_kim),
    ]);
    (library, kim)
}

#[test]
fn fields_narrow_what_is_found() {
    let (library, _) = reports();
    for (query, found) in [
        ("title:korea", vec!["english"]),
        ("title:\"north korea\" missiles", vec!["english"]),
        ("title:nor*", vec!["english"]),
        ("by:ruiz", vec!["english"]),
        ("by:\"bo li\"", vec!["other"]),
        ("in:independent", vec!["english"]),
        ("in:\"le monde\"", vec!["other"]),
        ("outlet:тасс", vec!["russian"]),
        ("lang:ko", vec!["korean"]),
        ("type:person", vec!["kim"]),
        ("type:entity", vec!["kim"]),
        ("type:article missiles", vec!["english", "other"]),
        ("is:unread", vec!["english", "korean", "other"]),
        ("is:wire", vec!["russian"]),
        ("has:date -lang:ko", vec!["english", "other"]),
        ("on:2022-05", vec!["english"]),
        ("before:2022-05", vec!["korean"]),
        ("after:2022-06", vec!["other", "russian"]),
        ("after:2022-05 before:2022-07", vec!["english", "russian"]),
        ("missiles -in:independent", vec!["other"]),
        ("in:independent OR in:тасс", vec!["english", "russian"]),
        ("in:independent OR in:тасс missiles", vec!["english"]),
        (
            "missiles in:independent OR in:\"le monde\"",
            vec!["english", "other"],
        ),
        ("tag:anything", vec![]),
    ] {
        assert_eq!(library.found_sorted(query), found, "{query}");
    }
}

#[test]
fn words_near_each_other_in_any_order() {
    let (library, _) = reports();
    assert_eq!(library.found_sorted("\"missiles kim\"~5"), ["english"]);
    assert_eq!(library.found_sorted("\"missiles geneva\"~1"), [""; 0]);
    assert_eq!(library.found_sorted("misiles~"), ["english", "other"]);
}

#[test]
fn words_are_near_each_other_at_any_distance_and_as_often_as_asked() {
    let far = format!("alpha {}beta {}gamma", "and ".repeat(90), "or ".repeat(190));
    let library = Library::of(vec![
        ("far", article("en", &far)),
        ("near", article("en", "gamma one two beta alpha, delta")),
        ("twice", article("en", "gamma gamma one beta")),
    ]);
    for (query, found) in [
        ("\"alpha beta gamma\"~2", vec!["near"]),
        ("\"alpha beta gamma\"~1", vec!["near"]),
        ("\"alpha beta gamma\"~0", vec![]),
        ("\"alpha beta gamma\"~139", vec!["near"]),
        ("\"alpha beta gamma\"~140", vec!["far", "near"]),
        ("\"delta alpha beta gamma\"~1", vec!["near"]),
        ("\"beta gamma gamma\"~1", vec!["twice"]),
        ("\"beta beta\"~9", vec![]),
        ("\"gamma beta\"~1 -\"gamma gamma\"~1", vec![]),
        ("gamma -\"gamma gamma\"~1 ", vec!["far", "near"]),
        ("\"gamma beta\"~2 lang:en", vec!["near", "twice"]),
    ] {
        assert_eq!(library.found_sorted(query), found, "{query}");
    }
}

#[test]
fn an_entity_is_found_by_all_its_names_and_mentions() {
    let (library, id) = reports();
    let query = SearchQuery {
        text: "person:kim".to_owned(),
        limit: 10,
        ..SearchQuery::default()
    };
    let found = library
        .index
        .search(&query, &OneName(known(id)))
        .expect("an answer");
    let mut names: Vec<_> = found
        .hits
        .iter()
        .filter_map(|hit| library.documents.iter().find(|(_, key)| *key == hit.key))
        .map(|(name, _)| *name)
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["english", "kim", "korean", "russian"]);
    assert!(
        !found
            .hits
            .iter()
            .any(|hit| hit.key == DocumentKey::Article(ArticleId::new()))
    );
    // Nobody knows the name: it is looked for as it is.
    assert_eq!(
        library.found_sorted("person:\"jong un\""),
        ["english", "kim"]
    );
}

#[test]
fn what_has_all_words_is_counted() {
    let (library, _) = reports();
    let found = library.search("north korea geneva ");
    assert_eq!((found.total, found.all_words), (2, 1));
    let found = library.search("geneva ");
    assert_eq!((found.total, found.all_words), (1, 1));
    let found = library.search("missiles korea -in:independent ");
    assert_eq!(found.all_words, 1);
}

#[test]
fn a_word_that_nothing_has_may_be_mistyped() {
    let (library, _) = reports();
    assert_eq!(
        library.search("misiles ").slips,
        [("misiles".to_owned(), "missiles".to_owned())]
    );
    assert!(library.search("missiles ").slips.is_empty());
}

#[test]
fn what_only_fields_narrow_is_shown_newest_first() {
    let (library, _) = reports();
    assert_eq!(library.found("lang:en"), ["other", "english"]);
    assert_eq!(library.found("is:unread"), ["other", "english", "korean"]);
}
