//! What links to what: backlinks, unlinked mentions, what is embedded.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ArticleId, LinkLabel, NoteId};

/// A note that links here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Backlink {
    pub note: NoteId,
    /// Which link of the note it is, from 0.
    pub position: u32,
    pub title: String,
    /// The sentence around the link, links shown by title.
    pub context: String,
}

/// A stretch of the backlinks of one target, the newest note first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BacklinkPage {
    /// All of them.
    pub total: u32,
    pub rows: Vec<Backlink>,
}

/// Where a page of backlinks ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BacklinkPlace {
    pub note: NoteId,
    pub position: u32,
}

/// Words of a note or an article that name a target without linking to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnlinkedMention {
    pub from: MentionedIn,
    pub title: String,
    /// The line around the words, cut where it is long.
    pub before: String,
    pub words: String,
    pub after: String,
}

/// Where an unlinked mention stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "in")]
pub enum MentionedIn {
    /// `start..end` in the note's Markdown.
    Note {
        id: NoteId,
        start: u32,
        end: u32,
    },
    Article {
        id: ArticleId,
    },
}

/// What an embed shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Embedded {
    pub title: String,
    /// Markdown with links by id; what is embedded in it stands in its place.
    pub text: String,
    /// What the links in it lead to, as that is called now.
    pub links: Vec<LinkLabel>,
    /// It is deleted, or has no such passage.
    pub gone: bool,
    /// The text goes on.
    pub cut: bool,
}

/// A text to begin notes with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewTemplate {
    pub title: String,
    pub body: String,
}
