//! Entities and their names.

use rusqlite::Connection;

use super::undoing::{self, Inverse};
use super::{Notebook, Shared, clippings, matching, merging, relating, shorter_names};
use crate::clock::now_ms;
use crate::domain::{
    Change, Entity, EntityCandidate, EntityId, EntityKind, EntityPage, EntityQuery, EntityRow,
    NameId, NameStrength, UndoAction,
};
use crate::store::{
    counter, entity_image_table, entity_list, entity_table, merge_table, merged_mentions,
    relation_table,
};
use crate::{Error, Result};

/// The longest stretch of the list that is given at once.
const MAX_ROWS: u32 = 500;
/// The newest articles of an entity in which others are counted as named together.
const TOGETHER_SAMPLE: u32 = 2000;
const TOGETHER_SHOWN: u32 = 8;
/// The longest name, in characters.
const MAX_NAME: usize = 300;

pub struct Entities<'a>(pub(super) &'a Notebook);

impl Entities<'_> {
    pub fn list(&self, query: &EntityQuery, offset: u32, limit: u32) -> Result<EntityPage> {
        let Shared { store, alike, .. } = self.0.shared();
        let limit = limit.min(MAX_ROWS);
        let made = match query.alike {
            true => Some(alike.stretch(store, query, offset, limit)?),
            false => None,
        };
        store.read("list entities", |conn| {
            let (total, rows) = match made {
                Some(made) => made,
                None => entity_list::list(conn, query, offset, limit)?,
            };
            let by_kind = EntityKind::ALL
                .iter()
                .map(|kind| counter(conn, kind.as_str()))
                .collect::<Result<_>>()?;
            Ok(EntityPage {
                total,
                offset,
                rows,
                by_kind,
            })
        })
    }

    /// Every row of the list, in its order and without [`EntityRow::alike`]: for doing one
    /// thing to all of them, of which stretches could change while they are read.
    pub fn all(&self, query: &EntityQuery) -> Result<Vec<EntityRow>> {
        let store = &self.0.shared().store;
        store.read("list all entities", |conn| entity_list::all(conn, query))
    }

    /// The rows of those entities that are kept and that no other one holds.
    pub fn rows(&self, ids: &[EntityId]) -> Result<Vec<EntityRow>> {
        let store = &self.0.shared().store;
        store.read("look up entities", |conn| entity_list::rows(conn, ids))
    }

    /// An entity; of one that was merged, the one that holds it now.
    pub fn get(&self, id: EntityId) -> Result<Entity> {
        let store = &self.0.shared().store;
        let entity = store.read("open an entity", |conn| {
            read(conn, merge_table::root(conn, id)?)
        })?;
        self.with_own_name(entity)
    }

    /// Candidates for what was typed so far, by any name in any script.
    pub fn complete(&self, typed: &str, limit: u32) -> Result<Vec<EntityCandidate>> {
        self.0.shared().store.read("complete a name", |conn| {
            entity_table::complete(conn, typed, limit)
        })
    }

    /// The scripts that names are written in, the commonest first.
    pub fn scripts(&self) -> Result<Vec<String>> {
        let store = &self.0.shared().store;
        store.read("list scripts", entity_list::scripts)
    }

    /// Makes an entity and looks for its name in everything kept.
    pub fn create(&self, kind: EntityKind, name: &str) -> Result<Entity> {
        let name = clean_name(name)?;
        let entity = self.0.shared().store.write("make an entity", |tx| {
            let (id, name_id) = insert(tx, kind, &name)?;
            entity_table::queue_match(tx, name_id)?;
            let inverse = Inverse::TakeListed {
                entities: vec![id],
                names: Vec::new(),
            };
            undoing::push(tx, UndoAction::CreateEntity, &name, &inverse)?;
            read(tx, id)
        })?;
        self.names_changed(entity.id)?;
        Ok(entity)
    }

    /// Gives the entity another preferred name; the old one stays a name.
    pub fn rename(&self, id: EntityId, name: &str) -> Result<Entity> {
        let name = clean_name(name)?;
        let id = self.shown(id)?;
        self.alter(id, "rename an entity", |tx, _| {
            let inverse = rename(tx, id, &name)?;
            undoing::push(tx, UndoAction::RenameEntity, &name, &inverse)?;
            Ok(())
        })
    }

    /// Adds a name and looks for it in everything kept.
    ///
    /// # Errors
    /// `Conflict` when the entity has this very name already.
    pub fn add_name(&self, id: EntityId, text: &str, strength: NameStrength) -> Result<Entity> {
        let text = clean_name(text)?;
        let id = self.shown(id)?;
        self.alter(id, "add a name", |tx, _| {
            if entity_table::names(tx, id)?
                .iter()
                .any(|name| name.text == text)
            {
                return Err(Error::Conflict { what: text.clone() });
            }
            let name = NameId::new();
            entity_table::insert_name(tx, name, id, &text, strength, false)?;
            if strength != NameStrength::SearchOnly {
                entity_table::queue_match(tx, name)?;
            }
            let joined = clippings::join(tx, &[id], &[])?;
            let inverse = clippings::with_joined(Inverse::RemoveName { name }, joined);
            undoing::push(tx, UndoAction::AddName, &text, &inverse)?;
            Ok(())
        })
    }

    pub fn set_name_strength(&self, name: NameId, strength: NameStrength) -> Result<Entity> {
        let id = self.owner(name)?;
        self.alter(id, "change a name", |tx, before| {
            let names = entity_table::names(tx, id)?;
            let was = names.iter().find(|known| known.id == name);
            let inverse = Inverse::SetStrength {
                name,
                strength: was.map_or(strength, |known| known.strength),
            };
            entity_table::set_strength(tx, name, strength)?;
            if strength != NameStrength::SearchOnly {
                entity_table::queue_match(tx, name)?;
            }
            undoing::push(tx, UndoAction::EditEntity, before, &inverse)?;
            Ok(())
        })
    }

    /// Makes one of its names the entity's name.
    pub fn prefer_name(&self, name: NameId) -> Result<Entity> {
        let id = self.owner(name)?;
        self.alter(id, "prefer a name", |tx, _| {
            let was = preferred(&entity_table::names(tx, id)?)?;
            entity_table::prefer(tx, id, name)?;
            let now = entity_table::text_of_name(tx, name)?;
            let inverse = Inverse::PreferName {
                entity: id,
                name: was,
                added: None,
            };
            undoing::push(tx, UndoAction::RenameEntity, now, &inverse)?;
            Ok(())
        })
    }

    /// Takes a name away, also from what was merged into its entity; mentions found by it
    /// stay.
    ///
    /// # Errors
    /// `InvalidInput` for the preferred name: an entity keeps a name.
    pub fn remove_name(&self, name: NameId) -> Result<Entity> {
        let id = self.owner(name)?;
        self.alter(id, "remove a name", |tx, _| {
            let names = entity_table::names(tx, id)?;
            let Some(known) = names.iter().find(|known| known.id == name) else {
                return Err(Error::not_found(format_args!("name {name}")));
            };
            if known.preferred {
                return Err(Error::InvalidInput {
                    what: known.text.clone(),
                    why: "it is the entity's preferred name; prefer another first".into(),
                });
            }
            let mut steps = Vec::new();
            for (name, home, strength) in merge_table::same_names(tx, id, &known.text)? {
                entity_table::delete_name(tx, name)?;
                steps.push(Inverse::AddName {
                    entity: home,
                    name,
                    text: known.text.clone(),
                    strength,
                });
            }
            let inverse = Inverse::Several { steps };
            undoing::push(tx, UndoAction::RemoveName, &known.text, &inverse)?;
            Ok(())
        })
    }

    /// Moves an entity to the trash; its mentions come back with it.
    pub fn delete(&self, id: EntityId) -> Result<()> {
        let id = self.shown(id)?;
        self.0.shared().store.write("delete an entity", |tx| {
            let entity = entity_table::record(tx, id)?;
            set_deleted(tx, id, Some(now_ms()))?;
            merging::settle_few(tx)?;
            let inverse = Inverse::RestoreEntity { id };
            undoing::push(tx, UndoAction::DeleteEntity, &entity.name, &inverse)?;
            Ok(())
        })?;
        self.names_changed(id)?;
        self.0.finish_merging()
    }

    /// The entity that shows this name.
    fn owner(&self, name: NameId) -> Result<EntityId> {
        self.0.shared().store.read("look up a name", |conn| {
            merge_table::root(conn, entity_table::owner(conn, name)?)
        })
    }

    /// The entity that holds this one now: itself, unless it was merged.
    pub(super) fn shown(&self, id: EntityId) -> Result<EntityId> {
        self.0
            .shared()
            .store
            .read("look up an entity", |conn| merge_table::root(conn, id))
    }

    /// Runs `work` with the name that the entity has before it.
    pub(super) fn alter(
        &self,
        id: EntityId,
        action: &'static str,
        work: impl FnOnce(&Connection, &str) -> Result<()>,
    ) -> Result<Entity> {
        let entity = self.0.shared().store.write(action, |tx| {
            let before = entity_table::record(tx, id)?.name;
            work(tx, &before)?;
            read(tx, id)
        })?;
        self.names_changed(id)?;
        self.with_own_name(entity)
    }

    pub(super) fn names_changed(&self, id: EntityId) -> Result<()> {
        matching::reload(self.0.shared())?;
        self.0.0.rematcher.wake();
        self.0.changed(Change::Entities { ids: vec![id] });
        self.0.changed(Change::Clippings { ids: Vec::new() });
        Ok(())
    }
}

