//! What was typed into the search box, as it was understood.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{EntityId, EntityKind, SearchedName};

/// A field that a query can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum QueryField {
    Title,
    /// Who wrote it.
    By,
    /// The outlet, as `in:` and `outlet:`.
    Outlet,
    Lang,
    Type,
    Tag,
    Dossier,
    Person,
    Org,
    Place,
    Event,
    Speaker,
    Before,
    After,
    On,
    Has,
    Is,
}

/// What a stretch of a query is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "kind")]
pub enum TokenKind {
    Word,
    /// `pre*`
    Prefix,
    /// `fuzzy~`
    Fuzzy,
    /// In quotation marks, perhaps with `~10` after them.
    Phrase,
    Or,
    Open,
    Close,
    /// `field:value`.
    Field {
        field: QueryField,
    },
    /// `field:` with nothing after it yet.
    Unfinished {
        field: QueryField,
    },
}

/// A stretch of a query, for the search box to show as one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QueryToken {
    #[serde(flatten)]
    pub kind: TokenKind,
    /// In characters of the query; with the `-` before it.
    pub start: u32,
    pub end: u32,
    /// Without quotation marks, stars and field names.
    pub text: String,
    /// A `-` stands before it.
    pub negated: bool,
}

/// One thing that a query asked for, to be said in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "asked"
)]
pub enum Explained {
    /// Any of these words; what has all of them comes first.
    Words { words: Vec<String> },
    /// Every result has something else of the query; these need not be there, and what has
    /// them comes first.
    Ranking { words: Vec<String> },
    /// The word that was typed last, which may go on: words that begin so are found too.
    GoesOn { word: String },
    /// They count little beside the others: "when", "of".
    FunctionWords { words: Vec<String> },
    /// Exactly so. `needed` is false where results without it are shown too: in a
    /// question, or when nothing has it.
    Phrase { text: String, needed: bool },
    /// These words within so many words of each other.
    Near { text: String, within: u32 },
    /// Words that begin so.
    Prefix { text: String },
    /// This word, and those spelt nearly so.
    Fuzzy { text: String },
    /// What this field holds.
    Field { field: QueryField, value: String },
    /// A time span: from the first day on, and up to and without the last (ISO 8601).
    Dates {
        from: Option<String>,
        until: Option<String>,
    },
    /// An entity by all its names.
    Entity {
        id: EntityId,
        kind: EntityKind,
        name: String,
        names: Vec<SearchedName>,
    },
    /// What is tagged with an entity, and nothing else that has one of its names.
    Tagged { name: String },
    /// No entity of this kind has this name; it is looked for as a phrase.
    UnknownEntity { field: QueryField, name: String },
    /// Nothing in the notebook can have this yet.
    NothingHas { field: QueryField, value: String },
    /// One of these.
    Either { sides: Vec<Explained> },
    /// All of these, in parentheses.
    Group { parts: Vec<Explained> },
    /// Results don't have this.
    Without { part: Box<Explained> },
    /// It is written as a field, but is none, or its value means nothing to `field`: `typed`
    /// is searched as words.
    AsWords {
        field: Option<QueryField>,
        typed: String,
    },
    /// More was typed than is searched for; what comes after is left out.
    LeftOut,
}

/// A word that may have been meant, from the library's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    /// The query with the word put right.
    pub query: String,
    pub typed: String,
    pub meant: String,
}

/// A value that a field may be given, to be offered while it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldValue {
    /// An outlet's name, `ru`, `unread`, `last month`.
    pub value: String,
    /// As it is written after the field's name: `"Le Monde"`.
    pub written: String,
    /// Articles, notes and entities that have it.
    pub count: u32,
    /// For an entity.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub kind: Option<EntityKind>,
    /// The entity's name that was typed, where it is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub matched: Option<String>,
}
