//! How entities are related, with dates and where a person has it from; free fields.

mod containing;

use rusqlite::Connection;

use super::Entities;
use super::undoing::{self, Inverse};
use crate::domain::{
    Entity, EntityField, EntityId, NewRelation, RelatedEntity, Relation, RelationId, RelationKind,
    UndoAction,
};
use crate::store::relation_table::{self, RelationRow};
use crate::store::{entity_table, merge_table};
use crate::{Error, Result};

/// The longest role, source, and name of a field, in characters.
const MAX_LINE: usize = 300;
const MAX_VALUE: usize = 4_000;
const MAX_FIELDS: usize = 100;

impl Entities<'_> {
    /// Writes how an entity is related: a new relation, or another text for one.
    ///
    /// # Errors
    /// `InvalidInput` for what can't be: no other end, no role, a date that is none, an
    /// entity related to itself. `Circle` where the one would lie within what lies in it.
    pub fn relate(&self, id: Option<RelationId>, new: &NewRelation) -> Result<Entity> {
        let from = self.shown(new.from)?;
        self.alter(from, "relate entities", |tx, name| {
            let row = checked(tx, id.unwrap_or_else(RelationId::new), from, new)?;
            let before = relation_table::find(tx, row.id)?;
            relation_table::put(tx, &row)?;
            let inverse = Inverse::PutRelation { id: row.id, before };
            undoing::push(tx, UndoAction::RelateEntities, name, &inverse)?;
            Ok(())
        })
    }

    pub fn remove_relation(&self, id: RelationId) -> Result<()> {
        let found = self.0.shared().store.write("remove a relation", |tx| {
            let Some(row) = relation_table::find(tx, id)? else {
                return Err(Error::not_found(format_args!("relation {id}")));
            };
            let name = entity_table::record(tx, row.from)?.name;
            relation_table::remove(tx, id)?;
            let ends = row.to.into_iter().chain([row.from]).collect();
            let inverse = Inverse::PutRelation {
                id,
                before: Some(row),
            };
            undoing::push(tx, UndoAction::RemoveRelation, &name, &inverse)?;
            Ok(ends)
        })?;
        self.0
            .changed(crate::domain::Change::Entities { ids: found });
        Ok(())
    }

    /// Writes the free fields of an entity, all at once. Empty ones are left out.
    pub fn set_fields(&self, id: EntityId, fields: &[EntityField]) -> Result<Entity> {
        let id = self.shown(id)?;
        let mut kept = Vec::new();
        for field in fields {
            let name = line(&field.name, MAX_LINE)?;
            let value = line(&field.value, MAX_VALUE)?;
            if !name.is_empty() && !value.is_empty() {
                kept.push(EntityField { name, value });
            }
        }
        if kept.len() > MAX_FIELDS {
            return Err(refused("the fields", "an entity has at most 100"));
        }
        self.alter(id, "write fields", |tx, name| {
            let before = relation_table::fields(tx, id)?;
            relation_table::set_fields(tx, id, &kept)?;
            let inverse = Inverse::SetFields {
                entity: id,
                fields: before,
            };
            undoing::push(tx, UndoAction::EditEntity, name, &inverse)?;
            Ok(())
        })
    }
}

/// Fields of a list: those that are none are left out.
pub(super) fn clean_fields(fields: &[EntityField]) -> Vec<EntityField> {
    let clean = fields.iter().filter_map(|field| {
        let name = line(&field.name, MAX_LINE).ok()?;
        let value = line(&field.value, MAX_VALUE).ok()?;
        (!name.is_empty() && !value.is_empty()).then_some(EntityField { name, value })
    });
    clean.take(MAX_FIELDS).collect()
}

/// Writes a relation that a list has, where it is new.
pub(super) fn relate_listed(conn: &Connection, id: RelationId, new: &NewRelation) -> Result<()> {
    match new_listed(conn, id, new)? {
        Some(row) => relation_table::put(conn, &row),
        None => Ok(()),
    }
}

