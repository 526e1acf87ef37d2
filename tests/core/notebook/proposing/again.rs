//! Decisions that were taken back are done again.

use super::*;

/// Takes the last decision back, opens the notebook anew and decides again.
fn back_and_forth(bench: Bench, action: UndoAction) -> Bench {
    assert_eq!(bench.undo(), action);
    let bench = start(bench.reopen());
    let again = bench.notebook.redo().unwrap().unwrap();
    bench.settle();
    assert_eq!(again.action, action);
    assert_eq!(bench.notebook.undo_peek().unwrap().unwrap(), again);
    assert!(bench.notebook.redo_peek().unwrap().is_none());
    bench
}

#[test]
fn an_acceptance_is_done_again_with_its_entity_and_names_here_and_elsewhere() {
    let bench = reading();
    let other = bench.read("Other", PARAGRAPHS);
    let article = bench.read("One", PARAGRAPHS);
    bench.accept(&[
        proposed(&article, "North Korea"),
        proposed(&article, "Kim Jong Un"),
    ]);
    let (accepted, elsewhere) = (bench.get(article.id), bench.get(other.id));
    let entities = bench.notebook.entities();
    let kept = entities.list(&Default::default(), 0, 10).unwrap().rows;
    assert_eq!(kept.len(), 2);
    let names_of = |bench: &Bench| -> Vec<_> {
        let entities = bench.notebook.entities();
        let all = kept.iter().map(|one| entities.get(one.id).unwrap().names);
        all.collect()
    };
    let names_before = names_of(&bench);
    let mut bench = bench;
    for _ in 0..2 {
        bench = back_and_forth(bench, UndoAction::AcceptProposals);
        let now = bench.get(article.id);
        assert_eq!(now.proposals, accepted.proposals);
        assert_eq!(now.entities, accepted.entities);
        assert_eq!(tagged(&now), tagged(&accepted));
        assert_eq!(tagged(&bench.get(other.id)), tagged(&elsewhere));
        let names_now = names_of(&bench);
        for (before, now) in names_before.iter().zip(&names_now) {
            let texts = |names: &[dragoman_core::domain::EntityName]| -> Vec<_> {
                let mut texts: Vec<_> = (names.iter())
                    .map(|name| (name.text.clone(), name.strength, name.mentions))
                    .collect();
                texts.sort_by(|one, other| one.0.cmp(&other.0));
                texts
            };
            assert_eq!(texts(before), texts(now));
        }
        assert_eq!(bench.notebook.counts().unwrap().entities, 2);
        let by = |words: &str| {
            let mut mentions = now.mentions.iter();
            mentions.find(|m| m.anchor.exact == words).unwrap().by
        };
        assert_eq!(by("Mr Kim"), MentionBy::Person);
    }
    // What is done again can be taken back.
    assert_eq!(bench.undo(), UndoAction::AcceptProposals);
    assert_eq!(bench.get(article.id).proposals, article.proposals);
    assert!(tagged(&bench.get(other.id)).is_empty());
    assert_eq!(bench.notebook.counts().unwrap().entities, 0);
}

#[test]
fn an_acceptance_in_many_articles_is_done_again_in_all() {
    let bench = reading();
    let ids = many(&bench, "Mr Kim and Kim Jong Un.");
    let key = bench.notebook.proposals().groups(0, 1).unwrap().rows[0]
        .key
        .clone();
    let request = AcceptProposals {
        which: ProposalsMeant::Groups { keys: vec![key] },
        to: None,
        as_new: false,
        only: None,
    };
    bench.notebook.proposals().accept(&request).unwrap();
    bench.settle();
    let bench = back_and_forth(bench, UndoAction::AcceptProposals);
    assert!(ids.iter().all(|id| tagged(&bench.get(*id)).len() == 2));
    assert!(bench.review().is_empty());
    bench.undo();
    assert!(ids.iter().all(|id| bench.get(*id).proposals.len() == 1));
    assert_eq!(bench.review(), [("Kim Jong Un".to_owned(), 130, 260)]);
}

#[test]
fn one_place_that_was_accepted_is_accepted_again_alone() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    let kim = proposed(&article, "Kim Jong Un");
    bench.decide(&[kim], None, Some(kim.spans[1].span));
    let accepted = bench.get(article.id);
    let bench = back_and_forth(bench, UndoAction::AcceptProposals);
    let now = bench.get(article.id);
    assert_eq!(tagged(&now), [("Kim Jong Un", "Mr Kim")]);
    assert_eq!(now.proposals, accepted.proposals);
}

#[test]
fn a_place_that_another_entity_had_is_the_accepted_ones_again() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    let kim = proposed(&article, "Kim Jong Un").clone();
    bench
        .notebook
        .entities()
        .create(EntityKind::Person, "Jong Un")
        .unwrap();
    bench.settle();
    let before = tagged(&bench.get(article.id)).len();
    assert_eq!(before, 1);
    bench.accept(&[&kim]);
    let accepted = bench.get(article.id);
    assert_eq!(
        tagged(&accepted),
        [("Kim Jong Un", "Kim Jong Un"), ("Kim Jong Un", "Mr Kim")]
    );
    let bench = back_and_forth(bench, UndoAction::AcceptProposals);
    assert_eq!(tagged(&bench.get(article.id)), tagged(&accepted));
    bench.undo();
    assert_eq!(tagged(&bench.get(article.id)).len(), before);
}

