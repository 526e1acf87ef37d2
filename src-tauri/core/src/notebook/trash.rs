//! The trash: what it holds, and emptying it, which nothing brings back.
//!
//! Articles go in short transactions; a crash leaves each either whole or gone, and the
//! rest in the trash. Originals go after them, and a crash in between is made good at
//! the next start: until then the database says that some are loose.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::sync::{PoisonError, RwLockReadGuard, TryLockError};

use rusqlite::Connection;

use super::notes::picturing;
use super::undoing::{self, Gone};
use super::{Notebook, Shared, matching};
use crate::Result;
use crate::clock::now_ms;
use crate::domain::{
    ArticleId, Change, DossierId, ImportId, NoteId, TrashContents, TrashProgress, Trashed,
    TrashedPage,
};
use crate::jobs::CancelToken;
use crate::store::{
    clipping_table, dossier_table, entity_image_table, lock, merge_table, note_image_table,
    trash_table, trashed_entities, trashed_things,
};

/// Articles, versions and originals that go in one transaction.
const AT_ONCE: u32 = 100;
/// Outcomes of imports that go in one transaction.
const ITEMS_AT_ONCE: u32 = 2000;

/// The longest stretch of the list that is given at once.
const MAX_ROWS: u32 = 500;

pub struct Trash<'a>(pub(super) &'a Notebook);

impl Trash<'_> {
    /// What emptying it would remove.
    pub fn contents(&self) -> Result<TrashContents> {
        let store = &self.0.shared().store;
        store.read("look into the trash", |conn| {
            let (originals, bytes) = trash_table::originals(conn)?;
            let (clippings, clippings_kept) = clipping_table::in_trash(conn)?;
            Ok(TrashContents {
                articles: crate::store::counter(conn, "trash")?,
                notes: count(note_image_table::trashed_notes(conn)?.len()),
                dossiers: count(dossier_table::list(conn, true, u32::MAX)?.len()),
                entities: count(trashed_entities::roots(conn)?.len()),
                originals,
                bytes,
                clippings,
                clippings_kept,
            })
        })
    }

    /// Notes, entities and dossiers in it, those deleted last first.
    pub fn things(&self, offset: u32, limit: u32) -> Result<TrashedPage> {
        let store = &self.0.shared().store;
        store.read("look into the trash", |conn| {
            trashed_things::list(conn, offset, limit.min(MAX_ROWS))
        })
    }

    /// Takes one of them out of the trash.
    pub fn restore(&self, thing: Trashed) -> Result<()> {
        match thing {
            Trashed::Note { id } => self.0.notes().restore(id),
            Trashed::Entity { id, .. } => self.0.restore_entity(id),
            Trashed::Dossier { id } => self.0.dossiers().restore(id),
        }
    }

    /// Removes what is in the trash for good: articles, what is left of imports that were
    /// taken back, dossiers, entities with their names, mentions and relations, notes with
    /// their history, and originals and pictures that nothing refers to any more. What is
    /// put there meanwhile stays. Steps that would bring any of it back are forgotten.
    /// `report` hears how many articles of how many are gone. Cancelling leaves the rest in the trash. Quotes of
    /// these articles stay, with what is known of their source: they are a person's own work.
    ///
    /// Originals wait while an import runs, and go when it ends.
    pub fn empty(
        &self,
        cancel: &CancelToken,
        report: &mut dyn FnMut(TrashProgress),
    ) -> Result<TrashProgress> {
        // What is on its way to the trash is in it.
        self.0.finish_moving()?;
        self.0.finish_reversing()?;
        self.0.finish_merging()?;
        let shared = self.0.shared();
        let began_ms = now_ms();
        let (articles, imports, dossiers, entities, gone) =
            shared.store.read("look into the trash", |conn| {
                let articles = trash_table::articles(conn)?;
                let imports = trash_table::undone_imports(conn)?;
                let dossiers = dossier_table::list(conn, true, u32::MAX)?;
                let dossiers: Vec<DossierId> = dossiers.iter().map(|row| row.id).collect();
                let mut gone = gone(conn, &articles, &imports, &dossiers)?;
                let notes = note_image_table::trashed_notes(conn)?;
                gone.notes = notes.into_iter().collect();
                let entities = trashed_entities::roots(conn)?;
                for root in &entities {
                    gone.entities.extend(merge_table::tree(conn, *root)?);
                }
                Ok((articles, imports, dossiers, entities, gone))
            })?;
        shared.store.write("begin to empty the trash", |tx| {
            undoing::forget(tx, &gone)?;
            entity_image_table::forget_former(tx)?;
            // Also those that are loose for another reason.
            trash_table::set_loose(tx, true)
        })?;
        let mut done = TrashProgress {
            total: count(articles.len()),
            done: 0,
        };
        report(done);
        for batch in articles.chunks(AT_ONCE as usize) {
            if cancel.is_cancelled() {
                break;
            }
            shared.store.write("empty the trash", |tx| {
                for id in batch {
                    trash_table::delete_article(tx, *id)?;
                }
                trash_table::set_loose(tx, true)
            })?;
            done.done += count(batch.len());
            self.0.changed(Change::Articles {
                ids: batch.to_vec(),
            });
            report(done);
        }
        if !cancel.is_cancelled() {
            for import in &imports {
                self.delete_import(*import)?;
            }
            self.0.changed(Change::Imports { ids: imports });
            for dossier in &dossiers {
                shared
                    .store
                    .write("empty the trash", |tx| dossier_table::delete(tx, *dossier))?;
            }
            self.0.changed(Change::Dossiers { ids: dossiers });
            self.delete_clippings(began_ms)?;
            for entity in &entities {
                while !shared.store.write("empty the trash", |tx| {
                    trashed_entities::delete(tx, *entity)
                })? {}
            }
            if !entities.is_empty() {
                matching::reload(shared)?;
                self.0.changed(Change::Entities { ids: entities });
            }
        }
        self.0.changed(Change::Clippings { ids: Vec::new() });
        if !cancel.is_cancelled() {
            self.delete_notes(&gone.notes)?;
        }
        drop_loose_originals(shared, &AtomicBool::new(false))?;
        Ok(done)
    }

    /// Removes the clippings that were deleted before.
    fn delete_clippings(&self, before_ms: i64) -> Result<()> {
        let store = &self.0.shared().store;
        while store.write("empty the trash", |tx| {
            clipping_table::delete_deleted(tx, before_ms, ITEMS_AT_ONCE)
        })? > 0
        {}
        Ok(())
    }

    /// Removes those of these notes that are still in the trash, with their history. Pictures
    /// go with loose originals.
    fn delete_notes(&self, going: &HashSet<NoteId>) -> Result<()> {
        let shared = self.0.shared();
        let mut notes = shared
            .store
            .read("look into the trash", note_image_table::trashed_notes)?;
        // What was put there meanwhile nobody agreed to lose.
        notes.retain(|id| going.contains(id));
        for batch in notes.chunks(AT_ONCE as usize) {
            shared.store.write("empty the trash", |tx| {
                picturing::delete_notes(tx, &shared.images, batch)
            })?;
        }
        self.0.changed(Change::Notes { ids: notes });
        Ok(())
    }

    /// Removes what is left of an import that was taken back.
    fn delete_import(&self, import: ImportId) -> Result<()> {
        let store = &self.0.shared().store;
        loop {
            let left = store.write("forget an import", |tx| {
                let versions = trash_table::withdrawn(tx, import, AT_ONCE)?;
                for (article, version) in &versions {
                    trash_table::delete_version(tx, *article, *version)?;
                }
                let items = trash_table::delete_items(tx, import, ITEMS_AT_ONCE)?;
                let left = !versions.is_empty() || items > 0;
                if !left {
                    trash_table::delete_import(tx, import)?;
                }
                trash_table::set_loose(tx, true)?;
                Ok(left)
            })?;
            if !left {
                return Ok(());
            }
        }
    }
}

