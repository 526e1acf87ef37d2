//! Who and what is named together around one entity, from `article_entities`.

use std::collections::HashMap;

use rusqlite::{Connection, params};

use super::entity_table::read_row;
use crate::Result;
use crate::domain::{ArticleId, EntityId, EntityKind, NamedTogether, NeighbourLink};

/// The articles that name the entity, from one time to another (milliseconds since 1970,
/// the second not included): the newest `most`.
pub(crate) fn articles(
    conn: &Connection,
    entity: EntityId,
    (from, to): (i64, i64),
    most: u32,
) -> Result<Vec<ArticleId>> {
    let mut statement = conn.prepare_cached(
        "SELECT article_id FROM article_entities
         WHERE entity_id = ?1 AND listed_ms >= ?2 AND listed_ms < ?3
         ORDER BY dated DESC, listed_ms DESC, article_id DESC LIMIT ?4",
    )?;
    let rows = statement.query_map(params![entity, from, to, most], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Which entities each article names.
pub(crate) struct NamedIn(Vec<Vec<EntityId>>);

impl NamedIn {
    pub fn read(conn: &Connection, articles: &[ArticleId]) -> Result<Self> {
        let mut statement =
            conn.prepare_cached("SELECT entity_id FROM article_entities WHERE article_id = ?1")?;
        let named = articles.iter().map(|article| {
            let rows = statement.query_map([article], |row| row.get(0))?;
            rows.collect::<rusqlite::Result<Vec<EntityId>>>()
        });
        Ok(Self(named.collect::<rusqlite::Result<_>>()?))
    }

    /// The entities beside `entity` with how many articles they share, the most often named
    /// first; of equals, those named more seldom elsewhere, which say more.
    pub fn neighbours(
        &self,
        conn: &Connection,
        entity: EntityId,
        kinds: &[EntityKind],
        limit: usize,
    ) -> Result<Vec<NamedTogether>> {
        let mut shared: HashMap<EntityId, u32> = HashMap::new();
        for named in self.0.iter().flatten().filter(|named| **named != entity) {
            *shared.entry(*named).or_default() += 1;
        }
        let mut often: Vec<(EntityId, u32)> = shared.into_iter().collect();
        often.sort_unstable_by_key(|(id, shared)| (std::cmp::Reverse(*shared), *id));
        let mut statement = conn.prepare_cached(
            "SELECT id, kind, name, articles FROM entities WHERE id = ?1 AND deleted_ms IS NULL",
        )?;
        let mut neighbours = Vec::new();
        for (id, shared) in often {
            // All that are named as often as the last are compared.
            let last = neighbours.get(limit.saturating_sub(1));
            if last.is_some_and(|last: &NamedTogether| last.shared > shared) {
                break;
            }
            for entity in statement.query_map([id], read_row)? {
                let entity = entity?;
                if kinds.is_empty() || kinds.contains(&entity.kind) {
                    neighbours.push(NamedTogether { entity, shared });
                }
            }
        }
        neighbours.sort_by(|a, b| {
            let rank = |one: &NamedTogether| (std::cmp::Reverse(one.shared), one.entity.articles);
            rank(a)
                .cmp(&rank(b))
                .then_with(|| a.entity.name.cmp(&b.entity.name))
        });
        neighbours.truncate(limit);
        Ok(neighbours)
    }

    /// How often each two of `entities` are named together, most often first.
    pub fn links(&self, entities: &[EntityId]) -> Vec<NeighbourLink> {
        let place: HashMap<EntityId, usize> = (0..).zip(entities).map(|(n, id)| (*id, n)).collect();
        let mut pairs: HashMap<(usize, usize), u32> = HashMap::new();
        for named in &self.0 {
            let mut places: Vec<usize> = named
                .iter()
                .filter_map(|id| place.get(id))
                .copied()
                .collect();
            places.sort_unstable();
            for (nth, one) in places.iter().enumerate() {
                for other in places.iter().skip(nth + 1) {
                    *pairs.entry((*one, *other)).or_default() += 1;
                }
            }
        }
        let mut pairs: Vec<_> = pairs.into_iter().collect();
        pairs.sort_unstable_by_key(|(pair, shared)| (std::cmp::Reverse(*shared), *pair));
        let link = |((one, other), shared): ((usize, usize), u32)| {
            Some(NeighbourLink {
                one: *entities.get(one)?,
                other: *entities.get(other)?,
                shared,
            })
        };
        pairs.into_iter().filter_map(link).collect()
    }
}
