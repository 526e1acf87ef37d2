use dragoman_core::domain::{SearchQuery, SearchSort, WireGroupId};
use dragoman_core::search::IndexChange;
use dragoman_core::search::query::NoNames;

use super::{Library, article, entity};

/// Counting by relevance and gathering by date go two ways, and count the same.
#[test]
fn what_is_counted_does_not_depend_on_the_order() {
    let groups = [(); 4].map(|()| WireGroupId::new());
    let mut documents = Vec::new();
    for number in 0..300_u32 {
        let mut body = String::from("Report");
        for (every, word) in [
            (2, "grain"),
            (3, "grains"),
            (5, "talks"),
            (7, "granary"),
            (11, "Жито"),
            (13, "粮食"),
        ] {
            if number % every == 0 {
                body.push(' ');
                body.push_str(word);
            }
        }
        let mut one = match number % 50 {
            0 => entity(&body, &[]),
            _ => article("en", &body),
        };
        if number % 9 == 0 && number % 50 != 0 {
            one.facts.group = groups.get(number as usize % groups.len()).copied();
        }
        documents.push(("it", one));
    }
    let library = Library::of(documents);
    let gone = library.documents.iter().skip(17).step_by(31);
    let gone = gone.map(|(_, key)| IndexChange::Delete(*key)).collect();
    library.index.apply(gone, 2).expect("to be deleted");
    for text in [
        "grain ",
        "gr",
        "grain talks ",
        "talks gran",
        "жито ",
        "粮食",
        "粮",
        "grian ",
        "grain~",
        "нет ",
        "grain OR жито ",
        "+grain +talks ",
        "+grains +gr",
        "lang:en grain talks ",
        "talks -grain ",
    ] {
        let count = |sort, every_copy| {
            let query = SearchQuery {
                text: text.to_owned(),
                limit: 5,
                sort: Some(sort),
                every_copy: Some(every_copy),
                ..SearchQuery::default()
            };
            let found = library.index.search(&query, &NoNames).expect("an answer");
            (found.total, found.by_kind, found.all_words)
        };
        for every_copy in [false, true] {
            let by_relevance = count(SearchSort::Relevance, every_copy);
            assert_eq!(
                by_relevance,
                count(SearchSort::Newest, every_copy),
                "{text} {every_copy}"
            );
        }
    }
}

/// Of very many documents with all words, not each is looked at.
#[test]
fn the_best_of_very_many_come_first_too() {
    let mut documents: Vec<_> = (0..4_100)
        .map(|_| {
            (
                "it",
                article("en", "talks on grain and on much else besides"),
            )
        })
        .collect();
    documents[3_000] = ("short", article("en", "talks, grain"));
    documents[3_500] = (
        "so",
        article("en", "of much else besides, and on grain talks too"),
    );
    documents.push(("half", article("en", "talks, talks, talks")));
    let library = Library::of(documents);
    let found = library.search("grain talks ");
    assert_eq!((found.all_words, found.total), (4_100, 4_101));
    assert_eq!(library.found("grain talks ")[..2], ["so", "short"]);
    assert_eq!(library.found("talks grain ")[0], "short");
}

#[test]
fn required_words_find_what_has_all_of_them() {
    let texts = [
        "grain talks",
        "grain",
        "talks",
        "grain talks today",
        "grains and talking",
    ];
    let library = Library::of(texts.map(|text| ("it", article("en", text))).to_vec());
    let total = |text: &str| {
        let query = SearchQuery {
            text: text.to_owned(),
            limit: 5,
            ..SearchQuery::default()
        };
        let found = library.index.search(&query, &NoNames).expect("an answer");
        (found.total, found.all_words)
    };
    let (any, all) = total("grain talks ");
    assert_eq!((any, total("+grain +talks ").0), (5, all));
    assert!(all < any);
    assert_eq!(total("+today grain ").0, 1);
}
