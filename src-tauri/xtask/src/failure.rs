//! What can stop a task, and what to do about it.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::process::{ExitCode, ExitStatus};

/// Why a task stopped.
#[derive(Debug)]
pub enum Failure {
    /// A program could not be started at all.
    Start { line: String, source: io::Error },
    /// A program ran and reported failure.
    Program { line: String, status: ExitStatus },
    /// A file could not be read or written.
    File { path: PathBuf, source: io::Error },
    /// Something is missing that only the person at the machine can install.
    Missing { what: String, command: String },
    /// A check found something; each finding is already printed.
    Findings { check: &'static str, count: usize },
    /// Steps of a longer run failed; their output is above.
    Steps { failed: Vec<String> },
    /// The command line makes no sense.
    Usage(String),
}

impl Failure {
    /// 2 for a command line that makes no sense, 1 for everything else.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        }
    }

    /// For `map_err` on file operations.
    pub fn file(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::File { path, source }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start { line, source } => write!(out, "could not start `{line}`: {source}"),
            Self::Program { line, status } => write!(out, "`{line}` failed: {status}"),
            Self::File { path, source } => write!(out, "{}: {source}", path.display()),
            Self::Missing { what, command } => {
                write!(
                    out,
                    "missing: {what}\nrun this, then try again:\n\n    {command}\n"
                )
            }
            Self::Findings { check, count: 1 } => write!(out, "{check}: 1 finding, see above"),
            Self::Findings { check, count } => write!(out, "{check}: {count} findings, see above"),
            Self::Steps { failed } => write!(out, "failed: {}", failed.join(", ")),
            Self::Usage(words) => write!(out, "{words}"),
        }
    }
}
