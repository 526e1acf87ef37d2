//! Documents that are ZIP archives of parts: Word, OpenDocument, EPUB.

use std::collections::HashMap;
use std::io::{Read, SeekFrom};

use flate2::read::DeflateDecoder;
use zip::ZipArchive;

use super::{FormatError, Found, Held, Input};
use crate::domain::Document;

/// More of one part is not unpacked: a document of a thousand pages has a fifth of it.
const PART_LIMIT: u64 = 48 * 1024 * 1024;
/// More of all parts of one archive is not unpacked either: it may name one part a
/// million times, and each time it would be read anew.
const ALL_PARTS_LIMIT: u64 = 256 * 1024 * 1024;
/// More of a damaged archive is not searched for parts.
const SALVAGE_LIMIT: u64 = 64 * 1024 * 1024;
/// More parts than this no document has.
const MOST_PARTS: usize = 20_000;

/// An opened archive.
pub(super) struct Package<'i> {
    source: Source<'i>,
    /// Bytes that may still be unpacked.
    left: u64,
}

enum Source<'i> {
    Whole(ZipArchive<&'i mut dyn Input>),
    /// Without a directory, as a download that broke off: what could be unpacked.
    Salvaged(HashMap<String, Vec<u8>>),
}

/// A part's bytes.
pub(super) struct Part {
    pub bytes: Vec<u8>,
    /// Why it is not all of it.
    pub cut: Option<Cut>,
}

/// Why a part was not read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    Damaged,
    /// Over the limit.
    TooLarge,
}

impl Cut {
    /// The error for a document whose text part was cut.
    pub(super) fn error(self, what: &'static str) -> FormatError {
        match self {
            Self::TooLarge => FormatError::TooLarge { what },
            Self::Damaged => FormatError::Damaged {
                what,
                why: "its text breaks off".to_owned(),
            },
        }
    }
}

/// Hands on what was read of a document, and says what is missing of it.
pub(super) fn hand_on(
    document: Document,
    cut: Option<Cut>,
    what: &'static str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let cut = cut.map(|cut| cut.error(what));
    if document.lines.is_empty() {
        return Err(cut.unwrap_or(FormatError::NoText { what }));
    }
    let held = Held::Document {
        name: None,
        document,
    };
    if found(held).is_break() {
        return Ok(());
    }
    cut.map_or(Ok(()), Err)
}

