//! Work that takes long, can be cancelled, and runs once at a time.

use std::sync::{Mutex, MutexGuard, PoisonError};

use dragoman_core::{CancelToken, ErrorCode, Notebook};

use crate::error::{Answer, WireError};
use crate::shell::Shell;

/// The kinds of such work; of each, one runs at a time. Imports are not among them: several
/// may run.
pub struct LongJobs {
    /// All originals are being read again.
    pub rereading: LongJob,
    /// All results are being tagged, or added to a dossier.
    pub tagging: LongJob,
    /// A list of entities is being imported.
    pub listing: LongJob,
    /// Something is being done to many articles.
    pub changing: LongJob,
    /// The trash is being emptied.
    pub emptying: LongJob,
}

impl LongJobs {
    pub fn new() -> Self {
        Self {
            rereading: LongJob::new("reread"),
            tagging: LongJob::new("tag"),
            listing: LongJob::new("list"),
            changing: LongJob::new("articles"),
            emptying: LongJob::new("trash"),
        }
    }

    pub fn cancel_all(&self) {
        for job in [
            &self.rereading,
            &self.tagging,
            &self.listing,
            &self.changing,
            &self.emptying,
        ] {
            job.cancel();
        }
    }
}

/// One kind of work, and whether it runs.
pub struct LongJob {
    /// What the window hears to be taken.
    subject: &'static str,
    running: Mutex<Option<CancelToken>>,
}

impl LongJob {
    fn new(subject: &'static str) -> Self {
        Self {
            subject,
            running: Mutex::default(),
        }
    }

    /// Does it in the open notebook; answers when it is done or cancelled. `Conflict` while
    /// it runs already.
    pub async fn run<T, W>(&self, shell: &Shell, work: W) -> Answer<T>
    where
        T: Send + 'static,
        W: FnOnce(&Notebook, &CancelToken) -> dragoman_core::Result<T> + Send + 'static,
    {
        let cancel = self.begin()?;
        let answer = shell.ask(move |notebook| work(notebook, &cancel)).await;
        *self.lock() = None;
        answer
    }

    /// One that has ended meanwhile needs no cancelling.
    pub fn cancel(&self) {
        if let Some(cancel) = self.lock().as_ref() {
            cancel.cancel();
        }
    }

    fn begin(&self) -> Answer<CancelToken> {
        let mut running = self.lock();
        if running.is_some() {
            return Err(WireError::new(ErrorCode::Conflict, self.subject));
        }
        Ok(running.insert(CancelToken::new()).clone())
    }

    /// What is behind it is whole between any two statements that hold it.
    fn lock(&self) -> MutexGuard<'_, Option<CancelToken>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
