//! Clippings: words that a person marked in articles, and what is said of them.

mod listing;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::change_table::{self, Changed};
use super::{anchored, from_json, of_word, to_json, word_of};
use crate::domain::{
    Anchor, ArticleId, ClippingColour, ClippingId, ClippingSource, EntityId, PrintedTime,
    QuoteType, Said,
};
use crate::{Error, Result};

pub(crate) use listing::*;

/// A speaker or source as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PartyRow {
    /// The entity that was chosen, by itself: another may hold it since.
    pub entity: Option<EntityId>,
    pub name: String,
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct QuoteRow {
    pub quote_type: QuoteType,
    pub original: Option<String>,
    pub speaker: Option<PartyRow>,
    pub via: Option<PartyRow>,
    pub said: Option<Said>,
}

/// What a person says of the words: all that can be changed of a clipping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClippingMarks {
    pub colour: ClippingColour,
    pub comment: String,
    pub quote: Option<QuoteRow>,
}

#[derive(Debug, Clone)]
pub(crate) struct ClippingRow {
    pub id: ClippingId,
    pub article: Option<ArticleId>,
    /// What its article was, once that is gone for good.
    pub source: Option<ClippingSource>,
    pub anchor: Anchor,
    /// The version of the text that the anchor's place is of.
    pub text_version: u32,
    pub orphaned: bool,
    pub marks: ClippingMarks,
    pub made_ms: i64,
    pub edited_ms: i64,
    pub deleted: bool,
}

/// Words about to be marked.
pub(crate) struct NewRow<'a> {
    pub id: ClippingId,
    pub article: ArticleId,
    pub anchor: &'a Anchor,
    pub text_version: u32,
    pub marks: &'a ClippingMarks,
    pub made_ms: i64,
}

const CLIPPING: &str = "SELECT c.id, c.article_id, c.source, c.block, c.start, c.\"end\", c.exact,
    c.prefix, c.suffix, c.text_version, c.orphaned, c.colour, c.comment, c.quote, c.original,
    c.speaker_id, c.speaker, c.speaker_words, c.via_id, c.via, c.via_words, c.said_iso,
    c.said_zone, c.said_phrase, c.made_ms, c.edited_ms, c.deleted_ms IS NOT NULL
  FROM clippings c";

pub(crate) fn insert(conn: &Connection, new: &NewRow<'_>) -> Result<()> {
    let Anchor {
        span,
        exact,
        prefix,
        suffix,
    } = new.anchor;
    conn.prepare_cached(
        "INSERT INTO clippings (id, article_id, block, start, \"end\", exact, prefix, suffix,
           text_version, colour, comment, made_ms, edited_ms)
         VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?12)",
    )?
    .execute(params![
        new.id,
        new.article,
        span.block,
        span.start,
        span.end,
        exact,
        prefix,
        suffix,
        new.text_version,
        word_of(new.marks.colour)?,
        new.marks.comment,
        new.made_ms,
    ])?;
    set_marks(conn, new.id, new.marks, new.made_ms)
}

/// Writes all that a person says of the words.
pub(crate) fn set_marks(
    conn: &Connection,
    id: ClippingId,
    marks: &ClippingMarks,
    edited_ms: i64,
) -> Result<()> {
    let quote = marks.quote.as_ref();
    let speaker = quote.and_then(|quote| quote.speaker.as_ref());
    let via = quote.and_then(|quote| quote.via.as_ref());
    let said = quote.and_then(|quote| quote.said.as_ref());
    let quote_type = match quote {
        Some(quote) => Some(word_of(quote.quote_type)?),
        None => None,
    };
    conn.prepare_cached(
        "UPDATE clippings SET colour = ?2, comment = ?3, quote = ?4, original = ?5,
           speaker_id = ?6, speaker = ?7, speaker_words = ?8, via_id = ?9, via = ?10,
           via_words = ?11, said_iso = ?12, said_zone = ?13, said_phrase = ?14, said_ms = ?15,
           edited_ms = ?16
         WHERE id = ?1",
    )?
    .execute(params![
        id,
        word_of(marks.colour)?,
        marks.comment,
        quote_type,
        quote.and_then(|quote| quote.original.as_deref()),
        speaker.and_then(|party| party.entity),
        speaker.map(|party| party.name.as_str()),
        speaker.map(|party| party.words.as_str()),
        via.and_then(|party| party.entity),
        via.map(|party| party.name.as_str()),
        via.map(|party| party.words.as_str()),
        said.map(|said| said.time.iso.as_str()),
        said.and_then(|said| said.time.zone.as_deref()),
        said.and_then(|said| said.phrase.as_deref()),
        said.and_then(|said| said.time.sort_key()),
        edited_ms,
    ])?;
    changed(conn, id)
}

