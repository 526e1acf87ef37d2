use dragoman_core::domain::{EntityId, SearchQuery, SearchSort, WireGroupId};
use dragoman_core::search::query::{NoNames, State};
use dragoman_core::search::{DocumentFacts, IndexChange, IndexDocument};

use super::{Library, entity, titled};

const DAY: i64 = 86_400_000;

fn asking(text: &str) -> SearchQuery {
    SearchQuery {
        text: text.to_owned(),
        ..SearchQuery::default()
    }
}

/// Published on a day after 1 January 2022.
fn report(body: &str, outlet: &str, day: i64) -> IndexDocument {
    IndexDocument {
        published: Some(1_640_995_200_000 + day * DAY),
        facts: DocumentFacts {
            outlet: Some(outlet.to_owned()),
            states: vec![State::Unread],
            ..DocumentFacts::default()
        },
        ..titled("en", "", body)
    }
}

fn wire() -> (Library, EntityId) {
    let (group, entity) = (WireGroupId::new(), EntityId::new());
    let copy = |outlet: &str, day| {
        let mut copy = report(
            "Missiles were launched on Monday, the agency said.",
            outlet,
            day,
        );
        copy.facts.group = Some(group);
        copy.facts.states.push(State::Wire);
        copy.facts.entities = vec![entity];
        copy
    };
    let library = Library::of(vec![
        ("copy of may", copy("Bulletin", 120)),
        ("copy of june", copy("Chronicle", 160)),
        (
            "alone",
            report("Missiles again, said no agency.", "Almanac", 31),
        ),
        ("other", report("Talks went on.", "Bulletin", 365)),
    ]);
    (library, entity)
}

fn sorted(library: &Library, text: &str, sort: SearchSort) -> Vec<&'static str> {
    let query = SearchQuery {
        text: text.to_owned(),
        limit: 10,
        sort: Some(sort),
        every_copy: Some(true),
        ..SearchQuery::default()
    };
    let found = library.index.search(&query, &NoNames).expect("an answer");
    let name = |key| library.documents.iter().find(|(_, known)| *known == key);
    let names = found.hits.iter().filter_map(|hit| name(hit.key));
    names.map(|(name, _)| *name).collect()
}

#[test]
fn results_sort_by_date_and_by_outlet() {
    let (library, _) = wire();
    assert_eq!(
        sorted(&library, "missiles OR talks", SearchSort::Newest),
        ["other", "copy of june", "copy of may", "alone"]
    );
    assert_eq!(
        sorted(&library, "missiles OR talks", SearchSort::Oldest),
        ["alone", "copy of may", "copy of june", "other"]
    );
    assert_eq!(
        sorted(&library, "missiles OR talks", SearchSort::Outlet),
        ["alone", "other", "copy of may", "copy of june"]
    );
}

#[test]
fn copies_of_one_text_are_one_result() {
    let (library, _) = wire();
    let found = library.search("missiles");
    assert_eq!(
        (found.total, found.hits.len(), found.by_kind.articles),
        (2, 2, 2)
    );
    assert_eq!(sorted(&library, "missiles", SearchSort::Relevance).len(), 3);
}

#[test]
fn of_equal_matches_the_newer_comes_first() {
    let library = Library::of(vec![
        ("old", report("Missiles were launched", "A", -3_000)),
        ("new", report("Missiles were launched", "B", 1_500)),
    ]);
    assert_eq!(library.found("missiles launched"), ["new", "old"]);
}

#[test]
fn what_is_found_is_counted_by_what_it_has() {
    let (library, entity) = wire();
    let facets = library
        .index
        .facets(&asking("missiles OR talks"), &NoNames)
        .expect("counts");
    assert_eq!(facets.kinds, [3, 0, 0, 0], "copies count once");
    // As many as there are rows when one of them is asked for.
    assert_eq!(facets.languages["en"], 3);
    assert_eq!(facets.outlets["Bulletin"], 2);
    assert_eq!(facets.states["wire"], 1);
    assert_eq!(facets.entities[&entity.to_string()], 1);
    let mut months: Vec<_> = facets.months.into_iter().collect();
    months.sort_unstable();
    let month = |year, month| year * 12 + month - 1;
    assert_eq!(
        months,
        [
            (month(2022, 2), 1),
            (month(2022, 5), 1),
            (month(2022, 6), 1),
            (month(2023, 1), 1)
        ]
    );
    assert_eq!(
        library
            .index
            .facets(&asking(""), &NoNames)
            .expect("counts")
            .kinds,
        [0; 4]
    );
}

