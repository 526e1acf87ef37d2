//! Doing one thing to many articles while the window is open.

use dragoman_core::domain::{ChosenArticles, ManyArticlesAction, ManyArticlesReport};
use dragoman_core::{CancelToken, Notebook};
use tauri::{AppHandle, Manager};

use crate::error::Answer;
use crate::events;
use crate::shell::Shell;

/// Answers when it is done to all of them, or cancelled. How far it is, the window hears
/// by events.
pub async fn change(
    app: &AppHandle,
    chosen: ChosenArticles,
    action: ManyArticlesAction,
) -> Answer<ManyArticlesReport> {
    let shell = app.state::<Shell>();
    let teller = app.clone();
    let work = move |notebook: &Notebook, cancel: &CancelToken| {
        let tell = &mut |report| events::tell(&teller, events::ARTICLES_PROGRESS, report);
        notebook
            .articles()
            .do_to_all(&chosen, &action, cancel, tell)
    };
    shell.jobs.changing.run(&shell, work).await
}
