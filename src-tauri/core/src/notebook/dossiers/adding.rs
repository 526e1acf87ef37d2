//! Putting things into a dossier: some, or all that a search finds.

use std::collections::HashSet;

use rusqlite::Connection;

use super::arranging::{self, Gap};
use super::outline::count;
use super::showing::shown;
use super::{DossierStep, Dossiers, LONGEST_NAME, checked};
use crate::clock::now_ms;
use crate::domain::{
    Change, DossierId, DossierItemId, DossierReport, ItemPlace, ItemTarget, NewItem, SearchQuery,
    SearchSort, UndoAction,
};
use crate::jobs::CancelToken;
use crate::notebook::reading::StoredNames;
use crate::notebook::undoing::{self, Inverse};
use crate::search::{DocumentKey, SearchIndex};
use crate::store::dossier_item_table::{self, ItemRecord};
use crate::store::rank::Rank;
use crate::store::{dossier_table, undo_table};
use crate::{Error, Result};

/// Results that are added at once: more are not gathered.
const MOST_RESULTS: u32 = 10_000;
/// Items added in one transaction.
const AT_ONCE: usize = 500;

/// What becomes of things that are in the trash.
#[derive(Clone, Copy)]
enum Gone {
    Refused,
    /// The index hears of it later.
    LeftOut,
}

impl Dossiers<'_> {
    /// Puts things into a dossier, one after the other, as one step. What it has already
    /// stays where it is.
    ///
    /// # Errors
    /// `NotFound` for a dossier, a place or a thing that is not there, `InvalidInput` for
    /// an empty heading.
    pub fn add(&self, id: DossierId, items: &[NewItem], place: ItemPlace) -> Result<DossierReport> {
        self.add_all(
            id,
            items,
            place,
            Gone::Refused,
            &CancelToken::new(),
            &mut |_| {},
        )
    }

    /// Adds all that a search finds at the end, in its order, as one step: at most ten
    /// thousand, copies of agency texts once. What is done when it is cancelled stays.
    ///
    /// # Errors
    /// `IndexUnavailable` when the index can't be read, and what the store gives.
    pub fn add_results(
        &self,
        id: DossierId,
        query: &SearchQuery,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(DossierReport),
    ) -> Result<DossierReport> {
        let query = SearchQuery {
            offset: 0,
            limit: MOST_RESULTS,
            sort: Some(query.sort.unwrap_or(SearchSort::Relevance)),
            every_copy: None,
            ..query.clone()
        };
        let found = self.0.shared().store.read("find what to add", |conn| {
            let search = |index: &SearchIndex| index.search(&query, &StoredNames(conn));
            Ok(self.0.0.indexer.ask(search)?.hits)
        })?;
        let targets = found.iter().map(|hit| match hit.key {
            DocumentKey::Article(id) => ItemTarget::Article { id },
            DocumentKey::Note(id) => ItemTarget::Note { id },
            DocumentKey::Entity(id) => ItemTarget::Entity { id },
            DocumentKey::Quote(id) => ItemTarget::Quote { id },
        });
        let items: Vec<NewItem> = targets
            .map(|target| NewItem {
                target,
                title: String::new(),
            })
            .collect();
        let place = ItemPlace::Last { parent: None };
        self.add_all(id, &items, place, Gone::LeftOut, cancel, progress)
    }

    /// The step is kept with the first items and names all of them, so that a crash
    /// leaves nothing that can't be taken back. Where it is cancelled or fails, it names
    /// those that were added.
    fn add_all(
        &self,
        id: DossierId,
        items: &[NewItem],
        place: ItemPlace,
        gone: Gone,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(DossierReport),
    ) -> Result<DossierReport> {
        let store = &self.0.shared().store;
        let (mut new, already) = store.read("look into a dossier", |conn| {
            dossier_table::kept(conn, id)?;
            let mut seen = HashSet::new();
            let mut new: Vec<ItemRecord> = Vec::new();
            let mut already = 0;
            for item in items {
                let target = dossier_item_table::shown_target(conn, item.target)?;
                let heading = target == ItemTarget::Heading;
                if !heading && !seen.insert(target) || dossier_item_table::has(conn, id, &target)? {
                    already += 1;
                    continue;
                }
                match (record(conn, id, target, &item.title), gone) {
                    (Err(Error::NotFound { .. }), Gone::LeftOut) => {}
                    (record, _) => new.push(record?),
                }
            }
            Ok((new, already))
        })?;
        let mut report = DossierReport {
            total: count(new.len()),
            done: 0,
            already,
            first: None,
        };
        let ids: Vec<DossierItemId> = new.iter().map(|item| item.id).collect();
        let mut put: Option<(Option<DossierItemId>, Option<Rank>)> = None;
        let mut step = None;
        let mut ended = Ok(());
        for chunk in new.chunks_mut(AT_ONCE) {
            if cancel.is_cancelled() {
                break;
            }
            let goes_on = store.write("add to a dossier", |tx| {
                match (dossier_table::kept(tx, id), step) {
                    (dossier, None) => step = Some(keep_step(tx, &dossier?.name, id, &ids)?),
                    // It went to the trash, or this was taken back, since the part before.
                    (Err(Error::NotFound { .. }), Some(_)) => return Ok(false),
                    (dossier, Some(step)) => {
                        dossier?;
                        if !undo_table::is_kept(tx, step)? {
                            return Ok(false);
                        }
                    }
                }
                let gap = match &put {
                    None => arranging::gap(tx, id, place, None)?,
                    // What came behind from elsewhere meanwhile stays behind.
                    Some((parent, low)) => Gap::after(tx, id, *parent, low.clone())?,
                };
                let mut low = gap.low;
                for item in chunk.iter_mut() {
                    item.parent = gap.parent;
                    item.rank = Rank::between(low.as_ref(), gap.high.as_ref());
                    low = Some(item.rank.clone());
                    dossier_item_table::insert(tx, item)?;
                    dossier_item_table::target_changed(tx, &item.target)?;
                }
                put = Some((gap.parent, low));
                dossier_table::touch(tx, id, now_ms())?;
                Ok(true)
            });
            match goes_on {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    ended = Err(error);
                    break;
                }
            }
            report.first = ids.first().copied();
            report.done += count(chunk.len());
            progress(report);
            self.0.changed(Change::Dossiers { ids: vec![id] });
        }
        if let (Some(step), Some(done)) = (step, ids.get(..report.done as usize))
            && (1..ids.len()).contains(&done.len())
        {
            // The step says what was done, not what was meant.
            let named = store.write("say what was added", |tx| {
                match dossier_table::get(tx, id) {
                    // Nothing of it can be taken out any more.
                    Err(Error::NotFound { .. }) => Ok(()),
                    dossier => {
                        let name = dossier?.name;
                        undoing::narrow(tx, step, subject(&name, done), &taken_out(id, done))
                    }
                }
            });
            // What stopped it is the news.
            ended?;
            named?;
            return Ok(report);
        }
        ended?;
        Ok(report)
    }
}

