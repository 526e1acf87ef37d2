//! What the order of a dossier is made of: all of it, or what has changed.

use rusqlite::{Connection, Row, params};

use super::rank::RankKey;
use crate::Result;
use crate::domain::{DossierId, DossierItemId};

/// An item of an outline, as far as its order goes.
#[derive(Debug, Clone)]
pub(crate) struct OutlineRow {
    pub id: DossierItemId,
    pub parent: Option<DossierItemId>,
    pub rank: RankKey,
    pub status: String,
    pub closed: bool,
    pub heading: bool,
}

/// All of it is in the index `dossier_items_order`.
const OUTLINE: &str = "id, parent_id, rank, status, closed, target_kind = 'heading'";

fn outline_row(row: &Row<'_>) -> rusqlite::Result<OutlineRow> {
    Ok(OutlineRow {
        id: row.get(0)?,
        parent: row.get(1)?,
        rank: row.get(2)?,
        status: row.get(3)?,
        closed: row.get(4)?,
        heading: row.get(5)?,
    })
}

/// All that a dossier's order is made of; those of one parent in their order.
pub(crate) fn all(conn: &Connection, dossier: DossierId) -> Result<Vec<OutlineRow>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {OUTLINE} FROM dossier_items
         WHERE dossier_id = ?1 AND removed_with IS NULL ORDER BY parent_id, rank, id"
    ))?;
    let rows = statement.query_map([dossier], outline_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What has changed of it after a revision, and whether each is taken out by now.
pub(crate) fn changes(
    conn: &Connection,
    dossier: DossierId,
    after: i64,
) -> Result<Vec<(OutlineRow, bool)>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {OUTLINE}, removed_with IS NOT NULL FROM dossier_items
         WHERE dossier_id = ?1 AND changed > ?2"
    ))?;
    let rows = statement.query_map(params![dossier, after], |row| {
        Ok((outline_row(row)?, row.get(6)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
