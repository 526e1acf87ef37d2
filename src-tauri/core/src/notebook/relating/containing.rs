//! What is part of something, or located in it, can't have that within itself.

use std::collections::HashSet;

use rusqlite::Connection;

use crate::domain::{EntityId, RelationKind};
use crate::store::relation_table::{self, RelationRow};
use crate::store::{entity_table, merge_table};
use crate::{Error, Result};

fn contains(kind: RelationKind) -> bool {
    matches!(kind, RelationKind::PartOf | RelationKind::LocatedIn)
}

/// Refuses a relation that would close a circle, of whichever length, with those that are
/// kept. One that had ended before this one began, or begins after its end, closes none.
///
/// # Errors
/// `Circle`.
pub(super) fn refuse_circle(conn: &Connection, new: &RelationRow) -> Result<()> {
    let Some(outer) = new.to.filter(|_| contains(new.kind)) else {
        return Ok(());
    };
    let inner = merge_table::root(conn, new.from)?;
    let mut seen: HashSet<EntityId> = HashSet::from([outer]);
    let mut waiting = vec![outer];
    while let Some(at) = waiting.pop() {
        let kept = entity_table::find_record(conn, at)?;
        // What is in the trash shows no relations.
        if kept.is_none_or(|kept| kept.deleted) {
            continue;
        }
        if at == inner {
            return Err(Error::Circle {
                inner: entity_table::record(conn, outer)?.name,
                outer: entity_table::record(conn, inner)?.name,
            });
        }
        for member in merge_table::tree(conn, at)? {
            for row in relation_table::written_for(conn, member)? {
                if row.id == new.id || !contains(row.kind) || apart(&row, new) {
                    continue;
                }
                let Some(to) = row.to else { continue };
                let to = merge_table::root(conn, to)?;
                if seen.insert(to) {
                    waiting.push(to);
                }
            }
        }
    }
    Ok(())
}

/// Whether the one has ended before the other begins, as far as both are told.
fn apart(one: &RelationRow, other: &RelationRow) -> bool {
    let ended = |first: &RelationRow, then: &RelationRow| match (&first.until, &then.since) {
        (Some(until), Some(since)) => {
            let told = until.len().min(since.len());
            until.get(..told) < since.get(..told)
        }
        _ => false,
    };
    ended(one, other) || ended(other, one)
}
