//! How what was done to dossiers is taken back.
//!
//! Steps may be taken back in any order, so an item may stand elsewhere since, or be gone.

use std::collections::HashSet;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::clock::now_ms;
use crate::domain::{Change, DossierId, DossierItemId};
use crate::store::dossier_item_table::{self, End, ItemRecord};
use crate::store::dossier_table;
use crate::store::rank::Rank;

/// How to reverse a step. Stored as JSON: add variants, never change one.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "step")]
pub(in super::super) enum DossierStep {
    /// To the trash.
    Remove {
        dossier: DossierId,
    },
    Restore {
        dossier: DossierId,
    },
    Rename {
        dossier: DossierId,
        name: String,
    },
    /// Takes out what was added.
    TakeItems {
        dossier: DossierId,
        items: Vec<DossierItemId>,
    },
    /// Puts back what was taken out with each of these.
    ReturnItems {
        dossier: DossierId,
        items: Vec<DossierItemId>,
    },
    PutItem {
        dossier: DossierId,
        item: DossierItemId,
        parent: Option<DossierItemId>,
        rank: Rank,
    },
    SetStatuses {
        dossier: DossierId,
        was: Vec<(DossierItemId, String)>,
    },
    SetQuestion {
        dossier: DossierId,
        item: DossierItemId,
        question: String,
    },
    SetHeading {
        dossier: DossierId,
        item: DossierItemId,
        title: String,
    },
}

impl DossierStep {
    pub fn dossier(&self) -> DossierId {
        match self {
            Self::Remove { dossier }
            | Self::Restore { dossier }
            | Self::Rename { dossier, .. }
            | Self::TakeItems { dossier, .. }
            | Self::ReturnItems { dossier, .. }
            | Self::PutItem { dossier, .. }
            | Self::SetStatuses { dossier, .. }
            | Self::SetQuestion { dossier, .. }
            | Self::SetHeading { dossier, .. } => *dossier,
        }
    }
}

pub(in super::super) fn reverse(conn: &Connection, step: &DossierStep) -> Result<Vec<Change>> {
    let id = step.dossier();
    match step {
        DossierStep::Remove { .. } => dossier_table::set_deleted(conn, id, Some(now_ms()))?,
        DossierStep::Restore { .. } => dossier_table::set_deleted(conn, id, None)?,
        DossierStep::Rename { name, .. } => dossier_table::rename(conn, id, name)?,
        DossierStep::TakeItems { items, .. } => take_items(conn, items)?,
        DossierStep::ReturnItems { items, .. } => {
            for item in items {
                if let Some(item) = dossier_item_table::find(conn, *item)?
                    && item.removed_with == Some(item.id)
                {
                    dossier_item_table::put_back(conn, &item)?;
                    put(conn, &item, item.parent, &item.rank)?;
                }
            }
        }
        DossierStep::PutItem {
            item, parent, rank, ..
        } => {
            if let Some(item) = dossier_item_table::find(conn, *item)?
                && can_stand_under(conn, &item, *parent)?
            {
                put(conn, &item, *parent, rank)?;
            }
        }
        DossierStep::SetStatuses { was, .. } => {
            for (item, status) in was {
                dossier_item_table::set_status(conn, *item, status)?;
            }
        }
        DossierStep::SetQuestion { item, question, .. } => {
            dossier_item_table::set_question(conn, *item, question)?;
        }
        DossierStep::SetHeading { item, title, .. } => {
            dossier_item_table::set_title(conn, *item, title)?;
        }
    }
    dossier_table::touch(conn, id, now_ms())?;
    Ok(vec![Change::Dossiers { ids: vec![id] }])
}

/// Takes out what a step added, the last first. Where other things were put under it since,
/// however deep, it stays with all that these stand under.
fn take_items(conn: &Connection, items: &[DossierItemId]) -> Result<()> {
    let added: HashSet<DossierItemId> = items.iter().copied().collect();
    for id in items.iter().rev() {
        let Some(item) = dossier_item_table::find(conn, *id)? else {
            continue;
        };
        let is_in = item.removed_with.is_none();
        if is_in && !dossier_item_table::has_others_under(conn, &item, |id| added.contains(&id))? {
            dossier_item_table::take_out(conn, &item)?;
        }
    }
    Ok(())
}

/// Whether an item can go back under `parent`: that is still there and not under it.
fn can_stand_under(
    conn: &Connection,
    item: &ItemRecord,
    parent: Option<DossierItemId>,
) -> Result<bool> {
    let Some(parent) = parent else {
        return Ok(true);
    };
    let is_there =
        dossier_item_table::find(conn, parent)?.is_some_and(|parent| parent.removed_with.is_none());
    Ok(is_there && !dossier_item_table::depth(conn, parent, Some(item.id))?.1)
}

/// Gives an item its rank back, or the next one where another has it by now.
fn put(
    conn: &Connection,
    item: &ItemRecord,
    parent: Option<DossierItemId>,
    rank: &Rank,
) -> Result<()> {
    let at = (item.dossier, parent);
    let rank = match dossier_item_table::is_taken(conn, at, rank, item.id)? {
        false => rank.clone(),
        true => {
            let next = dossier_item_table::neighbour(conn, at, End::After(rank))?;
            Rank::between(Some(rank), next.map(|(_, rank)| rank).as_ref())
        }
    };
    dossier_item_table::set_place(conn, item.id, parent, &rank)
}
