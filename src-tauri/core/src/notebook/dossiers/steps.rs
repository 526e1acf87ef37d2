//! How what was done to dossiers is taken back.
//!
//! Steps may be taken back in any order, so an item may stand elsewhere since, or be gone.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::clock::now_ms;
use crate::domain::{Change, DossierId, DossierItemId};
use crate::store::dossier_item_table::{self, End, ItemRecord};
use crate::store::dossier_table;
use crate::store::rank::Rank;

/// How to reverse a step. Stored as JSON: add variants, never change one.
#[derive(Debug, Clone, Serialize, Deserialize)]
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
    /// Takes items out with what stands under them.
    RemoveItems {
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
    /// As [`Self::PutItem`], after keys: it is told apart so that the next key goes with it.
    PutShifted {
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
            | Self::RemoveItems { dossier, .. }
            | Self::ReturnItems { dossier, .. }
            | Self::PutItem { dossier, .. }
            | Self::PutShifted { dossier, .. }
            | Self::SetStatuses { dossier, .. }
            | Self::SetQuestion { dossier, .. }
            | Self::SetHeading { dossier, .. } => *dossier,
        }
    }

    /// How many items it is about.
    pub fn items(&self) -> usize {
        match self {
            Self::TakeItems { items, .. }
            | Self::RemoveItems { items, .. }
            | Self::ReturnItems { items, .. } => items.len(),
            Self::SetStatuses { was, .. } => was.len(),
            _ => 1,
        }
    }

    /// The same in parts of at most `most` items.
    pub fn in_parts(&self, conn: &Connection, most: usize) -> Result<Vec<Self>> {
        let dossier = self.dossier();
        let part = |items: &[DossierItemId]| items.to_vec();
        Ok(match self {
            Self::TakeItems { items, .. } => (deepest_first(conn, items)?.chunks(most))
                .map(|items| Self::TakeItems {
                    dossier,
                    items: part(items),
                })
                .collect(),
            Self::RemoveItems { items, .. } => (items.chunks(most))
                .map(|items| Self::RemoveItems {
                    dossier,
                    items: part(items),
                })
                .collect(),
            Self::ReturnItems { items, .. } => (items.chunks(most))
                .map(|items| Self::ReturnItems {
                    dossier,
                    items: part(items),
                })
                .collect(),
            other => vec![other.clone()],
        })
    }
}

/// Items that are still in, those that stand deepest first, and the later ones first of
/// those that stand equally deep: what then stands under one is not of them.
fn deepest_first(conn: &Connection, items: &[DossierItemId]) -> Result<Vec<DossierItemId>> {
    let mut found = Vec::new();
    for id in items.iter().rev() {
        let item = dossier_item_table::find(conn, *id)?;
        if item.is_some_and(|item| item.removed_with.is_none()) {
            found.push((dossier_item_table::depth(conn, *id, None)?.0, *id));
        }
    }
    found.sort_by_key(|(depth, _)| std::cmp::Reverse(*depth));
    Ok(found.into_iter().map(|(_, id)| id).collect())
}

/// What does a step again that is about to be taken back.
pub(in super::super) fn again(
    conn: &Connection,
    step: &DossierStep,
) -> Result<Option<DossierStep>> {
    let dossier = step.dossier();
    let now = |item| dossier_item_table::find(conn, item);
    Ok(match step {
        DossierStep::Remove { .. } => Some(DossierStep::Restore { dossier }),
        DossierStep::Restore { .. } => Some(DossierStep::Remove { dossier }),
        DossierStep::Rename { .. } => {
            dossier_table::find(conn, dossier)?.map(|row| DossierStep::Rename {
                dossier,
                name: row.name,
            })
        }
        DossierStep::TakeItems { items, .. } => Some(DossierStep::ReturnItems {
            dossier,
            items: items.clone(),
        }),
        DossierStep::RemoveItems { items, .. } => Some(DossierStep::ReturnItems {
            dossier,
            items: items.clone(),
        }),
        DossierStep::ReturnItems { items, .. } => Some(DossierStep::RemoveItems {
            dossier,
            items: items.clone(),
        }),
        DossierStep::PutItem { item, .. } | DossierStep::PutShifted { item, .. } => now(*item)?
            .map(|row| DossierStep::PutItem {
                dossier,
                item: *item,
                parent: row.parent,
                rank: row.rank,
            }),
        DossierStep::SetStatuses { was, .. } => {
            let mut statuses = Vec::new();
            for (item, _) in was {
                statuses.extend(now(*item)?.map(|row| (*item, row.status)));
            }
            Some(DossierStep::SetStatuses {
                dossier,
                was: statuses,
            })
        }
        DossierStep::SetQuestion { item, .. } => now(*item)?.map(|row| DossierStep::SetQuestion {
            dossier,
            item: *item,
            question: row.question,
        }),
        DossierStep::SetHeading { item, .. } => now(*item)?.map(|row| DossierStep::SetHeading {
            dossier,
            item: *item,
            title: row.title,
        }),
    })
}

pub(in super::super) fn reverse(conn: &Connection, step: &DossierStep) -> Result<Vec<Change>> {
    let id = step.dossier();
    match step {
        DossierStep::Remove { .. } => dossier_table::set_deleted(conn, id, Some(now_ms()))?,
        DossierStep::Restore { .. } => dossier_table::set_deleted(conn, id, None)?,
        DossierStep::Rename { name, .. } => dossier_table::rename(conn, id, name)?,
        DossierStep::TakeItems { items, .. } => {
            for id in deepest_first(conn, items)? {
                let item = dossier_item_table::get(conn, id)?;
                // Where other things were put under it since, however deep, it stays with
                // all that these stand under.
                if !dossier_item_table::has_any_under(conn, &item)? {
                    dossier_item_table::take_out(conn, &item)?;
                }
            }
        }
        DossierStep::RemoveItems { items, .. } => {
            for id in items {
                if let Some(item) = dossier_item_table::find(conn, *id)?
                    && item.removed_with.is_none()
                {
                    dossier_item_table::take_out(conn, &item)?;
                }
            }
        }
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
        }
        | DossierStep::PutShifted {
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
