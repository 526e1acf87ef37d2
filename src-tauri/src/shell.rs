//! What the shell holds while the window is open: the notebook, and the imports that run.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use dragoman_core::domain::ImportId;
use dragoman_core::{CancelToken, ErrorCode, Notebook};
use tauri::async_runtime;
use tokio::sync::{oneshot, watch};

use crate::error::{Answer, WireError};
use crate::long_job::LongJobs;
use crate::problems;

/// How long imports may take to list what they did not come to, when the program ends.
const CANCELLING: Duration = Duration::from_secs(3);

/// Which notebook the window shows.
#[derive(Clone)]
enum Current {
    /// The first one is being opened; whoever asks waits for it.
    Opening,
    Open(Notebook),
    /// The one that should be open is not, and why.
    Failed(WireError),
    Closed,
}

/// The state behind every command.
pub struct Shell {
    current: watch::Sender<Current>,
    /// One notebook is opened at a time.
    pub(crate) opening: tokio::sync::Mutex<()>,
    /// One dialog is open at a time.
    pub(crate) dialog: tokio::sync::Mutex<()>,
    imports: Mutex<HashMap<ImportId, CancelToken>>,
    pub(crate) jobs: LongJobs,
    /// The window is closing already.
    closing: AtomicBool,
    /// The person was asked whether to close while an import runs.
    asked: AtomicBool,
    /// Who waits until the page has saved what it had to save.
    saved: Mutex<Option<oneshot::Sender<()>>>,
    /// Where small facts are kept between starts.
    pub(crate) config: PathBuf,
}

impl Shell {
    pub fn new(config: PathBuf) -> Self {
        Self {
            current: watch::Sender::new(Current::Opening),
            opening: tokio::sync::Mutex::new(()),
            dialog: tokio::sync::Mutex::new(()),
            imports: Mutex::default(),
            jobs: LongJobs::new(),
            closing: AtomicBool::new(false),
            asked: AtomicBool::new(false),
            saved: Mutex::default(),
            config,
        }
    }

    /// The open notebook; waits while the first one is being opened.
    pub async fn notebook(&self) -> Answer<Notebook> {
        let mut watcher = self.current.subscribe();
        let settled = watcher
            .wait_for(|current| !matches!(current, Current::Opening))
            .await;
        match settled.as_deref() {
            Ok(Current::Open(notebook)) => Ok(notebook.clone()),
            Ok(Current::Failed(error)) => Err(error.clone()),
            _ => Err(WireError::no_notebook()),
        }
    }

    /// The open notebook, if one is open now.
    pub fn notebook_now(&self) -> Option<Notebook> {
        match &*self.current.borrow() {
            Current::Open(notebook) => Some(notebook.clone()),
            _ => None,
        }
    }

    /// Asks the open notebook, off the window's thread.
    pub async fn ask<T, W>(&self, work: W) -> Answer<T>
    where
        T: Send + 'static,
        W: FnOnce(&Notebook) -> dragoman_core::Result<T> + Send + 'static,
    {
        let notebook = self.notebook().await?;
        off_thread(move || work(&notebook)).await
    }

    /// Shows another notebook. The one before is let go off the window's
    /// thread, since closing it finishes what it was writing.
    pub fn set_notebook(&self, notebook: Notebook) {
        self.interrupt_all_imports();
        self.jobs.cancel_all();
        self.replace(Current::Open(notebook));
    }

    /// Says why no notebook is open; an open one stays open.
    pub fn set_failed(&self, error: WireError) {
        if self.notebook_now().is_none() {
            self.replace(Current::Failed(error));
        }
    }

    /// Lets go of the notebook before the process ends. Imports are cancelled
    /// and get time to list what they did not come to; what they finished is
    /// safe in any case.
    pub fn close(&self) {
        self.interrupt_all_imports();
        self.jobs.cancel_all();
        let deadline = Instant::now() + CANCELLING;
        while !self.running_imports().is_empty() && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(10));
        }
        drop(self.current.send_replace(Current::Closed));
    }

    fn replace(&self, current: Current) {
        let before = self.current.send_replace(current);
        drop(async_runtime::spawn_blocking(move || drop(before)));
    }

    /// Whether the person has to be asked first, because an import runs. Who asks to close a
    /// second time has been asked: a page that does not answer can't keep the window open.
    pub fn has_to_ask(&self) -> bool {
        !self.running_imports().is_empty() && !self.asked.swap(true, Ordering::Relaxed)
    }

    /// The window stays open.
    pub fn stay(&self) {
        self.asked.store(false, Ordering::Relaxed);
    }

    /// True the first time: closing twice must not cut the saving short.
    pub fn begin_closing(&self) -> bool {
        !self.closing.swap(true, Ordering::Relaxed)
    }

    /// Resolves when the page says that everything is saved.
    pub fn expect_saved(&self) -> oneshot::Receiver<()> {
        let (sender, receiver) = oneshot::channel();
        *lock(&self.saved) = Some(sender);
        receiver
    }

    /// The page has saved everything.
    pub fn set_saved(&self) {
        if let Some(waiting) = lock(&self.saved).take()
            && waiting.send(()).is_err()
        {
            tracing::warn!("the window saved after nobody waited any more");
        }
    }

    pub fn add_import(&self, import: ImportId, cancel: CancelToken) {
        self.running_imports().insert(import, cancel);
    }

    pub fn remove_import(&self, import: ImportId) {
        self.running_imports().remove(&import);
    }

    /// Asks an import to stop; false when it does not run.
    pub fn cancel_import(&self, import: ImportId) -> bool {
        match self.running_imports().get(&import) {
            Some(cancel) => {
                cancel.cancel();
                true
            }
            None => false,
        }
    }

    fn interrupt_all_imports(&self) {
        for cancel in self.running_imports().values() {
            cancel.interrupt();
        }
    }

    fn running_imports(&self) -> MutexGuard<'_, HashMap<ImportId, CancelToken>> {
        lock(&self.imports)
    }
}

/// What is behind these locks is whole between any two statements that hold them.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Runs `work` on a thread where waiting is allowed; a panic in it is an error.
pub async fn off_thread<T, E, W>(work: W) -> Answer<T>
where
    T: Send + 'static,
    E: Into<WireError>,
    W: FnOnce() -> Result<T, E> + Send + 'static,
{
    match async_runtime::spawn_blocking(move || problems::guard(work)).await {
        Ok(answer) => answer,
        Err(_) => Err(WireError::new(ErrorCode::Internal, "task")),
    }
}
