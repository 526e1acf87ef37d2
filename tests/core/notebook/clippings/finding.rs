//! Quotes in search and in lists, and what the text proposes of one.

use dragoman_core::Error;
use dragoman_core::domain::{
    ClippingFacts, ClippingQuery, ClippingScope, ClippingSort, EntityKind, Field, NameStrength,
    PrintedTime, QuoteType, Said, SearchQuery, TagRequest, TagScope, TagTarget,
};

use super::{PARAGRAPHS, clip, facts, found, get, listed, named, of, person, solidarity};
use crate::support::{bench, span_of};

#[test]
fn quotes_are_found_by_speaker_by_any_of_its_names() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let kim = person(&bench, "Kim Jong Un");
    let other = person(&bench, "김정은");
    let quote = solidarity(&bench, &article, &facts(of(other)));
    let words = clip(
        &bench,
        &article,
        span_of(&article, 0, "victory"),
        &facts(named("A spokesman")),
    );
    assert_eq!(found(&bench, "type:quote").len(), 2);
    assert_eq!(found(&bench, "speaker:김정은"), [quote.id]);
    assert_eq!(found(&bench, "speaker:spokesman"), [words.id]);
    assert!(found(&bench, "speaker:\"Kim Jong Un\"").is_empty());
    bench.notebook.entities().merge(kim, &[other]).unwrap();
    assert_eq!(found(&bench, "speaker:\"Kim Jong Un\""), [quote.id]);
    let query = ClippingQuery {
        speaker: Some(kim),
        ..ClippingQuery::default()
    };
    assert_eq!(listed(&bench, &query), [quote.id]);
    let shown = get(&bench, quote.id).quote.unwrap().speaker.unwrap();
    assert_eq!(
        (shown.entity, shown.name.as_str()),
        (Some(kim), "Kim Jong Un")
    );
    bench.notebook.entities().split(other).unwrap();
    assert!(listed(&bench, &query).is_empty());
    assert!(found(&bench, "speaker:\"Kim Jong Un\"").is_empty());
    // The article is found as one that has quotes.
    bench.notebook.finish_indexing().unwrap();
    let has = SearchQuery {
        text: "has:quote".into(),
        ..SearchQuery::default()
    };
    assert_eq!(bench.notebook.search(&has).unwrap().by_kind.articles, 1);
}

#[test]
fn a_renamed_speaker_and_outlet_are_what_quotes_are_found_by() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let kim = person(&bench, "Kim Jong Un");
    let quote = solidarity(&bench, &article, &facts(of(kim)));
    assert!(found(&bench, "Jongun solidarity in:Gazette").is_empty());
    bench.notebook.entities().rename(kim, "Jongun Kim").unwrap();
    let articles = bench.notebook.articles();
    articles
        .edit_field(article.id, Field::Outlet, Some("The Gazette".into()), None)
        .unwrap();
    assert_eq!(found(&bench, "Jongun in:Gazette"), [quote.id]);
    assert_eq!(
        bench.notebook.clippings().outlets().unwrap(),
        ["The Gazette"]
    );
}

