//! Recognised names that are kept entities' in other forms.

use foldhash::HashSet;

use super::article::Article;
use super::found::Found;
use crate::domain::{EntityId, EntityKind, ProposalWhy, ProposedAs};
use crate::entities::linking::{InArticle, are_inflected};
use crate::text;

/// A surname that fits one kept person only, in an article about others whom the
/// notebook has.
pub(super) const LIKELY: f32 = 0.8;
/// The same in an article about nobody else.
pub(super) const ALONE: f32 = 0.6;

/// Links recognised names to kept entities: first full names, then names of one word,
/// which lean on those. A name of one word in Latin letters needs others of the notebook
/// beside it: there it is met as it is spelt, and namesakes are many.
pub(super) fn identify(article: &Article, linking: &InArticle<'_>, all: &mut [Found]) {
    let mut present: HashSet<EntityId> = all.iter().filter_map(kept_entity).collect();
    for is_long in [true, false] {
        let strangers = if is_long {
            Vec::new()
        } else {
            strangers(article, all)
        };
        for found in all
            .iter_mut()
            .filter(|found| found.names == ProposedAs::New)
        {
            let words = article.words(found.start, found.end);
            if is_full(words) != is_long {
                continue;
            }
            let has = |entity| present.contains(&entity);
            let folded = text::fold(words);
            let alone = (!present.is_empty() || text::script_of(words) != "Latn")
                && !strangers.iter().any(|surname| is_same(surname, &folded));
            if let Some(entity) = linking.whose(words, found.kind, &has, alone) {
                found.why = if present.contains(&entity) {
                    ProposalWhy::ShortForm
                } else {
                    ProposalWhy::Name
                };
                let most = if present.is_empty() { ALONE } else { LIKELY };
                found.names = ProposedAs::Kept(entity);
                found.confidence = found.confidence.min(most);
                present.insert(entity);
            }
        }
    }
}

/// Surnames of persons whom the article has by full name and the notebook does not have:
/// alone they mean those.
pub(super) fn strangers(article: &Article, all: &[Found]) -> Vec<String> {
    let mut surnames: Vec<String> = all
        .iter()
        .filter(|found| found.kind == EntityKind::Person && kept_entity(found).is_none())
        .map(|found| article.words(found.start, found.end))
        .filter(|words| is_full(words))
        .filter_map(|words| words.rsplit(' ').next().map(text::fold))
        .collect();
    surnames.sort_unstable();
    surnames.dedup();
    surnames
}

pub(super) fn is_same(surname: &str, word: &str) -> bool {
    surname == word || are_inflected(surname, word)
}

fn is_full(words: &str) -> bool {
    words.contains([' ', '·', '-'])
}

pub(super) fn kept_entity(found: &Found) -> Option<EntityId> {
    match found.names {
        ProposedAs::Kept(entity) => Some(entity),
        _ => None,
    }
}
