//! What `[[` and `@` offer.

use super::Notes;
use crate::domain::{HitKind, LinkCandidate, LinkTarget, NoteId, SearchQuery};
use crate::search::DocumentKey;
use crate::search::query::NoNames;
use crate::store::{article_table, entity_table, note_table};
use crate::text::fold;
use crate::{Result, notes};

impl Notes<'_> {
    /// What `[[` and then `typed` may link to: entities by any name, notes and
    /// articles by title.
    pub fn complete_link(&self, typed: &str, limit: u32) -> Result<Vec<LinkCandidate>> {
        let (entities, notes) = self.0.shared().store.read("complete a link", |conn| {
            let entities = entity_table::complete(conn, typed, limit)?;
            let entities = entities.into_iter().map(|entity| LinkCandidate {
                target: LinkTarget::Entity { id: entity.id },
                title: entity.name,
                anchor: None,
                kind: Some(entity.kind),
                matched: entity.matched,
                detail: None,
            });
            let notes = note_table::complete(conn, typed, limit)?;
            let notes = notes.into_iter().map(|(id, title)| LinkCandidate {
                target: LinkTarget::Note { id },
                matched: title.clone(),
                title,
                anchor: None,
                kind: None,
                detail: None,
            });
            Ok((entities.collect(), notes.collect()))
        })?;
        let articles = self.articles_titled(typed, limit)?;
        Ok(share(limit as usize, [entities, notes, articles]))
    }

    fn articles_titled(&self, typed: &str, limit: u32) -> Result<Vec<LinkCandidate>> {
        if typed.trim().is_empty() {
            return Ok(Vec::new());
        }
        let query = SearchQuery {
            text: typed.trim_end().to_owned(),
            kinds: vec![HitKind::Article],
            limit,
            ..SearchQuery::default()
        };
        let results = self.0.0.indexer.index().search(&query, &NoNames)?;
        self.0.shared().store.read("complete a link", |conn| {
            let mut candidates = Vec::new();
            for hit in results.hits {
                let DocumentKey::Article(id) = hit.key else {
                    continue;
                };
                let Some(article) = article_table::find_record(conn, id)? else {
                    continue;
                };
                if results
                    .marker
                    .mark(&article.title, article.language.as_deref())
                    .is_empty()
                {
                    continue;
                }
                let year = article
                    .published
                    .map(|time| time.iso.chars().take(4).collect());
                let detail: Vec<String> = article.outlet.into_iter().chain(year).collect();
                candidates.push(LinkCandidate {
                    target: LinkTarget::Article { id },
                    matched: article.title.clone(),
                    title: article.title,
                    anchor: None,
                    kind: None,
                    detail: (!detail.is_empty()).then(|| detail.join(", ")),
                });
            }
            Ok(candidates)
        })
    }

    /// What `title#typed` may link to: headings of the note that is called so, and blocks
    /// that have a name. Without a title those of `within`.
    pub fn complete_passage(
        &self,
        title: &str,
        typed: &str,
        within: Option<NoteId>,
        limit: u32,
    ) -> Result<Vec<LinkCandidate>> {
        self.0.shared().store.read("complete a link", |conn| {
            let note = match title.trim() {
                "" => within,
                title => note_table::complete(conn, title, limit)?
                    .into_iter()
                    .min_by_key(|(_, found)| fold(found) != fold(title))
                    .map(|(id, _)| id),
            };
            let Some(note) = note else {
                return Ok(Vec::new());
            };
            let note = note_table::record(conn, note)?;
            let typed = fold(typed.trim().trim_start_matches('^'));
            let found = notes::passages(&note.body)
                .into_iter()
                .filter(|passage| {
                    fold(passage.words).contains(&typed) || fold(&passage.anchor).contains(&typed)
                })
                .take(limit as usize)
                .map(|passage| LinkCandidate {
                    target: LinkTarget::Note { id: note.id },
                    title: note.title.clone(),
                    kind: None,
                    matched: notes::excerpt(passage.words),
                    detail: None,
                    anchor: Some(passage.anchor),
                });
            Ok(found.collect())
        })
    }
}

/// The best of each list, in the order of the lists, so that many of one sort
/// leave room for the others.
fn share(limit: usize, lists: [Vec<LinkCandidate>; 3]) -> Vec<LinkCandidate> {
    let mut room = limit;
    let mut taken = [0; 3];
    while room > 0 && (0..3).any(|n| taken[n] < lists[n].len()) {
        for (n, list) in lists.iter().enumerate() {
            if room > 0 && taken[n] < list.len() {
                taken[n] += 1;
                room -= 1;
            }
        }
    }
    let parts = lists.into_iter().zip(taken);
    parts
        .flat_map(|(list, n)| list.into_iter().take(n))
        .collect()
}
