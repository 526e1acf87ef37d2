//! Who and what is named together around one entity.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::entities::Entities;
use crate::Result;
use crate::domain::{EntityId, Neighbourhood, NeighbourhoodQuery};
use crate::store::{entity_table, neighbourhood};

/// The newest articles of an entity that are looked at.
const MOST_ARTICLES: u32 = 5_000;
/// More neighbours than these nobody tells apart.
const MOST_NEIGHBOURS: u32 = 60;

impl Entities<'_> {
    /// The entities named most often beside this one, and which of these are named together.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] where there is no such entity.
    pub fn neighbourhood(&self, id: EntityId, query: &NeighbourhoodQuery) -> Result<Neighbourhood> {
        let times = (
            query.from.and_then(start_of).unwrap_or(i64::MIN),
            query
                .to
                .and_then(|year| start_of(year.saturating_add(1)))
                .unwrap_or(i64::MAX),
        );
        let limit = query.limit.min(MOST_NEIGHBOURS) as usize;
        self.0.shared().store.read("look around an entity", |conn| {
            entity_table::record(conn, id)?;
            let mut articles = neighbourhood::articles(conn, id, times, MOST_ARTICLES + 1)?;
            let more = articles.len() > MOST_ARTICLES as usize;
            articles.truncate(MOST_ARTICLES as usize);
            let named = neighbourhood::NamedIn::read(conn, &articles)?;
            let neighbours = named.neighbours(conn, id, &query.kinds, limit)?;
            let ids: Vec<EntityId> = neighbours.iter().map(|one| one.entity.id).collect();
            Ok(Neighbourhood {
                articles: u32::try_from(articles.len()).unwrap_or(u32::MAX),
                more,
                links: named.links(&ids),
                neighbours,
            })
        })
    }
}

/// Milliseconds since 1970 at which a year begins, as dates without a zone are listed.
fn start_of(year: i16) -> Option<i64> {
    let midnight = Date::new(year, 1, 1).ok()?.at(0, 0, 0, 0);
    let start = TimeZone::UTC.to_timestamp(midnight).ok()?;
    Some(start.as_millisecond())
}
