//! The trash: what is in it, and emptying it for good.

use dragoman_core::domain::{TrashContents, TrashProgress, Trashed, TrashedPage};
use tauri::{AppHandle, State};

use crate::emptying;
use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn trash_contents(shell: State<'_, Shell>) -> Answer<TrashContents> {
    shell.ask(|notebook| notebook.trash().contents()).await
}

#[tauri::command]
pub async fn trash_things(shell: State<'_, Shell>, offset: u32, limit: u32) -> Answer<TrashedPage> {
    shell
        .ask(move |notebook| notebook.trash().things(offset, limit))
        .await
}

#[tauri::command]
pub async fn trash_restore(shell: State<'_, Shell>, thing: Trashed) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.trash().restore(thing))
        .await
}

/// Removes for good what is in the trash.
#[tauri::command]
pub async fn trash_empty(app: AppHandle) -> Answer<TrashProgress> {
    emptying::empty(&app).await
}

#[tauri::command]
pub async fn trash_cancel(shell: State<'_, Shell>) -> Answer<()> {
    // One that has ended meanwhile needs no cancelling.
    shell.jobs.emptying.cancel();
    Ok(())
}
