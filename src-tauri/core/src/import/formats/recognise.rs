//! Which format a file is in: its bytes first, then what was declared, then its name.

use std::io::{Read, SeekFrom};

use super::Input;
use super::archive_names;
use super::format::Format;
use super::wording::{self, Beginning};
use crate::extract;

/// How much of a file's start is looked at, in bytes.
pub(super) const HEAD: u64 = 64 << 10;

/// The format of a file; `None` for one that no reader takes (pictures, spreadsheets …).
/// Leaves `input` at its start.
///
/// # Errors
/// Only those of reading.
pub(crate) fn recognise(
    input: &mut dyn Input,
    name: Option<&str>,
    declared: Option<&str>,
) -> std::io::Result<Option<Format>> {
    let head = read_at(input, SeekFrom::Start(0), HEAD)?;
    let format = if is_zip(&head) {
        let names = archive_names::read(input, &head)?;
        zipped(&head, &names).map(|format| broken_off(format, &names, name))
    } else {
        of_bytes(&head, name, declared)
    };
    input.seek(SeekFrom::Start(0))?;
    Ok(format)
}

fn read_at(input: &mut dyn Input, at: SeekFrom, most: u64) -> std::io::Result<Vec<u8>> {
    input.seek(at)?;
    let mut bytes = Vec::new();
    input.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn is_zip(head: &[u8]) -> bool {
    // The second is an archive without a file in it, the third the first of many volumes.
    [&b"PK\x03\x04"[..], b"PK\x05\x06", b"PK\x07\x08"]
        .iter()
        .any(|magic| head.starts_with(magic))
}

/// What kind of archive it is, by the names that its format prescribes.
fn zipped(head: &[u8], names: &[Vec<u8>]) -> Option<Format> {
    let declared = archive_names::declared_type(head).unwrap_or_default();
    let holds = |start: &str| names.iter().any(|name| name.starts_with(start.as_bytes()));
    if declared.starts_with(b"application/epub+zip") || holds("META-INF/container.xml") {
        Some(Format::Epub)
    } else if declared.starts_with(b"application/vnd.oasis.opendocument.text") {
        Some(Format::Odt)
    } else if holds("word/document") {
        Some(Format::Docx)
    } else if names.iter().any(|name| is_omnivore(name)) {
        Some(Format::Omnivore)
    } else if FOREIGN_TYPES
        .iter()
        .any(|foreign| declared.starts_with(foreign))
        || FOREIGN_FILES.iter().any(|name| holds(name))
    {
        None
    } else {
        Some(Format::Zip)
    }
}

/// A Word file of which only the beginning came, before the name that would tell it: one
/// that is broken, and no archive of files.
fn broken_off(format: Format, names: &[Vec<u8>], name: Option<&str>) -> Format {
    let packages =
        |name: &Vec<u8>| name.starts_with(b"[Content_Types].xml") || name.starts_with(b"_rels/");
    let is_named_so = name
        .and_then(|name| name.rsplit_once('.'))
        .is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("docx"));
    match format {
        Format::Zip if is_named_so && names.iter().all(packages) => Format::Docx,
        format => format,
    }
}

/// Omnivore's export may have been packed again, within its folder.
fn is_omnivore(name: &[u8]) -> bool {
    let last = name.rsplit(|byte| *byte == b'/').next();
    last.is_some_and(|last| last.starts_with(b"metadata_0_to_"))
}

/// Types that show an archive to be a spreadsheet, slides or a picture.
const FOREIGN_TYPES: &[&[u8]] = &[b"application/vnd.oasis.opendocument", b"image/"];

/// Names that show an archive to be a spreadsheet, slides or a program.
const FOREIGN_FILES: &[&str] = &[
    "xl/workbook.xml",
    "ppt/presentation.xml",
    "META-INF/MANIFEST.MF",
    "AndroidManifest.xml",
    "Index/Document.iwa",
];

fn of_bytes(head: &[u8], name: Option<&str>, declared: Option<&str>) -> Option<Format> {
    if let Some(format) = of_magic(head) {
        return format;
    }
    if is_flat_document(head) {
        return Some(Format::Odt);
    }
    let beginning = Beginning::read(head);
    let extension = name
        .and_then(|name| name.rsplit_once('.'))
        .map(|(_, extension)| extension.to_ascii_lowercase());
    wording::recognise(&beginning, extension.as_deref())
        .or_else(|| extract::sniff(head, name, declared).map(Format::Page))
}

/// An OpenDocument text in one file of XML names its type in its first element.
fn is_flat_document(head: &[u8]) -> bool {
    let start = head.get(..8192).unwrap_or(head);
    contains(start, b"<office:document")
        && contains(start, b"application/vnd.oasis.opendocument.text")
}

/// `EncryptedPackage`, as Office calls what it keeps under a password.
const SEALED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// By signature: `Some(None)` when the bytes are certainly of a format that is not read.
fn of_magic(head: &[u8]) -> Option<Option<Format>> {
    // A PDF's signature may stand anywhere in its first kilobyte (ISO 32000-2, annex I).
    let start = head.get(..1024).unwrap_or(head);
    if start.starts_with(b"%PDF-") || (contains(start, b"%PDF-") && has_binary(start)) {
        return Some(Some(Format::Pdf));
    }
    if head.starts_with(b"{\\rtf") {
        return Some(Some(Format::Rtf));
    }
    if head.starts_with(b"\xD0\xCF\x11\xE0") && contains(head, SEALED) {
        // Its reader says that it asks for a password.
        return Some(Some(Format::Docx));
    }
    if head.starts_with(b"WARC/") {
        return Some(Some(Format::Warc));
    }
    if head.starts_with(b"\x1F\x8B") {
        return Some(inside_gzip(head));
    }
    if head.starts_with(b"bplist") {
        let format = if contains(head, b"WebMainResource") {
            Some(Format::Webarchive)
        } else if contains(head, b"URL") && head.len() < 16 << 10 {
            Some(Format::Webloc)
        } else {
            None
        };
        return Some(format);
    }
    None
}

/// A crawl has gzip around each record; anything else is one file.
fn inside_gzip(head: &[u8]) -> Option<Format> {
    let mut start = Vec::new();
    // The head may end within the compressed stream: what came out before counts.
    let read = flate2::read::GzDecoder::new(head)
        .take(1024)
        .read_to_end(&mut start);
    if start.starts_with(b"WARC/") {
        return Some(Format::Warc);
    }
    let tarred = start.get(257..262).is_some_and(|mark| mark == b"ustar");
    (!tarred && (read.is_ok() || !start.is_empty())).then_some(Format::Gzip)
}

fn has_binary(bytes: &[u8]) -> bool {
    bytes.iter().any(|&byte| byte == 0 || byte >= 0x80)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(bytes, part).is_some()
}
