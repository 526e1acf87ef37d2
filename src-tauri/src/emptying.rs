//! Emptying the trash while the window is open.

use std::time::{Duration, Instant};

use dragoman_core::domain::TrashProgress;
use dragoman_core::{CancelToken, ErrorCode};
use tauri::{AppHandle, Manager};

use crate::error::{Answer, WireError};
use crate::events;
use crate::shell::Shell;

/// How often the window hears how far it is, at most.
const TOLD_EVERY: Duration = Duration::from_millis(100);

/// Empties the trash; answers when that is done or cancelled. How far it is, the window
/// hears by events.
pub async fn empty(app: &AppHandle) -> Answer<TrashProgress> {
    let shell = app.state::<Shell>();
    let cancel = CancelToken::new();
    if !shell.begin_emptying(cancel.clone()) {
        return Err(WireError::new(ErrorCode::Conflict, "trash"));
    }
    let teller = app.clone();
    let answer = shell
        .ask(move |notebook| {
            let mut told: Option<Instant> = None;
            notebook.trash().empty(&cancel, &mut |progress| {
                if told.is_none_or(|at| at.elapsed() >= TOLD_EVERY) {
                    told = Some(Instant::now());
                    events::tell(&teller, events::TRASH_PROGRESS, progress);
                }
            })
        })
        .await;
    shell.end_emptying();
    answer
}
