//! What a file holds: one page, one document, or many of them.
//!
//! Every reader in this folder has the same shape, so that a file of any format is
//! read as a stream, in bounded memory, and can be stopped between two things:
//! `fn read(input: &mut dyn Input, name: &str, found: &mut Found<'_>) -> Result<(), FormatError>`.

use std::io::{Read, Seek};
use std::ops::ControlFlow;

use crate::domain::{ArticleParts, Document, Facts, OutcomeCode};
use crate::extract::MediaType;

/// Where a reader reads from: a file on disk or bytes in memory.
pub(crate) trait Input: Read + Seek {}
impl<T: Read + Seek> Input for T {}

/// Takes each thing as it is found; `Break` asks the reader to stop there.
pub(crate) type Found<'a> = dyn FnMut(Held) -> ControlFlow<()> + 'a;

/// One thing that a file holds.
#[derive(Debug)]
pub(crate) enum Held {
    /// A page or a text, with all its furniture.
    Page {
        /// Path inside an archive, subject of a message; `None` where the file is the page.
        name: Option<String>,
        bytes: Vec<u8>,
        media: MediaType,
        charset: Option<String>,
        facts: Facts,
    },
    /// A text whose structure the format knows.
    Document {
        name: Option<String>,
        document: Document,
    },
    /// An article that needs no reading, as in the export of another program.
    Ready {
        name: Option<String>,
        parts: Box<ArticleParts>,
    },
    /// A file inside an archive or a message, of a format still to be found out.
    File {
        name: String,
        bytes: Vec<u8>,
        facts: Facts,
    },
    /// An address without its page. It is listed to be fetched when a person says so.
    Link {
        url: String,
        facts: Facts,
        /// Where the list that it is from kept it: folders from the outside in, tags.
        kept_in: Option<String>,
    },
    /// Something inside that could not be read; the rest goes on.
    Unread {
        name: String,
        code: OutcomeCode,
        detail: Option<String>,
    },
}

/// Why a file could not be read to its end. What was found before stays.
#[derive(Debug, thiserror::Error)]
pub enum FormatError {
    #[error("reading failed: {0}")]
    Io(#[from] std::io::Error),
    /// Truncated, or not what its name says.
    #[error("{what} is damaged: {why}")]
    Damaged { what: &'static str, why: String },
    /// A password is asked for.
    #[error("{what} is encrypted")]
    Encrypted { what: &'static str },
    /// It unpacks to more than is read.
    #[error("{what} holds more than is read")]
    TooLarge { what: &'static str },
    /// Archives in archives in archives.
    #[error("it lies too deep in other archives")]
    TooDeep,
    /// A PDF of pictures, a message of attachments only.
    #[error("{what} holds no text")]
    NoText { what: &'static str },
    /// No reader takes this format.
    #[error("this format is not read")]
    NotRead,
}
