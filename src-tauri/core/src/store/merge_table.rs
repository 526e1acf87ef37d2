//! Merged entities: whose each name and mention is by itself, and who holds it now.
//!
//! An entity that was merged keeps its row and says who holds it (`merged_into`), so
//! merged entities are trees; the root of each is the entity that is shown. A name and
//! a mention remember their own entity (`home`). Where they are is worked out from the
//! trees and the homes alone, so merging, splitting and taking either back are the same
//! work after another change of a tree, and can be done twice without harm.
//! [`merged_mentions`](super::merged_mentions) does it for mentions.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::change_table::{self, Changed};
use super::merged_trees::Trees;
use super::{entity_table, of_word};
use crate::Result;
use crate::domain::{EntityId, NameId, NameStrength};

/// The entity that holds this one now: itself, unless it was merged.
pub(crate) fn root(conn: &Connection, id: EntityId) -> Result<EntityId> {
    Trees::Entities.root(conn, id)
}

/// An entity and all that it holds.
pub(crate) fn tree(conn: &Connection, id: EntityId) -> Result<Vec<EntityId>> {
    Trees::Entities.tree(conn, id)
}

/// Who holds it directly.
pub(crate) fn holder(conn: &Connection, id: EntityId) -> Result<Option<EntityId>> {
    Ok(conn
        .prepare_cached("SELECT merged_into FROM entities WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?
        .flatten())
}

/// An entity that another one holds.
pub(crate) struct Held {
    pub id: EntityId,
    pub merged_ms: i64,
}

/// All that an entity holds, the last merged first.
pub(crate) fn held(conn: &Connection, id: EntityId) -> Result<Vec<Held>> {
    let mut statement = conn.prepare_cached(
        "WITH RECURSIVE down (id) AS (
           SELECT ?1 UNION
           SELECT e.id FROM down JOIN entities e ON e.merged_into = down.id)
         SELECT e.id, e.merged_ms FROM down JOIN entities e ON e.id = down.id
         WHERE e.id <> ?1 AND e.merged_into IS NOT NULL
         ORDER BY e.merged_ms DESC, e.id",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok(Held {
            id: row.get(0)?,
            merged_ms: row.get::<_, Option<i64>>(1)?.unwrap_or_default(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Puts an entity under another one; what belongs to them follows by
/// [`settle_names`] and `merged_mentions::settle_article`.
pub(crate) fn set_holder(
    conn: &Connection,
    id: EntityId,
    holder: Option<EntityId>,
    now_ms: i64,
) -> Result<()> {
    let gone_ms = holder.map(|_| now_ms);
    conn.prepare_cached("UPDATE entities SET merged_into = ?2, merged_ms = ?3 WHERE id = ?1")?
        .execute(params![id, holder, gone_ms])?;
    entity_table::set_deleted(conn, id, gone_ms)
}

struct HomedName {
    id: NameId,
    at: EntityId,
    home: EntityId,
    text: String,
}

/// Gives an entity that is shown the names of all that it holds, each words once: its
/// own before the others. A name that another one stands for waits at its home. Returns
/// the names that are now elsewhere: mentions by them have to follow.
pub(crate) fn settle_names(conn: &Connection, root: EntityId) -> Result<Vec<NameId>> {
    let mut by_text: BTreeMap<String, Vec<HomedName>> = BTreeMap::new();
    for name in names_at_home_in(conn, &tree(conn, root)?)? {
        by_text.entry(name.text.clone()).or_default().push(name);
    }
    let mut waiting = Vec::new();
    let mut shown = Vec::new();
    for mut same in by_text.into_values() {
        same.sort_by_key(|name| (name.home != root, name.id));
        let mut same = same.into_iter();
        shown.extend(same.next());
        waiting.extend(same);
    }
    let mut moved = Vec::new();
    // First those that wait, so that no entity has the same words twice in between.
    let places = waiting
        .iter()
        .map(|name| (name, name.home))
        .chain(shown.iter().map(|name| (name, root)));
    for (name, place) in places {
        if name.at != place {
            conn.prepare_cached(
                "UPDATE names SET entity_id = ?2, preferred = 0, home = ?3 WHERE id = ?1",
            )?
            .execute(params![
                name.id,
                place,
                (name.home != place).then_some(name.home)
            ])?;
            moved.push(name.id);
        }
    }
    prefer_one(conn, root, &shown)?;
    change_table::record(conn, Changed::Entity(root))?;
    Ok(moved)
}

fn names_at_home_in(conn: &Connection, members: &[EntityId]) -> Result<Vec<HomedName>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, entity_id, entity_id, text FROM names WHERE entity_id = ?1 AND home IS NULL
         UNION ALL SELECT id, entity_id, home, text FROM names WHERE home = ?1",
    )?;
    let mut names = Vec::new();
    for member in members {
        let rows = statement.query_map([member], |row| {
            Ok(HomedName {
                id: row.get(0)?,
                at: row.get(1)?,
                home: row.get(2)?,
                text: row.get(3)?,
            })
        })?;
        for row in rows {
            names.push(row?);
        }
    }
    Ok(names)
}

/// An entity goes on being called what it was; where that name has left it or was taken
/// away, by the oldest that it has, its own before the others.
fn prefer_one(conn: &Connection, root: EntityId, shown: &[HomedName]) -> Result<()> {
    let called = entity_table::record(conn, root)?.name;
    let chosen = shown
        .iter()
        .find(|name| name.text == called)
        .or_else(|| shown.iter().min_by_key(|name| (name.home != root, name.id)));
    match chosen {
        Some(name) => entity_table::prefer(conn, root, name.id),
        None => {
            let id = NameId::new();
            entity_table::insert_name(conn, id, root, &called, NameStrength::Strong, true)?;
            entity_table::queue_match(conn, id)
        }
    }
}

/// Texts and strengths of the names that an entity has by itself, wherever they are shown.
pub(crate) fn own_names(
    conn: &Connection,
    id: EntityId,
) -> Result<Vec<(NameId, String, NameStrength)>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, text, strength FROM names
         WHERE home = ?1 OR entity_id = ?1 AND home IS NULL ORDER BY id",
    )?;
    let rows = statement.query_map([id], |row| {
        Ok((row.get(0)?, row.get(1)?, of_word(row.get(2)?)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The entity whose name this is by itself.
pub(crate) fn home_of_name(conn: &Connection, name: NameId) -> Result<Option<EntityId>> {
    Ok(conn
        .prepare_cached("SELECT coalesce(home, entity_id) FROM names WHERE id = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?)
}

/// The names with these words that `root` and what it holds have, shown and waiting.
pub(crate) fn same_names(
    conn: &Connection,
    root: EntityId,
    text: &str,
) -> Result<Vec<(NameId, EntityId, NameStrength)>> {
    let names = names_at_home_in(conn, &tree(conn, root)?)?;
    let mut same = Vec::new();
    for name in names.into_iter().filter(|name| name.text == text) {
        let strength = conn
            .prepare_cached("SELECT strength FROM names WHERE id = ?1")?
            .query_row([name.id], |row| of_word(row.get(0)?))?;
        same.push((name.id, name.home, strength));
    }
    same.sort_by_key(|(id, home, _)| (*home != root, *id));
    Ok(same)
}

/// Sends a name that `root` shows with these words, and that is not its own, home: its own
/// is about to come. [`settle_names`] says afterwards where both are.
pub(crate) fn make_room(conn: &Connection, root: EntityId, text: &str) -> Result<Option<NameId>> {
    Ok(conn
        .prepare_cached(
            "UPDATE names SET entity_id = home, home = NULL, preferred = 0
             WHERE entity_id = ?1 AND text = ?2 AND home IS NOT NULL RETURNING id",
        )?
        .query_row(params![root, text], |row| row.get(0))
        .optional()?)
}
