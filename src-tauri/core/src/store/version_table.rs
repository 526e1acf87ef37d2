//! Versions of articles: each saving whose text differs from the one before.
//!
//! An article that was saved once has no row here. When it is saved again, it gets
//! a row for each of both.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::article_table::ArticleRecord;
use super::mention_table::MentionRow;
use super::{Sha256, from_json, to_json};
use crate::domain::{ArticleId, ArticleParts, ImportId, PrintedTime};
use crate::{Error, Result};

/// One saving of an article.
#[derive(Debug, Clone)]
pub(crate) struct VersionRow {
    /// Of the text as it was read.
    pub version: u32,
    /// Of the text as a person left it.
    pub text_version: u32,
    pub shown: bool,
    pub import: Option<ImportId>,
    pub imported_ms: i64,
    pub saved: Option<String>,
    /// The fields as they were read; without blocks and pieces.
    pub parts: ArticleParts,
    pub original: Option<Sha256>,
    pub original_part: Option<u32>,
    pub original_name: String,
    pub original_location: Option<String>,
    pub source_sha256: Sha256,
    /// As they were when another version took its place.
    pub mentions: Option<Vec<MentionRow>>,
    pub withdrawn_ms: Option<i64>,
    /// A person typed the text that is left of it, or pointed at it. Not written from here.
    pub by_person: bool,
}

impl VersionRow {
    /// When its text was last changed by those who published it, in milliseconds.
    pub fn edited_ms(&self) -> Option<i64> {
        let time = |time: &Option<PrintedTime>| time.as_ref().and_then(PrintedTime::sort_key);
        time(&self.parts.updated).max(time(&self.parts.published))
    }

    /// When it was saved, or else imported, in milliseconds.
    pub fn saved_ms(&self) -> i64 {
        let saved = self.saved.as_ref().and_then(|iso| {
            let time = PrintedTime {
                iso: iso.clone(),
                zone: None,
            };
            let exact = iso.parse().ok().map(jiff::Timestamp::as_millisecond);
            exact.or_else(|| time.sort_key())
        });
        saved.unwrap_or(self.imported_ms)
    }
}

pub(crate) fn insert(conn: &Connection, article: ArticleId, row: &VersionRow) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO article_versions (article_id, version, text_version, shown, import_id,
           imported_ms, saved, parts, original, original_part, original_name,
           original_location, source_sha256, mentions, withdrawn_ms)
         VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)",
    )?
    .execute(params![
        article,
        row.version,
        row.text_version,
        row.shown,
        row.import,
        row.imported_ms,
        row.saved,
        to_json("a version", &row.parts)?,
        row.original,
        row.original_part,
        row.original_name,
        row.original_location,
        row.source_sha256,
        mentions_json(row)?,
        row.withdrawn_ms,
    ])?;
    Ok(())
}

/// Writes what can change of a version: how it was left, and whether it counts.
pub(crate) fn update(conn: &Connection, article: ArticleId, row: &VersionRow) -> Result<()> {
    conn.prepare_cached(
        "UPDATE article_versions SET text_version = ?3, shown = ?4, mentions = ?5,
           withdrawn_ms = ?6 WHERE article_id = ?1 AND version = ?2",
    )?
    .execute(params![
        article,
        row.version,
        row.text_version,
        row.shown,
        mentions_json(row)?,
        row.withdrawn_ms,
    ])?;
    Ok(())
}

fn mentions_json(row: &VersionRow) -> Result<Option<String>> {
    row.mentions
        .as_ref()
        .map(|mentions| to_json("mentions", mentions))
        .transpose()
}

/// All versions of an article in the order they came in, withdrawn ones included;
/// nothing for an article that was saved once.
pub(crate) fn all(conn: &Connection, article: ArticleId) -> Result<Vec<VersionRow>> {
    let mut statement = conn.prepare_cached(
        "SELECT version, text_version, shown, import_id, imported_ms, saved, parts, original,
           original_part, original_name, original_location, source_sha256, mentions,
           withdrawn_ms,
           (SELECT json_extract(t.by_hand, '$.origin.by') IN ('typed', 'picked') FROM article_texts t
            WHERE t.article_id = v.article_id AND t.version = iif(v.shown,
              (SELECT a.text_version FROM articles a WHERE a.id = v.article_id), v.text_version))
         FROM article_versions v WHERE article_id = ?1 ORDER BY version",
    )?;
    let mut rows = statement.query([article])?;
    let mut versions = Vec::new();
    while let Some(row) = rows.next()? {
        versions.push(read(row)?);
    }
    Ok(versions)
}

