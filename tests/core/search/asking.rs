//! Questions that are asked no longer.

use std::cell::Cell;

use dragoman_core::domain::{EntityKind, SearchQuery, SearchSort};
use dragoman_core::search::query::{KnownEntity, Names, NoNames};
use dragoman_core::search::{SearchError, SearchIndex};

use super::{Library, article};

const ASKER: &str = "window";

/// Asks the next question while the first one is being answered: names are looked up for it.
struct TypesOn<'i> {
    index: &'i SearchIndex,
    stops: bool,
    asked: Cell<u32>,
}

impl Names for TypesOn<'_> {
    fn entities(&self, _: Option<EntityKind>, _: &str) -> Vec<KnownEntity> {
        self.asked.set(self.asked.get() + 1);
        match self.stops {
            true => self.index.stop_asking(ASKER),
            false => {
                let next = self.index.search(&query("ships", ASKER), &NoNames);
                assert_eq!(next.expect("the newest is answered").total, 3);
            }
        }
        Vec::new()
    }
}

fn query(text: &str, asker: &str) -> SearchQuery {
    SearchQuery {
        text: text.to_owned(),
        limit: 20,
        asker: (!asker.is_empty()).then(|| asker.to_owned()),
        ..SearchQuery::default()
    }
}

fn library() -> Library {
    Library::of(vec![
        ("one", article("en", "ships left the port")),
        ("two", article("en", "ships came to the port")),
        ("three", article("en", "the port saw ships")),
    ])
}

/// Of results or counts, by relevance or in an order, nothing is answered in part.
#[test]
fn a_further_question_of_the_same_asker_ends_the_one_before() {
    for stops in [false, true] {
        for text in [
            "ships -person:kim",
            "\"ships left\" -person:kim",
            "+ships +port -person:kim",
        ] {
            for sort in [SearchSort::Relevance, SearchSort::Newest] {
                // What the last search went through would be counted without looking.
                let library = library();
                let names = TypesOn {
                    index: &library.index,
                    stops,
                    asked: Cell::new(0),
                };
                let query = SearchQuery {
                    sort: Some(sort),
                    ..query(text, ASKER)
                };
                let found = library.index.search(&query, &names);
                assert!(matches!(found, Err(SearchError::NoLongerAsked)), "{text}");
                let counted = library.index.facets(&query, &names);
                assert!(matches!(counted, Err(SearchError::NoLongerAsked)), "{text}");
                assert!(names.asked.get() >= 2, "{text}");
                // What was given up is not taken for what is found.
                let all = library.index.facets(&query, &NoNames).expect("counts");
                let found = library.index.search(&query, &NoNames).expect("results");
                assert_eq!(all.kinds[0], found.total, "{text}");
                assert!(found.total > 0, "{text}");
            }
        }
    }
}

#[test]
fn others_are_answered_meanwhile() {
    let library = library();
    for asker in ["", "another", "window 2"] {
        let names = TypesOn {
            index: &library.index,
            stops: false,
            asked: Cell::new(0),
        };
        let found = library
            .index
            .search(&query("ships -person:kim", asker), &names);
        assert_eq!(found.expect("an answer").total, 3, "{asker:?}");
        assert!(names.asked.get() > 0);
    }
}
