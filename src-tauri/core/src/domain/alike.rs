//! Entities that may be the same.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EntityId, EntityKind, EntityRow};

/// What two entities that may be the same have in common; the surer first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum AlikeBy {
    /// The same words in a name.
    Name,
    /// The same words in another order.
    Order,
    /// A person's name without what stands between first name and surname in the other.
    Middle,
    /// Names that sound alike, perhaps in other scripts.
    Sound,
}

/// An entity that may be the same as another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlikeEntity {
    pub entity: EntityRow,
    pub by: AlikeBy,
    /// Its name that is like one of the other's.
    pub name: String,
    /// The other's name that it is like.
    pub own: String,
    /// Articles that name both.
    pub shared_articles: u32,
    /// Entities that are often named with either.
    pub shared_company: u32,
}

/// With whom an entity may be the same, as a row of the list says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AlikeTo {
    pub id: EntityId,
    pub kind: EntityKind,
    pub name: String,
    /// How many others it may be the same as.
    pub others: u32,
}
