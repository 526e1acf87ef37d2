//! How a failure crosses to the window: a closed code and the thing it is about.
//! The words for people are written once, in the UI, keyed by the code.

use std::path::Path;

use dragoman_core::{Error, ErrorCode};
use serde::Serialize;

use crate::pdf_page::DrawError;

/// What every command answers with.
pub type Answer<T> = Result<T, WireError>;

/// An error as the window receives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WireError {
    pub code: ErrorCode,
    /// What it is about: a file name, a folder, a number, the id of a log entry.
    /// Never a sentence to show as it is.
    pub detail: String,
}

impl WireError {
    pub fn new(code: ErrorCode, detail: impl Into<String>) -> Self {
        Self {
            code,
            detail: detail.into(),
        }
    }

    /// Nothing is open to ask.
    pub fn no_notebook() -> Self {
        Self::new(ErrorCode::NotANotebook, "")
    }
}

impl From<DrawError> for WireError {
    fn from(error: DrawError) -> Self {
        tracing::warn!(%error, "a page of a PDF was not drawn");
        Self::new(ErrorCode::NotReadable, "page")
    }
}

impl From<Error> for WireError {
    fn from(error: Error) -> Self {
        let code = error.code();
        let detail = subject(&error);
        // The display of an error may quote what a person wrote; its code may not.
        tracing::warn!(?code, "a request to the notebook failed");
        Self { code, detail }
    }
}

/// What failed, without the words around it.
fn subject(error: &Error) -> String {
    match error {
        Error::Circle { inner, .. } => inner.clone(),
        Error::NotFound { what } | Error::InvalidInput { what, .. } | Error::Conflict { what } => {
            what.clone()
        }
        Error::AlreadyOpen { folder }
        | Error::StoreDamaged { folder, .. }
        | Error::NotANotebook { folder } => name_of(folder),
        Error::StoreTooNew { found, .. } => found.to_string(),
        Error::Io { path, .. } => name_of(path),
        _ => String::new(),
    }
}

/// The last part of a path, as people call a file.
pub fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}
