//! Entities that may be the same: by what their names have in common, and what a person
//! said of them.

use rusqlite::{Connection, params};

use super::entity_table::read_row;
use super::merge_table;
use crate::Result;
use crate::domain::{EntityId, EntityKind, EntityRow, NameId};
use crate::text;

/// Keeps what a name has in common with names that may be the same.
pub(crate) fn put_keys(conn: &Connection, name: NameId, text: &str) -> Result<()> {
    let mut statement =
        conn.prepare_cached("INSERT OR IGNORE INTO name_keys (key, name_id) VALUES (?1, ?2)")?;
    for key in text::sound_keys(text) {
        statement.execute(params![key, name])?;
    }
    Ok(())
}

/// The next names after `after` in the order of ids, for making their keys anew.
pub(crate) fn names_after(
    conn: &Connection,
    after: Option<NameId>,
    limit: u32,
) -> Result<Vec<(NameId, String)>> {
    let floor = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let mut statement =
        conn.prepare_cached("SELECT id, text FROM names WHERE id > ?1 ORDER BY id LIMIT ?2")?;
    let rows = statement.query_map(params![floor, limit], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn clear_keys(conn: &Connection, name: NameId) -> Result<()> {
    conn.prepare_cached("DELETE FROM name_keys WHERE name_id = ?1")?
        .execute([name])?;
    Ok(())
}

/// A kept entity that has a name in common with another one, in a way.
pub(crate) struct Met {
    pub entity: EntityRow,
    /// Its name.
    pub name: String,
    /// The other one's.
    pub own: String,
    pub key: String,
}

/// Kept entities of the same kind that have a key in common with this one.
pub(crate) fn met(
    conn: &Connection,
    entity: EntityId,
    kind: EntityKind,
    limit: u32,
) -> Result<Vec<Met>> {
    let mut statement = conn.prepare_cached(
        "SELECT e.id, e.kind, e.name, e.articles, theirs.text, mine.text, a.key
         FROM names mine JOIN name_keys a ON a.name_id = mine.id
           JOIN name_keys b ON b.key = a.key
           JOIN names theirs ON theirs.id = b.name_id
           JOIN entities e ON e.id = theirs.entity_id
         WHERE mine.entity_id = ?1 AND theirs.entity_id <> ?1
           AND e.kind = ?2 AND e.deleted_ms IS NULL
         ORDER BY a.key DESC, e.articles DESC, e.id LIMIT ?3",
    )?;
    let rows = statement.query_map(params![entity, kind.as_str(), limit], |row| {
        Ok(Met {
            entity: read_row(row)?,
            name: row.get(4)?,
            own: row.get(5)?,
            key: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The part of a query that holds of entities that [`met`] would find something for, and
/// that a person has not told from it; `e` is the row of `entities`.
pub(crate) const HAS_MET: &str = "EXISTS (
  SELECT 1 FROM names mine JOIN name_keys a ON a.name_id = mine.id
    JOIN name_keys b ON b.key = a.key JOIN names theirs ON theirs.id = b.name_id
    JOIN entities f ON f.id = theirs.entity_id
  WHERE mine.entity_id = e.id AND theirs.entity_id <> e.id AND f.kind = e.kind
    AND f.deleted_ms IS NULL AND NOT EXISTS (
      SELECT 1 FROM entity_unlike u WHERE u.one_id = e.id AND u.other_id = f.id))";

/// Whether a person said that they, or what they hold, are not the same.
pub(crate) fn are_unlike(conn: &Connection, one: EntityId, other: EntityId) -> Result<bool> {
    let others = merge_table::tree(conn, other)?;
    let mut statement =
        conn.prepare_cached("SELECT 1 FROM entity_unlike WHERE one_id = ?1 AND other_id = ?2")?;
    for one in merge_table::tree(conn, one)? {
        for other in &others {
            if statement.exists(params![one, other])? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

pub(crate) fn set_unlike(
    conn: &Connection,
    one: EntityId,
    other: EntityId,
    unlike: bool,
) -> Result<()> {
    let sql = match unlike {
        true => "INSERT OR IGNORE INTO entity_unlike (one_id, other_id) VALUES (?1, ?2)",
        false => "DELETE FROM entity_unlike WHERE one_id = ?1 AND other_id = ?2",
    };
    let mut statement = conn.prepare_cached(sql)?;
    statement.execute(params![one, other])?;
    statement.execute(params![other, one])?;
    Ok(())
}

/// Articles that show both.
pub(crate) fn shared_articles(conn: &Connection, one: EntityId, other: EntityId) -> Result<u32> {
    Ok(conn
        .prepare_cached(
            "SELECT count(*) FROM article_entities a JOIN article_entities b
               ON b.entity_id = ?2 AND b.article_id = a.article_id
             WHERE a.entity_id = ?1",
        )?
        .query_row([one, other], |row| row.get(0))?)
}
