//! Texts by hand: typed, or pointed at in an original.

use dragoman_core::domain::{
    ArticleId, OriginalOf, OutletPick, PagePicture, PickPreview, Pickable,
};
use tauri::State;

use crate::error::Answer;
use crate::pdf_page;
use crate::shell::{Shell, off_thread};

#[tauri::command]
pub async fn text_type_in(
    shell: State<'_, Shell>,
    of: OriginalOf,
    title: String,
    text: String,
) -> Answer<ArticleId> {
    shell
        .ask(move |notebook| notebook.texts().type_in(of, &title, &text))
        .await
}

#[tauri::command]
pub async fn text_pickable(shell: State<'_, Shell>, of: OriginalOf) -> Answer<Pickable> {
    shell
        .ask(move |notebook| notebook.texts().pickable(of))
        .await
}

/// Draws a page of an original that is a PDF, from 0.
#[tauri::command]
pub async fn text_page(shell: State<'_, Shell>, of: OriginalOf, page: u32) -> Answer<PagePicture> {
    let pdf = shell.ask(move |notebook| notebook.texts().pdf(of)).await?;
    off_thread(move || pdf_page::draw(pdf, page)).await
}

#[tauri::command]
pub async fn text_preview(
    shell: State<'_, Shell>,
    of: OriginalOf,
    original: String,
    blocks: Vec<u32>,
) -> Answer<PickPreview> {
    shell
        .ask(move |notebook| notebook.texts().preview(of, &original, &blocks))
        .await
}

#[tauri::command]
pub async fn text_pick(
    shell: State<'_, Shell>,
    of: OriginalOf,
    original: String,
    blocks: Vec<u32>,
    remember: bool,
) -> Answer<ArticleId> {
    shell
        .ask(move |notebook| notebook.texts().pick(of, &original, &blocks, remember))
        .await
}

#[tauri::command]
pub async fn text_outlet_picks(shell: State<'_, Shell>) -> Answer<Vec<OutletPick>> {
    shell.ask(|notebook| notebook.texts().outlet_picks()).await
}

#[tauri::command]
pub async fn text_forget_pick(shell: State<'_, Shell>, host: String) -> Answer<Vec<OutletPick>> {
    shell
        .ask(move |notebook| {
            notebook.texts().forget_pick(&host)?;
            notebook.texts().outlet_picks()
        })
        .await
}
