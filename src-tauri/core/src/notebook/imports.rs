//! Imports: every door leads here, and everything dropped gets an outcome.
//!
//! Files are read and extracted in parallel, in chunks; each chunk is kept in
//! one transaction. What is reported as finished is on disk.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::undoing::{self, Inverse};
use super::{Notebook, matching};
use crate::clock::now_ms;
use crate::domain::{
    ArticleId, Change, ImportDoor, ImportId, ImportItem, ImportItemId, ImportProgress,
    ImportSource, ImportState, OriginalView, OutcomeKind, UndoAction,
};
use crate::import::{Found, expand};
use crate::jobs::CancelToken;
use crate::store::{import_table, lock};
use crate::{Error, Result};
use keeping::{Prepared, prepare};

mod keeping;
mod ready;

/// Things read between two transactions once an import is under way.
const CHUNK: usize = 32;

pub struct Imports<'a>(pub(super) &'a Notebook);

impl Imports<'_> {
    /// Imports everything in `sources`, folders opened. `report` hears of each
    /// thing after it is on disk. Cancelling keeps what is finished; the rest is
    /// listed as cancelled.
    ///
    /// # Errors
    /// Only what stops the whole import, such as a full disk: what was reported
    /// before stays. A thing that can't be read is an outcome, not an error.
    pub fn run(
        &self,
        sources: Vec<ImportSource>,
        door: ImportDoor,
        cancel: &CancelToken,
        report: &mut dyn FnMut(ImportProgress),
    ) -> Result<ImportProgress> {
        let label = label_of(&sources);
        let found = expand(sources);
        let mut progress = self.begin(label, door, found.len())?;
        report(progress.clone());
        let mut size = 1;
        let mut rest = found.as_slice();
        while !rest.is_empty() {
            let (chunk, later) = rest.split_at(size.min(rest.len()));
            rest = later;
            size = (size * 2).min(CHUNK);
            let prepared = self.prepare_all(chunk, cancel);
            let kept = self.keep(&progress, prepared);
            let kept = match kept {
                Ok(kept) => kept,
                Err(error) => return Err(self.fail(&mut progress, error)),
            };
            count(&mut progress, kept);
            report(progress.clone());
            progress.items.clear();
        }
        let state = if cancel.is_cancelled() {
            ImportState::Cancelled
        } else {
            ImportState::Done
        };
        self.end(&mut progress, state)?;
        report(progress.clone());
        Ok(progress)
    }

    fn begin(
        &self,
        label: Option<String>,
        door: ImportDoor,
        total: usize,
    ) -> Result<ImportProgress> {
        let import = ImportId::new();
        self.0.shared().store.write("begin an import", |tx| {
            import_table::insert(tx, import, label.as_deref(), door, now_ms())
        })?;
        Ok(ImportProgress {
            import,
            label,
            done: 0,
            total: u32::try_from(total).unwrap_or(u32::MAX),
            imported: 0,
            duplicates: 0,
            needs_attention: 0,
            not_imported: 0,
            state: ImportState::Running,
            items: Vec::new(),
        })
    }

    fn end(&self, progress: &mut ImportProgress, state: ImportState) -> Result<()> {
        progress.state = state;
        self.0.shared().store.write("end an import", |tx| {
            import_table::set_state(tx, progress.import, progress.total, state)?;
            if progress.imported > 0 {
                let inverse = Inverse::UndoImport {
                    import: progress.import,
                };
                let subject = progress.imported.to_string();
                undoing::push(tx, UndoAction::Import, &subject, &inverse)?;
            }
            Ok(())
        })?;
        self.0.changed(Change::Imports {
            ids: vec![progress.import],
        });
        Ok(())
    }

    /// Ends an import that can't go on. What stopped it is the news, not that its
    /// end could not be written either.
    fn fail(&self, progress: &mut ImportProgress, error: Error) -> Error {
        if let Err(ending) = self.end(progress, ImportState::Failed) {
            tracing::error!(%ending, "the end of an import could not be written");
        }
        error
    }

    /// Reads and extracts a chunk on all cores; in the order of the chunk.
    fn prepare_all(&self, chunk: &[Found], cancel: &CancelToken) -> Vec<Prepared> {
        let originals = &self.0.shared().originals;
        let next = AtomicUsize::new(0);
        let done: Vec<Mutex<Option<Prepared>>> = chunk.iter().map(|_| Mutex::new(None)).collect();
        let work = || {
            while let Some(found) = chunk.get(next.fetch_add(1, Ordering::Relaxed)) {
                // The index is the one just taken: `next` only rises.
                if let Some(at) = chunk.iter().position(|other| std::ptr::eq(other, found)) {
                    *lock(&done[at]) = Some(prepare(found, originals, cancel));
                }
            }
        };
        let threads = std::thread::available_parallelism().map_or(1, |n| n.get());
        std::thread::scope(|scope| {
            for _ in 1..threads.min(chunk.len()) {
                scope.spawn(work);
            }
            work();
        });
        done.into_iter()
            .filter_map(|slot| lock(&slot).take())
            .collect()
    }

    /// Keeps a chunk in one transaction.
    fn keep(&self, progress: &ImportProgress, prepared: Vec<Prepared>) -> Result<Vec<ImportItem>> {
        let matcher = self.0.shared().matcher();
        let items = self
            .0
            .shared()
            .store
            .write("keep what was imported", |tx| {
                prepared
                    .into_iter()
                    .map(|thing| keeping::keep(tx, &matcher, progress.import, thing))
                    .collect::<Result<Vec<_>>>()
            })?;
        let ids: Vec<ArticleId> = items
            .iter()
            .filter(|item| item.outcome != OutcomeKind::Duplicate)
            .filter_map(|item| item.article)
            .collect();
        matching::look_again(self.0.shared(), &matcher, &ids)?;
        for change in undoing::articles_and_entities(ids) {
            self.0.changed(change);
        }
        Ok(items)
    }

    /// Takes an import back: its articles go to the trash, its problems are
    /// dealt with. What was there before stays. Can itself be taken back.
    pub fn undo(&self, import: ImportId) -> Result<()> {
        let changes = self.0.shared().store.write("undo an import", |tx| {
            let (articles, problems) = undoing::added_by(tx, import)?;
            let changes = undoing::set_imported(tx, &articles, &problems, Some(now_ms()))?;
            let subject = articles.len().to_string();
            let inverse = Inverse::RestoreImported { articles, problems };
            undoing::push(tx, UndoAction::DeleteArticle, &subject, &inverse)?;
            Ok(changes)
        })?;
        for change in changes {
            self.0.changed(change);
        }
        Ok(())
    }

    /// Everything of one import, oldest first.
    pub fn items(&self, import: ImportId) -> Result<Vec<ImportItem>> {
        let store = &self.0.shared().store;
        store.read("list an import", |conn| import_table::items(conn, import))
    }

    /// The newest imports with their counts.
    pub fn recent(&self) -> Result<Vec<ImportProgress>> {
        let store = &self.0.shared().store;
        store.read("list imports", |conn| import_table::recent(conn, 20))
    }

    /// Problems that nobody has dealt with.
    pub fn problems(&self) -> Result<Vec<ImportItem>> {
        let store = &self.0.shared().store;
        store.read("list import problems", import_table::problems)
    }

    /// Marks a problem as dealt with.
    pub fn resolve(&self, item: ImportItemId) -> Result<()> {
        let import = self.0.shared().store.write("close a problem", |tx| {
            import_table::set_resolved(tx, item, true)?;
            Ok(import_table::item(tx, item)?.0.import)
        })?;
        self.0.changed(Change::Imports { ids: vec![import] });
        Ok(())
    }

    /// The kept original of a thing that did not become an article.
    pub fn original(&self, item: ImportItemId) -> Result<OriginalView> {
        super::originals::view_of_item(self.0.shared(), item)
    }
}

/// The folder's or the only file's name.
fn label_of(sources: &[ImportSource]) -> Option<String> {
    match sources {
        [ImportSource::Path { path }] => std::path::Path::new(path)
            .file_name()
            .map(|name| name.to_string_lossy().into_owned()),
        [ImportSource::Link { url }] => Some(url.clone()),
        _ => None,
    }
}

fn count(progress: &mut ImportProgress, items: Vec<ImportItem>) {
    for item in &items {
        progress.done += 1;
        *match item.outcome {
            OutcomeKind::Imported => &mut progress.imported,
            OutcomeKind::Duplicate => &mut progress.duplicates,
            OutcomeKind::NeedsAttention => &mut progress.needs_attention,
            OutcomeKind::NotImported => &mut progress.not_imported,
        } += 1;
    }
    progress.items = items;
}
