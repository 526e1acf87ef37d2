//! Pictures in notes, as the window takes and gives them: in Base64, so that it can draw
//! them by `data:` addresses, the only ones that its policy allows.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use dragoman_core::domain::{Entity, EntityId};
use dragoman_core::{Error, ErrorCode};
use serde::Serialize;
use tauri::{AppHandle, State};

use crate::dialogs::{self, Ask};
use crate::dropped_pictures::{DropId, DroppedPictures};
use crate::error::{Answer, WireError, name_of};
use crate::shell::Shell;
use crate::{drops, pasted_picture};

/// Characters of a picture in Base64: those of 20 MB, which the core takes at most.
const LONGEST: usize = (20 << 20) / 3 * 4 + 8;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ImageData {
    media_type: String,
    base64: String,
}

/// A picture that was kept, and what its file is called.
#[derive(Debug, Serialize)]
pub struct KeptImage {
    sha256: String,
    name: String,
}

#[tauri::command]
pub async fn note_keep_image(shell: State<'_, Shell>, base64: String) -> Answer<String> {
    let refused = || WireError::new(ErrorCode::InvalidInput, "");
    if base64.len() > LONGEST {
        return Err(refused());
    }
    let bytes = STANDARD.decode(base64).map_err(|_| refused())?;
    shell
        .ask(move |notebook| notebook.notes().keep_image(&bytes))
        .await
}

#[tauri::command]
pub async fn note_image(shell: State<'_, Shell>, sha256: String) -> Answer<Option<ImageData>> {
    shell
        .ask(move |notebook| {
            let image = notebook.notes().image(&sha256)?;
            Ok::<_, Error>(image.map(|image| ImageData {
                media_type: image.media_type,
                base64: STANDARD.encode(&image.bytes),
            }))
        })
        .await
}

/// Keeps the picture that is on the desktop's clipboard; nothing when there is none.
#[tauri::command]
pub async fn note_paste_image(app: AppHandle, shell: State<'_, Shell>) -> Answer<Option<String>> {
    let Some(bytes) = pasted_picture::read(&app).await else {
        return Ok(None);
    };
    shell
        .ask(move |notebook| notebook.notes().keep_image(&bytes).map(Some))
        .await
}

/// Keeps pictures that the person chooses in the system's dialog; the window names none.
#[tauri::command]
pub async fn note_choose_images(app: AppHandle, shell: State<'_, Shell>) -> Answer<Vec<KeptImage>> {
    let chosen = dialogs::ask(&app, Ask::Pictures).await;
    keep(&shell, chosen).await
}

/// Gives an entity a picture that is kept, or takes away the one that it shows.
#[tauri::command]
pub async fn entity_set_picture(
    shell: State<'_, Shell>,
    id: EntityId,
    sha256: Option<String>,
) -> Answer<Entity> {
    shell
        .ask(move |notebook| notebook.entities().set_picture(id, sha256.as_deref()))
        .await
}

/// Keeps the picture that the person chooses for an entity; nothing when they choose none.
#[tauri::command]
pub async fn entity_choose_picture(
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Answer<Option<KeptImage>> {
    let chosen = dialogs::ask(&app, Ask::Picture).await;
    Ok(keep(&shell, chosen).await?.into_iter().next())
}

/// Keeps the pictures of a drop that the window was asked about: they go into a note.
#[tauri::command]
pub async fn note_take_dropped(
    shell: State<'_, Shell>,
    dropped: State<'_, DroppedPictures>,
    id: DropId,
) -> Answer<Vec<KeptImage>> {
    keep(&shell, dropped.take(id)).await
}

/// Imports the pictures of a drop that the window was asked about: no note was under it.
#[tauri::command]
pub async fn import_dropped(
    app: AppHandle,
    dropped: State<'_, DroppedPictures>,
    id: DropId,
) -> Answer<()> {
    drops::import_paths(&app, dropped.take(id));
    Ok(())
}

/// All of them or, when one cannot be kept, an error that names it.
async fn keep(shell: &Shell, paths: Vec<std::path::PathBuf>) -> Answer<Vec<KeptImage>> {
    let notebook = shell.notebook().await?;
    crate::shell::off_thread(move || {
        let kept = paths.into_iter().map(|path| {
            let name = name_of(&path);
            match notebook.notes().keep_image_file(&path) {
                Ok(sha256) => Ok(KeptImage { sha256, name }),
                Err(error) => Err(WireError::new(error.code(), name)),
            }
        });
        kept.collect::<Answer<Vec<KeptImage>>>()
    })
    .await
}
