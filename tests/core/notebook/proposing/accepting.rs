//! Accepted names become tags, here and elsewhere, and go again in one step.

use super::*;

#[test]
fn accepting_tags_all_places_and_is_one_step_that_outlasts_a_restart() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    bench.accept(&[
        proposed(&article, "North Korea"),
        proposed(&article, "Kim Jong Un"),
    ]);
    let accepted = bench.get(article.id);
    assert_eq!(names(&accepted), ["Central News"]);
    assert_eq!(
        tagged(&accepted),
        [
            ("North Korea", "North Korea"),
            ("Kim Jong Un", "Kim Jong Un"),
            ("Kim Jong Un", "Mr Kim"),
            ("North Korea", "North Korea"),
            // A name that the gazetteer brought along.
            ("North Korea", "北朝鮮"),
        ]
    );
    let by = |words: &str| {
        let mut mentions = accepted.mentions.iter();
        mentions.find(|m| m.anchor.exact == words).unwrap().by
    };
    assert_eq!(by("Mr Kim"), MentionBy::Person);
    let bench = start(bench.reopen());
    assert_eq!(bench.undo(), UndoAction::AcceptProposals);
    let back = bench.get(article.id);
    assert_eq!(back.proposals, article.proposals);
    assert!(tagged(&back).is_empty());
    assert_eq!(bench.notebook.counts().unwrap().entities, 0);
    let left = bench.notebook.undo_peek().unwrap().unwrap();
    assert_eq!(left.action, UndoAction::Import);
}

#[test]
fn an_entity_of_the_gazetteer_is_found_again_and_not_made_twice() {
    let bench = reading();
    let first = bench.read("One", &["North Korea."]);
    bench.accept(&[proposed(&first, "North Korea")]);
    let entities = bench.notebook.entities();
    let list = entities.list(&Default::default(), 0, 10).unwrap();
    entities.rename(list.rows[0].id, "DPRK").unwrap();
    entities
        .set_name_strength(
            entities.get(list.rows[0].id).unwrap().names[1].id,
            NameStrength::SearchOnly,
        )
        .unwrap();
    let second = bench.read("Two", &["In North Korea."]);
    // Called as the person calls it, and the same.
    let again = proposed(&second, "DPRK");
    assert_eq!(again.entity, Some(list.rows[0].id));
    bench.accept(&[again]);
    assert_eq!(bench.notebook.counts().unwrap().entities, 1);
}

#[test]
fn the_same_name_elsewhere_is_taken_as_decided() {
    let bench = reading();
    let other = bench.read("Other", PARAGRAPHS);
    let article = bench.read("One", PARAGRAPHS);
    assert_eq!(
        bench.review(),
        [
            ("North Korea".to_owned(), 2, 4),
            ("Kim Jong Un".to_owned(), 2, 4),
            ("Central News".to_owned(), 2, 2),
        ]
    );
    bench.accept(&[proposed(&article, "Kim Jong Un")]);
    let decided = bench.get(other.id);
    assert_eq!(names(&decided), ["North Korea", "Central News"]);
    assert_eq!(
        tagged(&decided),
        [("Kim Jong Un", "Kim Jong Un"), ("Kim Jong Un", "Mr Kim")]
    );
    assert_eq!(bench.review().len(), 2);
    bench.undo();
    assert_eq!(names(&bench.get(other.id)), names(&other));
    assert!(tagged(&bench.get(other.id)).is_empty());
    assert_eq!(bench.review().len(), 3);
}

#[test]
fn a_name_is_accepted_in_all_articles_however_many() {
    let bench = reading();
    let ids: Vec<_> = (0..130)
        .map(|n| {
            bench
                .article(&format!("Story {n}"), &["Mr Kim and Kim Jong Un."])
                .id
        })
        .collect();
    bench.settle();
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
    assert!(ids.iter().all(|id| tagged(&bench.get(*id)).len() == 2));
    assert!(bench.review().is_empty());
    bench.undo();
    assert!(ids.iter().all(|id| bench.get(*id).proposals.len() == 1));
    assert_eq!(bench.review(), [("Kim Jong Un".to_owned(), 130, 260)]);
}

