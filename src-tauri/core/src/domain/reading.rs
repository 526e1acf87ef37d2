//! Where somebody reads.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A place in an article's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadingPlace {
    pub block: u32,
    /// Letters of the block before it, in Unicode scalar values.
    pub at: u32,
}
