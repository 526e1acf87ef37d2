//! Articles: what extraction makes of a source, and what the window shows.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    ArticleId, EntityId, EntityKind, ImportId, Mention, OriginalInfo, PrintedTime, Proposal,
    ReadingPlace, TextOrigin, WireSummary,
};

/// What a block of the body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum BlockKind {
    Paragraph,
    /// A subheading inside the body.
    Heading,
    /// A block quotation.
    Quote,
    ListItem,
    /// The caption of a picture that stands here; its credit apart.
    Caption,
    /// One row of a table, cells joined by ` | `.
    TableRow,
    /// Preformatted text.
    Code,
}

impl BlockKind {
    /// What a reader counts as a paragraph, as `features/clippings/paragraphs.ts` does.
    #[must_use]
    pub fn is_paragraph(self) -> bool {
        !matches!(self, Self::Heading | Self::Caption | Self::TableRow)
    }
}

/// One block of an article's text, in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Block {
    pub kind: BlockKind,
    /// Plain text, whitespace collapsed, never empty.
    pub text: String,
    /// Who is credited for the picture, as printed (`AP`). The caption's `text`
    /// still ends with the credit as it was printed.
    pub credit: Option<String>,
    /// Where it stood in the source: line of a text file, ordinal of a page's block. From 1.
    pub line: u32,
    /// BCP 47, where it certainly is another language than the article's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub lang: Option<String>,
}

/// Why a piece of the source is not part of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RemovalReason {
    /// Comment counters and prompts to comment.
    Comments,
    /// Notices of registering, logging in, refreshing.
    Account,
    /// Newsletters, subscriptions, apps, donations.
    Promotion,
    /// Links to other stories.
    Related,
    /// Share and follow lines.
    Share,
    /// Menus, breadcrumbs, sections, tags.
    Navigation,
    /// Cookie and consent notices.
    Consent,
    /// Advertising labels.
    Advertisement,
    /// Repeats something kept elsewhere.
    Repeated,
    /// Lines about the page: updated times, reading time, contributors, copyright.
    PageNote,
    /// Outside the article's body for no nearer reason.
    OutsideBody,
    /// A person removed it.
    Person,
}

/// What a piece of the source became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "fate")]
pub enum Fate {
    Title,
    Standfirst,
    Byline,
    Published,
    /// Part of the body: block number `block`.
    Body {
        block: u32,
    },
    Removed {
        reason: RemovalReason,
        /// The line that this one repeats, for [`RemovalReason::Repeated`].
        repeats: Option<u32>,
    },
}

/// One piece of the source, in order, with what became of it. The *Removed* tab
/// shows all of them; nothing of a source is dropped without a piece here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SourcePiece {
    /// Line of a text file, ordinal of a page's block. From 1, rising.
    pub line: u32,
    pub text: String,
    #[serde(flatten)]
    pub fate: Fate,
}

/// A field of an article that has a provenance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    Title,
    Standfirst,
    Byline,
    Outlet,
    Published,
    Updated,
    Language,
    CanonicalUrl,
    Section,
    /// Where the report was written, as its dateline says.
    Place,
    /// News agencies credited in the byline or in the dateline.
    Agencies,
}

/// Where a field's value was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "source")]
pub enum Origin {
    JsonLd {
        path: String,
    },
    OpenGraph {
        property: String,
    },
    Meta {
        name: String,
    },
    Microdata {
        property: String,
    },
    /// A `<link>`, `<time>`, `<html lang>` or other element.
    Element {
        name: String,
    },
    /// Text that a reader sees; `line` as in [`SourcePiece`].
    Line {
        line: u32,
    },
    FileName,
    FileDate,
    Url,
    /// Concluded from other words of the source, quoted in `from`.
    Inferred {
        from: String,
    },
    /// Given by the list or command that imported it.
    Import,
    /// A person wrote or picked it.
    Person,
}

/// One possible value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Candidate {
    /// The value as text; times as [`PrintedTime::iso`], people joined by `, `.
    pub value: String,
    /// For times, the zone as printed.
    pub zone: Option<String>,
    pub origin: Origin,
}

/// The chosen value of a field and its rivals, best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldProvenance {
    pub field: Field,
    /// `candidates[0]` is the one in use.
    pub candidates: Vec<Candidate>,
}

/// Something that a person should know about how this was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Warning {
    /// No running text was found.
    NoText,
    /// Only a cookie or consent notice was found.
    ConsentOnly,
    /// The text seems to be cut off by a paywall.
    PaywallStub,
    /// A page that says that something went wrong.
    ErrorPage,
    /// Posts under each other rather than one article, written while something happened.
    LiveBlog,
    /// The declared encoding was wrong or none fitted for certain.
    EncodingUnclear,
    /// The page was larger than extraction reads.
    TooLarge,
    /// The page names the link of another article that is kept, whose text is quite
    /// different.
    LinkOfAnother,
}

