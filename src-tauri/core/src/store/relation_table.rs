//! How entities are related, and the fields that a person gave one.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::change_table::{self, Changed};
use super::{of_word, word_of};
use crate::Result;
use crate::domain::{EntityField, EntityId, RelationId, RelationKind};

/// A relation as it is stored, at the entities that it was written for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RelationRow {
    pub id: RelationId,
    pub from: EntityId,
    pub kind: RelationKind,
    pub to: Option<EntityId>,
    pub role: String,
    pub since: Option<String>,
    pub until: Option<String>,
    pub source: String,
}

const RELATION: &str = "SELECT id, from_id, kind, to_id, role, since, until, source FROM relations";

fn read(row: &Row<'_>) -> rusqlite::Result<RelationRow> {
    Ok(RelationRow {
        id: row.get(0)?,
        from: row.get(1)?,
        kind: of_word(row.get(2)?)?,
        to: row.get(3)?,
        role: row.get(4)?,
        since: row.get(5)?,
        until: row.get(6)?,
        source: row.get(7)?,
    })
}

/// Writes a relation, in place of the one with its id.
pub(crate) fn put(conn: &Connection, row: &RelationRow) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO relations (id, from_id, kind, to_id, role, since, until, source)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        row.id,
        row.from,
        word_of(row.kind)?,
        row.to,
        row.role,
        row.since,
        row.until,
        row.source
    ])?;
    change_table::record(conn, Changed::Entity(row.from))
}

pub(crate) fn find(conn: &Connection, id: RelationId) -> Result<Option<RelationRow>> {
    Ok(conn
        .prepare_cached(&format!("{RELATION} WHERE id = ?1"))?
        .query_row([id], read)
        .optional()?)
}

pub(crate) fn remove(conn: &Connection, id: RelationId) -> Result<()> {
    conn.prepare_cached("DELETE FROM relations WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}

/// Relations that an entity, and what it holds, is at either end of; the latest first.
pub(crate) fn of_entity(conn: &Connection, entity: EntityId) -> Result<Vec<RelationRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "WITH RECURSIVE down (id) AS (
           SELECT ?1 UNION
           SELECT e.id FROM down JOIN entities e ON e.merged_into = down.id)
         {RELATION} WHERE from_id IN (SELECT id FROM down) OR to_id IN (SELECT id FROM down)
         ORDER BY coalesce(until, '9999') DESC, coalesce(since, '') DESC, id"
    ))?;
    let rows = statement.query_map([entity], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Relations that were written for this very entity, in the order of ids.
pub(crate) fn written_for(conn: &Connection, entity: EntityId) -> Result<Vec<RelationRow>> {
    let mut statement =
        conn.prepare_cached(&format!("{RELATION} WHERE from_id = ?1 ORDER BY id"))?;
    let rows = statement.query_map([entity], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The fields of an entity in a person's order.
pub(crate) fn fields(conn: &Connection, entity: EntityId) -> Result<Vec<EntityField>> {
    let mut statement = conn.prepare_cached(
        "SELECT name, value FROM entity_fields WHERE entity_id = ?1 ORDER BY place",
    )?;
    let rows = statement.query_map([entity], |row| {
        Ok(EntityField {
            name: row.get(0)?,
            value: row.get(1)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn set_fields(
    conn: &Connection,
    entity: EntityId,
    fields: &[EntityField],
) -> Result<()> {
    conn.prepare_cached("DELETE FROM entity_fields WHERE entity_id = ?1")?
        .execute([entity])?;
    let mut statement = conn.prepare_cached(
        "INSERT INTO entity_fields (entity_id, place, name, value) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (place, field) in (0_i64..).zip(fields) {
        statement.execute(params![entity, place, field.name, field.value])?;
    }
    change_table::record(conn, Changed::Entity(entity))
}
