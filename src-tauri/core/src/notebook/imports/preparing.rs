//! From one thing of an import to all that is in it, read and extracted.

use std::io::{self, Read, Seek, SeekFrom};
use std::ops::ControlFlow;
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;

use super::keeping::Prepared;
use super::parts::{self, Needs, Whole};
use super::settling;
use crate::domain::{ImportSource, OutcomeCode, OutcomeKind};
use crate::import::{
    Body, Format, FormatError, Found, Input, Part, Received, Refused, read_parts, receive,
    receive_folder,
};
use crate::jobs::CancelToken;
use crate::store::{Originals, Sha256};
use crate::{Error, Result};

/// Files up to this size are kept unchanged, in bytes.
pub(super) const MAX_ORIGINAL: u64 = 200 << 20;

/// Of a larger file only samples are hashed: the whole would take more than ten seconds.
const HASHED_WHOLE: u64 = 2 << 30;
/// How many samples, and the bytes of each.
const SAMPLES: u64 = 64;
const SAMPLE: u64 = 128 << 10;

/// A file that holds more things than this is read as a stream, which keeps what is
/// finished while the rest is read.
const FEW: usize = 64;

/// What preparing one thing of an import comes to.
pub(super) enum Work {
    /// Everything in it.
    Things(Vec<Prepared>),
    /// It is large or holds many things: see [`super::streaming`].
    Stream(Received),
}

impl Work {
    fn one(thing: Prepared) -> Self {
        Self::Things(vec![thing])
    }
}

/// Receives one thing, keeps its original, and reads what it holds.
pub(super) fn prepare(found: Found, needs: Needs<'_>, cancel: &CancelToken) -> Work {
    let source = match found {
        Found::Skipped { path, code } => {
            return Work::one(Prepared::refused(Refused {
                name: path
                    .file_name()
                    .map_or_else(String::new, |name| name.to_string_lossy().into_owned()),
                location: Some(path.to_string_lossy().into_owned()),
                code,
                detail: None,
            }));
        }
        Found::Export { folder } => {
            return match receive_folder(&folder) {
                Ok(received) => Work::Stream(received),
                Err(why) => Work::one(Prepared::refused(why)),
            };
        }
        Found::Source(source) => source,
    };
    if cancel.is_cancelled() {
        return Work::one(Prepared::refused(cancelled(&source)));
    }
    let path = match &source {
        ImportSource::Path { path } => Some(path.clone()),
        _ => None,
    };
    let mut received = match receive(source) {
        Ok(received) => received,
        Err(why) => return Work::one(Prepared::refused(why)),
    };
    let bytes = match &received.body {
        Body::File { .. } | Body::Packed { .. } => return Work::Stream(received),
        Body::Memory(bytes) => bytes,
    };
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Work::one(Prepared::refused(Refused {
            name: received.name,
            location: received.location,
            code: OutcomeCode::Empty,
            detail: None,
        }));
    }
    let kept = needs.originals.keep(bytes);
    let whole = match kept {
        Ok(sha256) => Whole::new(&received, sha256, Some(received.body.size())),
        Err(error) => return Work::one(internal(&received, error.to_string())),
    };
    if whole.is_page() && is_known(&whole, needs) {
        return Work::one(unread(received, &whole));
    }
    match read_few(&received, &whole, needs, cancel) {
        Some(things) => Work::Things(things),
        None => {
            // The bytes of many such files at once would fill the memory.
            if let Some(path) = path {
                let size = received.body.size();
                received.body = Body::File { path, size };
            }
            Work::Stream(received)
        }
    }
}

/// Whether a kept article has these very bytes: reading them would take most of the time, for
/// nothing. Where that cannot be looked up, they are read.
fn is_known(whole: &Whole, needs: Needs<'_>) -> bool {
    needs.names.is_some_and(|shared| {
        let known = shared.store.read("look for a page", |conn| {
            Ok(settling::same_bytes(conn, whole.sha256)?.is_some())
        });
        known.unwrap_or_else(|error| {
            tracing::warn!(%error, "looking for the bytes of a page");
            false
        })
    })
}

fn unread(received: Received, whole: &Whole) -> Prepared {
    let mut thing = whole.thing(whole.name.clone());
    thing.outcome = OutcomeKind::Duplicate;
    thing.code = OutcomeCode::SameBytes;
    thing.source = Some(whole.sha256);
    thing.unread = Some(received);
    thing
}

/// Reads what was not read because its bytes were known, now that they no longer are. Their
/// original is kept.
pub(super) fn read_after_all(
    received: &Received,
    sha256: Sha256,
    needs: Needs<'_>,
) -> Vec<Prepared> {
    let whole = Whole::new(received, sha256, Some(received.body.size()));
    // What is being kept is not cancelled half-way.
    let read = read_few(received, &whole, needs, &CancelToken::new());
    read.unwrap_or_else(|| vec![internal(received, "a page of many things".into())])
}

/// Everything in a small file; `None` when that is more than a few things.
fn read_few(
    received: &Received,
    whole: &Whole,
    needs: Needs<'_>,
    cancel: &CancelToken,
) -> Option<Vec<Prepared>> {
    let mut things = Vec::new();
    let mut many = false;
    let read = read_body(received, cancel, &mut |part| {
        if things.len() >= FEW || cancel.is_cancelled() {
            many = true;
            return ControlFlow::Break(());
        }
        things.push(parts::prepare(part, whole, needs));
        ControlFlow::Continue(())
    });
    // What was cut short by cancelling is no damaged file: it is read the next time.
    if many || (read.is_err() && cancel.is_cancelled()) {
        return None;
    }
    things.extend(ending(read, received.format, whole, things.len()));
    Some(things)
}