#[test]
fn many_names_are_accepted_as_one_step() {
    let bench = reading();
    many(
        &bench,
        "Mr Kim and Kim Jong Un. Central News of North Korea.",
    );
    let review = bench.review();
    let groups = bench.notebook.proposals().groups(0, 10).unwrap().rows;
    let request = AcceptProposals {
        which: ProposalsMeant::Groups {
            keys: groups.into_iter().map(|group| group.key).collect(),
        },
        to: None,
        as_new: false,
        only: None,
    };
    let outcome = bench.notebook.proposals().accept(&request).unwrap();
    assert_eq!(outcome.made, 3);
    bench.settle();
    assert!(bench.review().is_empty());
    let list = bench.notebook.entities().list(&Default::default(), 0, 10);
    assert!(list.unwrap().rows.iter().all(|row| row.articles == 130));
    bench.undo();
    assert_eq!(bench.review(), review);
    assert_eq!(bench.notebook.counts().unwrap().entities, 0);
}

#[test]
fn one_place_alone_can_be_accepted() {
    let bench = reading();
    let other = bench.read("Other", PARAGRAPHS);
    let article = bench.read("One", PARAGRAPHS);
    let review = bench.review();
    let kim = proposed(&article, "Kim Jong Un");
    bench.decide(&[kim], None, Some(kim.spans[1].span));
    let now = bench.get(article.id);
    assert_eq!(tagged(&now), [("Kim Jong Un", "Mr Kim")]);
    assert!(
        tagged(&bench.get(other.id)).is_empty(),
        "it says nothing of other articles"
    );
    bench.undo();
    assert_eq!(names(&bench.get(article.id)), names(&article));
    assert!(tagged(&bench.get(article.id)).is_empty());
    assert_eq!(bench.review(), review);
}

#[test]
fn a_proposal_goes_to_a_kept_entity_that_a_person_names() {
    let bench = reading();
    let entities = bench.notebook.entities();
    let kcna = entities.create(EntityKind::Organisation, "KCNA").unwrap();
    let article = bench.read("One", PARAGRAPHS);
    bench.decide(&[proposed(&article, "Central News")], Some(kcna.id), None);
    assert_eq!(tagged(&bench.get(article.id)), [("KCNA", "Central News")]);
    // Its name from now on.
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    let next = bench.read("Two", &["Central News again."]);
    assert_eq!(tagged(&next), [("KCNA", "Central News")]);
    bench.notebook.undo(Some(step.id)).unwrap();
    bench.settle();
    assert!(tagged(&bench.get(next.id)).is_empty());
    assert_eq!(entities.get(kcna.id).unwrap().names.len(), 1);
    assert!(tagged(&bench.get(article.id)).is_empty());
    assert!(names(&bench.get(article.id)).contains(&"Central News"));
    entities.delete(kcna.id).unwrap();
    let request = AcceptProposals {
        which: these(&[proposed(&article, "Central News")]),
        to: Some(kcna.id),
        as_new: false,
        only: None,
    };
    assert!(bench.notebook.proposals().accept(&request).is_err());
}

