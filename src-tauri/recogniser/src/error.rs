//! What can go wrong. Recognising itself fails only when it is cancelled or the model
//! does not fit the program.

use std::path::PathBuf;

/// Why a model could not be loaded or run.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    #[error("cannot read the recogniser's model at {path}: {source}")]
    Read {
        path: PathBuf,
        source: std::io::Error,
    },
    /// The file is not the model that this version reads; says what is wrong with it.
    #[error("the recogniser's model is damaged or of another version: {0}")]
    Model(&'static str),
    #[error("the recogniser's model cannot be loaded: {0}")]
    Load(#[from] rten::LoadError),
    #[error("the recogniser's model cannot be run: {0}")]
    Run(#[from] rten::RunError),
    #[error("recognising was cancelled")]
    Cancelled,
}
