//! A proposed name that is said to be the speaker's is accepted with the quote.

use dragoman_core::domain::{
    ClippingFacts, NewClipping, NewParty, NewQuote, PrintedTime, Said, UndoAction,
};

use super::*;
use crate::support::words_at;

fn clip(article: &Article, proposal: &Proposal, iso: &str) -> NewClipping {
    let said = Said {
        time: PrintedTime {
            iso: iso.into(),
            zone: None,
        },
        phrase: None,
    };
    NewClipping {
        article: article.id,
        words: vec![words_at(article, span_of(article, 0, "spoke"))],
        facts: ClippingFacts {
            quote: Some(NewQuote {
                speaker: Some(NewParty {
                    proposal: Some(proposal.id),
                    name: proposal.name.clone(),
                    ..NewParty::default()
                }),
                said: Some(said),
                ..NewQuote::default()
            }),
            ..ClippingFacts::default()
        },
    }
}

#[test]
fn a_quote_that_is_refused_accepts_nobody_and_one_that_is_made_is_one_step() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    let kim = proposed(&article, "Kim Jong Un").clone();
    let clippings = bench.notebook.clippings();
    let refused = clippings.clip(&clip(&article, &kim, "last Monday"));
    assert!(matches!(refused, Err(Error::InvalidInput { .. })));
    assert_eq!(bench.notebook.counts().unwrap().entities, 0);
    assert!(bench.get(article.id).proposals.contains(&kim));

    let made = clippings
        .clip(&clip(&article, &kim, "2022-05-09"))
        .unwrap()
        .remove(0);
    let speaker = made.quote.unwrap().speaker.unwrap();
    assert_eq!(speaker.name, "Kim Jong Un");
    let entity = speaker.entity.unwrap();
    bench.settle();
    assert_eq!(bench.notebook.entities().get(entity).unwrap().articles, 1);
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(step.action, UndoAction::Clip);
    bench.settle();
    assert_eq!(bench.notebook.counts().unwrap().entities, 0);
    assert!(clippings.of_article(article.id).unwrap().is_empty());
    proposed(&bench.get(article.id), "Kim Jong Un");
}

#[test]
fn a_name_that_several_share_is_proposed_as_a_speaker_without_saying_whose() {
    let bench = reading();
    let entities = bench.notebook.entities();
    let kind = EntityKind::Organisation;
    entities.create(kind, "Central News").unwrap();
    entities.create(kind, "Central News").unwrap();
    let text = "Central News said: “Ships left the harbour.”";
    let article = bench.read("One", &[text]);
    let ids: Vec<_> = article.mentions.iter().map(|mention| mention.id).collect();
    entities.reject(&ids).unwrap();
    let article = bench.get(article.id);
    assert!(proposed(&article, "Central News").ambiguous);
    let span = span_of(&article, 0, "Ships left the harbour.");
    let found = bench
        .notebook
        .clippings()
        .propose(article.id, span)
        .unwrap();
    let speaker = found.speaker.unwrap();
    assert_eq!(speaker.name, "Central News");
    assert!(speaker.proposal.is_none() && speaker.entity.is_none());
    assert!(speaker.kind.is_none());
}

#[test]
fn names_that_are_accepted_together_have_the_quotes_of_their_words_and_give_them_back() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    let clippings = bench.notebook.clippings();
    let quoted = |name: &str| {
        let speaker = NewParty {
            name: name.into(),
            ..NewParty::default()
        };
        let quote = NewQuote {
            speaker: Some(speaker),
            ..NewQuote::default()
        };
        let new = NewClipping {
            article: article.id,
            words: vec![words_at(&article, span_of(&article, 0, "spoke"))],
            facts: ClippingFacts {
                quote: Some(quote),
                ..ClippingFacts::default()
            },
        };
        clippings.clip(&new).unwrap().remove(0).id
    };
    let (kim, korea) = (quoted("Kim Jong Un"), quoted("North Korea"));
    bench.accept(&[
        proposed(&article, "Kim Jong Un"),
        proposed(&article, "North Korea"),
    ]);
    let entity = |id| {
        let speaker = clippings.get(id).unwrap().quote.unwrap().speaker.unwrap();
        speaker.entity
    };
    for (quote, name) in [(kim, "Kim Jong Un"), (korea, "North Korea")] {
        let named = bench.notebook.entities().get(entity(quote).unwrap());
        assert_eq!(named.unwrap().name, name);
    }
    let step = bench.notebook.undo(None).unwrap().unwrap();
    assert_eq!(step.action, UndoAction::AcceptProposals);
    bench.settle();
    assert_eq!((entity(kim), entity(korea)), (None, None));
}
