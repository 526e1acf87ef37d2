//! GTK's own file dialog, driven by the display's keyboard.

use std::path::Path;

use crate::app::{App, PATIENCE};
use crate::clipboard::Clipboard;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::process::{run, wait_for};

/// Waits for a dialog of the program beside its main window, gives it `path` and accepts it.
pub fn choose(desk: &Desk, app: &App<'_>, main_window: &str, path: &Path) -> Result<(), Failure> {
    let dialog = wait_for("the file dialog", PATIENCE, || {
        let mut search = desk.display().command("xdotool");
        let process = app.process().to_string();
        search.args(["search", "--onlyvisible", "--pid", &process, "--name", "."]);
        let found = run(search).unwrap_or_default();
        Ok(found
            .lines()
            .find(|window| *window != main_window)
            .map(str::to_owned))
    })?;
    // Pasted, not typed: the field completes while one types, and loses letters over it.
    let clipboard = Clipboard::offer(desk.display(), "UTF8_STRING", &path.display().to_string())?;
    let mut keys = desk.display().command("xdotool");
    keys.args(["windowactivate", "--sync", &dialog, "sleep", "0.5"]);
    // Ctrl+L opens the dialog's field for a path.
    keys.args([
        "key", "ctrl+l", "sleep", "0.3", "key", "ctrl+a", "sleep", "0.2",
    ]);
    keys.args(["key", "ctrl+v", "sleep", "1", "key", "Return"]);
    run(keys)?;
    drop(clipboard);
    Ok(())
}
