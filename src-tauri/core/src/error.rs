//! What can go wrong, with what failed, on what, and a closed code for the window.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::search::SearchError;

/// The closed set of failures that the window has words for.
/// Add one only when something treats it differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    NotFound,
    InvalidInput,
    /// It would lie within itself.
    Circle,
    /// It was changed elsewhere since it was read.
    Conflict,
    /// The notebook is open in another process.
    AlreadyOpen,
    /// The notebook was written by a newer Dragoman.
    StoreTooNew,
    StoreDamaged,
    /// The folder holds no notebook.
    NotANotebook,
    Network,
    DiskFull,
    NotReadable,
    NotWritable,
    IndexUnavailable,
    Cancelled,
    Internal,
}

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{what} was not found")]
    NotFound { what: String },
    #[error("{what} can't be used: {why}")]
    InvalidInput { what: String, why: String },
    #[error("{inner} is part of {outer} or located in it already, and can't be the other way too")]
    Circle { inner: String, outer: String },
    #[error("{what} was changed since it was read; read it again")]
    Conflict { what: String },
    #[error("the notebook {} is open in another window or command; close that first", .folder.display())]
    AlreadyOpen { folder: PathBuf },
    #[error(
        "the notebook {} has schema {found}, and this version of Dragoman knows up to {known}; use a newer version",
        .folder.display()
    )]
    StoreTooNew {
        folder: PathBuf,
        found: i64,
        known: i64,
    },
    #[error("the database of the notebook {} is damaged: {what}", .folder.display())]
    StoreDamaged { folder: PathBuf, what: String },
    #[error("{} holds no notebook", .folder.display())]
    NotANotebook { folder: PathBuf },
    #[error("{action} {} failed: {source}", .path.display())]
    Io {
        action: &'static str,
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("the database could not {action}: {source}")]
    Database {
        action: &'static str,
        source: rusqlite::Error,
    },
    #[error("{what} in the database can't be read: {source}")]
    Format {
        what: &'static str,
        source: serde_json::Error,
    },
    #[error(transparent)]
    Index(#[from] SearchError),
    #[error("cancelled")]
    Cancelled,
    #[error("{what}; this is a defect of Dragoman")]
    Internal { what: &'static str },
}

pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// A file that could not be read or written.
    pub fn io(action: &'static str, path: &Path, source: std::io::Error) -> Self {
        Self::Io {
            action,
            path: path.to_owned(),
            source,
        }
    }

    pub(crate) fn not_found(what: impl std::fmt::Display) -> Self {
        Self::NotFound {
            what: what.to_string(),
        }
    }

    pub fn code(&self) -> ErrorCode {
        match self {
            Self::NotFound { .. } => ErrorCode::NotFound,
            Self::InvalidInput { .. } => ErrorCode::InvalidInput,
            Self::Circle { .. } => ErrorCode::Circle,
            Self::Conflict { .. } => ErrorCode::Conflict,
            Self::AlreadyOpen { .. } => ErrorCode::AlreadyOpen,
            Self::StoreTooNew { .. } => ErrorCode::StoreTooNew,
            Self::StoreDamaged { .. } | Self::Format { .. } => ErrorCode::StoreDamaged,
            Self::NotANotebook { .. } => ErrorCode::NotANotebook,
            Self::Io { action, source, .. } => io_code(action, source),
            Self::Database { source, .. } => database_code(source),
            Self::Index(_) => ErrorCode::IndexUnavailable,
            Self::Cancelled => ErrorCode::Cancelled,
            Self::Internal { .. } => ErrorCode::Internal,
        }
    }
}

fn io_code(action: &str, source: &std::io::Error) -> ErrorCode {
    use std::io::ErrorKind;
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ErrorCode::DiskFull,
        ErrorKind::NotFound => ErrorCode::NotFound,
        _ if action.starts_with("reading") => ErrorCode::NotReadable,
        _ => ErrorCode::NotWritable,
    }
}

fn database_code(source: &rusqlite::Error) -> ErrorCode {
    use rusqlite::ErrorCode as Sqlite;
    match source.sqlite_error_code() {
        Some(Sqlite::DiskFull) => ErrorCode::DiskFull,
        Some(Sqlite::DatabaseCorrupt | Sqlite::NotADatabase) => ErrorCode::StoreDamaged,
        Some(Sqlite::ReadOnly | Sqlite::CannotOpen | Sqlite::PermissionDenied) => {
            ErrorCode::NotWritable
        }
        _ => ErrorCode::Internal,
    }
}

/// The action is named where the transaction is: see `Store::read` and `Store::write`.
impl From<rusqlite::Error> for Error {
    fn from(source: rusqlite::Error) -> Self {
        Self::Database {
            action: "run a statement",
            source,
        }
    }
}
