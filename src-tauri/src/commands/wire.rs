//! Copies of agency texts: their groups, and what a person says of them.

use dragoman_core::domain::{ArticleId, TextDiff, WireGroup, WireGroupId};
use tauri::State;

use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn wire_group(shell: State<'_, Shell>, id: WireGroupId) -> Answer<WireGroup> {
    shell.ask(move |notebook| notebook.wire().group(id)).await
}

#[tauri::command]
pub async fn wire_diff(shell: State<'_, Shell>, article: ArticleId) -> Answer<TextDiff> {
    shell
        .ask(move |notebook| notebook.wire().diff(article))
        .await
}

#[tauri::command]
pub async fn wire_split(shell: State<'_, Shell>, article: ArticleId) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.wire().split(article))
        .await
}

#[tauri::command]
pub async fn wire_merge(
    shell: State<'_, Shell>,
    article: ArticleId,
    with: ArticleId,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.wire().merge(article, with))
        .await
}
