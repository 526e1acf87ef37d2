//! The notebook as a whole: which one is open, and opening another.

use std::path::{Path, PathBuf};

use dragoman_core::ErrorCode;
use dragoman_core::domain::{IndexHealth, IndexStatus, NotebookCounts, NotebookInfo};
use tauri::{AppHandle, State};

use crate::dialogs::{self, Ask};
use crate::error::{Answer, WireError, name_of};
use crate::opening::{self, Missing};
use crate::remembered;
use crate::shell::{Shell, off_thread};

/// Waits for a notebook that is being opened. An error says why none is open.
#[tauri::command]
pub async fn notebook_current(shell: State<'_, Shell>) -> Answer<Option<NotebookInfo>> {
    shell.ask(|notebook| Ok(Some(notebook.info()))).await
}

/// Opens one of the notebooks that were open before. Any other folder is opened
/// through the dialog: the page may not name places on the disk.
#[tauri::command]
pub async fn notebook_open(
    app: AppHandle,
    shell: State<'_, Shell>,
    path: PathBuf,
) -> Answer<NotebookInfo> {
    let config = shell.config.clone();
    let known = off_thread(move || {
        let known = remembered::notebooks(&config).contains(&path);
        let refusal = WireError::new(ErrorCode::NotFound, name_of(&path));
        known.then_some(path).ok_or(refusal)
    });
    opening::open(&app, known.await?, Missing::Refuse).await
}

#[tauri::command]
pub async fn notebook_choose_open(app: AppHandle) -> Answer<Option<NotebookInfo>> {
    open_chosen(&app, Ask::Notebook, Missing::Refuse).await
}

#[tauri::command]
pub async fn notebook_choose_new(app: AppHandle) -> Answer<Option<NotebookInfo>> {
    open_chosen(&app, Ask::NewNotebook, Missing::Create).await
}

async fn open_chosen(app: &AppHandle, ask: Ask, missing: Missing) -> Answer<Option<NotebookInfo>> {
    match dialogs::ask(app, ask).await.into_iter().next() {
        Some(folder) => opening::open(app, folder, missing).await.map(Some),
        None => Ok(None),
    }
}

/// Notebooks that were open before and are still there, latest first.
#[tauri::command]
pub async fn notebook_recent(shell: State<'_, Shell>) -> Answer<Vec<NotebookInfo>> {
    let config = shell.config.clone();
    off_thread(move || {
        let there = remembered::notebooks(&config)
            .into_iter()
            .filter(|folder| folder.is_dir());
        Ok::<_, WireError>(there.map(|folder| info(&folder)).collect())
    })
    .await
}

fn info(folder: &Path) -> NotebookInfo {
    NotebookInfo {
        name: name_of(folder),
        path: folder.to_string_lossy().into_owned(),
    }
}

#[tauri::command]
pub async fn notebook_counts(shell: State<'_, Shell>) -> Answer<NotebookCounts> {
    shell.ask(|notebook| notebook.counts()).await
}

#[tauri::command]
pub async fn index_status(shell: State<'_, Shell>) -> Answer<IndexStatus> {
    shell.ask(|notebook| notebook.index_status()).await
}

#[tauri::command]
pub async fn index_health(shell: State<'_, Shell>) -> Answer<IndexHealth> {
    shell.ask(|notebook| notebook.index_health()).await
}

/// Makes a new index in the background.
#[tauri::command]
pub async fn index_rebuild(shell: State<'_, Shell>) -> Answer<()> {
    shell
        .ask(|notebook| {
            notebook.rebuild_index();
            Ok(())
        })
        .await
}

/// Closes the window as its own button does.
#[tauri::command]
pub async fn window_close(window: tauri::WebviewWindow) -> Answer<()> {
    window.close().map_err(|error| {
        tracing::error!(%error, "the window could not be asked to close");
        WireError::new(ErrorCode::Internal, "window")
    })
}

/// Opens the system's dialog to print what the page shows on paper.
#[tauri::command]
pub async fn window_print(window: tauri::WebviewWindow) -> Answer<()> {
    window.print().map_err(|error| {
        tracing::error!(%error, "the page could not be printed");
        WireError::new(ErrorCode::Internal, "print")
    })
}

/// The person's answer to `close_asked`: the window stays open.
#[tauri::command]
pub async fn window_stay(shell: State<'_, Shell>) -> Answer<()> {
    shell.stay();
    Ok(())
}

/// The window's answer to `closing`: everything is saved.
#[tauri::command]
pub async fn window_closed_ready(shell: State<'_, Shell>) -> Answer<()> {
    shell.set_saved();
    Ok(())
}
