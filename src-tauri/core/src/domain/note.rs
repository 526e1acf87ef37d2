//! Notes, the links in them, and what links back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ArticleId, ClippingId, DossierId, EntityId, EntityKind, NoteId};

/// What a link leads to. In a note's Markdown it is written
/// `[[article:ID|words]]`, `[[entity:ID|words]]`, `[[note:ID|words]]`, `[[quote:ID|words]]`
/// or `[[dossier:ID|words]]`: by id, so that renaming breaks nothing; the words are what was shown when
/// it was written, kept for the day that the target is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "to")]
pub enum LinkTarget {
    Article { id: ArticleId },
    Entity { id: EntityId },
    Note { id: NoteId },
    Quote { id: ClippingId },
    Dossier { id: DossierId },
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
    /// When it was edited, or in the order of making when it was made: RFC 3339 in UTC.
    pub listed_at: String,
}

/// What the list of notes asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct NoteQuery {
    pub sort: NoteSort,
    /// Words, or beginnings of words, that the title has; none: all notes.
    pub filter: String,
    /// Templates instead of notes.
    pub templates: bool,
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum NoteSort {
    /// The last edited first.
    #[default]
    Edited,
    Title,
    /// The last made first.
    Created,
}

/// A stretch of the note list.
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

/// What an open note shows beside its text, which may change while the text does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteState {
    /// Of one that was merged, the note that has its text.
    pub id: NoteId,
    pub revision: u32,
    pub deleted: bool,
    pub template: bool,
    /// One for each distinct target linked in the body.
    pub links: Vec<LinkLabel>,
}

/// What was typed since a revision of a note: a long text is not told whole for each word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteEdits {
    /// In the order of the text, none reaching into another.
    pub edits: Vec<TextEdit>,
    /// Of the text that they make, in UTF-16 units.
    pub length: u32,
}

/// What stood from `from` to `to` in the text before, in UTF-16 units, is `insert` now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TextEdit {
    pub from: u32,
    pub to: u32,
    pub insert: String,
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
