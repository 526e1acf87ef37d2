//! A person's own tags on articles.

use dragoman_core::domain::{ArticleId, SearchQuery, Tag, TagReport};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::shell::Shell;
use crate::tagging;

#[tauri::command]
pub async fn tag_list(shell: State<'_, Shell>) -> Answer<Vec<Tag>> {
    shell.ask(|notebook| notebook.tags().list()).await
}

#[tauri::command]
pub async fn tag_add(shell: State<'_, Shell>, ids: Vec<ArticleId>, tag: String) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.tags().add(&ids, &tag))
        .await
}

#[tauri::command]
pub async fn tag_remove(shell: State<'_, Shell>, ids: Vec<ArticleId>, tag: String) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.tags().remove(&ids, &tag))
        .await
}

/// Writes a tag and its parts otherwise in all articles; two of one name become one.
/// Says how many articles have it.
#[tauri::command]
pub async fn tag_rename(shell: State<'_, Shell>, tag: String, to: String) -> Answer<u32> {
    shell
        .ask(move |notebook| notebook.tags().rename(&tag, &to))
        .await
}

/// Takes a tag and its parts from all articles; says from how many.
#[tauri::command]
pub async fn tag_delete(shell: State<'_, Shell>, tag: String) -> Answer<u32> {
    shell
        .ask(move |notebook| notebook.tags().delete(&tag))
        .await
}

/// Gives all articles that a search finds a tag.
#[tauri::command]
pub async fn tag_results(app: AppHandle, query: SearchQuery, tag: String) -> Answer<TagReport> {
    tagging::results(&app, query, tag).await
}

#[tauri::command]
pub async fn tag_results_cancel(shell: State<'_, Shell>) -> Answer<()> {
    // One that has ended meanwhile needs no cancelling.
    shell.jobs.tagging.cancel();
    Ok(())
}
