use std::collections::HashSet;

use dragoman_core::domain::{SearchQuery, SearchSort};
use dragoman_core::search::query::NoNames;
use dragoman_core::search::{
    DocumentKey, IndexChange, IndexDocument, IndexFacets, IndexHit, IndexResults, Limits,
};

use super::{Library, article, titled};

/// What all of a query's many results come to, of which the library here has few.
const MANY: Limits = Limits {
    found: 20,
    titled: 5,
};
const ALL: u32 = 700;

/// Texts of many lengths, some of them with the words in their titles.
fn library() -> Library {
    let words = [
        "grain", "grains", "talks", "harbour", "ship", "envoy", "港口",
    ];
    let mut dice: u32 = 2_463_534_242;
    let mut roll = move |sides: u32| {
        dice ^= dice << 13;
        dice ^= dice >> 17;
        dice ^= dice << 5;
        (dice % sides) as usize
    };
    let mut documents = Vec::new();
    for number in 0..ALL {
        let mut body = String::from("On the day");
        for _ in 0..3 + roll(60) {
            body.push_str([" of", " and", " it", " then"][roll(4)]);
            if roll(150) == 0 {
                body.push_str(" harbour envoy");
            }
            if roll(9) == 0 {
                body.push(' ');
                body.push_str(words[roll(7)]);
            }
        }
        let title = match number % 6 {
            0 => format!("A {} again", words[roll(7)]),
            _ => "Untold".to_owned(),
        };
        documents.push(("it", titled("en", &title, &body)));
    }
    // In several parts, as a library that grows is.
    let more = documents.split_off(400);
    let library = Library::of(documents);
    let more = more.into_iter().map(|(_, one)| IndexChange::Put(one));
    library
        .index
        .apply(more.collect(), 2)
        .expect("to be indexed");
    library
}

impl Library {
    fn limited(self, limits: Limits) -> Self {
        Self {
            index: self.index.with_limits(limits),
            ..self
        }
    }

    fn best(&self, text: &str, limit: u32) -> IndexResults {
        let found = self.index.search(&asking(text, limit), &NoNames);
        found.expect("an answer")
    }
}

fn keys(hits: &[IndexHit]) -> HashSet<DocumentKey> {
    hits.iter().map(|hit| hit.key).collect()
}

fn asking(text: &str, limit: u32) -> SearchQuery {
    SearchQuery {
        text: text.to_owned(),
        limit,
        ..SearchQuery::default()
    }
}

const QUERIES: [&str; 12] = [
    "grain ",
    "ship",
    "grain talks ",
    "harbour envoy ship ",
    "+grain +talks ",
    "+harbour envoy ",
    "港口",
    "talks -ship ",
    "lang:en grain talks ",
    "lang:en harbour -talks envoy -ship ",
    "type:article +grain +talks ",
    "what of the grain and the talks? ",
];

#[test]
fn what_is_passed_over_is_not_better_than_what_is_shown() {
    for limits in [Limits::default(), MANY] {
        let library = library().limited(limits);
        for text in QUERIES {
            let scores = |limit| {
                let hits = library.best(text, limit).hits.into_iter().take(5);
                hits.map(|hit| hit.score).collect::<Vec<f32>>()
            };
            let (few, all) = (scores(5), scores(ALL));
            assert_eq!(few.len(), 5, "{text}");
            let same = few.iter().zip(&all).all(|(a, b)| (a - b).abs() < 1e-4);
            assert!(same, "{limits:?} {text}: {few:?} {all:?}");
        }
    }
}

#[test]
fn of_many_as_of_few_those_with_all_words_come_first() {
    let few = library();
    let by_few = QUERIES.map(|text| few.best(text, ALL));
    let many = few.limited(MANY);
    for (text, few) in QUERIES.into_iter().zip(by_few) {
        let many = many.best(text, ALL);
        assert!(many.total > MANY.found, "{text}: {}", many.total);
        assert_eq!(many.hits.len(), many.total as usize, "{text}");
        assert_eq!(many.total, few.total, "{text}");
        assert!(keys(&many.hits) == keys(&few.hits), "{text}");
        assert_eq!(many.all_words, few.all_words, "{text}");
        let all = many.all_words as usize;
        let first = |hits: &[IndexHit]| keys(&hits[..all]);
        assert!(first(&many.hits) == first(&few.hits), "{text}");
    }
}

#[test]
fn of_many_with_all_words_those_with_them_one_after_the_other_come_first() {
    let library = library().limited(MANY);
    for (text, phrase) in [
        ("harbour envoy ", "\"harbour envoy\""),
        ("lang:en harbour envoy ", "lang:en \"harbour envoy\""),
    ] {
        let (in_order, words) = (library.best(phrase, ALL), library.best(text, ALL));
        assert!(in_order.total > 0, "{text}");
        assert!(words.all_words > MANY.found.max(in_order.total), "{text}");
        let first = &words.hits[..in_order.hits.len()];
        assert!(keys(first) == keys(&in_order.hits), "{text}");
    }
}

