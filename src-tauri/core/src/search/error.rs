//! What can go wrong in the search room.

use std::path::PathBuf;

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
    /// Sorts a tantivy error out by what can be done about it.
    pub(super) fn from_tantivy(folder: &std::path::Path, error: tantivy::TantivyError) -> Self {
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