/// Makes an entity with one strong name, which is its preferred one.
pub(super) fn insert(
    conn: &Connection,
    kind: EntityKind,
    name: &str,
) -> Result<(EntityId, NameId)> {
    let (id, name_id) = (EntityId::new(), NameId::new());
    entity_table::insert(conn, id, kind, name, now_ms())?;
    entity_table::insert_name(conn, name_id, id, name, NameStrength::Strong, true)?;
    Ok((id, name_id))
}

/// Calls an entity so, also as a party of quotes. Returns how to reverse that.
pub(super) fn rename(conn: &Connection, id: EntityId, name: &str) -> Result<Inverse> {
    let inverse = call(conn, id, name)?;
    let joined = clippings::join(conn, &[id], &[])?;
    Ok(clippings::with_joined(inverse, joined))
}

/// Calls an entity so; what it was called stays a name. Returns how to reverse that.
pub(super) fn call(conn: &Connection, id: EntityId, name: &str) -> Result<Inverse> {
    let names = entity_table::names(conn, id)?;
    let was = preferred(&names)?;
    let known = names.iter().find(|known| known.text == name);
    let (name_id, added) = match known {
        Some(known) => (known.id, None),
        None => {
            let added = NameId::new();
            entity_table::insert_name(conn, added, id, name, NameStrength::Strong, false)?;
            entity_table::queue_match(conn, added)?;
            (added, Some(added))
        }
    };
    entity_table::prefer(conn, id, name_id)?;
    Ok(Inverse::PreferName {
        entity: id,
        name: was,
        added,
    })
}

