//! Reading all originals again while the window is open.

use dragoman_core::domain::RereadReport;
use dragoman_core::{CancelToken, Notebook};
use tauri::{AppHandle, Manager};

use crate::error::Answer;
use crate::events;
use crate::shell::Shell;

/// Reads all articles again; answers when that is done or cancelled. How far it is, the
/// window hears by events.
pub async fn all(app: &AppHandle) -> Answer<RereadReport> {
    let shell = app.state::<Shell>();
    let teller = app.clone();
    let work = move |notebook: &Notebook, cancel: &CancelToken| {
        let tell = &mut events::teller_at_times(teller, events::REREAD_PROGRESS);
        notebook.articles().reread_all(cancel, tell)
    };
    shell.jobs.rereading.run(&shell, work).await
}
