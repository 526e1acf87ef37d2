//! What can go wrong in the search room.

use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenDirectoryError, OpenReadError, OpenWriteError};

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
        source: Box<TantivyError>,
    },
    #[error("the disk that holds the search index in {folder} is full")]
    DiskFull { folder: PathBuf },
    #[error("the search index in {folder} is damaged; it can be deleted and is then rebuilt")]
    Damaged {
        folder: PathBuf,
        #[source]
        source: Option<Box<TantivyError>>,
    },
    #[error("the question is no longer asked")]
    NoLongerAsked,
}

impl SearchError {
    /// Sorts an error of the folder out by what can be done about it.
    pub(super) fn from_io(folder: &Path, source: std::io::Error) -> Self {
        let folder = folder.to_owned();
        match is_full(source.kind()) {
            true => Self::DiskFull { folder },
            false => Self::Folder { folder, source },
        }
    }

    /// What to tell a person.
    pub fn problem(&self) -> IndexProblem {
        match self {
            Self::Folder { .. } | Self::ReadOnly { .. } => IndexProblem::NotWritable,
            Self::DiskFull { .. } => IndexProblem::DiskFull,
            // Nobody is told of the latter: who asked has asked something else.
            Self::Damaged { .. } | Self::NoLongerAsked => IndexProblem::Damaged,
        }
    }

    /// Sorts a tantivy error out by what can be done about it.
    pub(super) fn from_tantivy(folder: &Path, error: TantivyError) -> Self {
        let folder = folder.to_owned();
        if is_disk_full(&error) {
            return Self::DiskFull { folder };
        }
        match error {
            TantivyError::LockFailure(..) | TantivyError::IoError(_) => Self::ReadOnly {
                folder,
                source: Box::new(error),
            },
            TantivyError::OpenDirectoryError(_) | TantivyError::OpenWriteError(_) => {
                Self::ReadOnly {
                    folder,
                    source: Box::new(error),
                }
            }
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

fn is_disk_full(error: &TantivyError) -> bool {
    io_error(error).is_some_and(|error| is_full(error.kind()))
}

fn is_full(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::StorageFull | ErrorKind::QuotaExceeded)
}

/// What the system said. tantivy names it as the source of none of its errors.
fn io_error(error: &TantivyError) -> Option<&std::io::Error> {
    match error {
        TantivyError::IoError(io_error)
        | TantivyError::LockFailure(LockError::IoError(io_error), _)
        | TantivyError::OpenWriteError(OpenWriteError::IoError { io_error, .. })
        | TantivyError::OpenReadError(OpenReadError::IoError { io_error, .. })
        | TantivyError::OpenDirectoryError(
            OpenDirectoryError::IoError { io_error, .. }
            | OpenDirectoryError::FailedToCreateTempDir(io_error),
        ) => Some(io_error),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind};
    use std::path::Path;

    use tantivy::TantivyError;
    use tantivy::directory::error::{LockError, OpenWriteError};

    use super::SearchError;
    use crate::domain::IndexProblem;

    #[test]
    fn a_full_disk_is_told_from_a_folder_that_is_not_to_be_written_to() {
        let problem = |error: TantivyError| SearchError::from_tantivy(Path::new("index"), error);
        for kind in [ErrorKind::StorageFull, ErrorKind::QuotaExceeded] {
            let opening = OpenWriteError::wrap_io_error(kind.into(), "index/1.idx".into());
            let lock = LockError::wrap_io_error(kind.into());
            for error in [
                TantivyError::from(Error::from(kind)),
                TantivyError::from(opening),
                TantivyError::LockFailure(lock, None),
            ] {
                assert_eq!(problem(error).problem(), IndexProblem::DiskFull);
            }
        }
        let denied = TantivyError::from(Error::from(ErrorKind::PermissionDenied));
        assert_eq!(problem(denied).problem(), IndexProblem::NotWritable);
    }
}
