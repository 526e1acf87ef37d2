//! The versions of articles' texts.

use std::borrow::Cow;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension, params};

use crate::domain::{
    ArticleId, ArticleParts, Block, BlockKind, Pick, SourcePiece, TextOrigin, body_text,
};
use crate::store::{from_json, to_json};
use crate::{Error, Result};

/// Format of what is in `article_texts`: JSON, of which `pieces` is packed. In format 1 it was
/// not.
const TEXT_FORMAT: u32 = 2;
/// Level of zstd for `pieces`, of which real pages then take a third of the room: the quickest.
const PIECES_LEVEL: i32 = 1;
/// What `pieces` is called where it cannot be read.
const PIECES: &str = "an article's source";

/// One version of an article's text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ArticleText {
    pub blocks: Vec<Block>,
    pub pieces: Vec<SourcePiece>,
    pub by_hand: ByHand,
}

/// What a person had to do with a text. Stored as JSON: add fields, never change one.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct ByHand {
    pub origin: TextOrigin,
    /// The encoding that a person chose, as WHATWG names it.
    pub encoding: Option<String>,
    /// Where a person pointed in this original.
    pub pick: Option<Pick>,
    /// Blocks whose words are a person's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrected: Vec<CorrectedBlock>,
    /// The reading of which a person made this text; none for a reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_reading: Option<u32>,
    /// When a person last changed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_ms: Option<i64>,
}

/// A block that a person wrote, or wrote otherwise.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CorrectedBlock {
    /// [`Block::line`].
    pub line: u32,
    /// What it said as it was read; nothing for one that the source does not have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
}

impl ArticleText {
    /// A text as it was read.
    pub fn read(parts: &ArticleParts) -> Self {
        Self {
            blocks: parts.blocks.clone(),
            pieces: parts.pieces.clone(),
            by_hand: ByHand {
                origin: parts.text_origin.clone(),
                ..ByHand::default()
            },
        }
    }

    /// Whether a person added the block of this line.
    pub fn is_added(&self, line: u32) -> bool {
        let mut corrected = self.by_hand.corrected.iter();
        corrected.any(|known| known.line == line && known.was.is_none())
    }

    pub fn is_typed(&self) -> bool {
        self.by_hand.origin == TextOrigin::Typed
    }
}

pub(super) fn insert(
    conn: &Connection,
    id: ArticleId,
    version: u32,
    text: &ArticleText,
) -> Result<()> {
    let by_hand = match text.by_hand == ByHand::default() {
        true => None,
        false => Some(to_json("what was done by hand", &text.by_hand)?),
    };
    conn.prepare_cached(
        "INSERT INTO article_texts (article_id, version, format, blocks, pieces, by_hand)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        id,
        version,
        TEXT_FORMAT,
        to_json("an article's text", &text.blocks)?,
        pack_pieces(&text.pieces)?,
        by_hand,
    ])?;
    Ok(())
}

/// Adds the next version of an article's text. Returns its number.
pub(crate) fn add_text(conn: &Connection, id: ArticleId, text: &ArticleText) -> Result<u32> {
    let version: u32 = conn
        .prepare_cached("SELECT max(version) + 1 FROM article_texts WHERE article_id = ?1")?
        .query_row([id], |row| row.get(0))?;
    insert(conn, id, version, text)?;
    Ok(version)
}

pub(crate) fn text(conn: &Connection, id: ArticleId, version: u32) -> Result<ArticleText> {
    let (blocks, pieces, by_hand): (String, Result<_>, Option<String>) = conn
        .prepare_cached(
            "SELECT blocks, pieces, by_hand FROM article_texts
             WHERE article_id = ?1 AND version = ?2",
        )?
        .query_row(params![id, version], |row| {
            Ok((row.get(0)?, unpack_pieces(row.get_ref(1)?), row.get(2)?))
        })
        .optional()?
        .ok_or_else(|| Error::not_found(format_args!("text {version} of article {id}")))?;
    Ok(ArticleText {
        blocks: from_json("an article's text", &blocks)?,
        pieces: pieces?,
        by_hand: match by_hand {
            Some(json) => from_json("what was done by hand", &json)?,
            None => ByHand::default(),
        },
    })
}

