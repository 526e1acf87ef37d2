//! Searches that are kept, and what was searched for last.

use dragoman_core::domain::{SavedSearch, SavedSearchId, SearchHistory, SearchNews, SearchQuery};
use tauri::State;

use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn saved_search_list(shell: State<'_, Shell>) -> Answer<Vec<SavedSearch>> {
    shell.ask(|notebook| notebook.searches().list()).await
}

#[tauri::command]
pub async fn saved_search_save(
    shell: State<'_, Shell>,
    name: String,
    query: SearchQuery,
) -> Answer<SavedSearch> {
    shell
        .ask(move |notebook| notebook.searches().save(&name, &query))
        .await
}

#[tauri::command]
pub async fn saved_search_rename(
    shell: State<'_, Shell>,
    id: SavedSearchId,
    name: String,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.searches().rename(id, &name))
        .await
}

#[tauri::command]
pub async fn saved_search_delete(shell: State<'_, Shell>, id: SavedSearchId) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.searches().delete(id))
        .await
}

/// Puts a search at a place in the list, from 0.
#[tauri::command]
pub async fn saved_search_move(
    shell: State<'_, Shell>,
    id: SavedSearchId,
    place: usize,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.searches().move_to(id, place))
        .await
}

#[tauri::command]
pub async fn saved_search_mark_seen(shell: State<'_, Shell>, id: SavedSearchId) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.searches().mark_seen(id))
        .await
}

#[tauri::command]
pub async fn saved_search_news(shell: State<'_, Shell>) -> Answer<Vec<SearchNews>> {
    shell.ask(|notebook| notebook.searches().news()).await
}

#[tauri::command]
pub async fn search_history(shell: State<'_, Shell>) -> Answer<SearchHistory> {
    shell.ask(|notebook| notebook.searches().history()).await
}

#[tauri::command]
pub async fn search_remember(shell: State<'_, Shell>, text: String) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.searches().remember(&text))
        .await
}

#[tauri::command]
pub async fn search_history_clear(shell: State<'_, Shell>) -> Answer<()> {
    shell
        .ask(|notebook| notebook.searches().clear_history())
        .await
}

/// Keeps a history from now on, or none.
#[tauri::command]
pub async fn search_history_keep(shell: State<'_, Shell>, kept: bool) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.searches().keep_history(kept))
        .await
}
