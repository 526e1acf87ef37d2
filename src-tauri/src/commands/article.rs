//! Articles: lists, one to read, its fields and its text.

use dragoman_core::domain::{
    Article, ArticleId, ArticlePage, ArticleQuery, ArticleVersion, Field, OriginalView,
    ReadingPlace, RereadReport, TextCorrection, TextDiff,
};
use dragoman_core::{CancelToken, Rereading};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::rereading;
use crate::shell::Shell;

#[tauri::command]
pub async fn article_list(
    shell: State<'_, Shell>,
    query: ArticleQuery,
    offset: u32,
    limit: u32,
) -> Answer<ArticlePage> {
    shell
        .ask(move |notebook| notebook.articles().list(&query, offset, limit))
        .await
}

#[tauri::command]
pub async fn article_get(shell: State<'_, Shell>, id: ArticleId) -> Answer<Article> {
    shell.ask(move |notebook| notebook.articles().get(id)).await
}

#[tauri::command]
pub async fn article_original(shell: State<'_, Shell>, id: ArticleId) -> Answer<OriginalView> {
    shell
        .ask(move |notebook| notebook.articles().original(id))
        .await
}

#[tauri::command]
pub async fn article_edit_field(
    shell: State<'_, Shell>,
    id: ArticleId,
    field: Field,
    value: Option<String>,
    zone: Option<String>,
) -> Answer<Article> {
    shell
        .ask(move |notebook| notebook.articles().edit_field(id, field, value, zone))
        .await
}

#[tauri::command]
pub async fn article_restore_piece(
    shell: State<'_, Shell>,
    id: ArticleId,
    line: u32,
) -> Answer<Article> {
    shell
        .ask(move |notebook| notebook.articles().restore_piece(id, line))
        .await
}

#[tauri::command]
pub async fn article_remove_piece(
    shell: State<'_, Shell>,
    id: ArticleId,
    line: u32,
) -> Answer<Article> {
    shell
        .ask(move |notebook| notebook.articles().remove_piece(id, line))
        .await
}

/// Keeps where a person is in an article; nothing at its beginning.
#[tauri::command]
pub async fn article_keep_place(
    shell: State<'_, Shell>,
    id: ArticleId,
    place: Option<ReadingPlace>,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.articles().keep_place(id, place))
        .await
}

/// Sets a paragraph right, adds or removes one, in the text that the person saw.
#[tauri::command]
pub async fn article_correct(
    shell: State<'_, Shell>,
    id: ArticleId,
    text_version: u32,
    correction: TextCorrection,
) -> Answer<Article> {
    shell
        .ask(move |notebook| notebook.articles().correct(id, text_version, &correction))
        .await
}

/// Shows the text as it was read, or as a person left it.
#[tauri::command]
pub async fn article_use_text(
    shell: State<'_, Shell>,
    id: ArticleId,
    version: u32,
) -> Answer<Article> {
    shell
        .ask(move |notebook| notebook.articles().use_text(id, version))
        .await
}

#[tauri::command]
pub async fn article_mark_read(
    shell: State<'_, Shell>,
    ids: Vec<ArticleId>,
    read: bool,
    by_hand: bool,
) -> Answer<()> {
    shell
        .ask(move |notebook| {
            let articles = notebook.articles();
            match by_hand {
                true => articles.mark_read_by_hand(&ids, read),
                false => articles.mark_read(&ids, read),
            }
        })
        .await
}

#[tauri::command]
pub async fn article_delete(shell: State<'_, Shell>, ids: Vec<ArticleId>) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.articles().delete(&ids))
        .await
}

#[tauri::command]
pub async fn article_restore(shell: State<'_, Shell>, ids: Vec<ArticleId>) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.articles().restore(&ids))
        .await
}

#[tauri::command]
pub async fn article_versions(
    shell: State<'_, Shell>,
    id: ArticleId,
) -> Answer<Vec<ArticleVersion>> {
    shell
        .ask(move |notebook| notebook.articles().versions(id))
        .await
}

#[tauri::command]
pub async fn article_diff(
    shell: State<'_, Shell>,
    id: ArticleId,
    from: u32,
    to: u32,
) -> Answer<TextDiff> {
    shell
        .ask(move |notebook| notebook.articles().diff(id, from, to))
        .await
}

#[tauri::command]
pub async fn article_version_original(
    shell: State<'_, Shell>,
    id: ArticleId,
    version: u32,
) -> Answer<OriginalView> {
    shell
        .ask(move |notebook| notebook.articles().version_original(id, version))
        .await
}

/// Reads the originals of these articles again, in this encoding or as they are found.
#[tauri::command]
pub async fn article_reread(
    shell: State<'_, Shell>,
    ids: Vec<ArticleId>,
    encoding: Option<String>,
) -> Answer<RereadReport> {
    shell
        .ask(move |notebook| {
            let cancel = CancelToken::new();
            let how = encoding
                .as_deref()
                .map_or(Rereading::AsFound, Rereading::In);
            notebook.articles().reread(&ids, how, &cancel, &mut |_| {})
        })
        .await
}

/// Reads the originals of all articles again.
#[tauri::command]
pub async fn article_reread_all(app: AppHandle) -> Answer<RereadReport> {
    rereading::all(&app).await
}

#[tauri::command]
pub async fn article_reread_cancel(shell: State<'_, Shell>) -> Answer<()> {
    // One that has ended meanwhile needs no cancelling.
    shell.jobs.rereading.cancel();
    Ok(())
}
