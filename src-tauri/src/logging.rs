//! The log: one file a day, a week of them, in the system's place for logs.
//!
//! It holds ids, codes, counts and times. It never holds words of an article,
//! a note, a title or a name; whoever adds a line keeps to that.

use std::path::{Path, PathBuf};

use tracing_appender::rolling::{InitError, RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// How many days are kept.
const DAYS: usize = 7;
/// What is logged where `DRAGOMAN_LOG` does not say otherwise.
const LEVELS: &str = "warn,dragoman_desktop=info,dragoman_core=info";

#[derive(Debug, thiserror::Error)]
pub enum LogError {
    #[error("the folder {} can't be made: {source}", .folder.display())]
    Folder {
        folder: PathBuf,
        source: std::io::Error,
    },
    #[error("the log's file can't be opened: {0}")]
    File(#[from] InitError),
    #[error("a log is already being written: {0}")]
    Already(#[from] tracing::subscriber::SetGlobalDefaultError),
}

/// Begins to log into `folder`. Each line is written at once, so that the lines
/// before a crash are there after it.
pub fn start(folder: &Path) -> Result<(), LogError> {
    std::fs::create_dir_all(folder).map_err(|source| LogError::Folder {
        folder: folder.to_owned(),
        source,
    })?;
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("dragoman")
        .filename_suffix("log")
        .max_log_files(DAYS)
        .build(folder)?;
    let levels = EnvFilter::try_from_env("DRAGOMAN_LOG").unwrap_or_else(|_| EnvFilter::new(LEVELS));
    let subscriber = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_env_filter(levels)
        .with_writer(file)
        .finish();
    tracing::subscriber::set_global_default(subscriber)?;
    Ok(())
}
