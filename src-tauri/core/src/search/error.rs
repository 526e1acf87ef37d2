//! What can go wrong in the search room.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use crate::domain::IndexProblem;

/// Nothing here touches what the reporter wrote or kept: the index is derived.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    #[error("the search index folder {folder} can't be read or made")]
    Folder {
        folder: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error(
        "the search index in {folder} can't be written to now; searching goes on with what it has"
    )]
    ReadOnly {
        folder: PathBuf,
        #[source]
        source: Box<tantivy::TantivyError>,
    },
    #[error("the disk that holds the search index in {folder} is full")]
    DiskFull { folder: PathBuf },
    #[error("the search index in {folder} is damaged; it can be deleted and is then rebuilt")]
    Damaged {
        folder: PathBuf,
        #[source]
        source: Option<Box<tantivy::TantivyError>>,
    },
}

impl SearchError {
    /// Sorts an error of the folder out by what can be done about it.
    pub(super) fn from_io(folder: &Path, source: std::io::Error) -> Self {
        let folder = folder.to_owned();
        match source.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
                Self::DiskFull { folder }
            }
            _ => Self::Folder { folder, source },
        }
    }

    /// What to tell a person.
    pub fn problem(&self) -> IndexProblem {
        match self {
            Self::Folder { .. } | Self::ReadOnly { .. } => IndexProblem::NotWritable,
            Self::DiskFull { .. } => IndexProblem::DiskFull,
            Self::Damaged { .. } => IndexProblem::Damaged,
        }
    }

    /// Sorts a tantivy error out by what can be done about it.
    pub(super) fn from_tantivy(folder: &Path, error: tantivy::TantivyError) -> Self {
        let folder = folder.to_owned();
        if is_disk_full(&error) {
            return Self::DiskFull { folder };
        }
        match error {
            tantivy::TantivyError::LockFailure(..) | tantivy::TantivyError::IoError(_) => {
                Self::ReadOnly {
                    folder,
                    source: Box::new(error),
                }
            }
            tantivy::TantivyError::OpenDirectoryError(_)
            | tantivy::TantivyError::OpenWriteError(_) => Self::ReadOnly {
                folder,
                source: Box::new(error),
            },
            _ => Self::Damaged {
                folder,
                source: Some(Box::new(error)),
            },
        }
    }
}

/// Does work on the index in `folder`. tantivy panics on some kinds of damage; the
/// notebook must live on.
pub(super) fn guarded<T>(
    folder: &Path,
    work: impl FnOnce() -> tantivy::Result<T>,
) -> Result<T, SearchError> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(answer) => answer.map_err(|error| SearchError::from_tantivy(folder, error)),
        Err(_) => {
            tracing::error!("the search index panicked");
            Err(SearchError::Damaged {
                folder: folder.to_owned(),
                source: None,
            })
        }
    }
}

fn is_disk_full(error: &tantivy::TantivyError) -> bool {
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(error) = cause {
        let kind = error
            .downcast_ref::<std::io::Error>()
            .map(std::io::Error::kind);
        if kind == Some(std::io::ErrorKind::StorageFull) {
            return true;
        }
        cause = error.source();
    }
    false
}
