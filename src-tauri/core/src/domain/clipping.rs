//! Clippings: what a person marked in an article, and which of it is a quote.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Anchor, ArticleId, ClippingId, EntityId, EntityKind, PrintedTime, ProposalId, Span};

/// The colour of a highlight.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "camelCase")]
pub enum ClippingColour {
    #[default]
    Yellow,
    Green,
    Blue,
    Pink,
}

/// How the words of a quote are those of the speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum QuoteType {
    /// Whole sentences in quotation marks.
    #[default]
    Direct,
    /// Some words in quotation marks, in a sentence of the outlet's.
    Partial,
    /// In the outlet's words.
    Paraphrase,
    /// In another language than they were said in.
    Translation,
}

/// Who said something, or who passed it on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Party {
    /// The entity that is shown for it now: since it was merged, the one that holds it.
    pub entity: Option<EntityId>,
    pub kind: Option<EntityKind>,
    /// What the entity is called now; without one, what a person wrote.
    pub name: String,
    /// What the text calls them: `Mr Jong Un`. Empty where it doesn't.
    pub words: String,
    /// The entity is deleted.
    pub gone: bool,
}

/// A speaker or a source as a person gives it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct NewParty {
    pub entity: Option<EntityId>,
    /// Accepts this proposal of the article: the party is the entity that it is of.
    pub proposal: Option<ProposalId>,
    /// Makes a new entity of this kind that is called `name`.
    pub make: Option<EntityKind>,
    pub name: String,
    pub words: String,
}

/// When something was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Said {
    /// No more precise than it is known.
    pub time: PrintedTime,
    /// What in the text it was read from: `Monday's`.
    pub phrase: Option<String>,
}

/// Who said a quote, through whom, how and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Quote {
    #[serde(rename = "type")]
    pub quote_type: QuoteType,
    pub speaker: Option<Party>,
    /// The agency or outlet that reports it.
    pub via: Option<Party>,
    /// The words in the language that they were said in.
    pub original: Option<String>,
    pub said: Option<Said>,
}

/// The same as a person gives it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct NewQuote {
    #[serde(rename = "type")]
    pub quote_type: QuoteType,
    pub speaker: Option<NewParty>,
    pub via: Option<NewParty>,
    pub original: Option<String>,
    pub said: Option<Said>,
}

/// What a person says of the words that are marked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ClippingFacts {
    pub colour: ClippingColour,
    pub comment: String,
    /// Nothing for a highlight.
    pub quote: Option<NewQuote>,
}

/// Words of one paragraph, as whoever selected them saw them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WordsToClip {
    pub span: Span,
    /// The text may be another by now: only these words are marked.
    pub exact: String,
}

/// Words to mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewClipping {
    pub article: ArticleId,
    /// One for each paragraph: a selection over several is as many clippings.
    pub words: Vec<WordsToClip>,
    pub facts: ClippingFacts,
}

/// Where the words of a clipping are now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PassageState {
    /// At their place in the article.
    There,
    /// The article's text has them no longer.
    Lost,
    /// The article is in the trash.
    ArticleInTrash,
    /// The article is gone for good.
    ArticleGone,
}

/// The article of a clipping, as far as it is told: it outlives the article.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ClippingSource {
    pub title: String,
    pub byline: Vec<String>,
    pub outlet: Option<String>,
    pub published: Option<PrintedTime>,
    pub url: Option<String>,
    pub language: Option<String>,
}

/// Words that a person marked in an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Clipping {
    pub id: ClippingId,
    /// None once it is gone for good.
    pub article: Option<ArticleId>,
    pub source: ClippingSource,
    /// Where they are, or last were, and the words themselves.
    pub anchor: Anchor,
    /// Which paragraph of the article that is, from one, as a reader counts them (see
    /// [`BlockKind::is_paragraph`](super::BlockKind::is_paragraph)). None in a headline, a
    /// caption or a table, and once the article is gone for good.
    pub paragraph: Option<u32>,
    /// They are a part of a table's row, in which bars part the cells. False once the article
    /// is gone for good.
    pub row: bool,
    pub passage: PassageState,
    pub colour: ClippingColour,
    pub comment: String,
    pub quote: Option<Quote>,
    /// RFC 3339 in UTC.
    pub made_at: String,
    pub edited_at: String,
    pub deleted: bool,
}

/// Which clippings a list has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ClippingScope {
    #[default]
    Quotes,
    Highlights,
    /// Both, in the trash.
    Trash,
}

/// The order of a list of clippings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ClippingSort {
    /// The last made first.
    #[default]
    Made,
    /// By the speaker's name; within one, the last said first.
    Speaker,
    /// The last said first; without a day, by that of publication.
    Said,
    Outlet,
}

/// Which clippings are asked for. What is not given narrows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ClippingQuery {
    pub scope: ClippingScope,
    pub sort: ClippingSort,
    /// In the words, the comment, or the name of a party, in any case.
    pub text: String,
    /// Said by this entity or what it holds.
    pub speaker: Option<EntityId>,
    /// Passed on by it.
    pub via: Option<EntityId>,
    /// The quoted words themselves name it, as is confirmed, and it did not say them.
    pub about: Option<EntityId>,
    pub outlet: Option<String>,
    /// Said in or after this year, month or day; without a day, published then.
    pub from: Option<String>,
    /// Said in or before this one.
    pub until: Option<String>,
    /// Only those whose passage is not there.
    pub lost: bool,
}

/// A stretch of a list of clippings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClippingPage {
    pub total: u32,
    pub offset: u32,
    pub rows: Vec<Clipping>,
}

/// How a list of quotes is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum QuoteListFormat {
    Csv,
    Markdown,
}

/// A speaker or source that the text proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedParty {
    pub entity: Option<EntityId>,
    /// The name is only proposed in the article itself.
    pub proposal: Option<ProposalId>,
    pub kind: Option<EntityKind>,
    pub name: String,
    /// What the text calls them where it says so; empty after a pronoun.
    pub words: String,
    /// Read from a pronoun: the last one named before it.
    pub guessed: bool,
}

/// What the text around selected words says of them. Only proposed: a person decides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposedQuote {
    /// The words that are selected.
    pub exact: String,
    #[serde(rename = "type")]
    pub quote_type: QuoteType,
    pub speaker: Option<ProposedParty>,
    pub via: Option<ProposedParty>,
    pub said: Option<Said>,
    /// Others whom the article names: those of the sentence first.
    pub others: Vec<ProposedParty>,
    /// The agency that the report is from, where the text names nobody whom the words came
    /// through: to choose, not taken.
    pub agency: Option<ProposedParty>,
    /// The day of the article, for direct speech of which the text says no day: a guess to
    /// choose, not taken.
    pub day: Option<PrintedTime>,
    /// When the article was published: what `Monday` is counted from.
    pub published: Option<PrintedTime>,
}
