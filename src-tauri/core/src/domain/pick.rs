//! What a person does where extraction fails: points at the article, or types it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ArticleId, ImportItemId};

/// How an article's text came to be.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "by")]
pub enum TextOrigin {
    /// The rules of extraction found it.
    #[default]
    Rules,
    /// A person pointed at it in the original.
    Picked,
    /// It stands where a person pointed on another page of this outlet.
    PickedFor { host: String },
    /// A person wrote or pasted it.
    Typed,
}

/// Where in an original a person pointed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "in")]
pub enum Pick {
    /// CSS selectors of the elements of a page that hold the article.
    Page { selectors: Vec<String> },
    /// Lines of a text, as [`super::SourcePiece::line`] counts them.
    Lines { lines: Vec<u32> },
}

/// Whose original is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "of")]
pub enum OriginalOf {
    Article {
        id: ArticleId,
    },
    /// Of a problem, whether or not it has an article.
    Problem {
        id: ImportItemId,
    },
}

/// An original whose blocks can be pointed at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Pickable {
    /// Sanitised HTML for a sandboxed frame, as [`super::OriginalView::html`]; what can be
    /// pointed at carries its number in `data-block`.
    pub html: String,
    /// Which original it is, for [`Self::html`]'s numbers say nothing of another.
    pub original: String,
    /// The outlet that a pick can be remembered for: none for texts, and for pages of
    /// which no address is known.
    pub host: Option<String>,
}

/// What a pick would give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PickPreview {
    /// Blocks of the body without captions.
    pub paragraphs: u32,
    /// Words of the body.
    pub words: u32,
    /// The beginnings of the first and of the last block.
    pub first: String,
    pub last: String,
}

/// Where the article stands on the pages of an outlet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutletPick {
    pub host: String,
    /// RFC 3339 in UTC.
    pub made_at: String,
}
