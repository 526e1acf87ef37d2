//! Changes to tags themselves, whatever number of articles has them.

use rusqlite::{Connection, params};

use crate::Result;
use crate::domain::ArticleId;
use crate::store::words::after_prefix;
use crate::text::TagPath;

/// A tag as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TagRow {
    pub id: i64,
    pub path: String,
    pub folded: String,
}

/// Every tag, in the order of folded paths.
pub(crate) fn all(conn: &Connection) -> Result<Vec<TagRow>> {
    let mut statement = conn.prepare_cached("SELECT id, path, folded FROM tags ORDER BY folded")?;
    let rows = statement.query_map([], |row| {
        Ok(TagRow {
            id: row.get(0)?,
            path: row.get(1)?,
            folded: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A tag and its parts, itself first.
pub(crate) fn within(conn: &Connection, tag: &TagPath) -> Result<Vec<TagRow>> {
    let folded = tag.folded();
    let inside = format!("{folded}/");
    let mut statement = conn.prepare_cached(
        "SELECT id, path, folded FROM tags
         WHERE folded = ?1 OR (folded > ?2 AND folded < ?3) ORDER BY folded",
    )?;
    let rows = statement.query_map(params![folded, inside, after_prefix(&inside)], |row| {
        Ok(TagRow {
            id: row.get(0)?,
            path: row.get(1)?,
            folded: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The articles that have a tag.
pub(crate) fn articles(conn: &Connection, tag: i64) -> Result<Vec<ArticleId>> {
    let mut statement =
        conn.prepare_cached("SELECT article_id FROM article_tags WHERE tag_id = ?1")?;
    let rows = statement.query_map([tag], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many articles outside the trash have one of these tags.
pub(crate) fn count_articles(conn: &Connection, tags: &[i64]) -> Result<u32> {
    Ok(conn
        .prepare_cached(
            "SELECT count(DISTINCT t.article_id) FROM article_tags t
               JOIN articles a ON a.id = t.article_id
             WHERE t.tag_id IN (SELECT value FROM json_each(?1)) AND a.deleted_ms IS NULL",
        )?
        .query_row([super::super::to_json("tags", &tags)?], |row| row.get(0))?)
}

/// Remembers that a person took a tag from all articles that have it.
fn note_removed(conn: &Connection, tag: i64) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO removed_tags (article_id, folded)
         SELECT a.article_id, t.folded FROM article_tags a JOIN tags t ON t.id = a.tag_id
         WHERE a.tag_id = ?1",
    )?
    .execute([tag])?;
    Ok(())
}

/// Gives way to others that take its place: no path that a person writes is like it.
pub(crate) fn step_aside(conn: &Connection, tag: i64) -> Result<()> {
    note_removed(conn, tag)?;
    conn.prepare_cached("UPDATE tags SET folded = char(0) || id WHERE id = ?1")?
        .execute([tag])?;
    Ok(())
}

pub(crate) fn set_path(conn: &Connection, tag: i64, to: &TagPath) -> Result<()> {
    conn.prepare_cached("UPDATE tags SET path = ?2, folded = ?3 WHERE id = ?1")?
        .execute(params![tag, to.path(), to.folded()])?;
    forget_removed_of_all(conn, tag)
}

/// Forgets that a person took a tag from articles that have it now.
fn forget_removed_of_all(conn: &Connection, tag: i64) -> Result<()> {
    conn.prepare_cached(
        "DELETE FROM removed_tags WHERE folded = (SELECT folded FROM tags WHERE id = ?1)
           AND article_id IN (SELECT article_id FROM article_tags WHERE tag_id = ?1)",
    )?
    .execute([tag])?;
    Ok(())
}

/// Gives every article of `tag` the tag `into` in its place. Returns those that did not
/// have that.
pub(crate) fn merge(conn: &Connection, tag: i64, into: i64) -> Result<Vec<ArticleId>> {
    let mut statement = conn.prepare_cached(
        "INSERT INTO article_tags (tag_id, article_id)
         SELECT ?2, article_id FROM article_tags o WHERE tag_id = ?1
           AND NOT EXISTS (SELECT 1 FROM article_tags WHERE tag_id = ?2 AND article_id = o.article_id)
         RETURNING article_id",
    )?;
    let added = statement
        .query_map(params![tag, into], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    delete(conn, tag)?;
    forget_removed_of_all(conn, into)?;
    Ok(added)
}

/// Takes a tag from all articles, which is remembered.
pub(crate) fn remove_tag(conn: &Connection, tag: i64) -> Result<()> {
    note_removed(conn, tag)?;
    delete(conn, tag)
}

fn delete(conn: &Connection, tag: i64) -> Result<()> {
    conn.prepare_cached("DELETE FROM article_tags WHERE tag_id = ?1")?
        .execute([tag])?;
    conn.prepare_cached("DELETE FROM tags WHERE id = ?1")?
        .execute([tag])?;
    Ok(())
}
