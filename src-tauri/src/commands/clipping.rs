//! Highlights and quotes.

use dragoman_core::domain::{
    ArticleId, Clipping, ClippingFacts, ClippingId, ClippingPage, ClippingQuery, NewClipping,
    NoteId, ProposedQuote, QuoteListFormat, Span,
};
use tauri::{AppHandle, Manager, State};

use crate::dialogs::{self, Ask};
use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn clipping_propose(
    shell: State<'_, Shell>,
    article: ArticleId,
    span: Span,
) -> Answer<ProposedQuote> {
    shell
        .ask(move |notebook| notebook.clippings().propose(article, span))
        .await
}

#[tauri::command]
pub async fn clipping_clip(
    shell: State<'_, Shell>,
    clipping: NewClipping,
    into: Option<NoteId>,
) -> Answer<Vec<Clipping>> {
    shell
        .ask(move |notebook| notebook.clippings().clip_into(&clipping, into))
        .await
}

#[tauri::command]
pub async fn clipping_change(
    shell: State<'_, Shell>,
    id: ClippingId,
    facts: ClippingFacts,
) -> Answer<Clipping> {
    shell
        .ask(move |notebook| notebook.clippings().change(id, &facts))
        .await
}

#[tauri::command]
pub async fn clipping_delete(shell: State<'_, Shell>, ids: Vec<ClippingId>) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.clippings().delete(&ids))
        .await
}

#[tauri::command]
pub async fn clipping_restore(shell: State<'_, Shell>, ids: Vec<ClippingId>) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.clippings().restore(&ids))
        .await
}

#[tauri::command]
pub async fn clipping_get_some(
    shell: State<'_, Shell>,
    ids: Vec<ClippingId>,
) -> Answer<Vec<Clipping>> {
    shell
        .ask(move |notebook| notebook.clippings().some(&ids))
        .await
}

#[tauri::command]
pub async fn clipping_of_article(
    shell: State<'_, Shell>,
    article: ArticleId,
) -> Answer<Vec<Clipping>> {
    shell
        .ask(move |notebook| notebook.clippings().of_article(article))
        .await
}

#[tauri::command]
pub async fn clipping_list(
    shell: State<'_, Shell>,
    query: ClippingQuery,
    offset: u32,
    limit: u32,
) -> Answer<ClippingPage> {
    shell
        .ask(move |notebook| notebook.clippings().list(&query, offset, limit))
        .await
}

#[tauri::command]
pub async fn clipping_outlets(shell: State<'_, Shell>) -> Answer<Vec<String>> {
    shell.ask(|notebook| notebook.clippings().outlets()).await
}

/// Asks for a file and writes the list to it; nothing when no file was chosen.
#[tauri::command]
pub async fn clipping_export(
    app: AppHandle,
    query: ClippingQuery,
    format: QuoteListFormat,
) -> Answer<Option<u32>> {
    let ask = match format {
        QuoteListFormat::Csv => Ask::QuoteTable,
        QuoteListFormat::Markdown => Ask::QuoteText,
    };
    let Some(path) = dialogs::ask(&app, ask).await.into_iter().next() else {
        return Ok(None);
    };
    let shell = app.state::<Shell>();
    shell
        .ask(move |notebook| notebook.clippings().export_file(&query, format, &path))
        .await
        .map(Some)
}
