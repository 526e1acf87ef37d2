//! Opening notebooks: the last one at the start, the first one ever, another one.

use std::path::{Path, PathBuf};

use dragoman_core::domain::NotebookInfo;
use dragoman_core::{ErrorCode, Notebook};
use tauri::{AppHandle, Manager, State};

use crate::error::{Answer, WireError, name_of};
use crate::events;
use crate::remembered;
use crate::shell::{Shell, off_thread};
use crate::window;

/// Whether a folder without a notebook gets one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    Refuse,
    Create,
}

/// Opens the notebook named on the command line, else the last one, else a
/// first one in the documents folder. What goes wrong is what the window gets
/// when it asks for the notebook.
pub async fn open_at_start(app: AppHandle, named: Option<PathBuf>) {
    let config = app.state::<Shell>().config.clone();
    let documents = documents_folder(&app);
    let choice = off_thread::<_, WireError, _>(move || {
        let last = remembered::notebooks(&config).into_iter().next();
        Ok(match (named, last) {
            (Some(folder), _) => Some((folder, Missing::Create)),
            (None, Some(folder)) => Some((folder, Missing::Refuse)),
            (None, None) => documents.map(|folder| (first_notebook(&folder), Missing::Create)),
        })
    })
    .await;
    let opened = match choice {
        Ok(Some((folder, missing))) => open(&app, folder, missing).await,
        Ok(None) => Err(WireError::no_notebook()),
        Err(error) => Err(error),
    };
    if let Err(error) = opened {
        app.state::<Shell>().set_failed(error);
    }
}

/// Opens a notebook and shows it; until it is open, the one before stays.
pub async fn open(app: &AppHandle, folder: PathBuf, missing: Missing) -> Answer<NotebookInfo> {
    let shell: State<'_, Shell> = app.state();
    let _one_at_a_time = shell.opening.lock().await;
    let folder = std::path::absolute(&folder)
        .map_err(|_| WireError::new(ErrorCode::InvalidInput, name_of(&folder)))?;
    if let Some(info) = already_shown(&shell, &folder).await? {
        return Ok(info);
    }
    if shell.notebook_now().is_some() {
        window::let_page_save(app).await;
    }
    let changes = events::change_sender(app);
    let config = shell.config.clone();
    let (notebook, info) = off_thread(move || {
        let notebook = open_or_create(&folder, missing)?;
        notebook.subscribe(move |change| {
            // Fails only when the program ends, and then nobody listens.
            drop(changes.send(change.clone()));
        });
        notebook.proposals().start_shipped();
        let info = notebook.info();
        if let Err(error) = remembered::remember_notebook(&config, Path::new(&info.path)) {
            tracing::warn!(%error, "the list of notebooks could not be written");
        }
        dragoman_core::Result::Ok((notebook, info))
    })
    .await?;
    shell.set_notebook(notebook);
    tracing::info!("notebook opened");
    window::set_title(app, &info.name);
    events::tell(app, events::NOTEBOOK_OPENED, info.clone());
    Ok(info)
}

/// The open notebook's name and place, when it is the one in this folder:
/// opening it again would meet its own lock.
async fn already_shown(shell: &Shell, folder: &Path) -> Answer<Option<NotebookInfo>> {
    let Some(notebook) = shell.notebook_now() else {
        return Ok(None);
    };
    let folder = folder.to_owned();
    off_thread::<_, WireError, _>(move || {
        let info = notebook.info();
        let same = match (folder.canonicalize(), Path::new(&info.path).canonicalize()) {
            (Ok(asked), Ok(shown)) => asked == shown,
            _ => folder == Path::new(&info.path),
        };
        Ok(same.then_some(info))
    })
    .await
}

fn open_or_create(folder: &Path, missing: Missing) -> dragoman_core::Result<Notebook> {
    match Notebook::open(folder) {
        Err(error) if missing == Missing::Create && holds_none(error.code()) => {
            Notebook::create(folder)
        }
        opened => opened,
    }
}

fn holds_none(code: ErrorCode) -> bool {
    matches!(code, ErrorCode::NotANotebook | ErrorCode::NotFound)
}

/// Where a person's first notebook goes.
fn first_notebook(documents: &Path) -> PathBuf {
    documents.join("Dragoman").join("Notebook")
}

/// The documents folder; where the system names none, `Documents` at home.
pub fn documents_folder(app: &AppHandle) -> Option<PathBuf> {
    let paths = app.path();
    paths
        .document_dir()
        .or_else(|_| paths.home_dir().map(|home| home.join("Documents")))
        .ok()
}
