//! The index that answers, and the one that is being made to replace it.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use tempfile::TempDir;

use crate::search::{IndexFolder, OpenedIndex, SearchError, SearchIndex};
use crate::store::lock;
use crate::{Error, Result};

pub(super) struct Indexes {
    answers: RwLock<Arc<SearchIndex>>,
    making: Mutex<Option<Arc<SearchIndex>>>,
    place: Mutex<Place>,
}

struct Place {
    folder: IndexFolder,
    /// While the notebook's own folder for it can't be used.
    temporary: Option<TempDir>,
}

impl Indexes {
    /// Opens the index in `folder`; where that can't be used, one in a temporary
    /// folder, made anew at each start: nobody should be kept from searching, let alone
    /// from the notebook, by what can be made again.
    ///
    /// `newest` is the notebook's last change: an index that is ahead of it belongs to
    /// another state of the notebook, say from before it was brought back from a copy.
    pub fn open(folder: &Path, newest: u64) -> Result<Self> {
        let opened = IndexFolder::open(folder).and_then(|(place, opened)| {
            let opened = not_ahead(&place, opened, newest)?;
            Ok((place, opened))
        });
        let (place, opened) = match opened {
            Ok((folder, opened)) => {
                let temporary = None;
                (Place { folder, temporary }, opened)
            }
            Err(error) => {
                tracing::error!(%error, "the index is kept in a temporary folder");
                Place::temporary(folder)?
            }
        };
        let making = match opened.making {
            None if !opened.answers.is_current() => begun(&place.folder),
            making => making,
        };
        Ok(Self {
            answers: RwLock::new(Arc::new(opened.answers)),
            making: Mutex::new(making.map(Arc::new)),
            place: Mutex::new(place),
        })
    }

    pub fn answers(&self) -> Arc<SearchIndex> {
        let answers = self.answers.read();
        Arc::clone(&answers.unwrap_or_else(PoisonError::into_inner))
    }

    pub fn making(&self) -> Option<Arc<SearchIndex>> {
        lock(&self.making).clone()
    }

    /// Begins a new index behind the one that answers, in place of one that is begun.
    pub fn begin(&self) -> Result<()> {
        let place = lock(&self.place);
        let mut making = lock(&self.making);
        if let Some(begun) = making.take() {
            begun.stop_writing();
            place.folder.remove(begun.folder());
        }
        *making = Some(Arc::new(place.folder.begin()?));
        Ok(())
    }

    /// Gives up what is being made, say for want of space.
    pub fn give_up(&self) {
        if let Some(begun) = lock(&self.making).take() {
            begun.stop_writing();
            lock(&self.place).folder.remove(begun.folder());
        }
    }

    /// What was being made answers from now on.
    pub fn finish(&self) -> Result<()> {
        let place = lock(&self.place);
        let mut making = lock(&self.making);
        if let Some(made) = making.as_ref() {
            place.folder.promote(made)?;
        }
        if let Some(made) = making.take() {
            self.set(&place, made);
        }
        Ok(())
    }

    /// An empty index answers from now on: the other is damaged.
    pub fn replace(&self) -> Result<()> {
        let place = lock(&self.place);
        let empty = place.folder.replace()?;
        self.set(&place, Arc::new(empty));
        Ok(())
    }

    /// The notebook's folder can't be written to: an index in a temporary one is made to
    /// replace the one that answers. False where that is so already.
    pub fn move_elsewhere(&self, folder: &Path) -> Result<bool> {
        let mut place = lock(&self.place);
        if place.temporary.is_some() {
            return Ok(false);
        }
        let (elsewhere, opened) = Place::temporary(folder)?;
        *place = elsewhere;
        *lock(&self.making) = Some(Arc::new(opened.answers));
        Ok(true)
    }

    pub fn is_elsewhere(&self) -> bool {
        lock(&self.place).temporary.is_some()
    }

    /// Bytes on disk.
    pub fn size(&self) -> u64 {
        lock(&self.place).folder.size()
    }

    fn set(&self, place: &Place, index: Arc<SearchIndex>) {
        let mut answers = self.answers.write().unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::replace(&mut *answers, index);
        drop(answers);
        before.stop_writing();
        // Searches under way have its files open.
        place.folder.remove(before.folder());
    }
}

impl Place {
    fn temporary(instead_of: &Path) -> Result<(Self, OpenedIndex)> {
        let temporary = tempfile::tempdir()
            .map_err(|source| Error::io("making a temporary folder for", instead_of, source))?;
        let (folder, opened) = IndexFolder::open(temporary.path())?;
        let temporary = Some(temporary);
        Ok((Self { folder, temporary }, opened))
    }
}

fn not_ahead(
    place: &IndexFolder,
    mut opened: OpenedIndex,
    newest: u64,
) -> std::result::Result<OpenedIndex, SearchError> {
    let is_ahead = |index: &SearchIndex| index.applied_sequence() > newest;
    if opened.making.as_ref().is_some_and(is_ahead) {
        opened.making = None;
    }
    if is_ahead(&opened.answers) {
        tracing::warn!("the index is ahead of the database and is made anew");
        let before = std::mem::replace(&mut opened.answers, place.replace()?);
        place.remove(before.folder());
    }
    Ok(opened)
}

/// On a full disk, the index of the older version goes on answering.
fn begun(folder: &IndexFolder) -> Option<SearchIndex> {
    folder
        .begin()
        .inspect_err(|error| tracing::error!(%error, "a new index can't be begun"))
        .ok()
}
