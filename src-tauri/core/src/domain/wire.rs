//! The same agency text in many outlets.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ArticleId, PrintedTime, WireGroupId};

/// What a list's row says of the group that it stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WireSummary {
    pub group: WireGroupId,
    /// How many articles, this one included.
    pub copies: u32,
    /// The outlets that printed it, in the order of their copies; each once.
    pub outlets: Vec<String>,
}

/// Copies of one agency text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WireGroup {
    pub id: WireGroupId,
    /// The copy that the others are compared with: the earliest that is about as long as
    /// the longest.
    pub reference: ArticleId,
    /// The earliest first.
    pub members: Vec<WireMember>,
}

/// One outlet's copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WireMember {
    pub article: ArticleId,
    pub title: String,
    pub outlet: Option<String>,
    pub published: Option<PrintedTime>,
    pub language: Option<String>,
    pub read: bool,
    pub words: u32,
    /// Words that the reference does not have.
    pub added: u32,
    /// Words of the reference that this copy does not have.
    pub removed: u32,
}
