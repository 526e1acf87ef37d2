//! A person's own tags on articles.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A tag that articles have. `region/koreas` is a part of `region`: what asks for the
/// one finds the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Tag {
    /// As it was first written.
    pub path: String,
    /// Articles that have it or a part of it.
    pub articles: u32,
    /// What to write into a query: `tag:"region/koreas"`.
    pub token: String,
}

/// How far the tagging of all results is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TagReport {
    /// Articles that did not have the tag.
    pub total: u32,
    pub done: u32,
}
