//! What ends a command, and its exit code.

use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Notebook(#[from] dragoman_core::Error),
    #[error("{0} is not in this notebook")]
    NoSuchArticle(String),
    #[error("{} can't be read: {source}", .path.display())]
    Unreadable {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error(transparent)]
    Recogniser(#[from] dragoman_core::entities::proposing::RecogniserError),
    #[error("standard output: {0}")]
    Output(#[from] std::io::Error),
    #[error("a result can't be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

impl Failure {
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::NoSuchArticle(_) | Self::Unreadable { .. } => 1,
            Self::Notebook(error) if error.code() == dragoman_core::ErrorCode::NotFound => 1,
            Self::Notebook(_) | Self::Recogniser(_) | Self::Output(_) | Self::Json(_) => 3,
        }
    }
}
