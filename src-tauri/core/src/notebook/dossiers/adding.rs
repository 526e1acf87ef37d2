//! Putting things into a dossier: some, or all that a search finds.

use std::collections::HashSet;

use rusqlite::Connection;

use super::arranging::{self, Gap};
use super::outline::count;
use super::showing::shown;
use super::{DossierStep, Dossiers, LONGEST_NAME, checked, push};
use crate::clock::now_ms;
use crate::domain::{
    Change, DossierId, DossierItemId, DossierReport, ItemPlace, ItemTarget, NewItem, SearchQuery,
    SearchSort, UndoAction,
};
use crate::jobs::CancelToken;
use crate::notebook::reading::StoredNames;
use crate::search::DocumentKey;
use crate::store::dossier_item_table::{self, ItemRecord};
use crate::store::rank::Rank;
use crate::store::{dossier_table, merge_table};
use crate::{Error, Result};

/// Results that are added at once: more are not gathered.
const MOST_RESULTS: u32 = 10_000;
/// Items added in one transaction.
const AT_ONCE: usize = 500;

impl Dossiers<'_> {
    /// Puts things into a dossier, one after the other, as one step. What it has already
    /// stays where it is.
    ///
    /// # Errors
    /// `NotFound` for a dossier, a place or a thing that is not there, `InvalidInput` for
    /// an empty heading.
    pub fn add(&self, id: DossierId, items: &[NewItem], place: ItemPlace) -> Result<DossierReport> {
        self.add_all(id, items, place, &CancelToken::new(), &mut |_| {})
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
        let index = self.0.0.indexer.index();
        let found = self.0.shared().store.read("find what to add", |conn| {
            Ok(index.search(&query, &StoredNames(conn))?.hits)
        })?;
        let targets = found.iter().filter_map(|hit| match hit.key {
            DocumentKey::Article(id) => Some(ItemTarget::Article { id }),
            DocumentKey::Note(id) => Some(ItemTarget::Note { id }),
            DocumentKey::Entity(id) => Some(ItemTarget::Entity { id }),
            // A dossier has no place for quotes yet.
            DocumentKey::Quote(_) => None,
        });
        let items: Vec<NewItem> = targets
            .map(|target| NewItem {
                target,
                title: String::new(),
            })
            .collect();
        let place = ItemPlace::Last { parent: None };
        self.add_all(id, &items, place, cancel, progress)
    }

    /// The step is kept with the first items and names all of them, so that a crash
    /// leaves nothing that can't be taken back.
    fn add_all(
        &self,
        id: DossierId,
        items: &[NewItem],
        place: ItemPlace,
        cancel: &CancelToken,
        progress: &mut dyn FnMut(DossierReport),
    ) -> Result<DossierReport> {
        let store = &self.0.shared().store;
        let mut new = store.read("look into a dossier", |conn| {
            dossier_table::kept(conn, id)?;
            let mut seen = HashSet::new();
            let mut new: Vec<ItemRecord> = Vec::new();
            for item in items {
                let target = rooted(conn, item.target)?;
                let heading = target == ItemTarget::Heading;
                if (heading || seen.insert(target)) && !dossier_item_table::has(conn, id, &target)?
                {
                    new.push(record(conn, id, target, &item.title)?);
                }
            }
            Ok(new)
        })?;
        let mut report = DossierReport {
            total: count(new.len()),
            done: 0,
            already: count(items.len().saturating_sub(new.len())),
        };
        let ids: Vec<DossierItemId> = new.iter().map(|item| item.id).collect();
        let mut put: Option<(Option<DossierItemId>, Option<Rank>)> = None;
        for (at, chunk) in new.chunks_mut(AT_ONCE).enumerate() {
            if cancel.is_cancelled() {
                break;
            }
            store.write("add to a dossier", |tx| {
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
                if at == 0 {
                    let dossier = dossier_table::kept(tx, id)?.name;
                    let subject = match ids.len() {
                        1 => dossier,
                        many => format!("{dossier} ({many})"),
                    };
                    let step = DossierStep::TakeItems {
                        dossier: id,
                        items: ids.clone(),
                    };
                    push(tx, UndoAction::AddToDossier, &subject, step)?;
                }
                dossier_table::touch(tx, id, now_ms())
            })?;
            report.done += count(chunk.len());
            progress(report);
            self.0.changed(Change::Dossiers { ids: vec![id] });
        }
        Ok(report)
    }
}

/// Of a merged entity, the one that holds it.
fn rooted(conn: &Connection, target: ItemTarget) -> Result<ItemTarget> {
    Ok(match target {
        ItemTarget::Entity { id } => ItemTarget::Entity {
            id: merge_table::root(conn, id)?,
        },
        other => other,
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
