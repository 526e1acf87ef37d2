//! Order, nesting, statuses and questions of a dossier's items.

use rusqlite::Connection;

use super::showing::shown;
use super::{
    DossierStep, Dossiers, LONGEST_NAME, LONGEST_QUESTION, LONGEST_STATUS, checked, invalid, push,
    within,
};
use crate::Result;
use crate::clock::now_ms;
use crate::domain::{DossierId, DossierItemId, ItemPlace, ItemShift, ItemTarget, UndoAction};
use crate::notebook::undoing::{Inverse, Subject};
use crate::store::dossier_item_table::{self, End, ItemRecord};
use crate::store::rank::Rank;
use crate::store::{dossier_table, undo_table};

/// How deep items can be nested.
const DEEPEST: u32 = 32;
/// Keys that follow each other within this time move an item in one step.
const ONE_AFTER_ANOTHER_MS: i64 = 10_000;

impl Dossiers<'_> {
    /// Puts an item, with what stands under it, elsewhere in its dossier.
    ///
    /// # Errors
    /// `InvalidInput` for a place under itself, in another dossier, or too deep.
    pub fn move_item(&self, id: DossierItemId, place: ItemPlace) -> Result<()> {
        self.arrange("move in a dossier", |tx| {
            let item = dossier_item_table::get(tx, id)?;
            move_to(tx, item, place, Way::Put)
        })
    }

    /// Moves an item as a key does. At an end of where it stands, nothing happens.
    pub fn shift(&self, id: DossierItemId, shift: ItemShift) -> Result<()> {
        self.arrange("move in a dossier", |tx| {
            let item = dossier_item_table::get(tx, id)?;
            let at = (item.dossier, item.parent);
            let next = |end: End<'_>| {
                Ok::<_, crate::Error>(dossier_item_table::neighbour(tx, at, end)?.map(|(id, _)| id))
            };
            let place = match shift {
                ItemShift::Up => {
                    next(End::Before(&item.rank))?.map(|item| ItemPlace::Before { item })
                }
                ItemShift::Down => {
                    next(End::After(&item.rank))?.map(|item| ItemPlace::After { item })
                }
                ItemShift::In => next(End::Before(&item.rank))?.map(|parent| ItemPlace::Last {
                    parent: Some(parent),
                }),
                ItemShift::Out => item.parent.map(|item| ItemPlace::After { item }),
            };
            // What a person moves stays in sight.
            if let (ItemShift::In, Some(ItemPlace::Last { parent: Some(into) })) = (shift, place) {
                dossier_item_table::set_closed(tx, into, false)?;
            }
            match place {
                Some(place) => move_to(tx, item, place, Way::Shifted),
                None => Ok(None),
            }
        })
    }

    /// Takes items out of a dossier, with what stands under them, as one step.
    pub fn remove_items(&self, ids: &[DossierItemId]) -> Result<()> {
        self.arrange("take out of a dossier", |tx| {
            let mut removed = Vec::new();
            let mut subject = String::new();
            let mut dossier = None;
            for id in ids {
                // One that stood under another of them is gone already.
                let Some(item) = dossier_item_table::find(tx, *id)? else {
                    continue;
                };
                if item.removed_with.is_some() || dossier.is_some_and(|one| one != item.dossier) {
                    continue;
                }
                dossier = Some(item.dossier);
                if removed.is_empty() {
                    subject = shown(tx, &item)?.title;
                }
                dossier_item_table::take_out(tx, &item)?;
                removed.push(item.id);
            }
            let Some(dossier) = dossier else {
                return Ok(None);
            };
            let subject = match removed.len() {
                0 | 1 => Subject::from(subject),
                many => Subject::Many(many),
            };
            let step = DossierStep::ReturnItems {
                dossier,
                items: removed,
            };
            push(tx, UndoAction::RemoveFromDossier, subject, step)?;
            Ok(Some(dossier))
        })
    }

    /// Says how it stands with items: a known status, words of one's own, or nothing.
    pub fn set_status(&self, ids: &[DossierItemId], status: &str) -> Result<()> {
        let status = within("the status", status, LONGEST_STATUS)?;
        self.arrange("set a status", |tx| {
            let mut was = Vec::new();
            let mut dossier = None;
            let mut subject = String::new();
            for id in ids {
                let item = dossier_item_table::get(tx, *id)?;
                if item.status == status || dossier.is_some_and(|one| one != item.dossier) {
                    continue;
                }
                dossier = Some(item.dossier);
                subject = shown(tx, &item)?.title;
                dossier_item_table::set_status(tx, *id, status)?;
                was.push((*id, item.status));
            }
            if let Some(dossier) = dossier {
                let subject = match was.len() {
                    0 | 1 => Subject::from(subject),
                    many => Subject::Many(many),
                };
                let step = DossierStep::SetStatuses { dossier, was };
                push(tx, UndoAction::EditDossierItem, subject, step)?;
            }
            Ok(dossier)
        })
    }

    /// Says what is still to be found out about an item.
    pub fn set_question(&self, id: DossierItemId, question: &str) -> Result<()> {
        let question = within("the question", question, LONGEST_QUESTION)?;
        self.arrange("set a question", |tx| {
            let item = dossier_item_table::get(tx, id)?;
            if item.question == question {
                return Ok(None);
            }
            dossier_item_table::set_question(tx, id, question)?;
            let subject = shown(tx, &item)?.title;
            let step = DossierStep::SetQuestion {
                dossier: item.dossier,
                item: id,
                question: item.question,
            };
            push(tx, UndoAction::EditDossierItem, &subject, step)?;
            Ok(Some(item.dossier))
        })
    }

    /// Changes the words of a heading.
    ///
    /// # Errors
    /// `InvalidInput` for nothing, or for an item that is no heading.
    pub fn set_heading(&self, id: DossierItemId, title: &str) -> Result<()> {
        let title = checked("the heading", title, LONGEST_NAME)?;
        self.arrange("change a heading", |tx| {
            let item = dossier_item_table::get(tx, id)?;
            if item.target != ItemTarget::Heading {
                return Err(invalid("the item", "it is no heading"));
            }
            if item.title == title {
                return Ok(None);
            }
            dossier_item_table::set_title(tx, id, title)?;
            let step = DossierStep::SetHeading {
                dossier: item.dossier,
                item: id,
                title: item.title,
            };
            push(tx, UndoAction::EditDossierItem, title, step)?;
            Ok(Some(item.dossier))
        })
    }

    /// Hides or shows what stands under an item. It is no step to take back.
    pub fn set_closed(&self, id: DossierItemId, closed: bool) -> Result<()> {
        self.arrange("fold in a dossier", |tx| {
            let item = dossier_item_table::get(tx, id)?;
            dossier_item_table::set_closed(tx, id, closed)?;
            Ok((item.closed != closed).then_some(item.dossier))
        })
    }

    /// Writes in one transaction, unless the dossier is in the trash, and tells of the
    /// dossier whose outline has changed.
    fn arrange(
        &self,
        action: &'static str,
        work: impl FnOnce(&Connection) -> Result<Option<DossierId>>,
    ) -> Result<()> {
        let changed = self.0.shared().store.write(action, |tx| {
            let changed = work(tx)?;
            if let Some(dossier) = changed {
                dossier_table::kept(tx, dossier)?;
                dossier_table::touch(tx, dossier, now_ms())?;
            }
            Ok(changed)
        })?;
        if let Some(dossier) = changed {
            self.tell(dossier);
        }
        Ok(())
    }
}