#[test]
fn a_rejection_is_done_again_and_weighs_again() {
    let bench = reading();
    let articles: Vec<_> = (0..4)
        .map(|n| bench.read(&format!("Story {n}"), &["Central News."]))
        .collect();
    for article in &articles[..3] {
        let which = these(&[proposed(article, "Central News")]);
        bench.notebook.proposals().reject(&which).unwrap();
    }
    let bench = back_and_forth(bench, UndoAction::RejectProposals);
    assert!(bench.review().is_empty());
    assert!(bench.get(articles[2].id).proposals.is_empty());
    assert!(bench.get(articles[3].id).proposals[0].weak);
    assert_eq!(bench.undo(), UndoAction::RejectProposals);
    assert_eq!(names(&bench.get(articles[2].id)), ["Central News"]);
    assert!(!bench.get(articles[3].id).proposals[0].weak);
}

#[test]
fn two_decisions_are_taken_back_and_done_again_in_their_order() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    bench.accept(&[proposed(&article, "Kim Jong Un")]);
    let which = these(&[proposed(&article, "Central News")]);
    bench.notebook.proposals().reject(&which).unwrap();
    assert_eq!(bench.undo(), UndoAction::RejectProposals);
    assert_eq!(bench.undo(), UndoAction::AcceptProposals);
    assert_eq!(bench.get(article.id).proposals, article.proposals);
    let again = bench.notebook.redo().unwrap().unwrap();
    assert_eq!(again.action, UndoAction::AcceptProposals);
    bench.settle();
    assert_eq!(
        names(&bench.get(article.id)),
        ["North Korea", "Central News"]
    );
    let again = bench.notebook.redo().unwrap().unwrap();
    assert_eq!(again.action, UndoAction::RejectProposals);
    assert_eq!(names(&bench.get(article.id)), ["North Korea"]);
}

#[test]
fn another_kind_and_other_words_are_given_again() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    let news = proposed(&article, "Central News");
    let proposals = bench.notebook.proposals();
    proposals
        .set_kind(&these(&[news]), EntityKind::Event)
        .unwrap();
    let bench = back_and_forth(bench, UndoAction::EditProposal);
    let now = bench.get(article.id);
    assert_eq!(proposed(&now, "Central News").kind, EntityKind::Event);

    let from = news.spans[0].span;
    let to = Span {
        end: from.end + " Agency".len() as u32,
        ..from
    };
    bench
        .notebook
        .proposals()
        .set_span(news.id, from, to)
        .unwrap();
    let bench = back_and_forth(bench, UndoAction::EditProposal);
    let now = bench.get(article.id);
    assert_eq!(proposed(&now, "Central News Agency").spans[0].span, to);
}

/// However many articles a name is in, a step is about the names that a person chose.
#[test]
fn a_step_counts_names_and_no_articles() {
    let bench = reading();
    bench.read("One", PARAGRAPHS);
    bench.read("Two", PARAGRAPHS);
    let groups = bench.notebook.proposals().groups(0, 10).unwrap().rows;
    let keys: Vec<_> = groups.into_iter().map(|group| group.key).collect();
    assert_eq!(keys.len(), 3);
    let rejected = ProposalsMeant::Groups {
        keys: keys[2..].to_vec(),
    };
    bench.notebook.proposals().reject(&rejected).unwrap();
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    assert_eq!((step.subject.as_str(), step.count), ("Central News", None));
    let request = AcceptProposals {
        which: ProposalsMeant::Groups {
            keys: keys[..2].to_vec(),
        },
        to: None,
        as_new: false,
        only: None,
    };
    bench.notebook.proposals().accept(&request).unwrap();
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    assert_eq!(step.count, Some(2));
}

#[test]
fn an_entity_of_the_gazetteer_has_its_own_name_and_place() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    bench.accept(&[proposed(&article, "North Korea")]);
    let entities = bench.notebook.entities();
    let id = entities.list(&Default::default(), 0, 1).unwrap().rows[0].id;
    // Chinese characters are not the country's own.
    assert_eq!(entities.get(id).unwrap().own_name, None);
    let named = entities
        .add_name(id, "북조선", NameStrength::Strong)
        .unwrap();
    let own = named.own_name.unwrap();
    let name = named.names.iter().find(|name| name.id == own).unwrap();
    assert_eq!(name.text, "북조선");
    assert_eq!(entities.get(id).unwrap().own_name, Some(own));
    let places = entities.places(id).unwrap();
    assert!(places[0].country);
    // Its own middle, and not Pyongyang.
    assert!((places[0].latitude - 40.0).abs() < 0.5);
}
