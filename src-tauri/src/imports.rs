//! Imports that run while the window is open.

use dragoman_core::domain::{
    ImportDoor, ImportId, ImportItemId, ImportProgress, ImportSource, ImportState,
};
use dragoman_core::{CancelToken, ErrorCode, LastLook, Notebook};
use tauri::{AppHandle, Manager};
use tokio::sync::{mpsc, oneshot};

use crate::error::{Answer, WireError};
use crate::events;
use crate::problems;
use crate::shell::Shell;

/// Starts an import into the open notebook and answers as soon as it has an id;
/// how far it is, the window hears by events.
pub async fn start(
    app: &AppHandle,
    sources: Vec<ImportSource>,
    door: ImportDoor,
) -> Answer<ImportId> {
    in_background(app, move |notebook, cancel, report| {
        notebook.imports().run(sources, door, cancel, report)
    })
    .await
}

/// Fetches links that were saved without a connection, as [`start`] imports.
pub async fn fetch_saved(app: &AppHandle, items: Vec<ImportItemId>) -> Answer<ImportId> {
    in_background(app, move |notebook, cancel, report| {
        notebook.imports().fetch_saved(&items, cancel, report)
    })
    .await
}

/// Imports what is new in the watched folders; returns when that is done.
pub fn import_watched(app: &AppHandle, notebook: &Notebook, last: &mut LastLook) {
    let import = Import::new(app, None);
    import.run(|cancel, report| notebook.watching().import_new(last, cancel, report));
}

async fn in_background(
    app: &AppHandle,
    work: impl FnOnce(
        &Notebook,
        &CancelToken,
        &mut dyn FnMut(ImportProgress),
    ) -> dragoman_core::Result<ImportProgress>
    + Send
    + 'static,
) -> Answer<ImportId> {
    let notebook = app.state::<Shell>().notebook().await?;
    let (started, id) = oneshot::channel();
    let import = Import::new(app, Some(started));
    tauri::async_runtime::spawn_blocking(move || {
        import.run(|cancel, report| work(&notebook, cancel, report).map(Some));
    });
    id.await
        .unwrap_or_else(|_| Err(WireError::new(ErrorCode::Internal, "import")))
}

struct Import {
    app: AppHandle,
    cancel: CancelToken,
    /// Who waits for the id, until it is known.
    started: Option<oneshot::Sender<Answer<ImportId>>>,
    progress: mpsc::UnboundedSender<ImportProgress>,
    last: Option<ImportProgress>,
}

impl Import {
    fn new(app: &AppHandle, started: Option<oneshot::Sender<Answer<ImportId>>>) -> Self {
        Self {
            app: app.clone(),
            cancel: CancelToken::new(),
            started,
            progress: events::progress_sender(app),
            last: None,
        }
    }

    /// Runs `work`, which gives nothing when there was nothing to import.
    fn run(
        mut self,
        work: impl FnOnce(
            &CancelToken,
            &mut dyn FnMut(ImportProgress),
        ) -> dragoman_core::Result<Option<ImportProgress>>,
    ) {
        let cancel = self.cancel.clone();
        let result = problems::guard(|| work(&cancel, &mut |progress| self.report(progress)));
        match result {
            Ok(Some(last)) => self.end(&last),
            Ok(None) => {}
            Err(error) => self.fail(error),
        }
    }

    fn report(&mut self, progress: ImportProgress) {
        if self.last.is_none() {
            let shell = self.app.state::<Shell>();
            shell.add_import(progress.import, self.cancel.clone());
        }
        if let Some(started) = self.started.take() {
            // Fails only when nobody waits any more.
            drop(started.send(Ok(progress.import)));
        }
        self.last = Some(ImportProgress {
            items: Vec::new(),
            ..progress.clone()
        });
        // Fails only when the program ends.
        drop(self.progress.send(progress));
    }

    /// The core has reported the end already.
    fn end(self, last: &ImportProgress) {
        tracing::info!(
            import = %last.import,
            imported = last.imported,
            duplicates = last.duplicates,
            needs_attention = last.needs_attention,
            not_imported = last.not_imported,
            "import ended"
        );
        self.app.state::<Shell>().remove_import(last.import);
    }

    /// The import broke off; what it had finished stays.
    fn fail(mut self, error: WireError) {
        tracing::error!(code = ?error.code, "import broke off");
        match self.last.take() {
            Some(last) => {
                let import = last.import;
                let state = ImportState::Failed;
                self.report(ImportProgress { state, ..last });
                self.app.state::<Shell>().remove_import(import);
                events::tell_problem(&self.app, error);
            }
            // A watched folder is looked at again in a moment: the log is enough.
            None => {
                if let Some(started) = self.started.take() {
                    drop(started.send(Err(error)));
                }
            }
        }
    }
}
