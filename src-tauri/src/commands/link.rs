//! Links: from notes by name, and out to the browser.

use dragoman_core::domain::LinkCandidate;
use tauri::State;

use crate::error::Answer;
use crate::links;
use crate::shell::{Shell, off_thread};

#[tauri::command]
pub async fn link_complete(
    shell: State<'_, Shell>,
    text: String,
    limit: u32,
) -> Answer<Vec<LinkCandidate>> {
    shell
        .ask(move |notebook| notebook.notes().complete_link(&text, limit))
        .await
}

#[tauri::command]
pub async fn link_named(shell: State<'_, Shell>, title: String) -> Answer<Vec<LinkCandidate>> {
    shell
        .ask(move |notebook| notebook.notes().named(&title))
        .await
}

#[tauri::command]
pub async fn link_open(url: String) -> Answer<()> {
    off_thread(move || links::open_in_browser(&url)).await
}
