//! Folders of messages in one file (.mbox): RFC 4155 and the variants mboxo, mboxrd, mboxcl.
//!
//! Read as a stream: one message is in memory at a time.

use std::io::{BufRead, BufReader, Read, SeekFrom};

use super::eml::{self, MESSAGE_LIMIT};
use super::{FormatError, Found, Held, Input};
use crate::domain::OutcomeCode;

const WHAT: &str = "mailbox";

/// A longer line is read in pieces, in bytes.
const LINE: u64 = 64 * 1024;

/// Reads a mailbox: each message in turn.
pub(super) fn read(
    input: &mut dyn Input,
    _name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    input.seek(SeekFrom::Start(0))?;
    let mut mailbox = Mailbox {
        reader: BufReader::with_capacity(LINE as usize * 4, input),
        line: Vec::new(),
    };
    let mut number = 0_u32;
    if !mailbox.skip_to_first()? {
        return Err(FormatError::Damaged {
            what: WHAT,
            why: "no message begins in it".to_owned(),
        });
    }
    while let Some(message) = mailbox.next()? {
        number += 1;
        let name = format!("message {number}");
        if message.cut {
            let unread = Held::Unread {
                name: name.clone(),
                code: OutcomeCode::TooLarge,
                detail: None,
            };
            if found(unread).is_break() {
                return Ok(());
            }
        }
        let mut stopped = false;
        let read = eml::message(&message.bytes, Some(&name), &mut |held| {
            let flow = found(held);
            stopped |= flow.is_break();
            flow
        });
        if let (Err(error), false) = (read, stopped) {
            let unread = Held::Unread {
                name,
                code: error.code(),
                detail: error.detail(),
            };
            stopped = found(unread).is_break();
        }
        if stopped {
            return Ok(());
        }
    }
    Ok(())
}

struct Mailbox<'i> {
    reader: BufReader<&'i mut dyn Input>,
    /// The line read last, its end included.
    line: Vec<u8>,
}

struct Message {
    bytes: Vec<u8>,
    /// It was larger than is read.
    cut: bool,
}

impl Mailbox<'_> {
    /// Reads a line, or a piece of a long one; false at the end.
    fn read_line(&mut self) -> Result<bool, FormatError> {
        self.line.clear();
        let read = (&mut self.reader)
            .take(LINE)
            .read_until(b'\n', &mut self.line)?;
        Ok(read > 0)
    }

    /// Passes over what stands before the first message.
    fn skip_to_first(&mut self) -> Result<bool, FormatError> {
        while self.read_line()? {
            if is_separator(&self.line) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The message after the separator that was just read; leaves the next one read.
    fn next(&mut self) -> Result<Option<Message>, FormatError> {
        if !is_separator(&self.line) {
            return Ok(None);
        }
        let mut message = Message {
            bytes: Vec::new(),
            cut: false,
        };
        let (mut in_header, mut blank, mut whole_line, mut length) = (true, false, true, None);
        loop {
            if !self.read_line()? {
                self.line.clear();
                break;
            }
            if whole_line && !in_header && blank && is_separator(&self.line) {
                break;
            }
            let empty = whole_line && matches!(self.line.as_slice(), b"\n" | b"\r\n");
            if in_header && whole_line {
                length = length.or_else(|| content_length(&self.line));
            }
            if in_header && empty {
                in_header = false;
                let line = std::mem::take(&mut self.line);
                message.push(&line);
                if let Some(length) = length {
                    self.take_body(length, &mut message)?;
                }
                blank = true;
                continue;
            }
            blank = empty;
            let quoted = whole_line && !in_header && is_quoted_separator(&self.line);
            whole_line = self.line.ends_with(b"\n");
            let line = self.line.get(usize::from(quoted)..).unwrap_or_default();
            message.push(line);
        }
        Ok(Some(message))
    }

    /// mboxcl: a body of as many bytes as the header says, if a separator or the end follows.
    fn take_body(&mut self, length: u64, message: &mut Message) -> Result<(), FormatError> {
        let fits = MESSAGE_LIMIT.saturating_sub(message.bytes.len() as u64);
        let Some(forth) = i64::try_from(length).ok().filter(|_| length <= fits) else {
            return Ok(());
        };
        let mut body = Vec::new();
        let read = (&mut self.reader).take(length).read_to_end(&mut body)? as u64;
        let mut past = 0;
        let mut ends = read == length;
        while ends && self.read_line()? {
            past += self.line.len() as i64;
            if is_separator(&self.line) {
                break;
            }
            ends = matches!(self.line.as_slice(), b"\n" | b"\r\n");
        }
        self.line.clear();
        if ends {
            self.reader.seek_relative(-past)?;
            message.push(&body);
        } else {
            let back = if read == length { forth } else { read as i64 };
            self.reader.seek_relative(-past - back)?;
        }
        Ok(())
    }
}

impl Message {
    fn push(&mut self, bytes: &[u8]) {
        if (self.bytes.len() + bytes.len()) as u64 > MESSAGE_LIMIT {
            self.cut = true;
        } else if !self.cut {
            self.bytes.extend_from_slice(bytes);
        }
    }
}

/// `From anna@example.org Tue May 10 16:14:00 2022`
fn is_separator(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else {
        return false;
    };
    let rest = rest.get(..200).unwrap_or(rest);
    let digits = |word: &[u8]| word.iter().filter(|byte| byte.is_ascii_digit()).count();
    let words: Vec<&[u8]> = rest
        .split(u8::is_ascii_whitespace)
        .filter(|word| !word.is_empty())
        .collect();
    let clock = words
        .iter()
        .any(|word| word.contains(&b':') && digits(word) >= 3);
    let year = words
        .iter()
        .any(|word| word.len() == 4 && digits(word) == 4);
    clock && year && words.len() >= 4
}

/// `>From `, `>>From `: one mark was added to it (mboxo and mboxrd).
fn is_quoted_separator(line: &[u8]) -> bool {
    let marks = line.iter().take_while(|byte| **byte == b'>').count();
    marks > 0
        && line
            .get(marks..)
            .is_some_and(|rest| rest.starts_with(b"From "))
}

fn content_length(line: &[u8]) -> Option<u64> {
    let (name, value) = std::str::from_utf8(line).ok()?.split_once(':')?;
    name.eq_ignore_ascii_case("content-length")
        .then(|| value.trim().parse().ok())
        .flatten()
}
