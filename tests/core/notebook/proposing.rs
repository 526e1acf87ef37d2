//! Names proposed in articles: read in the background, accepted, rejected, mended, undone.

use std::sync::Arc;

use dragoman_core::domain::{
    AcceptProposals, Article, EntityId, EntityKind, MentionBy, MentionStatus, NameStrength,
    Proposal, ProposalWhy, ProposalsMeant, ProposedAs, ProposedName, Span, TagRequest, TagScope,
    TagTarget, UndoAction,
};
use dragoman_core::entities::NameMatcher;
use dragoman_core::{Error, KnownEntry, KnownNames, NameReader, ReadText, Result};

use crate::support::{Bench, bench, span_of};

/// A reader that knows some words by heart.
struct ByHeart(
    Vec<(
        &'static str,
        EntityKind,
        ProposedAs,
        &'static [&'static str],
    )>,
);

impl NameReader for ByHeart {
    fn read(
        &mut self,
        text: &ReadText<'_>,
        _: &NameMatcher,
        _: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        assert!(!text.title.contains("panic"), "asked to");
        if text.title.contains("fail") {
            return Err(Error::Internal { what: "asked to" });
        }
        let mut texts = vec![(Span::TITLE, text.title)];
        texts.extend((0..).zip(text.blocks.iter().map(|block| block.text.as_str())));
        let named = self.0.iter().map(|(name, kind, names, forms)| {
            let forms = std::iter::once(name).chain(forms.iter());
            let spans = forms.flat_map(|form| {
                texts.iter().flat_map(move |(block, text)| {
                    text.match_indices(form).map(move |(at, _)| {
                        let start = text[..at].chars().count() as u32;
                        let end = start + form.chars().count() as u32;
                        Span {
                            block: *block,
                            start,
                            end,
                        }
                    })
                })
            });
            ProposedName {
                kind: *kind,
                name: (*name).to_owned(),
                names: names.clone(),
                role: None,
                spans: spans.collect(),
                confidence: 0.9,
                why: ProposalWhy::Recognised,
            }
        });
        Ok(named.filter(|name| !name.spans.is_empty()).collect())
    }

    fn rest(&mut self) {}
}

struct Countries;

impl KnownNames for Countries {
    fn entry(&self, key: &str) -> Option<KnownEntry> {
        (key == "country:KP").then(|| KnownEntry {
            kind: EntityKind::Place,
            name: "North Korea".into(),
            names: vec![
                ("北朝鮮".into(), NameStrength::Strong),
                ("Pyongyang’s".into(), NameStrength::Weak),
            ],
        })
    }
}

fn reader() -> Box<ByHeart> {
    let korea = ProposedAs::Known("country:KP".into());
    Box::new(ByHeart(vec![
        ("North Korea", EntityKind::Place, korea, &[]),
        (
            "Kim Jong Un",
            EntityKind::Person,
            ProposedAs::New,
            &["Mr Kim"],
        ),
        (
            "Central News",
            EntityKind::Organisation,
            ProposedAs::New,
            &[],
        ),
    ]))
}

fn reading() -> Bench {
    start(bench())
}

fn start(bench: Bench) -> Bench {
    bench
        .notebook
        .proposals()
        .start(reader(), Arc::new(Countries));
    bench.notebook.proposals().finish();
    bench
}

const PARAGRAPHS: &[&str] = &[
    "North Korea said that Kim Jong Un spoke. Mr Kim smiled.",
    "Central News Agency reported it. North Korea is 北朝鮮.",
];

impl Bench {
    fn read(&self, title: &str, paragraphs: &[&str]) -> Article {
        let article = self.article(title, paragraphs);
        self.settle();
        self.get(article.id)
    }

    /// Waits until nothing goes on in the background.
    fn settle(&self) {
        self.notebook.proposals().finish();
        self.notebook.finish_matching();
        self.notebook.proposals().finish();
    }

    fn accept(&self, ids: &[&Proposal]) {
        self.decide(ids, None, None);
    }

    fn decide(&self, ids: &[&Proposal], to: Option<EntityId>, only: Option<Span>) {
        let request = AcceptProposals {
            which: these(ids),
            to,
            only,
        };
        self.notebook.proposals().accept(&request).unwrap();
        self.settle();
    }

    fn undo(&self) -> UndoAction {
        let step = self.notebook.undo(None).unwrap().unwrap();
        self.settle();
        step.action
    }