fn read(row: &Row<'_>) -> Result<ClippingRow> {
    let source: Option<String> = row.get(2)?;
    let quote: Option<String> = row.get(13)?;
    let quote = match quote {
        Some(word) => Some(QuoteRow {
            quote_type: of_word(word)?,
            original: row.get(14)?,
            speaker: party(row.get(15)?, row.get(16)?, row.get(17)?),
            via: party(row.get(18)?, row.get(19)?, row.get(20)?),
            said: said(row)?,
        }),
        None => None,
    };
    Ok(ClippingRow {
        id: row.get(0)?,
        article: row.get(1)?,
        source: source
            .map(|json| from_json("the source of a clipping", &json))
            .transpose()?,
        anchor: anchored::anchor(row, 3)?,
        text_version: row.get(9)?,
        orphaned: row.get(10)?,
        marks: ClippingMarks {
            colour: of_word(row.get(11)?)?,
            comment: row.get(12)?,
            quote,
        },
        made_ms: row.get(24)?,
        edited_ms: row.get(25)?,
        deleted: row.get(26)?,
    })
}

fn party(
    entity: Option<EntityId>,
    name: Option<String>,
    words: Option<String>,
) -> Option<PartyRow> {
    Some(PartyRow {
        entity,
        name: name?,
        words: words.unwrap_or_default(),
    })
}

fn said(row: &Row<'_>) -> Result<Option<Said>> {
    let iso: Option<String> = row.get(21)?;
    let Some(iso) = iso else {
        return Ok(None);
    };
    let zone = row.get(22)?;
    Ok(Some(Said {
        time: PrintedTime { iso, zone },
        phrase: row.get(23)?,
    }))
}

pub(crate) fn find(conn: &Connection, id: ClippingId) -> Result<Option<ClippingRow>> {
    let mut statement = conn.prepare_cached(&format!("{CLIPPING} WHERE c.id = ?1"))?;
    let mut rows = statement.query([id])?;
    rows.next()?.map(read).transpose()
}

pub(crate) fn get(conn: &Connection, id: ClippingId) -> Result<ClippingRow> {
    find(conn, id)?.ok_or_else(|| Error::not_found(format_args!("clipping {id}")))
}

