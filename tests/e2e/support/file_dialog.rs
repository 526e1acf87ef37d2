//! GTK's own file dialog, driven by the display's keyboard.

use std::path::Path;

use crate::app::{App, PATIENCE};
use crate::desk::Desk;
use crate::failure::Failure;
use crate::process::{run, wait_for};

/// Waits for a dialog of the program beside its main window, types `path` and accepts it.
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
    let mut keys = desk.display().command("xdotool");
    keys.args(["windowactivate", "--sync", &dialog, "sleep", "0.5"]);
    // A slash opens the dialog's field for a path; the rest is typed into it.
    keys.args(["type", "--delay", "25"]).arg(path);
    run(keys)?;
    let mut accept = desk.display().command("xdotool");
    accept.args(["sleep", "0.5", "key", "Return"]);
    run(accept).map(drop)
}
