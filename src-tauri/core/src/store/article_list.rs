//! Stretches of article lists, each read in the order of an index.

use rusqlite::{Connection, ToSql};

use super::article_table::printed;
use super::counter;
use crate::Result;
use crate::clock::rfc3339;
use crate::domain::{ArticlePage, ArticleQuery, ArticleRow, ArticleScope, ArticleSort};

/// A stretch of a list, without entities and copies. In the inbox and the library one
/// row stands for all copies of a text; lists of an entity or an import show each.
pub(crate) fn list(
    conn: &Connection,
    query: &ArticleQuery,
    offset: u32,
    limit: u32,
) -> Result<ArticlePage> {
    const COLUMNS: &str = "a.id, a.title, a.outlet, a.published_iso, a.published_zone,
                           a.imported_ms, a.language, a.read";
    let order = match query.sort {
        _ if query.scope == ArticleScope::Trash => "a.deleted_ms DESC, a.id DESC",
        ArticleSort::Published => "a.listed_ms DESC, a.id DESC",
        ArticleSort::Imported => "a.imported_ms DESC, a.id DESC",
        ArticleSort::Title => "a.title COLLATE NOCASE, a.id",
        ArticleSort::Outlet => "a.outlet COLLATE NOCASE, a.listed_ms DESC, a.id DESC",
    };
    let scope = match query.scope {
        ArticleScope::Inbox => "a.deleted_ms IS NULL AND a.read = 0",
        ArticleScope::Library => "a.deleted_ms IS NULL",
        ArticleScope::Trash => "a.deleted_ms IS NOT NULL",
    };
    let (total, articles, from, key): (u32, u32, String, Option<&dyn ToSql>) = if let Some(entity) =
        &query.entity
    {
        // Read in the order of the entity's own index when that is the order asked for.
        let order = match query.sort {
            ArticleSort::Published => "e.listed_ms DESC, e.article_id DESC",
            _ => order,
        };
        let rest = format!(
            "FROM article_entities e JOIN articles a ON a.id = e.article_id
                 WHERE e.entity_id = ?1 AND {scope} ORDER BY {order}"
        );
        let total = match query.scope {
            ArticleScope::Library => "SELECT count(*) FROM article_entities WHERE entity_id = ?1",
            ArticleScope::Inbox => {
                "SELECT count(*) FROM article_entities e JOIN articles a ON a.id = e.article_id
                 WHERE e.entity_id = ?1 AND a.read = 0"
            }
            // What is in the trash shows no entities.
            ArticleScope::Trash => "SELECT 0 WHERE ?1 IS NOT NULL",
        };
        let total = conn
            .prepare_cached(total)?
            .query_row([entity], |row| row.get(0))?;
        (total, total, rest, Some(entity))
    } else if let Some(import) = &query.import {
        let total = conn
            .prepare_cached(&format!(
                "SELECT count(*) FROM articles a WHERE a.import_id = ?1 AND {scope}"
            ))?
            .query_row([import], |row| row.get(0))?;
        let rest = format!("FROM articles a WHERE a.import_id = ?1 AND {scope} ORDER BY {order}");
        (total, total, rest, Some(import))
    } else {
        let (articles, rows, folded) = match query.scope {
            ArticleScope::Inbox => ("inbox", "inboxRows", "AND a.inbox_folded = 0"),
            ArticleScope::Library => ("articles", "articleRows", "AND a.folded = 0"),
            ArticleScope::Trash => ("trash", "trash", ""),
        };
        let rest = format!("FROM articles a WHERE {scope} {folded} ORDER BY {order}");
        (counter(conn, rows)?, counter(conn, articles)?, rest, None)
    };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} {from} LIMIT {limit} OFFSET {offset}"
    ))?;
    let mut rows = match key {
        Some(key) => statement.query([key])?,
        None => statement.query([])?,
    };
    let mut list = Vec::new();
    while let Some(row) = rows.next()? {
        list.push(ArticleRow {
            id: row.get(0)?,
            title: row.get(1)?,
            outlet: row.get(2)?,
            published: printed(row.get(3)?, row.get(4)?),
            imported_at: rfc3339(row.get(5)?),
            language: row.get(6)?,
            read: row.get(7)?,
            entities: Vec::new(),
            more_entities: 0,
            wire: None,
        });
    }
    Ok(ArticlePage {
        total,
        articles,
        offset,
        rows: list,
    })
}
