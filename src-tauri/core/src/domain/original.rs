//! Kept originals, as the window sees them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How an article came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OriginalInfo {
    /// Lower-case hex.
    pub sha256: String,
    /// Bytes as received.
    #[ts(type = "number")]
    pub size: u64,
    /// File name, link or "Pasted text", as it came in.
    pub name: String,
    /// Full path or link, where there was one.
    pub location: Option<String>,
    /// `text/html`, `text/plain`, `text/markdown`.
    pub media_type: String,
    pub encoding: Option<String>,
}

/// The kept original, made safe to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OriginalView {
    /// Sanitised HTML for a sandboxed frame: no script, no address that could be loaded.
    pub html: String,
    pub encoding: Option<String>,
    /// The stored bytes still have the SHA-256 that they were kept under.
    pub intact: bool,
    /// It is a PDF, whose pages can be drawn.
    pub pages: bool,
}

/// One page of a PDF, drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PagePicture {
    /// How many pages the PDF has.
    pub pages: u32,
    /// A PNG, as a `data:` address.
    pub picture: String,
}
