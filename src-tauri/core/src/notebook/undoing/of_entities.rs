//! Taking back what was done to entities and their names.
//!
//! Steps may be taken back in any order, so an entity may have been merged since, and a
//! name may be with another entity or gone.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::putting_off::{self, Work};
use super::{Inverse, articles_and_entities};
use crate::clock::now_ms;
use crate::domain::{ArticleId, Change, EntityId, NameId, NameStrength};
use crate::notebook::notes::picturing::hash_of_picture;
use crate::notebook::{entities, merging, shorter_names};
use crate::store::{
    alike_table, entity_image_table, entity_table, mention_table, merge_table, merged_mentions,
    relation_table, trashed_entities,
};
use crate::{Error, Result};

pub(super) fn reverse(conn: &Connection, inverse: &Inverse) -> Result<Vec<Change>> {
    match inverse {
        Inverse::RestoreEntity { id } => {
            let entities = vec![*id];
            let work = [Work::RestoreEntities { entities }];
            putting_off::start(conn, work)
        }
        Inverse::RemoveName { name } => take_names(conn, &[*name]),
        Inverse::AddName {
            entity,
            name,
            text,
            strength,
        } => {
            give_name(conn, *entity, *name, text, *strength)?;
            Ok(vec![changed(*entity)])
        }
        Inverse::PreferName {
            entity,
            name,
            added,
        } => {
            prefer(conn, *entity, *name)?;
            let mut changes = vec![changed(*entity)];
            if let Some(added) = added {
                changes.extend(take_names(conn, &[*added])?);
            }
            Ok(changes)
        }
        Inverse::SetStrength { name, strength } => {
            let Some(owner) = entity_table::find_owner(conn, *name)? else {
                return Ok(Vec::new());
            };
            entity_table::set_strength(conn, *name, *strength)?;
            look_for(conn, *name, *strength)?;
            Ok(vec![changed(owner)])
        }
        Inverse::SetKind { entity, kind } => {
            entity_table::set_kind(conn, *entity, *kind)?;
            Ok(vec![changed(*entity)])
        }
        Inverse::SetDescription {
            entity,
            description,
        } => {
            entity_table::set_description(conn, *entity, description)?;
            Ok(vec![changed(*entity)])
        }
        Inverse::SetPicture { entity, picture } => {
            // One that went with the trash stays away.
            let picture = picture.as_deref().and_then(hash_of_picture);
            entity_image_table::set(conn, *entity, picture)?;
            Ok(vec![changed(merge_table::root(conn, *entity)?)])
        }
        Inverse::SplitEntities { parts } => putting_off::start(conn, Work::split(parts)),
        Inverse::MergeAgain { part, holder } => {
            if merging::can_hold(conn, *holder, *part)? {
                merging::hold(conn, *holder, *part)?;
            }
            Ok(articles_and_entities(merging::settle_few(conn)?))
        }
        Inverse::ForgetUnlike { one, other } => {
            alike_table::set_unlike(conn, *one, *other, false)?;
            Ok(vec![changed(*one), changed(*other)])
        }
        Inverse::TellApart { one, other } => {
            alike_table::set_unlike(conn, *one, *other, true)?;
            Ok(vec![changed(*one), changed(*other)])
        }
        Inverse::PutRelation { id, before } => {
            let now = relation_table::find(conn, *id)?;
            match before {
                Some(row) => relation_table::put(conn, row)?,
                None => relation_table::remove(conn, *id)?,
            }
            let ends = before
                .iter()
                .chain(&now)
                .flat_map(|row| [Some(row.from), row.to]);
            Ok(ends.flatten().map(changed).collect())
        }
        Inverse::RemoveRelations { ids } => putting_off::start(conn, Work::relations(ids)),
        Inverse::SetFields { entity, fields } => {
            relation_table::set_fields(conn, *entity, fields)?;
            Ok(vec![changed(*entity)])
        }
        Inverse::TakeListed { entities, names } => {
            let work = Work::entities(entities).chain(Work::names(names));
            putting_off::start(conn, work)
        }
        _ => Err(Error::Internal {
            what: "a step that is not of entities was to be reversed as one",
        }),
    }
}

/// Takes an entity back that a step made; not once another one holds it.
pub(super) fn take_entity(conn: &Connection, id: EntityId) -> Result<()> {
    if entity_table::find_record(conn, id)?.is_none() || merge_table::holder(conn, id)?.is_some() {
        return Ok(());
    }
    entities::set_deleted(conn, id, Some(now_ms()))
}

/// Brings an entity back from the trash; not once another one holds it, nor once it is being
/// deleted for good.
pub(super) fn restore_entity(conn: &Connection, id: EntityId) -> Result<()> {
    if merge_table::holder(conn, id)?.is_some() || trashed_entities::is_going(conn, id)? {
        return Ok(());
    }
    entities::set_deleted(conn, id, None)?;
    // Articles kept meanwhile have not been looked through for it.
    for name in entity_table::names(conn, id)? {
        look_for(conn, name.id, name.strength)?;
    }
    Ok(())
}

