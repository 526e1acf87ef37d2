//! Tags: which words of an article name an entity.

use dragoman_core::domain::{MentionId, TagOutcome, TagRequest};
use tauri::State;

use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn mention_tag(shell: State<'_, Shell>, request: TagRequest) -> Answer<TagOutcome> {
    shell
        .ask(move |notebook| notebook.entities().tag(&request))
        .await
}

#[tauri::command]
pub async fn mention_untag(shell: State<'_, Shell>, ids: Vec<MentionId>) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.entities().untag(&ids))
        .await
}

#[tauri::command]
pub async fn mention_confirm(shell: State<'_, Shell>, ids: Vec<MentionId>) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.entities().confirm(&ids))
        .await
}

#[tauri::command]
pub async fn mention_reject(shell: State<'_, Shell>, ids: Vec<MentionId>) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.entities().reject(&ids))
        .await
}
