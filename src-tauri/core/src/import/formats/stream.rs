//! Text files of any size and encoding, read as a stream of UTF-8.

use std::cell::Cell;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, SeekFrom};
use std::rc::Rc;

use encoding_rs::{Decoder, Encoding, UTF_8};

use super::{FormatError, Input};
use crate::extract::{self, MediaType, SourceHints};
use crate::import::faults;

/// The largest single thing (row, entry, bookmark) that is read out of a list, in bytes.
const ONE_THING: usize = 16 << 20;

/// The largest file that is read as one thing, in bytes: a browser's bookmarks.
const WHOLE_FILE: usize = 100 << 20;

/// Bytes looked at to tell the encoding.
const SAMPLE: usize = 256 << 10;

/// Bytes decoded at a time.
const PORTION: usize = 64 << 10;

/// How much may still be read for the thing at hand. Who reads a list renews it with
/// each thing, so that no row, closed by no quotation mark, can fill the memory.
#[derive(Debug, Clone)]
pub(super) struct Allowance(Rc<Cell<usize>>);

impl Allowance {
    pub(super) fn renew(&self) {
        self.0.set(ONE_THING);
    }

    /// For a file that is one thing from start to end.
    pub(super) fn lift(&self) {
        self.0.set(WHOLE_FILE);
    }
}

/// A file's text. Reading past the [`Allowance`] fails with [`ErrorKind::FileTooLarge`].
pub(super) struct TextStream<'a> {
    source: BufReader<&'a mut dyn Input>,
    decoder: Decoder,
    text: Vec<u8>,
    start: usize,
    end: usize,
    finished: bool,
    allowance: Allowance,
}

impl<'a> TextStream<'a> {
    /// The whole of `input`, from its start, in the encoding that its bytes speak for.
    pub(super) fn new(input: &'a mut dyn Input) -> Result<Self, FormatError> {
        input.seek(SeekFrom::Start(0))?;
        let encoding = encoding(input)?;
        input.seek(SeekFrom::Start(0))?;
        Ok(Self {
            source: BufReader::with_capacity(PORTION, input),
            decoder: encoding.new_decoder(),
            text: vec![0; PORTION],
            start: 0,
            end: 0,
            finished: false,
            allowance: Allowance(Rc::new(Cell::new(ONE_THING))),
        })
    }

    pub(super) fn allowance(&self) -> Allowance {
        self.allowance.clone()
    }
}

impl BufRead for TextStream<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.start == self.end && !self.finished {
            let left = self.allowance.0.get();
            if left == 0 {
                return Err(ErrorKind::FileTooLarge.into());
            }
            let raw = self.source.fill_buf()?;
            let last = raw.is_empty();
            let (result, read, written, _) = self.decoder.decode_to_utf8(raw, &mut self.text, last);
            self.source.consume(read);
            self.start = 0;
            self.end = written;
            self.finished = last && result == encoding_rs::CoderResult::InputEmpty;
            self.allowance.0.set(left.saturating_sub(written));
        }
        Ok(self.text.get(self.start..self.end).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.start = (self.start + amount).min(self.end);
    }
}

impl Read for TextStream<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

/// The next line, without its end; `None` after the last.
pub(super) fn next_line(stream: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    if stream.read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    while matches!(line.last(), Some(b'\n' | b'\r')) {
        line.pop();
    }
    Ok(Some(String::from_utf8_lossy(&line).into_owned()))
}

/// What a failed reading of `what` means.
pub(super) fn failed(error: io::Error, what: &'static str) -> FormatError {
    match error.kind() {
        ErrorKind::FileTooLarge => FormatError::TooLarge { what },
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => FormatError::Damaged {
            what,
            why: faults::of_reading(&error),
        },
        _ => FormatError::Io(error),
    }
}

/// The first characters of a file, for the tests that tell formats apart.
pub(super) fn beginning(head: &[u8]) -> String {
    let text = extract::decode(head, &SourceHints::of(MediaType::Text)).text;
    text.trim_start_matches('\u{feff}').trim_start().to_owned()
}

/// A whole small file, such as a link; `None` when it is larger than `limit`.
pub(super) fn small(input: &mut dyn Input, limit: u64) -> io::Result<Option<Vec<u8>>> {
    input.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    input.take(limit + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

/// Tells the encoding by the first portion that is not all ASCII: the head of a table
/// says nothing about the names further down.
fn encoding(input: &mut dyn Input) -> io::Result<&'static Encoding> {
    let mut sample = Vec::with_capacity(SAMPLE);
    loop {
        sample.clear();
        (&mut *input).take(SAMPLE as u64).read_to_end(&mut sample)?;
        let says_nothing = sample
            .iter()
            .all(|&byte| byte.is_ascii() && byte != 0 && byte != 0x1B);
        if sample.len() < SAMPLE {
            break;
        }
        if !says_nothing {
            // Cut between lines, lest half a character at the end speaks against UTF-8.
            if let Some(end) = sample.iter().rposition(|&byte| byte == b'\n') {
                sample.truncate(end + 1);
            }
            break;
        }
    }
    let decoded = extract::decode(&sample, &SourceHints::of(MediaType::Text));
    Ok(Encoding::for_label(decoded.encoding.as_bytes()).unwrap_or(UTF_8))
}
