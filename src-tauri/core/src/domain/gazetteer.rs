//! The gazetteer that a notebook uses, as a person is told of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which names are known from the start, and where they are from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GazetteerInUse {
    /// The file that was chosen; nothing for the names that ship.
    pub file: Option<String>,
    /// What its makers call this edition of it.
    pub edition: Option<String>,
    /// When it was taken into the notebook, in milliseconds since 1970 (UTC).
    #[ts(type = "number | null")]
    pub since: Option<i64>,
    pub entries: u32,
    pub names: u32,
    pub sources: Vec<NameSource>,
}

/// A source of names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NameSource {
    pub name: String,
    /// An SPDX identifier, or `public domain`.
    pub licence: String,
    /// When the source was of, as year or year and month: `2025-10`.
    pub as_of: String,
    /// Entries that are from it.
    pub entries: u32,
}

/// What came of choosing a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GazetteerChoice {
    /// What is used now.
    pub in_use: GazetteerInUse,
    /// Why the file is not.
    pub refused: Option<GazetteerRefusal>,
}

/// Why a file is no gazetteer that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "why")]
pub enum GazetteerRefusal {
    /// Another kind of file, or a later form of it.
    Version,
    /// It can't be unpacked, or is no text.
    Damaged,
    TooMuch,
    Empty,
    /// A line says what it can't.
    Line {
        line: u32,
    },
}
