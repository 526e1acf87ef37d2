//! The menu at the top of the screen on macOS. Elsewhere the window has its own.

use tauri::menu::{Menu, MenuBuilder, MenuItem, SubmenuBuilder};
use tauri::{AppHandle, Manager, Wry};

use crate::events;
use crate::window;

/// A menu entry was chosen: the command's name as the window's key registry has it.
#[derive(Debug, Clone, serde::Serialize)]
struct Chosen {
    command: String,
}

const CLOSE: &str = "window.close";

pub fn build(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let item =
        |id: &str, text: &str, keys: Option<&str>| MenuItem::with_id(app, id, text, true, keys);
    let program = SubmenuBuilder::new(app, "Dragoman")
        .about(None)
        .separator()
        .hide()
        .hide_others()
        .separator()
        .item(&item(CLOSE, "Quit Dragoman", Some("CmdOrCtrl+Q"))?)
        .build()?;
    let file = SubmenuBuilder::new(app, "File")
        .item(&item("notebook.new", "New notebook\u{2026}", None)?)
        .item(&item("notebook.open", "Open notebook\u{2026}", None)?)
        .separator()
        .item(&item("import.choose", "Import\u{2026}", None)?)
        .item(&item("import.folder", "Import a folder\u{2026}", None)?)
        .build()?;
    let edit = SubmenuBuilder::new(app, "Edit")
        .undo()
        .redo()
        .separator()
        .cut()
        .copy()
        .paste()
        .select_all()
        .build()?;
    MenuBuilder::new(app)
        .items(&[&program, &file, &edit])
        .build()
}

/// Closing is the shell's own business; everything else the window knows how to do.
pub fn on_chosen(app: &AppHandle, id: &str) {
    if id != CLOSE {
        let command = id.to_owned();
        events::tell(app, events::MENU, Chosen { command });
        return;
    }
    let Some(window) = app.get_webview_window(window::LABEL) else {
        return;
    };
    if let Err(error) = window.close() {
        tracing::warn!(%error, "the window could not be asked to close");
    }
}
