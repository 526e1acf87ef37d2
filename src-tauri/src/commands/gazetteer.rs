//! The names that a notebook knows from the start.

use dragoman_core::domain::{GazetteerChoice, GazetteerInUse};
use tauri::{AppHandle, State};

use crate::dialogs::{self, Ask};
use crate::error::Answer;
use crate::shell::Shell;

#[tauri::command]
pub async fn gazetteer_about(shell: State<'_, Shell>) -> Answer<GazetteerInUse> {
    shell.ask(|notebook| notebook.gazetteer().about()).await
}

/// Uses a file that the person chooses; nothing when they choose none.
#[tauri::command]
pub async fn gazetteer_choose(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Answer<Option<GazetteerChoice>> {
    let Some(path) = dialogs::ask(&app, Ask::Gazetteer).await.into_iter().next() else {
        return Ok(None);
    };
    shell
        .ask(move |notebook| {
            let known = notebook.gazetteer();
            let (in_use, refused) = match known.choose(&path) {
                Ok(in_use) => (in_use, None),
                Err(error) => match error.refusal() {
                    Some(why) => (known.about()?, Some(why)),
                    None => return Err(error.into()),
                },
            };
            Ok(Some(GazetteerChoice { in_use, refused }))
        })
        .await
}

/// Uses the names that ship again.
#[tauri::command]
pub async fn gazetteer_reset(shell: State<'_, Shell>) -> Answer<GazetteerInUse> {
    shell
        .ask(|notebook| notebook.gazetteer().use_shipped())
        .await
}