/// Room for a rank.
pub(super) struct Gap {
    pub parent: Option<DossierItemId>,
    pub low: Option<Rank>,
    pub high: Option<Rank>,
}

impl Gap {
    /// Behind a rank, or at the beginning.
    pub fn after(
        conn: &Connection,
        dossier: DossierId,
        parent: Option<DossierItemId>,
        low: Option<Rank>,
    ) -> Result<Self> {
        let end = low.as_ref().map_or(End::First, End::After);
        let high = dossier_item_table::neighbour(conn, (dossier, parent), end)?;
        Ok(Self {
            parent,
            high: high.map(|(_, rank)| rank),
            low,
        })
    }
}

/// Where `place` is in a dossier, for an item that is moved there or for new ones.
pub(super) fn gap(
    conn: &Connection,
    dossier: DossierId,
    place: ItemPlace,
    moved: Option<&ItemRecord>,
) -> Result<Gap> {
    let here = |id: DossierItemId| {
        let item = dossier_item_table::get(conn, id)?;
        match item.dossier == dossier {
            true => Ok(item),
            false => Err(invalid("the place", "it is in another dossier")),
        }
    };
    let parent = match place {
        ItemPlace::First { parent } | ItemPlace::Last { parent } => {
            parent.map(here).transpose()?.map(|item| item.id)
        }
        ItemPlace::Before { item } | ItemPlace::After { item } => here(item)?.parent,
    };
    if let Some(parent) = parent {
        let (depth, under) = dossier_item_table::depth(conn, parent, moved.map(|item| item.id))?;
        if under {
            return Err(invalid("the place", "it is under the item itself"));
        }
        let below = match moved {
            Some(item) => dossier_item_table::levels_under(conn, item)?,
            None => 0,
        };
        if depth + 1 + below >= DEEPEST {
            return Err(invalid("the place", "it is too deep"));
        }
    }
    let at = (dossier, parent);
    let rank = |end: End<'_>| {
        let found = dossier_item_table::neighbour(conn, at, end)?;
        Ok::<_, crate::Error>(found.map(|(_, rank)| rank))
    };
    match place {
        ItemPlace::First { .. } => Gap::after(conn, dossier, parent, None),
        ItemPlace::Last { .. } => Gap::after(conn, dossier, parent, rank(End::Last)?),
        ItemPlace::Before { item } => {
            let low = rank(End::Before(&here(item)?.rank))?;
            Gap::after(conn, dossier, parent, low)
        }
        ItemPlace::After { item } => Gap::after(conn, dossier, parent, Some(here(item)?.rank)),
    }
}

