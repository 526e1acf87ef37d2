//! What a merge means for names that are accepted or to be reviewed.

use std::sync::mpsc;

use super::*;

/// Waits in the middle of an article, until it may go on.
struct Waiting {
    reader: ByHeart,
    reads: mpsc::Sender<()>,
    may_go_on: mpsc::Receiver<()>,
}

impl NameReader for Waiting {
    fn read(
        &mut self,
        text: &ReadText<'_>,
        kept: Kept<'_>,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        if text.title == "To wait" {
            self.reads.send(()).unwrap();
            self.may_go_on.recv().unwrap();
        }
        self.reader.read(text, kept, cancelled)
    }

    fn rest(&mut self) {}
}

#[test]
fn merging_an_entity_does_not_end_what_is_still_being_carried_out_for_it() {
    let bench = bench();
    let (reads, is_reading) = mpsc::channel();
    let (go_on, may_go_on) = mpsc::channel();
    let waiting = Box::new(Waiting {
        reader: *reader(),
        reads,
        may_go_on,
    });
    bench
        .notebook
        .proposals()
        .start(waiting, Arc::new(Countries));
    let entities = bench.notebook.entities();
    let agency = entities.create(EntityKind::Organisation, "KCNA").unwrap();
    let part = entities
        .create(EntityKind::Organisation, "Korean Agency")
        .unwrap();
    let ids = many(&bench, "Central News reported.");
    let key = bench.notebook.proposals().groups(0, 1).unwrap().rows[0]
        .key
        .clone();
    let request = AcceptProposals {
        which: ProposalsMeant::Groups { keys: vec![key] },
        to: Some(part.id),
        as_new: false,
        only: None,
    };
    // The background reads an article meanwhile, so nothing is carried out between the two.
    bench.article("To wait", &["A text."]);
    is_reading.recv().unwrap();
    bench.notebook.proposals().accept(&request).unwrap();
    entities.merge(agency.id, &[part.id]).unwrap();
    go_on.send(()).unwrap();
    bench.settle();
    for id in &ids {
        assert_eq!(tagged(&bench.get(*id)), [("KCNA", "Central News")]);
    }
    assert!(bench.review().is_empty());
    // What was accepted for the part goes with it.
    entities.split(part.id).unwrap();
    for id in &ids {
        assert_eq!(tagged(&bench.get(*id)), [("Korean Agency", "Central News")]);
    }
}

#[test]
fn what_is_proposed_of_merged_entities_is_one_name_to_review_and_two_after_a_split() {
    let bench = bench();
    let entities = bench.notebook.entities();
    let kim = entities.create(EntityKind::Person, "Kim").unwrap();
    let jong = entities.create(EntityKind::Person, "Jong Un").unwrap();
    for (entity, title) in [(kim.id, "One"), (jong.id, "Two")] {
        // Each article is read by its own reader.
        bench.notebook.proposals().set_reading(false).unwrap();
        bench.article(title, &["The Leader spoke."]);
        let reader = Box::new(ByHeart(vec![(
            "Leader",
            EntityKind::Person,
            ProposedAs::Kept(entity),
            &[],
        )]));
        bench
            .notebook
            .proposals()
            .start(reader, Arc::new(Countries));
        bench.notebook.proposals().set_reading(true).unwrap();
        bench.settle();
    }
    let two = [("Jong Un".to_owned(), 1, 1), ("Kim".to_owned(), 1, 1)];
    let sorted = || {
        let mut review = bench.review();
        review.sort();
        review
    };
    assert_eq!(sorted(), two);
    entities.merge(kim.id, &[jong.id]).unwrap();
    assert_eq!(bench.review(), [("Kim".to_owned(), 2, 2)]);
    entities.split(jong.id).unwrap();
    assert_eq!(sorted(), two);
}