/// Moves an entity to the trash or back. What its articles show follows:
/// `merging::settle_few` has to come after.
pub(super) fn set_deleted(conn: &Connection, id: EntityId, deleted_ms: Option<i64>) -> Result<()> {
    entity_table::set_deleted(conn, id, deleted_ms)?;
    if deleted_ms.is_some() {
        shorter_names::look_for_parts_of(conn, id)?;
    }
    merged_mentions::queue_articles(conn, &[id], &[])
}

/// A name as it is kept: outer blanks off, inner runs of blanks made one.
pub(super) fn clean_name(name: &str) -> Result<String> {
    let clean = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let refuse = |why: &str| {
        Err(Error::InvalidInput {
            what: clean.chars().take(80).collect(),
            why: why.to_owned(),
        })
    };
    if !clean.chars().any(crate::text::is_word_char) {
        return refuse("a name needs at least one letter or digit");
    }
    if clean.chars().count() > MAX_NAME {
        return refuse("a name has at most 300 characters");
    }
    Ok(clean)
}

fn preferred(names: &[crate::domain::EntityName]) -> Result<NameId> {
    names
        .iter()
        .find(|name| name.preferred)
        .map(|name| name.id)
        .ok_or(Error::Internal {
            what: "an entity has no preferred name",
        })
}

pub(super) fn read(conn: &Connection, id: EntityId) -> Result<Entity> {
    let record = entity_table::record(conn, id)?;
    Ok(Entity {
        id: record.id,
        kind: record.kind,
        name: record.name,
        description: record.description,
        picture: entity_image_table::shown(conn, id)?.map(|(_, sha256)| sha256.hex()),
        names: entity_table::names(conn, id)?,
        own_name: None,
        articles: record.articles,
        mentions: record.mentions,
        months: entity_table::months(conn, id)?,
        together: entity_table::together(conn, id, TOGETHER_SAMPLE, TOGETHER_SHOWN)?,
        merged: merging::held(conn, id)?,
        relations: relating::relations(conn, id)?,
        fields: relation_table::fields(conn, id)?,
        deleted: record.deleted,
    })
}