/// What extraction makes of one source. Extraction never fails: it degrades, and says so.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ArticleParts {
    pub title: String,
    pub standfirst: Option<String>,
    /// People credited, apart from agencies, in order.
    pub byline: Vec<String>,
    pub outlet: Option<String>,
    pub published: Option<PrintedTime>,
    pub updated: Option<PrintedTime>,
    /// BCP 47, mostly two letters; `None` when it can't be told.
    pub language: Option<String>,
    pub canonical_url: Option<String>,
    pub section: Option<String>,
    /// Tags that the list or file it came in gives it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Where the report was written, as its dateline prints it: `SEOUL, South Korea`.
    #[serde(default)]
    pub place: Option<String>,
    /// News agencies credited, in order: `AFP`, `新华社`.
    #[serde(default)]
    pub agencies: Vec<String>,
    pub blocks: Vec<Block>,
    pub pieces: Vec<SourcePiece>,
    pub provenance: Vec<FieldProvenance>,
    pub warnings: Vec<Warning>,
    /// The encoding that the bytes were read with, as WHATWG names it.
    pub encoding: Option<String>,
    /// How the body was found.
    #[serde(default)]
    pub text_origin: TextOrigin,
}

impl ArticleParts {
    /// The body as plain text: blocks that are not captions, a blank line between.
    pub fn body_text(&self) -> String {
        body_text(&self.blocks)
    }
}

/// Blocks that are not captions, joined by blank lines.
pub fn body_text(blocks: &[Block]) -> String {
    let body: Vec<&str> = blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Caption)
        .map(|block| block.text.as_str())
        .collect();
    body.join("\n\n")
}

/// An entity on an article's row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntityChip {
    pub id: EntityId,
    pub kind: EntityKind,
    pub name: String,
    /// How many tagged mentions in this article; with nothing but suggestions, how many those are.
    pub count: u32,
    /// True when every mention is still a suggestion.
    pub suggested: bool,
}

/// One row of the article list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArticleRow {
    pub id: ArticleId,
    pub title: String,
    pub outlet: Option<String>,
    pub published: Option<PrintedTime>,
    /// RFC 3339 in UTC.
    pub imported_at: String,
    pub language: Option<String>,
    pub read: bool,
    pub starred: bool,
    pub archived: bool,
    /// The most mentioned, at most three.
    pub entities: Vec<EntityChip>,
    /// How many entities more.
    pub more_entities: u32,
    /// The group of copies that this row stands for.
    pub wire: Option<WireSummary>,
}

/// Which articles a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ArticleScope {
    /// Not read yet, and not put away.
    Inbox,
    /// All that is not put away.
    #[default]
    Library,
    Starred,
    /// What is put away.
    Archive,
    /// Deleted, can be restored.
    Trash,
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ArticleSort {
    #[default]
    Published,
    Imported,
    Title,
    Outlet,
}

/// What the list asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ArticleQuery {
    pub scope: ArticleScope,
    pub sort: ArticleSort,
    /// Only articles that mention this entity.
    pub entity: Option<EntityId>,
    /// Only articles of this import.
    pub import: Option<ImportId>,
}

/// A stretch of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArticlePage {
    /// How many rows the whole list has.
    pub total: u32,
    /// How many articles they stand for: a row of copies stands for all of them.
    pub articles: u32,
    pub offset: u32,
    pub rows: Vec<ArticleRow>,
}

/// Everything the reader and the inspector show of one article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    pub id: ArticleId,
    pub title: String,
    pub standfirst: Option<String>,
    pub byline: Vec<String>,
    pub outlet: Option<String>,
    pub published: Option<PrintedTime>,
    pub updated: Option<PrintedTime>,
    pub language: Option<String>,
    pub canonical_url: Option<String>,
    pub section: Option<String>,
    /// Where the report was written, as its dateline prints it.
    pub place: Option<String>,
    /// News agencies credited, in order.
    pub agencies: Vec<String>,
    pub blocks: Vec<Block>,
    pub pieces: Vec<SourcePiece>,
    pub provenance: Vec<FieldProvenance>,
    pub warnings: Vec<Warning>,
    pub mentions: Vec<Mention>,
    /// Names that the text is read to have and nobody has decided about, as they first stand.
    pub proposals: Vec<Proposal>,
    pub entities: Vec<EntityChip>,
    /// A person's own tags, in order.
    pub tags: Vec<String>,
    pub original: Option<OriginalInfo>,
    pub imported_at: String,
    pub read: bool,
    pub starred: bool,
    pub archived: bool,
    pub deleted: bool,
    /// Words of the body.
    pub words: u32,
    /// Rises each time that the text changes; anchors are bound to it.
    pub text_version: u32,
    pub text_origin: TextOrigin,
    /// Where a person stopped reading; nothing at its beginning.
    pub reading: Option<ReadingPlace>,
    /// Blocks whose words are a person's.
    pub corrected: Vec<u32>,
    /// How many versions of it were saved, and one that a person left.
    pub versions: u32,
    /// The group of copies that it belongs to.
    pub wire: Option<WireSummary>,
}
