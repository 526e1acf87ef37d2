//! Recognised names that are kept entities' in other forms.

use foldhash::HashSet;

use super::article::Article;
use super::found::Found;
use crate::domain::{EntityId, ProposalWhy, ProposedAs};
use crate::entities::linking::InArticle;

/// A surname that fits one kept person only, in an article about others whom the
/// notebook has.
const LIKELY: f32 = 0.8;

/// Links recognised names to kept entities: first full names, then names of one word,
/// which lean on those.
pub(super) fn identify(article: &Article, linking: &InArticle<'_>, all: &mut [Found]) {
    let mut present: HashSet<EntityId> = all.iter().filter_map(kept_entity).collect();
    for is_long in [true, false] {
        for found in all
            .iter_mut()
            .filter(|found| found.names == ProposedAs::New)
        {
            let words = article.words(found.start, found.end);
            if words.contains([' ', '·', '-']) != is_long {
                continue;
            }
            let has = |entity| present.contains(&entity);
            let alone = !present.is_empty();
            if let Some(entity) = linking.whose(words, found.kind, &has, alone) {
                found.why = if present.contains(&entity) {
                    ProposalWhy::ShortForm
                } else {
                    ProposalWhy::Name
                };
                found.names = ProposedAs::Kept(entity);
                found.confidence = found.confidence.min(LIKELY);
                present.insert(entity);
            }
        }
    }
}

fn kept_entity(found: &Found) -> Option<EntityId> {
    match found.names {
        ProposedAs::Kept(entity) => Some(entity),
        _ => None,
    }
}
