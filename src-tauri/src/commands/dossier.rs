//! Dossiers and their outlines.

use dragoman_core::domain::{
    DossierId, DossierItemId, DossierPage, DossierReport, DossierRow, InDossier, ItemPlace,
    ItemShift, ItemTarget, NewItem, SearchQuery,
};
use tauri::{AppHandle, State};

use crate::error::Answer;
use crate::shell::Shell;
use crate::tagging;

/// The kept dossiers, or those in the trash.
#[tauri::command]
pub async fn dossier_list(shell: State<'_, Shell>, deleted: bool) -> Answer<Vec<DossierRow>> {
    shell
        .ask(move |notebook| match deleted {
            true => notebook.dossiers().deleted(),
            false => notebook.dossiers().list(),
        })
        .await
}

#[tauri::command]
pub async fn dossier_get(shell: State<'_, Shell>, id: DossierId) -> Answer<DossierRow> {
    shell.ask(move |notebook| notebook.dossiers().get(id)).await
}

#[tauri::command]
pub async fn dossier_complete(
    shell: State<'_, Shell>,
    typed: String,
    limit: u32,
) -> Answer<Vec<DossierRow>> {
    shell
        .ask(move |notebook| notebook.dossiers().complete(&typed, limit))
        .await
}

#[tauri::command]
pub async fn dossier_create(shell: State<'_, Shell>, name: String) -> Answer<DossierRow> {
    shell
        .ask(move |notebook| notebook.dossiers().create(&name))
        .await
}

#[tauri::command]
pub async fn dossier_rename(shell: State<'_, Shell>, id: DossierId, name: String) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.dossiers().rename(id, &name))
        .await
}

#[tauri::command]
pub async fn dossier_delete(shell: State<'_, Shell>, id: DossierId) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.dossiers().delete(id))
        .await
}

#[tauri::command]
pub async fn dossier_restore(shell: State<'_, Shell>, id: DossierId) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.dossiers().restore(id))
        .await
}

/// A stretch of the outline: what is shown, or what has a status.
#[tauri::command]
pub async fn dossier_page(
    shell: State<'_, Shell>,
    id: DossierId,
    status: Option<String>,
    offset: u32,
    limit: u32,
) -> Answer<DossierPage> {
    shell
        .ask(move |notebook| {
            let dossiers = notebook.dossiers();
            dossiers.page(id, status.as_deref(), offset, limit)
        })
        .await
}

/// A stretch of all items, closed away or not.
#[tauri::command]
pub async fn dossier_whole(
    shell: State<'_, Shell>,
    id: DossierId,
    offset: u32,
    limit: u32,
) -> Answer<DossierPage> {
    shell
        .ask(move |notebook| notebook.dossiers().whole(id, offset, limit))
        .await
}

/// Which of the rows that are shown an item is.
#[tauri::command]
pub async fn dossier_row_of(shell: State<'_, Shell>, item: DossierItemId) -> Answer<Option<u32>> {
    shell
        .ask(move |notebook| notebook.dossiers().row_of(item))
        .await
}

/// The dossiers that something is in.
#[tauri::command]
pub async fn dossier_of(shell: State<'_, Shell>, target: ItemTarget) -> Answer<Vec<InDossier>> {
    shell
        .ask(move |notebook| notebook.dossiers().of(target))
        .await
}

#[tauri::command]
pub async fn dossier_add(
    shell: State<'_, Shell>,
    id: DossierId,
    items: Vec<NewItem>,
    place: ItemPlace,
) -> Answer<DossierReport> {
    shell
        .ask(move |notebook| notebook.dossiers().add(id, &items, place))
        .await
}

/// Adds all that a search finds.
#[tauri::command]
pub async fn dossier_add_results(
    app: AppHandle,
    id: DossierId,
    query: SearchQuery,
) -> Answer<DossierReport> {
    tagging::into_dossier(&app, id, query).await
}

#[tauri::command]
pub async fn dossier_move(
    shell: State<'_, Shell>,
    item: DossierItemId,
    place: ItemPlace,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.dossiers().move_item(item, place))
        .await
}

#[tauri::command]
pub async fn dossier_shift(
    shell: State<'_, Shell>,
    item: DossierItemId,
    shift: ItemShift,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.dossiers().shift(item, shift))
        .await
}

#[tauri::command]
pub async fn dossier_remove(shell: State<'_, Shell>, items: Vec<DossierItemId>) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.dossiers().remove_items(&items))
        .await
}

#[tauri::command]
pub async fn dossier_set_status(
    shell: State<'_, Shell>,
    items: Vec<DossierItemId>,
    status: String,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.dossiers().set_status(&items, &status))
        .await
}

#[tauri::command]
pub async fn dossier_set_question(
    shell: State<'_, Shell>,
    item: DossierItemId,
    question: String,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.dossiers().set_question(item, &question))
        .await
}

#[tauri::command]
pub async fn dossier_set_heading(
    shell: State<'_, Shell>,
    item: DossierItemId,
    title: String,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.dossiers().set_heading(item, &title))
        .await
}

/// Hides or shows what stands under an item.
#[tauri::command]
pub async fn dossier_set_closed(
    shell: State<'_, Shell>,
    item: DossierItemId,
    closed: bool,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.dossiers().set_closed(item, closed))
        .await
}

/// The outline as Markdown, for the clipboard.
#[tauri::command]
pub async fn dossier_markdown(shell: State<'_, Shell>, id: DossierId) -> Answer<String> {
    shell
        .ask(move |notebook| notebook.dossiers().markdown(id))
        .await
}
