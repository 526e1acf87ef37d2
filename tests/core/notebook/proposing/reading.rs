//! Articles are read in the background, and what they propose is listed.

use super::*;

#[test]
fn articles_are_read_in_the_background_those_of_before_too() {
    let bench = bench();
    let before = bench.article("Before", PARAGRAPHS);
    assert!(before.proposals.is_empty());
    assert_eq!(bench.notebook.proposals().status().unwrap().waiting, 1);
    let bench = start(bench);
    let article = bench.get(before.id);
    assert_eq!(
        names(&article),
        ["North Korea", "Kim Jong Un", "Central News"]
    );
    let kim = proposed(&article, "Kim Jong Un");
    let words: Vec<&str> = kim.spans.iter().map(|place| place.words.as_str()).collect();
    assert_eq!(words, ["Kim Jong Un", "Mr Kim"]);
    assert!(proposed(&article, "North Korea").known);
    assert_eq!(bench.notebook.proposals().status().unwrap().waiting, 0);
    // What was proposed is no tag yet.
    assert!(article.mentions.is_empty() && article.entities.is_empty());
    let after = bench.read("After", PARAGRAPHS);
    assert_eq!(after.proposals.len(), 3);
}

#[test]
fn what_waits_outlasts_a_restart_and_reading_can_be_switched_off() {
    let bench = bench();
    bench.notebook.proposals().set_reading(false).unwrap();
    let bench = start(bench);
    let article = bench.read("One", PARAGRAPHS);
    assert!(article.proposals.is_empty());
    let bench = start(bench.reopen());
    let status = bench.notebook.proposals().status().unwrap();
    assert!(!status.on);
    assert_eq!(status.waiting, 1);
    bench.notebook.proposals().set_reading(true).unwrap();
    bench.settle();
    assert_eq!(bench.get(article.id).proposals.len(), 3);
    let bench = bench.reopen();
    assert_eq!(bench.get(article.id).proposals.len(), 3);
}

#[test]
fn a_text_that_a_reader_fails_on_is_not_met_again() {
    let bench = reading();
    let unreadable = bench.read("To refuse", PARAGRAPHS);
    let panicking = bench.read("To panic", PARAGRAPHS);
    let article = bench.read("Read", PARAGRAPHS);
    assert!(unreadable.proposals.is_empty() && panicking.proposals.is_empty());
    assert_eq!(article.proposals.len(), 3);
    assert_eq!(bench.notebook.proposals().status().unwrap().waiting, 0);
}

#[test]
fn an_article_that_could_not_be_read_for_no_fault_of_its_own_still_waits() {
    let bench = bench();
    let before = bench.article("Before", PARAGRAPHS);
    let failing: Vec<_> = ["To fail", "To fail too", "To fail as well", "To fail again"]
        .map(|title| bench.article(title, PARAGRAPHS).id)
        .into();
    let bench = start(bench);
    assert!(bench.notebook.proposals().status().unwrap().waiting >= 4);
    let next = bench.read("Next", PARAGRAPHS);
    assert_eq!(next.proposals.len(), 3);
    assert_eq!(bench.get(before.id).proposals.len(), 3);
    assert_eq!(bench.notebook.proposals().status().unwrap().waiting, 4);
    // What failed is mended, and the notebook is opened again.
    let bench = bench.reopen();
    let mended = Box::new(Mended(*reader()));
    bench
        .notebook
        .proposals()
        .start(mended, Arc::new(Countries));
    bench.settle();
    assert_eq!(bench.notebook.proposals().status().unwrap().waiting, 0);
    for id in failing {
        assert_eq!(bench.get(id).proposals.len(), 3);
    }
}

/// Reads what the other one failed on.
struct Mended(ByHeart);

impl NameReader for Mended {
    fn read(
        &mut self,
        text: &ReadText<'_>,
        kept: Kept<'_>,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        let text = ReadText { title: "", ..*text };
        self.0.read(&text, kept, cancelled)
    }

    fn rest(&mut self) {}
}

#[test]
fn the_trash_proposes_nothing() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    bench.notebook.articles().delete(&[article.id]).unwrap();
    assert!(bench.review().is_empty());
    bench.undo();
    assert_eq!(names(&bench.get(article.id)), names(&article));
    bench.notebook.articles().delete(&[article.id]).unwrap();
    bench
        .notebook
        .trash()
        .empty(&dragoman_core::CancelToken::new(), &mut |_| {})
        .unwrap();
    assert!(bench.review().is_empty());
}

#[test]
fn names_to_review_come_with_their_sentences() {
    let bench = reading();
    let long = format!(
        "{} end. Then Kim Jong Un left. {}",
        "word ".repeat(60),
        "more ".repeat(60)
    );
    bench.read("One", &[&long]);
    bench.read("كيم", &["قال Kim Jong Un اليوم."]);
    let row = &bench.notebook.proposals().groups(0, 10).unwrap().rows[0];
    assert_eq!((row.articles, row.examples.len()), (2, 2));
    let newest = &row.examples[0];
    assert_eq!(newest.title, "كيم");
    assert_eq!(
        (newest.before.as_str(), newest.after.as_str()),
        ("قال ", " اليوم.")
    );
    let older = &row.examples[1];
    assert_eq!(
        (older.before.as_str(), older.words.as_str()),
        ("Then ", "Kim Jong Un")
    );
    assert!(older.after.starts_with(" left. more") && older.after.ends_with(" …"));
}
