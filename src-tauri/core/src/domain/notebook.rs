//! The notebook as a whole.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ArticleId, ClippingId, DossierId, EntityId, ImportId, NoteId};

/// Which notebook is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotebookInfo {
    /// The folder's name.
    pub name: String,
    pub path: String,
}

/// The sidebar's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotebookCounts {
    pub inbox: u32,
    /// All that are kept, put away or not.
    pub articles: u32,
    pub starred: u32,
    pub archived: u32,
    pub notes: u32,
    pub entities: u32,
    pub dossiers: u32,
    /// Import problems not dealt with.
    pub problems: u32,
    pub trash: u32,
    /// Things that are still on their way to the trash or back.
    pub moving: u32,
    /// Names proposed over the notebook that wait to be reviewed.
    pub proposals: u32,
    pub quotes: u32,
}

/// What emptying the trash would remove.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrashContents {
    pub articles: u32,
    /// With their history and the pictures that no other note has.
    pub notes: u32,
    pub dossiers: u32,
    /// With their names, tags and relations, and the entities that they hold.
    pub entities: u32,
    /// Originals that nothing but the trash refers to.
    pub originals: u32,
    /// Their bytes as received.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Highlights that go with their articles, and quotes and highlights that were deleted.
    pub clippings: u32,
    /// Quotes and commented highlights of these articles: they stay, with what is known of
    /// their source.
    pub clippings_kept: u32,
}

/// How many articles of the trash are gone for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrashProgress {
    pub total: u32,
    pub done: u32,
}

/// How the index stands to the notebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct IndexStatus {
    /// Items that search covers.
    pub indexed: u32,
    /// Items saved but not yet searchable.
    pub waiting: u32,
    /// A whole new index is being written behind the old one.
    pub rebuilding: bool,
    /// The index can't be written; search covers what it did.
    pub broken: bool,
}

/// What changed, so that views know what to fetch again. No ids means any of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "changed")]
pub enum Change {
    Articles {
        ids: Vec<ArticleId>,
    },
    Entities {
        ids: Vec<EntityId>,
    },
    Notes {
        ids: Vec<NoteId>,
    },
    Imports {
        ids: Vec<ImportId>,
    },
    /// Dossiers and what is in them.
    Dossiers {
        ids: Vec<DossierId>,
    },
    /// Quotes and highlights.
    Clippings {
        ids: Vec<ClippingId>,
    },
    /// Saved searches.
    Searches,
    /// Search covers more than before.
    Index,
    /// Names proposed in articles, and how far their reading is.
    Proposals,
}

/// Something that can be taken back, for the toast.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UndoStep {
    #[ts(type = "number")]
    pub id: i64,
    pub action: UndoAction,
    /// What it was done to: a title, a name, a number of things.
    pub subject: String,
    /// How many things it was done to, where the subject is that number.
    pub count: Option<u32>,
    /// When it was done, or taken back where it was: milliseconds since 1970, UTC.
    #[ts(type = "number")]
    pub at_ms: i64,
    /// It was taken back, and a note keeps what the step had put into it: that was changed since.
    pub kept: bool,
}

/// What was done, as a closed set that the window turns into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum UndoAction {
    Import,
    /// An import that added nothing but things that need attention: links to fetch, pictures of text.
    ImportProblems,
    /// An import that added nothing: articles that were there have its tags.
    ImportTags,
    /// Such an import taken back.
    TakeImportTags,
    DeleteArticle,
    DeleteEntity,
    DeleteNote,
    Tag,
    Untag,
    EditField,
    RestoreText,
    RemoveText,
    /// The words of a paragraph, or one more.
    CorrectText,
    CreateEntity,
    AddName,
    RemoveName,
    RenameEntity,
    EditEntity,
    MergeEntities,
    SplitEntity,
    /// Said that two are not the same.
    TellApart,
    /// Many at once.
    EditEntities,
    DeleteEntities,
    RelateEntities,
    RemoveRelation,
    ImportEntities,
    SplitWire,
    MergeWire,
    Reread,
    TypeText,
    PickText,
    ForgetPick,
    IgnoreProblem,
    MarkRead,
    MarkUnread,
    Star,
    Unstar,
    Archive,
    Unarchive,
    /// A person's own tag on articles.
    AddTag,
    RemoveTag,
    CreateDossier,
    RenameDossier,
    DeleteDossier,
    AddToDossier,
    RemoveFromDossier,
    MoveInDossier,
    EditDossierItem,
    /// A tag over the whole notebook.
    RenameTag,
    MergeTags,
    DeleteTag,
    SaveSearch,
    RenameSearch,
    DeleteSearch,
    /// Proposed names.
    AcceptProposals,
    RejectProposals,
    EditProposal,
    /// An earlier text of a note came back.
    RestoreNoteVersion,
    /// Words marked in an article.
    Highlight,
    Clip,
    EditClipping,
    DeleteClipping,
    RenameNote,
    MergeNotes,
    SplitNote,
    /// Words that named something became a link.
    LinkMention,
    /// A note is one to begin others with, or no longer.
    MakeTemplate,
    UnmakeTemplate,
}
