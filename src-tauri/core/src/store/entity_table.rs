//! Entities and their names.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::change_table::{self, Changed};
pub(crate) use super::completing::entities as complete;
pub(crate) use super::entity_counts::{months, together};
use super::{alike_table, merge_table, note_table, of_word, word_of, words};
use crate::domain::{
    EntityId, EntityKind, EntityName, EntityRow, LinkTarget, NameId, NameStrength,
};
use crate::text;
use crate::{Error, Result};

/// An entity's own row.
pub(crate) struct EntityRecord {
    pub id: EntityId,
    pub kind: EntityKind,
    pub name: String,
    pub description: String,
    pub articles: u32,
    /// In these articles, without those that somebody rejected.
    pub mentions: u32,
    pub deleted: bool,
}

/// A name as the matcher needs it.
pub(crate) struct KnownName {
    pub id: NameId,
    pub entity: EntityId,
    pub text: String,
    pub strength: NameStrength,
}

pub(crate) fn insert(
    conn: &Connection,
    id: EntityId,
    kind: EntityKind,
    name: &str,
    now_ms: i64,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO entities (id, kind, name, created_ms) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![id, kind.as_str(), name, now_ms])?;
    change_table::record(conn, Changed::Entity(id))
}

pub(crate) fn record(conn: &Connection, id: EntityId) -> Result<EntityRecord> {
    find_record(conn, id)?.ok_or_else(|| Error::not_found(format_args!("entity {id}")))
}

pub(crate) fn find_record(conn: &Connection, id: EntityId) -> Result<Option<EntityRecord>> {
    Ok(conn
        .prepare_cached(
            "SELECT kind, name, description, articles, mentions, deleted_ms IS NOT NULL
             FROM entities WHERE id = ?1",
        )?
        .query_row([id], |row| {
            Ok(EntityRecord {
                id,
                kind: of_word(row.get(0)?)?,
                name: row.get(1)?,
                description: row.get(2)?,
                articles: row.get(3)?,
                mentions: row.get(4)?,
                deleted: row.get(5)?,
            })
        })
        .optional()?)
}

/// Adds a name. The same words twice on one entity are a conflict.
pub(crate) fn insert_name(
    conn: &Connection,
    id: NameId,
    entity: EntityId,
    text: &str,
    strength: NameStrength,
    preferred: bool,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO names (id, entity_id, text, folded, strength, preferred, script)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        id,
        entity,
        text,
        text::fold(text),
        word_of(strength)?,
        preferred,
        text::script_of(text),
    ])?;
    words::put_name(conn, id, text)?;
    alike_table::put_keys(conn, id, text)?;
    change_table::record(conn, Changed::Entity(entity))
}

pub(crate) fn delete_name(conn: &Connection, id: NameId) -> Result<()> {
    let entity = owner(conn, id)?;
    conn.prepare_cached("DELETE FROM names WHERE id = ?1")?
        .execute([id])?;
    change_table::record(conn, Changed::Entity(entity))
}

/// The entity that a name belongs to.
pub(crate) fn owner(conn: &Connection, name: NameId) -> Result<EntityId> {
    find_owner(conn, name)?.ok_or_else(|| Error::not_found(format_args!("name {name}")))
}

