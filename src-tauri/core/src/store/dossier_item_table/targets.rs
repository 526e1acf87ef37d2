//! What items stand for: which dossiers something is in, and who has to hear of it.

use rusqlite::{Connection, params};

use super::{COLUMNS, ItemRecord, each_changed, key, read_row, with_target};
use crate::Result;
use crate::domain::{DossierId, ItemTarget};
use crate::store::change_table::{self, Changed};
use crate::store::{dossier_table, merge_table, note_merge_table};

/// What stands for a target now: of a merged entity or note, the one that holds it.
pub(crate) fn shown_target(conn: &Connection, target: ItemTarget) -> Result<ItemTarget> {
    Ok(match target {
        ItemTarget::Note { id } => ItemTarget::Note {
            id: note_merge_table::root(conn, id)?,
        },
        ItemTarget::Entity { id } => ItemTarget::Entity {
            id: merge_table::root(conn, id)?,
        },
        other => other,
    })
}

/// The index has to hear of it: it is in another dossier than before.
pub(crate) fn target_changed(conn: &Connection, target: &ItemTarget) -> Result<()> {
    match shown_target(conn, *target)? {
        ItemTarget::Heading => Ok(()),
        ItemTarget::Article { id } => change_table::record(conn, Changed::Article(id)),
        ItemTarget::Note { id } => change_table::record(conn, Changed::Note(id)),
        ItemTarget::Quote { id } => change_table::record(conn, Changed::Clipping(id)),
        ItemTarget::Entity { id } => change_table::record(conn, Changed::Entity(id)),
    }
}

/// Items that stand for `target` in any dossier or, for an entity or a note, for what it
/// holds.
pub(crate) fn of_target(conn: &Connection, target: &ItemTarget) -> Result<Vec<ItemRecord>> {
    let (kind, id) = key(target);
    let mut statement = conn.prepare_cached(&format!(
        "WITH RECURSIVE down (id) AS (
           SELECT ?2 UNION
           SELECT e.id FROM down JOIN entities e ON ?1 = 'entity' AND e.merged_into = down.id
           UNION
           SELECT n.id FROM down JOIN notes n ON ?1 = 'note' AND n.merged_into = down.id)
         SELECT {} FROM down CROSS JOIN dossier_items i
           ON i.target_kind = ?1 AND i.target_id = down.id
         WHERE i.removed_with IS NULL ORDER BY i.id",
        COLUMNS
            .split(", ")
            .map(|column| format!("i.{}", column.trim()))
            .collect::<Vec<_>>()
            .join(", ")
    ))?;
    let rows = statement.query_map(params![kind, id], read_row)?;
    rows.map(|row| with_target(row?)).collect()
}

/// The index has to hear of all that is in a dossier: that goes to the trash or comes back.
pub(crate) fn all_changed(conn: &Connection, dossier: DossierId) -> Result<()> {
    change_table::record_in_dossier(conn, dossier)?;
    let mut statement = conn.prepare_cached(
        "SELECT target_kind, target_id FROM dossier_items
         WHERE dossier_id = ?1 AND removed_with IS NULL AND target_kind IN ('entity', 'note')",
    )?;
    each_changed(conn, statement.query([dossier])?)
}

/// The kept dossiers that something is in.
pub(crate) fn dossiers_of(conn: &Connection, target: &ItemTarget) -> Result<Vec<DossierId>> {
    let mut dossiers: Vec<DossierId> = (of_target(conn, target)?.iter())
        .map(|item| item.dossier)
        .collect();
    dossiers.sort_unstable();
    dossiers.dedup();
    let mut kept = Vec::new();
    for id in dossiers {
        if dossier_table::find(conn, id)?.is_some_and(|dossier| !dossier.deleted) {
            kept.push(id);
        }
    }
    Ok(kept)
}

/// Whether a dossier has this already; of an entity or a note, or of one in the same tree.
pub(crate) fn has(conn: &Connection, dossier: DossierId, target: &ItemTarget) -> Result<bool> {
    if *target == ItemTarget::Heading {
        return Ok(false);
    }
    let items = of_target(conn, &shown_target(conn, *target)?)?;
    Ok(items.iter().any(|item| item.dossier == dossier))
}
