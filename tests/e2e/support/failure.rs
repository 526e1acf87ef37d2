//! Why a journey could not go on.

use std::path::PathBuf;
use std::time::Duration;

/// Anything that stops a journey, with what it was about.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error("{program} could not be started: {source}; `cargo xtask e2e` installs what is missing")]
    Start {
        program: String,
        source: std::io::Error,
    },
    #[error("{program} failed: {output}")]
    Program { program: String, output: String },
    #[error("{program} ended or fell silent before it was ready")]
    NotReady { program: String },
    #[error("{}: {source}", path.display())]
    File {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("the driver can't be reached: {0}")]
    Http(#[from] ureq::Error),
    #[error("the driver answered with something that is not WebDriver: {0}")]
    Answer(String),
    #[error("the driver refused {command}: {error}: {message}")]
    Refused {
        command: String,
        error: String,
        message: String,
    },
    #[error("waited {} s for {what}{}", time.as_secs(), seen.as_ref().map(|seen| format!("; instead: {seen}")).unwrap_or_default())]
    Waited {
        what: String,
        time: Duration,
        seen: Option<String>,
    },
    #[error("{0}")]
    Expected(String),
}

impl Failure {
    /// An element that was found is no longer in the page.
    /// <https://www.w3.org/TR/webdriver2/#dfn-stale-element-reference>
    pub fn is_stale(&self) -> bool {
        matches!(self, Self::Refused { error, .. } if error == "stale element reference")
    }

    /// For `map_err` on file operations.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}
