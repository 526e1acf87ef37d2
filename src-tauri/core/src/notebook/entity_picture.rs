//! The picture of an entity: kept as pictures in notes are.

use rusqlite::Connection;

use super::notes::picturing::hash_of_picture;
use super::undoing::{self, Inverse};
use super::{Entities, entities};
use crate::domain::{Change, Entity, EntityId, UndoAction};
use crate::store::{Sha256, entity_image_table, entity_table, note_image_table};
use crate::{Error, Result};

impl Entities<'_> {
    /// Gives an entity the picture with this hash, which is kept already
    /// ([`super::Notes::keep_image`]); nothing takes the one away that it shows.
    ///
    /// # Errors
    /// `NotFound` for a picture that is not kept.
    pub fn set_picture(&self, id: EntityId, sha256: Option<&str>) -> Result<Entity> {
        let id = self.shown(id)?;
        let entity = self.0.shared().store.write("set a picture", |tx| {
            if let Some(inverse) = put(tx, id, sha256)? {
                let name = entity_table::record(tx, id)?.name;
                undoing::push(tx, UndoAction::EditEntity, &name, &inverse)?;
            }
            entities::read(tx, id)
        })?;
        self.0.changed(Change::Entities { ids: vec![id] });
        self.with_own_name(entity)
    }
}

/// Shows this picture of an entity, or none. Returns how to reverse that; `None` where nothing
/// is other than before.
pub(super) fn put(
    conn: &Connection,
    id: EntityId,
    sha256: Option<&str>,
) -> Result<Option<Inverse>> {
    let (owner, was, picture) = match sha256 {
        Some(sha256) => {
            let picture = kept(conn, sha256)?;
            (id, entity_image_table::own(conn, id)?, Some(picture))
        }
        // That of a part that it holds goes from there.
        None => match entity_image_table::shown(conn, id)? {
            Some((owner, was)) => (owner, Some(was), None),
            None => return Ok(None),
        },
    };
    if was == picture {
        return Ok(None);
    }
    entity_image_table::set(conn, owner, picture)?;
    Ok(Some(Inverse::SetPicture {
        entity: owner,
        picture: was.map(|was| was.hex()),
    }))
}

fn kept(conn: &rusqlite::Connection, sha256: &str) -> Result<Sha256> {
    let missing = || Error::not_found(format_args!("picture {sha256}"));
    let hash = hash_of_picture(sha256).ok_or_else(missing)?;
    match note_image_table::media_type(conn, hash)? {
        Some(_) => Ok(hash),
        None => Err(missing()),
    }
}
