//! Entities, their names and where they are mentioned.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AlikeTo, Anchor, ArticleId, EntityField, EntityId, MentionId, NameId, Relation, Span};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum EntityKind {
    Person,
    Organisation,
    Place,
    Event,
}

impl EntityKind {
    pub const ALL: [Self; 4] = [Self::Person, Self::Organisation, Self::Place, Self::Event];

    /// The word kept in the database and in exports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Event => "event",
        }
    }
}

/// What finding a name in an article leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum NameStrength {
    /// Tags on sight.
    Strong,
    /// Suggests only.
    Weak,
    /// Neither: searching the entity searches it too.
    SearchOnly,
}

/// One of an entity's names, in any script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntityName {
    pub id: NameId,
    pub text: String,
    pub strength: NameStrength,
    /// The one shown as the entity's name.
    pub preferred: bool,
    /// ISO 15924 of most of its letters: `Latn`, `Hang`, `Cyrl`.
    pub script: String,
    /// Mentions that carry this name.
    pub mentions: u32,
}

/// Whether a mention is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MentionStatus {
    /// A person said so, or a strong name was found.
    Confirmed,
    Suggested,
    Rejected,
}

/// Why a mention is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum MentionBy {
    /// A person tagged it.
    Person,
    /// One of the entity's names was found there.
    Name,
}

/// A span of an article that names an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Mention {
    pub id: MentionId,
    pub entity: EntityId,
    pub kind: EntityKind,
    /// The entity's preferred name.
    pub name: String,
    pub anchor: Anchor,
    pub status: MentionStatus,
    pub by: MentionBy,
    /// The name that matched, as the entity spells it.
    pub matched: Option<String>,
    /// The words are no longer where they were.
    pub orphaned: bool,
}

/// How far a tag reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum TagScope {
    /// These words here.
    Mention,
    /// The same words everywhere in this article.
    Article,
    /// In this article, and the words become a name of the entity, so that they
    /// are found in every article kept now and imported later.
    Always,
}

/// Which entity a tag is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "is")]
pub enum TagTarget {
    Known { id: EntityId },
    New { kind: EntityKind, name: String },
}

/// A tag that a person asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TagRequest {
    pub article: ArticleId,
    pub span: Span,
    pub target: TagTarget,
    pub scope: TagScope,
}

/// What tagging did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TagOutcome {
    pub entity: EntityId,
    pub name: String,
    /// True when the entity was made by this tag.
    pub created: bool,
    /// Mentions added in this article.
    pub added: u32,
}

/// One row of the entity list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntityRow {
    pub id: EntityId,
    pub kind: EntityKind,
    pub name: String,
    /// Articles that mention it.
    pub articles: u32,
    /// With whom it may be the same, where the list was asked for such ([`EntityQuery::alike`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub alike: Option<AlikeTo>,
}

/// What the entity list asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct EntityQuery {
    /// Only these kinds; empty means all.
    pub kinds: Vec<EntityKind>,
    pub sort: EntitySort,
    /// Only those with a name in this script, ISO 15924.
    pub script: Option<String>,
    /// Only those with a description, or only those without.
    pub described: Option<bool>,
    /// Only those that some article has nothing but suggestions of.
    pub unreviewed: bool,
    /// Only those that may be the same as another one.
    pub alike: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum EntitySort {
    /// Most articles first.
    #[default]
    Articles,
    Name,
}

/// A stretch of the entity list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntityPage {
    pub total: u32,
    pub offset: u32,
    pub rows: Vec<EntityRow>,
    /// How many of each kind the notebook has, in the order of [`EntityKind::ALL`].
    pub by_kind: Vec<u32>,
}

/// How many articles of a month mention an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MonthCount {
    /// `2022-05`.
    pub month: String,
    pub articles: u32,
}

/// Another entity named in the same articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamedTogether {
    pub entity: EntityRow,
    /// Articles that mention both.
    pub shared: u32,
}

/// Everything the entity page shows. Its articles come from an article list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Entity {
    pub id: EntityId,
    pub kind: EntityKind,
    pub name: String,
    pub description: String,
    /// SHA-256 of its picture, which is kept as those of notes are.
    pub picture: Option<String>,
    /// Preferred first, then by script and text.
    pub names: Vec<EntityName>,
    /// The name in the script of its own country, where the gazetteer knows that.
    pub own_name: Option<NameId>,
    pub articles: u32,
    pub mentions: u32,
    /// Months with at least one dated article, in order.
    pub months: Vec<MonthCount>,
    pub together: Vec<NamedTogether>,
    /// Entities that were merged into it, the last first.
    pub merged: Vec<MergedEntity>,
    /// What it is related to, the latest first.
    pub relations: Vec<Relation>,
    /// What else a person wrote of it, in their order.
    pub fields: Vec<EntityField>,
    pub deleted: bool,
}

/// An entity that another one holds since they were merged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MergedEntity {
    pub id: EntityId,
    pub kind: EntityKind,
    pub name: String,
    /// RFC 3339 in UTC.
    pub merged_at: String,
}

/// What the form of an entity was opened with, and what it says now: what is other is edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntityEdit {
    pub before: EntityForm,
    pub wanted: EntityForm,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntityForm {
    pub name: String,
    pub kind: EntityKind,
    pub description: String,
    /// SHA-256 of a picture that is kept; `None` shows none.
    pub picture: Option<String>,
}

/// A candidate while typing a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntityCandidate {
    pub id: EntityId,
    pub kind: EntityKind,
    pub name: String,
    /// The name that matched what was typed.
    pub matched: String,
    pub articles: u32,
}
