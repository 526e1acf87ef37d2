//! Dossiers: a story in the making, as an ordered outline of what is kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    ArticleId, Clipping, ClippingId, DossierId, DossierItemId, EntityId, EntityKind, NoteId,
    PrintedTime,
};

/// One row of the list of dossiers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DossierRow {
    pub id: DossierId,
    pub name: String,
    /// What is in it, headings not counted.
    pub items: u32,
    /// RFC 3339 in UTC.
    pub edited_at: String,
    pub deleted: bool,
}

/// What an item of a dossier stands for. Anything kept may be in many dossiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "is")]
pub enum ItemTarget {
    /// Words of the dossier's own.
    Heading,
    Article {
        id: ArticleId,
    },
    Entity {
        id: EntityId,
    },
    Note {
        id: NoteId,
    },
    /// Words that a person marked in an article.
    Quote {
        id: ClippingId,
    },
}

/// Statuses that the window has words for; a person may write any other.
pub mod item_status {
    pub const TO_VERIFY: &str = "toVerify";
    pub const ON_RECORD: &str = "onRecord";
    pub const NEED_SECOND_SOURCE: &str = "needSecondSource";
}

/// One place of the outline, with what the window shows there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DossierItem {
    pub id: DossierItemId,
    pub parent: Option<DossierItemId>,
    /// From 0.
    pub depth: u32,
    /// Its place among those of the same parent, from 1, and how many these are.
    pub position: u32,
    pub siblings: u32,
    /// How many stand directly under it.
    pub children: u32,
    /// What stands under it is not shown.
    pub closed: bool,
    pub target: ItemTarget,
    /// What the target is called now; of one that is gone, what it was called last. Of a
    /// quote, its first words.
    pub title: String,
    /// The target is in the trash or gone for good.
    pub gone: bool,
    /// `toVerify`, `onRecord`, `needSecondSource`, a person's own words, or nothing.
    pub status: String,
    pub question: String,
    /// For entities.
    pub kind: Option<EntityKind>,
    /// For articles.
    pub outlet: Option<String>,
    pub published: Option<PrintedTime>,
    pub language: Option<String>,
    /// The first words of a note.
    pub excerpt: Option<String>,
    /// What the card of a quote shows.
    pub quote: Option<Box<Clipping>>,
}

/// How many items have a status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatusCount {
    pub status: String,
    pub items: u32,
}

/// A stretch of an outline, in the order of reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DossierPage {
    pub dossier: DossierRow,
    /// Items that are shown, or that have the status asked for.
    pub total: u32,
    pub offset: u32,
    pub rows: Vec<DossierItem>,
    /// The most frequent first; items without one are not counted.
    pub statuses: Vec<StatusCount>,
}

/// Something to put into a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewItem {
    pub target: ItemTarget,
    /// A heading's words; of others, what they are called is looked up.
    pub title: String,
}

/// Where an item is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "at")]
pub enum ItemPlace {
    First { parent: Option<DossierItemId> },
    Last { parent: Option<DossierItemId> },
    Before { item: DossierItemId },
    After { item: DossierItemId },
}

/// How a key moves an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ItemShift {
    /// Before the one before it.
    Up,
    /// After the one after it.
    Down,
    /// Under the one before it.
    In,
    /// After the one that it stands under.
    Out,
}

/// What adding to a dossier did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DossierReport {
    /// Things that were not in it.
    pub total: u32,
    /// How many of these are in it now.
    pub done: u32,
    /// Things that it had already.
    pub already: u32,
    /// The first item that was added.
    pub first: Option<DossierItemId>,
}

/// A place where something stands in a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InDossier {
    pub dossier: DossierId,
    pub name: String,
    pub item: DossierItemId,
    /// Which item of the outline it is, from 1.
    pub number: u32,
    pub status: String,
    pub question: String,
}
