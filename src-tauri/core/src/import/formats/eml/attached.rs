//! Files attached to a message.

use mail_parser::{Message, MessagePart, MimeHeaders};

use super::super::Held;
use super::body;
use super::envelope::Envelope;
use super::header;
use crate::domain::Facts;

/// Endings of attached files that may hold an article.
#[rustfmt::skip]
const TEXTS: &[&str] = &[
    "pdf", "doc", "docx", "docm", "odt", "fodt", "rtf", "epub", "html", "htm", "xhtml", "mht", "mhtml", "txt", "md", "eml", "msg", "mbox", "zip",
    "webarchive", "warc", "ris", "bib", "url", "webloc", "pages",
];

/// Media types of the same, for files without an ending.
#[rustfmt::skip]
const TYPES: &[(&str, &str, &str)] = &[
    ("application", "pdf", "pdf"), ("application", "rtf", "rtf"), ("text", "rtf", "rtf"), ("application", "epub+zip", "epub"),
    ("text", "html", "html"), ("application", "zip", "zip"),
    ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ("application", "vnd.oasis.opendocument.text", "odt"), ("application", "msword", "doc"),
];

/// The attached file, when it may hold an article; pictures, calendars and keys do not.
pub(super) fn file(part: &MessagePart, message: &Message, envelope: &Envelope) -> Option<Held> {
    let name = part
        .attachment_name()
        .map(|name| header::decode(name.as_bytes(), None));
    let ending = name
        .as_deref()
        .and_then(|name| name.rsplit_once('.'))
        .map(|(_, ending)| ending.to_lowercase());
    let kind = TYPES
        .iter()
        .find(|(kind, subtype, _)| part.is_content_type(kind, subtype))
        .map(|(_, _, ending)| *ending);
    let read = ending
        .as_deref()
        .is_some_and(|ending| TEXTS.contains(&ending));
    let name = match (name, kind) {
        (Some(name), _) if read => name,
        (Some(name), Some(kind)) if ending.is_none() => format!("{name}.{kind}"),
        (None, Some(kind)) => format!("attachment.{kind}"),
        _ => return None,
    };
    // Only the file's own name counts, whatever path was sent with it.
    let name = name
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .to_owned();
    let bytes = body::bytes(part, message);
    (!bytes.is_empty()).then(|| Held::File {
        name,
        bytes,
        facts: Facts {
            saved: envelope.date.clone(),
            ..Facts::default()
        },
    })
}
