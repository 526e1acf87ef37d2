//! How entities are related, and what else a person writes of one.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EntityId, EntityKind, RelationId};

/// What the one is to the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RelationKind {
    MemberOf,
    PartOf,
    LocatedIn,
    SuccessorOf,
    /// Holds a role, at the other one where there is one.
    Holds,
}

/// A relation that a person writes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewRelation {
    pub from: EntityId,
    pub kind: RelationKind,
    /// Needed but for roles.
    pub to: Option<EntityId>,
    /// The role that is held; empty for the others.
    pub role: String,
    /// `2011`, `2011-12` or `2011-12-17`.
    pub since: Option<String>,
    pub until: Option<String>,
    /// Where a person has it from.
    pub source: String,
}

/// A relation as the page of one of its entities shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Relation {
    pub id: RelationId,
    pub kind: RelationKind,
    /// The page's entity is what the other one is related to.
    pub inverse: bool,
    pub other: Option<RelatedEntity>,
    pub role: String,
    pub since: Option<String>,
    pub until: Option<String>,
    pub source: String,
}

/// The other end of a relation, as it is called now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RelatedEntity {
    pub id: EntityId,
    pub kind: EntityKind,
    pub name: String,
}

/// Something that a person wrote of an entity: `Born`, `8 January 1984`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntityField {
    pub name: String,
    pub value: String,
}
