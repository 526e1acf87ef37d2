//! What is in the trash beside articles and quotes.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DossierId, EntityId, EntityKind, NoteId};

/// A thing that was deleted by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "is")]
pub enum Trashed {
    Note { id: NoteId },
    Entity { id: EntityId, kind: EntityKind },
    Dossier { id: DossierId },
}

/// It with what the window shows of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrashedThing {
    pub thing: Trashed,
    pub title: String,
    /// RFC 3339 in UTC.
    pub deleted_at: String,
}

/// A stretch of them, those deleted last first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrashedPage {
    pub total: u32,
    pub offset: u32,
    pub rows: Vec<TrashedThing>,
}
