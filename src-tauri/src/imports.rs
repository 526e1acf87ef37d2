//! Imports that run while the window is open.

use dragoman_core::domain::{ImportDoor, ImportId, ImportProgress, ImportSource, ImportState};
use dragoman_core::{CancelToken, ErrorCode, Notebook};
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
    let notebook = app.state::<Shell>().notebook().await?;
    let (started, id) = oneshot::channel();
    let import = Import {
        app: app.clone(),
        cancel: CancelToken::new(),
        started: Some(started),
        progress: events::progress_sender(app),
        last: None,
    };
    tauri::async_runtime::spawn_blocking(move || import.run(&notebook, sources, door));
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
    fn run(mut self, notebook: &Notebook, sources: Vec<ImportSource>, door: ImportDoor) {
        let cancel = self.cancel.clone();
        let result = problems::guard(|| {
            let mut report = |progress| self.report(progress);
            notebook.imports().run(sources, door, &cancel, &mut report)
        });
        match result {
            Ok(last) => self.end(&last),
            Err(error) => self.fail(error),
        }
    }

    fn report(&mut self, progress: ImportProgress) {
        if let Some(started) = self.started.take() {
            let shell = self.app.state::<Shell>();
            shell.add_import(progress.import, self.cancel.clone());
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
            None => {
                if let Some(started) = self.started.take() {
                    drop(started.send(Err(error)));
                }
            }
        }
    }
}
