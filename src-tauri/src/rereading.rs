//! Reading all originals again while the window is open.

use std::time::{Duration, Instant};

use dragoman_core::domain::RereadReport;
use dragoman_core::{CancelToken, ErrorCode};
use tauri::{AppHandle, Manager};

use crate::error::{Answer, WireError};
use crate::events;
use crate::shell::Shell;

/// How often the window hears how far it is, at most.
const TOLD_EVERY: Duration = Duration::from_millis(100);

/// Reads all articles again; answers when that is done or cancelled. How far it is, the
/// window hears by events.
pub async fn all(app: &AppHandle) -> Answer<RereadReport> {
    let shell = app.state::<Shell>();
    let cancel = CancelToken::new();
    if !shell.begin_rereading(cancel.clone()) {
        return Err(WireError::new(ErrorCode::Conflict, "reread"));
    }
    let teller = app.clone();
    let answer = shell
        .ask(move |notebook| {
            let mut told: Option<Instant> = None;
            notebook.articles().reread_all(&cancel, &mut |report| {
                if told.is_none_or(|at| at.elapsed() >= TOLD_EVERY) {
                    told = Some(Instant::now());
                    events::tell(&teller, events::REREAD_PROGRESS, report);
                }
            })
        })
        .await;
    shell.end_rereading();
    answer
}
