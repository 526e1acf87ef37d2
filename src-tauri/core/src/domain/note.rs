//! Notes, the links in them, and what links back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ArticleId, ClippingId, EntityId, EntityKind, NoteId};

/// What a link leads to. In a note's Markdown it is written
/// `[[article:ID|words]]`, `[[entity:ID|words]]`, `[[note:ID|words]]` or `[[quote:ID|words]]`:
/// by id, so that renaming breaks nothing; the words are what was shown when
/// it was written, kept for the day that the target is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "to")]
pub enum LinkTarget {
    Article { id: ArticleId },
    Entity { id: EntityId },
    Note { id: NoteId },
    Quote { id: ClippingId },
}

/// A target with what the window shows for it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkLabel {
    pub target: LinkTarget,
    pub title: String,
    /// For entities.
    pub kind: Option<EntityKind>,
    /// The target is deleted.
    pub gone: bool,
}

/// One row of the note list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteRow {
    pub id: NoteId,
    pub title: String,
    /// The first words of the body, links shown by title.
    pub excerpt: String,
    /// RFC 3339 in UTC.
    pub edited_at: String,
}

/// A stretch of the note list, newest edit first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotePage {
    pub total: u32,
    pub offset: u32,
    pub rows: Vec<NoteRow>,
}

/// A note as the editor opens it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    pub id: NoteId,
    pub title: String,
    /// Markdown with links by id.
    pub body: String,
    pub created_at: String,
    pub edited_at: String,
    /// Rises with each save; a save names the revision that it builds on.
    pub revision: u32,
    pub deleted: bool,
    /// New notes can begin with its text.
    pub template: bool,
    /// One for each distinct target linked in the body.
    pub links: Vec<LinkLabel>,
}

/// What a save did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteSaved {
    pub revision: u32,
    pub edited_at: String,
    pub links: Vec<LinkLabel>,
}

/// A candidate while typing `[[`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LinkCandidate {
    pub target: LinkTarget,
    /// The passage of it, as the link names it: a heading, or `^block`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub anchor: Option<String>,
    /// What the link will show.
    pub title: String,
    pub kind: Option<EntityKind>,
    /// What was matched: an alias, or the title itself.
    pub matched: String,
    /// Outlet and year of an article; nothing otherwise.
    pub detail: Option<String>,
}
