//! Rich Text Format (.rtf), as word processors and mail programs of all ages wrote it.

mod charset;
mod destination;
mod information;
mod interpreter;
mod paragraphs;
mod token;

use std::io::{Read, SeekFrom};

use interpreter::Interpreter;
use token::Tokens;

use super::{FormatError, Found, Held, Input};
use crate::domain::Document;

const WHAT: &str = "RTF text";

/// More of a file is not read: the rest is pictures.
const READ_LIMIT: u64 = 128 * 1024 * 1024;

/// Reads an RTF file: one text with its structure.
pub(super) fn read(
    input: &mut dyn Input,
    _name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    input.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    input.take(READ_LIMIT).read_to_end(&mut bytes)?;
    let start = bytes.iter().position(|&byte| byte == b'{').unwrap_or(0);
    let text = bytes.get(start..).unwrap_or_default();
    if start > 64 || !text.starts_with(b"{\\rtf") {
        return Err(FormatError::Damaged {
            what: WHAT,
            why: "it does not begin as one".to_owned(),
        });
    }
    let mut interpreter = Interpreter::new();
    for token in Tokens::new(text) {
        interpreter.take(token);
        if interpreter.paragraphs.flow.is_full() {
            break;
        }
    }
    let whole = interpreter.finish();
    let full = interpreter.paragraphs.flow.is_full() || bytes.len() as u64 >= READ_LIMIT;
    let lines = interpreter.paragraphs.flow.finish();
    let mut facts = interpreter.information.facts(&lines);
    if let Some(author) = interpreter.paragraphs.author {
        facts.byline = vec![author];
    }
    let empty = lines.is_empty();
    let held = Held::Document {
        name: None,
        document: Document { facts, lines },
    };
    if !empty && found(held).is_break() {
        return Ok(());
    }
    match (full, whole) {
        (true, _) => Err(FormatError::TooLarge { what: WHAT }),
        (false, false) => Err(FormatError::Damaged {
            what: WHAT,
            why: "its text breaks off".to_owned(),
        }),
        (false, true) if empty => Err(FormatError::NoText { what: WHAT }),
        (false, true) => Ok(()),
    }
}
