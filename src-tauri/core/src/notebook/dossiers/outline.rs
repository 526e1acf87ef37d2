//! The order in which a dossier is read.
//!
//! Made of all of its items at once, which takes some ten milliseconds for a hundred
//! thousand, and kept until they change, so that a long outline is read in pages.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use rusqlite::Connection;

use crate::Result;
use crate::domain::{DossierId, DossierItemId, StatusCount};
use crate::store::dossier_item_table::{self, OutlineRow};
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
#[derive(Debug)]
pub(super) struct Outline(pub Vec<Placed>);

/// The outlines that were read last.
#[derive(Debug, Default)]
pub(in super::super) struct Outlines(Mutex<Vec<(DossierId, i64, Arc<Outline>)>>);

impl Outlines {
    pub(super) fn of(&self, conn: &Connection, dossier: DossierId) -> Result<Arc<Outline>> {
        let revision = dossier_table::revision(conn, dossier)?;
        let known = (lock(&self.0).iter())
            .find(|(id, at, _)| (*id, *at) == (dossier, revision))
            .map(|(_, _, outline)| Arc::clone(outline));
        if let Some(outline) = known {
            return Ok(outline);
        }
        let outline = Arc::new(Outline::read(conn, dossier)?);
        let mut kept = lock(&self.0);
        kept.retain(|(id, ..)| *id != dossier);
        kept.insert(0, (dossier, revision, Arc::clone(&outline)));
        kept.truncate(KEPT);
        Ok(outline)
    }
}

impl Outline {
    pub fn read(conn: &Connection, dossier: DossierId) -> Result<Self> {
        let rows = dossier_item_table::outline(conn, dossier)?;
        let mut under: HashMap<Option<DossierItemId>, Vec<OutlineRow>> = HashMap::new();
        let all = rows.len();
        for row in rows {
            under.entry(row.parent).or_default().push(row);
        }
        let mut placed = Vec::with_capacity(all);
        // Not by recursion: a person may nest as deep as they like.
        let mut open = vec![Level::of(under.remove(&None), 0, false)];
        while let Some(level) = open.last_mut() {
            let Some(row) = level.rows.next() else {
                open.pop();
                continue;
            };
            level.position += 1;
            let below = under.remove(&Some(row.id));
            placed.push(Placed {
                id: row.id,
                depth: level.depth,
                position: level.position,
                siblings: level.siblings,
                children: below.as_ref().map_or(0, |rows| count(rows.len())),
                hidden: level.hidden,
                heading: row.heading,
                status: row.status,
            });
            if below.is_some() {
                let next = Level::of(below, level.depth + 1, level.hidden || row.closed);
                open.push(next);
            }
        }
        Ok(Self(placed))
    }

    /// The items that are shown, or those that have a status.
    pub fn shown(&self, status: Option<&str>) -> Vec<&Placed> {
        let is_shown = |item: &&Placed| match status {
            None => !item.hidden,
            Some(status) => item.status == status,
        };
        self.0.iter().filter(is_shown).collect()
    }

    pub fn statuses(&self) -> Vec<StatusCount> {
        let mut counts: HashMap<&str, u32> = HashMap::new();
        for item in &self.0 {
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
struct Level {
    rows: std::vec::IntoIter<OutlineRow>,
    depth: u32,
    position: u32,
    siblings: u32,
    hidden: bool,
}

impl Level {
    fn of(rows: Option<Vec<OutlineRow>>, depth: u32, hidden: bool) -> Self {
        let rows = rows.unwrap_or_default();
        Self {
            siblings: count(rows.len()),
            rows: rows.into_iter(),
            depth,
            position: 0,
            hidden,
        }
    }
}

pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
