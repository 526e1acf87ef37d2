//! Web archives (ISO 28500): the pages and texts among their records.

use std::io::{BufRead, BufReader, Read, SeekFrom};

use flate2::read::MultiGzDecoder;

use super::held::{FormatError, Found, Held, Input};
use super::http;
use super::read::MAX_THING;
use crate::domain::{Facts, OutcomeCode};
use crate::extract::MediaType;

/// The longest line of a record's head, and the most lines of it.
const MAX_LINE: u64 = 16 << 10;
const MAX_LINES: usize = 200;

const WHAT: &str = "the web archive";

pub(super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    input.seek(SeekFrom::Start(0))?;
    let mut buffered = BufReader::with_capacity(1 << 16, input);
    let packed = buffered.fill_buf()?.starts_with(b"\x1F\x8B");
    let mut left_out = 0;
    let read = if packed {
        // Each record is a gzip stream of its own, one after the other.
        let unpacked = MultiGzDecoder::new(buffered);
        read_records(
            &mut BufReader::with_capacity(1 << 16, unpacked),
            found,
            &mut left_out,
        )
    } else {
        read_records(&mut buffered, found, &mut left_out)
    };
    if left_out > 0 {
        // It comes last, so there is nothing to stop after it.
        let _end = found(Held::Unread {
            name: String::new(),
            code: OutcomeCode::LeftOut,
            detail: Some(left_out.to_string()),
        });
    }
    match read {
        Ok(0) if left_out == 0 => Err(damaged(&format!("no record in {name}"))),
        other => other.map(drop),
    }
}

fn damaged(why: &str) -> FormatError {
    FormatError::Damaged {
        what: WHAT,
        why: why.to_owned(),
    }
}

/// What the head of a record says.
#[derive(Default)]
struct Head {
    kind: String,
    address: Option<String>,
    date: Option<String>,
    content_type: String,
    length: u64,
}

/// Returns how many records there were.
fn read_records(
    input: &mut dyn BufRead,
    found: &mut Found<'_>,
    left_out: &mut u64,
) -> Result<u64, FormatError> {
    let mut records = 0;
    while let Some(head) = read_head(input)? {
        records += 1;
        let mut body = input.take(head.length);
        let flow = match head.kind.as_str() {
            "response" | "resource" => match page(&head, &mut body)? {
                Some(page) => found(page),
                None => {
                    *left_out += 1;
                    std::ops::ControlFlow::Continue(())
                }
            },
            // The same bytes as an earlier record.
            "revisit" => {
                *left_out += 1;
                std::ops::ControlFlow::Continue(())
            }
            _ => std::ops::ControlFlow::Continue(()),
        };
        if flow.is_break() {
            break;
        }
        std::io::copy(&mut body, &mut std::io::sink())?;
        if body.limit() > 0 {
            return Err(damaged("it ends within a record"));
        }
    }
    Ok(records)
}

/// The next record's head; `None` at the end of the archive.
fn read_head(input: &mut dyn BufRead) -> Result<Option<Head>, FormatError> {
    let mut line = Vec::new();
    // Two empty lines end the record before.
    for _ in 0..MAX_LINES {
        line.clear();
        if input.take(MAX_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        if !line.trim_ascii().is_empty() {
            break;
        }
    }
    if !line.starts_with(b"WARC/") {
        return Err(damaged("no record where one should begin"));
    }
    let mut head = Head::default();
    for _ in 0..MAX_LINES {
        line.clear();
        if input.take(MAX_LINE).read_until(b'\n', &mut line)? == 0 {
            return Err(damaged("it ends within a record"));
        }
        let text = String::from_utf8_lossy(line.trim_ascii()).into_owned();
        if text.is_empty() {
            return Ok(Some(head));
        }
        let Some((field, value)) = text.split_once(':') else {
            continue;
        };
        let value = value.trim();
        match field.trim().to_ascii_lowercase().as_str() {
            "warc-type" => head.kind = value.to_ascii_lowercase(),
            // Version 1.0 put it in angle brackets.
            "warc-target-uri" => {
                head.address = Some(value.trim_matches(['<', '>']).to_owned());
            }
            "warc-date" => head.date = Some(value.to_owned()),
            "content-type" => head.content_type = value.to_ascii_lowercase(),
            "content-length" => {
                head.length = value
                    .parse()
                    .map_err(|_| damaged("a record has no length"))?;
            }
            _ => {}
        }
    }
    Err(damaged("the head of a record is too long"))
}

/// The page or text in a record; `None` for pictures, scripts, errors and redirects.
fn page(head: &Head, body: &mut dyn Read) -> Result<Option<Held>, FormatError> {
    // What the crawler tells of itself is no page: its log, its arguments.
    let Some(address) = head
        .address
        .as_deref()
        .filter(|address| !address.starts_with("metadata:"))
    else {
        return Ok(None);
    };
    let http = head.content_type.starts_with("application/http");
    // What says that it is no page is left where it is.
    if !http && kind_of(&head.content_type).is_none() {
        return Ok(None);
    }
    let mut body = BufReader::new(body);
    let answer = if http {
        match http::read_head(&mut body)? {
            Some(answer) if answer.status == 200 => answer,
            _ => return Ok(None),
        }
    } else {
        http::Answer::of(&head.content_type)
    };
    let Some(kind) = kind_of(&answer.content_type).filter(|_| !is_for_robots(address)) else {
        return Ok(None);
    };
    let bytes = answer.body(&mut body, MAX_THING)?;
    let facts = Facts {
        url: address.starts_with("http").then(|| address.to_owned()),
        saved: head.date.clone(),
        ..Facts::default()
    };
    let name = Some(address.to_owned());
    Ok(Some(match kind {
        Kind::Text(media) => Held::Page {
            name,
            bytes,
            media,
            charset: answer.charset,
            facts,
        },
        Kind::File => Held::File {
            name: address.to_owned(),
            bytes,
            facts,
        },
    }))
}

enum Kind {
    Text(MediaType),
    File,
}

fn kind_of(content_type: &str) -> Option<Kind> {
    match content_type.split(';').next().unwrap_or_default().trim() {
        "text/html" | "application/xhtml+xml" => Some(Kind::Text(MediaType::Html)),
        "text/plain" => Some(Kind::Text(MediaType::Text)),
        "text/markdown" => Some(Kind::Text(MediaType::Markdown)),
        "application/pdf" => Some(Kind::File),
        _ => None,
    }
}

/// Crawlers keep what sites tell them.
fn is_for_robots(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    path.ends_with("/robots.txt") || path.ends_with("/ads.txt")
}
