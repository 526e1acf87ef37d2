//! Who and what is named together around one entity.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EntityId, EntityKind, EntityRow, NamedTogether};

/// Whose neighbours are asked for, and in which of its articles.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct NeighbourhoodQuery {
    /// Only these kinds; empty means all.
    pub kinds: Vec<EntityKind>,
    /// First and last year of the articles' dates; without a date, an article counts by the
    /// day of its import, as in lists.
    pub from: Option<i16>,
    pub to: Option<i16>,
    /// How many neighbours at most.
    pub limit: u32,
}

/// The entities most often named beside one, and how often each two of them are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Neighbourhood {
    /// How many of the entity's articles were looked at: the newest.
    pub articles: u32,
    /// There are more articles than were looked at.
    pub more: bool,
    /// Most often named together first.
    pub neighbours: Vec<NamedTogether>,
    /// Pairs of neighbours that are named together in the same articles, most often first.
    pub links: Vec<NeighbourLink>,
}

/// Two neighbours in the same articles of the entity between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NeighbourLink {
    pub one: EntityId,
    pub other: EntityId,
    pub shared: u32,
}

/// A place that is named beside an entity, with where it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceOnMap {
    pub entity: EntityRow,
    /// Articles that mention both; those of the entity itself where it is the place.
    pub shared: u32,
    /// Degrees, north and east.
    pub latitude: f32,
    pub longitude: f32,
    /// It is a country or territory, which is about there.
    pub country: bool,
}
