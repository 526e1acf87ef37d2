//! Files, folders and links dragged onto the window from elsewhere.
//!
//! The system gives these to the shell, not to the page. The page hears only how
//! many there are; the import starts here. Dragged text and HTML reach the page
//! as DOM events instead.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use dragoman_core::domain::{ImportDoor, ImportSource};
use tauri::{AppHandle, DragDropEvent, Manager};
use url::Url;

use crate::dropped_pictures;
use crate::entity_lists;
use crate::error::WireError;
use crate::events::{self, Drag, DragState};
use crate::imports;
use crate::shell::off_thread;

/// What is known of the drag that is going on.
#[derive(Default)]
pub struct Dragging {
    /// Rises with each event, so that what was counted too late is not told.
    turn: AtomicU64,
    /// The addresses as the source gave them. The web view's own event decodes
    /// them, after which `%2F` in a link cannot be told from `/`.
    addresses: Mutex<Vec<String>>,
    /// A dialog waits for a list of entities: a file that is dropped is that.
    wants_list: AtomicBool,
}

impl Dragging {
    /// From now on, or no longer, is what is dropped a list of entities.
    pub fn want_list(&self, wanted: bool) {
        self.wants_list.store(wanted, Ordering::Relaxed);
    }
}

/// One thing that is dragged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dragged {
    Path(PathBuf),
    Link(String),
}

impl Dragged {
    /// Reads an address of a `text/uri-list`. What belongs to the window itself is nothing.
    pub fn from_address(address: &str) -> Option<Self> {
        let Ok(url) = Url::parse(address) else {
            return Some(Self::from_path(Path::new(address)));
        };
        match url.scheme() {
            "file" => Some(Self::Path(url.to_file_path().unwrap_or_else(|()| {
                PathBuf::from(address.trim_start_matches("file://"))
            }))),
            "tauri" | "about" | "blob" | "data" | "javascript" => None,
            _ => Some(Self::from_path(Path::new(address))),
        }
    }

    /// Reads what the web view calls a path; a link comes as one too.
    pub fn from_path(path: &Path) -> Self {
        match path.to_str() {
            Some(text) if is_link(text) => Self::Link(text.to_owned()),
            _ => Self::Path(path.to_owned()),
        }
    }

    fn into_source(self) -> ImportSource {
        match self {
            Self::Path(path) => ImportSource::Path { path },
            Self::Link(url) => ImportSource::Link { url },
        }
    }
}

/// An address with a scheme. `C:\` is a drive: a scheme has at least two letters.
fn is_link(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    scheme.len() >= 2
        && rest.starts_with("//")
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// Counts what is dragged. Asks the file system, so not for the window's thread.
pub fn count(state: DragState, dragged: &[Dragged]) -> Drag {
    let mut drag = Drag {
        state,
        files: 0,
        folders: 0,
        links: 0,
        pictures: dropped_pictures::pictures(dragged).is_some(),
    };
    for thing in dragged {
        match thing {
            Dragged::Link(_) => drag.links += 1,
            Dragged::Path(path) if path.is_dir() => drag.folders += 1,
            Dragged::Path(_) => drag.files += 1,
        }
    }
    drag
}

/// Follows a drag over the window.
pub fn on_drag(app: &AppHandle, event: &DragDropEvent) {
    match event {
        DragDropEvent::Enter { paths, .. } => {
            let dragged = paths.iter().map(|path| Dragged::from_path(path)).collect();
            tell(app, DragState::Enter, dragged);
        }
        DragDropEvent::Drop { paths, position } => {
            let dragged = take_dragged(app, paths);
            tell(app, DragState::Drop, dragged.clone());
            if app.state::<Dragging>().wants_list.load(Ordering::Relaxed) {
                return give_list(app, dragged);
            }
            match dropped_pictures::pictures(&dragged) {
                Some(pictures) => dropped_pictures::ask(app, pictures, position),
                None => import(app, dragged),
            }
        }
        DragDropEvent::Leave => tell(app, DragState::Leave, Vec::new()),
        _ => {}
    }
}

/// What was let go: by its addresses where they are known, else by its paths.
fn take_dragged(app: &AppHandle, paths: &[PathBuf]) -> Vec<Dragged> {
    let addresses = match app.state::<Dragging>().addresses.lock() {
        Ok(mut addresses) => std::mem::take(&mut *addresses),
        Err(_) => Vec::new(),
    };
    if addresses.len() == paths.len() {
        let dragged = addresses.iter().map(String::as_str);
        dragged.filter_map(Dragged::from_address).collect()
    } else {
        paths.iter().map(|path| Dragged::from_path(path)).collect()
    }
}

/// Counts and tells the window, unless the drag has gone on meanwhile.
fn tell(app: &AppHandle, state: DragState, dragged: Vec<Dragged>) {
    let turn = app.state::<Dragging>().turn.fetch_add(1, Ordering::Relaxed) + 1;
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let counted = off_thread::<_, WireError, _>(move || Ok(count(state, &dragged))).await;
        let now = app.state::<Dragging>().turn.load(Ordering::Relaxed);
        match counted {
            Ok(drag) if now == turn => events::tell(&app, events::DRAG, drag),
            Ok(_) => {}
            Err(error) => events::tell_problem(&app, error),
        }
    });
}

/// Imports files that were let go over the window.
pub(crate) fn import_paths(app: &AppHandle, paths: Vec<PathBuf>) {
    import(app, paths.into_iter().map(Dragged::Path).collect());
}

/// Gives the text of the first file to the dialog that waits for it.
fn give_list(app: &AppHandle, dragged: Vec<Dragged>) {
    let path = dragged.into_iter().find_map(|thing| match thing {
        Dragged::Path(path) => Some(path),
        Dragged::Link(_) => None,
    });
    let Some(path) = path else { return };
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        match entity_lists::read(path).await {
            Ok(text) => events::tell(&app, events::LIST_DROPPED, text),
            Err(error) => events::tell_problem(&app, error),
        }
    });
}

fn import(app: &AppHandle, dragged: Vec<Dragged>) {
    if dragged.is_empty() {
        return;
    }
    let sources = dragged.into_iter().map(Dragged::into_source).collect();
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        if let Err(error) = imports::start(&app, sources, ImportDoor::Dropped).await {
            events::tell_problem(&app, error);
        }
    });
}

/// Keeps the addresses of each drag as its source gave them.
#[cfg(target_os = "linux")]
pub fn keep_dragged_addresses(app: &AppHandle, view: &webkit2gtk::WebView) {
    use gtk::prelude::WidgetExt;
    let app = app.clone();
    view.connect_drag_data_received(move |_, _, _, _, data, _, _| {
        let addresses: Vec<String> = data.uris().iter().map(ToString::to_string).collect();
        if addresses.is_empty() {
            return;
        }
        if let Ok(mut kept) = app.state::<Dragging>().addresses.lock() {
            *kept = addresses;
        }
    });
}
