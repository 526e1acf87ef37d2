//! Articles, their text versions and their provenance.

use rusqlite::{Connection, OptionalExtension, Row, ToSql, params};

use super::change_table::{self, Changed};
use super::wire_table;
use super::{Sha256, from_json, to_json};
use crate::domain::{
    ArticleFlag, ArticleId, ArticleParts, Block, Field, FieldProvenance, ImportId, PrintedTime,
    Warning,
};
use crate::{Error, Result};

mod found;
mod texts;

pub(crate) use found::{FoundArticle, FoundBlock, found};
pub(crate) use texts::{
    ArticleText, ByHand, CorrectedBlock, add_text, block_kinds, blocks, by_hand, by_person,
    count_words, set_by_hand, text,
};

/// An article about to be kept.
pub(crate) struct NewArticle<'a> {
    pub id: ArticleId,
    pub import: Option<ImportId>,
    pub parts: &'a ArticleParts,
    pub imported_ms: i64,
    pub original: Option<Sha256>,
    /// Line of the original that holds this article, where it holds many.
    pub original_part: Option<u32>,
    pub original_name: &'a str,
    pub original_location: Option<&'a str>,
    /// Of this article's own bytes.
    pub source_sha256: Sha256,
    pub external_id: Option<&'a str>,
    /// When the source says that it was saved, ISO 8601.
    pub saved: Option<&'a str>,
}

/// An article's row, whole.
pub(crate) struct ArticleRecord {
    pub title: String,
    pub standfirst: Option<String>,
    pub byline: Vec<String>,
    pub outlet: Option<String>,
    pub published: Option<PrintedTime>,
    pub updated: Option<PrintedTime>,
    pub listed_ms: i64,
    pub imported_ms: i64,
    pub language: Option<String>,
    pub canonical_url: Option<String>,
    pub section: Option<String>,
    pub original: Option<Sha256>,
    pub original_part: Option<u32>,
    pub original_name: String,
    pub original_location: Option<String>,
    pub encoding: Option<String>,
    pub external_id: Option<String>,
    pub words: u32,
    pub read: bool,
    pub starred: bool,
    pub archived: bool,
    pub deleted: bool,
    pub text_version: u32,
}

pub(crate) fn insert(conn: &Connection, new: &NewArticle<'_>) -> Result<()> {
    let parts = new.parts;
    let listed_ms = listed(parts.published.as_ref(), new.imported_ms);
    conn.prepare_cached(
        "INSERT INTO articles (id, import_id, title, standfirst, byline, outlet,
           published_iso, published_zone, updated_iso, updated_zone, listed_ms, imported_ms,
           language, canonical_url, section, original, original_part, original_name,
           original_location, encoding, source_sha256, external_id, words, saved)
         VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21,?22,?23,?24)",
    )?
    .execute(params![
        new.id,
        new.import,
        parts.title,
        parts.standfirst,
        to_json("a byline", &parts.byline)?,
        parts.outlet,
        parts.published.as_ref().map(|time| &time.iso),
        parts.published.as_ref().and_then(|time| time.zone.as_ref()),
        parts.updated.as_ref().map(|time| &time.iso),
        parts.updated.as_ref().and_then(|time| time.zone.as_ref()),
        listed_ms,
        new.imported_ms,
        parts.language,
        parts.canonical_url,
        parts.section,
        new.original,
        new.original_part,
        new.original_name,
        new.original_location,
        parts.encoding,
        new.source_sha256,
        new.external_id,
        count_words(&parts.blocks),
        new.saved,
    ])?;
    texts::insert(conn, new.id, 1, &ArticleText::read(parts))?;
    conn.prepare_cached(
        "INSERT INTO article_provenance (article_id, fields, warnings) VALUES (?1, ?2, ?3)",
    )?
    .execute(params![
        new.id,
        to_json("provenance", &parts.provenance)?,
        to_json("warnings", &parts.warnings)?,
    ])?;
    change_table::record(conn, Changed::Article(new.id))
}

/// Puts a version that exists in use.
pub(crate) fn use_text(
    conn: &Connection,
    id: ArticleId,
    version: u32,
    blocks: &[Block],
) -> Result<()> {
    conn.prepare_cached("UPDATE articles SET text_version = ?2, words = ?3 WHERE id = ?1")?
        .execute(params![id, version, count_words(blocks)])?;
    change_table::record(conn, Changed::Article(id))
}

pub(crate) fn record(conn: &Connection, id: ArticleId) -> Result<ArticleRecord> {
    find_record(conn, id)?.ok_or_else(|| Error::not_found(format_args!("article {id}")))
}

