//! What the window is told without asking.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use dragoman_core::domain::{Change, ImportProgress};
use serde::Serialize;
use tauri::{AppHandle, Emitter};
use tokio::sync::mpsc;

use crate::error::WireError;

pub const CHANGE: &str = "change";
pub const IMPORT_PROGRESS: &str = "import_progress";
/// How far reading all originals again is: a `RereadReport`.
pub const REREAD_PROGRESS: &str = "reread_progress";
/// How far the tagging of all results is: a `TagReport`.
pub const TAG_PROGRESS: &str = "tag_progress";
/// How far the adding of all results to a dossier is: a `DossierReport`.
pub const DOSSIER_PROGRESS: &str = "dossier_progress";
/// How far what is done to many articles is: a `ManyArticlesReport`.
pub const ARTICLES_PROGRESS: &str = "articles_progress";
/// How far an import of entities is.
pub const LIST_PROGRESS: &str = "list_progress";
/// The text of a list of entities that was dropped on the dialog for it.
pub const LIST_DROPPED: &str = "list_dropped";
/// How far emptying the trash is: a `TrashProgress`.
pub const TRASH_PROGRESS: &str = "trash_progress";
pub const DRAG: &str = "drag";
/// Pictures were let go, and where: the page says whether a note takes them.
pub const DROPPED_PICTURES: &str = "dropped_pictures";
pub const MENU: &str = "menu";
pub const NOTEBOOK_OPENED: &str = "notebook_opened";
/// Opening failed, or a part of the program broke: a [`WireError`].
pub const PROBLEM: &str = "problem";
/// The window, or the notebook in it, is about to close: what is not saved yet
/// must be saved now.
pub const CLOSING: &str = "closing";

/// The window is asked to close while an import runs.
pub const CLOSE_ASKED: &str = "close_asked";

/// How often the window hears of changes, at most.
const CHANGES_EVERY: Duration = Duration::from_millis(50);
/// How often the window hears how far an import is, at most.
const PROGRESS_EVERY: Duration = Duration::from_millis(50);
/// How often the window hears of work that tells of each step, at most.
const TOLD_EVERY: Duration = Duration::from_millis(100);

/// Things being dragged over the window, or just let go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Drag {
    pub state: DragState,
    pub files: usize,
    pub folders: usize,
    pub links: usize,
    /// All are pictures that a note can take.
    pub pictures: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum DragState {
    Enter,
    Leave,
    Drop,
}

/// Tells the window; a window that is gone needs no telling.
pub fn tell<P: Serialize + Clone>(app: &AppHandle, event: &str, payload: P) {
    if let Err(error) = app.emit(event, payload) {
        tracing::debug!(event, %error, "the window could not be told");
    }
}

/// Tells the window of work that is heard of at every step, now and then.
pub fn teller_at_times<P: Serialize + Clone>(app: AppHandle, event: &str) -> impl FnMut(P) {
    let mut told: Option<Instant> = None;
    move |payload| {
        if told.is_none_or(|at| at.elapsed() >= TOLD_EVERY) {
            told = Some(Instant::now());
            tell(&app, event, payload);
        }
    }
}

/// Tells the window of something that went wrong outside a command.
pub fn tell_problem(app: &AppHandle, problem: WireError) {
    tell(app, PROBLEM, problem);
}

/// A way to send changes to the window that gathers those that come close together.
pub fn change_sender(app: &AppHandle) -> mpsc::UnboundedSender<Change> {
    let app = app.clone();
    gather(CHANGES_EVERY, merge_change, move |change| {
        tell(&app, CHANGE, change);
    })
}

/// A way to send one import's progress that gathers what comes close together;
/// no finished item is lost on the way.
pub fn progress_sender(app: &AppHandle) -> mpsc::UnboundedSender<ImportProgress> {
    let app = app.clone();
    gather(PROGRESS_EVERY, merge_progress, move |progress| {
        tell(&app, IMPORT_PROGRESS, progress);
    })
}

/// Passes on what is sent, at most once in `every`: the first at once, what
/// comes meanwhile merged, and always the last. Ends when the sender is dropped.
fn gather<T: Send + 'static>(
    every: Duration,
    merge: fn(&mut Vec<T>, T),
    pass_on: impl Fn(T) + Send + 'static,
) -> mpsc::UnboundedSender<T> {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    tauri::async_runtime::spawn(async move {
        while let Some(first) = receiver.recv().await {
            let mut gathered = vec![first];
            while let Ok(next) = receiver.try_recv() {
                merge(&mut gathered, next);
            }
            gathered.into_iter().for_each(&pass_on);
            tokio::time::sleep(every).await;
        }
    });
    sender
}

/// Adds a change to those gathered: ids of the same noun in one change.
pub fn merge_change(gathered: &mut Vec<Change>, next: Change) {
    for known in gathered.iter_mut() {
        let merged = match (known, &next) {
            (Change::Articles { ids }, Change::Articles { ids: more }) => union(ids, more),
            (Change::Entities { ids }, Change::Entities { ids: more }) => union(ids, more),
            (Change::Notes { ids }, Change::Notes { ids: more }) => union(ids, more),
            (Change::Imports { ids }, Change::Imports { ids: more }) => union(ids, more),
            (Change::Dossiers { ids }, Change::Dossiers { ids: more }) => union(ids, more),
            (Change::Clippings { ids }, Change::Clippings { ids: more }) => union(ids, more),
            (Change::Index, Change::Index)
            | (Change::Searches, Change::Searches)
            | (Change::Proposals, Change::Proposals) => true,
            _ => false,
        };
        if merged {
            return;
        }
    }
    gathered.push(next);
}

/// No ids at all means "any of them", and stays so.
fn union<Id: Copy + Ord>(ids: &mut Vec<Id>, more: &[Id]) -> bool {
    if ids.is_empty() || more.is_empty() {
        ids.clear();
    } else {
        let known: BTreeSet<Id> = ids.iter().copied().collect();
        ids.extend(more.iter().filter(|id| !known.contains(id)));
    }
    true
}

/// Adds a report to those gathered: the newest numbers with the items of all.
pub fn merge_progress(gathered: &mut Vec<ImportProgress>, next: ImportProgress) {
    match gathered.last_mut() {
        Some(last) if last.import == next.import => {
            let mut items = std::mem::take(&mut last.items);
            items.extend(next.items.iter().cloned());
            *last = ImportProgress { items, ..next };
        }
        _ => gathered.push(next),
    }
}
