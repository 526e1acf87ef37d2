//! What can be done to many articles at once.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ArticleId;

/// What a person has marked an article as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ArticleFlag {
    Read,
    Starred,
    /// Put away: in the library no more, nor in the inbox; found as before.
    Archived,
}

/// Articles that a person has chosen in a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ChosenArticles {
    /// Just these.
    pub articles: Vec<ArticleId>,
    /// Rows, each with all copies of an agency text that it stands for.
    pub rows: Vec<ArticleId>,
}

/// What is to be done to all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "do")]
pub enum ManyArticlesAction {
    Mark {
        flag: ArticleFlag,
        on: bool,
    },
    AddTag {
        tag: String,
    },
    RemoveTag {
        tag: String,
    },
    Delete,
    /// Out of the trash.
    Restore,
    /// Reads their originals again.
    Reread,
}

/// How far it is. What was as asked for already is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ManyArticlesReport {
    pub total: u32,
    pub done: u32,
}
