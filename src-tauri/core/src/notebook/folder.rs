//! The notebook's folder, held by one process at a time.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::domain::NotebookInfo;
use crate::{Error, Result};

/// A process that another thread of this one is starting has the lock too until it begins,
/// and one that was just ended may still be letting go.
const PATIENCE: Duration = Duration::from_millis(500);
const ASKED_EACH: Duration = Duration::from_millis(10);

/// Released when dropped, and by the system when the process ends however it ends.
pub(super) struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    pub fn open(path: &Path) -> Result<Self> {
        if !path.join("notebook.db").is_file() {
            return Err(Error::NotANotebook {
                folder: path.to_owned(),
            });
        }
        Self::hold(path)
    }

    pub fn create(path: &Path) -> Result<Self> {
        fs::create_dir_all(path).map_err(|source| Error::io("creating", path, source))?;
        Self::hold(path)
    }

    fn hold(path: &Path) -> Result<Self> {
        let path = path
            .canonicalize()
            .map_err(|source| Error::io("opening", path, source))?;
        let lock_path = path.join("notebook.lock");
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&lock_path)
            .map_err(|source| Error::io("writing", &lock_path, source))?;
        let begun = Instant::now();
        loop {
            match lock.try_lock() {
                Ok(()) => return Ok(Self { path, _lock: lock }),
                Err(TryLockError::WouldBlock) if begun.elapsed() < PATIENCE => {
                    thread::sleep(ASKED_EACH);
                }
                Err(TryLockError::WouldBlock) => return Err(Error::AlreadyOpen { folder: path }),
                Err(TryLockError::Error(source)) => {
                    return Err(Error::io("locking", &lock_path, source));
                }
            }
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn info(&self) -> NotebookInfo {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        NotebookInfo {
            name: name.to_string_lossy().into_owned(),
            path: self.path.to_string_lossy().into_owned(),
        }
    }
}
