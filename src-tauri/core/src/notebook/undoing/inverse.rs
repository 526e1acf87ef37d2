//! How steps are reversed, as data.

use serde::{Deserialize, Serialize};

use crate::domain::{
    ArticleFlag, ArticleId, Candidate, ClippingId, EntityField, EntityId, EntityKind, Field,
    ImportId, ImportItemId, MentionBy, MentionId, MentionStatus, NameId, NameStrength, NoteId,
    Pick, ProposalId, RelationId, SavedSearchId,
};
use crate::notebook::clippings::Joined;
use crate::notebook::dossiers::DossierStep;
use crate::notebook::notes::taking_out::PutIn;
use crate::notebook::proposing::{AcceptedBefore, KindWas, WordsWere};
use crate::notebook::tags::TagRenamed;
use crate::notebook::versions::Reread;
use crate::notebook::wire::WireWas;
use crate::store::clipping_table::ClippingMarks;
use crate::store::mention_table::MentionRow;
use crate::store::move_table::Moved;
use crate::store::proposal_table::Rejection;
use crate::store::relation_table::RelationRow;

/// How to reverse a step. Stored as JSON: add variants, never change one.
///
/// What does a step again once it was taken back is written in the same way.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "do")]
pub(in super::super) enum Inverse {
    /// Removes what an import added and is still there.
    UndoImport {
        import: ImportId,
    },
    RestoreImported {
        articles: Vec<ArticleId>,
        problems: Vec<ImportItemId>,
    },
    RestoreAdded(Moved),
    RestoreArticles {
        ids: Vec<ArticleId>,
    },
    RestoreEntity {
        id: EntityId,
    },
    RestoreNote {
        id: NoteId,
    },
    /// Takes a tag back: its mentions, the statuses it changed, and the name and
    /// entity that it made.
    Untag {
        article: ArticleId,
        mentions: Vec<MentionId>,
        statuses: Vec<MentionWas>,
        name: Option<NameId>,
        entity: Option<EntityId>,
    },
    SetMentions {
        article: ArticleId,
        statuses: Vec<MentionWas>,
    },
    SetField {
        article: ArticleId,
        field: Field,
        candidates: Vec<Candidate>,
    },
    UseText {
        article: ArticleId,
        version: u32,
    },
    RemoveName {
        name: NameId,
    },
    AddName {
        entity: EntityId,
        name: NameId,
        text: String,
        strength: NameStrength,
    },
    PreferName {
        entity: EntityId,
        name: NameId,
        /// The name that a renaming added.
        added: Option<NameId>,
    },
    SetStrength {
        name: NameId,
        strength: NameStrength,
    },
    SetKind {
        entity: EntityId,
        kind: EntityKind,
    },
    SetDescription {
        entity: EntityId,
        description: String,
    },
    /// Hash of the picture that it had.
    SetPicture {
        entity: EntityId,
        picture: Option<String>,
    },
    /// Splits off what was merged.
    SplitEntities {
        parts: Vec<EntityId>,
    },
    /// Puts an entity back under the one that held it.
    MergeAgain {
        part: EntityId,
        holder: EntityId,
    },
    /// They may be the same again.
    ForgetUnlike {
        one: EntityId,
        other: EntityId,
    },
    /// A relation as it was; nothing: there was none.
    PutRelation {
        id: RelationId,
        before: Option<RelationRow>,
    },
    /// Takes relations away that a list brought.
    RemoveRelations {
        ids: Vec<RelationId>,
    },
    SetFields {
        entity: EntityId,
        fields: Vec<EntityField>,
    },
    /// Takes entities and names back that a list brought.
    TakeListed {
        entities: Vec<EntityId>,
        names: Vec<NameId>,
    },
    RestoreWire(WireWas),
    UndoReread {
        readings: Vec<Reread>,
    },
    /// Opens a problem again; the article that a person made of it goes to the trash.
    ReopenProblem {
        item: ImportItemId,
        article: Option<ArticleId>,
    },
    /// What is remembered for an outlet; `None`: nothing.
    RememberPick {
        host: String,
        pick: Option<Pick>,
    },
    /// Takes a saved search out of the list.
    RemoveSearch {
        id: SavedSearchId,
    },
    RestoreSearch {
        id: SavedSearchId,
    },
    RenameSearch {
        id: SavedSearchId,
        name: String,
    },
    /// Takes a tag from articles.
    TakeTag {
        tag: String,
        articles: Vec<ArticleId>,
    },
    /// Gives articles a tag.
    GiveTag {
        tag: String,
        articles: Vec<ArticleId>,
    },
    /// Tags as they were written.
    RenameTags {
        tags: Vec<TagRenamed>,
    },
    MarkRead {
        ids: Vec<ArticleId>,
        read: bool,
    },
    Mark {
        flag: ArticleFlag,
        ids: Vec<ArticleId>,
        on: bool,
    },
    /// Takes an acceptance of proposals back, with the entities and names that it made.
    Unaccept {
        decision: i64,
        entities: Vec<EntityId>,
        names: Vec<NameId>,
        /// Entities that were told to be an entry of the gazetteer.
        known_as: Vec<EntityId>,
    },
    Unreject {
        ids: Vec<ProposalId>,
        rejections: Vec<Rejection>,
    },
    RestoreProposalKinds {
        was: Vec<KindWas>,
    },
    RestoreProposalWords {
        were: WordsWere,
    },
    /// Gives notes the texts of these versions again.
    RewriteNotes {
        notes: Vec<(NoteId, u32)>,
    },
    /// Takes out of a note what the step put into it.
    TakeOut(PutIn),
    Dossier(DossierStep),
    /// Takes clippings out of the articles that they were made in.
    RemoveClippings {
        ids: Vec<ClippingId>,
    },
    RestoreClippings {
        ids: Vec<ClippingId>,
    },
    /// What was said of a clipping before.
    MarkClipping {
        id: ClippingId,
        marks: ClippingMarks,
    },
    /// Makes the parties of quotes words again, which a name made an entity's.
    PartQuotes {
        joined: Vec<Joined>,
    },
    /// Makes a merged note one of its own again.
    UnmergeNote {
        part: NoteId,
    },
    /// Moves a note that a step made to the trash.
    TrashNote {
        id: NoteId,
    },
    /// Articles to the trash again.
    TrashArticles {
        ids: Vec<ArticleId>,
    },
    /// What an import added to the trash again.
    TrashAdded(Moved),
    /// Mentions as they were kept, where the article has the same text.
    PutMentions {
        article: ArticleId,
        mentions: Vec<MentionRow>,
    },
    /// They are not the same again.
    TellApart {
        one: EntityId,
        other: EntityId,
    },
    /// A problem is dealt with again, by the article that a person made of it.
    CloseProblem {
        item: ImportItemId,
        article: Option<ArticleId>,
    },
    /// Makes a note a part of another again.
    MergeNoteAgain {
        part: NoteId,
        holder: NoteId,
    },
    /// Gives parties of quotes that are words again the entities that they were.
    JoinQuotes {
        joined: Vec<Joined>,
    },
    /// A note is a template, or not.
    SetTemplate {
        id: NoteId,
        template: bool,
    },
    SetNoteTitle {
        id: NoteId,
        title: String,
    },
    /// Opens problems again, or closes them, that a person left as they are.
    SetProblems {
        items: Vec<ImportItemId>,
        resolved: bool,
    },
    /// Accepts proposals again, whose entities and names are there.
    AcceptAgain(AcceptedBefore),
    RejectAgain {
        ids: Vec<ProposalId>,
        rejections: Vec<Rejection>,
    },
    /// Does a step again while its notes have the texts that they had when it was taken back,
    /// each by its SHA-256.
    Resting {
        texts: Vec<(NoteId, String)>,
        again: Box<Inverse>,
    },
    /// All of them, in this order.
    Several {
        steps: Vec<Inverse>,
    },
}

/// What a mention was before a step.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in super::super) struct MentionWas {
    pub id: MentionId,
    pub status: MentionStatus,
    pub by: MentionBy,
}
