//! Notes, entities and dossiers that were deleted.

use rusqlite::{Connection, Row};

use crate::Result;
use crate::clock::rfc3339;
use crate::domain::{Trashed, TrashedPage, TrashedThing};

/// What was deleted by itself: a part of another entity or note is shown there.
const THINGS: &str = "
  SELECT 'note' AS sort, id, title, NULL AS kind, deleted_ms FROM notes
    WHERE deleted_ms IS NOT NULL AND merged_into IS NULL
  UNION ALL
  SELECT 'entity', id, name, kind, deleted_ms FROM entities
    WHERE deleted_ms IS NOT NULL AND merged_into IS NULL AND emptying = 0
  UNION ALL
  SELECT 'dossier', id, name, NULL, deleted_ms FROM dossiers
    WHERE deleted_ms IS NOT NULL";

/// A stretch of the list, those deleted last first.
pub(crate) fn list(conn: &Connection, offset: u32, limit: u32) -> Result<TrashedPage> {
    let total = conn
        .prepare_cached(&format!("SELECT count(*) FROM ({THINGS})"))?
        .query_row([], |row| row.get(0))?;
    let mut statement = conn.prepare_cached(&format!(
        "SELECT * FROM ({THINGS}) ORDER BY deleted_ms DESC, sort, id DESC LIMIT ?2 OFFSET ?1"
    ))?;
    let rows = statement.query_map([offset, limit], thing)?;
    Ok(TrashedPage {
        total,
        offset,
        rows: rows.collect::<rusqlite::Result<_>>()?,
    })
}

fn thing(row: &Row<'_>) -> rusqlite::Result<TrashedThing> {
    let sort: String = row.get(0)?;
    let thing = match sort.as_str() {
        "note" => Trashed::Note { id: row.get(1)? },
        "dossier" => Trashed::Dossier { id: row.get(1)? },
        _ => Trashed::Entity {
            id: row.get(1)?,
            kind: super::of_word(row.get(3)?)?,
        },
    };
    Ok(TrashedThing {
        thing,
        title: row.get(2)?,
        deleted_at: rfc3339(row.get(4)?),
    })
}
