//! Imports from the window: pasted and dragged content, links, dialogs, the tray.

use std::path::PathBuf;

use dragoman_core::ErrorCode;
use dragoman_core::domain::{
    ImportDoor, ImportId, ImportItem, ImportItemId, ImportItemPage, ImportProgress, ImportSource,
    OriginalView, OutcomeKind, WatchedFolder,
};
use tauri::{AppHandle, State};

use crate::dialogs::{self, Ask};
use crate::error::{Answer, WireError};
use crate::imports;
use crate::shell::Shell;

/// The window may give content and links; paths come only from the person's own
/// hand, through a drop or a dialog, which the page cannot imitate.
#[tauri::command]
pub async fn import_start(
    app: AppHandle,
    sources: Vec<ImportSource>,
    door: ImportDoor,
) -> Answer<ImportId> {
    if sources
        .iter()
        .any(|source| matches!(source, ImportSource::Path { .. }))
    {
        return Err(WireError::new(ErrorCode::InvalidInput, "path"));
    }
    imports::start(&app, sources, door).await
}

#[tauri::command]
pub async fn import_choose(app: AppHandle) -> Answer<Option<ImportId>> {
    import_chosen(&app, dialogs::ask(&app, Ask::Files).await).await
}

#[tauri::command]
pub async fn import_choose_folder(app: AppHandle) -> Answer<Option<ImportId>> {
    import_chosen(&app, dialogs::ask(&app, Ask::Folder).await).await
}

async fn import_chosen(app: &AppHandle, paths: Vec<PathBuf>) -> Answer<Option<ImportId>> {
    if paths.is_empty() {
        return Ok(None);
    }
    let sources = paths
        .into_iter()
        .map(|path| ImportSource::Path { path })
        .collect();
    imports::start(app, sources, ImportDoor::Chosen)
        .await
        .map(Some)
}

#[tauri::command]
pub async fn import_cancel(shell: State<'_, Shell>, id: ImportId) -> Answer<()> {
    // One that has ended meanwhile needs no cancelling.
    shell.cancel_import(id);
    Ok(())
}

#[tauri::command]
pub async fn import_undo(shell: State<'_, Shell>, id: ImportId) -> Answer<()> {
    shell.ask(move |notebook| notebook.imports().undo(id)).await
}

#[tauri::command]
pub async fn import_items(
    shell: State<'_, Shell>,
    id: ImportId,
    outcome: Option<OutcomeKind>,
    offset: u32,
    limit: u32,
) -> Answer<ImportItemPage> {
    shell
        .ask(move |notebook| notebook.imports().items(id, outcome, offset, limit))
        .await
}

#[tauri::command]
pub async fn import_recent(shell: State<'_, Shell>) -> Answer<Vec<ImportProgress>> {
    shell.ask(|notebook| notebook.imports().recent()).await
}

#[tauri::command]
pub async fn import_problems(shell: State<'_, Shell>) -> Answer<Vec<ImportItem>> {
    shell.ask(|notebook| notebook.imports().problems()).await
}

#[tauri::command]
pub async fn import_original(shell: State<'_, Shell>, id: ImportItemId) -> Answer<OriginalView> {
    shell
        .ask(move |notebook| notebook.imports().original(id))
        .await
}

#[tauri::command]
pub async fn import_resolve(shell: State<'_, Shell>, ids: Vec<ImportItemId>) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.imports().resolve_all(&ids))
        .await
}

/// Fetches links that were saved without a connection.
#[tauri::command]
pub async fn import_fetch_saved(app: AppHandle, ids: Vec<ImportItemId>) -> Answer<ImportId> {
    imports::fetch_saved(&app, ids).await
}

#[tauri::command]
pub async fn import_watched(shell: State<'_, Shell>) -> Answer<Vec<WatchedFolder>> {
    shell.ask(|notebook| notebook.watching().folders()).await
}

/// Watches a folder that the person chooses in the system's dialog; the window names none.
#[tauri::command]
pub async fn import_watch_choose(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Answer<Vec<WatchedFolder>> {
    let chosen = dialogs::ask(&app, Ask::Watched).await;
    shell
        .ask(move |notebook| {
            for folder in &chosen {
                notebook.watching().add(folder)?;
            }
            notebook.watching().folders()
        })
        .await
}

#[tauri::command]
pub async fn import_unwatch(shell: State<'_, Shell>, path: String) -> Answer<Vec<WatchedFolder>> {
    shell
        .ask(move |notebook| {
            notebook.watching().remove(&path)?;
            notebook.watching().folders()
        })
        .await
}
