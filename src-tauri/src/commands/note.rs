//! Notes, and what links to what.

use dragoman_core::domain::{
    BacklinkPage, BacklinkPlace, LinkTarget, Note, NoteDiff, NoteEdits, NoteId, NotePage,
    NoteQuery, NoteSaved, NoteState, NoteVersion,
};
use tauri::State;

use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn note_list(
    shell: State<'_, Shell>,
    query: NoteQuery,
    offset: u32,
    limit: u32,
) -> Answer<NotePage> {
    shell
        .ask(move |notebook| notebook.notes().list(&query, offset, limit))
        .await
}

#[tauri::command]
pub async fn note_get(shell: State<'_, Shell>, id: NoteId) -> Answer<Note> {
    shell.ask(move |notebook| notebook.notes().get(id)).await
}

#[tauri::command]
pub async fn note_create(shell: State<'_, Shell>, title: String, body: String) -> Answer<Note> {
    shell
        .ask(move |notebook| notebook.notes().create(&title, &body))
        .await
}

#[tauri::command]
pub async fn note_save(
    shell: State<'_, Shell>,
    id: NoteId,
    revision: u32,
    title: String,
    body: String,
) -> Answer<NoteSaved> {
    shell
        .ask(move |notebook| notebook.notes().save(id, revision, &title, &body))
        .await
}

#[tauri::command]
pub async fn note_edit(
    shell: State<'_, Shell>,
    id: NoteId,
    revision: u32,
    title: String,
    edits: NoteEdits,
) -> Answer<NoteSaved> {
    shell
        .ask(move |notebook| notebook.notes().edit(id, revision, &title, &edits))
        .await
}

#[tauri::command]
pub async fn note_state(shell: State<'_, Shell>, id: NoteId) -> Answer<NoteState> {
    shell.ask(move |notebook| notebook.notes().state(id)).await
}

#[tauri::command]
pub async fn note_delete(shell: State<'_, Shell>, id: NoteId) -> Answer<()> {
    shell.ask(move |notebook| notebook.notes().delete(id)).await
}

#[tauri::command]
pub async fn note_restore(shell: State<'_, Shell>, id: NoteId) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.notes().restore(id))
        .await
}

#[tauri::command]
pub async fn note_backlinks(
    shell: State<'_, Shell>,
    target: LinkTarget,
    after: Option<BacklinkPlace>,
    limit: u32,
) -> Answer<BacklinkPage> {
    shell
        .ask(move |notebook| notebook.notes().backlinks(target, after, limit))
        .await
}

#[tauri::command]
pub async fn note_versions(shell: State<'_, Shell>, id: NoteId) -> Answer<Vec<NoteVersion>> {
    shell
        .ask(move |notebook| notebook.notes().versions(id))
        .await
}

#[tauri::command]
pub async fn note_diff(
    shell: State<'_, Shell>,
    id: NoteId,
    from: u32,
    to: Option<u32>,
) -> Answer<NoteDiff> {
    shell
        .ask(move |notebook| notebook.notes().diff_versions(id, from, to))
        .await
}

#[tauri::command]
pub async fn note_restore_version(
    shell: State<'_, Shell>,
    id: NoteId,
    version: u32,
) -> Answer<Note> {
    shell
        .ask(move |notebook| notebook.notes().restore_version(id, version))
        .await
}
