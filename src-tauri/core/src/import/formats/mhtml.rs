//! Pages saved as one message with their pictures (RFC 2557), as Chromium and Internet
//! Explorer write them.

use std::io::{Read, SeekFrom};

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders};

use super::held::{FormatError, Found, Held, Input};
use super::read::MAX_THING;
use crate::domain::Facts;
use crate::extract::MediaType;

pub(super) fn read(
    input: &mut dyn Input,
    _name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let what = "the saved page";
    // The page comes first, its pictures after it: the start is enough of a large file.
    input.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    input.take(MAX_THING).read_to_end(&mut bytes)?;
    let message = MessageParser::default()
        .parse(&bytes)
        .ok_or(FormatError::Damaged {
            what,
            why: "no message in it".to_owned(),
        })?;
    let main = header(&message, "Snapshot-Content-Location");
    let (part, media) = page_part(&message, main.as_deref()).ok_or(FormatError::NoText { what })?;
    let body = message
        .raw_message
        .get(part.raw_body_offset() as usize..part.raw_end_offset() as usize)
        .unwrap_or_default();
    let page = Held::Page {
        name: None,
        bytes: decoded(part, body),
        media,
        charset: part
            .content_type()
            .and_then(|kind| kind.attribute("charset"))
            .map(str::to_owned),
        facts: Facts {
            title: message.subject().map(str::to_owned),
            url: main
                .or_else(|| part.content_location().map(str::to_owned))
                .filter(|url| url.starts_with("http")),
            saved: message.date().map(mail_parser::DateTime::to_rfc3339),
            ..Facts::default()
        },
    };
    // One thing only: there is nothing to stop after it.
    let _end = found(page);
    Ok(())
}

fn header(message: &Message<'_>, name: &str) -> Option<String> {
    let value = message.header_raw(name)?.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// The part that is the page: the one at the address that was saved, else the first.
fn page_part<'a>(
    message: &'a Message<'_>,
    main: Option<&str>,
) -> Option<(&'a MessagePart<'a>, MediaType)> {
    let html = |part: &&MessagePart<'_>| {
        part.is_content_type("text", "html") || part.is_content_type("application", "xhtml+xml")
    };
    let at_main = message
        .parts
        .iter()
        .filter(html)
        .find(|part| main.is_some() && part.content_location() == main);
    let page = at_main.or_else(|| message.parts.iter().find(html));
    match page {
        Some(part) => Some((part, MediaType::Html)),
        None => message
            .parts
            .iter()
            .find(|part| part.is_content_type("text", "plain"))
            .map(|part| (part, MediaType::Text)),
    }
}

/// The part's bytes in their own encoding of letters, which the page itself declares.
fn decoded(part: &MessagePart<'_>, body: &[u8]) -> Vec<u8> {
    let decoded = match part.encoding {
        Encoding::None => None,
        Encoding::QuotedPrintable => quoted_printable_decode(body),
        Encoding::Base64 => base64_decode(body),
    };
    decoded.unwrap_or_else(|| body.to_vec())
}