impl<'i> Package<'i> {
    /// Reads an archive with `take`; of a damaged one, what can still be unpacked.
    pub(super) fn read<T>(
        input: &'i mut dyn Input,
        what: &'static str,
        take: fn(&mut Package<'_>) -> Result<T, FormatError>,
    ) -> Result<T, FormatError> {
        match Package::open(&mut *input, what) {
            Ok(mut package) => return take(&mut package),
            Err(FormatError::Damaged { .. }) => {}
            Err(other) => return Err(other),
        }
        take(&mut Package::salvage(input, what)?)
    }

    /// Opens an archive; `what` names the format in errors.
    pub(super) fn open(input: &'i mut dyn Input, what: &'static str) -> Result<Self, FormatError> {
        let mut magic = [0; 4];
        input.seek(SeekFrom::Start(0))?;
        let read = read_some(input, &mut magic)?;
        if magic.get(..read) == Some(&OLE_MAGIC) {
            // Office keeps a document with a password inside an OLE file.
            return Err(FormatError::Encrypted { what });
        }
        input.seek(SeekFrom::Start(0))?;
        let whole = ZipArchive::new(&mut *input).is_ok_and(|archive| archive.len() <= MOST_PARTS);
        input.seek(SeekFrom::Start(0))?;
        if whole && let Ok(archive) = ZipArchive::new(&mut *input) {
            return Ok(Self::of(Source::Whole(archive)));
        }
        Err(FormatError::Damaged {
            what,
            why: "it has no directory".to_owned(),
        })
    }

    /// Opens what can still be unpacked of a damaged archive.
    pub(super) fn salvage(input: &mut dyn Input, what: &'static str) -> Result<Self, FormatError> {
        input.seek(SeekFrom::Start(0))?;
        let mut bytes = Vec::new();
        input.take(SALVAGE_LIMIT).read_to_end(&mut bytes)?;
        let parts = salvage(&bytes);
        if parts.is_empty() {
            return Err(FormatError::Damaged {
                what,
                why: "no part of it can be unpacked".to_owned(),
            });
        }
        Ok(Self::of(Source::Salvaged(parts)))
    }

    fn of(source: Source<'i>) -> Self {
        Self {
            source,
            left: ALL_PARTS_LIMIT,
        }
    }

    /// A part by its path; `None` when it isn't there or nothing of it can be read.
    pub(super) fn part(&mut self, path: &str) -> Option<Part> {
        let path = path.trim_start_matches('/');
        match &mut self.source {
            Source::Whole(archive) => {
                let file = archive.by_name(path).ok()?;
                let declared = file.size();
                let limit = PART_LIMIT.min(self.left);
                let (bytes, failed) = read_limited(file, limit);
                self.left = self.left.saturating_sub(bytes.len() as u64);
                let cut = if failed {
                    Some(Cut::Damaged)
                } else {
                    (declared > limit).then_some(Cut::TooLarge)
                };
                (!bytes.is_empty() || cut.is_none()).then_some(Part { bytes, cut })
            }
            Source::Salvaged(parts) => parts.get(path).map(|bytes| Part {
                bytes: bytes.clone(),
                cut: Some(Cut::Damaged),
            }),
        }
    }
}

const OLE_MAGIC: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

fn read_some(input: &mut dyn Input, buffer: &mut [u8]) -> Result<usize, FormatError> {
    let mut read = 0;
    while let Some(rest) = buffer.get_mut(read..).filter(|rest| !rest.is_empty()) {
        match input.read(rest)? {
            0 => break,
            n => read += n,
        }
    }
    Ok(read)
}

/// Reads up to `limit` bytes; true when reading failed before.
fn read_limited(from: impl Read, limit: u64) -> (Vec<u8>, bool) {
    let mut bytes = Vec::new();
    let failed = from.take(limit).read_to_end(&mut bytes).is_err();
    (bytes, failed)
}

/// The parts whose local headers are found one after the other (APPNOTE 4.3.7).
fn salvage(bytes: &[u8]) -> HashMap<String, Vec<u8>> {
    let mut parts = HashMap::new();
    let mut rest = bytes;
    let mut unpacked = 0;
    while let Some(at) = find(rest, b"PK\x03\x04") {
        let Some(header) = rest.get(at..at + 30) else {
            break;
        };
        let two = |offset: usize| -> usize {
            let low = header.get(offset).copied().unwrap_or_default();
            let high = header.get(offset + 1).copied().unwrap_or_default();
            usize::from(u16::from_le_bytes([low, high]))
        };
        let (method, name_length, extra) = (two(8), two(26), two(28));
        let stored = two(18) | (two(20) << 16);
        let from = at + 30 + name_length + extra;
        let name = rest.get(at + 30..at + 30 + name_length);
        let (Some(name), Some(data)) = (name, rest.get(from..)) else {
            break;
        };
        let limit = PART_LIMIT.saturating_sub(unpacked);
        let content = match method {
            0 => data
                .get(..stored.min(data.len()))
                .unwrap_or_default()
                .to_vec(),
            8 => read_limited(DeflateDecoder::new(data), limit).0,
            _ => Vec::new(),
        };
        unpacked += content.len() as u64;
        if !content.is_empty() {
            parts.insert(String::from_utf8_lossy(name).into_owned(), content);
        }
        if unpacked >= PART_LIMIT || parts.len() > MOST_PARTS {
            break;
        }
        rest = rest.get(at + 30..).unwrap_or_default();
    }
    parts
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

/// `href` as seen from the part at `base`, dots resolved; never above the root.
pub(super) fn resolve(base: &str, href: &str) -> String {
    let href = href.split(['#', '?']).next().unwrap_or_default();
    let mut parts: Vec<&str> = if href.starts_with('/') {
        Vec::new()
    } else {
        let folder = base.rsplit_once('/').map_or("", |(folder, _)| folder);
        folder.split('/').filter(|part| !part.is_empty()).collect()
    };
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    parts.join("/")
}
