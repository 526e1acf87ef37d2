//! Entities that may be the same: by what their names have in common, and what a person
//! said of them.

use rusqlite::{Connection, params};

use super::alike_rule;
use super::entity_table::read_row;
use crate::Result;
use crate::domain::{AlikeBy, AlikeTo, EntityId, EntityRow, NameId};
use crate::text;

/// Pairs of names that are looked at for one entity.
pub(crate) const LOOKED_AT: u32 = 64;

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
    pub by: AlikeBy,
    /// Its name.
    pub name: String,
    /// The other one's.
    pub own: String,
}

/// What `mine` of `e` and `theirs` of `f` are alike by; null where they are not.
const ALIKE_BY: &str = "alike_by(a.key, e.kind, mine.folded, mine.script,
    f.kind, theirs.folded, theirs.script)";

/// Whom a person told from entity `?1`, or from what it holds, each with all that hold it.
const TOLD_FROM: &str = "(
  WITH RECURSIVE down (id) AS (
    SELECT ?1 UNION
    SELECT h.id FROM down JOIN entities h ON h.merged_into = down.id),
  up (id) AS (
    SELECT u.other_id FROM down JOIN entity_unlike u ON u.one_id = down.id UNION
    SELECT h.merged_into FROM up JOIN entities h ON h.id = up.id
    WHERE h.merged_into IS NOT NULL)
  SELECT id FROM up)";

/// The pairs of entities that a person told apart, each as what holds it now and as one
/// value: of a pair of values that is not among others, every one of these is looked at.
const TOLD_APART: &str = "(
  WITH RECURSIVE up (id, at) AS (
    SELECT one_id, one_id FROM entity_unlike UNION
    SELECT up.id, h.merged_into FROM up JOIN entities h ON h.id = up.at
    WHERE h.merged_into IS NOT NULL),
  root (id, at) AS (
    SELECT up.id, up.at FROM up JOIN entities h ON h.id = up.at WHERE h.merged_into IS NULL)
  SELECT one.at || other.at FROM entity_unlike u
    JOIN root one ON one.id = u.one_id JOIN root other ON other.id = u.other_id)";

/// Names of other kept entities `f` that have the key `a.key`, as `mine` of `e` has.
const OTHERS: &str = "name_keys b JOIN names theirs ON theirs.id = b.name_id
    JOIN entities f ON f.id = theirs.entity_id
  WHERE b.key = a.key AND theirs.entity_id <> e.id AND f.deleted_ms IS NULL";

/// Kept entities that may be the same as this one and that nobody told from it, each as
/// often as they have names that meet; the surest first, and of its own kind before others.
pub(crate) fn met(conn: &Connection, entity: EntityId, limit: u32) -> Result<Vec<Met>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT f.id, f.kind, f.name, f.articles, theirs.text, mine.text, {ALIKE_BY} AS by
         FROM entities e JOIN names mine ON mine.entity_id = e.id
           JOIN name_keys a ON a.name_id = mine.id JOIN {OTHERS}
           AND e.id = ?1 AND by IS NOT NULL AND f.id NOT IN {TOLD_FROM}
         ORDER BY by, f.kind <> e.kind, f.articles DESC, f.id LIMIT ?2"
    ))?;
    let rows = statement.query_map(params![entity, limit], |row| {
        Ok(Met {
            entity: read_row(row)?,
            name: row.get(4)?,
            own: row.get(5)?,
            by: alike_rule::by_number(row.get(6)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The entities that [`met`] finds something for. Most names share no key with another one:
/// those are passed over first.
pub(crate) fn have_met() -> String {
    format!(
        "SELECT e.id FROM
           (SELECT key FROM name_keys GROUP BY key HAVING count(*) > 1) shared
           CROSS JOIN name_keys a ON a.key = shared.key
           JOIN names mine ON mine.id = a.name_id
           JOIN entities e ON e.id = mine.entity_id
         WHERE e.deleted_ms IS NULL AND EXISTS (
           SELECT 1 FROM {OTHERS} AND {ALIKE_BY} IS NOT NULL
             AND e.id || f.id NOT IN {TOLD_APART})"
    )
}

/// With whom a row of the list may be the same: the surest, and how many others.
pub(crate) fn with_whom(conn: &Connection, entity: EntityId) -> Result<Option<AlikeTo>> {
    let mut met = met(conn, entity, LOOKED_AT)?.into_iter();
    let Some(first) = met.next() else {
        return Ok(None);
    };
    let mut others: Vec<EntityId> = met.map(|one| one.entity.id).collect();
    others.sort_unstable();
    others.dedup();
    others.retain(|id| *id != first.entity.id);
    Ok(Some(AlikeTo {
        id: first.entity.id,
        kind: first.entity.kind,
        name: first.entity.name,
        others: u32::try_from(others.len()).unwrap_or(u32::MAX),
    }))
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
