//! Versions of an article, and what differs between two texts.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BlockKind, OriginalInfo, PrintedTime};

/// One saving of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArticleVersion {
    /// Names this version in commands; not a count.
    pub version: u32,
    /// As it was read, whatever a person has corrected since.
    pub title: String,
    pub published: Option<PrintedTime>,
    pub updated: Option<PrintedTime>,
    /// When the source says that it was saved, ISO 8601.
    pub saved: Option<String>,
    /// RFC 3339 in UTC; when a person changed it, for what a person made.
    pub imported_at: String,
    pub original: Option<OriginalInfo>,
    /// Words of the body.
    pub words: u32,
    /// The reader shows this one.
    pub shown: bool,
    /// A person made it of the one before; it is no saving of its own.
    pub by_person: bool,
    /// Words that the version before does not have.
    pub added: u32,
    /// Words of the version before that are gone.
    pub removed: u32,
}

/// What differs between two texts, in the reading order of the second, with what is
/// gone where it stood in the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TextDiff {
    pub parts: Vec<PartDiff>,
    /// Words that only the second text has.
    pub added: u32,
    /// Words that only the first text has.
    pub removed: u32,
}

/// One field or paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartDiff {
    pub of: TextPart,
    pub change: PartChange,
    /// The words in order; joined without the deleted ones, the second text.
    pub runs: Vec<DiffRun>,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "part")]
pub enum TextPart {
    Title,
    Standfirst,
    Byline,
    /// Times as [`PrintedTime::iso`].
    Published,
    Updated,
    Body {
        kind: BlockKind,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PartChange {
    Same,
    Changed,
    Inserted,
    Deleted,
    /// The same words stand elsewhere in the first text.
    MovedHere,
    /// The same words stand elsewhere in the second text.
    MovedAway,
}

/// How far reading originals again has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RereadReport {
    pub total: u32,
    pub done: u32,
    /// Articles of which the reading is another now.
    pub changed: u32,
    /// Articles without an original that could be read; they stay as they were.
    pub unread: u32,
}

/// Words that stand in both texts or in one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DiffRun {
    pub kind: RunKind,
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RunKind {
    Same,
    Inserted,
    Deleted,
}
