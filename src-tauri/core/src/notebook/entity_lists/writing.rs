//! Writing every kept entity as a list, with what it holds and how it is related.
//!
//! A table says which entities were merged into which. FollowTheMoney is for other programs,
//! which would count those as entities of their own: there the one that holds them stands for
//! all, with their names and relations.

use std::collections::HashSet;
use std::io::{BufWriter, Write};
use std::path::Path;

use rusqlite::Connection;
use tempfile::NamedTempFile;

use super::{Entities, entities};
use crate::domain::{
    EntitiesWritten, Entity, EntityId, EntityListFormat, EntityName, ListedRelation, NewRelation,
};
use crate::entities::{Written, list_header, write_listed};
use crate::jobs::CancelToken;
use crate::store::{entity_table, merge_table, relation_table};
use crate::text;
use crate::{Error, Result};

/// Entities read at once.
const BATCH: u32 = 200;

impl Entities<'_> {
    /// [`Self::write_list`] into a file, which is replaced once all of it is written.
    ///
    /// # Errors
    /// Those of writing: what was there before stays.
    pub fn export_list(
        &self,
        format: EntityListFormat,
        path: &Path,
        cancel: &CancelToken,
    ) -> Result<EntitiesWritten> {
        let failed = |error| Error::io("write entities", path, error);
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let beside = NamedTempFile::new_in(folder.unwrap_or(Path::new("."))).map_err(failed)?;
        let mut out = BufWriter::new(beside);
        let written = self.write_list(format, &mut out, cancel)?;
        if cancel.is_cancelled() {
            return Err(Error::Cancelled);
        }
        let beside = out
            .into_inner()
            .map_err(|error| failed(error.into_error()))?;
        beside.as_file().sync_all().map_err(failed)?;
        beside.persist(path).map_err(|error| failed(error.error))?;
        Ok(written)
    }

    /// Writes every kept entity; in a table each is followed by what it holds since they were
    /// merged. Returns how many of both were written.
    ///
    /// # Errors
    /// What the store and `out` give.
    pub fn write_list(
        &self,
        format: EntityListFormat,
        out: &mut dyn Write,
        cancel: &CancelToken,
    ) -> Result<EntitiesWritten> {
        if format == EntityListFormat::Csv {
            write_all(out, &list_header())?;
        }
        let mut after: Option<EntityId> = None;
        let mut written = EntitiesWritten::default();
        while !cancel.is_cancelled() {
            let lines = self.0.shared().store.read("write entities", |conn| {
                let ids = entity_table::ids_after(conn, after, BATCH)?;
                after = ids.last().copied().or(after);
                let lines = ids.iter().map(|id| lines_of(conn, *id, format));
                lines.collect::<Result<Vec<Lines>>>()
            })?;
            if lines.is_empty() {
                break;
            }
            for lines in &lines {
                write_all(out, &lines.text)?;
                written.entities += 1;
                written.merged += lines.merged;
            }
        }
        Ok(written)
    }
}

fn write_all(out: &mut dyn Write, line: &str) -> Result<()> {
    out.write_all(line.as_bytes())
        .map_err(|error| Error::io("write a list of entities", Path::new(""), error))
}

/// An entity with all that it holds, and how many lines are of these.
struct Lines {
    text: String,
    merged: u32,
}

fn lines_of(conn: &Connection, id: EntityId, format: EntityListFormat) -> Result<Lines> {
    let entity = entities::read(conn, id)?;
    let of = |entity: &Entity, relations: Vec<ListedRelation>, merged_into| {
        let written = Written {
            entity,
            relations: &relations,
            merged_into,
        };
        write_listed(&written, format)
    };
    if format == EntityListFormat::FollowTheMoney {
        let text = of(&entity, relations_of_tree(conn, id)?, None);
        return Ok(Lines { text, merged: 0 });
    }
    let mut lines = Lines {
        text: of(&entity, own_relations(conn, id)?, None),
        merged: 0,
    };
    for part in &entity.merged {
        let mut held = entities::read(conn, part.id)?;
        held.names = own_names(conn, &held)?;
        let holder = merge_table::holder(conn, part.id)?;
        let line = of(&held, own_relations(conn, part.id)?, holder);
        lines.text.push_str(&line);
        lines.merged += 1;
    }
    Ok(lines)
}

/// The relations that were written for this very entity.
fn own_relations(conn: &Connection, id: EntityId) -> Result<Vec<ListedRelation>> {
    let rows = relation_table::written_for(conn, id)?.into_iter();
    let relations = rows.map(|row| ListedRelation {
        id: Some(row.id),
        relation: NewRelation {
            from: row.from,
            kind: row.kind,
            to: row.to,
            role: row.role,
            since: row.since,
            until: row.until,
            source: row.source,
        },
    });
    Ok(relations.collect())
}

/// Relations of an entity and all that it holds, as ones of those that hold both ends: each
/// once, and none with itself or with what is in the trash.
fn relations_of_tree(conn: &Connection, root: EntityId) -> Result<Vec<ListedRelation>> {
    let mut seen: HashSet<NewRelation> = HashSet::new();
    let mut relations = Vec::new();
    for member in merge_table::tree(conn, root)? {
        for mut one in own_relations(conn, member)? {
            one.relation.from = root;
            if let Some(to) = one.relation.to {
                let to = merge_table::root(conn, to)?;
                let kept = entity_table::find_record(conn, to)?;
                if to == root || kept.is_none_or(|kept| kept.deleted) {
                    continue;
                }
                one.relation.to = Some(to);
            }
            if seen.insert(one.relation.clone()) {
                relations.push(one);
            }
        }
    }
    Ok(relations)
}

/// The names of one that is held, which its holder shows.
fn own_names(conn: &Connection, held: &Entity) -> Result<Vec<EntityName>> {
    let names = merge_table::own_names(conn, held.id)?.into_iter();
    let names = names.map(|(id, name, strength)| EntityName {
        id,
        preferred: name == held.name,
        strength,
        script: text::script_of(&name).to_owned(),
        mentions: 0,
        text: name,
    });
    Ok(names.collect())
}
