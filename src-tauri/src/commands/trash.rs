//! The trash: what is in it, and emptying it for good.

use dragoman_core::domain::{TrashContents, TrashProgress};
use tauri::{AppHandle, State};

use crate::emptying;
use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn trash_contents(shell: State<'_, Shell>) -> Answer<TrashContents> {
    shell.ask(|notebook| notebook.trash().contents()).await
}

/// Removes for good what is in the trash.
#[tauri::command]
pub async fn trash_empty(app: AppHandle) -> Answer<TrashProgress> {
    emptying::empty(&app).await
}

#[tauri::command]
pub async fn trash_cancel(shell: State<'_, Shell>) -> Answer<()> {
    // One that has ended meanwhile needs no cancelling.
    shell.cancel_emptying();
    Ok(())
}
