//! Where the places are that an entity is named with.

use super::entities::Entities;
use crate::Result;
use crate::domain::{EntityId, EntityKind, EntityRow, PlaceOnMap};
use crate::entities::{Gazetteer, GazetteerEntry};
use crate::store::{entity_table, neighbourhood, proposal_table};

/// The newest articles of an entity that are looked at.
const MOST_ARTICLES: u32 = 5_000;
/// More places than these nobody tells apart.
const MOST_PLACES: usize = 60;

impl Entities<'_> {
    /// The places named most often beside this entity whose whereabouts the gazetteer knows,
    /// and the entity itself where it is one; the most often named first.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] where there is no such entity.
    pub fn places(&self, id: EntityId) -> Result<Vec<PlaceOnMap>> {
        let shared = self.0.shared();
        let gazetteer = shared.gazetteer.current();
        shared.store.read("look for places", |conn| {
            let own = entity_table::record(conn, id)?;
            let all = (i64::MIN, i64::MAX);
            let articles = neighbourhood::articles(conn, id, all, MOST_ARTICLES)?;
            let named = neighbourhood::NamedIn::read(conn, &articles)?;
            let near = named.neighbours(conn, id, &[EntityKind::Place], MOST_PLACES)?;
            let mut named: Vec<(EntityRow, u32)> = near
                .into_iter()
                .map(|one| (one.entity, one.shared))
                .collect();
            if own.kind == EntityKind::Place {
                let articles = u32::try_from(articles.len()).unwrap_or(u32::MAX);
                let row = EntityRow {
                    id,
                    kind: own.kind,
                    name: own.name,
                    articles,
                    alike: None,
                };
                named.insert(0, (row, articles));
            }
            let mut places = Vec::new();
            for (entity, shared) in named {
                let key = proposal_table::known_as(conn, entity.id)?;
                let entry = entry_of(&gazetteer, key, &entity.name);
                let place = entry.and_then(|entry| Some((entry.place?, entry.is_country())));
                if let Some(((latitude, longitude), country)) = place {
                    places.push(PlaceOnMap {
                        entity,
                        shared,
                        latitude,
                        longitude,
                        country,
                    });
                }
            }
            Ok(places)
        })
    }
}

/// The entry that an entity was made from, or the only place of its name.
fn entry_of(gazetteer: &Gazetteer, key: Option<String>, name: &str) -> Option<GazetteerEntry> {
    if let Some(entry) = key.and_then(|key| gazetteer.by_key(&key)) {
        return Some(entry);
    }
    let found = gazetteer.find(name);
    let [only] = found.as_slice() else {
        return None;
    };
    let whole = only.start == 0 && only.end as usize == name.chars().count();
    let entry = gazetteer.entry(only.entry);
    (whole && entry.kind == EntityKind::Place).then_some(entry)
}
