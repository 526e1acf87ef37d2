//! Stretches of article lists, each read in the order of an index.

use rusqlite::{Connection, ToSql, params};

use super::article_table::printed;
use super::counter;
use crate::Result;
use crate::clock::rfc3339;
use crate::domain::{ArticleId, ArticlePage, ArticleQuery, ArticleRow, ArticleScope, ArticleSort};

/// Which rows a list has, and in which order.
struct Listing<'q> {
    total: u32,
    articles: u32,
    /// `FROM` and `WHERE`; `?1` is the key, where there is one.
    from: String,
    order: &'static Order,
    key: Option<&'q dyn ToSql>,
}

/// An order, and what comes before the article `?2` in it: each of these by itself.
struct Order {
    by: &'static str,
    before: &'static [&'static str],
}

/// Those without a day come last, those kept last first among them.
const PUBLISHED: Order = Order {
    by: "a.dated DESC, a.listed_ms DESC, a.id DESC",
    before: &[
        "(a.dated, a.listed_ms, a.id) > (SELECT dated, listed_ms, id FROM articles WHERE id = ?2)",
    ],
};

/// As [`PUBLISHED`], read in the order of an entity's own index.
const PUBLISHED_OF_ENTITY: Order = Order {
    by: "e.dated DESC, e.listed_ms DESC, e.article_id DESC",
    before: &["(e.dated, e.listed_ms, e.article_id)
               > (SELECT dated, listed_ms, id FROM articles WHERE id = ?2)"],
};

const IMPORTED: Order = Order {
    by: "a.imported_ms DESC, a.id DESC",
    before: &["(a.imported_ms, a.id) > (SELECT imported_ms, id FROM articles WHERE id = ?2)"],
};

const TITLE: Order = Order {
    by: "a.title COLLATE NOCASE, a.id",
    before: &["(a.title COLLATE NOCASE, a.id) < (SELECT title, id FROM articles WHERE id = ?2)"],
};

/// Those without an outlet first.
const OUTLET: Order = Order {
    by: "a.outlet COLLATE NOCASE, a.dated DESC, a.listed_ms DESC, a.id DESC",
    before: &[
        "a.outlet IS NULL AND (SELECT outlet IS NOT NULL FROM articles WHERE id = ?2)",
        "a.outlet COLLATE NOCASE < (SELECT outlet FROM articles WHERE id = ?2)",
        "a.outlet COLLATE NOCASE IS (SELECT outlet FROM articles WHERE id = ?2)
         AND (a.dated, a.listed_ms, a.id)
           > (SELECT dated, listed_ms, id FROM articles WHERE id = ?2)",
    ],
};

const DELETED: Order = Order {
    by: "a.deleted_ms DESC, a.id DESC",
    before: &["(a.deleted_ms, a.id) > (SELECT deleted_ms, id FROM articles WHERE id = ?2)"],
};

impl Listing<'_> {
    /// What is asked of a stretch of it.
    fn stretch(&self, columns: &str, offset: u32, limit: u32) -> String {
        let Self { from, order, .. } = self;
        let by = order.by;
        format!("SELECT {columns} {from} ORDER BY {by} LIMIT {limit} OFFSET {offset}")
    }
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
    let mut statement = conn.prepare_cached(&listing.stretch(COLUMNS, offset, limit))?;
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
    let mut statement = conn.prepare_cached(&listing.stretch("a.id", offset, limit))?;
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

/// The row in which an article stands: how many come before it, counted in the order of an
/// index where the list has one.
pub(crate) fn row_of(
    conn: &Connection,
    query: &ArticleQuery,
    id: ArticleId,
) -> Result<Option<u32>> {
    let Listing {
        from, order, key, ..
    } = listing(conn, query)?;
    let key = key.unwrap_or(&rusqlite::types::Null);
    let is_there = conn
        .prepare_cached(&format!("SELECT 1 {from} AND a.id = ?2 AND (?1 IS ?1)"))?
        .exists(params![key, id])?;
    if !is_there {
        return Ok(None);
    }
    let mut at = 0;
    for before in order.before {
        let rows: u32 = conn
            .prepare_cached(&format!(
                "SELECT count(*) {from} AND {before} AND (?1 IS ?1)"
            ))?
            .query_row(params![key, id], |row| row.get(0))?;
        at += rows;
    }
    Ok(Some(at))
}

fn listing<'q>(conn: &Connection, query: &'q ArticleQuery) -> Result<Listing<'q>> {
    let order = match query.sort {
        _ if query.scope == ArticleScope::Trash => &DELETED,
        ArticleSort::Published if query.entity.is_some() => &PUBLISHED_OF_ENTITY,
        ArticleSort::Published => &PUBLISHED,
        ArticleSort::Imported => &IMPORTED,
        ArticleSort::Title => &TITLE,
        ArticleSort::Outlet => &OUTLET,
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
            from: format!("{joined} WHERE e.entity_id = ?1 AND {scope}"),
            order,
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
            from: format!("FROM articles a WHERE a.import_id = ?1 AND {scope}"),
            order,
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
        from: format!("FROM articles a WHERE {scope} {folded}"),
        order,
        key: None,
    })
}
