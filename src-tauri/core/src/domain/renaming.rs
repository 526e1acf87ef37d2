//! Many entities called otherwise at once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EntityId, EntityKind};

/// What is replaced in names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Replacement {
    pub find: String,
    pub with: String,
    /// Capitals and small letters are not the same.
    pub match_case: bool,
}

/// What an entity would be called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlannedRenaming {
    pub id: EntityId,
    pub kind: EntityKind,
    pub from: String,
    pub to: String,
    pub doubt: Option<RenamingDoubt>,
}

/// What speaks against calling an entity so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RenamingDoubt {
    /// Nothing is left of the name, or it is too long.
    NoName,
    /// Another entity has this name.
    Taken,
    /// Two of those that are renamed would be called so.
    Twice,
}

/// An entity to be called otherwise, and what it was called when that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntityRenaming {
    pub id: EntityId,
    pub from: String,
    pub to: String,
}
