//! Kind and words are mended; what is tagged by other means is no more proposed.

use super::*;

#[test]
fn kind_and_words_are_mended_and_put_back() {
    let bench = reading();
    let article = bench.read("One", &["Central News Agency and Central News Agency."]);
    let proposals = bench.notebook.proposals();
    let news = proposed(&article, "Central News");
    let from = news.spans[0].span;
    let to = Span {
        end: from.end + 7,
        ..from
    };
    proposals.set_span(news.id, from, to).unwrap();
    let mended = bench.get(article.id);
    let agency = proposed(&mended, "Central News Agency");
    let words: Vec<&str> = agency
        .spans
        .iter()
        .map(|place| place.words.as_str())
        .collect();
    assert_eq!(words, ["Central News Agency", "Central News Agency"]);
    proposals
        .set_kind(&these(&[agency]), EntityKind::Event)
        .unwrap();
    assert_eq!(bench.get(article.id).proposals[0].kind, EntityKind::Event);
    bench.accept(&[agency]);
    assert_eq!(bench.get(article.id).mentions[0].kind, EntityKind::Event);
    bench.undo();
    bench.undo();
    assert_eq!(bench.get(article.id).proposals, mended.proposals);
    bench.undo();
    assert_eq!(bench.get(article.id).proposals, article.proposals);
    let outside = Span { end: 4_000, ..from };
    assert!(proposals.set_span(news.id, from, outside).is_err());
}

#[test]
fn what_is_tagged_by_hand_is_no_more_proposed_until_that_is_undone() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    let tag = TagRequest {
        article: article.id,
        span: span_of(&article, 1, "Central News Agency"),
        target: TagTarget::New {
            kind: EntityKind::Organisation,
            name: "KCNA".into(),
        },
        scope: TagScope::Mention,
    };
    bench.notebook.entities().tag(&tag).unwrap();
    assert_eq!(
        names(&bench.get(article.id)),
        ["North Korea", "Kim Jong Un"]
    );
    assert_eq!(bench.review().len(), 2);
    bench.undo();
    assert_eq!(bench.get(article.id).proposals, article.proposals);
}

#[test]
fn a_name_of_a_kept_entity_is_not_cut_off_from_it_by_another_kind() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let kim = entities.create(EntityKind::Person, "Kim Jong Un").unwrap();
    let reader = Box::new(ByHeart(vec![(
        "Leader",
        EntityKind::Person,
        ProposedAs::Kept(kim.id),
        &[],
    )]));
    let proposals = bench.notebook.proposals();
    proposals.start(reader, Arc::new(Countries));
    let article = bench.read("One", &["The Leader spoke."]);
    let key = proposals.groups(0, 1).unwrap().rows[0].key.clone();
    let group = ProposalsMeant::Groups { keys: vec![key] };
    for which in [group, these(&[&article.proposals[0]])] {
        assert!(proposals.set_kind(&which, EntityKind::Place).is_err());
    }
    assert_eq!(bench.get(article.id).proposals, article.proposals);
}

#[test]
fn a_decision_gives_the_step_that_takes_it_back() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    let proposals = bench.notebook.proposals();
    let news = these(&[proposed(&article, "Central News")]);
    let rejected = proposals.reject(&news).unwrap();
    assert_eq!(bench.notebook.undo_peek().unwrap(), Some(rejected.clone()));
    let request = AcceptProposals {
        which: these(&[proposed(&article, "Kim Jong Un")]),
        to: None,
        as_new: false,
        only: None,
    };
    let accepted = proposals.accept(&request).unwrap().step;
    assert_eq!(bench.notebook.undo_peek().unwrap(), Some(accepted.clone()));
    assert_ne!(accepted.id, rejected.id);
}
