//! Messages (.eml, .emlx): RFC 5322 and MIME. One message may hold one article, several
//! of a digest, other messages that it forwards, and attached files.

mod attached;
mod body;
mod envelope;
mod forwarded;
mod header;
mod lines;
mod plain;
mod stories;

use std::io::{Read, SeekFrom};

use mail_parser::{MessageParser, MimeHeaders, PartType};

use super::{FormatError, Found, Held, Input};
use crate::domain::Document;
use envelope::Envelope;

const WHAT: &str = "message";

/// More of one message is not read, in bytes: the text comes before what is attached.
pub(super) const MESSAGE_LIMIT: u64 = 25 * 1024 * 1024;
/// Messages inside messages are opened this deep.
const DEPTH: u32 = 4;

/// Reads a file of one message.
pub(super) fn read(
    input: &mut dyn Input,
    _name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    input.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    input.take(MESSAGE_LIMIT + 1).read_to_end(&mut bytes)?;
    let cut = bytes.len() as u64 > MESSAGE_LIMIT;
    message(without_length(&bytes), None, found)?;
    if cut {
        return Err(FormatError::TooLarge { what: WHAT });
    }
    Ok(())
}

/// Apple Mail writes the message's length on a line before it.
fn without_length(bytes: &[u8]) -> &[u8] {
    let digits = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit() || **byte == b' ')
        .count();
    match bytes.get(digits) {
        Some(b'\n') if digits > 0 => bytes.get(digits + 1..).unwrap_or_default(),
        _ => bytes,
    }
}

/// Reads one message; `name` is what it is called inside another file.
pub(super) fn message(
    bytes: &[u8],
    name: Option<&str>,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let mut things = Vec::new();
    open(bytes, name, DEPTH, &mut things)?;
    for held in things {
        if found(held).is_break() {
            return Ok(());
        }
    }
    Ok(())
}

/// Everything that a message holds, its own text first.
fn open(
    bytes: &[u8],
    name: Option<&str>,
    depth: u32,
    things: &mut Vec<Held>,
) -> Result<(), FormatError> {
    let Some(message) = MessageParser::default().parse(bytes) else {
        return Err(FormatError::Damaged {
            what: WHAT,
            why: "it has no header".to_owned(),
        });
    };
    let envelope = Envelope::of(&message);
    let root = message.parts.first();
    let sealed = root.is_some_and(|part| {
        let enveloped = part
            .content_type()
            .and_then(|kind| kind.attribute("smime-type"))
            .is_some_and(|kind| kind.contains("enveloped"));
        part.is_content_type("multipart", "encrypted") || enveloped
    });
    if sealed {
        return Err(FormatError::Encrypted { what: WHAT });
    }
    let before = things.len();
    let lines = body::lines(&message, &envelope);
    let attached: Vec<Held> = message
        .attachments
        .iter()
        .filter_map(|&at| message.part(at))
        .filter(|part| !matches!(part.body, PartType::Message(_)))
        .filter_map(|part| attached::file(part, &message, &envelope))
        .collect();
    let forwards = message
        .parts
        .iter()
        .any(|part| matches!(part.body, PartType::Message(_)));
    // "See attached" is no article beside the one that is attached.
    let worth = lines.iter().any(|line| line.is_running()) || attached.is_empty() && !forwards;
    if worth && lines.iter().any(|line| !line.text.is_empty()) {
        for (story, document) in stories::documents(lines, &envelope) {
            things.push(Held::Document {
                name: story.or_else(|| {
                    name.map(|name| envelope.subject.clone().unwrap_or(name.to_owned()))
                }),
                document,
            });
        }
    }
    for part in &message.parts {
        let PartType::Message(inner) = &part.body else {
            continue;
        };
        let title = Envelope::of(inner).subject;
        let title = title.unwrap_or_else(|| "message.eml".to_owned());
        if depth == 0 {
            things.push(Held::Unread {
                name: title,
                code: FormatError::TooDeep.code(),
                detail: None,
            });
        } else if let Err(error) = open(part.contents(), Some(&title), depth - 1, things) {
            things.push(Held::Unread {
                name: title,
                code: error.code(),
                detail: error.detail(),
            });
        }
    }
    things.extend(attached);
    if things.len() == before {
        return Err(FormatError::NoText { what: WHAT });
    }
    Ok(())
}

/// A message's lines as a document.
fn document(lines: Vec<lines::Line>, facts: crate::domain::Facts) -> Document {
    Document {
        facts,
        lines: lines
            .into_iter()
            .filter_map(lines::Line::finished)
            .collect(),
    }
}
