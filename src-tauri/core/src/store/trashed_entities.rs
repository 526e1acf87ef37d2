//! Entities of the trash, taken out of every table for good.

use rusqlite::{Connection, OptionalExtension, params};

use super::change_table::{self, Changed};
use super::merge_table;
use crate::Result;
use crate::domain::{ClippingId, EntityId};

/// Mentions that go in one transaction.
const MENTIONS_AT_ONCE: u32 = 2000;

/// Whether an entity is being deleted for good: some of its mentions are gone.
pub(crate) fn is_going(conn: &Connection, id: EntityId) -> Result<bool> {
    Ok(conn
        .prepare_cached("SELECT 1 FROM entities WHERE id = ?1 AND emptying = 1")?
        .exists([id])?)
}

/// Entities that were deleted, without those that they hold.
pub(crate) fn roots(conn: &Connection) -> Result<Vec<EntityId>> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM entities WHERE deleted_ms IS NOT NULL AND merged_into IS NULL",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What other tables have of an entity, in the order in which it can be deleted. Quotes stay,
/// with what their speaker was called; so do links of notes and items of dossiers.
const OF_ENTITY: &[&str] = &[
    "UPDATE dossier_items SET title = (SELECT name FROM entities WHERE id = ?1)
     WHERE target_kind = 'entity' AND target_id = ?1",
    "UPDATE clippings SET speaker_id = NULL WHERE speaker_id = ?1",
    "UPDATE clippings SET via_id = NULL WHERE via_id = ?1",
    "INSERT OR IGNORE INTO articles_to_read (article_id)
     SELECT a.id FROM proposals p JOIN articles a ON a.id = p.article_id
     WHERE p.entity_id = ?1 AND p.state IN ('open', 'covered') AND a.deleted_ms IS NULL",
    "DELETE FROM proposals WHERE entity_id = ?1 AND state IN ('open', 'covered')",
    "UPDATE proposals SET entity_id = NULL WHERE entity_id = ?1",
    "DELETE FROM proposal_decision_groups WHERE entity_id = ?1",
    "DELETE FROM entity_unlike WHERE one_id = ?1",
    "DELETE FROM entity_unlike WHERE other_id = ?1",
    "DELETE FROM relations WHERE from_id = ?1",
    "DELETE FROM relations WHERE to_id = ?1",
    "DELETE FROM entity_fields WHERE entity_id = ?1",
    "DELETE FROM article_entities WHERE entity_id = ?1",
    "DELETE FROM names WHERE home = ?1",
    "DELETE FROM names WHERE entity_id = ?1",
    "DELETE FROM entities WHERE id = ?1",
];

/// Deletes an entity of the trash for good with all that it holds, or some of its mentions.
/// Its row in `changes` stays, for an index that has not heard yet that it went to the trash.
/// Returns whether nothing is left of it, also where it came back meanwhile.
pub(crate) fn delete(conn: &Connection, root: EntityId) -> Result<bool> {
    let there: Option<bool> = conn
        .prepare_cached(
            "SELECT deleted_ms IS NOT NULL AND merged_into IS NULL FROM entities WHERE id = ?1",
        )?
        .query_row([root], |row| row.get(0))
        .optional()?;
    if there != Some(true) {
        return Ok(true);
    }
    let tree = merge_table::tree(conn, root)?;
    // One that came back between two parts would come without what the first took.
    conn.prepare_cached("UPDATE entities SET emptying = 1 WHERE id = ?1")?
        .execute([root])?;
    let mut left = MENTIONS_AT_ONCE as usize;
    for id in &tree {
        left = left.saturating_sub(delete_mentions(conn, *id, left)?);
        if left == 0 {
            return Ok(false);
        }
    }
    // Those that are held first: each row says who holds it.
    for id in tree.iter().rev() {
        for clipping in clippings_of(conn, *id)? {
            change_table::record(conn, Changed::Clipping(clipping))?;
        }
        for sql in OF_ENTITY {
            conn.prepare_cached(sql)?.execute([id])?;
        }
    }
    Ok(true)
}

fn delete_mentions(conn: &Connection, id: EntityId, most: usize) -> Result<usize> {
    Ok(conn
        .prepare_cached(
            "DELETE FROM mentions WHERE rowid IN (
               SELECT rowid FROM mentions WHERE entity_id = ?1
               UNION ALL SELECT rowid FROM mentions WHERE home = ?1 LIMIT ?2)",
        )?
        .execute(params![id, most as i64])?)
}

fn clippings_of(conn: &Connection, id: EntityId) -> Result<Vec<ClippingId>> {
    let mut statement = conn.prepare_cached(
        "SELECT id FROM clippings WHERE speaker_id = ?1 UNION
         SELECT id FROM clippings WHERE via_id = ?1",
    )?;
    let rows = statement.query_map([id], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
