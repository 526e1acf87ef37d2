//! The names that a search for an entity goes by.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EntityId, NameId};

/// Which names of the entities in a query are searched; all, by default.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct NameChoice {
    /// Only the name that was typed, and not the others of its entity.
    pub only_typed: bool,
    /// Names that are switched off.
    pub without: Vec<NameId>,
}

/// A name that a search for an entity can go by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchedName {
    pub id: NameId,
    pub text: String,
}

/// A name of an entity that a result has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatchedName {
    pub entity: EntityId,
    /// As the entity spells it; its preferred name for a tag by hand.
    pub name: String,
    /// As the result has it.
    pub found: String,
    pub how: NameMatch,
}

/// How a result has a name; the surer first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum NameMatch {
    /// Letter for letter.
    Exact,
    /// But for case, accents, hyphens and the like.
    Folded,
    /// With an ending or a particle: `Зеленского`.
    Inflected,
    /// A person tagged other words there.
    Tagged,
}
