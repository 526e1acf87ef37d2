//! Tagging by hand, and known names in new articles.

use dragoman_core::domain::{
    Article, EntityId, EntityKind, MentionStatus, NameStrength, TagRequest, TagScope, TagTarget,
};

use crate::support::{Bench, bench, span_of};

const PARAGRAPHS: &[&str] = &[
    "North Korean leader Kim Jong Un met officials.",
    "Analysts said Kim Jong-un was well. Kim Jong Un smiled.",
    "Mr Jong Un left early.",
];

fn tag(
    bench: &Bench,
    words: &str,
    block: usize,
    scope: TagScope,
) -> (
    dragoman_core::domain::Article,
    dragoman_core::domain::TagOutcome,
) {
    let article = bench.article("Meeting", PARAGRAPHS);
    let outcome = bench
        .notebook
        .entities()
        .tag(&TagRequest {
            article: article.id,
            span: span_of(&article, block, words),
            target: TagTarget::New {
                kind: EntityKind::Person,
                name: "Kim Jong Un".into(),
            },
            scope,
        })
        .unwrap();
    (bench.get(article.id), outcome)
}

#[test]
fn one_mention_is_one_mention() {
    let bench = bench();
    let (article, outcome) = tag(&bench, "Kim Jong Un", 0, TagScope::Mention);
    assert!(outcome.created);
    assert_eq!(outcome.added, 1);
    assert_eq!(article.mentions.len(), 1);
    assert_eq!(article.mentions[0].anchor.exact, "Kim Jong Un");
    assert_eq!(article.mentions[0].anchor.prefix, "North Korean leader ");
}

#[test]
fn all_in_this_article_covers_other_spellings_of_the_same_words() {
    let bench = bench();
    let (article, outcome) = tag(&bench, "Kim Jong Un", 0, TagScope::Article);
    assert_eq!(outcome.added, 3);
    let exact: Vec<&str> = article
        .mentions
        .iter()
        .map(|m| m.anchor.exact.as_str())
        .collect();
    assert_eq!(exact, ["Kim Jong Un", "Kim Jong-un", "Kim Jong Un"]);
    assert_eq!(article.entities[0].count, 3);
}

#[test]
fn what_is_suggested_beside_a_tag_is_not_counted_as_tagged() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let poe = entities.create(EntityKind::Person, "Ann Poe").unwrap().id;
    let roe = entities.create(EntityKind::Person, "Bob Roe").unwrap().id;
    entities.add_name(poe, "Poe", NameStrength::Weak).unwrap();
    entities.add_name(roe, "Roe", NameStrength::Weak).unwrap();
    let article = bench.article(
        "Port",
        &["Ann Poe spoke.", "Poe and Roe left. Roe is back."],
    );
    let chips = |article: &Article| -> Vec<(EntityId, u32, bool)> {
        let chips = article.entities.iter();
        chips
            .map(|chip| (chip.id, chip.count, chip.suggested))
            .collect()
    };
    assert_eq!(chips(&article), [(poe, 1, false), (roe, 2, true)]);
    let suggested = article
        .mentions
        .iter()
        .find(|one| one.anchor.exact == "Poe");
    entities.confirm(&[suggested.unwrap().id]).unwrap();
    let article = bench.get(article.id);
    assert_eq!(chips(&article), [(poe, 2, false), (roe, 2, true)]);
}

#[test]
fn always_makes_the_words_a_name_that_suggests_elsewhere() {
    let bench = bench();
    let other = bench.article("Earlier", &["Mr Jong Un spoke on Monday."]);
    let (_, outcome) = tag(&bench, "Mr Jong Un", 2, TagScope::Always);
    bench.notebook.finish_matching();
    let found = bench.get(other.id).mentions;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].entity, outcome.entity);
    assert_eq!(found[0].status, MentionStatus::Suggested);
}

