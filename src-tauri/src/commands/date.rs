//! Dates as they are typed.

use dragoman_core::domain::PrintedTime;
use tauri::State;

use crate::error::Answer;
use crate::shell::Shell;

/// The day, month or year that was typed, as of the day of the text that it is said of, else
/// of today; nothing when it is none.
#[tauri::command]
pub async fn date_read(
    shell: State<'_, Shell>,
    typed: String,
    seen_from: Option<String>,
) -> Answer<Option<String>> {
    shell
        .ask(move |notebook| Ok(notebook.read_date(&typed, seen_from.as_deref())))
        .await
}

/// The time of an article that was typed, with the time of day and zone that were; nothing
/// when it is none.
#[tauri::command]
pub async fn time_read(shell: State<'_, Shell>, typed: String) -> Answer<Option<PrintedTime>> {
    shell
        .ask(move |notebook| Ok(notebook.read_time(&typed)))
        .await
}
