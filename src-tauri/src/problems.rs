//! A panic becomes an entry in the log and an error that a person can report;
//! the rest of the program goes on.

use std::backtrace::Backtrace;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};

use dragoman_core::ErrorCode;
use tauri::AppHandle;

use crate::error::{Answer, WireError};
use crate::events;

thread_local! {
    /// The id under which this thread's last panic was logged.
    static LAST_PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on panics are logged under an id, and the window is told that id.
pub fn watch_for_panics(app: &AppHandle) {
    let app = app.clone();
    std::panic::set_hook(Box::new(move |panic| {
        let id = report_id();
        log_panic(&id, panic);
        LAST_PANIC.with(|last| last.replace(id.clone()));
        // From another task: the panic may have happened while the window was being told something.
        let app = app.clone();
        tauri::async_runtime::spawn(async move {
            events::tell_problem(&app, WireError::new(ErrorCode::Internal, id));
        });
    }));
}

/// Runs `work`; a panic in it is an error like any other.
pub fn guard<T, E: Into<WireError>>(work: impl FnOnce() -> Result<T, E>) -> Answer<T> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(result) => result.map_err(Into::into),
        Err(_) => {
            let id = LAST_PANIC.with(|last| last.borrow().clone());
            Err(WireError::new(ErrorCode::Internal, id))
        }
    }
}

fn log_panic(id: &str, panic: &PanicHookInfo<'_>) {
    let location = panic.location().map(ToString::to_string);
    let words = panic.payload_as_str().map(words_of_the_program);
    tracing::error!(
        id,
        location = location.as_deref().unwrap_or("unknown"),
        words = words.unwrap_or("unknown"),
        "panic"
    );
    tracing::error!(id, "came from\n{}", Backtrace::force_capture());
}

/// The part of a panic's message that the program wrote. What is quoted in it
/// may be an article's text (a slice inside a character quotes the whole
/// string), and no article's text goes into the log.
pub fn words_of_the_program(message: &str) -> &str {
    let end = message.find(['"', '`', '\'', '\u{2018}', '\u{201c}', '\n']);
    message[..end.unwrap_or(message.len())].trim_end()
}

/// Eight characters that a person can read out.
fn report_id() -> String {
    let id = uuid::Uuid::now_v7().simple().to_string();
    id[id.len() - 8..].to_owned()
}
