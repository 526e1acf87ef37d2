//! Stretches of the entity list, by what is asked of them.

use rusqlite::{Connection, params};

use super::entity_table::read_row;
use super::{alike_table, counter};
use crate::Result;
use crate::domain::{EntityKind, EntityQuery, EntityRow, EntitySort};

/// How many rows there are, and a stretch of them.
pub(crate) fn list(
    conn: &Connection,
    query: &EntityQuery,
    offset: u32,
    limit: u32,
) -> Result<(u32, Vec<EntityRow>)> {
    let order = match query.sort {
        EntitySort::Articles => "e.articles DESC, e.name COLLATE NOCASE, e.id",
        EntitySort::Name => "e.name COLLATE NOCASE, e.id",
    };
    let among = among(query);
    let total = match narrowed(query) {
        false => of_kinds(conn, query)?,
        true => conn
            .prepare_cached(&format!(
                "SELECT count(*) FROM entities e WHERE e.deleted_ms IS NULL {among} "
            ))?
            .query_row([script(query)], |row| row.get(0))?,
    };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT e.id, e.kind, e.name, e.articles FROM entities e
         WHERE e.deleted_ms IS NULL {among} ORDER BY {order} LIMIT ?2 OFFSET ?3"
    ))?;
    let rows = statement.query_map(params![script(query), limit, offset], read_row)?;
    let mut rows: Vec<EntityRow> = rows.collect::<rusqlite::Result<_>>()?;
    if query.alike {
        for row in &mut rows {
            row.alike = alike_table::with_whom(conn, row.id)?;
        }
    }
    Ok((total, rows))
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
        conditions.push_str(&format!(" AND {}", alike_table::has_met()));
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