/// How an item is moved.
#[derive(PartialEq, Clone, Copy)]
enum Way {
    Put,
    /// By a key, which may be held: what it does to one item is one step.
    Shifted,
}

fn move_to(
    conn: &Connection,
    item: ItemRecord,
    place: ItemPlace,
    way: Way,
) -> Result<Option<DossierId>> {
    if let ItemPlace::Before { item: at } | ItemPlace::After { item: at } = place
        && at == item.id
    {
        return Ok(None);
    }
    let gap = gap(conn, item.dossier, place, Some(&item))?;
    let is_there = gap.parent == item.parent
        && (gap.low.as_ref() == Some(&item.rank) || gap.high.as_ref() == Some(&item.rank));
    if is_there {
        return Ok(None);
    }
    let rank = Rank::between(gap.low.as_ref(), gap.high.as_ref());
    dossier_item_table::set_place(conn, item.id, gap.parent, &rank)?;
    if way == Way::Shifted && goes_on(conn, item.id)? {
        return Ok(Some(item.dossier));
    }
    let subject = shown(conn, &item)?.title;
    let ItemRecord {
        id: item,
        dossier,
        parent,
        rank,
        ..
    } = item;
    let step = match way {
        Way::Put => DossierStep::PutItem {
            dossier,
            item,
            parent,
            rank,
        },
        Way::Shifted => DossierStep::PutShifted {
            dossier,
            item,
            parent,
            rank,
        },
    };
    push(conn, UndoAction::MoveInDossier, &subject, step)?;
    Ok(Some(dossier))
}

/// Whether the newest step brings an item back to where it stood before a key moved it just
/// now: then this key goes with that one, and so may the next.
fn goes_on(conn: &Connection, id: DossierItemId) -> Result<bool> {
    let Some(newest) = undo_table::newest::<Inverse>(conn, UndoAction::MoveInDossier)? else {
        return Ok(false);
    };
    let same = matches!(
        newest.inverse,
        Inverse::Dossier(DossierStep::PutShifted { item, .. }) if item == id
    );
    let goes_on = same && now_ms() - newest.made_ms < ONE_AFTER_ANOTHER_MS;
    if goes_on {
        undo_table::set_made(conn, newest.id, now_ms())?;
    }
    Ok(goes_on)
}
