//! Imports: every door leads here, and everything dropped gets an outcome.
//!
//! Files are read and extracted in parallel and kept in their order, a chunk in
//! one transaction. What is reported as finished is on disk.

use std::collections::HashSet;
use std::sync::atomic::AtomicBool;

use rusqlite::Connection;

use super::undoing::{self, Inverse, Subject};
use super::{Notebook, Shared, moving, stray_originals, trash};
use crate::clock::now_ms;
use crate::domain::{
    Change, ImportDoor, ImportId, ImportItem, ImportItemId, ImportItemPage, ImportProgress,
    ImportSource, ImportState, OriginalView, OutcomeKind, UndoAction,
};
use crate::extract::OutletPicks;
use crate::import::expand;
use crate::jobs::CancelToken;
use crate::store::{self, import_table, tag_table};
use crate::{Error, Result};
use running::Run;

mod again;
mod ahead;
mod fetching;
mod keeping;
mod parallel;
mod parts;
mod pickable;
mod preparing;
mod ready;
mod running;
mod settling;

pub(super) use again::{Again, read_again, with_page};
pub(super) use parallel::in_parallel;
pub(super) use parts::Needs;

/// The longest stretch of outcomes that is given at once.
const MAX_ROWS: u32 = 500;

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
        self.keeping(|| self.run_all(sources, door, cancel, report))
    }

    /// Runs an import; originals are not removed meanwhile. What could not go then goes
    /// afterwards, also when the import has failed, for want of room say.
    fn keeping<T>(&self, run: impl FnOnce() -> Result<T>) -> Result<T> {
        let shared = self.0.shared();
        let (keeping, importing) = (shared.keep_originals(), shared.calm.import());
        let ended = run();
        drop((keeping, importing));
        self.drop_loose_originals();
        ended
    }

    fn run_all(
        &self,
        sources: Vec<ImportSource>,
        door: ImportDoor,
        cancel: &CancelToken,
        report: &mut dyn FnMut(ImportProgress),
    ) -> Result<ImportProgress> {
        let label = label_of(&sources);
        let found = expand(sources);
        let picks = outlet_picks(self.0.shared())?;
        let progress = self.begin(label, door, found.len())?;
        report(progress.clone());
        let mut run = Run::new(self, cancel, report, progress, &picks);
        let ended = run.all(found);
        let Run {
            mut progress,
            report,
            ..
        } = run;
        if let Err(error) = ended {
            return Err(self.fail(&mut progress, error));
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

    /// That this fails is no failure of the import, and is tried again at the next start.
    fn drop_loose_originals(&self) {
        if let Err(error) = trash::drop_loose_originals(self.0.shared(), &AtomicBool::new(false)) {
            tracing::error!(%error, "originals of the emptied trash could not be removed");
        }
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
            door,
            reading: None,
            done: 0,
            total: u32::try_from(total).unwrap_or(u32::MAX),
            imported: 0,
            wire_copies: 0,
            new_versions: 0,
            duplicates: 0,
            needs_attention: 0,
            kept_with_problems: 0,
            open_problems: 0,
            not_imported: 0,
            tagged: 0,
            state: ImportState::Running,
            items: Vec::new(),
        })
    }

    fn end(&self, progress: &mut ImportProgress, state: ImportState) -> Result<()> {
        progress.state = state;
        progress.reading = None;
        self.0.shared().store.write("end an import", |tx| {
            import_table::set_state(tx, progress.import, progress.total, state)?;
            progress.tagged = tag_table::count_import(tx, progress.import)?;
            progress.open_problems = import_table::count_open_problems(tx, progress.import)?;
            keep_step(tx, progress)
        })?;
        self.0.changed(Change::Imports {
            ids: vec![progress.import],
        });
        Ok(())
    }

    /// Ends an import that can't go on. What stopped it is the news, not that its
    /// end could not be written either.
    fn fail(&self, progress: &mut ImportProgress, error: Error) -> Error {
        let store = &self.0.shared().store;
        let ended = store
            .write("note what failed", |tx| stray_originals::expect(tx))
            .and_then(|()| self.end(progress, ImportState::Failed));
        if let Err(ending) = ended {
            tracing::error!(%ending, "the end of an import could not be written");
        }
        error
    }

    /// Takes an import back: its articles go to the trash, its problems are
    /// dealt with. What was there before stays. Can itself be taken back.
    pub fn undo(&self, import: ImportId) -> Result<()> {
        let store = &self.0.shared().store;
        let added = store.read("list an import", |conn| undoing::added_by(conn, import))?;
        let matcher = self.0.shared().matcher();
        let changes = store.write("undo an import", |tx| {
            let changes = moving::start(tx, &matcher, &added, Some(now_ms()))?;
            let tagged = tag_table::count_import(tx, import)? as usize;
            let (action, many) = match added.articles.len() + added.versions.len() {
                0 if tagged == 0 => (UndoAction::IgnoreProblem, added.problems.len()),
                0 => (UndoAction::TakeImportTags, tagged),
                many => (UndoAction::DeleteArticle, many),
            };
            let inverse = Inverse::RestoreAdded(added);
            undoing::push(tx, action, Subject::Many(many), &inverse)?;
            Ok(changes)
        })?;
        for change in changes {
            self.0.changed(change);
        }
        self.0.finish_moving()?;
        self.0.finish_reversing()
    }

    /// A stretch of what became of the things of an import, of all or of one kind, newest
    /// first; `limit` is cut at 500.
    pub fn items(
        &self,
        import: ImportId,
        outcome: Option<OutcomeKind>,
        offset: u32,
        limit: u32,
    ) -> Result<ImportItemPage> {
        let store = &self.0.shared().store;
        store.read("list an import", |conn| {
            let mut page = import_table::items(conn, import, outcome, offset, limit.min(MAX_ROWS))?;
            pickable::look(conn, &mut page.rows)?;
            Ok(page)
        })
    }

    /// The newest imports with their counts.
    pub fn recent(&self) -> Result<Vec<ImportProgress>> {
        let store = &self.0.shared().store;
        store.read("list imports", |conn| import_table::recent(conn, 20))
    }

    /// Problems that nobody has dealt with.
    pub fn problems(&self) -> Result<Vec<ImportItem>> {
        let store = &self.0.shared().store;
        store.read("list import problems", |conn| {
            let mut problems = import_table::problems(conn)?;
            pickable::look(conn, &mut problems)?;
            Ok(problems)
        })
    }

    /// Marks a problem as dealt with: a person leaves it as it is. Can be taken back.
    pub fn resolve(&self, item: ImportItemId) -> Result<()> {
        self.resolve_all(&[item])
    }

    /// As [`Imports::resolve`], for several in one step.
    pub fn resolve_all(&self, items: &[ImportItemId]) -> Result<()> {
        let store = &self.0.shared().store;
        // Looked up before: nobody who writes waits for a long list.
        let (open, first) = store.read("look at problems", |conn| {
            let (mut open, mut first, mut seen) = (Vec::new(), None, HashSet::new());
            for item in items.iter().filter(|item| seen.insert(**item)) {
                let (known, _) = import_table::item(conn, *item)?;
                if !known.resolved {
                    open.push(*item);
                    first.get_or_insert(known.name);
                }
            }
            Ok((open, first))
        })?;
        if open.is_empty() {
            return Ok(());
        }
        let changes = store.write("close problems", |tx| {
            let subject = match (open.len(), first) {
                (1, Some(name)) => Subject::from(name),
                (many, _) => Subject::Many(many),
            };
            let changes = undoing::start(tx, undoing::Work::problems(&open, true))?;
            let inverse = Inverse::SetProblems {
                items: open,
                resolved: false,
            };
            undoing::push(tx, UndoAction::IgnoreProblem, subject, &inverse)?;
            Ok(changes)
        })?;
        for change in changes {
            self.0.changed(change);
        }
        self.0.finish_reversing()
    }

    /// Closes a problem that solved itself, which is no step.
    fn close(&self, item: ImportItemId) -> Result<()> {
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

/// Where articles stand on the pages of outlets, as it is remembered now.
pub(super) fn outlet_picks(shared: &Shared) -> Result<OutletPicks> {
    let picks = shared
        .store
        .read("read what was picked", store::pick_table::all)?;
    Ok(OutletPicks::new(picks))
}

/// Ends what a crash cut off: what is kept of it can be taken back like any other import.
pub(super) fn close_interrupted(conn: &Connection) -> Result<()> {
    for import in import_table::close_interrupted(conn)? {
        keep_step(conn, &import)?;
        stray_originals::expect(conn)?;
    }
    Ok(())
}

fn keep_step(conn: &Connection, progress: &ImportProgress) -> Result<()> {
    let articles = progress.imported + progress.wire_copies + progress.kept_with_problems;
    let added = articles + progress.new_versions;
    let import = progress.import;
    let step = [
        (UndoAction::Import, added),
        // Of what was there it may have tagged some.
        (UndoAction::ImportTags, progress.tagged),
        (UndoAction::ImportProblems, progress.open_problems),
    ];
    if let Some((action, many)) = step.into_iter().find(|(_, many)| *many > 0) {
        let inverse = Inverse::UndoImport { import };
        undoing::push(conn, action, Subject::Many(many as usize), &inverse)?;
    }
    Ok(())
}

/// The folder's or the only file's name.
fn label_of(sources: &[ImportSource]) -> Option<String> {
    match sources {
        [ImportSource::Path { path }] => path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned()),
        [ImportSource::Link { url }] => Some(url.clone()),
        _ => None,
    }
}

fn count(progress: &mut ImportProgress, items: Vec<ImportItem>) {
    for item in &items {
        progress.done += 1;
        let attention = item.outcome == OutcomeKind::NeedsAttention;
        progress.kept_with_problems += u32::from(attention && item.article.is_some());
        *match item.outcome {
            OutcomeKind::Imported => &mut progress.imported,
            OutcomeKind::WireCopy => &mut progress.wire_copies,
            OutcomeKind::NewVersion => &mut progress.new_versions,
            OutcomeKind::Duplicate => &mut progress.duplicates,
            OutcomeKind::NeedsAttention => &mut progress.needs_attention,
            OutcomeKind::NotImported => &mut progress.not_imported,
        } += 1;
    }
    progress.items = items;
}