#[test]
fn a_word_that_many_titles_have_ranks_as_one_that_few_have() {
    let few = library();
    let by_few = ["ship ", "grain talks "].map(|text| few.best(text, ALL).hits);
    let many = few.limited(Limits {
        titled: MANY.titled,
        ..Limits::default()
    });
    for (text, few) in ["ship ", "grain talks "].into_iter().zip(by_few) {
        let hits = many.best(text, ALL).hits;
        let same = hits
            .iter()
            .zip(&few)
            .all(|(a, b)| (a.score - b.score).abs() < 1e-4);
        assert!(same && hits.len() == few.len(), "{text}");
    }
}

/// Of the words that go on from what is typed, those that few texts have are looked for
/// last. Beside a field they are, too.
#[test]
fn what_only_rarer_words_find_ranks_beside_a_field() {
    let common = ["grain", "granary", "grant", "graph", "grass", "gravel"];
    let others = |number: usize| -> IndexDocument {
        article("en", &format!("Word of {} again", common[number % 6]))
    };
    let mut documents: Vec<_> = (0..30).map(|number| ("common", others(number))).collect();
    for (name, times) in [("once", 1), ("often", 8), ("twice", 2), ("thrice", 3)] {
        let body = format!(
            "{}{}",
            "grumble ".repeat(times),
            "and so on ".repeat(9 - times)
        );
        documents.push((name, article("en", &body)));
    }
    documents.rotate_right(4);
    let library = Library::of(documents);
    let best_first = ["often", "thrice", "twice", "once"];
    for text in ["gr", "lang:en gr", "-nothing gr"] {
        assert_eq!(library.found(text).split_off(30), best_first, "{text}");
    }
    let library = library.limited(MANY);
    assert_eq!(library.found("lang:en gr").split_off(30), best_first);
}

#[test]
fn counts_are_the_same_after_a_search_as_before_it() {
    let library = library();
    let count = |text: &str| -> IndexFacets {
        let facets = library.index.facets(&asking(text, 0), &NoNames);
        facets.expect("counts")
    };
    for text in QUERIES.into_iter().chain(["\"day of\"", "lang:en"]) {
        for sort in [SearchSort::Relevance, SearchSort::Newest] {
            count("something else");
            let before = count(text);
            let query = SearchQuery {
                sort: Some(sort),
                ..asking(text, 10)
            };
            let found = library.index.search(&query, &NoNames).expect("an answer");
            assert_eq!(before, count(text), "{text}");
            assert_eq!(before.kinds[0], found.total, "{text}");
        }
    }
}

#[test]
fn counts_after_a_change_are_of_what_is_there_now() {
    let library = library();
    let query = asking("\"day of\"", 10);
    let found = library.index.search(&query, &NoNames).expect("an answer");
    let gone = found.hits.first().expect("a hit").key;
    let gone = vec![IndexChange::Delete(gone)];
    library.index.apply(gone, 3).expect("to be deleted");
    let facets = library.index.facets(&query, &NoNames).expect("counts");
    assert_eq!(facets.kinds[0] + 1, found.total);
}

/// Of a beginning, words that are meant less likely find too: they are ranked among
/// themselves, behind the rest, also where a field leaves few.
#[test]
fn what_only_less_likely_words_find_is_ranked_too() {
    let words = [
        "grain", "grab", "grace", "grade", "graft", "grammar", "grand", "granite", "grant",
        "grape", "graph", "grass", "grave", "gravel", "gravity", "great",
    ];
    let mut documents = Vec::new();
    for (number, word) in words.iter().enumerate() {
        // The likelier a word is, the more have it.
        for _ in number..words.len() {
            documents.push((
                "it",
                titled("en", "Untold", &format!("On the day {word} came")),
            ));
        }
    }
    let library = Library::of(documents);
    let hits = |text: &str| {
        let found = library.index.search(&asking(text, 500), &NoNames);
        found.expect("an answer").hits
    };
    let (limited, free) = (hits("lang:en gr"), hits("gr"));
    assert_eq!(limited.len(), free.len());
    assert!(limited.iter().all(|hit| hit.score > 0.0), "{limited:?}");
}

/// Of more than a thousand, two halves are looked at at once.
#[test]
fn of_thousands_with_all_words_none_is_passed_over_where_they_are_parted() {
    const THOUSANDS: usize = 2_400;
    let text = |number: usize| {
        let more = " grain".repeat(number * 7 % 13) + &" it was".repeat(number * 5 % 11);
        article("en", &format!("Word of grain talks{more}"))
    };
    let documents = (0..THOUSANDS).map(|number| ("it", text(number)));
    let one_by_one = Library::of(documents.collect());
    let asked = |library: &Library, most| {
        let found = library.best("+grain +talks ", most);
        assert_eq!(found.total as usize, THOUSANDS);
        let scores = found.hits.iter().map(|hit| hit.score);
        (keys(&found.hits), scores.collect::<Vec<f32>>())
    };
    let (each, _) = asked(&one_by_one, THOUSANDS as u32);
    let (_, parted) = asked(&one_by_one, 300);
    let (_, passing) = asked(&one_by_one.limited(MANY), 300);
    assert_eq!(each.len(), THOUSANDS);
    let same = |(a, b): (&f32, &f32)| (a - b).abs() < 1e-4;
    assert_eq!((parted.len(), passing.len()), (300, 300));
    assert!(parted.iter().zip(&passing).all(same));
}
