//! Imports: what was dropped and what became of each thing.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ArticleId, ImportId, ImportItemId};

/// One thing that a person dropped, pasted, chose or named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "from")]
pub enum ImportSource {
    /// A file, or a folder with everything in it.
    Path { path: PathBuf },
    /// An `http` or `https` link, fetched once.
    Link { url: String },
    /// Pasted or dragged markup; `url` is where it was copied, if the clipboard says.
    Html { html: String, url: Option<String> },
    /// Pasted or dragged text.
    Text { text: String },
    /// Bytes of any kind and encoding, as standard input gives them. Not for the window.
    #[serde(skip)]
    #[ts(skip)]
    Bytes { bytes: Vec<u8> },
}

/// By which door it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ImportDoor {
    Dropped,
    Pasted,
    Chosen,
    Command,
    /// Found in a watched folder.
    Watched,
}

/// A folder whose new files are imported by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WatchedFolder {
    pub path: String,
    /// It is there now: a stick may be pulled out.
    pub found: bool,
}

/// What became of one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum OutcomeKind {
    Imported,
    /// Imported too: an agency text that another article prints as well.
    WireCopy,
    /// Another text of an article that is kept already.
    NewVersion,
    Duplicate,
    /// The original is kept; a person has to say what to do.
    NeedsAttention,
    /// Nothing was kept.
    NotImported,
}

/// Why, as a closed set that the window turns into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeCode {
    Imported,
    WireCopy,
    /// Shown in place of the text that was kept.
    NewVersion,
    /// Kept beside the text that is shown, which is later or more complete.
    OtherVersion,
    SameBytes,
    /// As an article has it, or as one that waits to be fetched.
    SameLink,
    /// The same words under the same headline, and nothing that is not known of them.
    SameText,
    FormatNotRead,
    /// Left in a folder by the system: `.DS_Store`, `Thumbs.db`.
    SystemFile,
    /// Pictures and scripts that a browser saved beside a page.
    PartOfPage,
    NoText,
    ConsentOnly,
    ErrorPage,
    EncodingUnclear,
    /// A PDF of pictures.
    NoTextLayer,
    /// It asks for a password.
    Encrypted,
    /// Cut off, or not what it says it is. What could be read is kept.
    Damaged,
    /// It unpacks to more than is read. What could be read is kept.
    TooLargeUnpacked,
    /// An archive in too many archives.
    NestedTooDeep,
    /// It was read, but its bytes are more than are kept as an original.
    OriginalTooLarge,
    /// Pictures, scripts and repeats in an archive of pages: how many.
    LeftOut,
    /// An address without its page, to be fetched when a person says so.
    LinkSaved,
    /// An address whose page is larger than what is fetched.
    PageTooLarge,
    Empty,
    TooLarge,
    NotFound,
    NotReadable,
    NotALink,
    Offline,
    TimedOut,
    HttpStatus,
    Cancelled,
    Internal,
}

impl OutcomeCode {
    /// An address whose page was not had: it is kept, to be fetched later or opened elsewhere.
    pub fn is_failed_fetch(self) -> bool {
        matches!(
            self,
            Self::Offline | Self::TimedOut | Self::HttpStatus | Self::PageTooLarge
        )
    }
}

/// One line of the import tray.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportItem {
    pub id: ImportItemId,
    pub import: ImportId,
    /// File name, link or first words.
    pub name: String,
    /// Full path or link.
    pub location: Option<String>,
    pub outcome: OutcomeKind,
    pub code: OutcomeCode,
    /// What the code leaves open: an HTTP status, a system's words.
    pub detail: Option<String>,
    /// The article imported, or the one that this duplicates or is a version of.
    pub article: Option<ArticleId>,
    /// That article's title.
    pub title: Option<String>,
    /// For [`OutcomeKind::WireCopy`], an article that prints the same text.
    pub copy_of: Option<CopiedArticle>,
    /// An original is kept.
    pub original: bool,
    /// The text can be pointed at in it, as far as its format tells.
    pub pickable: bool,
    /// A problem that a person has dealt with.
    pub resolved: bool,
}

/// An article that prints the same agency text as another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopiedArticle {
    pub id: ArticleId,
    pub title: String,
}

/// A stretch of what became of the things of an import, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportItemPage {
    /// Of the whole list.
    pub total: u32,
    pub offset: u32,
    pub rows: Vec<ImportItem>,
}

/// How far an import has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportProgress {
    pub import: ImportId,
    /// What the tray calls it: the folder's or the only file's name, else nothing.
    pub label: Option<String>,
    pub door: ImportDoor,
    /// The name of what is being read now.
    pub reading: Option<String>,
    pub done: u32,
    /// Grows while folders are being read.
    pub total: u32,
    pub imported: u32,
    pub wire_copies: u32,
    pub new_versions: u32,
    pub duplicates: u32,
    pub needs_attention: u32,
    /// Of those that need attention: kept as articles all the same.
    pub kept_with_problems: u32,
    /// Of those, what undoing the import would take from the list of problems; known once it
    /// has ended.
    pub open_problems: u32,
    pub not_imported: u32,
    /// Articles that were there and got tags of it; known once it has ended.
    pub tagged: u32,
    pub state: ImportState,
    /// Finished since the last report, oldest first.
    pub items: Vec<ImportItem>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ImportState {
    Running,
    Done,
    Cancelled,
    Failed,
    /// The program ended while it ran.
    CutOff,
}
