//! What the trash holds, and taking it out of every table for good.
//!
//! Originals are listed here and removed from `originals/` by `notebook::trash`.

use rusqlite::{Connection, OptionalExtension, params};

use super::{Sha256, article_table, clipping_table, sketch_table};
use crate::Result;
use crate::domain::{ArticleId, ClippingSource, ImportId};

/// Every article in the trash.
pub(crate) fn articles(conn: &Connection) -> Result<Vec<ArticleId>> {
    let mut statement =
        conn.prepare_cached("SELECT id FROM articles WHERE deleted_ms IS NOT NULL")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Imports that were taken back and are still listed.
pub(crate) fn undone_imports(conn: &Connection) -> Result<Vec<ImportId>> {
    let mut statement =
        conn.prepare_cached("SELECT id FROM imports WHERE undone_ms IS NOT NULL ORDER BY id")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a row of `import_items` that is called `i` keeps its original for: an article that
/// is kept, a problem that is open, an import that was not taken back.
const ITEM_HOLDS: &str = "(
  EXISTS (SELECT 1 FROM imports m WHERE m.id = i.import_id AND m.undone_ms IS NULL)
  AND (i.outcome = 'needsAttention' AND i.resolved = 0 OR i.article_id IS NULL
    OR EXISTS (SELECT 1 FROM articles a WHERE a.id = i.article_id AND a.deleted_ms IS NULL)))";

/// How many originals nothing but the trash refers to, and their bytes as received.
pub(crate) fn originals(conn: &Connection) -> Result<(u32, u64)> {
    let sql = format!(
        "SELECT count(*), coalesce(sum(o.size), 0) FROM originals o
         WHERE NOT EXISTS (SELECT 1 FROM articles
             WHERE original = o.sha256 AND deleted_ms IS NULL)
           AND NOT EXISTS (SELECT 1 FROM article_versions v JOIN articles a ON a.id = v.article_id
             WHERE v.original = o.sha256 AND v.withdrawn_ms IS NULL AND a.deleted_ms IS NULL)
           AND NOT EXISTS (SELECT 1 FROM import_items i
             WHERE i.original = o.sha256 AND {ITEM_HOLDS})"
    );
    Ok(conn
        .prepare_cached(&sql)?
        .query_row([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as u64)))?)
}

/// What other tables have of an article, in the order in which it can be deleted.
const OF_ARTICLE: &[&str] = &[
    "UPDATE dossier_items SET title = (SELECT title FROM articles WHERE id = ?1)
     WHERE target_kind = 'article' AND target_id = ?1",
    "UPDATE import_items SET original = NULL, original_part = NULL
     WHERE article_id = ?1 AND NOT (outcome = 'needsAttention' AND resolved = 0)",
    "UPDATE import_items SET article_id = NULL WHERE article_id = ?1",
    "UPDATE import_items SET copy_of = NULL WHERE copy_of = ?1",
    "DELETE FROM mentions WHERE article_id = ?1",
    "DELETE FROM article_entities WHERE article_id = ?1",
    "DELETE FROM wire_members WHERE article_id = ?1",
    "DELETE FROM wire_splits WHERE article_id = ?1",
    "DELETE FROM wire_splits WHERE other_id = ?1",
    "DELETE FROM article_versions WHERE article_id = ?1",
    "DELETE FROM article_provenance WHERE article_id = ?1",
    "DELETE FROM article_texts WHERE article_id = ?1",
    "DELETE FROM articles WHERE id = ?1",
];

/// Deletes an article for good. Its row in `changes` stays, for an index that has not
/// heard yet that it went to the trash. False for one that is not in the trash.
pub(crate) fn delete_article(conn: &Connection, id: ArticleId) -> Result<bool> {
    let there: bool = conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM articles WHERE id = ?1 AND deleted_ms IS NOT NULL)",
        )?
        .query_row([id], |row| row.get(0))?;
    if !there {
        return Ok(false);
    }
    sketch_table::remove(conn, id)?;
    clipping_table::leave_article(conn, id, &source_of(conn, id)?)?;
    for sql in OF_ARTICLE {
        conn.prepare_cached(sql)?.execute([id])?;
    }
    Ok(true)
}

/// What quotes of an article keep of it.
pub(crate) fn source_of(conn: &Connection, id: ArticleId) -> Result<ClippingSource> {
    let article = article_table::record(conn, id)?;
    Ok(ClippingSource {
        title: article.title,
        byline: article.byline,
        outlet: article.outlet,
        published: article.published,
        url: article.canonical_url,
        language: article.language,
    })
}

