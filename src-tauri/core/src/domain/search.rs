//! Questions put to the index and what comes back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    ArticleId, ClippingId, EntityId, EntityKind, Explained, MatchedName, MonthCount, NameChoice,
    NoteId, PrintedTime, QueryToken, Span, Suggestion, WireSummary,
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
    /// By relevance when not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub sort: Option<SearchSort>,
    /// Copies of one agency text each for itself; else the best of them stands for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub every_copy: Option<bool>,
    /// Which names of the entities in it are searched; all when not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub names: Option<NameChoice>,
    /// Who asks: a further question of the same asker stops this one. Without a name, nothing
    /// but its end does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub asker: Option<String>,
}

/// The order of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SearchSort {
    /// With a gentle preference for matches in titles and for recent articles.
    #[default]
    Relevance,
    Newest,
    Oldest,
    /// By the outlet's name; within one, the newest first.
    Outlet,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HitKind {
    Article,
    Note,
    Entity,
    Quote,
}

/// How a query is understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadQuery {
    /// For the search box.
    pub tokens: Vec<QueryToken>,
    /// For *Explain*.
    pub asked: Vec<Explained>,
    /// Entities that words of the query are names of, to search by all their names.
    pub offers: Vec<EntityOffer>,
}

/// An entity that words of a query are a name of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntityOffer {
    pub id: EntityId,
    pub kind: EntityKind,
    pub name: String,
    pub articles: u32,
    /// Where the name stands in the query, in characters.
    pub start: u32,
    pub end: u32,
    /// What to write there to search by all names: `person:"Kim Jong Un"`.
    pub token: String,
}

/// How many results have a value, and what to add to the query to keep only those.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FacetCount {
    pub value: String,
    pub count: u32,
    /// `in:"Le Monde"`
    pub token: String,
}

/// What is found, counted by what it is and has. Exact.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchFacets {
    /// Copies of one agency text count once here, and each for itself below.
    pub by_kind: SearchCounts,
    /// The most frequent first.
    pub languages: Vec<FacetCount>,
    pub outlets: Vec<FacetCount>,
    pub entities: Vec<FacetCount>,
    pub states: Vec<FacetCount>,
    /// Tags, with those that they are parts of.
    pub tags: Vec<FacetCount>,
    pub dossiers: Vec<FacetCount>,
    /// Outlets and entities beside those listed.
    pub more_outlets: u32,
    pub more_entities: u32,
    /// Months that articles are of, in order; undated ones are of none.
    pub months: Vec<MonthCount>,
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
        /// The copies of the same agency text, this one among them.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        wire: Option<WireSummary>,
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
    Quote {
        id: ClippingId,
        /// A highlight with a comment, and no quote.
        highlight: bool,
        /// None once it is gone for good.
        article: Option<ArticleId>,
        outlet: Option<String>,
        published: Option<PrintedTime>,
        language: Option<String>,
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
    /// Where the query names an entity: which of its names the result has, the surest
    /// first.
    pub via: Vec<MatchedName>,
    /// Words of the query as they stand in it, each once: in its title or its text, also
    /// outside the passage.
    pub words: Vec<String>,
    pub score: f32,
}

/// Results, best first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchResults {
    pub hits: Vec<SearchHit>,
    /// Over all kinds asked for; exact when there are no `more`.
    pub total: u32,
    /// There are more articles than the 10,000 that are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub more: Option<bool>,
    /// How many of all kinds have all of the words; `total` counts any of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub all_words: Option<u32>,
    /// The query that finds only what has all of the words, where it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub all_words_query: Option<String>,
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
    pub quotes: u32,
}
