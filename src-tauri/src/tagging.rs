//! Tagging all results, or adding them to a dossier, while the window is open: one at a time.

use dragoman_core::domain::{DossierId, DossierReport, SearchQuery, TagReport};
use dragoman_core::{CancelToken, ErrorCode};
use tauri::{AppHandle, Manager};

use crate::error::{Answer, WireError};
use crate::events;
use crate::shell::Shell;

/// Tags what a search finds; answers when that is done or cancelled. How far it is, the
/// window hears by events.
pub async fn results(app: &AppHandle, query: SearchQuery, tag: String) -> Answer<TagReport> {
    let shell = app.state::<Shell>();
    let cancel = CancelToken::new();
    if !shell.begin_tagging(cancel.clone()) {
        return Err(WireError::new(ErrorCode::Conflict, "tag"));
    }
    let teller = app.clone();
    let answer = shell
        .ask(move |notebook| {
            let tell = &mut |report| events::tell(&teller, events::TAG_PROGRESS, report);
            notebook.tags().add_to_results(&query, &tag, &cancel, tell)
        })
        .await;
    shell.end_tagging();
    answer
}

/// Adds what a search finds to a dossier, in the same way.
pub async fn into_dossier(
    app: &AppHandle,
    id: DossierId,
    query: SearchQuery,
) -> Answer<DossierReport> {
    let shell = app.state::<Shell>();
    let cancel = CancelToken::new();
    if !shell.begin_tagging(cancel.clone()) {
        return Err(WireError::new(ErrorCode::Conflict, "tag"));
    }
    let teller = app.clone();
    let answer = shell
        .ask(move |notebook| {
            let tell = &mut |report| events::tell(&teller, events::DOSSIER_PROGRESS, report);
            notebook.dossiers().add_results(id, &query, &cancel, tell)
        })
        .await;
    shell.end_tagging();
    answer
}
