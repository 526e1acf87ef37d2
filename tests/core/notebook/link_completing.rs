//! What `[[` offers where thousands go on from what was typed, and quotes among it.

use dragoman_core::CancelToken;
use dragoman_core::domain::{
    ClippingFacts, EntityKind, LinkCandidate, LinkTarget, NewClipping, NewParty, NewQuote,
};

use crate::support::{Bench, bench, span_of, words_at};

/// More than are all looked at for one word.
const MANY: usize = 2_500;

/// People who all share a word, and some who do not.
fn crowd() -> Bench {
    let bench = bench();
    let mut csv = String::from("name\n");
    for n in 0..MANY {
        csv.push_str(&format!("Envoy {n} of Aldport\n"));
    }
    csv.push_str("Envoy\nThe envoy’s aide\nAldport\n");
    let entities = bench.notebook.entities();
    let cancel = CancelToken::new();
    let done = entities.import_list(&csv, EntityKind::Person, true, &cancel, &mut |_| {});
    assert_eq!(done.unwrap().made as usize, MANY + 3);
    bench
}

fn offered(bench: &Bench, typed: &str) -> Vec<LinkCandidate> {
    bench.notebook.notes().complete_link(typed, 24).unwrap()
}

fn titles(bench: &Bench, typed: &str) -> Vec<String> {
    let offered = offered(bench, typed);
    offered.into_iter().map(|one| one.title).collect()
}

#[test]
fn of_a_word_that_thousands_share_the_exact_name_comes_first() {
    let bench = crowd();
    for (typed, first) in [("envoy", "Envoy"), ("aldport", "Aldport")] {
        let found = titles(&bench, typed);
        assert_eq!(found[0], first);
        assert_eq!(found.len(), 24);
        assert!(found.iter().all(|name| name.to_lowercase().contains(typed)));
    }
    // Names that start with it come before those that only have it.
    let found = titles(&bench, "e");
    assert!(
        found.iter().all(|name| name.starts_with("Envoy")),
        "{found:?}"
    );
}

#[test]
fn one_that_articles_name_comes_before_thousands_that_none_names() {
    let bench = crowd();
    bench.article(
        "Talks",
        &["Then envoy 2017 of Aldport spoke, and Envoy 2017 of Aldport left."],
    );
    bench.article("Talks again", &["Envoy 2017 of Aldport was there."]);
    assert_eq!(titles(&bench, "envoy ")[1], "Envoy 2017 of Aldport");
    assert_eq!(titles(&bench, "en")[0], "Envoy 2017 of Aldport");
}

#[test]
fn the_rarest_word_finds_what_the_others_share_with_thousands() {
    let bench = crowd();
    assert_eq!(titles(&bench, "envoy 2421"), ["Envoy 2421 of Aldport"]);
    assert_eq!(
        titles(&bench, "envoy 2421 of ald"),
        ["Envoy 2421 of Aldport"]
    );
    assert_eq!(titles(&bench, "envoy’s ai"), ["The envoy’s aide"]);
    assert_eq!(titles(&bench, "envoy nobody"), [""; 0]);
    let found = titles(&bench, "envoy 24");
    assert!(
        found.iter().all(|name| name.starts_with("Envoy 24")),
        "{found:?}"
    );
    assert_eq!(found.len(), 24);
}

#[test]
fn a_note_called_exactly_so_comes_before_later_ones() {
    let bench = bench();
    let notes = bench.notebook.notes();
    let exact = notes.create("Harbour", "## Berths\n").unwrap();
    for n in 0..30 {
        notes.create(&format!("Harbour {n}"), "").unwrap();
    }
    let found = titles(&bench, "harbour");
    assert_eq!(found[0], "Harbour");
    // Several may be made in one millisecond.
    assert!(found[1].starts_with("Harbour 2"), "{found:?}");
    let passages = notes.complete_passage("Harbour", "", None, 8).unwrap();
    assert_eq!(passages[0].target, LinkTarget::Note { id: exact.id });
}