#[test]
fn a_list_is_narrowed_and_sorted() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let other = bench.article("Answer", &["Ann Poe said the “reply” was late."]);
    let articles = bench.notebook.articles();
    articles
        .edit_field(other.id, Field::Outlet, Some("A Gazette".into()), None)
        .unwrap();
    let day = |iso: &str, speaker: &str| {
        let mut facts = facts(named(speaker));
        facts.quote.as_mut().unwrap().said = Some(Said {
            time: PrintedTime {
                iso: iso.into(),
                zone: None,
            },
            phrase: None,
        });
        facts
    };
    let first = solidarity(&bench, &article, &day("2021-01-01", "Beta"));
    let second = clip(
        &bench,
        &other,
        span_of(&other, 0, "reply"),
        &day("2022-01-01", "Alpha"),
    );
    let sorted = |sort| {
        let query = ClippingQuery {
            sort,
            ..ClippingQuery::default()
        };
        listed(&bench, &query)
    };
    let both = [second.id, first.id];
    assert_eq!(sorted(ClippingSort::Made), both);
    assert_eq!(sorted(ClippingSort::Said), both);
    assert_eq!(sorted(ClippingSort::Speaker), both);
    assert_eq!(sorted(ClippingSort::Outlet), both);
    let narrowed = |query: ClippingQuery| listed(&bench, &query);
    assert_eq!(
        narrowed(ClippingQuery {
            text: "SOLID".into(),
            ..ClippingQuery::default()
        }),
        [first.id]
    );
    assert_eq!(
        narrowed(ClippingQuery {
            outlet: Some("A Gazette".into()),
            ..ClippingQuery::default()
        }),
        [second.id]
    );
    bench.notebook.clippings().delete(&[first.id]).unwrap();
    assert_eq!(
        narrowed(ClippingQuery {
            scope: ClippingScope::Trash,
            ..ClippingQuery::default()
        }),
        [first.id]
    );
    bench.notebook.clippings().restore(&[first.id]).unwrap();
    assert_eq!(sorted(ClippingSort::Made), both);
}

#[test]
fn a_quote_is_about_whom_its_own_words_name() {
    let bench = bench();
    let moe = person(&bench, "Carl Moe");
    let entities = bench.notebook.entities();
    entities.add_name(moe, "Moe", NameStrength::Weak).unwrap();
    let text =
        "“Ann Poe was late as Moe was,” the harbour master said. Bob Roe answered for the port.";
    let article = bench.article("Answer", &[text]);
    let tag = |words: &str| {
        let request = TagRequest {
            article: article.id,
            span: span_of(&article, 0, words),
            target: TagTarget::New {
                kind: EntityKind::Person,
                name: words.into(),
            },
            scope: TagScope::Mention,
        };
        entities.tag(&request).unwrap().entity
    };
    let (poe, roe) = (tag("Ann Poe"), tag("Bob Roe"));
    let words = span_of(&article, 0, "Ann Poe was late as Moe was");
    let quote = clip(&bench, &article, words, &facts(named("The harbour master")));
    let about = |entity| {
        let query = ClippingQuery {
            about: Some(entity),
            ..ClippingQuery::default()
        };
        listed(&bench, &query)
    };
    assert_eq!(about(poe), [quote.id]);
    // Named in a later sentence of the paragraph.
    assert!(about(roe).is_empty());
    // Only suggested: nobody has said that it is him.
    assert!(about(moe).is_empty());
    entities.confirm(&[article.mentions[0].id]).unwrap();
    assert_eq!(about(moe), [quote.id]);
    // Who says the words is whom they are by.
    let clippings = bench.notebook.clippings();
    clippings.change(quote.id, &facts(of(poe))).unwrap();
    assert!(about(poe).is_empty());
}

#[test]
fn the_text_proposes_who_said_it_through_whom_and_when() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let articles = bench.notebook.articles();
    articles
        .edit_field(article.id, Field::Language, Some("en".into()), None)
        .unwrap();
    articles
        .edit_field(
            article.id,
            Field::Published,
            Some("2022-05-10".into()),
            None,
        )
        .unwrap();
    let tag = |block: usize, words: &str, kind: EntityKind, name: &str| {
        let request = TagRequest {
            article: article.id,
            span: span_of(&article, block, words),
            target: TagTarget::New {
                kind,
                name: name.into(),
            },
            scope: TagScope::Mention,
        };
        bench.notebook.entities().tag(&request).unwrap().entity
    };
    let kim = tag(2, "Mr Jong Un", EntityKind::Person, "Kim Jong Un");
    let agency = "Korean Central News Agency";
    let kcna = tag(1, agency, EntityKind::Organisation, agency);
    let span = span_of(&article, 2, "firm solidarity");
    let found = bench
        .notebook
        .clippings()
        .propose(article.id, span)
        .unwrap();
    let speaker = found.speaker.unwrap();
    assert_eq!(
        (speaker.entity, speaker.name.as_str()),
        (Some(kim), "Kim Jong Un")
    );
    assert_eq!(
        (speaker.words.as_str(), speaker.guessed),
        ("Mr Jong Un", false)
    );
    let via = found.via.unwrap();
    assert_eq!(
        (via.entity, via.words.as_str(), via.guessed),
        (Some(kcna), "", true)
    );
    let said = found.said.unwrap();
    assert_eq!(said.time.iso, "2022-05-09");
    assert_eq!(said.phrase.as_deref(), Some("in Monday's message"));
    assert_eq!(found.quote_type, QuoteType::Partial);
}