#[test]
fn what_is_alike_shares_entities_and_telling_words() {
    let kim = EntityId::new();
    let about_kim = |language: &str, body: &str| {
        let mut report = IndexDocument {
            language: Some(language.to_owned()),
            ..report(body, "A", 1)
        };
        report.facts.entities = vec![kim];
        report
    };
    let mine = about_kim(
        "en",
        "A shipyard at Nampo built a destroyer, inspectors reported.",
    );
    let library = Library::of(vec![
        ("mine", mine.clone()),
        (
            "nampo",
            report(
                "The shipyard at Nampo was seen to build another destroyer.",
                "A",
                2,
            ),
        ),
        ("korean", about_kim("ko", "김정은이 조선소를 현지지도했다.")),
        (
            "parliament",
            report("Parliament voted on the budget.", "A", 3),
        ),
        (
            "budget",
            report("The budget was reported on in parliament.", "A", 4),
        ),
    ]);
    let related = library.index.related(&mine, 5).expect("an answer");
    let names: Vec<_> = related
        .iter()
        .filter_map(|hit| library.documents.iter().find(|(_, key)| *key == hit.key))
        .map(|(name, _)| *name)
        .collect();
    assert_eq!(names[..2], ["nampo", "korean"], "{names:?}");
    assert!(!names.contains(&"mine"));
    assert!(!names.contains(&"parliament"));
}

#[test]
fn an_article_that_names_many_is_like_one_that_names_few_of_them() {
    let named: Vec<EntityId> = (0..16).map(|_| EntityId::new()).collect();
    let of = |text: &str, outlet: &str, entities: &[EntityId]| {
        let mut report = report(text, outlet, 1);
        report.facts.entities = entities.to_vec();
        report
    };
    let mine = of("Die Werft liegt am Fluss.", "A", &named);
    let mut documents = vec![
        ("mine", mine.clone()),
        ("names four", of("남포 조선소", "B", &named[..4])),
        ("names one", of("남포", "C", &named[..1])),
    ];
    documents.extend((0..60).map(|n| ("budget", report("Parliament sat.", "F", n))));
    let library = Library::of(documents);
    let related = library.index.related(&mine, 5).expect("an answer");
    let name = |key| library.documents.iter().find(|(_, known)| *known == key);
    let names: Vec<_> = related
        .iter()
        .filter_map(|hit| name(hit.key))
        .map(|(name, _)| *name)
        .collect();
    assert_eq!(names, ["names four"]);
}

#[test]
fn what_came_before_all_that_names_an_entity_is_related_by_another() {
    let named: Vec<EntityId> = (0..16).map(|_| EntityId::new()).collect();
    let of = |text: &str, entities: &[EntityId]| {
        let mut report = report(text, "A", 1);
        report.facts.entities = entities.to_vec();
        report
    };
    let mine = of("Die Werft liegt am Fluss.", &named);
    let mut documents = vec![
        (
            "names the last four",
            of("\u{b0a8}\u{d3ec} \u{c870}\u{c120}\u{c18c}", &named[12..]),
        ),
        ("mine", mine.clone()),
        ("names one", of("\u{b0a8}\u{d3ec}", &named[..1])),
    ];
    documents.extend((0..60).map(|n| ("budget", report("Parliament sat.", "F", n))));
    let library = Library::of(documents);
    let related = library.index.related(&mine, 5).expect("an answer");
    let first = library
        .documents
        .iter()
        .find(|(_, key)| related.first().is_some_and(|hit| hit.key == *key));
    assert_eq!(first.map(|(name, _)| *name), Some("names the last four"));
}

#[test]
fn copies_of_an_article_are_not_what_it_is_related_to() {
    let (group, other) = (WireGroupId::new(), WireGroupId::new());
    let text = "Inspectors said that the shipyard at Nampo had built a destroyer with missiles, \
                cranes and a new dock beside the river.";
    let copy = |outlet: &str, group: WireGroupId| {
        let mut copy = report(text, outlet, 1);
        copy.facts.group = Some(group);
        copy
    };
    let mine = copy("A", group);
    let mut documents = vec![
        ("mine", mine.clone()),
        ("copy", copy("B", group)),
        ("another copy", copy("C", group)),
        ("of another group", copy("D", other)),
        ("alone", report(text, "E", 2)),
    ];
    documents.extend((0..30).map(|n| ("budget", report("Parliament sat.", "F", n))));
    let library = Library::of(documents);
    let names = |limit| {
        let related = library.index.related(&mine, limit).expect("an answer");
        let name = |key| library.documents.iter().find(|(_, known)| *known == key);
        let mut names: Vec<_> = related.iter().filter_map(|hit| name(hit.key)).collect();
        names.sort_unstable_by_key(|(name, _)| *name);
        names.iter().map(|(name, _)| *name).collect::<Vec<_>>()
    };
    assert_eq!(names(5), ["alone", "of another group"]);
    assert_eq!(names(1).len(), 1);
}

