//! Taking back what was done, and doing it again.

use dragoman_core::domain::UndoStep;
use tauri::State;

use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn undo_peek(shell: State<'_, Shell>) -> Answer<Option<UndoStep>> {
    shell.ask(move |notebook| notebook.undo_peek()).await
}

#[tauri::command]
pub async fn undo(shell: State<'_, Shell>, step: Option<i64>) -> Answer<Option<UndoStep>> {
    shell.ask(move |notebook| notebook.undo(step)).await
}

#[tauri::command]
pub async fn redo_peek(shell: State<'_, Shell>) -> Answer<Option<UndoStep>> {
    shell.ask(|notebook| notebook.redo_peek()).await
}

#[tauri::command]
pub async fn redo(shell: State<'_, Shell>) -> Answer<Option<UndoStep>> {
    shell.ask(|notebook| notebook.redo()).await
}