    fn review(&self) -> Vec<(String, u32, u32)> {
        let page = self.notebook.proposals().groups(0, 100).unwrap();
        assert_eq!(page.total as usize, page.rows.len());
        assert_eq!(self.notebook.counts().unwrap().proposals, page.total);
        let rows = page.rows.into_iter();
        rows.map(|row| (row.name, row.articles, row.mentions))
            .collect()
    }
}

fn these(proposals: &[&Proposal]) -> ProposalsMeant {
    ProposalsMeant::These {
        ids: proposals.iter().map(|proposal| proposal.id).collect(),
    }
}

fn names(article: &Article) -> Vec<&str> {
    let proposals = article.proposals.iter();
    proposals.map(|proposal| proposal.name.as_str()).collect()
}

fn proposed<'a>(article: &'a Article, name: &str) -> &'a Proposal {
    let mut proposals = article.proposals.iter();
    proposals.find(|known| known.name == name).unwrap()
}

fn tagged(article: &Article) -> Vec<(&str, &str)> {
    let kept = article.mentions.iter();
    kept.filter(|mention| mention.status == MentionStatus::Confirmed)
        .map(|mention| (mention.name.as_str(), mention.anchor.exact.as_str()))
        .collect()
}

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
    let failing = bench.read("To fail", PARAGRAPHS);
    let panicking = bench.read("To panic", PARAGRAPHS);
    let article = bench.read("Read", PARAGRAPHS);
    assert!(failing.proposals.is_empty() && panicking.proposals.is_empty());
    assert_eq!(article.proposals.len(), 3);
    assert_eq!(bench.notebook.proposals().status().unwrap().waiting, 0);
}

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
fn one_place_alone_can_be_accepted() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    let kim = proposed(&article, "Kim Jong Un");
    bench.decide(&[kim], None, Some(kim.spans[1].span));
    let now = bench.get(article.id);
    assert!(tagged(&now).contains(&("Kim Jong Un", "Mr Kim")));
    bench.undo();
    assert_eq!(names(&bench.get(article.id)), names(&article));
    assert!(tagged(&bench.get(article.id)).is_empty());
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
        only: None,
    };
    assert!(bench.notebook.proposals().accept(&request).is_err());
}

#[test]
fn a_rejection_is_remembered_for_name_and_article() {
    let bench = reading();
    let article = bench.read("One", PARAGRAPHS);
    let proposals = bench.notebook.proposals();
    let which = these(&[proposed(&article, "Central News")]);
    proposals.reject(&which).unwrap();
    assert_eq!(
        names(&bench.get(article.id)),
        ["North Korea", "Kim Jong Un"]
    );
    // Its text changes, and it is read again.
    let line = article.blocks[0].line;
    bench
        .notebook
        .articles()
        .remove_piece(article.id, line)
        .unwrap();
    bench.settle();
    assert_eq!(names(&bench.get(article.id)), ["North Korea"]);
    bench
        .notebook
        .articles()
        .restore_piece(article.id, line)
        .unwrap();
    bench.settle();
    assert_eq!(
        names(&bench.get(article.id)),
        ["North Korea", "Kim Jong Un"]
    );
    // Elsewhere it is proposed.
    assert_eq!(bench.read("Two", PARAGRAPHS).proposals.len(), 3);
    assert!(proposals.reject(&which).is_err());
}

#[test]
fn three_rejections_make_a_name_weak_until_one_is_taken_back() {
    let bench = reading();
    let articles: Vec<_> = (0..4)
        .map(|n| bench.read(&format!("Story {n}"), &["Central News."]))
        .collect();
    for article in &articles[..3] {
        assert_eq!(bench.review().len(), 1);
        let which = these(&[proposed(article, "Central News")]);
        bench.notebook.proposals().reject(&which).unwrap();
    }
    assert!(bench.review().is_empty());
    assert!(bench.get(articles[3].id).proposals[0].weak);
    let step = bench.notebook.undo_peek().unwrap().unwrap();
    assert_eq!(step.action, UndoAction::RejectProposals);
    let later = bench.read("Later", &["Central News."]);
    assert!(later.proposals[0].weak);
    let bench = start(bench.reopen());
    bench.notebook.undo(Some(step.id)).unwrap();
    assert!(!bench.get(later.id).proposals[0].weak);
    assert_eq!(bench.review(), [("Central News".to_owned(), 3, 3)]);
}

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
