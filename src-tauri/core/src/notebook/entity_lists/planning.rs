//! What becomes of each entry of a list.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::entities;
use crate::Result;
use crate::domain::{EntityId, EntityKind, ListedEntity, ListedFate, NameStrength, PlannedEntity};
use crate::store::{entity_table, merge_table};
use crate::text::fold;

/// Entities that a name is looked up among.
const NAMESAKES: u32 = 8;

/// An entry with what becomes of it.
pub(super) struct Planned {
    pub entry: ListedEntity,
    pub kind: EntityKind,
    pub fate: ListedFate,
    pub kept: Option<(EntityId, String)>,
}

/// Entries that say the same name and kind are one, with the names of all. Returns how
/// many others there were.
pub(super) fn each_once(entries: Vec<ListedEntity>, kind: EntityKind) -> (Vec<ListedEntity>, u32) {
    let mut places: HashMap<(EntityKind, String), usize> = HashMap::new();
    let mut once: Vec<ListedEntity> = Vec::new();
    // The names of those that are said more than once.
    let mut names: HashMap<usize, HashSet<String>> = HashMap::new();
    let mut repeated = 0;
    let mut ids = HashSet::new();
    for mut entry in entries {
        // An id is one entity's: a line copied under it with another name is another.
        let key = (entry.kind.unwrap_or(kind), fold(&entry.name));
        let place = places.get(&key).copied();
        let known = place.and_then(|at| Some((at, once.get_mut(at)?)));
        match known {
            // Two of one name with an id each are two.
            Some((at, known))
                if entry.id.is_none() || known.id.is_none() || entry.id == known.id =>
            {
                repeated += 1;
                known.id = known.id.or(entry.id.filter(|id| ids.insert(*id)));
                let others = std::iter::once((entry.name, NameStrength::Strong)).chain(entry.names);
                let said = names.entry(at).or_insert_with(|| {
                    let own = known.names.iter().map(|(text, _)| text.clone());
                    own.chain([known.name.clone()]).collect()
                });
                for (name, strength) in others {
                    if said.insert(name.clone()) {
                        known.names.push((name, strength));
                    }
                }
                if known.description.is_empty() {
                    known.description = entry.description;
                }
                known.fields.extend(entry.fields);
                known.merged_into = known.merged_into.or(entry.merged_into);
            }
            _ => {
                entry.id = entry.id.filter(|id| ids.insert(*id));
                places.insert(key, once.len());
                once.push(entry);
            }
        }
    }
    (once, repeated)
}

pub(super) fn planned(conn: &Connection, entry: ListedEntity, kind: EntityKind) -> Result<Planned> {
    let kind = entry.kind.unwrap_or(kind);
    let known = match entry.id {
        Some(id) => entity_table::find_record(conn, merge_table::root(conn, id)?)?,
        None => None,
    };
    if let Some(known) = known {
        let fate = match known.deleted {
            true => ListedFate::Doubtful,
            false => ListedFate::Linked,
        };
        return Ok(Planned {
            kept: Some((known.id, known.name)),
            entry,
            kind,
            fate,
        });
    }
    let mut namesakes = entity_table::with_name(conn, &fold(&entry.name), NAMESAKES)?;
    if namesakes.is_empty() {
        for (name, strength) in &entry.names {
            if *strength == NameStrength::Strong {
                namesakes.extend(entity_table::with_name(conn, &fold(name), NAMESAKES)?);
            }
        }
    }
    namesakes.sort_by_key(|one| one.id);
    namesakes.dedup_by_key(|one| one.id);
    let fate = match namesakes.as_slice() {
        [] if entry.unknown_kind.is_none() => ListedFate::Made,
        // What the list calls its kind by a word of its own may be of any.
        [one] if (one.kind == kind || entry.unknown_kind.is_some()) && entry.id.is_none() => {
            ListedFate::Linked
        }
        _ => ListedFate::Doubtful,
    };
    Ok(Planned {
        kept: namesakes.into_iter().next().map(|one| (one.id, one.name)),
        entry,
        kind,
        fate,
    })
}

pub(super) fn row(conn: &Connection, one: &Planned) -> Result<PlannedEntity> {
    Ok(PlannedEntity {
        name: one.entry.name.clone(),
        kind: one.kind,
        unknown_kind: one.entry.unknown_kind.clone(),
        fate: one.fate,
        kept: one.kept.as_ref().map(|(_, name)| name.clone()),
        new_names: new_names(conn, one)?,
    })
}

/// How many names the entity of an entry would get.
pub(super) fn new_names(conn: &Connection, one: &Planned) -> Result<u32> {
    let mut known: HashSet<String> = HashSet::new();
    if let (ListedFate::Linked, Some((id, _))) = (one.fate, &one.kept) {
        let names = entity_table::names(conn, *id)?;
        known.extend(names.iter().map(|name| fold(&name.text)));
    }
    let mut new = 0;
    for text in (one.entry.names.iter().map(|(name, _)| name)).chain([&one.entry.name]) {
        // What is no name is left out.
        new += u32::from(entities::clean_name(text).is_ok_and(|text| known.insert(fold(&text))));
    }
    Ok(new)
}