#[test]
fn a_note_is_offered_among_more_than_are_looked_at() {
    let bench = bench();
    let notes = bench.notebook.notes();
    for n in 0..1_010 {
        notes.create(&format!("Daily {n}"), "").unwrap();
    }
    let found = titles(&bench, "dai");
    assert_eq!(found.len(), 24);
    // Those edited last; several may be made in one millisecond.
    let number = |title: &String| title["Daily ".len()..].parse::<u32>().unwrap();
    assert!(
        found.iter().all(|title| number(title) >= 1_010 - 30),
        "{found:?}"
    );
    let found = titles(&bench, "daily 3");
    assert_eq!(found[0], "Daily 3");
    assert!((390..400).contains(&number(&found[1])), "{found:?}");
}

#[test]
fn an_article_is_offered_that_has_all_words_in_its_title() {
    let bench = bench();
    bench.article("Eleven clothing brands of 2026", &["Words."]);
    bench.article(
        "Война в Украине",
        &["Министры обеих стран встретились в понедельник и говорили о переправе через реку."],
    );
    bench.notebook.finish_indexing().unwrap();
    // Another form of a word is the word.
    for typed in ["clothing bra", "brand clothing", "brands 2026"] {
        assert_eq!(titles(&bench, typed), ["Eleven clothing brands of 2026"]);
    }
    assert_eq!(titles(&bench, "войну в Украине"), ["Война в Украине"]);
    for typed in ["Brand new note", "clothing 3", "войну в Сирии"] {
        assert_eq!(titles(&bench, typed), [""; 0], "{typed}");
    }
}

#[test]
fn what_is_called_exactly_so_comes_first_of_whatever_sort_it_is() {
    let bench = bench();
    let entities = bench.notebook.entities();
    entities.create(EntityKind::Place, "Harbour Point").unwrap();
    bench.notebook.notes().create("Harbour", "").unwrap();
    assert_eq!(titles(&bench, "harbour"), ["Harbour", "Harbour Point"]);
}

#[test]
fn quotes_are_offered_by_their_words_and_their_speaker() {
    let bench = bench();
    let kim = bench
        .notebook
        .entities()
        .create(EntityKind::Person, "Kim Jong Un")
        .unwrap();
    let article = bench.article(
        "Message",
        &["He confirmed the “firm solidarity” with Russia."],
    );
    let new = NewClipping {
        article: article.id,
        words: vec![words_at(&article, span_of(&article, 0, "firm solidarity"))],
        facts: ClippingFacts {
            quote: Some(NewQuote {
                speaker: Some(NewParty {
                    entity: Some(kim.id),
                    ..NewParty::default()
                }),
                ..NewQuote::default()
            }),
            ..ClippingFacts::default()
        },
    };
    let quote = bench.notebook.clippings().clip(&new).unwrap().remove(0);
    bench.notebook.finish_indexing().unwrap();
    for typed in ["firm sol", "solidarity", "Kim Jong"] {
        let found = offered(&bench, typed);
        let target = LinkTarget::Quote { id: quote.id };
        let one = found.iter().find(|one| one.target == target);
        let one = one.unwrap_or_else(|| panic!("{typed}: {found:?}"));
        assert_eq!(one.title, "firm solidarity");
        assert_eq!(one.detail.as_deref(), Some("Kim Jong Un"));
    }
    bench.notebook.clippings().delete(&[quote.id]).unwrap();
    bench.notebook.finish_indexing().unwrap();
    assert!(offered(&bench, "firm sol").is_empty());
}

#[test]
fn a_note_called_exactly_so_is_offered_among_thousands_that_go_on() {
    let bench = bench();
    let notes = bench.notebook.notes();
    for title in ["Meeting", "Встреча"] {
        notes.create(title, "# Agenda\n\nFirst of all.").unwrap();
    }
    for n in 0..MANY {
        notes.create(&format!("Meeting {n}, встреча"), "").unwrap();
    }
    for (typed, title) in [("meeting", "Meeting"), ("встреча", "Встреча")] {
        let found = titles(&bench, typed);
        assert_eq!((found[0].as_str(), found.len()), (title, 24));
    }
    let within = notes.complete_passage("Meeting", "", None, 24).unwrap();
    assert_eq!(within.len(), 1);
}
