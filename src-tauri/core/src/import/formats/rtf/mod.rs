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

use super::package::{self, Cut};
use super::{FormatError, Found, Input};
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
    // The file's bytes are let go before an article is made of its text.
    let (document, cut) = document(input)?;
    package::hand_on(document, cut, WHAT, found)
}

/// The document, and why it is not all of it.
fn document(input: &mut dyn Input) -> Result<(Document, Option<Cut>), FormatError> {
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
    let mut full = bytes.len() as u64 >= READ_LIMIT;
    for token in Tokens::new(text) {
        interpreter.take(token);
        if interpreter.is_full() {
            full = true;
            break;
        }
    }
    let whole = interpreter.finish();
    let lines = interpreter.paragraphs.flow.finish();
    let mut facts = interpreter.information.facts(&lines);
    if let Some(author) = interpreter.paragraphs.author {
        facts.byline = vec![author];
    }
    let cut = if full {
        Some(Cut::TooLarge)
    } else {
        (!whole).then_some(Cut::Damaged)
    };
    Ok((Document { facts, lines }, cut))
}