/// Keeps how to take all of the items out again.
fn keep_step(
    conn: &Connection,
    name: &str,
    dossier: DossierId,
    items: &[DossierItemId],
) -> Result<i64> {
    let action = UndoAction::AddToDossier;
    let inverse = taken_out(dossier, items);
    Ok(undoing::push(conn, action, subject(name, items), &inverse)?.id)
}

fn subject(name: &str, items: &[DossierItemId]) -> String {
    match items.len() {
        1 => name.to_owned(),
        many => format!("{name} ({many})"),
    }
}

fn taken_out(dossier: DossierId, items: &[DossierItemId]) -> Inverse {
    Inverse::Dossier(DossierStep::TakeItems {
        dossier,
        items: items.to_vec(),
    })
}

fn record(
    conn: &Connection,
    dossier: DossierId,
    target: ItemTarget,
    title: &str,
) -> Result<ItemRecord> {
    let mut item = ItemRecord {
        id: DossierItemId::new(),
        dossier,
        parent: None,
        rank: Rank::between(None, None),
        target,
        title: String::new(),
        status: String::new(),
        question: String::new(),
        closed: false,
        removed_with: None,
    };
    item.title = match target {
        ItemTarget::Heading => checked("the heading", title, LONGEST_NAME)?.to_owned(),
        _ => {
            let shown = shown(conn, &item)?;
            if shown.gone {
                return Err(Error::not_found("what is to be added to a dossier"));
            }
            shown.title
        }
    };
    Ok(item)
}
