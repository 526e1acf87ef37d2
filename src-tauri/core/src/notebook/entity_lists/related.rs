//! What a list says of its entities besides their names: how they are related, their fields,
//! and which of them were merged.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::Planned;
use crate::Result;
use crate::domain::{
    EntityField, EntityId, ListedFate, ListedRelation, NameId, NewRelation, RelationId,
};
use crate::notebook::undoing::Inverse;
use crate::notebook::{merging, relating};
use crate::store::{Store, entity_table, relation_table, undo_table};

/// Relations, fields or merges that are kept in one transaction.
const AT_ONCE: usize = 250;

/// Relations of one entity that are read; each is compared with those before.
const MOST_RELATIONS: usize = 500;

/// All of it, with the ids that its entities have here.
pub(super) struct Related {
    relations: Vec<(RelationId, NewRelation)>,
    /// Those of them that were kept when the list was looked through.
    known: HashSet<RelationId>,
    /// Of entities that the list makes.
    fields: Vec<(EntityId, Vec<EntityField>)>,
    /// Which entity is to be held by which.
    merged: Vec<(EntityId, EntityId)>,
    /// Names that the list makes.
    names: HashSet<NameId>,
}

impl Related {
    pub fn of(
        planned: &[Planned],
        ids: &[(EntityId, Vec<NameId>)],
        relations: Vec<ListedRelation>,
    ) -> Self {
        let mut here: HashMap<EntityId, EntityId> = HashMap::new();
        for (one, (id, _)) in planned.iter().zip(ids) {
            // One that is kept is itself, also where another one holds it.
            let now = |listed| match one.fate {
                ListedFate::Linked => (listed, listed),
                ListedFate::Made | ListedFate::Doubtful => (listed, *id),
            };
            here.extend(one.entry.id.map(now));
        }
        let mut written: HashMap<EntityId, usize> = HashMap::new();
        let relations = relations.into_iter().filter_map(|one| {
            let from = *here.get(&one.relation.from)?;
            let so_far = written.entry(from).or_default();
            *so_far += 1;
            (*so_far <= MOST_RELATIONS).then_some(())?;
            // One whose other end is not in the list is with an entity that is kept.
            let to = one
                .relation
                .to
                .map(|to| here.get(&to).copied().unwrap_or(to));
            let id = one.id.unwrap_or_else(RelationId::new);
            Some((
                id,
                NewRelation {
                    from,
                    to,
                    ..one.relation
                },
            ))
        });
        let made = planned
            .iter()
            .zip(ids)
            .filter(|(one, _)| one.fate != ListedFate::Linked);
        let mut fields = Vec::new();
        let mut merged = Vec::new();
        for (one, (id, _)) in made {
            if !one.entry.fields.is_empty() {
                fields.push((*id, one.entry.fields.clone()));
            }
            let holder = one.entry.merged_into.and_then(|holder| here.get(&holder));
            merged.extend(holder.map(|holder| (*id, *holder)));
        }
        Self {
            relations: relations.collect(),
            known: HashSet::new(),
            fields,
            merged,
            names: ids.iter().flat_map(|(_, names)| names).copied().collect(),
        }
    }

    /// Looks which of its relations are kept already, without the writer: a list may have
    /// hundreds of thousands.
    pub fn look(&mut self, conn: &Connection) -> Result<()> {
        for (id, _) in &self.relations {
            if relation_table::find(conn, *id)?.is_some() {
                self.known.insert(*id);
            }
        }
        Ok(())
    }

    /// The kept entities that would get a relation, once for each: none that the list makes.
    pub fn new_ones(&self, conn: &Connection) -> Result<Vec<EntityId>> {
        let mut from = Vec::new();
        for (id, new) in &self.relations {
            if relating::new_listed(conn, *id, new)?.is_some() {
                from.push(new.from);
            }
        }
        Ok(from)
    }

    /// How all of it is taken back, before the entities and their names are. Relations that
    /// are kept already are not the list's to take back: only those that were may have gone
    /// since, because none comes with such an id by hand.
    pub fn inverse(&self, conn: &Connection, taken: Inverse) -> Result<Inverse> {
        let mut relations = Vec::new();
        for (id, _) in &self.relations {
            if !self.known.contains(id) || relation_table::find(conn, *id)?.is_none() {
                relations.push(*id);
            }
        }
        if relations.is_empty() && self.merged.is_empty() {
            return Ok(taken);
        }
        let parts = self.merged.iter().map(|(part, _)| *part).collect();
        let steps = vec![
            Inverse::SplitEntities { parts },
            Inverse::RemoveRelations { ids: relations },
            taken,
        ];
        Ok(Inverse::Several { steps })
    }

    /// Keeps it, in parts; false when the list has been taken back meanwhile. What can't be
    /// is left out: a role without words, a day that is none, an end that is not kept.
    pub fn keep(&self, store: &Store, step: i64) -> Result<bool> {
        for fields in self.fields.chunks(AT_ONCE) {
            let kept = store.write("keep fields of a list", |tx| {
                for (id, fields) in fields {
                    let fields = relating::clean_fields(fields);
                    if entity_table::find_record(tx, *id)?.is_some() {
                        relation_table::set_fields(tx, *id, &fields)?;
                    }
                }
                undo_table::is_kept(tx, step)
            })?;
            if !kept {
                return Ok(false);
            }
        }
        for relations in self.relations.chunks(AT_ONCE) {
            let kept = store.write("keep relations of a list", |tx| {
                if !undo_table::is_kept(tx, step)? {
                    return Ok(false);
                }
                for (id, new) in relations {
                    relating::relate_listed(tx, *id, new)?;
                }
                Ok(true)
            })?;
            if !kept {
                return Ok(false);
            }
        }
        for merged in self.merged.chunks(AT_ONCE) {
            let kept = store.write("merge entities of a list", |tx| {
                if !undo_table::is_kept(tx, step)? {
                    return Ok(false);
                }
                for (part, holder) in merged {
                    if merging::can_hold(tx, *holder, *part)? {
                        drop_names_of(tx, *holder, *part, &self.names)?;
                        merging::hold(tx, *holder, *part)?;
                    }
                }
                merging::settle_few(tx)?;
                Ok(true)
            })?;
            if !kept {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Takes from an entity those of `made`, the names that a list made, that one which it is
/// about to hold has too: a list says them of both. What it is called stays.
fn drop_names_of(
    conn: &Connection,
    holder: EntityId,
    part: EntityId,
    made: &HashSet<NameId>,
) -> Result<()> {
    let names = entity_table::names(conn, part)?;
    for name in entity_table::names(conn, holder)? {
        let said_of_both = made.contains(&name.id) && names.iter().any(|n| n.text == name.text);
        if !name.preferred && said_of_both {
            entity_table::delete_name(conn, name.id)?;
        }
    }
    Ok(())
}