/// The next `limit` texts that came with imports which were taken back, in articles that
/// other imports have a part in.
pub(crate) fn withdrawn(
    conn: &Connection,
    import: ImportId,
    limit: u32,
) -> Result<Vec<(ArticleId, u32)>> {
    let mut statement = conn.prepare_cached(
        "SELECT article_id, version FROM article_versions
         WHERE import_id = ?1 AND withdrawn_ms IS NOT NULL AND shown = 0 LIMIT ?2",
    )?;
    let rows = statement.query_map(params![import, limit], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Deletes a withdrawn version, with the text that was read with it and the one that a
/// person left of it.
pub(crate) fn delete_version(conn: &Connection, article: ArticleId, version: u32) -> Result<()> {
    let left: Option<u32> = conn
        .prepare_cached(
            "DELETE FROM article_versions WHERE article_id = ?1 AND version = ?2
             RETURNING text_version",
        )?
        .query_row(params![article, version], |row| row.get(0))
        .optional()?;
    conn.prepare_cached(
        "DELETE FROM article_texts AS t WHERE article_id = ?1 AND version IN (?2, ?3)
           AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = ?1 AND a.text_version = t.version)
           AND NOT EXISTS (SELECT 1 FROM article_versions v
             WHERE v.article_id = ?1 AND t.version IN (v.version, v.text_version))",
    )?
    .execute(params![article, version, left])?;
    Ok(())
}

/// Deletes `limit` outcomes of an import, and says how many there were.
pub(crate) fn delete_items(conn: &Connection, import: ImportId, limit: u32) -> Result<usize> {
    Ok(conn
        .prepare_cached(
            "DELETE FROM import_items WHERE id IN
               (SELECT id FROM import_items WHERE import_id = ?1 LIMIT ?2)",
        )?
        .execute(params![import, limit])?)
}

/// Deletes an import of which nothing is left. One that an article came with stays, where
/// another import has given that article a text.
pub(crate) fn delete_import(conn: &Connection, import: ImportId) -> Result<()> {
    conn.prepare_cached(
        "DELETE FROM imports WHERE id = ?1
           AND NOT EXISTS (SELECT 1 FROM import_items WHERE import_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM articles WHERE import_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM article_versions WHERE import_id = ?1)",
    )?
    .execute([import])?;
    Ok(())
}

/// The next `limit` originals after `after` that nothing refers to.
pub(crate) fn loose_originals(
    conn: &Connection,
    after: Option<Sha256>,
    limit: u32,
) -> Result<Vec<Sha256>> {
    let floor = after.map_or_else(Vec::new, |sha256| sha256.0.to_vec());
    let mut statement = conn.prepare_cached(
        "SELECT sha256 FROM originals o
         WHERE sha256 > ?1 AND NOT EXISTS (SELECT 1 FROM articles WHERE original = o.sha256)
           AND NOT EXISTS (SELECT 1 FROM article_versions WHERE original = o.sha256)
           AND NOT EXISTS (SELECT 1 FROM import_items WHERE original = o.sha256)
         ORDER BY sha256 LIMIT ?2",
    )?;
    let rows = statement.query_map(params![floor, limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Says that originals are to go that nothing refers to, or that they are gone.
pub(crate) fn set_loose(conn: &Connection, loose: bool) -> Result<()> {
    let sql = if loose {
        "INSERT OR IGNORE INTO meta (key, value) VALUES ('looseOriginals', '1')"
    } else {
        "DELETE FROM meta WHERE key = 'looseOriginals'"
    };
    conn.prepare_cached(sql)?.execute([])?;
    Ok(())
}

pub(crate) fn has_loose(conn: &Connection) -> Result<bool> {
    Ok(conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM meta WHERE key = 'looseOriginals')")?
        .query_row([], |row| row.get(0))?)
}

/// Says that files may lie in `originals/` that have no row, or that none do.
pub(crate) fn set_stray(conn: &Connection, stray: bool) -> Result<()> {
    let sql = if stray {
        "INSERT OR IGNORE INTO meta (key, value) VALUES ('strayOriginals', '1')"
    } else {
        "DELETE FROM meta WHERE key = 'strayOriginals'"
    };
    conn.prepare_cached(sql)?.execute([])?;
    Ok(())
}

pub(crate) fn has_stray(conn: &Connection) -> Result<bool> {
    Ok(conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM meta WHERE key = 'strayOriginals')")?
        .query_row([], |row| row.get(0))?)
}

pub(crate) fn delete_original(conn: &Connection, sha256: Sha256) -> Result<()> {
    conn.prepare_cached("DELETE FROM originals WHERE sha256 = ?1")?
        .execute([sha256])?;
    Ok(())
}