#[test]
fn known_names_are_found_in_every_new_import() {
    let bench = bench();
    let entity = bench
        .notebook
        .entities()
        .create(EntityKind::Person, "Vladimir Putin")
        .unwrap();
    let entities = bench.notebook.entities();
    entities
        .add_name(entity.id, "Путин", NameStrength::Strong)
        .unwrap();
    let article = bench.article(
        "Parade",
        &[
            "Vladimir Putin’s speech.",
            "Речь Путина на параде.",
            "путины не ловили",
        ],
    );
    let exact: Vec<&str> = article
        .mentions
        .iter()
        .map(|m| m.anchor.exact.as_str())
        .collect();
    assert_eq!(exact, ["Vladimir Putin", "Путина"]);
    assert!(
        article
            .mentions
            .iter()
            .all(|m| m.status == MentionStatus::Confirmed)
    );
    assert_eq!(entities.get(entity.id).unwrap().articles, 1);
}

#[test]
fn a_name_that_two_share_is_only_suggested() {
    let bench = bench();
    for _ in 0..2 {
        bench
            .notebook
            .entities()
            .create(EntityKind::Place, "Georgia")
            .unwrap();
    }
    let article = bench.article("Trip", &["He flew to Georgia."]);
    assert_eq!(article.mentions.len(), 2);
    assert!(
        article
            .mentions
            .iter()
            .all(|m| m.status == MentionStatus::Suggested)
    );
}

#[test]
fn what_a_person_rejected_is_not_found_again() {
    let bench = bench();
    let entity = bench
        .notebook
        .entities()
        .create(EntityKind::Place, "Jordan")
        .unwrap();
    let article = bench.article("Court", &["Jordan scored."]);
    let id = article.mentions[0].id;
    bench.notebook.entities().reject(&[id]).unwrap();
    bench
        .notebook
        .entities()
        .add_name(entity.id, "JORDAN", NameStrength::Strong)
        .unwrap();
    bench.notebook.finish_matching();
    let article = bench.get(article.id);
    assert!(article.entities.is_empty());
    assert_eq!(article.mentions.len(), 1);
    assert_eq!(article.mentions[0].status, MentionStatus::Rejected);
}

#[test]
fn a_selection_outside_the_text_is_refused() {
    let bench = bench();
    let article = bench.article("Short", &["Words."]);
    let mut span = span_of(&article, 0, "Words");
    span.end = 400;
    let outcome = bench.notebook.entities().tag(&TagRequest {
        article: article.id,
        span,
        target: TagTarget::New {
            kind: EntityKind::Event,
            name: "Words".into(),
        },
        scope: TagScope::Mention,
    });
    assert_eq!(
        outcome.unwrap_err().code(),
        dragoman_core::ErrorCode::InvalidInput
    );
    assert_eq!(bench.notebook.counts().unwrap().entities, 0);
}

#[test]
fn a_longer_name_added_later_takes_over_from_a_name_inside_it() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let country = EntityKind::Place;
    let south = entities.create(country, "Korea").unwrap();
    let article = bench.article("One", &["North Korea and Korea."]);
    let north = entities.create(country, "North Korea").unwrap();
    bench.notebook.finish_matching();
    let named: Vec<_> = bench
        .get(article.id)
        .mentions
        .iter()
        .map(|mention| (mention.entity, mention.anchor.exact.clone()))
        .collect();
    assert_eq!(
        named,
        [
            (north.id, "North Korea".to_owned()),
            (south.id, "Korea".to_owned())
        ]
    );
}