fn gone(
    conn: &Connection,
    articles: &[ArticleId],
    imports: &[ImportId],
    dossiers: &[DossierId],
) -> Result<Gone> {
    let mut versions: HashMap<ArticleId, u32> = HashMap::new();
    for import in imports {
        for (article, version) in trash_table::withdrawn(conn, *import, u32::MAX)? {
            let first = versions.entry(article).or_insert(version);
            *first = version.min(*first);
        }
    }
    Ok(Gone {
        articles: articles.iter().copied().collect::<HashSet<_>>(),
        imports: imports.iter().copied().collect::<HashSet<_>>(),
        dossiers: dossiers.iter().copied().collect::<HashSet<_>>(),
        versions,
        clippings: clipping_table::going(conn)?.into_iter().collect(),
        notes: HashSet::new(),
        entities: HashSet::new(),
    })
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Removes originals that nothing refers to, if emptying the trash has left any and no
/// import runs.
pub(super) fn drop_loose_originals(shared: &Shared, stop: &AtomicBool) -> Result<()> {
    let store = &shared.store;
    if !store.read("look for loose originals", trash_table::has_loose)? {
        return Ok(());
    }
    // One at a time: the other may be past what has come loose meanwhile.
    let _turn = lock(&shared.dropping);
    let mut after = None;
    while !stop.load(Ordering::Relaxed) {
        let _alone = match shared.keeping.try_write() {
            Ok(alone) => alone,
            Err(TryLockError::Poisoned(alone)) => alone.into_inner(),
            // The import that runs does this when it ends.
            Err(TryLockError::WouldBlock) => return Ok(()),
        };
        picturing::drop_loose(shared)?;
        let loose = store.read("look for loose originals", |conn| {
            trash_table::loose_originals(conn, after, AT_ONCE)
        })?;
        let Some(last) = loose.last() else {
            let ended = store.write("end emptying the trash", |tx| {
                let ended = trash_table::loose_originals(tx, None, 1)?.is_empty();
                // Pictures that are spared for now go at a later start.
                if ended && !note_image_table::has_loose(tx)? {
                    trash_table::set_loose(tx, false)?;
                }
                Ok(ended)
            })?;
            if ended {
                return Ok(());
            }
            after = None;
            continue;
        };
        after = Some(*last);
        store.write("remove originals", |tx| {
            for sha256 in &loose {
                trash_table::delete_original(tx, *sha256)?;
            }
            // Before the transaction ends: a row without its file is made good when this
            // is done again, a file without its row would stay for ever.
            loose
                .iter()
                .try_for_each(|sha256| shared.originals.remove(*sha256))
        })?;
    }
    Ok(())
}

impl Shared {
    /// Held by who keeps originals until the database refers to them: meanwhile no
    /// original is removed.
    pub(super) fn keep_originals(&self) -> RwLockReadGuard<'_, ()> {
        self.keeping.read().unwrap_or_else(PoisonError::into_inner)
    }
}
