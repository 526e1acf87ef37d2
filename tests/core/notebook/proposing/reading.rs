//! Articles are read in the background, and what they propose is listed.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

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

/// Reads one article for so long that it is kept before the next, which waits for a word.
struct Halting(ByHeart, u32, Receiver<()>);

impl NameReader for Halting {
    fn read(
        &mut self,
        text: &ReadText<'_>,
        kept: Kept<'_>,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        self.1 += 1;
        match self.1 {
            1 => std::thread::sleep(Duration::from_millis(700)),
            _ => self
                .2
                .recv_timeout(Duration::from_secs(60))
                .unwrap_or_default(),
        }
        self.0.read(text, kept, cancelled)
    }

    fn rest(&mut self) {}
}

#[test]
fn no_more_are_read_than_there_are() {
    let bench = bench();
    let ids = ["One", "Other"].map(|title| bench.article(title, PARAGRAPHS).id);
    let (go_on, word) = channel();
    let halting = Box::new(Halting(*reader(), 0, word));
    bench
        .notebook
        .proposals()
        .start(halting, Arc::new(Countries));
    let status = || {
        let status = bench.notebook.proposals().status().unwrap();
        (status.done, status.waiting)
    };
    let begun = Instant::now();
    while status() != (1, 1) {
        assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", status());
        std::thread::sleep(Duration::from_millis(10));
    }
    let read = ids
        .into_iter()
        .find(|id| !bench.get(*id).proposals.is_empty());
    bench.notebook.articles().delete(&[read.unwrap()]).unwrap();
    assert_eq!(status(), (0, 1));
    go_on.send(()).unwrap();
}

/// Knows countries at a glance, and can't read.
struct Glancing(ByHeart, Sender<()>);

impl NameReader for Glancing {
    fn read(
        &mut self,
        _: &ReadText<'_>,
        _: Kept<'_>,
        _: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        Err(Error::Internal { what: "asked to" })
    }

    fn glance(
        &mut self,
        text: &ReadText<'_>,
        kept: Kept<'_>,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        assert!(text.title != "Long", "it was to be left to the reading");
        if text.title == "Endless" {
            self.1.send(()).ok();
            let began = Instant::now();
            while !cancelled() {
                assert!(
                    began.elapsed() < Duration::from_secs(60),
                    "it is not stopped"
                );
                std::thread::yield_now();
            }
            return Err(Error::Cancelled);
        }
        if text.title == "Broken" {
            return Err(Error::Internal { what: "asked to" });
        }
        let mut names = self.0.read(text, kept, &|| false)?;
        names.retain(|name| matches!(name.names, ProposedAs::Known(_)));
        Ok(names)
    }

    fn rest(&mut self) {}
}

#[test]
fn known_names_are_proposed_before_an_article_is_read() {
    let bench = bench();
    let glancing = Box::new(Glancing(*reader(), channel().0));
    let proposals = bench.notebook.proposals();
    proposals.start(glancing, Arc::new(Countries));
    let article = bench.read("One", PARAGRAPHS);
    assert_eq!(names(&article), ["North Korea"]);
    assert_eq!(bench.notebook.proposals().status().unwrap().waiting, 1);
    bench.accept(&[proposed(&article, "North Korea")]);
    // Read, it keeps what was decided and has the rest.
    let bench = start(bench.reopen());
    let article = bench.get(article.id);
    assert_eq!(names(&article), ["Kim Jong Un", "Central News"]);
    assert_eq!(tagged(&article).len(), 3);
}

#[test]
fn who_decides_of_a_name_that_is_read_meanwhile_decides_of_that() {
    let bench = bench();
    let glancing = Box::new(Glancing(*reader(), channel().0));
    let proposals = bench.notebook.proposals();
    proposals.start(glancing, Arc::new(Countries));
    let seen = bench.read("One", PARAGRAPHS);
    // Before its reading is over, and after it.
    let bench = start(bench.reopen());
    let read = bench.get(seen.id);
    assert_eq!(read.proposals.len(), 3);
    let korea = proposed(&seen, "North Korea");
    assert_eq!(proposed(&read, "North Korea").id, korea.id);
    bench.notebook.proposals().reject(&these(&[korea])).unwrap();
    assert_eq!(names(&bench.get(seen.id)), ["Kim Jong Un", "Central News"]);
}

/// Reads as [`ByHeart`], and looks as [`Glancing`].
struct Both(Glancing);

impl NameReader for Both {
    fn read(
        &mut self,
        text: &ReadText<'_>,
        kept: Kept<'_>,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        self.0.0.read(text, kept, cancelled)
    }

    fn glance(
        &mut self,
        text: &ReadText<'_>,
        kept: Kept<'_>,
        cancelled: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        self.0.glance(text, kept, cancelled)
    }

    fn rest(&mut self) {}
}

/// Tells when an endless look has begun.
fn looking(bench: &Bench) -> Receiver<()> {
    let (tell, told) = channel();
    let both = Both(Glancing(*reader(), tell));
    let proposals = bench.notebook.proposals();
    proposals.start(Box::new(both), Arc::new(Countries));
    told
}

#[test]
fn a_first_look_that_fails_or_is_of_a_long_text_holds_up_no_reading() {
    let bench = bench();
    looking(&bench);
    let broken = bench.read("Broken", PARAGRAPHS);
    assert_eq!(broken.proposals.len(), 3);
    let rest = "Nothing is named here. ".repeat(6_000);
    let long = bench.read("Long", &[PARAGRAPHS[0], PARAGRAPHS[1], &rest]);
    assert!(!long.proposals.is_empty());
}

#[test]
fn a_first_look_ends_when_somebody_types_and_when_the_notebook_is_closed() {
    let bench = bench();
    let began = looking(&bench);
    let note = bench.notebook.notes().create("Ports", "").unwrap();
    bench.article("Endless", PARAGRAPHS);
    began.recv().unwrap();
    let notes = bench.notebook.notes();
    notes
        .save(note.id, note.revision, "Ports", "Typed.")
        .unwrap();
    // It is looked at again once it is calm, and ends when the notebook is closed.
    began.recv().unwrap();
    drop(bench);
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
