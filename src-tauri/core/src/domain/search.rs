//! Questions put to the index and what comes back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    ArticleId, EntityId, EntityKind, Explained, NoteId, PrintedTime, QueryToken, Span, Suggestion,
};

/// What a search asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct SearchQuery {
    /// As typed. Parsing never fails.
    pub text: String,
    /// Only these; empty means all.
    pub kinds: Vec<HitKind>,
    pub offset: u32,
    pub limit: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HitKind {
    Article,
    Note,
    Entity,
}

/// How a query is understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadQuery {
    /// For the search box.
    pub tokens: Vec<QueryToken>,
    /// For *Explain*.
    pub asked: Vec<Explained>,
}

/// What was found, and how to open it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "hit")]
pub enum HitTarget {
    Article {
        id: ArticleId,
        outlet: Option<String>,
        published: Option<PrintedTime>,
        language: Option<String>,
        /// The first match in the body or title, to open at.
        at: Option<Span>,
    },
    Note {
        id: NoteId,
        edited_at: String,
    },
    Entity {
        id: EntityId,
        kind: EntityKind,
        articles: u32,
    },
}

/// Text cut into runs, every second one (from the second on) a match.
/// `["North Korean leader ", "Kim Jong Un", " has"]`
pub type Marked = Vec<String>;

/// One result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchHit {
    pub target: HitTarget,
    pub title: Marked,
    /// The best passage, at most about 240 characters; empty when only the title matched.
    pub snippet: Marked,
    pub score: f32,
}

/// Results, best first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchResults {
    pub hits: Vec<SearchHit>,
    /// Exact, over all kinds asked for.
    pub total: u32,
    /// How many of all kinds have all of the words; `total` counts any of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub all_words: Option<u32>,
    /// A word that nothing has, put right.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub suggestion: Option<Suggestion>,
    pub by_kind: SearchCounts,
    /// Time in the core.
    pub milliseconds: f64,
    /// Items saved but not yet searchable.
    pub waiting: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchCounts {
    pub articles: u32,
    pub notes: u32,
    pub entities: u32,
}
