//! Places that may name somebody, by what says so.

use dragoman_recogniser::{Kind, Recogniser, refine};
use foldhash::HashMap;

use super::Kept;
use super::article::Article;
use crate::domain::{EntityKind, NameStrength, ProposalWhy, ProposedAs};
use crate::entities::Gazetteer;
use crate::entities::linking::InArticle;
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
/// From this confidence on a known name needs nothing else.
pub(super) const CERTAIN: f32 = 0.85;
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
pub(super) fn linked(
    article: &Article,
    kept: Kept<'_>,
    linking: &InArticle<'_>,
    cancelled: &dyn Fn() -> bool,
) -> Result<Vec<Found>> {
    let mut all = Vec::new();
    for (from, text) in article.texts() {
        for name in linking.find(text, cancelled)? {
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
    Ok(all)
}

/// What the gazetteer has.
#[derive(Default)]
pub(super) struct KnownNames {
    pub found: Vec<Found>,
    /// The bytes of words like `North Korean`, in order.
    pub nationalities: Vec<(usize, usize)>,
}

/// Names of the gazetteer's entries. Of several who share a name it is the likeliest's.
/// An entry that has a kept entity's name is that entity.
pub(super) fn known(article: &Article, kept: Kept<'_>, gazetteer: &Gazetteer) -> KnownNames {
    let mut known = KnownNames::default();
    let mut entries: HashMap<u32, (EntityKind, ProposedAs)> = HashMap::default();
    // The whole article says which Georgia is meant.
    let place = |start: u32, end: u32| (article.byte(0, start), article.byte(0, end));
    let nationalities = gazetteer.nationalities(&article.text);
    known.nationalities = nationalities.iter().map(|(a, b)| place(*a, *b)).collect();
    let mut done = 0;
    for name in gazetteer.find(&article.text) {
        let (start, end) = place(name.start, name.end);
        if start < done || article.span(start, end).is_none() {
            continue;
        }
        done = end;
        let certain = name.strength == NameStrength::Strong && !name.ambiguous;
        let (kind, names) = entries.entry(name.entry).or_insert_with(|| {
            let entry = gazetteer.entry(name.entry);
            let own_by = |strength: NameStrength| {
                let mut names = entry.names.iter().filter(|(_, of)| *of == strength);
                names.find_map(|(name, _)| kept.linker.named(name, entry.kind))
            };
            let own = own_by(NameStrength::Strong).or_else(|| own_by(NameStrength::Weak));
            let names = own.map_or(ProposedAs::Known(entry.key), ProposedAs::Kept);
            (entry.kind, names)
        });
        let is_kept = matches!(names, ProposedAs::Kept(_));
        known.found.push(Found {
            start,
            end,
            kind: *kind,
            names: names.clone(),
            why: if is_kept {
                ProposalWhy::Name
            } else {
                ProposalWhy::Gazetteer
            },
            confidence: if certain { KNOWN } else { WEAK },
        });
    }
    known
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