pub(crate) fn find_record(conn: &Connection, id: ArticleId) -> Result<Option<ArticleRecord>> {
    conn.prepare_cached("SELECT * FROM articles WHERE id = ?1")?
        .query_row([id], |row| Ok(read_record(row)))
        .optional()?
        .transpose()
}

/// The rows of those of these articles that have not gone for good since they were listed.
pub(crate) fn records(
    conn: &Connection,
    ids: &[ArticleId],
) -> Result<Vec<(ArticleId, ArticleRecord)>> {
    let mut found = Vec::new();
    for id in ids {
        found.extend(find_record(conn, *id)?.map(|record| (*id, record)));
    }
    Ok(found)
}

/// An article's headline.
pub(crate) fn title(conn: &Connection, id: ArticleId) -> Result<String> {
    conn.prepare_cached("SELECT title FROM articles WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Error::not_found(format_args!("article {id}")))
}

/// The version of an article's text that is in use.
pub(crate) fn text_version(conn: &Connection, id: ArticleId) -> Result<u32> {
    conn.prepare_cached("SELECT text_version FROM articles WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?
        .ok_or_else(|| Error::not_found(format_args!("article {id}")))
}

/// Fails when there is no such article, trash included.
pub(crate) fn check(conn: &Connection, id: ArticleId) -> Result<()> {
    conn.prepare_cached("SELECT 1 FROM articles WHERE id = ?1")?
        .query_row([id], |_| Ok(()))
        .optional()?
        .ok_or_else(|| Error::not_found(format_args!("article {id}")))
}

fn read_record(row: &Row<'_>) -> Result<ArticleRecord> {
    Ok(ArticleRecord {
        title: row.get("title")?,
        standfirst: row.get("standfirst")?,
        byline: from_json("a byline", &row.get::<_, String>("byline")?)?,
        outlet: row.get("outlet")?,
        published: printed(row.get("published_iso")?, row.get("published_zone")?),
        updated: printed(row.get("updated_iso")?, row.get("updated_zone")?),
        listed_ms: row.get("listed_ms")?,
        imported_ms: row.get("imported_ms")?,
        language: row.get("language")?,
        canonical_url: row.get("canonical_url")?,
        section: row.get("section")?,
        original: row.get("original")?,
        original_part: row.get("original_part")?,
        original_name: row.get("original_name")?,
        original_location: row.get("original_location")?,
        encoding: row.get("encoding")?,
        external_id: row.get("external_id")?,
        words: row.get("words")?,
        read: row.get("read")?,
        starred: row.get("starred")?,
        archived: row.get("archived")?,
        deleted: row.get::<_, Option<i64>>("deleted_ms")?.is_some(),
        text_version: row.get("text_version")?,
    })
}

pub(crate) fn provenance(
    conn: &Connection,
    id: ArticleId,
) -> Result<(Vec<FieldProvenance>, Vec<Warning>)> {
    let (fields, warnings): (String, String) = conn
        .prepare_cached("SELECT fields, warnings FROM article_provenance WHERE article_id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok((
        from_json("provenance", &fields)?,
        from_json("warnings", &warnings)?,
    ))
}

pub(crate) fn set_provenance(
    conn: &Connection,
    id: ArticleId,
    fields: &[FieldProvenance],
) -> Result<()> {
    conn.prepare_cached("UPDATE article_provenance SET fields = ?2 WHERE article_id = ?1")?
        .execute(params![id, to_json("provenance", &fields)?])?;
    Ok(())
}

/// Sets one field; `zone` is for times only.
pub(crate) fn set_field(
    conn: &Connection,
    id: ArticleId,
    field: Field,
    value: Option<&str>,
    zone: Option<&str>,
) -> Result<()> {
    let set = |column: &str, value: &dyn ToSql| -> Result<()> {
        conn.prepare_cached(&format!("UPDATE articles SET {column} = ?2 WHERE id = ?1"))?
            .execute(params![id, value])?;
        Ok(())
    };
    match field {
        Field::Title => set("title", &value.unwrap_or_default())?,
        Field::Standfirst => set("standfirst", &value)?,
        Field::Byline => set("byline", &to_json("a byline", &people(value))?)?,
        Field::Outlet => set("outlet", &value)?,
        Field::Language => set("language", &value)?,
        Field::CanonicalUrl => set("canonical_url", &value)?,
        Field::Section => set("section", &value)?,
        // Their provenance is all that is kept of them: no list is ordered by them.
        Field::Place | Field::Agencies => {}
        Field::Published => {
            set("published_iso", &value)?;
            set("published_zone", &zone)?;
            let record = record(conn, id)?;
            let listed_ms = listed(record.published.as_ref(), record.imported_ms);
            set("listed_ms", &listed_ms)?;
            conn.prepare_cached(
                "UPDATE article_entities SET listed_ms = ?2, dated = ?3 WHERE article_id = ?1",
            )?
            .execute(params![id, listed_ms, record.published.is_some()])?;
            wire_table::refresh_of(conn, id)?;
        }
        Field::Updated => {
            set("updated_iso", &value)?;
            set("updated_zone", &zone)?;
        }
    }
    change_table::record(conn, Changed::Article(id))
}

/// Sets the people credited, whatever their names are made of.
pub(crate) fn set_byline(conn: &Connection, id: ArticleId, people: &[String]) -> Result<()> {
    conn.prepare_cached("UPDATE articles SET byline = ?2 WHERE id = ?1")?
        .execute(params![id, to_json("a byline", &people)?])?;
    change_table::record(conn, Changed::Article(id))
}

/// People of a byline written in one line: `Ana Ruiz, Bo Li`.
pub(crate) fn people(value: Option<&str>) -> Vec<String> {
    value
        .unwrap_or_default()
        .split([',', ';', '、', '،'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether the article was not so before.
pub(crate) fn mark(conn: &Connection, id: ArticleId, flag: ArticleFlag, on: bool) -> Result<bool> {
    let sql = match flag {
        ArticleFlag::Read => "UPDATE articles SET read = ?2 WHERE id = ?1 AND read <> ?2",
        ArticleFlag::Starred => "UPDATE articles SET starred = ?2 WHERE id = ?1 AND starred <> ?2",
        ArticleFlag::Archived => {
            "UPDATE articles SET archived = ?2 WHERE id = ?1 AND archived <> ?2"
        }
    };
    let changed = conn.prepare_cached(sql)?.execute(params![id, on])? > 0;
    if changed {
        change_table::record(conn, Changed::Article(id))?;
    }
    Ok(changed)
}

impl ArticleRecord {
    pub fn is_marked(&self, flag: ArticleFlag) -> bool {
        match flag {
            ArticleFlag::Read => self.read,
            ArticleFlag::Starred => self.starred,
            ArticleFlag::Archived => self.archived,
        }
    }
}

/// Puts an article in the trash (`Some`) or takes it out (`None`).
pub(crate) fn set_deleted(conn: &Connection, id: ArticleId, deleted_ms: Option<i64>) -> Result<()> {
    conn.prepare_cached("UPDATE articles SET deleted_ms = ?2 WHERE id = ?1")?
        .execute(params![id, deleted_ms])?;
    change_table::record(conn, Changed::Article(id))
}

/// The kept article with these very bytes, and its title.
pub(crate) fn find_by_source(
    conn: &Connection,
    sha256: Sha256,
) -> Result<Option<(ArticleId, String)>> {
    find(conn, "source_sha256", &sha256)
}

/// The kept article that was imported under this id of another program.
pub(crate) fn find_by_external(
    conn: &Connection,
    external_id: &str,
) -> Result<Option<(ArticleId, String)>> {
    find(conn, "external_id", &external_id)
}

fn find(conn: &Connection, column: &str, value: &dyn ToSql) -> Result<Option<(ArticleId, String)>> {
    Ok(conn
        .prepare_cached(&format!(
            "SELECT id, title FROM articles WHERE {column} = ?1 AND deleted_ms IS NULL LIMIT 1"
        ))?
        .query_row([value], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// Ids of the articles that an import added and that are still kept, without those
/// that another import has given a version.
pub(crate) fn of_import(conn: &Connection, import: ImportId) -> Result<Vec<ArticleId>> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM articles a WHERE import_id = ?1 AND deleted_ms IS NULL
           AND NOT EXISTS (SELECT 1 FROM article_versions
             WHERE article_id = a.id AND withdrawn_ms IS NULL AND import_id IS NOT ?1)
         ORDER BY id",
    )?;
    let rows = statement.query_map([import], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The next `limit` articles after `after` in the order of ids, trash included.
pub(crate) fn ids_after(
    conn: &Connection,
    after: Option<ArticleId>,
    limit: u32,
) -> Result<Vec<ArticleId>> {
    let floor = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let mut statement =
        conn.prepare_cached("SELECT id FROM articles WHERE id > ?1 ORDER BY id LIMIT ?2")?;
    let rows = statement.query_map(params![floor, limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn printed(iso: Option<String>, zone: Option<String>) -> Option<PrintedTime> {
    iso.map(|iso| PrintedTime { iso, zone })
}

fn listed(published: Option<&PrintedTime>, imported_ms: i64) -> i64 {
    published
        .and_then(PrintedTime::sort_key)
        .unwrap_or(imported_ms)
}
