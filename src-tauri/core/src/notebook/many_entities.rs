//! What is done to many entities at once, as one step.

use super::undoing::{self, Inverse, Subject};
use super::{Entities, entities, matching, merging};
use crate::Result;
use crate::clock::now_ms;
use crate::domain::{Change, EntityId, EntityKind, UndoAction};
use crate::store::{entity_table, merge_table};

/// Listeners look for theirs among the ids of a change.
const MOST_NAMED: usize = 500;

impl Entities<'_> {
    /// Makes entities of this kind, as one step. Those that are of it already are left.
    pub fn set_kinds(&self, ids: &[EntityId], kind: EntityKind) -> Result<()> {
        self.0.shared().store.write("change kinds", |tx| {
            let mut steps = Vec::new();
            for id in ids {
                let known = entity_table::record(tx, merge_table::root(tx, *id)?)?;
                if known.kind == kind {
                    continue;
                }
                entity_table::set_kind(tx, known.id, kind)?;
                steps.push(Inverse::SetKind {
                    entity: known.id,
                    kind: known.kind,
                });
            }
            push_all(tx, UndoAction::EditEntities, steps)
        })?;
        self.tell_all(ids)
    }

    /// Moves entities to the trash, as one step.
    pub fn delete_all(&self, ids: &[EntityId]) -> Result<()> {
        self.0.shared().store.write("delete entities", |tx| {
            let mut steps = Vec::new();
            for id in ids {
                let known = entity_table::record(tx, merge_table::root(tx, *id)?)?;
                if known.deleted {
                    continue;
                }
                entities::set_deleted(tx, known.id, Some(now_ms()))?;
                steps.push(Inverse::RestoreEntity { id: known.id });
            }
            merging::settle_few(tx)?;
            push_all(tx, UndoAction::DeleteEntities, steps)
        })?;
        self.tell_all(ids)?;
        self.0.finish_merging()
    }

    fn tell_all(&self, ids: &[EntityId]) -> Result<()> {
        matching::reload(self.0.shared())?;
        self.0.0.rematcher.wake();
        // None named means any.
        let ids = if ids.len() > MOST_NAMED { &[] } else { ids };
        self.0.changed(Change::Entities { ids: ids.to_vec() });
        Ok(())
    }
}

fn push_all(conn: &rusqlite::Connection, action: UndoAction, steps: Vec<Inverse>) -> Result<()> {
    if steps.is_empty() {
        return Ok(());
    }
    let subject = Subject::Many(steps.len());
    undoing::push(conn, action, subject, &Inverse::Several { steps })?;
    Ok(())
}
