//! Picture files that were let go over the window: they go into the note under them, or
//! into the import.
//!
//! Only the page knows what lies where, and no path may be named by it. So the shell keeps
//! the paths, tells the page where the drop was, and the page says by its number whether a
//! note takes it. A page that does not answer has them imported.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::Serialize;
use tauri::{AppHandle, Manager, PhysicalPosition};

use crate::drops::{self, Dragged};
use crate::{events, window};

/// Number of a drop.
pub type DropId = u64;

/// How files of pictures that a note keeps are named.
pub const ENDINGS: &[&str] = &["png", "jpg", "jpeg", "gif", "webp"];
/// The most pictures that a note takes at once; more are an import.
const MOST: usize = 20;
/// How long the page may take to say what lies under a drop.
const ANSWERING: Duration = Duration::from_secs(3);

/// The drop that the page is asked about. A further one takes its place.
#[derive(Default)]
pub struct DroppedPictures(Mutex<Held>);

#[derive(Default)]
struct Held {
    id: DropId,
    paths: Vec<PathBuf>,
}

impl DroppedPictures {
    /// Keeps the paths of a drop; answers with its number, and with those of a drop that
    /// nobody has said anything about.
    pub fn hold(&self, paths: Vec<PathBuf>) -> (DropId, Vec<PathBuf>) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.id += 1;
        let before = std::mem::replace(&mut held.paths, paths);
        (held.id, before)
    }

    /// The paths of this drop, once.
    pub fn take(&self, id: DropId) -> Vec<PathBuf> {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.id == id {
            std::mem::take(&mut held.paths)
        } else {
            Vec::new()
        }
    }
}

/// Where pictures were let go, in CSS pixels of the page.
#[derive(Debug, Clone, Copy, Serialize)]
struct Place {
    id: DropId,
    x: f64,
    y: f64,
}

/// The paths, when all that is dragged are files named as pictures that a note keeps.
pub fn pictures(dragged: &[Dragged]) -> Option<Vec<PathBuf>> {
    let paths = dragged.iter().map(|thing| match thing {
        Dragged::Path(path) if is_picture(path) => Some(path.clone()),
        _ => None,
    });
    let paths: Vec<PathBuf> = paths.collect::<Option<_>>()?;
    (1..=MOST).contains(&paths.len()).then_some(paths)
}

fn is_picture(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| {
        ENDINGS
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

/// Asks the page what lies under a drop of pictures.
pub fn ask(app: &AppHandle, paths: Vec<PathBuf>, position: &PhysicalPosition<f64>) {
    let dropped = app.state::<DroppedPictures>();
    let (id, before) = dropped.hold(paths);
    drops::import_paths(app, before);
    let scale = scale(app);
    let (x, y) = (position.x / scale, position.y / scale);
    events::tell(app, events::DROPPED_PICTURES, Place { id, x, y });
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(ANSWERING).await;
        let left = app.state::<DroppedPictures>().take(id);
        drops::import_paths(&app, left);
    });
}

/// Pixels of the position for each of the page. GTK counts as the page does.
fn scale(app: &AppHandle) -> f64 {
    if cfg!(target_os = "linux") {
        return 1.0;
    }
    let window = app.get_webview_window(window::LABEL);
    window.map_or(1.0, |window| window.scale_factor().unwrap_or(1.0))
}