fn pack_pieces(pieces: &[SourcePiece]) -> Result<Vec<u8>> {
    let json = to_json(PIECES, &pieces)?;
    zstd::bulk::compress(json.as_bytes(), PIECES_LEVEL).map_err(pieces_error)
}

/// Reads both formats: which one it is, the column's type says.
fn unpack_pieces(stored: ValueRef<'_>) -> Result<Vec<SourcePiece>> {
    let json = match stored {
        ValueRef::Blob(packed) => Cow::Owned(zstd::decode_all(packed).map_err(pieces_error)?),
        plain => Cow::Borrowed(plain.as_bytes().map_err(rusqlite::Error::from)?),
    };
    serde_json::from_slice(&json).map_err(|source| Error::Format {
        what: PIECES,
        source,
    })
}

fn pieces_error(source: std::io::Error) -> Error {
    Error::Format {
        what: PIECES,
        source: serde_json::Error::io(source),
    }
}

/// The texts that a person made of readings: each with the reading, oldest first.
pub(crate) fn by_person(conn: &Connection, id: ArticleId) -> Result<Vec<(u32, u32)>> {
    let mut statement = conn.prepare_cached(
        "SELECT version, json_extract(by_hand, '$.ofReading') FROM article_texts
         WHERE article_id = ?1 AND json_extract(by_hand, '$.ofReading') IS NOT NULL
         ORDER BY version",
    )?;
    let rows = statement.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What was done by hand to a version.
pub(crate) fn by_hand(conn: &Connection, id: ArticleId, version: u32) -> Result<ByHand> {
    let json: Option<String> = conn
        .prepare_cached("SELECT by_hand FROM article_texts WHERE article_id = ?1 AND version = ?2")?
        .query_row(params![id, version], |row| row.get(0))
        .optional()?
        .flatten();
    match json {
        Some(json) => from_json("what was done by hand", &json),
        None => Ok(ByHand::default()),
    }
}

/// Keeps where a person pointed for a text that was made so.
pub(crate) fn set_by_hand(
    conn: &Connection,
    id: ArticleId,
    version: u32,
    by_hand: &ByHand,
) -> Result<()> {
    conn.prepare_cached(
        "UPDATE article_texts SET by_hand = ?3 WHERE article_id = ?1 AND version = ?2",
    )?
    .execute(params![
        id,
        version,
        to_json("what was done by hand", by_hand)?
    ])?;
    Ok(())
}

pub(crate) fn blocks(conn: &Connection, id: ArticleId, version: u32) -> Result<Vec<Block>> {
    let blocks: String = conn
        .prepare_cached("SELECT blocks FROM article_texts WHERE article_id = ?1 AND version = ?2")?
        .query_row(params![id, version], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Error::not_found(format_args!("text {version} of article {id}")))?;
    from_json("an article's text", &blocks)
}

/// Of which kind each block of a text is; nothing of a text that is not there.
pub(crate) fn block_kinds(
    conn: &Connection,
    id: ArticleId,
    version: u32,
) -> Result<Vec<BlockKind>> {
    #[derive(serde::Deserialize)]
    struct OnlyKind {
        kind: BlockKind,
    }
    let blocks: Option<String> = conn
        .prepare_cached("SELECT blocks FROM article_texts WHERE article_id = ?1 AND version = ?2")?
        .query_row(params![id, version], |row| row.get(0))
        .optional()?;
    let Some(blocks) = blocks else {
        return Ok(Vec::new());
    };
    let kinds: Vec<OnlyKind> = from_json("an article's text", &blocks)?;
    Ok(kinds.into_iter().map(|block| block.kind).collect())
}

/// Words of the body; a run in a script without spaces counts two letters a word.
pub(crate) fn count_words(blocks: &[Block]) -> u32 {
    u32::try_from(crate::text::count_words(&body_text(blocks))).unwrap_or(u32::MAX)
}
