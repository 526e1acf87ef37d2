//! The system's dialogs. They run in the window's own event loop, so the window
//! stays alive behind them; one is open at a time.

use std::path::{Path, PathBuf};

use rfd::{AsyncFileDialog, FileHandle};
use tauri::{AppHandle, Manager};

use crate::dropped_pictures;
use crate::opening::documents_folder;
use crate::shell::Shell;
use crate::window;

/// What a dialog asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Files to import.
    Files,
    /// Pictures for a note.
    Pictures,
    /// One for an entity.
    Picture,
    /// A folder to import with everything in it.
    Folder,
    /// A folder whose new files are to be imported by themselves.
    Watched,
    /// A list of entities to import.
    EntityList,
    /// A file of names to be known from the start.
    Gazetteer,
    /// A name and a place for a table of entities.
    EntityTable,
    /// A name and a place for entities as JSON lines.
    EntityLines,
    /// A name and a place for a table of quotes.
    QuoteTable,
    /// A name and a place for quotes to be read.
    QuoteText,
    /// The folder of a notebook.
    Notebook,
    /// A name and a place for a new notebook's folder.
    NewNotebook,
}

/// Asks; nothing when the person cancels, or another dialog is open already.
pub async fn ask(app: &AppHandle, ask: Ask) -> Vec<PathBuf> {
    let shell = app.state::<Shell>();
    let Ok(_only_one) = shell.dialog.try_lock() else {
        return Vec::new();
    };
    let dialog = dialog(app, ask);
    let chosen = match ask {
        Ask::Files | Ask::Pictures => dialog.pick_files().await.unwrap_or_default(),
        Ask::Folder | Ask::Watched | Ask::Notebook => {
            dialog.pick_folder().await.into_iter().collect()
        }
        Ask::EntityList | Ask::Gazetteer | Ask::Picture => {
            dialog.pick_file().await.into_iter().collect()
        }
        Ask::NewNotebook
        | Ask::EntityTable
        | Ask::EntityLines
        | Ask::QuoteTable
        | Ask::QuoteText => dialog.save_file().await.into_iter().collect(),
    };
    chosen
        .iter()
        .map(FileHandle::path)
        .map(Path::to_owned)
        .collect()
}

fn dialog(app: &AppHandle, ask: Ask) -> AsyncFileDialog {
    let mut dialog = AsyncFileDialog::new().set_title(title(ask));
    if let Some(window) = app.get_webview_window(window::LABEL) {
        dialog = dialog.set_parent(&window);
    }
    if let (Ask::Notebook | Ask::NewNotebook, Some(documents)) = (ask, documents_folder(app)) {
        let notebooks = documents.join("Dragoman");
        dialog = dialog.set_directory(if notebooks.is_dir() {
            notebooks
        } else {
            documents
        });
    }
    match ask {
        Ask::Pictures | Ask::Picture => dialog.add_filter("Pictures", dropped_pictures::ENDINGS),
        Ask::NewNotebook => dialog.set_file_name("New notebook"),
        Ask::EntityTable => dialog.set_file_name("entities.csv"),
        Ask::EntityLines => dialog.set_file_name("entities.ftm.jsonl"),
        Ask::QuoteTable => dialog.set_file_name("quotes.csv"),
        Ask::QuoteText => dialog.set_file_name("quotes.md"),
        _ => dialog,
    }
}

fn title(ask: Ask) -> &'static str {
    match ask {
        Ask::Files => "Import files",
        Ask::Pictures => "Insert pictures",
        Ask::Picture => "Picture of an entity",
        Ask::Folder => "Import a folder",
        Ask::Watched => "Watch a folder",
        Ask::EntityList => "Import entities",
        Ask::Gazetteer => "Use names of a file",
        Ask::EntityTable | Ask::EntityLines => "Export entities",
        Ask::QuoteTable | Ask::QuoteText => "Export quotes",
        Ask::Notebook => "Open a notebook",
        Ask::NewNotebook => "New notebook",
    }
}
