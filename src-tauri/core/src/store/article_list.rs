//! Stretches of article lists, each read in the order of an index.

use rusqlite::{Connection, ToSql};

use super::article_table::printed;
use super::counter;
use crate::Result;
use crate::clock::rfc3339;
use crate::domain::{ArticleId, ArticlePage, ArticleQuery, ArticleRow, ArticleScope, ArticleSort};

/// Which rows a list has, and in which order.
struct Listing<'q> {
    total: u32,
    articles: u32,
    from: String,
    key: Option<&'q dyn ToSql>,
}

/// A stretch of a list, without entities and copies. In the inbox and the library one
/// row stands for all copies of a text; other lists show each.
pub(crate) fn list(
    conn: &Connection,
    query: &ArticleQuery,
    offset: u32,
    limit: u32,
) -> Result<ArticlePage> {
    const COLUMNS: &str = "a.id, a.title, a.outlet, a.published_iso, a.published_zone,
                           a.imported_ms, a.language, a.read, a.starred, a.archived";
    let listing = listing(conn, query)?;
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {COLUMNS} {} LIMIT {limit} OFFSET {offset}",
        listing.from
    ))?;
    let mut rows = match listing.key {
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
            starred: row.get(8)?,
            archived: row.get(9)?,
            entities: Vec::new(),
            more_entities: 0,
            wire: None,
        });
    }
    Ok(ArticlePage {
        total: listing.total,
        articles: listing.articles,
        offset,
        rows: list,
    })
}

/// The articles of a stretch of a list.
pub(crate) fn ids(
    conn: &Connection,
    query: &ArticleQuery,
    offset: u32,
    limit: u32,
) -> Result<Vec<ArticleId>> {
    let listing = listing(conn, query)?;
    let mut statement = conn.prepare_cached(&format!(
        "SELECT a.id {} LIMIT {limit} OFFSET {offset}",
        listing.from
    ))?;
    let mut rows = match listing.key {
        Some(key) => statement.query([key])?,
        None => statement.query([])?,
    };
    let mut ids = Vec::new();
    while let Some(row) = rows.next()? {
        ids.push(row.get(0)?);
    }
    Ok(ids)
}

fn listing<'q>(conn: &Connection, query: &'q ArticleQuery) -> Result<Listing<'q>> {
    let order = match query.sort {
        _ if query.scope == ArticleScope::Trash => "a.deleted_ms DESC, a.id DESC",
        ArticleSort::Published => "a.listed_ms DESC, a.id DESC",
        ArticleSort::Imported => "a.imported_ms DESC, a.id DESC",
        ArticleSort::Title => "a.title COLLATE NOCASE, a.id",
        ArticleSort::Outlet => "a.outlet COLLATE NOCASE, a.listed_ms DESC, a.id DESC",
    };
    // What names an entity or came with an import is shown whole, put away or not.
    let filtered = query.entity.is_some() || query.import.is_some();
    let scope = match query.scope {
        ArticleScope::Inbox => "a.deleted_ms IS NULL AND a.archived = 0 AND a.read = 0",
        ArticleScope::Library if filtered => "a.deleted_ms IS NULL",
        ArticleScope::Library => "a.deleted_ms IS NULL AND a.archived = 0",
        ArticleScope::Starred => "a.deleted_ms IS NULL AND a.starred = 1",
        ArticleScope::Archive => "a.deleted_ms IS NULL AND a.archived = 1",
        ArticleScope::Trash => "a.deleted_ms IS NOT NULL",
    };
    if let Some(entity) = &query.entity {
        // Read in the order of the entity's own index when that is the order asked for.
        let order = match query.sort {
            ArticleSort::Published => "e.listed_ms DESC, e.article_id DESC",
            _ => order,
        };
        let joined = "FROM article_entities e JOIN articles a ON a.id = e.article_id";
        let total = match query.scope {
            ArticleScope::Library => {
                "SELECT count(*) FROM article_entities WHERE entity_id = ?1".to_owned()
            }
            // What is in the trash shows no entities.
            ArticleScope::Trash => "SELECT 0 WHERE ?1 IS NOT NULL".to_owned(),
            _ => format!("SELECT count(*) {joined} WHERE e.entity_id = ?1 AND {scope}"),
        };
        let total = conn
            .prepare_cached(&total)?
            .query_row([entity], |row| row.get(0))?;
        return Ok(Listing {
            total,
            articles: total,
            from: format!("{joined} WHERE e.entity_id = ?1 AND {scope} ORDER BY {order}"),
            key: Some(entity),
        });
    }
    if let Some(import) = &query.import {
        let total = conn
            .prepare_cached(&format!(
                "SELECT count(*) FROM articles a WHERE a.import_id = ?1 AND {scope}"
            ))?
            .query_row([import], |row| row.get(0))?;
        return Ok(Listing {
            total,
            articles: total,
            from: format!("FROM articles a WHERE a.import_id = ?1 AND {scope} ORDER BY {order}"),
            key: Some(import),
        });
    }
    let (articles, rows, folded) = match query.scope {
        ArticleScope::Inbox => ("inbox", "inboxRows", "AND a.inbox_folded = 0"),
        ArticleScope::Library => ("articles", "articleRows", "AND a.folded = 0"),
        ArticleScope::Starred => ("starred", "starred", ""),
        ArticleScope::Archive => ("archived", "archived", ""),
        ArticleScope::Trash => ("trash", "trash", ""),
    };
    let away = match query.scope {
        ArticleScope::Library => counter(conn, "archived")?,
        _ => 0,
    };
    Ok(Listing {
        total: counter(conn, rows)?,
        articles: counter(conn, articles)?.saturating_sub(away),
        from: format!("FROM articles a WHERE {scope} {folded} ORDER BY {order}"),
        key: None,
    })
}
