//! GTK's own file dialog, driven by the display's keyboard.

use std::path::Path;
use std::time::Duration;

use crate::app::{App, PATIENCE};
use crate::clipboard::Clipboard;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::process::{run, wait_for};

/// How long the dialog may take to close once it is accepted.
const CLOSING: Duration = Duration::from_secs(6);
/// A busy machine can swallow a key that a person would press again.
const TRIES: u32 = 3;

/// Waits for a dialog of the program beside its main window, gives it `path` and accepts it.
pub fn choose(desk: &Desk, app: &App<'_>, main_window: &str, path: &Path) -> Result<(), Failure> {
    let open_dialog = || {
        let mut search = desk.display().command("xdotool");
        let process = app.process().to_string();
        // What was dragged may still have a window: the dialog is told by its title.
        search.args(["search", "--onlyvisible", "--pid", &process]);
        search.args(["--name", "^(Import|Insert|Use|Open|New|Export) "]);
        let found = run(search).unwrap_or_default();
        found
            .lines()
            .find(|window| *window != main_window)
            .map(str::to_owned)
    };
    let dialog = wait_for("the file dialog", PATIENCE, || Ok(open_dialog()))?;
    let mut closed = Ok(());
    for _ in 0..TRIES {
        give(desk, &dialog, path)?;
        closed = wait_for("the file dialog to close", CLOSING, || {
            Ok(open_dialog().is_none().then_some(()))
        });
        if closed.is_ok() {
            break;
        }
    }
    closed
}

fn give(desk: &Desk, dialog: &str, path: &Path) -> Result<(), Failure> {
    // Pasted, not typed: the field completes while one types, and loses letters over it.
    let clipboard = Clipboard::offer(desk.display(), "UTF8_STRING", &path.display().to_string())?;
    let mut keys = desk.display().command("xdotool");
    keys.args(["windowactivate", "--sync", dialog, "sleep", "0.5"]);
    // Ctrl+L opens the dialog's field for a path.
    keys.args([
        "key", "ctrl+l", "sleep", "0.3", "key", "ctrl+a", "sleep", "0.2",
    ]);
    keys.args(["key", "ctrl+v", "sleep", "1", "key", "Return"]);
    run(keys)?;
    drop(clipboard);
    Ok(())
}