/// The entity that a name belongs to, if the name is still there.
pub(crate) fn find_owner(conn: &Connection, name: NameId) -> Result<Option<EntityId>> {
    Ok(conn
        .prepare_cached("SELECT entity_id FROM names WHERE id = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?)
}

pub(crate) fn text_of_name(conn: &Connection, name: NameId) -> Result<String> {
    Ok(conn
        .prepare_cached("SELECT text FROM names WHERE id = ?1")?
        .query_row([name], |row| row.get(0))?)
}

pub(crate) fn set_strength(conn: &Connection, name: NameId, strength: NameStrength) -> Result<()> {
    conn.prepare_cached("UPDATE names SET strength = ?2 WHERE id = ?1")?
        .execute(params![name, word_of(strength)?])?;
    Ok(())
}

/// Makes one of its names the entity's name.
pub(crate) fn prefer(conn: &Connection, entity: EntityId, name: NameId) -> Result<()> {
    conn.prepare_cached("UPDATE names SET preferred = (id = ?2) WHERE entity_id = ?1")?
        .execute(params![entity, name])?;
    conn.prepare_cached(
        "UPDATE entities SET name = (SELECT text FROM names WHERE id = ?2) WHERE id = ?1",
    )?
    .execute(params![entity, name])?;
    links_changed(conn, entity)?;
    change_table::record(conn, Changed::Entity(entity))
}

/// Calls an entity what it is to be called once it is shown again.
pub(crate) fn set_name(conn: &Connection, entity: EntityId, name: &str) -> Result<()> {
    conn.prepare_cached("UPDATE entities SET name = ?2 WHERE id = ?1")?
        .execute(params![entity, name])?;
    Ok(())
}

/// Notes are searched with what their links are called.
pub(crate) fn links_changed(conn: &Connection, entity: EntityId) -> Result<()> {
    for member in merge_table::tree(conn, entity)? {
        note_table::links_changed(conn, &LinkTarget::Entity { id: member })?;
    }
    Ok(())
}

pub(crate) fn set_kind(conn: &Connection, id: EntityId, kind: EntityKind) -> Result<()> {
    conn.prepare_cached("UPDATE entities SET kind = ?2 WHERE id = ?1")?
        .execute(params![id, kind.as_str()])?;
    change_table::record(conn, Changed::Entity(id))
}

pub(crate) fn set_description(conn: &Connection, id: EntityId, description: &str) -> Result<()> {
    conn.prepare_cached("UPDATE entities SET description = ?2 WHERE id = ?1")?
        .execute(params![id, description])?;
    change_table::record(conn, Changed::Entity(id))
}

pub(crate) fn set_deleted(conn: &Connection, id: EntityId, deleted_ms: Option<i64>) -> Result<()> {
    conn.prepare_cached("UPDATE entities SET deleted_ms = ?2 WHERE id = ?1")?
        .execute(params![id, deleted_ms])?;
    change_table::record(conn, Changed::Entity(id))
}

/// Its names, the preferred first, then by script and text.
pub(crate) fn names(conn: &Connection, entity: EntityId) -> Result<Vec<EntityName>> {
    let mut statement = conn.prepare_cached(
        "SELECT n.id, n.text, n.strength, n.preferred, n.script, n.mentions
         FROM names n WHERE n.entity_id = ?1
         ORDER BY n.preferred DESC, n.script <> 'Latn', n.script, n.text",
    )?;
    let rows = statement.query_map([entity], |row| {
        Ok(EntityName {
            id: row.get(0)?,
            text: row.get(1)?,
            strength: of_word(row.get(2)?)?,
            preferred: row.get(3)?,
            script: row.get(4)?,
            mentions: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every name of kept entities that the matcher looks for.
pub(crate) fn known_names(conn: &Connection) -> Result<Vec<KnownName>> {
    let mut statement = conn.prepare(
        "SELECT n.id, n.entity_id, n.text, n.strength
         FROM names n JOIN entities e ON e.id = n.entity_id
         WHERE e.deleted_ms IS NULL AND n.strength <> 'searchOnly'",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(KnownName {
            id: row.get(0)?,
            entity: row.get(1)?,
            text: row.get(2)?,
            strength: of_word(row.get(3)?)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The names of kept entities that another form may be linked to, each with whose it is.
pub(crate) fn linked_names(conn: &Connection) -> Result<Vec<(EntityId, EntityKind, String)>> {
    let mut statement = conn.prepare(
        "SELECT n.entity_id, e.kind, n.text
         FROM names n JOIN entities e ON e.id = n.entity_id
         WHERE e.deleted_ms IS NULL AND n.strength <> 'searchOnly'",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((row.get(0)?, of_word(row.get(1)?)?, row.get(2)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The next `limit` kept entities after `after` in the order of ids.
pub(crate) fn ids_after(
    conn: &Connection,
    after: Option<EntityId>,
    limit: u32,
) -> Result<Vec<EntityId>> {
    let floor = after.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let mut statement = conn.prepare_cached(
        "SELECT id FROM entities WHERE id > ?1 AND deleted_ms IS NULL ORDER BY id LIMIT ?2",
    )?;
    let rows = statement.query_map(params![floor, limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn read_row(row: &Row<'_>) -> rusqlite::Result<EntityRow> {
    Ok(EntityRow {
        id: row.get(0)?,
        kind: of_word(row.get(1)?)?,
        name: row.get(2)?,
        articles: row.get(3)?,
        alike: None,
    })
}

/// Kept entities that have this name, folded; the most mentioned first.
pub(crate) fn with_name(conn: &Connection, folded: &str, limit: u32) -> Result<Vec<EntityRecord>> {
    with_name_of(conn, None, folded, limit)
}

/// Those of them that are of one kind.
pub(crate) fn with_name_of(
    conn: &Connection,
    kind: Option<EntityKind>,
    folded: &str,
    limit: u32,
) -> Result<Vec<EntityRecord>> {
    let mut statement = conn.prepare_cached(
        "SELECT DISTINCT e.id, e.kind, e.name, e.description, e.articles, e.mentions
         FROM names n JOIN entities e ON e.id = n.entity_id
         WHERE n.folded = ?1 AND e.deleted_ms IS NULL AND (?3 IS NULL OR e.kind = ?3)
         ORDER BY e.articles DESC, e.name LIMIT ?2",
    )?;
    let kind = kind.map(EntityKind::as_str);
    let rows = statement.query_map(params![folded, limit, kind], kept_record)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Kept entities of a kind in whose name quotation marks stand: few have any.
pub(crate) fn quoted_names(conn: &Connection, kind: EntityKind) -> Result<Vec<EntityRecord>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, kind, name, description, articles, mentions FROM entities
         WHERE deleted_ms IS NULL AND kind = ?1 AND name GLOB '*[\"“”„«»״]*'",
    )?;
    let rows = statement.query_map([word_of(kind)?], kept_record)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn kept_record(row: &rusqlite::Row<'_>) -> rusqlite::Result<EntityRecord> {
    Ok(EntityRecord {
        id: row.get(0)?,
        kind: of_word(row.get(1)?)?,
        name: row.get(2)?,
        description: row.get(3)?,
        articles: row.get(4)?,
        mentions: row.get(5)?,
        deleted: false,
    })
}

/// Asks for this name to be looked for in everything kept.
pub(crate) fn queue_match(conn: &Connection, name: NameId) -> Result<()> {
    conn.prepare_cached("INSERT OR IGNORE INTO pending_matches (name_id) VALUES (?1)")?
        .execute([name])?;
    Ok(())
}

/// Queues the kept entities' names that are these folded words.
pub(crate) fn queue_named(conn: &Connection, folded: &str) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO pending_matches (name_id)
         SELECT n.id FROM names n JOIN entities e ON e.id = n.entity_id
         WHERE n.folded = ?1 AND e.deleted_ms IS NULL AND n.strength <> 'searchOnly'",
    )?
    .execute([folded])?;
    Ok(())
}

pub(crate) fn queued_matches(conn: &Connection) -> Result<Vec<NameId>> {
    let mut statement = conn.prepare_cached("SELECT name_id FROM pending_matches")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn finish_match(conn: &Connection, name: NameId) -> Result<()> {
    conn.prepare_cached("DELETE FROM pending_matches WHERE name_id = ?1")?
        .execute([name])?;
    Ok(())
}