/// All clippings of an article, deleted ones included: they follow the text too.
pub(crate) fn all_of_article(conn: &Connection, article: ArticleId) -> Result<Vec<ClippingRow>> {
    let sql = format!("{CLIPPING} WHERE c.article_id = ?1 ORDER BY c.block, c.start, c.id");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([article])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// Whether an article has a quote that is kept.
pub(crate) fn has_quote(conn: &Connection, article: ArticleId) -> Result<bool> {
    Ok(conn
        .prepare_cached(
            "SELECT 1 FROM clippings WHERE article_id = ?1 AND quote IS NOT NULL
               AND deleted_ms IS NULL",
        )?
        .exists([article])?)
}

/// Puts a clipping where its words are now, or orphans it (`None`).
pub(crate) fn set_place(
    conn: &Connection,
    id: ClippingId,
    place: Option<&Anchor>,
    text_version: u32,
) -> Result<()> {
    anchored::set_place(conn, "clippings", &id, place, text_version)
}

/// Moves clippings to the trash or back. Those that are there already, or are gone for
/// good, are passed over.
pub(crate) fn set_deleted(
    conn: &Connection,
    ids: &[ClippingId],
    deleted_ms: Option<i64>,
) -> Result<()> {
    for id in ids {
        conn.prepare_cached("UPDATE clippings SET deleted_ms = ?2 WHERE id = ?1")?
            .execute(params![id, deleted_ms])?;
        changed(conn, *id)?;
    }
    Ok(())
}

/// Tells the index of a clipping, and of its article, which has a quote or not.
fn changed(conn: &Connection, id: ClippingId) -> Result<()> {
    change_table::record(conn, Changed::Clipping(id))?;
    let article: Option<ArticleId> = conn
        .prepare_cached("SELECT article_id FROM clippings WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?
        .flatten();
    match article {
        Some(article) => change_table::record(conn, Changed::Article(article)),
        None => Ok(()),
    }
}

/// Clippings of an article that stay when it goes for good: quotes, and highlights that a
/// person commented on, that notes link to or that are in dossiers.
const STAYS: &str = "c.deleted_ms IS NULL AND (c.quote IS NOT NULL OR c.comment <> ''
  OR EXISTS (SELECT 1 FROM note_links l WHERE l.target_kind = 'quote' AND l.target_id = c.id)
  OR EXISTS (SELECT 1 FROM dossier_items i WHERE i.target_kind = 'quote' AND i.target_id = c.id
    AND i.removed_with IS NULL))";

/// Lets go of an article that goes for good: what stays is told what its source was, the
/// rest goes with it.
pub(crate) fn leave_article(
    conn: &Connection,
    article: ArticleId,
    source: &ClippingSource,
) -> Result<()> {
    let source = to_json("the source of a clipping", source)?;
    conn.prepare_cached(&format!(
        "UPDATE clippings AS c SET source = ?2 WHERE c.article_id = ?1 AND {STAYS}"
    ))?
    .execute(params![article, source])?;
    conn.prepare_cached("DELETE FROM clippings WHERE article_id = ?1 AND source IS NULL")?
        .execute([article])?;
    conn.prepare_cached("UPDATE clippings SET article_id = NULL WHERE article_id = ?1")?
        .execute([article])?;
    Ok(())
}

/// Clippings that emptying the trash removes: those in it, and what does not stay of the
/// articles in it.
pub(crate) fn going(conn: &Connection) -> Result<Vec<ClippingId>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT c.id FROM clippings c WHERE c.deleted_ms IS NOT NULL
         UNION
         SELECT c.id FROM articles a JOIN clippings c ON c.article_id = a.id
         WHERE a.deleted_ms IS NOT NULL AND NOT ({STAYS})"
    ))?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many emptying the trash removes, and how many of its articles stay.
pub(crate) fn in_trash(conn: &Connection) -> Result<(u32, u32)> {
    let going = u32::try_from(going(conn)?.len()).unwrap_or(u32::MAX);
    let staying = conn
        .prepare_cached(&format!(
            "SELECT count(*) FROM articles a JOIN clippings c ON c.article_id = a.id
             WHERE a.deleted_ms IS NOT NULL AND {STAYS}"
        ))?
        .query_row([], |row| row.get(0))?;
    Ok((going, staying))
}

/// Removes the next `limit` clippings that were deleted, and says how many there were.
pub(crate) fn delete_deleted(conn: &Connection, before_ms: i64, limit: u32) -> Result<usize> {
    Ok(conn
        .prepare_cached(
            "DELETE FROM clippings WHERE id IN
               (SELECT id FROM clippings WHERE deleted_ms <= ?1 LIMIT ?2)",
        )?
        .execute(params![before_ms, limit])?)
}