/// Hands each thing of a file to `take`. A defect in a reader must not cost the other
/// files of the import.
pub(super) fn read_body(
    received: &Received,
    cancel: &CancelToken,
    take: &mut dyn FnMut(Part) -> ControlFlow<()>,
) -> std::result::Result<(), Ended> {
    let Some(format) = received.format else {
        return Err(FormatError::NotRead.into());
    };
    let mut input = Stoppable {
        input: received.body.open().map_err(FormatError::from)?,
        cancel,
    };
    let read = AssertUnwindSafe(|| read_parts(format, &mut input, &received.name, take));
    match panic::catch_unwind(read) {
        Ok(read) => Ok(read?),
        Err(_) => Err(Ended::Defect),
    }
}

/// A file that ends early when the import is cancelled: a reader may skip for long
/// without finding anything that could be refused.
struct Stoppable<'a> {
    input: Box<dyn Input + 'a>,
    cancel: &'a CancelToken,
}

impl Read for Stoppable<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.cancel.is_cancelled() {
            return Err(io::Error::other("cancelled"));
        }
        self.input.read(buffer)
    }
}

impl Seek for Stoppable<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.input.seek(to)
    }
}

/// Keeps the bytes of a file that is read as a stream, if they are not too many.
pub(super) fn keep_original(received: &Received, originals: &Originals) -> Result<Whole> {
    let from = Path::new(received.location.as_deref().unwrap_or(&received.name));
    let reading = |source| Error::io("reading", from, source);
    let input = received.body.open().map_err(reading)?;
    let size = received.body.size();
    if size > MAX_ORIGINAL {
        let sha256 = if size > HASHED_WHOLE {
            sampled(input, size)
        } else {
            Sha256::of_stream(input)
        };
        return Ok(Whole::new(received, sha256.map_err(reading)?, None));
    }
    let (sha256, size) = originals.keep_stream(input, from)?;
    Ok(Whole::new(received, sha256, Some(size)))
}

/// Tells a file that is too large to be hashed from others: its size, and what stands at
/// places all over it. A file may say that it has more bytes than any disk.
fn sampled(mut input: Box<dyn Input + '_>, size: u64) -> io::Result<Sha256> {
    let mut samples = size.to_le_bytes().to_vec();
    for place in 0..SAMPLES {
        input.seek(SeekFrom::Start(size / SAMPLES * place))?;
        (&mut input).take(SAMPLE).read_to_end(&mut samples)?;
    }
    Ok(Sha256::of(&samples))
}

/// Why the reading of a file ended before its end.
pub(super) enum Ended {
    Format(FormatError),
    /// A reader panicked.
    Defect,
}

impl From<FormatError> for Ended {
    fn from(why: FormatError) -> Self {
        Self::Format(why)
    }
}

/// What is to be said of a file as a whole, after what was found in it.
pub(super) fn ending(
    read: std::result::Result<(), Ended>,
    format: Option<Format>,
    whole: &Whole,
    found: usize,
) -> Vec<Prepared> {
    let mut said = Vec::new();
    let problem = match read {
        Ok(()) if found == 0 => Some((OutcomeCode::NoText, None)),
        Ok(()) => None,
        Err(Ended::Defect) => Some((OutcomeCode::Internal, None)),
        Err(Ended::Format(FormatError::NoText { .. })) if format == Some(Format::Pdf) => {
            Some((OutcomeCode::NoTextLayer, None))
        }
        Err(Ended::Format(why)) => Some((why.code(), why.detail())),
    };
    if let Some((code, detail)) = problem {
        let mut thing = whole.thing(whole.name.clone());
        thing.outcome = OutcomeKind::NeedsAttention;
        thing.code = code;
        thing.detail = detail;
        // Where something of it is kept, the file itself is no second copy of that.
        thing.source = (found == 0).then_some(whole.sha256);
        said.push(thing);
    }
    if whole.original.is_none() {
        let mut thing = whole.thing(whole.name.clone());
        thing.outcome = if found == 0 {
            OutcomeKind::NotImported
        } else {
            OutcomeKind::NeedsAttention
        };
        thing.code = OutcomeCode::OriginalTooLarge;
        thing.detail = Some((MAX_ORIGINAL >> 20).to_string());
        said.push(thing);
    }
    said
}

/// Something failed that has nothing to do with what was imported: a full disk, say.
pub(super) fn internal(received: &Received, detail: String) -> Prepared {
    Prepared::refused(Refused {
        name: received.name.clone(),
        location: received.location.clone(),
        code: OutcomeCode::Internal,
        detail: Some(detail),
    })
}

/// The import was cancelled before the file was read to its end.
pub(super) fn stopped(received: &Received) -> Prepared {
    Prepared::refused(Refused {
        name: received.name.clone(),
        location: received.location.clone(),
        code: OutcomeCode::Cancelled,
        detail: None,
    })
}

fn cancelled(source: &ImportSource) -> Refused {
    let location = match source {
        ImportSource::Path { path } => Some(path.to_string_lossy().into_owned()),
        ImportSource::Link { url } => Some(url.clone()),
        ImportSource::Html { url, .. } => url.clone(),
        ImportSource::Text { .. } | ImportSource::Bytes { .. } => None,
    };
    let name = location.as_deref().unwrap_or_default();
    Refused {
        name: name.rsplit('/').next().unwrap_or(name).to_owned(),
        location,
        code: OutcomeCode::Cancelled,
        detail: None,
    }
}
