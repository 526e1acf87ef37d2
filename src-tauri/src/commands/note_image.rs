//! Pictures in notes, as the window takes and gives them: in Base64, so that it can draw
//! them by `data:` addresses, the only ones that its policy allows.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use dragoman_core::{Error, ErrorCode};
use serde::Serialize;
use tauri::State;

use crate::error::{Answer, WireError};
use crate::shell::Shell;

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ImageData {
    media_type: String,
    base64: String,
}

#[tauri::command]
pub async fn note_keep_image(shell: State<'_, Shell>, base64: String) -> Answer<String> {
    let bytes = STANDARD
        .decode(base64)
        .map_err(|_| WireError::new(ErrorCode::InvalidInput, ""))?;
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
