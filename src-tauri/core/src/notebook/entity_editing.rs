//! What the form of an entity says, done as one step.

use rusqlite::Connection;

use super::undoing::{self, Inverse};
use super::{Entities, entities, entity_picture};
use crate::domain::{Entity, EntityEdit, EntityId, UndoAction};
use crate::store::{entity_table, merge_table};
use crate::{Error, Result};

impl Entities<'_> {
    /// Makes an entity what its form says, where that is other than what the form was opened
    /// with; what was changed elsewhere meanwhile stays. One step; a name that it had stays one
    /// of its names.
    ///
    /// # Errors
    /// `InvalidInput` for a name without a letter or digit, or of more than 300 characters;
    /// `NotFound` for a picture that is not kept; `Conflict` for an entity that is deleted, or
    /// that another one holds by now. Nothing of it is done then.
    pub fn edit(&self, id: EntityId, edit: &EntityEdit) -> Result<Entity> {
        let name = entities::clean_name(&edit.wanted.name)?;
        self.alter(id, "edit an entity", |tx, called| {
            if entity_table::record(tx, id)?.deleted || merge_table::holder(tx, id)?.is_some() {
                return Err(Error::Conflict {
                    what: called.to_owned(),
                });
            }
            let is_renamed = name != edit.before.name && name != called;
            let renaming = match is_renamed {
                true => Some(entities::rename(tx, id, &name)?),
                false => None,
            };
            let rest = rest(tx, id, edit)?;
            let action = match rest.is_empty() {
                true => UndoAction::RenameEntity,
                false => UndoAction::EditEntity,
            };
            let steps: Vec<Inverse> = renaming.into_iter().chain(rest).collect();
            if !steps.is_empty() {
                let name = if is_renamed { &name } else { called };
                undoing::push(tx, action, name, &Inverse::Several { steps })?;
            }
            Ok(())
        })
    }
}

/// All but the name.
fn rest(conn: &Connection, id: EntityId, edit: &EntityEdit) -> Result<Vec<Inverse>> {
    let EntityEdit { before, wanted } = edit;
    let mut steps = Vec::new();
    let record = entity_table::record(conn, id)?;
    if wanted.kind != before.kind && wanted.kind != record.kind {
        entity_table::set_kind(conn, id, wanted.kind)?;
        steps.push(Inverse::SetKind {
            entity: id,
            kind: record.kind,
        });
    }
    let description = wanted.description.trim();
    if description != before.description && description != record.description {
        entity_table::set_description(conn, id, description)?;
        steps.push(Inverse::SetDescription {
            entity: id,
            description: record.description,
        });
    }
    if wanted.picture != before.picture {
        steps.extend(entity_picture::put(conn, id, wanted.picture.as_deref())?);
    }
    Ok(steps)
}
