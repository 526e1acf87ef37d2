//! What is done with notes beside writing them: joining, linking, templates.

use dragoman_core::domain::{
    Embedded, LinkCandidate, LinkTarget, NewTemplate, Note, NoteId, NoteRow, UnlinkedMention,
};
use tauri::State;

use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn note_merge(shell: State<'_, Shell>, into: NoteId, part: NoteId) -> Answer<Note> {
    shell
        .ask(move |notebook| notebook.notes().merge(into, part))
        .await
}

/// `start..end` in Unicode scalar values of the body.
#[tauri::command]
pub async fn note_split_off(
    shell: State<'_, Shell>,
    id: NoteId,
    revision: u32,
    start: u32,
    end: u32,
    title: String,
) -> Answer<Note> {
    shell
        .ask(move |notebook| {
            notebook
                .notes()
                .split_off(id, revision, (start, end), &title)
        })
        .await
}

#[tauri::command]
pub async fn note_mentions(
    shell: State<'_, Shell>,
    target: LinkTarget,
) -> Answer<Vec<UnlinkedMention>> {
    shell
        .ask(move |notebook| notebook.notes().unlinked_mentions(target))
        .await
}

#[tauri::command]
pub async fn note_link_mention(
    shell: State<'_, Shell>,
    target: LinkTarget,
    note: NoteId,
    start: u32,
    end: u32,
    words: String,
) -> Answer<()> {
    shell
        .ask(move |notebook| {
            notebook
                .notes()
                .link_mention(target, note, (start, end), &words)
        })
        .await
}

#[tauri::command]
pub async fn note_append_link(
    shell: State<'_, Shell>,
    note: NoteId,
    target: LinkTarget,
    words: String,
) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.notes().append_link(note, target, &words))
        .await
}

#[tauri::command]
pub async fn note_embedded(
    shell: State<'_, Shell>,
    target: LinkTarget,
    anchor: String,
) -> Answer<Embedded> {
    shell
        .ask(move |notebook| notebook.notes().embedded(target, &anchor))
        .await
}

#[tauri::command]
pub async fn note_passages(
    shell: State<'_, Shell>,
    title: String,
    typed: String,
    within: Option<NoteId>,
    limit: u32,
) -> Answer<Vec<LinkCandidate>> {
    shell
        .ask(move |notebook| {
            notebook
                .notes()
                .complete_passage(&title, &typed, within, limit)
        })
        .await
}

#[tauri::command]
pub async fn note_templates(
    shell: State<'_, Shell>,
    first: Vec<NewTemplate>,
) -> Answer<Vec<NoteRow>> {
    shell
        .ask(move |notebook| notebook.notes().templates(&first))
        .await
}

#[tauri::command]
pub async fn note_set_template(shell: State<'_, Shell>, id: NoteId, template: bool) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.notes().set_template(id, template))
        .await
}

/// A note got the title that it has; it was called `before`.
#[tauri::command]
pub async fn note_retitled(shell: State<'_, Shell>, id: NoteId, before: String) -> Answer<()> {
    shell
        .ask(move |notebook| notebook.notes().retitled(id, &before))
        .await
}

#[tauri::command]
pub async fn note_daily(shell: State<'_, Shell>, day: String, title: String) -> Answer<Note> {
    shell
        .ask(move |notebook| notebook.notes().daily(&day, &title))
        .await
}

#[tauri::command]
pub async fn note_deleted(shell: State<'_, Shell>) -> Answer<Vec<NoteRow>> {
    shell.ask(|notebook| notebook.notes().deleted()).await
}
