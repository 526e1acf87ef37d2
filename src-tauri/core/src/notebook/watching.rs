//! Watched folders: what a browser or another program saves there is imported, once.
//!
//! The folders are looked at now and then; no system's way of telling changes is needed,
//! and folders on shares and sticks are served alike. A file is taken when two looks
//! found it unchanged: it has stopped growing.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::Notebook;
use crate::clock::now_ms;
use crate::domain::{Change, ImportDoor, ImportProgress, ImportSource, WatchedFolder};
use crate::import;
use crate::jobs::CancelToken;
use crate::store::watch_table::{self, SeenFile};
use crate::{Error, Result};

/// Endings of files that a program is still writing.
const UNFINISHED: &[&str] = &[
    "crdownload",
    "part",
    "partial",
    "download",
    "tmp",
    "opdownload",
];

pub struct Watching<'a>(pub(super) &'a Notebook);

/// What the last look found, to be given to the next one. Not kept: after a restart two
/// looks are needed again.
#[derive(Debug, Default)]
pub struct LastLook(HashMap<PathBuf, State>);

/// Size in bytes and last change in milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    size: u64,
    modified_ms: i64,
}

impl Watching<'_> {
    pub fn folders(&self) -> Result<Vec<WatchedFolder>> {
        let paths = self
            .0
            .shared()
            .store
            .read("list watched folders", watch_table::folders)?;
        Ok(paths
            .into_iter()
            .map(|path| WatchedFolder {
                found: Path::new(&path).is_dir(),
                path,
            })
            .collect())
    }

    /// Watches a folder from now on. What is in it already is left alone.
    ///
    /// # Errors
    /// `InvalidInput` for what is no folder, the notebook itself, or a name that is no text.
    pub fn add(&self, folder: &Path) -> Result<()> {
        let refuse = |why: &str| {
            Err(Error::InvalidInput {
                what: folder.display().to_string(),
                why: why.to_owned(),
            })
        };
        if !folder.is_dir() {
            return refuse("it is no folder");
        }
        let Some(path) = folder.to_str() else {
            return refuse("its name is in no known encoding");
        };
        let notebook = PathBuf::from(self.0.info().path);
        if folder.starts_with(&notebook) {
            return refuse("it is in the notebook itself");
        }
        let there: Vec<SeenFile> = look(folder)
            .into_iter()
            .map(|(file, state)| seen(&file, state))
            .collect();
        self.0.shared().store.write("watch a folder", |tx| {
            watch_table::add_folder(tx, path, now_ms())?;
            there
                .iter()
                .try_for_each(|file| watch_table::remember(tx, path, file))
        })?;
        self.tell();
        Ok(())
    }

    pub fn remove(&self, folder: &str) -> Result<()> {
        self.0
            .shared()
            .store
            .write("stop watching", |tx| watch_table::remove_folder(tx, folder))?;
        self.tell();
        Ok(())
    }

    /// Imports what is new in the watched folders and has stopped growing. `None`: nothing.
    /// What a person cancels is not tried again by itself.
    pub fn import_new(
        &self,
        last: &mut LastLook,
        cancel: &CancelToken,
        report: &mut dyn FnMut(ImportProgress),
    ) -> Result<Option<ImportProgress>> {
        let new = self.settled(last)?;
        if new.is_empty() {
            return Ok(None);
        }
        let sources = new
            .iter()
            .map(|file| ImportSource::Path {
                path: file.path.clone(),
            })
            .collect();
        let imports = self.0.imports();
        let done = imports.run(sources, ImportDoor::Watched, cancel, report)?;
        // Whoever cancels wants none of the rest, and may still drop it by hand. A program
        // that ends comes back to it.
        if !cancel.is_interrupted() {
            self.0.shared().store.write("remember files", |tx| {
                new.iter().try_for_each(|file| {
                    watch_table::remember(tx, &file.folder, &seen(&file.path, file.state))
                })
            })?;
        }
        Ok(Some(done))
    }

    /// Files that are not imported yet and are as they were at the last look.
    fn settled(&self, last: &mut LastLook) -> Result<Vec<NewFile>> {
        let folders = self
            .0
            .shared()
            .store
            .read("list watched folders", watch_table::folders)?;
        let mut settled = Vec::new();
        let mut now = HashMap::new();
        for folder in folders {
            for (path, state) in look(Path::new(&folder)) {
                let known = self.0.shared().store.read("look for a file", |conn| {
                    watch_table::is_known(conn, &folder, &seen(&path, state))
                })?;
                if known {
                    continue;
                }
                if last.0.get(&path) == Some(&state) {
                    settled.push(NewFile {
                        folder: folder.clone(),
                        path,
                        state,
                    });
                } else {
                    now.insert(path, state);
                }
            }
        }
        last.0 = now;
        Ok(settled)
    }

    fn tell(&self) {
        self.0.changed(Change::Imports { ids: Vec::new() });
    }
}

struct NewFile {
    folder: String,
    path: PathBuf,
    state: State,
}

fn seen(path: &Path, state: State) -> SeenFile {
    SeenFile {
        path: path.to_string_lossy().into_owned(),
        size: state.size,
        modified_ms: state.modified_ms,
    }
}

/// The files in a folder, without those that are still being written by their name.
/// A folder that is gone, as a stick that was pulled out, is empty until it is back.
fn look(folder: &Path) -> Vec<(PathBuf, State)> {
    import::files_in(folder)
        .into_iter()
        .filter(|path| !is_unfinished(path))
        .filter_map(|path| {
            let metadata = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
            let modified = metadata.modified().ok();
            let state = State {
                size: metadata.len(),
                modified_ms: modified.map_or(0, since_1970),
            };
            // A program that has opened a file to write has often written nothing yet.
            (state.size > 0).then_some((path, state))
        })
        .collect()
}

fn since_1970(time: SystemTime) -> i64 {
    time.duration_since(SystemTime::UNIX_EPOCH)
        .ok()
        .and_then(|since| i64::try_from(since.as_millis()).ok())
        .unwrap_or(0)
}

fn is_unfinished(path: &Path) -> bool {
    let hidden = path
        .file_name()
        .is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let ending = path.extension().is_some_and(|extension| {
        let extension = extension.to_string_lossy().to_ascii_lowercase();
        UNFINISHED.contains(&extension.as_str())
    });
    hidden || ending
}
