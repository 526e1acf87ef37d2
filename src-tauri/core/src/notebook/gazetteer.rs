//! The gazetteer of a notebook: the one that ships, or a file that a person chose instead.
//!
//! The file is kept in the notebook's folder, as it came, so that the notebook proposes the
//! same on another machine.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::Notebook;
use crate::clock::now_ms;
use crate::domain::GazetteerInUse;
use crate::entities::{Gazetteer, GazetteerError};
use crate::store::lock;
use crate::{Error, Result};

/// In the notebook's folder.
const FILE: &str = "gazetteer";
const BESIDE: &str = "gazetteer.new";
/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 << 20;
/// In the notebook's settings: the file's name, and since when it is used.
const NAME: &str = "gazetteer.file";
const SINCE: &str = "gazetteer.since";

/// What comes of reading a file, or why it is no gazetteer.
type Read<T> = std::result::Result<T, GazetteerError>;

/// Which gazetteer is used; read when it is first asked for.
pub(super) struct GazetteerFile {
    path: PathBuf,
    read: Mutex<Option<Arc<Gazetteer>>>,
}

impl GazetteerFile {
    pub fn of(folder: &Path) -> Self {
        Self {
            path: folder.join(FILE),
            read: Mutex::new(None),
        }
    }

    /// The chosen gazetteer, or the one that ships where none was chosen or it is damaged.
    pub fn current(&self) -> Arc<Gazetteer> {
        let mut current = lock(&self.read);
        if let Some(read) = current.as_ref() {
            return Arc::clone(read);
        }
        let read = match self.chosen() {
            Ok(Some(chosen)) => Arc::new(chosen),
            Ok(None) => Gazetteer::shipped_shared(),
            Err(error) => {
                tracing::error!(%error, "the notebook's gazetteer can't be read; the one that ships is used");
                Gazetteer::shipped_shared()
            }
        };
        *current = Some(Arc::clone(&read));
        read
    }

    fn chosen(&self) -> Read<Option<Gazetteer>> {
        match self.path.is_file() {
            true => Ok(Some(Gazetteer::read(&bytes_of(&self.path)?)?)),
            false => Ok(None),
        }
    }

    /// Whether the chosen file is what is used, and not the names that ship in its place.
    fn is_chosen(&self) -> bool {
        self.path.is_file() && !Arc::ptr_eq(&self.current(), &Gazetteer::shipped_shared())
    }

    fn replace(&self, bytes: &[u8], read: Gazetteer) -> Result<()> {
        let beside = self.path.with_file_name(BESIDE);
        let mut current = lock(&self.read);
        fs::write(&beside, bytes)
            .and_then(|()| File::open(&beside)?.sync_all())
            .map_err(|source| Error::io("writing", &beside, source))?;
        fs::rename(&beside, &self.path)
            .map_err(|source| Error::io("replacing", &self.path, source))?;
        *current = Some(Arc::new(read));
        Ok(())
    }

    fn remove(&self) -> Result<()> {
        let mut current = lock(&self.read);
        if self.path.exists() {
            fs::remove_file(&self.path)
                .map_err(|source| Error::io("removing", &self.path, source))?;
        }
        *current = Some(Gazetteer::shipped_shared());
        Ok(())
    }
}

/// The names that a notebook knows from the start.
pub struct KnownFromStart<'a>(pub(super) &'a Notebook);

impl KnownFromStart<'_> {
    /// What is used.
    pub fn about(&self) -> Result<GazetteerInUse> {
        let file = &self.0.shared().gazetteer;
        let about = file.current().about();
        if !file.is_chosen() {
            return Ok(about);
        }
        Ok(GazetteerInUse {
            file: self.0.setting(NAME)?,
            since: self.0.setting(SINCE)?.and_then(|since| since.parse().ok()),
            ..about
        })
    }

    /// Uses a file instead of what is used now, for what is read from now on. What was
    /// proposed before stays.
    ///
    /// # Errors
    /// Why it is no gazetteer, with the line that is wrong; what is used stays then.
    pub fn choose(&self, path: &Path) -> Read<GazetteerInUse> {
        let bytes = bytes_of(path)?;
        let read = Gazetteer::read(&bytes)?;
        if read.is_empty() {
            return Err(GazetteerError::Empty);
        }
        self.0.shared().gazetteer.replace(&bytes, read)?;
        let name = path.file_name().unwrap_or(path.as_os_str());
        self.0.set_setting(NAME, &name.to_string_lossy())?;
        self.0.set_setting(SINCE, &now_ms().to_string())?;
        Ok(self.about()?)
    }

    /// Uses the names that ship again.
    pub fn use_shipped(&self) -> Result<GazetteerInUse> {
        self.0.shared().gazetteer.remove()?;
        self.about()
    }
}

fn bytes_of(path: &Path) -> Read<Vec<u8>> {
    let mut bytes = Vec::new();
    // Asked before it is opened: opening a pipe would wait for who writes into it.
    path.metadata()
        .and_then(|found| match found.is_file() {
            true => File::open(path),
            false => Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no file")),
        })
        .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
        .map_err(|source| Error::io("reading", path, source))?;
    match bytes.len() as u64 > LARGEST {
        true => Err(GazetteerError::TooMuch),
        false => Ok(bytes),
    }
}
