//! Settings that belong to a notebook, by key.

use serde_json::Value;
use tauri::State;

use crate::error::Answer;
use crate::remembered;
use crate::shell::Shell;

/// Which colours the window has.
const THEME: &str = "theme";

#[tauri::command]
pub async fn setting_get(shell: State<'_, Shell>, key: String) -> Answer<Option<String>> {
    shell.ask(move |notebook| notebook.setting(&key)).await
}

#[tauri::command]
pub async fn setting_set(shell: State<'_, Shell>, key: String, value: String) -> Answer<()> {
    // The next window is to have these colours before its notebook is open.
    if key == THEME
        && let Ok(colours) = serde_json::from_value(Value::String(value.clone()))
        && let Err(error) = remembered::remember_colours(&shell.config, colours)
    {
        tracing::warn!(%error, "the colours could not be remembered");
    }
    shell
        .ask(move |notebook| notebook.set_setting(&key, &value))
        .await
}
