//! Tags and the articles that have them.

use rusqlite::{Connection, OptionalExtension, params};

use super::change_table::{self, Changed};
use crate::Result;
use crate::domain::{ArticleId, ImportId};
use crate::text::TagPath;

mod renaming;

pub(crate) use renaming::{
    TagRow, all, articles, count_articles, merge, remove_tag, set_path, step_aside, within,
};

/// The number of a tag, which is made where there is none.
pub(crate) fn ensure(conn: &Connection, tag: &TagPath) -> Result<i64> {
    conn.prepare_cached(
        "INSERT INTO tags (path, folded) VALUES (?1, ?2) ON CONFLICT (folded) DO NOTHING",
    )?
    .execute(params![tag.path(), tag.folded()])?;
    Ok(conn
        .prepare_cached("SELECT id FROM tags WHERE folded = ?1")?
        .query_row([tag.folded()], |row| row.get(0))?)
}

pub(crate) fn find(conn: &Connection, tag: &TagPath) -> Result<Option<i64>> {
    Ok(conn
        .prepare_cached("SELECT id FROM tags WHERE folded = ?1")?
        .query_row([tag.folded()], |row| row.get(0))
        .optional()?)
}

/// Whether the article is kept and did not have it. What a person took from it before is
/// forgotten.
pub(crate) fn add(conn: &Connection, tag: i64, article: ArticleId) -> Result<bool> {
    let added = conn
        .prepare_cached(
            "INSERT OR IGNORE INTO article_tags (tag_id, article_id)
             SELECT ?1, id FROM articles WHERE id = ?2",
        )?
        .execute(params![tag, article])?;
    if added > 0 {
        forget_removed(conn, tag, article)?;
        change_table::record(conn, Changed::Article(article))?;
    }
    Ok(added > 0)
}

/// Whether the article had it. That a person took it is remembered: no import brings it back.
pub(crate) fn remove(conn: &Connection, tag: i64, article: ArticleId) -> Result<bool> {
    let removed = conn
        .prepare_cached("DELETE FROM article_tags WHERE tag_id = ?1 AND article_id = ?2")?
        .execute(params![tag, article])?;
    if removed > 0 {
        conn.prepare_cached(
            "INSERT OR IGNORE INTO removed_tags (article_id, folded)
             SELECT ?2, folded FROM tags WHERE id = ?1",
        )?
        .execute(params![tag, article])?;
        change_table::record(conn, Changed::Article(article))?;
    }
    Ok(removed > 0)
}

/// Forgets that a tag, which may be gone since, was taken from an article.
pub(crate) fn forget_taken(conn: &Connection, tag: &TagPath, article: ArticleId) -> Result<()> {
    conn.prepare_cached("DELETE FROM removed_tags WHERE article_id = ?1 AND folded = ?2")?
        .execute(params![article, tag.folded()])?;
    Ok(())
}

/// Forgets that a person took a tag from an article.
pub(crate) fn forget_removed(conn: &Connection, tag: i64, article: ArticleId) -> Result<()> {
    conn.prepare_cached(
        "DELETE FROM removed_tags
         WHERE article_id = ?2 AND folded = (SELECT folded FROM tags WHERE id = ?1)",
    )?
    .execute(params![tag, article])?;
    Ok(())
}

/// Whether a person took a tag from an article.
pub(crate) fn was_removed(conn: &Connection, tag: &TagPath, article: ArticleId) -> Result<bool> {
    Ok(conn
        .prepare_cached("SELECT 1 FROM removed_tags WHERE article_id = ?1 AND folded = ?2")?
        .exists(params![article, tag.folded()])?)
}

pub(crate) fn has(conn: &Connection, tag: i64, article: ArticleId) -> Result<bool> {
    Ok(conn
        .prepare_cached("SELECT 1 FROM article_tags WHERE tag_id = ?1 AND article_id = ?2")?
        .exists(params![tag, article])?)
}

/// The tags of an article as they are written and folded, in order.
pub(crate) fn of_article(conn: &Connection, article: ArticleId) -> Result<Vec<(String, String)>> {
    let mut statement = conn.prepare_cached(
        "SELECT t.path, t.folded FROM article_tags a JOIN tags t ON t.id = a.tag_id
         WHERE a.article_id = ?1 ORDER BY t.folded",
    )?;
    let rows = statement.query_map([article], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Remembers that an import gave an article that was there a tag.
pub(crate) fn note_import(
    conn: &Connection,
    import: ImportId,
    article: ArticleId,
    tag: &TagPath,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO import_tags (import_id, article_id, tag) VALUES (?1, ?2, ?3)",
    )?
    .execute(params![import, article, tag.path()])?;
    Ok(())
}

/// To how many articles which were there an import gave tags.
pub(crate) fn count_import(conn: &Connection, import: ImportId) -> Result<u32> {
    Ok(conn
        .prepare_cached("SELECT count(DISTINCT article_id) FROM import_tags WHERE import_id = ?1")?
        .query_row([import], |row| row.get(0))?)
}

/// The articles which were there and to which an import gave tags.
pub(crate) fn import_articles(conn: &Connection, import: ImportId) -> Result<Vec<ArticleId>> {
    let mut statement =
        conn.prepare_cached("SELECT DISTINCT article_id FROM import_tags WHERE import_id = ?1")?;
    let rows = statement.query_map([import], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The tags that an import gave to an article which was there.
pub(crate) fn of_import(
    conn: &Connection,
    import: ImportId,
    article: ArticleId,
) -> Result<Vec<String>> {
    let mut statement = conn
        .prepare_cached("SELECT tag FROM import_tags WHERE import_id = ?1 AND article_id = ?2")?;
    let rows = statement.query_map(params![import, article], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How a tag is written that begins with this folded path: the path itself, or the first
/// part of another.
pub(crate) fn written(conn: &Connection, folded: &str) -> Result<Option<String>> {
    let whole: Option<String> = conn
        .prepare_cached("SELECT path FROM tags WHERE folded = ?1")?
        .query_row([folded], |row| row.get(0))
        .optional()?;
    if whole.is_some() {
        return Ok(whole);
    }
    let within = format!("{folded}/");
    let longer: Option<String> = conn
        .prepare_cached(
            "SELECT path FROM tags WHERE folded > ?1 AND folded < ?2 ORDER BY folded LIMIT 1",
        )?
        .query_row(
            params![within, super::words::after_prefix(&within)],
            |row| row.get(0),
        )
        .optional()?;
    let depth = folded.split('/').count();
    Ok(longer.map(|path| path.split('/').take(depth).collect::<Vec<_>>().join("/")))
}
