//! What reading an article proposes: names that a person accepts or rejects.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ArticleId, EntityId, EntityKind, ProposalId, Span, UndoStep};

/// Why a name is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ProposalWhy {
    /// A kept entity has this name.
    Name,
    /// The gazetteer has it.
    Gazetteer,
    /// The words around it read as those around a name.
    Recognised,
    /// The text itself binds the letters to a name: `Korean Central News Agency (KCNA)`.
    Acronym,
    /// A part of a name that the article gives in full.
    ShortForm,
}

/// Which entity a proposed name is of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ProposedAs {
    Kept(EntityId),
    /// An entry of the gazetteer, by its key.
    Known(String),
    New,
}

/// A name as the reading of an article gives it: each name once, with all its places.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedName {
    pub kind: EntityKind,
    pub name: String,
    pub names: ProposedAs,
    /// The title or office that the article gives: `Foreign Minister`.
    pub role: Option<String>,
    pub spans: Vec<Span>,
    /// From 0 to 1.
    pub confidence: f32,
    pub why: ProposalWhy,
}

/// A place of a proposed name, with the words that stand there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedWords {
    pub span: Span,
    pub words: String,
}

/// A name proposed in one article, as long as nobody has decided about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Proposal {
    pub id: ProposalId,
    pub kind: EntityKind,
    pub name: String,
    /// The kept entity that it is.
    pub entity: Option<EntityId>,
    /// The gazetteer has it: accepting brings all its names.
    pub known: bool,
    pub role: Option<String>,
    /// How sure the reading is, in hundredths.
    pub confidence: u8,
    pub why: ProposalWhy,
    /// Rejected so often that it is not offered among those to review.
    pub weak: bool,
    /// Several entities may be meant.
    pub ambiguous: bool,
    /// In reading order, without those that are tagged by now.
    pub spans: Vec<ProposedWords>,
}

/// Which proposals are meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "of")]
pub enum ProposalsMeant {
    These {
        ids: Vec<ProposalId>,
    },
    /// The same names in all articles, by [`ProposalGroup::key`].
    Groups {
        keys: Vec<String>,
    },
}

/// What accepting does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AcceptProposals {
    pub which: ProposalsMeant,
    /// The kept entity that the names are of, where a person says which. An ambiguous name
    /// needs it.
    pub to: Option<EntityId>,
    /// None of the kept entities: the names are of a new one, also where kept ones share them.
    #[serde(default)]
    pub as_new: bool,
    /// Only these words; the rest stays proposed.
    pub only: Option<Span>,
}

/// What was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposalOutcome {
    /// Whose the first of the names is now: it may be called otherwise.
    pub entity: Option<EntityId>,
    /// Entities made.
    pub made: u32,
    /// Mentions added so far; the same names in further articles follow in the background.
    pub mentions: u32,
    /// Takes it back.
    pub step: UndoStep,
}

/// The same name proposed in some articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposalGroup {
    pub key: String,
    pub kind: EntityKind,
    pub name: String,
    pub entity: Option<EntityId>,
    pub known: bool,
    pub role: Option<String>,
    /// Several kept entities have this name: a person has to say which is meant.
    pub ambiguous: bool,
    pub articles: u32,
    pub mentions: u32,
    /// Where it stands, from the newest articles.
    pub examples: Vec<ProposalExample>,
}

/// A name to review that goes on from what was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedCandidate {
    /// [`ProposalGroup::key`].
    pub key: String,
    pub kind: EntityKind,
    pub name: String,
    pub articles: u32,
}

/// A proposed name in its sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposalExample {
    pub article: ArticleId,
    pub title: String,
    pub outlet: Option<String>,
    pub language: Option<String>,
    pub span: Span,
    pub before: String,
    pub words: String,
    pub after: String,
}

/// A stretch of the names to review, those in most articles first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposalPage {
    pub total: u32,
    pub offset: u32,
    pub rows: Vec<ProposalGroup>,
}

/// Where a name stands in the list of those to review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposalPlace {
    /// [`ProposalGroup::key`].
    pub key: String,
    pub row: u32,
}

/// How far the reading of articles for names is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadingStatus {
    /// A person may switch it off for a notebook.
    pub on: bool,
    /// Articles still to be read.
    pub waiting: u32,
    /// Articles read since there was last nothing to read.
    pub done: u32,
}
