//! Search over articles, notes and entities.

use dragoman_core::domain::{SearchQuery, SearchResults};
use tauri::State;

use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn search_run(shell: State<'_, Shell>, query: SearchQuery) -> Answer<SearchResults> {
    shell.ask(move |notebook| notebook.search(&query)).await
}
