//! Pictures of entities. The files are those of notes (`note_image_table`).

use rusqlite::{Connection, OptionalExtension, params};

use super::Sha256;
use super::change_table::{self, Changed};
use super::merge_table;
use crate::Result;
use crate::domain::EntityId;

/// The picture that an entity shows: its own, or that of one that it holds. With whose it is.
pub(crate) fn shown(conn: &Connection, root: EntityId) -> Result<Option<(EntityId, Sha256)>> {
    for id in merge_table::tree(conn, root)? {
        if let Some(sha256) = own(conn, id)? {
            return Ok(Some((id, sha256)));
        }
    }
    Ok(None)
}

pub(crate) fn own(conn: &Connection, entity: EntityId) -> Result<Option<Sha256>> {
    Ok(conn
        .prepare_cached("SELECT sha256 FROM entity_images WHERE entity_id = ?1 AND current = 1")?
        .query_row([entity], |row| row.get(0))
        .optional()?)
}

/// Gives an entity a picture, or none. One that is not kept is none.
pub(crate) fn set(conn: &Connection, entity: EntityId, picture: Option<Sha256>) -> Result<()> {
    conn.prepare_cached("UPDATE entity_images SET current = 0 WHERE entity_id = ?1")?
        .execute([entity])?;
    conn.prepare_cached(
        "INSERT INTO entity_images (entity_id, sha256, current)
         SELECT ?1, sha256, 1 FROM note_images WHERE sha256 = ?2
         ON CONFLICT (entity_id, sha256) DO UPDATE SET current = 1",
    )?
    .execute(params![entity, picture])?;
    change_table::record(conn, Changed::Entity(entity))
}

/// Forgets the pictures that entities had before: with the trash they go.
pub(crate) fn forget_former(conn: &Connection) -> Result<()> {
    conn.prepare_cached("DELETE FROM entity_images WHERE current = 0")?
        .execute([])?;
    Ok(())
}
