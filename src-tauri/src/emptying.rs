//! Emptying the trash while the window is open.

use dragoman_core::domain::TrashProgress;
use dragoman_core::{CancelToken, Notebook};
use tauri::{AppHandle, Manager};

use crate::error::Answer;
use crate::events;
use crate::shell::Shell;

/// Empties the trash; answers when that is done or cancelled. How far it is, the window
/// hears by events.
pub async fn empty(app: &AppHandle) -> Answer<TrashProgress> {
    let shell = app.state::<Shell>();
    let teller = app.clone();
    let work = move |notebook: &Notebook, cancel: &CancelToken| {
        let tell = &mut events::teller_at_times(teller, events::TRASH_PROGRESS);
        notebook.trash().empty(cancel, tell)
    };
    shell.jobs.emptying.run(&shell, work).await
}
