//! The folder of a notebook's index: one index that answers, and while a new one is
//! made, that one beside it.
//!
//! Each index has a subfolder with a number. The file `current` says which answers; it
//! is replaced in one step (rename), so that after a crash at any point there is one
//! index that answers, whole as it was. Whatever else lies in the folder is removed
//! when it is opened, but for an index that was being made: that goes on.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::error::SearchError;
use super::health::size_of;
use super::index::SearchIndex;

const CURRENT: &str = "current";
const WRITING: &str = "current.new";

/// See above.
#[derive(Debug)]
pub struct IndexFolder {
    folder: PathBuf,
}

/// What there is when a folder is opened.
#[derive(Debug)]
pub struct OpenedIndex {
    /// An empty one when none could be opened.
    pub answers: SearchIndex,
    /// It was being made to replace the other.
    pub making: Option<SearchIndex>,
}

impl IndexFolder {
    /// Opens what is there, or begins anew.
    ///
    /// # Errors
    /// `Folder` or `DiskFull` when nothing can be kept there.
    pub fn open(folder: &Path) -> Result<(Self, OpenedIndex), SearchError> {
        let this = Self {
            folder: folder.to_owned(),
        };
        fs::create_dir_all(folder).map_err(|source| this.error(source))?;
        let answers = this.read_current().and_then(|number| {
            let opened = SearchIndex::open_existing(&this.numbered(number));
            opened
                .inspect_err(|error| tracing::warn!(%error, "the search index can't be used"))
                .ok()
        });
        let making = this.unfinished(answers.as_ref());
        let answers = match answers {
            Some(index) => index,
            None => this.replace()?,
        };
        let keep = [Some(&answers), making.as_ref()];
        this.remove_all_but(keep.map(|one| one.map_or(folder, SearchIndex::folder)));
        Ok((this, OpenedIndex { answers, making }))
    }

    /// An empty index that answers from now on.
    pub fn replace(&self) -> Result<SearchIndex, SearchError> {
        let index = self.begin()?;
        self.promote(&index)?;
        Ok(index)
    }

    /// An empty index beside the one that answers.
    pub fn begin(&self) -> Result<SearchIndex, SearchError> {
        let newest = self.numbers().into_iter().max().unwrap_or(0);
        SearchIndex::create(&self.numbered(newest + 1))
    }

    /// `index` answers from now on, also after a crash.
    pub fn promote(&self, index: &SearchIndex) -> Result<(), SearchError> {
        let number = index.folder().file_name().unwrap_or_default();
        let writing = self.folder.join(WRITING);
        let write = || -> std::io::Result<()> {
            let mut file = fs::File::create(&writing)?;
            file.write_all(number.as_encoded_bytes())?;
            file.sync_all()?;
            fs::rename(&writing, self.folder.join(CURRENT))?;
            fs::File::open(&self.folder)?.sync_all()
        };
        write().map_err(|source| self.error(source))
    }

    /// Removes an index that neither answers nor is being made. What can't be removed
    /// now goes at the next start.
    pub fn remove(&self, folder: &Path) {
        if let Err(error) = fs::remove_dir_all(folder) {
            tracing::warn!(%error, "an old search index can't be removed now");
        }
    }

    /// Bytes on disk.
    pub fn size(&self) -> u64 {
        size_of(&self.folder, 1)
    }

    fn numbered(&self, number: u64) -> PathBuf {
        self.folder.join(number.to_string())
    }

    fn read_current(&self) -> Option<u64> {
        let current = fs::read_to_string(self.folder.join(CURRENT)).ok()?;
        current.trim().parse().ok()
    }

    fn numbers(&self) -> Vec<u64> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        entries
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .collect()
    }

    /// The newest index beside the one that answers, when this version began it.
    fn unfinished(&self, answers: Option<&SearchIndex>) -> Option<SearchIndex> {
        let answers = answers?.folder();
        let newest = self.numbered(self.numbers().into_iter().max()?);
        if newest == answers {
            return None;
        }
        let index = SearchIndex::open_existing(&newest).ok()?;
        index.is_current().then_some(index)
    }

    fn remove_all_but(&self, keep: [&Path; 2]) {
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if entry.file_name() == CURRENT || keep.contains(&path.as_path()) {
                continue;
            }
            let removed = match entry.file_type() {
                Ok(kind) if kind.is_dir() => fs::remove_dir_all(&path),
                _ => fs::remove_file(&path),
            };
            if let Err(error) = removed {
                tracing::warn!(%error, "an old search index can't be removed now");
            }
        }
    }

    fn error(&self, source: std::io::Error) -> SearchError {
        SearchError::from_io(&self.folder, source)
    }
}