fn take_names(conn: &Connection, names: &[NameId]) -> Result<Vec<Change>> {
    putting_off::start(conn, Work::names(names))
}

/// What an entity was called, and the name that a renaming added.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(in super::super) struct CalledBefore {
    pub entity: EntityId,
    pub name: NameId,
    pub added: Option<NameId>,
}

/// How far calling entities as before came.
#[derive(Default)]
pub(super) struct Called {
    pub entities: Vec<EntityId>,
    /// Those that have to be refreshed.
    pub articles: Vec<ArticleId>,
    pub done: usize,
}

/// Calls entities as they were, the last first, and takes the names away that were added, as
/// long as `most` things are not done. Those that are done are gone from `names`.
pub(super) fn call_before(
    conn: &Connection,
    names: &mut Vec<CalledBefore>,
    most: usize,
) -> Result<Called> {
    let mut called = Called::default();
    let mut owners = BTreeSet::new();
    while let Some(was) = names.last().copied() {
        let left = most.saturating_sub(called.done);
        if left == 0 {
            break;
        }
        prefer(conn, was.entity, was.name)?;
        let found = match was.added {
            Some(added) => take_name(conn, added, left, &mut owners)?,
            None => Vec::new(),
        };
        let all = found.len() < left;
        called.done += found.len().max(1);
        called.articles.extend(found);
        called.entities.push(was.entity);
        if !all {
            break;
        }
        names.pop();
    }
    names_went(conn, &owners)?;
    Ok(called)
}

/// Takes a name away that a step added, with what was found by it in at most so many
/// articles: in as many, there may be more. A name that is gone already, or that the entity
/// is called by now, is left alone. Returns the articles, which have to be refreshed; of its
/// owner, who is among `owners` then, [`names_went`] has to hear.
pub(super) fn take_name(
    conn: &Connection,
    name: NameId,
    most: usize,
    owners: &mut BTreeSet<EntityId>,
) -> Result<Vec<ArticleId>> {
    let Some(owner) = entity_table::find_owner(conn, name)? else {
        return Ok(Vec::new());
    };
    let names = entity_table::names(conn, owner)?;
    if names
        .iter()
        .any(|known| known.id == name && known.preferred)
    {
        return Ok(Vec::new());
    }
    let articles = mention_table::delete_found_by(conn, name, most)?;
    if articles.len() < most {
        let text = entity_table::text_of_name(conn, name)?;
        entity_table::delete_name(conn, name)?;
        shorter_names::look_for_parts(conn, &text)?;
        owners.insert(owner);
    } else {
        // Meanwhile nobody finds more by it.
        entity_table::set_strength(conn, name, NameStrength::SearchOnly)?;
        entity_table::finish_match(conn, name)?;
    }
    Ok(articles)
}

/// Others may stand for the names that these had: once for all, since it goes through every
/// name of an entity and of what it holds.
pub(super) fn names_went(conn: &Connection, owners: &BTreeSet<EntityId>) -> Result<()> {
    for owner in owners {
        merging::names_changed(conn, *owner)?;
    }
    Ok(())
}

/// Gives a name back to the entity whose it was, unless that has the same words by now.
fn give_name(
    conn: &Connection,
    entity: EntityId,
    name: NameId,
    text: &str,
    strength: NameStrength,
) -> Result<()> {
    let root = merge_table::root(conn, entity)?;
    let same = merge_table::same_names(conn, root, text)?;
    if same.iter().any(|(_, home, _)| *home == entity) {
        return Ok(());
    }
    let waits = match entity == root {
        true => merge_table::make_room(conn, root, text)?,
        false => None,
    };
    entity_table::insert_name(conn, name, entity, text, strength, false)?;
    look_for(conn, name, strength)?;
    merging::names_changed(conn, root)?;
    merged_mentions::queue_articles(conn, &[], waits.as_slice())
}

/// Calls an entity by a name again that it was called by. One that was merged since is
/// called so once it is split off.
fn prefer(conn: &Connection, entity: EntityId, name: NameId) -> Result<()> {
    let Some(owner) = entity_table::find_owner(conn, name)? else {
        return Ok(());
    };
    if owner == entity && merge_table::holder(conn, entity)?.is_none() {
        entity_table::prefer(conn, entity, name)
    } else if merge_table::home_of_name(conn, name)? == Some(entity) {
        let text = entity_table::text_of_name(conn, name)?;
        entity_table::set_name(conn, entity, &text)
    } else {
        Ok(())
    }
}

/// Queues a name that came back for everything kept.
fn look_for(conn: &Connection, name: NameId, strength: NameStrength) -> Result<()> {
    match strength {
        NameStrength::SearchOnly => Ok(()),
        NameStrength::Strong | NameStrength::Weak => entity_table::queue_match(conn, name),
    }
}

fn changed(id: EntityId) -> Change {
    Change::Entities { ids: vec![id] }
}
