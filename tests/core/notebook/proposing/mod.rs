//! Names proposed in articles: read in the background, accepted, rejected, mended, undone.

mod accepting;
mod again;
mod longest;
mod mending;
mod merged;
mod offered;
mod own_strength;
mod placed;
mod quoting;
mod reading;
mod rejecting;
mod sample;

use std::sync::Arc;

use dragoman_core::domain::{
    AcceptProposals, Article, EntityId, EntityKind, MentionBy, MentionStatus, NameStrength,
    Proposal, ProposalWhy, ProposalsMeant, ProposedAs, ProposedName, Span, TagRequest, TagScope,
    TagTarget, UndoAction,
};
use dragoman_core::entities::proposing::Kept;
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
        _: Kept<'_>,
        _: &dyn Fn() -> bool,
    ) -> Result<Vec<ProposedName>> {
        assert!(!text.title.contains("panic"), "asked to");
        if text.title.contains("fail") {
            return Err(Error::Internal { what: "asked to" });
        }
        if text.title.contains("refuse") {
            return Err(Error::InvalidInput {
                what: "the text".into(),
                why: "asked to".into(),
            });
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
        match key {
            "country:KP" => Some(KnownEntry {
                kind: EntityKind::Place,
                name: "North Korea".into(),
                names: vec![
                    ("北朝鮮".into(), NameStrength::Strong),
                    ("Pyongyang’s".into(), NameStrength::Weak),
                ],
            }),
            "org:cp" => Some(KnownEntry {
                kind: EntityKind::Organisation,
                name: "Coast Press".into(),
                names: vec![("CP".into(), NameStrength::Weak)],
            }),
            _ => None,
        }
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
        (
            "foreign ministry",
            EntityKind::Organisation,
            ProposedAs::New,
            &[],
        ),
        (
            "Border guard",
            EntityKind::Organisation,
            ProposedAs::New,
            &[],
        ),
        (
            "CP",
            EntityKind::Organisation,
            ProposedAs::Known("org:cp".into()),
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
            as_new: false,
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

/// As many articles with a name as are not decided in one transaction.
fn many(bench: &Bench, words: &str) -> Vec<dragoman_core::domain::ArticleId> {
    let ids = (0..130).map(|n| bench.article(&format!("Story {n}"), &[words]).id);
    let ids = ids.collect();
    bench.settle();
    ids
}