#[test]
fn articles_are_counted_to_ten_thousand() {
    let library = Library::of(Vec::new());
    let put = |body: String| IndexChange::Put(report(&body, "A", 1));
    let documents = (0..10_050)
        .map(|n| put(format!("common {}", n % 7)))
        .collect();
    library.index.take_in(documents).expect("to be taken in");
    assert_eq!(library.search("common ").total, 0, "not before the commit");
    let rare = vec![
        put("common rarity".to_owned()),
        IndexChange::Put(entity("Common", &[])),
    ];
    library.index.take_in(rare).expect("to be taken in");
    library.index.commit(2).expect("to be committed");
    let found = library.search("common ");
    assert!(found.more);
    assert_eq!(found.by_kind.entities, 1, "few, and exact");
    assert!(found.by_kind.articles >= 9_999, "{:?}", found.by_kind);
    let phrase = library.search("\"common\" ");
    assert!(phrase.more, "a phrase is counted while it is ranked");
    assert_eq!(
        (phrase.by_kind.articles, phrase.by_kind.entities),
        (10_000, 1)
    );
    let counted = library.search("\"common 3\" ");
    assert_eq!((counted.total, counted.more), (1_436, false));
    assert!(!counted.hits.is_empty());
    let only_counted = SearchQuery {
        text: "\"common 3\"".to_owned(),
        limit: 0,
        ..SearchQuery::default()
    };
    let only_counted = library.index.search(&only_counted, &NoNames);
    assert_eq!(only_counted.expect("an answer").total, 1_436);
    assert_eq!(library.search("common rarity ").all_words, 1);
    let sorted = SearchQuery {
        text: "common".to_owned(),
        sort: Some(SearchSort::Newest),
        limit: 5,
        ..SearchQuery::default()
    };
    let sorted = library.index.search(&sorted, &NoNames).expect("an answer");
    assert_eq!(
        (sorted.total, sorted.more),
        (10_052, false),
        "sorting looks at all"
    );
}

#[test]
fn a_small_notebook_offers_nothing_rather_than_what_is_hardly_alike() {
    let mine = report(
        "Inspectors reported on Monday that a shipyard at Nampo had built a destroyer with \
         missiles, sailors, cranes and a new dock beside the river.",
        "A",
        1,
    );
    let library = Library::of(vec![
        ("mine", mine.clone()),
        (
            "budget",
            report("Parliament reported on the budget.", "A", 2),
        ),
        (
            "vote",
            report("A vote on the budget is due on Monday.", "A", 3),
        ),
        ("river", report("The river rose again.", "A", 4)),
        ("sailors", report("A film about sailors was shown.", "A", 5)),
        ("cranes", report("Cranes fly south in autumn.", "A", 6)),
    ]);
    let related = library.index.related(&mine, 5).expect("an answer");
    assert_eq!(related, [], "one shared word is no likeness");
}

#[test]
fn what_has_no_date_is_of_no_day_and_listed_by_its_import() {
    let mut undated = report("Missiles, said a page without a date.", "Bulletin", 0);
    undated.facts.imported = undated.published.map(|ms| ms + 200 * DAY);
    undated.published = None;
    let library = Library::of(vec![
        ("may", report("Missiles in May.", "Bulletin", 130)),
        ("undated", undated),
        ("december", report("Missiles in December.", "Bulletin", 340)),
    ]);
    for (sort, found) in [
        (SearchSort::Newest, ["december", "undated", "may"]),
        (SearchSort::Oldest, ["may", "undated", "december"]),
    ] {
        assert_eq!(sorted(&library, "missiles", sort), found);
    }
    for dates in ["after:2022", "before:2023", "on:2022-07"] {
        let found = sorted(&library, &format!("missiles {dates}"), SearchSort::Newest);
        assert!(!found.contains(&"undated"), "{dates}");
    }
    let facets = library.index.facets(&asking("missiles"), &NoNames);
    let facets = facets.expect("counts");
    assert_eq!(facets.kinds[0], 3);
    assert_eq!(facets.months.values().sum::<u32>(), 2);
}
