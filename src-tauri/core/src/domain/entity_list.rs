//! Lists of entities that come from outside, and what they would do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EntityField, EntityId, EntityKind, NameStrength, NewRelation, RelationId};

/// An entity as a list has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedEntity {
    /// As it was exported from a notebook.
    pub id: Option<EntityId>,
    pub kind: Option<EntityKind>,
    /// What the list calls its kind, where that is none known here.
    pub unknown_kind: Option<String>,
    pub name: String,
    /// Its other names.
    pub names: Vec<(String, NameStrength)>,
    pub description: String,
    pub fields: Vec<EntityField>,
    /// The entity that holds it since they were merged.
    pub merged_into: Option<EntityId>,
}

/// A relation as a list has it, at the entities that it was written for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRelation {
    pub id: Option<RelationId>,
    pub relation: NewRelation,
}

/// How lists of entities are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum EntityListFormat {
    Csv,
    /// JSON lines of FollowTheMoney.
    FollowTheMoney,
}

/// How many entities a list was written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntitiesWritten {
    pub entities: u32,
    /// Rows of entities that were merged into these.
    pub merged: u32,
}

/// What becomes of an entity of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ListedFate {
    /// It is new.
    Made,
    /// It is one that is kept, and gives that its names.
    Linked,
    /// It may be one of several, or one of another kind or in the trash, or its kind is not
    /// known.
    Doubtful,
}

/// An entity of a list and what would become of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlannedEntity {
    pub name: String,
    pub kind: EntityKind,
    /// What the list calls its kind, where that is none known here.
    pub unknown_kind: Option<String>,
    pub fate: ListedFate,
    /// The kept entity that it is, or the first that it may be.
    pub kept: Option<String>,
    /// Names that its entity would get.
    pub new_names: u32,
}

/// What a list would do.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntityListPlan {
    pub made: u32,
    pub linked: u32,
    pub doubtful: u32,
    /// Names that kept entities would get.
    pub new_names: u32,
    /// Relations that kept entities would get.
    pub new_relations: u32,
    /// Entries that an earlier one of the list says already.
    pub repeated: u32,
    /// Lines that are no entity.
    pub unread: u32,
    /// The numbers of the first of them, from one.
    pub unread_lines: Vec<u32>,
    /// The line of the first quotation mark that nothing closes: what stands behind it, up to
    /// the next one, is unread.
    pub unclosed_quote: Option<u32>,
    /// The first of each fate, doubtful ones before the others.
    pub rows: Vec<PlannedEntity>,
}

/// How far an import of entities is, and at the end what it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntityListReport {
    pub total: u32,
    pub done: u32,
    pub made: u32,
    pub linked: u32,
    /// Left out since they are doubtful.
    pub left_out: u32,
    /// The import was taken back while it ran: it has ended, and nothing of it is left.
    pub taken_back: bool,
}
