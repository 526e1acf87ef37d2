//! Earlier texts of a note.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::TextDiff;

/// Why a text was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum VersionCause {
    /// Kept by the way while somebody wrote.
    Typed,
    /// Another text was saved meanwhile: this one lost, or may lose.
    Conflict,
    /// It stood before an earlier text was brought back.
    Restored,
    /// It stood before notes were merged.
    Merged,
    /// It stood before a part of it became a note of its own.
    Split,
    /// It stood before words in it became links.
    Linked,
    /// It stood before a quote was put into it.
    Quoted,
    /// It stood before a step was taken back.
    Undone,
}

/// One earlier text of a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteVersion {
    /// Names this version in commands; not a count.
    pub version: u32,
    pub title: String,
    /// When this text was saved, RFC 3339 in UTC.
    pub made_at: String,
    pub cause: VersionCause,
    /// The last text before a pause in writing.
    pub sitting_end: bool,
    /// Bytes of the text.
    pub size: u32,
}

/// What differs between two texts of a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteDiff {
    pub diff: TextDiff,
    /// So much differs that only the first part of it was compared.
    pub cut: bool,
}
