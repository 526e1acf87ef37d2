//! Writing every kept entity as a list, with what it holds and how it is related.

use std::io::{BufWriter, Write};
use std::path::Path;

use rusqlite::Connection;
use tempfile::NamedTempFile;

use super::{Entities, entities};
use crate::domain::{Entity, EntityId, EntityListFormat, EntityName, ListedRelation, NewRelation};
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
    ) -> Result<u64> {
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

    /// Writes every kept entity, each followed by what it holds since they were merged;
    /// returns how many are kept.
    ///
    /// # Errors
    /// What the store and `out` give.
    pub fn write_list(
        &self,
        format: EntityListFormat,
        out: &mut dyn Write,
        cancel: &CancelToken,
    ) -> Result<u64> {
        if format == EntityListFormat::Csv {
            write_all(out, &list_header())?;
        }
        let mut after: Option<EntityId> = None;
        let mut written = 0;
        while !cancel.is_cancelled() {
            let lines = self.0.shared().store.read("write entities", |conn| {
                let ids = entity_table::ids_after(conn, after, BATCH)?;
                after = ids.last().copied().or(after);
                let lines = ids.iter().map(|id| lines_of(conn, *id, format));
                lines.collect::<Result<Vec<String>>>()
            })?;
            if lines.is_empty() {
                break;
            }
            for line in &lines {
                write_all(out, line)?;
                written += 1;
            }
        }
        Ok(written)
    }
}

fn write_all(out: &mut dyn Write, line: &str) -> Result<()> {
    out.write_all(line.as_bytes())
        .map_err(|error| Error::io("write a list of entities", Path::new(""), error))
}

/// An entity with all that it holds.
fn lines_of(conn: &Connection, id: EntityId, format: EntityListFormat) -> Result<String> {
    let entity = entities::read(conn, id)?;
    let mut lines = line(conn, &entity, None, format)?;
    for part in &entity.merged {
        let mut held = entities::read(conn, part.id)?;
        held.names = own_names(conn, &held)?;
        let holder = merge_table::holder(conn, part.id)?;
        lines.push_str(&line(conn, &held, holder, format)?);
    }
    Ok(lines)
}

fn line(
    conn: &Connection,
    entity: &Entity,
    merged_into: Option<EntityId>,
    format: EntityListFormat,
) -> Result<String> {
    let rows = relation_table::written_for(conn, entity.id)?.into_iter();
    let relations: Vec<ListedRelation> = rows
        .map(|row| ListedRelation {
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
        })
        .collect();
    let written = Written {
        entity,
        relations: &relations,
        merged_into,
    };
    Ok(write_listed(&written, format))
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
