//! Stretches of the entity list, by what is asked of them.

use rusqlite::{Connection, OptionalExtension, params};

use super::entity_table::read_row;
use super::{alike_table, counter};
use crate::Result;
use crate::domain::{EntityId, EntityKind, EntityQuery, EntityRow, EntitySort};

/// How many rows there are, and a stretch of them.
pub(crate) fn list(
    conn: &Connection,
    query: &EntityQuery,
    offset: u32,
    limit: u32,
) -> Result<(u32, Vec<EntityRow>)> {
    let order = order(query);
    let among = among(query);
    // What is asked is worked out once for both: of kinds alone the numbers are kept.
    let total = if narrowed(query) {
        "count(*) OVER ()"
    } else {
        "0"
    };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT e.id, e.kind, e.name, e.articles, {total} FROM entities e
         WHERE e.deleted_ms IS NULL {among} ORDER BY {order} LIMIT ?2 OFFSET ?3"
    ))?;
    let rows = statement.query_map(params![script(query), limit, offset], |row| {
        Ok((read_row(row)?, row.get(4)?))
    })?;
    let found: Vec<(EntityRow, u32)> = rows.collect::<rusqlite::Result<_>>()?;
    let total = match found.first() {
        _ if !narrowed(query) => of_kinds(conn, query)?,
        Some((_, total)) => *total,
        // There is nothing behind the last one that could say it.
        None if offset == 0 && limit > 0 => 0,
        None => count(conn, query)?,
    };
    let rows = found.into_iter().map(|(row, _)| row).collect();
    Ok((total, rows))
}

/// Every row there is.
pub(crate) fn all(conn: &Connection, query: &EntityQuery) -> Result<Vec<EntityRow>> {
    let (among, order) = (among(query), order(query));
    let mut statement = conn.prepare_cached(&format!(
        "SELECT e.id, e.kind, e.name, e.articles FROM entities e
         WHERE e.deleted_ms IS NULL {among} ORDER BY {order}"
    ))?;
    let rows = statement.query_map([script(query)], read_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The rows of those that are shown, in the order of `ids`.
pub(crate) fn rows(conn: &Connection, ids: &[EntityId]) -> Result<Vec<EntityRow>> {
    // Merged ones are deleted too.
    let mut statement = conn.prepare_cached(
        "SELECT id, kind, name, articles FROM entities WHERE id = ?1 AND deleted_ms IS NULL",
    )?;
    let mut rows = Vec::new();
    for id in ids {
        rows.extend(statement.query_row([id], read_row).optional()?);
    }
    Ok(rows)
}

fn order(query: &EntityQuery) -> &'static str {
    match query.sort {
        EntitySort::Articles => "e.articles DESC, e.name COLLATE NOCASE, e.id",
        EntitySort::Name => "e.name COLLATE NOCASE, e.id",
    }
}

fn count(conn: &Connection, query: &EntityQuery) -> Result<u32> {
    let among = among(query);
    let mut statement = conn.prepare_cached(&format!(
        "SELECT count(*) FROM entities e WHERE e.deleted_ms IS NULL {among}"
    ))?;
    Ok(statement.query_row([script(query)], |row| row.get(0))?)
}

fn script(query: &EntityQuery) -> &str {
    query.script.as_deref().unwrap_or_default()
}

/// Whether more is asked for than kinds, which are counted already.
fn narrowed(query: &EntityQuery) -> bool {
    query.script.is_some() || query.described.is_some() || query.unreviewed || query.alike
}

fn kinds(query: &EntityQuery) -> Vec<EntityKind> {
    match query.kinds.as_slice() {
        [] => EntityKind::ALL.to_vec(),
        some => some.to_vec(),
    }
}

fn of_kinds(conn: &Connection, query: &EntityQuery) -> Result<u32> {
    let kinds = kinds(query);
    let mut total = 0;
    for kind in EntityKind::ALL {
        if kinds.contains(&kind) {
            total += counter(conn, kind.as_str())?;
        }
    }
    Ok(total)
}

/// What is asked, as conditions. Nothing typed reaches them but the script, as `?1`.
fn among(query: &EntityQuery) -> String {
    let mut conditions = String::new();
    let kinds = kinds(query);
    if kinds.len() < EntityKind::ALL.len() {
        let words: Vec<String> = kinds.iter().map(|k| format!("'{}'", k.as_str())).collect();
        conditions.push_str(&format!(" AND e.kind IN ({})", words.join(", ")));
    }
    conditions.push_str(
        " AND (?1 = '' OR EXISTS
            (SELECT 1 FROM names n WHERE n.script = ?1 AND n.entity_id = e.id))",
    );
    match query.described {
        Some(true) => conditions.push_str(" AND e.description <> ''"),
        Some(false) => conditions.push_str(" AND e.description = ''"),
        None => {}
    }
    if query.unreviewed {
        conditions.push_str(
            " AND EXISTS (SELECT 1 FROM article_entities s
                WHERE s.entity_id = e.id AND s.suggested = 1)",
        );
    }
    if query.alike {
        conditions.push_str(&format!(" AND e.id IN ({})", alike_table::have_met()));
    }
    conditions
}

/// The scripts that names of kept entities are written in, the commonest first.
pub(crate) fn scripts(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT n.script FROM names n JOIN entities e ON e.id = n.entity_id
         WHERE e.deleted_ms IS NULL GROUP BY n.script ORDER BY count(*) DESC, n.script",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