#[test]
fn highlights_are_found_by_what_a_person_wrote_beside_them() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let quote = solidarity(&bench, &article, &facts(named("A spokesman")));
    let marked = |words: &str, comment: &str| {
        let facts = ClippingFacts {
            comment: comment.into(),
            ..ClippingFacts::default()
        };
        clip(&bench, &article, span_of(&article, 0, words), &facts)
    };
    let plain = marked("victory", "");
    let said = marked("praised", "Ask the harbour master.");
    assert_eq!(found(&bench, "harbour"), [said.id]);
    assert_eq!(found(&bench, "type:highlight"), [said.id]);
    let mut both = found(&bench, "type:quote");
    both.sort_unstable();
    assert_eq!(both, [quote.id, said.id]);
    let health = bench.notebook.index_health().unwrap();
    assert_eq!((health.covered.quotes, health.kept.quotes), (2, 2));

    // With a comment of its own it is found, and without one no longer.
    let clippings = bench.notebook.clippings();
    let comment = |comment: &str| ClippingFacts {
        comment: comment.into(),
        ..ClippingFacts::default()
    };
    clippings.change(plain.id, &comment("Which one?")).unwrap();
    assert_eq!(found(&bench, "type:highlight").len(), 2);
    clippings.change(plain.id, &comment("")).unwrap();
    assert_eq!(found(&bench, "type:highlight"), [said.id]);

    // It is seen with its article; a quote stays.
    let articles = bench.notebook.articles();
    articles.delete(&[article.id]).unwrap();
    assert_eq!(found(&bench, "type:quote"), [quote.id]);
    articles.restore(&[article.id]).unwrap();
    assert_eq!(found(&bench, "type:highlight"), [said.id]);
}

#[test]
fn a_list_of_quotes_is_narrowed_to_the_days_on_which_they_were_said() {
    let bench = bench();
    let article = bench.article("Message", PARAGRAPHS);
    let quote = |words: &str, iso: &str| {
        let mut facts = facts(named("A spokesman"));
        facts.quote.as_mut().unwrap().said = Some(Said {
            time: PrintedTime {
                iso: iso.into(),
                zone: None,
            },
            phrase: None,
        });
        clip(&bench, &article, span_of(&article, 0, words), &facts).id
    };
    let may = quote("victory", "2022-05-09");
    let june = quote("praised", "2022-06");
    let between = |from: Option<&str>, until: Option<&str>| ClippingQuery {
        from: from.map(Into::into),
        until: until.map(Into::into),
        sort: ClippingSort::Said,
        ..ClippingQuery::default()
    };
    assert_eq!(
        listed(&bench, &between(Some("2022"), Some("2022"))),
        [june, may]
    );
    assert_eq!(listed(&bench, &between(Some("2022-05-10"), None)), [june]);
    assert_eq!(listed(&bench, &between(None, Some("2022-05"))), [may]);
    assert_eq!(listed(&bench, &between(None, Some("2022-05-09"))), [may]);
    assert!(listed(&bench, &between(None, Some("2022-05-08"))).is_empty());
    let wrong = bench
        .notebook
        .clippings()
        .list(&between(Some("May"), None), 0, 10);
    assert!(matches!(wrong, Err(Error::InvalidInput { .. })));
}
