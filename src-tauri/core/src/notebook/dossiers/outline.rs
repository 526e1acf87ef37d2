//! The order in which a dossier is read.
//!
//! Made of all of its items at once and kept, so that a long outline is read in pages. After
//! a change, what has changed is read and put in its place.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};

use rusqlite::Connection;

use crate::Result;
use crate::domain::{DossierId, DossierItemId, StatusCount};
use crate::store::dossier_outline::{self, OutlineRow};
use crate::store::{dossier_table, lock};

/// Outlines that are kept.
const KEPT: usize = 4;

/// Where an item stands.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub id: DossierItemId,
    pub depth: u32,
    pub position: u32,
    pub siblings: u32,
    pub children: u32,
    /// One that it stands under is closed.
    pub hidden: bool,
    pub heading: bool,
    pub status: String,
}

/// All items of a dossier, in the order of reading.
#[derive(Debug, Clone)]
pub(super) struct Outline {
    /// By parent, and by rank in each.
    rows: Vec<OutlineRow>,
    pub order: Vec<Placed>,
}

/// The outlines that were read last.
#[derive(Debug, Default)]
pub(in super::super) struct Outlines(Mutex<Vec<(DossierId, i64, Arc<Outline>)>>);

impl Outlines {
    pub(super) fn of(&self, conn: &Connection, dossier: DossierId) -> Result<Arc<Outline>> {
        let revision = dossier_table::revision(conn, dossier)?;
        let known = self.take(dossier);
        let outline = match known {
            Some((at, outline)) if at == revision => outline,
            // Read by a snapshot before this one.
            Some((at, outline)) if at < revision => {
                let changes = dossier_outline::changes(conn, dossier, at)?;
                Arc::new(Arc::unwrap_or_clone(outline).changed(changes))
            }
            _ => Arc::new(Outline::read(conn, dossier)?),
        };
        let mut kept = lock(&self.0);
        kept.retain(|(id, ..)| *id != dossier);
        kept.insert(0, (dossier, revision, Arc::clone(&outline)));
        kept.truncate(KEPT);
        Ok(outline)
    }

    fn take(&self, dossier: DossierId) -> Option<(i64, Arc<Outline>)> {
        let mut kept = lock(&self.0);
        let at = kept.iter().position(|(id, ..)| *id == dossier)?;
        let (_, revision, outline) = kept.remove(at);
        Some((revision, outline))
    }
}

impl Outline {
    pub fn read(conn: &Connection, dossier: DossierId) -> Result<Self> {
        Ok(Self::ordered(dossier_outline::all(conn, dossier)?))
    }

    /// With items as they are now, each with whether it is taken out.
    fn changed(self, changes: Vec<(OutlineRow, bool)>) -> Self {
        let ids: HashSet<DossierItemId> = changes.iter().map(|(row, _)| row.id).collect();
        let mut rows = self.rows;
        rows.retain(|row| !ids.contains(&row.id));
        let is_in = changes.into_iter().filter(|(_, removed)| !removed);
        rows.extend(is_in.map(|(row, _)| row));
        // Nearly sorted, which this sort takes for what it is.
        rows.sort_by(|a, b| (a.parent, &a.rank, a.id).cmp(&(b.parent, &b.rank, b.id)));
        Self::ordered(rows)
    }

    /// Of rows by parent, and by rank in each.
    fn ordered(rows: Vec<OutlineRow>) -> Self {
        let mut under: HashMap<Option<DossierItemId>, &[OutlineRow]> = HashMap::new();
        for siblings in rows.chunk_by(|a, b| a.parent == b.parent) {
            if let Some(first) = siblings.first() {
                under.insert(first.parent, siblings);
            }
        }
        let mut order = Vec::with_capacity(rows.len());
        // Not by recursion: a person may nest as deep as they like.
        let mut open = vec![Level::of(under.get(&None).copied(), 0, false)];
        while let Some(level) = open.last_mut() {
            let Some(row) = level.rows.next() else {
                open.pop();
                continue;
            };
            level.position += 1;
            let below = under.get(&Some(row.id)).copied();
            order.push(Placed {
                id: row.id,
                depth: level.depth,
                position: level.position,
                siblings: level.siblings,
                children: below.map_or(0, |rows| count(rows.len())),
                hidden: level.hidden,
                heading: row.heading,
                status: row.status.clone(),
            });
            if below.is_some() {
                let next = Level::of(below, level.depth + 1, level.hidden || row.closed);
                open.push(next);
            }
        }
        Self { rows, order }
    }

    /// The items that are shown, or those that have a status.
    pub fn shown(&self, status: Option<&str>) -> Vec<&Placed> {
        let is_shown = |item: &&Placed| match status {
            None => !item.hidden,
            Some(status) => item.status == status,
        };
        self.order.iter().filter(is_shown).collect()
    }

    pub fn statuses(&self) -> Vec<StatusCount> {
        let mut counts: HashMap<&str, u32> = HashMap::new();
        for item in &self.order {
            if !item.status.is_empty() {
                *counts.entry(&item.status).or_default() += 1;
            }
        }
        let mut counts: Vec<StatusCount> = counts
            .into_iter()
            .map(|(status, items)| StatusCount {
                status: status.to_owned(),
                items,
            })
            .collect();
        counts.sort_unstable_by(|a, b| (b.items, &a.status).cmp(&(a.items, &b.status)));
        counts
    }
}

/// Items of one parent that are still to be placed.
struct Level<'r> {
    rows: std::slice::Iter<'r, OutlineRow>,
    depth: u32,
    position: u32,
    siblings: u32,
    hidden: bool,
}

impl<'r> Level<'r> {
    fn of(rows: Option<&'r [OutlineRow]>, depth: u32, hidden: bool) -> Self {
        let rows = rows.unwrap_or_default();
        Self {
            siblings: count(rows.len()),
            rows: rows.iter(),
            depth,
            position: 0,
            hidden,
        }
    }
}

pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
