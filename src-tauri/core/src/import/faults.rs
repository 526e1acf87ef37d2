//! What is wrong with a file, in a reporter's words: a library's own are for programmers.

use std::io::{self, ErrorKind};

use zip::result::ZipError;

const CUT: &str = "it ends before it should";

/// Of a failed reading or unpacking.
pub(crate) fn of_reading(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::UnexpectedEof => CUT.to_owned(),
        // Decoders say so of what they cannot make sense of.
        ErrorKind::InvalidData | ErrorKind::InvalidInput => {
            "a part of it makes no sense".to_owned()
        }
        ErrorKind::PermissionDenied => "you may not open it".to_owned(),
        ErrorKind::NotFound => "it is no longer there".to_owned(),
        // A disk's own error: its words and number help whoever looks after the machine.
        _ => error.to_string(),
    }
}

/// Of an archive.
pub(crate) fn of_archive(error: &ZipError) -> String {
    match error {
        ZipError::Io(error) => of_reading(error),
        _ => "its list of files makes no sense".to_owned(),
    }
}

/// Of JSON.
pub(crate) fn of_json(error: &serde_json::Error) -> String {
    match error.classify() {
        serde_json::error::Category::Io => error
            .io_error_kind()
            .map_or_else(|| CUT.to_owned(), |kind| of_reading(&kind.into())),
        serde_json::error::Category::Eof => CUT.to_owned(),
        serde_json::error::Category::Syntax if error.line() > 1 => {
            format!("line {} is not written as JSON is", error.line())
        }
        serde_json::error::Category::Syntax => "it is not written as JSON is".to_owned(),
        // A field that is missing or of another kind is named.
        serde_json::error::Category::Data => {
            let told = error.to_string();
            told.split(" at line ").next().unwrap_or(&told).to_owned()
        }
    }
}