#[test]
fn a_name_added_while_articles_come_in_is_found_in_all_of_them() {
    let bench = bench();
    let notebook = bench.notebook.clone();
    let adding = std::thread::spawn(move || {
        let entity = notebook
            .entities()
            .create(EntityKind::Person, "Unseen")
            .unwrap();
        for n in 0..40 {
            notebook
                .entities()
                .add_name(entity.id, &format!("Zorro{n}"), NameStrength::Strong)
                .unwrap();
        }
        entity.id
    });
    let all: Vec<String> = (0..40).map(|n| format!("Zorro{n}")).collect();
    let ids: Vec<_> = (0..40)
        .map(|n| {
            bench
                .article(&format!("Story {n}"), &[&all.join(" and ")])
                .id
        })
        .collect();
    adding.join().unwrap();
    bench.notebook.finish_matching();
    for id in ids {
        assert_eq!(bench.get(id).mentions.len(), 40);
    }
}

#[test]
fn a_word_that_stands_thousands_of_times_is_tagged_in_one_step() {
    let bench = bench();
    let article = bench.article("One", &[&"Kim spoke. ".repeat(3000)]);
    let tag = |target| {
        let request = TagRequest {
            article: article.id,
            span: span_of(&article, 0, "Kim"),
            target,
            scope: TagScope::Article,
        };
        bench.notebook.entities().tag(&request).unwrap()
    };
    let outcome = tag(TagTarget::New {
        kind: EntityKind::Person,
        name: "Kim".into(),
    });
    assert_eq!(outcome.added, 3000);
    // Each place once, however often it is asked for.
    let known = TagTarget::Known { id: outcome.entity };
    assert_eq!(tag(known).added, 0);
    assert_eq!(bench.get(article.id).mentions.len(), 3000);
    bench.notebook.undo(None).unwrap();
    bench.notebook.undo(None).unwrap();
    assert!(bench.get(article.id).mentions.is_empty());
}

#[test]
fn an_entity_in_the_trash_takes_no_tags() {
    let bench = bench();
    let entity = bench
        .notebook
        .entities()
        .create(EntityKind::Person, "Somebody")
        .unwrap();
    bench.notebook.entities().delete(entity.id).unwrap();
    let article = bench.article("Short", &["Words."]);
    let outcome = bench.notebook.entities().tag(&TagRequest {
        article: article.id,
        span: span_of(&article, 0, "Words"),
        target: TagTarget::Known { id: entity.id },
        scope: TagScope::Mention,
    });
    assert_eq!(
        outcome.unwrap_err().code(),
        dragoman_core::ErrorCode::NotFound
    );
}

#[test]
fn articles_without_a_date_are_in_no_month() {
    let bench = bench();
    let entity = bench
        .notebook
        .entities()
        .create(EntityKind::Place, "Rason")
        .unwrap();
    bench.article("Undated", &["In Rason."]);
    let line = serde_json::json!({"title": "Dated", "text": "Rason again.",
        "published": "2022-05-10"});
    let path = bench.file("dated.jsonl", line.to_string());
    bench
        .notebook
        .imports()
        .run_ready(&path, &dragoman_core::CancelToken::new(), &mut |_| {})
        .unwrap();
    let entity = bench.notebook.entities().get(entity.id).unwrap();
    assert_eq!(entity.articles, 2);
    assert_eq!(entity.months.len(), 1);
    assert_eq!(entity.months[0].month, "2022-05");
}

#[test]
fn a_name_rejected_in_three_articles_only_suggests_from_then_on() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let jordan = entities.create(EntityKind::Place, "Jordan").unwrap();
    let strength = || entities.get(jordan.id).unwrap().names[0].strength;
    for n in 0..3 {
        assert_eq!(strength(), NameStrength::Strong);
        let article = bench.article(&format!("Court {n}"), &["Jordan scored. Jordan won."]);
        let ids: Vec<_> = article.mentions.iter().map(|mention| mention.id).collect();
        entities.reject(&ids).unwrap();
    }
    assert_eq!(strength(), NameStrength::Weak);
    bench.notebook.undo(None).unwrap();
    assert_eq!(strength(), NameStrength::Strong);
    let last = bench.article("Next", &["Jordan lost."]);
    assert_eq!(last.mentions[0].status, MentionStatus::Confirmed);
}
