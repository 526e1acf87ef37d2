//! What a list of sources says of each.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PrintedTime;

/// One source, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Citation {
    pub title: String,
    /// People credited, in order.
    pub byline: Vec<String>,
    pub outlet: Option<String>,
    pub published: Option<PrintedTime>,
    pub url: Option<String>,
}