/// A relation that a list has, unless it can't be or is written already.
pub(super) fn new_listed(
    conn: &Connection,
    id: RelationId,
    new: &NewRelation,
) -> Result<Option<RelationRow>> {
    if relation_table::find(conn, id)?.is_some()
        || entity_table::find_record(conn, new.from)?.is_none()
    {
        return Ok(None);
    }
    let row = match checked(conn, id, new.from, new) {
        Err(Error::InvalidInput { .. } | Error::NotFound { .. } | Error::Circle { .. }) => {
            return Ok(None);
        }
        row => row?,
    };
    for mut known in relation_table::written_for(conn, new.from)? {
        known.id = id;
        known.to = known.to.map(|to| merge_table::root(conn, to)).transpose()?;
        if known == row {
            return Ok(None);
        }
    }
    Ok(Some(row))
}

fn checked(
    conn: &Connection,
    id: RelationId,
    from: EntityId,
    new: &NewRelation,
) -> Result<RelationRow> {
    let to = match new.to {
        Some(to) => Some(merge_table::root(conn, to)?),
        None => None,
    };
    if let Some(to) = to {
        entity_table::record(conn, to)?;
        if to == from {
            return Err(refused("the relation", "it is with the entity itself"));
        }
    } else if new.kind != RelationKind::Holds {
        return Err(refused("the relation", "it needs another entity"));
    }
    let role = match new.kind {
        RelationKind::Holds => line(&new.role, MAX_LINE)?,
        _ => String::new(),
    };
    if new.kind == RelationKind::Holds && role.is_empty() {
        return Err(refused("the relation", "it needs a role"));
    }
    let (since, until) = (date(new.since.as_deref())?, date(new.until.as_deref())?);
    if let (Some(since), Some(until)) = (&since, &until) {
        let digits = since.len().min(until.len());
        if since.get(..digits) > until.get(..digits) {
            return Err(refused(until, "it is before the beginning"));
        }
    }
    let row = RelationRow {
        id,
        from,
        kind: new.kind,
        to,
        role,
        since,
        until,
        source: line(&new.source, MAX_LINE)?,
    };
    containing::refuse_circle(conn, &row)?;
    Ok(row)
}

/// A year, a month or a day as ISO 8601 has it; nothing for what is empty.
fn date(text: Option<&str>) -> Result<Option<String>> {
    let text = text.unwrap_or_default().trim();
    if text.is_empty() {
        return Ok(None);
    }
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    let is_date = whole.len() == 10 && whole.parse::<jiff::civil::Date>().is_ok();
    match is_date {
        true => Ok(Some(text.to_owned())),
        false => Err(refused(text, "it is no year, month or day")),
    }
}

fn line(text: &str, most: usize) -> Result<String> {
    let clean = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match clean.chars().count() > most {
        true => Err(refused(&clean, "it is too long")),
        false => Ok(clean),
    }
}

fn refused(what: &str, why: &str) -> Error {
    Error::InvalidInput {
        what: what.chars().take(80).collect(),
        why: why.to_owned(),
    }
}

/// The relations of an entity, seen from it.
pub(super) fn relations(conn: &Connection, entity: EntityId) -> Result<Vec<Relation>> {
    let mut relations = Vec::new();
    for row in relation_table::of_entity(conn, entity)? {
        let from = merge_table::root(conn, row.from)?;
        let to = row.to.map(|to| merge_table::root(conn, to)).transpose()?;
        let inverse = from != entity;
        let other = match if inverse { Some(from) } else { to } {
            Some(other) => entity_table::find_record(conn, other)?,
            None => None,
        };
        // Both ends became one entity, or the other one is in the trash.
        if to == Some(from) || other.as_ref().is_some_and(|other| other.deleted) {
            continue;
        }
        relations.push(Relation {
            id: row.id,
            kind: row.kind,
            inverse,
            other: other.map(|other| RelatedEntity {
                id: other.id,
                kind: other.kind,
                name: other.name,
            }),
            role: row.role,
            since: row.since,
            until: row.until,
            source: row.source,
        });
    }
    Ok(relations)
}
