//! Tagging all results, or adding them to a dossier, while the window is open: one at a time.

use dragoman_core::domain::{DossierId, DossierReport, SearchQuery, TagReport};
use dragoman_core::{CancelToken, Notebook};
use tauri::{AppHandle, Manager};

use crate::error::Answer;
use crate::events;
use crate::shell::Shell;

/// Tags what a search finds; answers when that is done or cancelled. How far it is, the
/// window hears by events.
pub async fn results(app: &AppHandle, query: SearchQuery, tag: String) -> Answer<TagReport> {
    let shell = app.state::<Shell>();
    let teller = app.clone();
    let work = move |notebook: &Notebook, cancel: &CancelToken| {
        let tell = &mut |report| events::tell(&teller, events::TAG_PROGRESS, report);
        notebook.tags().add_to_results(&query, &tag, cancel, tell)
    };
    shell.jobs.tagging.run(&shell, work).await
}

/// Adds what a search finds to a dossier, in the same way.
pub async fn into_dossier(
    app: &AppHandle,
    id: DossierId,
    query: SearchQuery,
) -> Answer<DossierReport> {
    let shell = app.state::<Shell>();
    let teller = app.clone();
    let work = move |notebook: &Notebook, cancel: &CancelToken| {
        let tell = &mut |report| events::tell(&teller, events::DOSSIER_PROGRESS, report);
        notebook.dossiers().add_results(id, &query, cancel, tell)
    };
    shell.jobs.tagging.run(&shell, work).await
}
