//! Settings that belong to a notebook, by key.

use tauri::State;

use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn setting_get(shell: State<'_, Shell>, key: String) -> Answer<Option<String>> {
    shell.ask(move |notebook| notebook.setting(&key)).await
}

#[tauri::command]
pub async fn setting_set(shell: State<'_, Shell>, key: String, value: String) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.set_setting(&key, &value))
        .await
}
