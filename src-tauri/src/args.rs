//! What may be written after the program's name.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::pdf_page;

pub const USAGE: &str = "\
Usage: dragoman-desktop [--notebook DIR]

Opens the window of Dragoman, an offline research notebook.

  --notebook DIR  open the notebook in DIR; make it there when there is none
  --help          show this text
  --version       show the version
";

/// What the program is asked to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    /// Open the window with this notebook, or with the last one.
    Open {
        notebook: Option<PathBuf>,
    },
    /// Draw a page of the PDF on the standard input; asked by the window itself.
    DrawPage {
        page: u32,
    },
    Help,
    Version,
}

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArgumentError {
    #[error("--notebook needs a folder after it")]
    NoFolder,
    #[error("{0:?} is not understood")]
    Unknown(OsString),
}

/// Reads the arguments after the program's name.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Request, ArgumentError> {
    let mut notebook = None;
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(Request::Help),
            Some("--version" | "-V") => return Ok(Request::Version),
            Some(pdf_page::ARGUMENT) => {
                let page = arguments.next().unwrap_or_default();
                let number = page.to_str().and_then(|page| page.parse().ok());
                let page = number.ok_or(ArgumentError::Unknown(page))?;
                return Ok(Request::DrawPage { page });
            }
            Some("--notebook") => {
                let folder = arguments.next().ok_or(ArgumentError::NoFolder)?;
                notebook = Some(PathBuf::from(folder));
            }
            _ => return Err(ArgumentError::Unknown(argument)),
        }
    }
    Ok(Request::Open { notebook })
}
