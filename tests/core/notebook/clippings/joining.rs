//! Quotes whose speaker was typed as words, and whom an entity is found for later.

use dragoman_core::domain::{NameStrength, TagRequest, TagScope, TagTarget};

use super::*;

const TALKS: &[&str] = &[
    "Antony Blinken met Ben Roe in Bonn.",
    "“We will not give way to anybody,” Blinken told reporters on Monday.",
];

fn quoted(bench: &Bench, article: &Article, speaker: &str) -> Clipping {
    let span = span_of(article, 1, "We will not give way to anybody");
    clip(bench, article, span, &facts(named(speaker)))
}

fn speaker(bench: &Bench, id: ClippingId) -> (Option<EntityId>, String) {
    let party = get(bench, id).quote.unwrap().speaker.unwrap();
    (party.entity, party.name)
}

fn tag(bench: &Bench, article: &Article, block: usize, words: &str, target: TagTarget) -> EntityId {
    let request = TagRequest {
        article: article.id,
        span: span_of(article, block, words),
        target,
        scope: TagScope::Mention,
    };
    bench.notebook.entities().tag(&request).unwrap().entity
}

fn new(name: &str) -> TagTarget {
    TagTarget::New {
        kind: EntityKind::Person,
        name: name.into(),
    }
}

#[test]
fn a_quote_of_plain_words_is_the_persons_once_they_are_tagged() {
    let bench = bench();
    let article = bench.article("Talks", TALKS);
    let made = quoted(&bench, &article, "Blinken");
    let other = quoted(&bench, &article, "the spokesman for Blinken");
    let namesake = quoted(&bench, &article, "Evan Blinken");
    let blinken = tag(&bench, &article, 0, "Antony Blinken", new("Antony Blinken"));
    assert_eq!(speaker(&bench, namesake.id).0, None);
    assert_eq!(
        speaker(&bench, made.id),
        (Some(blinken), "Antony Blinken".into())
    );
    assert_eq!(
        speaker(&bench, other.id),
        (None, "the spokesman for Blinken".into())
    );
    let by = ClippingQuery {
        speaker: Some(blinken),
        ..ClippingQuery::default()
    };
    assert_eq!(listed(&bench, &by), [made.id]);
    assert_eq!(found(&bench, "speaker:\"Antony Blinken\""), [made.id]);
    // With the step that named them, and only what nobody changed since.
    assert_eq!(undo(&bench), UndoAction::Tag);
    assert_eq!(speaker(&bench, made.id), (None, "Blinken".into()));
}

#[test]
fn what_a_person_said_since_stays_when_the_step_is_taken_back() {
    let bench = bench();
    let article = bench.article("Talks", TALKS);
    let made = quoted(&bench, &article, "Blinken");
    let roe = person(&bench, "Ben Roe");
    tag(&bench, &article, 0, "Antony Blinken", new("Antony Blinken"));
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    let changed = facts(of(roe));
    bench
        .notebook
        .clippings()
        .change(made.id, &changed)
        .unwrap();
    bench.notebook.undo(Some(step.id)).unwrap();
    assert_eq!(speaker(&bench, made.id).0, Some(roe));
}

#[test]
fn words_that_two_go_by_stay_words_unless_the_sentence_says_whose_they_are() {
    let bench = bench();
    let article = bench.article(
        "Family",
        &[
            "Ann Poe met Ben Poe.",
            "The bridge is “quite safe” now.",
            "“We will not give way to anybody,” Ben Poe told reporters.",
        ],
    );
    tag(&bench, &article, 0, "Ann Poe", new("Ann Poe"));
    let told = span_of(&article, 2, "We will not give way to anybody");
    let early = clip(&bench, &article, told, &facts(named("Poe")));
    let ben = tag(&bench, &article, 0, "Ben Poe", new("Ben Poe"));
    let unclear = span_of(&article, 1, "quite safe");
    let unclear = clip(&bench, &article, unclear, &facts(named("Poe")));
    let entities = bench.notebook.entities();
    entities
        .add_name(ben, "Benjamin Poe", NameStrength::Strong)
        .unwrap();
    assert_eq!(speaker(&bench, early.id).0, Some(ben));
    assert_eq!(speaker(&bench, unclear.id), (None, "Poe".into()));
}

#[test]
fn a_name_that_is_added_and_a_merge_join_quotes_and_part_them_again() {
    let bench = bench();
    let article = bench.article("Talks", TALKS);
    let made = quoted(&bench, &article, "Antony Blinken");
    let secretary = person(&bench, "The Secretary");
    let entities = bench.notebook.entities();
    let strong = NameStrength::Strong;
    entities
        .add_name(secretary, "Antony Blinken", strong)
        .unwrap();
    assert_eq!(speaker(&bench, made.id).0, Some(secretary));
    undo(&bench);
    assert_eq!(speaker(&bench, made.id), (None, "Antony Blinken".into()));
    let other = person(&bench, "Antony Blinken");
    entities.merge(secretary, &[other]).unwrap();
    assert_eq!(speaker(&bench, made.id).0, Some(secretary));
    assert_eq!(undo(&bench), UndoAction::MergeEntities);
    assert_eq!(speaker(&bench, made.id), (None, "Antony Blinken".into()));
    // As far as undo goes, redo goes, too.
    let again = bench.notebook.redo().unwrap().unwrap();
    assert_eq!(again.action, UndoAction::MergeEntities);
    assert_eq!(
        speaker(&bench, made.id),
        (Some(secretary), "The Secretary".into())
    );
    undo(&bench);
    assert_eq!(speaker(&bench, made.id), (None, "Antony Blinken".into()));
}

#[test]
fn parting_leaves_a_quote_as_it_was_before_it_was_joined() {
    let bench = bench();
    let article = bench.article("Talks", TALKS);
    let made = quoted(&bench, &article, "Blinken");
    let before = get(&bench, made.id).quote;
    tag(&bench, &article, 0, "Antony Blinken", new("Antony Blinken"));
    assert_ne!(get(&bench, made.id).quote, before);
    undo(&bench);
    assert_eq!(get(&bench, made.id).quote, before);
}

#[test]
fn an_outlet_that_gets_its_name_has_the_quotes_that_it_passed_on() {
    let bench = bench();
    let text = "“We will not give way to anybody,” Ben Roe told CNN on Monday.";
    let article = bench.article("Talks", &[text]);
    let span = span_of(&article, 0, "We will not give way to anybody");
    let mut told = facts(named("Ben Roe"));
    if let Some(quote) = told.quote.as_mut() {
        quote.via = Some(named("CNN"));
    }
    let made = clip(&bench, &article, span, &told);
    let entities = bench.notebook.entities();
    let kind = EntityKind::Organisation;
    let outlet = entities.create(kind, "Cable News Network").unwrap().id;
    entities
        .add_name(outlet, "CNN", NameStrength::Strong)
        .unwrap();
    let via = get(&bench, made.id).quote.unwrap().via.unwrap();
    assert_eq!(via.entity, Some(outlet));
}
