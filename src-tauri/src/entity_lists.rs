//! Importing and exporting lists of entities while the window is open.

use std::fs::File;
use std::io::Read;
use std::path::PathBuf;

use dragoman_core::domain::{EntitiesWritten, EntityKind, EntityListFormat, EntityListReport};
use dragoman_core::{CancelToken, Entities, Notebook};
use tauri::{AppHandle, Manager};

use crate::error::Answer;
use crate::events;
use crate::shell::{Shell, off_thread};

/// The longest list that is read, in bytes: as the core has it.
const MAX_LIST: u64 = 64 << 20;

/// Keeps what a list has; answers when that is done or cancelled. How far it is, the
/// window hears by events.
pub async fn import(
    app: &AppHandle,
    text: String,
    kind: EntityKind,
    make_doubtful: bool,
) -> Answer<EntityListReport> {
    let shell = app.state::<Shell>();
    let teller = app.clone();
    let work = move |notebook: &Notebook, cancel: &CancelToken| {
        let tell = &mut |report| events::tell(&teller, events::LIST_PROGRESS, report);
        let entities = notebook.entities();
        entities.import_list(&text, kind, make_doubtful, cancel, tell)
    };
    shell.jobs.listing.run(&shell, work).await
}

/// The text of a list, in any encoding.
pub async fn read(path: PathBuf) -> Answer<String> {
    off_thread(move || {
        let mut bytes = Vec::new();
        let read = File::open(&path)
            .and_then(|file| file.take(MAX_LIST + 1).read_to_end(&mut bytes))
            .map_err(|error| dragoman_core::Error::io("read a list of entities", &path, error));
        read.map(|_| Entities::list_text(&bytes))
    })
    .await
}

/// Writes all entities; returns how many.
pub async fn export(
    app: &AppHandle,
    path: PathBuf,
    format: EntityListFormat,
) -> Answer<EntitiesWritten> {
    app.state::<Shell>()
        .ask(move |notebook| {
            let cancel = CancelToken::new();
            notebook.entities().export_list(format, &path, &cancel)
        })
        .await
}
