//! Lists of entities, in and out.

use dragoman_core::domain::{
    EntitiesWritten, EntityKind, EntityListFormat, EntityListPlan, EntityListReport,
};
use tauri::{AppHandle, State};

use crate::dialogs::{self, Ask};
use crate::drops::Dragging;
use crate::entity_lists;
use crate::error::Answer;
use crate::shell::Shell;

/// What a pasted or chosen list would do.
#[tauri::command]
pub async fn entities_plan(
    shell: State<'_, Shell>,
    text: String,
    kind: EntityKind,
) -> Answer<EntityListPlan> {
    shell
        .ask(move |notebook| notebook.entities().plan_list(&text, kind))
        .await
}

#[tauri::command]
pub async fn entities_import(
    app: AppHandle,
    text: String,
    kind: EntityKind,
    make_doubtful: bool,
) -> Answer<EntityListReport> {
    entity_lists::import(&app, text, kind, make_doubtful).await
}

#[tauri::command]
pub async fn entities_import_cancel(shell: State<'_, Shell>) -> Answer<()> {
    // One that has ended meanwhile needs no cancelling.
    shell.jobs.listing.cancel();
    Ok(())
}

/// The text of a file that the person chooses; nothing when they choose none.
#[tauri::command]
pub async fn entities_choose(app: AppHandle) -> Answer<Option<String>> {
    match dialogs::ask(&app, Ask::EntityList).await.into_iter().next() {
        Some(path) => entity_lists::read(path).await.map(Some),
        None => Ok(None),
    }
}

/// Whether a file that is dropped is a list of entities, and no article.
#[tauri::command]
pub async fn entities_take_drops(dragging: State<'_, Dragging>, wanted: bool) -> Answer<()> {
    dragging.want_list(wanted);
    Ok(())
}

/// Writes all entities to a file that the person names. How many; nothing when they name none.
#[tauri::command]
pub async fn entities_export(
    app: AppHandle,
    format: EntityListFormat,
) -> Answer<Option<EntitiesWritten>> {
    let ask = match format {
        EntityListFormat::Csv => Ask::EntityTable,
        EntityListFormat::FollowTheMoney => Ask::EntityLines,
    };
    match dialogs::ask(&app, ask).await.into_iter().next() {
        Some(path) => entity_lists::export(&app, path, format).await.map(Some),
        None => Ok(None),
    }
}
