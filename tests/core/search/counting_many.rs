//! Counts of most of a library and of little of it, against what is known of each article.

use std::collections::{BTreeMap, BTreeSet};

use dragoman_core::domain::{SearchQuery, WireGroupId};
use dragoman_core::search::query::{NoNames, State};
use dragoman_core::search::{DocumentFacts, DocumentKey, IndexChange, IndexDocument};

use super::{Library, entity, titled};

const ALL: usize = 400;
const OUTLETS: [&str; 3] = ["Almanac", "Bulletin", "Chronicle"];

fn words(number: usize) -> Vec<&'static str> {
    let mut words = vec!["grain"];
    if !number.is_multiple_of(3) {
        words.push("harbour");
    }
    if number.is_multiple_of(5) {
        words.push("envoy");
    }
    if number % 97 == 7 {
        words.push("comet");
    }
    words
}

/// Every eleventh is one of the copies of a text, of which each has three.
fn group(number: usize) -> Option<usize> {
    number.is_multiple_of(11).then_some(number / 33)
}

fn library() -> Library {
    let groups: Vec<WireGroupId> = (0..ALL).map(|_| WireGroupId::new()).collect();
    let report = |number: usize| -> IndexDocument {
        let outlet = OUTLETS[number % 3].to_owned();
        IndexDocument {
            published: Some(1_640_995_200_000 + number as i64 * 86_400_000),
            facts: DocumentFacts {
                outlet: Some(outlet),
                states: vec![[State::Unread, State::Read][number % 2]],
                group: group(number).map(|group| groups[group]),
                ..DocumentFacts::default()
            },
            ..titled("en", "", &words(number).join(" and "))
        }
    };
    let mut documents: Vec<_> = (0..ALL).map(|number| ("it", report(number))).collect();
    // In two parts, and not all of them articles.
    let more = documents.split_off(250);
    documents.push(("page", entity("Grain Harbour", &[])));
    let mut library = Library::of(documents);
    let mut changes = Vec::new();
    for (name, document) in more {
        library.documents.push((name, document.key));
        changes.push(IndexChange::Put(document));
    }
    library.index.apply(changes, 2).expect("to be indexed");
    library
}

/// What a query for all of these words has to count, by outlet, state and kind.
fn expected(wanted: &[&str], gone: &BTreeSet<usize>) -> (BTreeMap<String, u32>, u32) {
    let mut rows: BTreeMap<String, BTreeSet<(bool, usize)>> = BTreeMap::new();
    let mut all = BTreeSet::new();
    for number in (0..ALL).filter(|number| !gone.contains(number)) {
        let has = words(number);
        if !wanted.iter().all(|word| has.contains(word)) {
            continue;
        }
        let row = match group(number) {
            Some(group) => (true, group),
            None => (false, number),
        };
        all.insert(row);
        let state = ["unread", "read"][number % 2];
        for value in [OUTLETS[number % 3], state] {
            rows.entry(value.to_owned()).or_default().insert(row);
        }
    }
    let size = |rows: &BTreeSet<_>| u32::try_from(rows.len()).expect("few");
    let counts = rows.iter().map(|(value, rows)| (value.clone(), size(rows)));
    (counts.collect(), size(&all))
}

fn check(library: &Library, gone: &BTreeSet<usize>) {
    for wanted in [
        &["grain"][..],
        &["harbour"],
        &["envoy"],
        &["comet"],
        &["grain", "harbour"],
        &["comet", "grain"],
        &["envoy", "comet", "harbour"],
        &["envoy", "harbour", "grain"],
    ] {
        let text = format!("+{} ", wanted.join(" +"));
        let query = SearchQuery {
            text: text.clone(),
            limit: 500,
            ..SearchQuery::default()
        };
        let (counts, rows) = expected(wanted, gone);
        // Both at once, as the window asks: one may look for both.
        let (found, facets) = std::thread::scope(|scope| {
            let facets = scope.spawn(|| library.index.facets(&query, &NoNames));
            let found = library.index.search(&query, &NoNames).expect("an answer");
            (found, facets.join().expect("no panic").expect("counts"))
        });
        assert_eq!(facets.kinds[0], rows, "{text}");
        assert_eq!(found.by_kind.articles, rows, "{text}");
        assert_eq!(facets.kinds[2], found.by_kind.entities, "{text}");
        for (value, count) in counts {
            let counted = facets.outlets.get(&value).or(facets.states.get(&value));
            assert_eq!(counted, Some(&count), "{text} {value}");
        }
        let of_months: u32 = facets.months.values().sum();
        assert!(of_months >= rows, "{text}: copies of several months");
        assert_eq!(found.hits.len(), found.total as usize, "{text}");
    }
}

#[test]
fn most_and_few_are_counted_as_they_are() {
    let library = library();
    check(&library, &BTreeSet::new());
    let gone: BTreeSet<usize> = (0..ALL).filter(|number| number % 7 == 3).collect();
    let keys: Vec<DocumentKey> = library
        .documents
        .iter()
        .filter(|(name, _)| *name == "it")
        .map(|(_, key)| *key)
        .collect();
    let changes = gone.iter().map(|number| IndexChange::Delete(keys[*number]));
    library
        .index
        .apply(changes.collect(), 3)
        .expect("to be deleted");
    check(&library, &gone);
}
