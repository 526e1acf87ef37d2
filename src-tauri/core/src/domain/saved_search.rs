//! Searches that are kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{HitKind, NameChoice, SavedSearchId, SearchSort};

/// A search that a person gave a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedSearch {
    pub id: SavedSearchId,
    pub name: String,
    /// As typed.
    pub text: String,
    /// Only these; empty means all.
    pub kinds: Vec<HitKind>,
    pub sort: SearchSort,
    /// Which names of the entities that it asks for are searched, where not all are.
    pub names: Option<NameChoice>,
    /// The beginning of the newest id that was there when its results were last looked
    /// at, in sixteen hexadecimal digits: ids that sort after it are new.
    pub seen: String,
}

/// How many results a saved search has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchNews {
    pub id: SavedSearchId,
    /// With all of the words; counted to ten thousand.
    pub all: u32,
    /// Those of them that were not there when it was last looked at.
    pub new: u32,
}

/// What was searched for, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchHistory {
    pub texts: Vec<String>,
    /// What is searched for is kept.
    pub kept: bool,
}