#[test]
fn an_acceptance_is_taken_back_also_where_an_article_is_gone_for_good() {
    let bench = reading();
    let other = bench.read("Other", PARAGRAPHS);
    let article = bench.read("One", PARAGRAPHS);
    bench.accept(&[proposed(&article, "Kim Jong Un")]);
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    bench.notebook.articles().delete(&[article.id]).unwrap();
    bench
        .notebook
        .trash()
        .empty(&dragoman_core::CancelToken::new(), &mut |_| {})
        .unwrap();
    bench.notebook.undo(Some(step.id)).unwrap();
    bench.settle();
    assert_eq!(bench.notebook.counts().unwrap().entities, 0);
    assert_eq!(names(&bench.get(other.id)), names(&other));
    let report = bench
        .notebook
        .verify(&dragoman_core::CancelToken::new(), &mut |_, _| {})
        .unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

#[test]
fn a_name_that_several_kept_entities_share_is_nobodys_until_a_person_says_whose() {
    let bench = reading();
    let entities = bench.notebook.entities();
    let kind = EntityKind::Organisation;
    let first = entities.create(kind, "Central News").unwrap();
    entities.create(kind, "Central News").unwrap();
    // What the names find is suggested; rejected, the words are free to be proposed.
    let article = bench.read("One", &["Central News."]);
    let ids: Vec<_> = article.mentions.iter().map(|mention| mention.id).collect();
    entities.reject(&ids).unwrap();
    let article = bench.get(article.id);
    let shared = proposed(&article, "Central News");
    assert!(shared.ambiguous && shared.entity.is_none());
    let group = bench
        .notebook
        .proposals()
        .groups(0, 1)
        .unwrap()
        .rows
        .remove(0);
    assert!(group.ambiguous && group.name == "Central News");
    for which in [
        these(&[shared]),
        ProposalsMeant::Groups {
            keys: vec![group.key],
        },
    ] {
        let request = AcceptProposals {
            which,
            to: None,
            as_new: false,
            only: None,
        };
        let refused = bench.notebook.proposals().accept(&request);
        assert!(matches!(refused, Err(Error::InvalidInput { .. })));
    }
    assert_eq!(bench.notebook.counts().unwrap().entities, 2, "no third one");
    bench.decide(&[shared], Some(first.id), None);
    assert!(bench.get(article.id).proposals.is_empty());
    assert_eq!(entities.get(first.id).unwrap().articles, 1);
}

#[test]
fn a_name_of_several_entities_may_be_of_none_of_them() {
    let bench = reading();
    let entities = bench.notebook.entities();
    for _ in 0..2 {
        let made = entities.create(EntityKind::Organisation, "Central News");
        made.unwrap();
    }
    bench.settle();
    let article = bench.read("One", &["Central News."]);
    let ids: Vec<_> = article.mentions.iter().map(|mention| mention.id).collect();
    entities.reject(&ids).unwrap();
    let article = bench.get(article.id);
    let request = AcceptProposals {
        which: these(&[proposed(&article, "Central News")]),
        to: None,
        as_new: true,
        only: None,
    };
    let outcome = bench.notebook.proposals().accept(&request).unwrap();
    bench.settle();
    assert_eq!((outcome.made, outcome.mentions), (1, 1));
    assert_eq!(bench.notebook.counts().unwrap().entities, 3);
    assert!(bench.get(article.id).proposals.is_empty());
    assert_eq!(bench.undo(), UndoAction::AcceptProposals);
    assert_eq!(bench.notebook.counts().unwrap().entities, 2);
}

#[test]
fn what_is_taken_back_out_of_order_is_open_only_where_it_still_stands() {
    let bench = reading();
    let texts = bench.notebook.texts();
    let article = bench.read("One", PARAGRAPHS);
    bench.accept(&[proposed(&article, "Kim Jong Un")]);
    let accepted = bench.notebook.undo_peek().unwrap().unwrap();
    bench
        .notebook
        .proposals()
        .reject(&these(&[proposed(&article, "Central News")]))
        .unwrap();
    let rejected = bench.notebook.undo_peek().unwrap().unwrap();
    // Another text: where the words stood there are others.
    let of = dragoman_core::domain::OriginalOf::Article { id: article.id };
    let text = "In the morning Kim Jong Un met Mr Kim of Central News.";
    texts.type_in(of, "One", text).unwrap();
    bench.settle();
    for step in [accepted, rejected] {
        bench.notebook.undo(Some(step.id)).unwrap();
        bench.settle();
    }
    let now = bench.get(article.id);
    let mut names = names(&now);
    names.sort_unstable();
    assert_eq!(names, ["Central News", "Kim Jong Un"]);
    for proposal in &now.proposals {
        for place in &proposal.spans {
            let text = &now.blocks[place.span.block as usize].text;
            let words: String = text
                .chars()
                .skip(place.span.start as usize)
                .take((place.span.end - place.span.start) as usize)
                .collect();
            assert_eq!(words, place.words);
        }
    }
    assert_eq!(bench.review().len(), 2);
}
