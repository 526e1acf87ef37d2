//! What the form of an entity says, done as one step.

use rusqlite::Connection;

use super::undoing::{self, Inverse};
use super::{Entities, entities, entity_picture};
use crate::Result;
use crate::domain::{Entity, EntityEdit, EntityId, UndoAction};
use crate::store::{entity_image_table, entity_table};

impl Entities<'_> {
    /// Makes an entity what its form says. What is as before is left alone, and what is not is
    /// one step; a name that it had stays one of its names.
    ///
    /// # Errors
    /// `InvalidInput` for a name without a letter or digit, or of more than 300 characters;
    /// `NotFound` for a picture that is not kept. Nothing of it is done then.
    pub fn edit(&self, id: EntityId, wanted: &EntityEdit) -> Result<Entity> {
        let name = entities::clean_name(&wanted.name)?;
        let id = self.shown(id)?;
        self.alter(id, "edit an entity", |tx, before| {
            let renaming = match name != before {
                true => Some(entities::rename(tx, id, &name)?),
                false => None,
            };
            let rest = rest(tx, id, wanted)?;
            let action = match rest.is_empty() {
                true => UndoAction::RenameEntity,
                false => UndoAction::EditEntity,
            };
            let steps: Vec<Inverse> = renaming.into_iter().chain(rest).collect();
            if !steps.is_empty() {
                undoing::push(tx, action, &name, &Inverse::Several { steps })?;
            }
            Ok(())
        })
    }
}

/// All but the name.
fn rest(conn: &Connection, id: EntityId, wanted: &EntityEdit) -> Result<Vec<Inverse>> {
    let mut steps = Vec::new();
    let record = entity_table::record(conn, id)?;
    if wanted.kind != record.kind {
        entity_table::set_kind(conn, id, wanted.kind)?;
        steps.push(Inverse::SetKind {
            entity: id,
            kind: record.kind,
        });
    }
    let description = wanted.description.trim();
    if description != record.description {
        entity_table::set_description(conn, id, description)?;
        steps.push(Inverse::SetDescription {
            entity: id,
            description: record.description,
        });
    }
    let shown = entity_image_table::shown(conn, id)?.map(|(_, sha256)| sha256.hex());
    if wanted.picture != shown {
        steps.extend(entity_picture::put(conn, id, wanted.picture.as_deref())?);
    }
    Ok(steps)
}