fn read(row: &Row<'_>) -> Result<VersionRow> {
    let mentions: Option<String> = row.get(12)?;
    Ok(VersionRow {
        version: row.get(0)?,
        text_version: row.get(1)?,
        shown: row.get(2)?,
        import: row.get(3)?,
        imported_ms: row.get(4)?,
        saved: row.get(5)?,
        parts: from_json("a version", &row.get::<_, String>(6)?)?,
        original: row.get(7)?,
        original_part: row.get(8)?,
        original_name: row.get(9)?,
        original_location: row.get(10)?,
        source_sha256: row.get(11)?,
        mentions: mentions
            .map(|json| from_json("mentions", &json))
            .transpose()?,
        withdrawn_ms: row.get(13)?,
        by_person: row.get::<_, Option<bool>>(14)?.unwrap_or(false),
    })
}

/// How many versions count.
pub(crate) fn count(conn: &Connection, article: ArticleId) -> Result<u32> {
    Ok(conn
        .prepare_cached(
            "SELECT count(*) FROM article_versions
             WHERE article_id = ?1 AND withdrawn_ms IS NULL",
        )?
        .query_row([article], |row| row.get(0))?)
}

/// The kept article that has a version with these very bytes, and its title.
pub(crate) fn find_by_source(
    conn: &Connection,
    sha256: Sha256,
) -> Result<Option<(ArticleId, String)>> {
    let mut statement = conn.prepare_cached(
        "SELECT a.id, a.title, a.deleted_ms IS NULL FROM article_versions v
           CROSS JOIN articles a ON a.id = v.article_id
         WHERE v.source_sha256 = ?1 AND v.withdrawn_ms IS NULL",
    )?;
    let mut rows = statement.query([sha256])?;
    while let Some(row) = rows.next()? {
        if row.get(2)? {
            return Ok(Some((row.get(0)?, row.get(1)?)));
        }
    }
    Ok(None)
}

/// The newest `limit` kept articles with this canonical link.
pub(crate) fn articles_with_url(
    conn: &Connection,
    url: &str,
    limit: u32,
) -> Result<Vec<ArticleId>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, deleted_ms IS NULL FROM articles WHERE canonical_url = ?1 ORDER BY id DESC",
    )?;
    let mut rows = statement.query([url])?;
    let mut found = Vec::new();
    while found.len() < limit as usize
        && let Some(row) = rows.next()?
    {
        if row.get(1)? {
            found.push(row.get(0)?);
        }
    }
    Ok(found)
}

/// The versions that an import added to kept articles and that still count.
pub(crate) fn of_import(conn: &Connection, import: ImportId) -> Result<Vec<(ArticleId, u32)>> {
    let mut statement = conn.prepare_cached(
        "SELECT v.article_id, v.version FROM article_versions v
           JOIN articles a ON a.id = v.article_id
         WHERE v.import_id = ?1 AND v.withdrawn_ms IS NULL AND a.deleted_ms IS NULL
         ORDER BY v.article_id, v.version",
    )?;
    let rows = statement.query_map([import], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether another import than this one added a version that still counts.
pub(crate) fn has_others(conn: &Connection, article: ArticleId, import: ImportId) -> Result<bool> {
    Ok(conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM article_versions WHERE article_id = ?1
               AND withdrawn_ms IS NULL AND import_id IS NOT ?2)",
        )?
        .query_row(params![article, import], |row| row.get(0))?)
}

/// Makes the article's own row hold what was read with a version: where it came
/// from. Fields are set one by one, because a person may have corrected them.
pub(crate) fn set_source(conn: &Connection, article: ArticleId, row: &VersionRow) -> Result<()> {
    conn.prepare_cached(
        "UPDATE articles SET original = ?2, original_part = ?3, original_name = ?4,
           original_location = ?5, encoding = ?6, source_sha256 = ?7, saved = ?8
         WHERE id = ?1",
    )?
    .execute(params![
        article,
        row.original,
        row.original_part,
        row.original_name,
        row.original_location,
        row.parts.encoding,
        row.source_sha256,
        row.saved,
    ])?;
    conn.prepare_cached("UPDATE article_provenance SET warnings = ?2 WHERE article_id = ?1")?
        .execute(params![article, to_json("warnings", &row.parts.warnings)?])?;
    Ok(())
}

/// What the article's own row says of where its only version came from.
pub(crate) fn source_of(
    conn: &Connection,
    article: ArticleId,
    record: &ArticleRecord,
    parts: ArticleParts,
) -> Result<VersionRow> {
    let (import, source_sha256, saved) = conn
        .prepare_cached("SELECT import_id, source_sha256, saved FROM articles WHERE id = ?1")?
        .query_row([article], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?
        .ok_or_else(|| Error::not_found(format_args!("article {article}")))?;
    // The first text is the one that was read, unless rules read it again later.
    Ok(VersionRow {
        version: 1,
        text_version: record.text_version,
        shown: true,
        import,
        imported_ms: record.imported_ms,
        saved,
        parts,
        original: record.original,
        original_part: record.original_part,
        original_name: record.original_name.clone(),
        original_location: record.original_location.clone(),
        source_sha256,
        mentions: None,
        withdrawn_ms: None,
        by_person: false,
    })
}
