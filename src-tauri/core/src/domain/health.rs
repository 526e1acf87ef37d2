//! How search stands, for the panel that shows it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::SearchCounts;

/// What the index covers, what it takes and what is the matter with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IndexHealth {
    /// What search can find.
    pub covered: SearchCounts,
    /// What the notebook keeps outside the trash.
    pub kept: SearchCounts,
    /// Changes saved but not yet searchable.
    pub waiting: u32,
    /// On disk, in bytes, with an index that is being made.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Parts that the index is written in; they are merged by and by.
    pub segments: u32,
    /// Version of the analysis that the index was made with. An older one than
    /// `newest_version` is being replaced.
    pub version: u32,
    pub newest_version: u32,
    /// Given while a whole index is being made.
    pub rebuild: Option<IndexRebuild>,
    /// The notebook's folder for the index can't be used: it is kept in a temporary
    /// folder, and made anew at each start.
    pub elsewhere: bool,
    /// Why the index could not be brought up to date, as long as that is so.
    pub problem: Option<IndexFailure>,
}

/// How far a new index is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IndexRebuild {
    pub done: u32,
    pub of: u32,
    /// The index before it answers until the new one is whole. Else search covers what
    /// is done.
    pub behind: bool,
}

/// What kept the index from being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IndexFailure {
    pub problem: IndexProblem,
    /// When it was last tried (RFC 3339).
    pub at: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum IndexProblem {
    DiskFull,
    /// The folder or its files may not be written to, or another program holds them.
    NotWritable,
    /// What is on disk is not what was written; a new index is made.
    Damaged,
    /// The log says more.
    Other,
}
