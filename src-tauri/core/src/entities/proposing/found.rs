//! Places that may name somebody, by what says so.

use dragoman_recogniser::{Kind, Recogniser, refine};

use super::Kept;
use super::article::Article;
use crate::domain::{EntityKind, NameStrength, ProposalWhy, ProposedAs};
use crate::entities::Gazetteer;
use crate::{Error, Result};

/// A place that may name somebody.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Bytes of the article.
    pub start: usize,
    pub end: usize,
    pub kind: EntityKind,
    pub names: ProposedAs,
    pub why: ProposalWhy,
    pub confidence: f32,
}

/// A strong name is tagged on sight; a weak one is only suggested.
const STRONG: f32 = 0.95;
const WEAK: f32 = 0.6;
/// Two words of a name agree by sound or by the table of forms.
const LINKED: f32 = 0.9;
const KNOWN: f32 = 0.9;

/// Names of kept entities, as the notebook spells them.
pub(super) fn kept(article: &Article, kept: Kept<'_>) -> Vec<Found> {
    let mut all = Vec::new();
    for (from, text) in article.texts() {
        for name in kept.matcher.find(text) {
            let Some(kind) = kept.linker.kind(name.entity) else {
                continue;
            };
            if name.strength == NameStrength::SearchOnly {
                continue;
            }
            let certain = name.strength == NameStrength::Strong && !name.ambiguous;
            all.push(Found {
                start: article.byte(from, name.start),
                end: article.byte(from, name.end),
                kind,
                names: ProposedAs::Kept(name.entity),
                why: ProposalWhy::Name,
                confidence: if certain { STRONG } else { WEAK },
            });
        }
    }
    all
}

/// Full names of kept entities in other forms: another script, another case.
pub(super) fn linked(article: &Article, kept: Kept<'_>) -> Vec<Found> {
    let mut all = Vec::new();
    for (from, text) in article.texts() {
        for name in kept.linker.find(text) {
            if let Some(kind) = kept.linker.kind(name.entity) {
                all.push(Found {
                    start: from + name.start,
                    end: from + name.end,
                    kind,
                    names: ProposedAs::Kept(name.entity),
                    why: ProposalWhy::Name,
                    confidence: LINKED,
                });
            }
        }
    }
    all
}

/// Names of the gazetteer's entries. Of several who share a name it is the likeliest's.
pub(super) fn known(article: &Article, gazetteer: &Gazetteer) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for (from, text) in article.texts() {
        for name in gazetteer.find(text) {
            let (start, end) = (article.byte(from, name.start), article.byte(from, name.end));
            let is_likeliest = all.last().is_none_or(|last| last.start < start);
            // Nationality words are only searched for.
            if name.strength == NameStrength::SearchOnly || !is_likeliest {
                continue;
            }
            let certain = name.strength == NameStrength::Strong && !name.ambiguous;
            let entry = gazetteer.entry(name.entry);
            all.push(Found {
                start,
                end,
                kind: entry.kind,
                names: ProposedAs::Known(entry.key),
                why: ProposalWhy::Gazetteer,
                confidence: if certain { KNOWN } else { WEAK },
            });
        }
    }
    all
}

/// What reads like a name, after the rules over whole articles.
pub(super) fn recognised(
    article: &Article,
    recogniser: &Recogniser,
    cancelled: &dyn Fn() -> bool,
) -> Result<Vec<Found>> {
    let spans = recogniser
        .recognise(&article.text, cancelled)
        .map_err(|error| match error {
            dragoman_recogniser::Error::Cancelled => Error::Cancelled,
            error => {
                tracing::error!(%error, "names could not be recognised");
                Error::Internal {
                    what: "the recogniser's model does not fit",
                }
            }
        })?;
    Ok(refine(&article.text, spans)
        .into_iter()
        .map(|span| Found {
            start: span.start,
            end: span.end,
            kind: kind(span.kind),
            names: ProposedAs::New,
            why: ProposalWhy::Recognised,
            confidence: span.confidence,
        })
        .collect())
}

fn kind(kind: Kind) -> EntityKind {
    match kind {
        Kind::Person => EntityKind::Person,
        Kind::Organisation => EntityKind::Organisation,
        Kind::Place => EntityKind::Place,
        Kind::Event => EntityKind::Event,
    }
}
