//! What is done to many articles of a list at once.

use dragoman_core::domain::{
    ArticleId, ArticleQuery, ChosenArticles, ManyArticlesAction, ManyArticlesReport,
};
use tauri::{AppHandle, State};

use crate::changing;
use crate::error::Answer;
use crate::shell::Shell;

/// The row of a list in which an article stands.
#[tauri::command]
pub async fn articles_row_of(
    shell: State<'_, Shell>,
    query: ArticleQuery,
    id: ArticleId,
) -> Answer<Option<u32>> {
    shell
        .ask(move |notebook| notebook.articles().row_of(&query, id))
        .await
}

/// The articles of a stretch of a list, which may be all of it.
#[tauri::command]
pub async fn articles_ids(
    shell: State<'_, Shell>,
    query: ArticleQuery,
    offset: u32,
    limit: u32,
) -> Answer<Vec<ArticleId>> {
    shell
        .ask(move |notebook| notebook.articles().ids(&query, offset, limit))
        .await
}

#[tauri::command]
pub async fn articles_do(
    app: AppHandle,
    chosen: ChosenArticles,
    action: ManyArticlesAction,
) -> Answer<ManyArticlesReport> {
    changing::change(&app, chosen, action).await
}

#[tauri::command]
pub async fn articles_cancel(shell: State<'_, Shell>) -> Answer<()> {
    // One that has ended meanwhile needs no cancelling.
    shell.jobs.changing.cancel();
    Ok(())
}
