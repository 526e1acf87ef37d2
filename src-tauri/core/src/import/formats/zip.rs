//! ZIP archives: each file in them, in the order of the archive's own list.
//!
//! Nothing is written to disk, so a name that climbs out of a folder leads nowhere.
//! Sizes are believed only as far as they hold while unpacking.

use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{Read, Seek, SeekFrom};

use ::zip::ZipArchive;
use ::zip::read::{ZipFile, read_zipfile_from_stream};
use ::zip::result::ZipError;

use super::archive_names;
use super::held::{FormatError, Found, Held, Input};
use super::names;
use super::read::MAX_THING;
use crate::domain::{Facts, OutcomeCode};
use crate::import::{faults, walk};

/// A list of files larger than this is not taken into memory, in bytes: the files are
/// then met one after the other. About 300,000 files.
const MAX_LIST: u64 = 32 << 20;
/// Text is packed to a tenth, now and then to a fiftieth. Beyond this it is a bomb …
const MAX_RATIO: u64 = 200;
/// … unless it is small anyway, in bytes.
const HARMLESS: u64 = 1 << 20;

pub(super) fn read(
    input: &mut dyn Input,
    _name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    if list_size(input)?.is_none_or(|size| size > MAX_LIST) {
        return read_in_order(input, found);
    }
    match ZipArchive::new(&mut *input) {
        Ok(archive) => read_by_list(archive, found),
        Err(_) => read_in_order(input, found),
    }
}

/// Bytes of the list at the end; `None` where there is none, as in a file that was cut.
fn list_size(input: &mut dyn Input) -> Result<Option<u64>, FormatError> {
    let end = archive_names::end_of_list(input)?;
    input.seek(SeekFrom::Start(0))?;
    // More than 4 GB are too large in any case.
    Ok(end.map(|end| end.size.unwrap_or(u64::MAX)))
}

fn read_by_list<R: Read + Seek>(
    mut archive: ZipArchive<R>,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let names = listed_names(&mut archive);
    let pages: HashSet<&str> = names
        .iter()
        .map(String::as_str)
        .filter(|name| walk::is_page_name(name))
        .collect();
    for (index, name) in names.iter().enumerate() {
        let refused = match archive.by_index_raw(index) {
            Ok(entry) if entry.is_dir() || is_resource_fork(name) => continue,
            Ok(entry) => refusal(&entry, name, &pages),
            // Why is said when it is opened.
            Err(_) => None,
        };
        let held = match refused {
            Some(code) => unread(name, code, None),
            None => match archive.by_index(index) {
                Ok(entry) => unpack(entry, name),
                Err(error) => failed(name, &error),
            },
        };
        let flow = found(held);
        if flow.is_break() {
            break;
        }
    }
    Ok(())
}

/// The name of each file, in the order of the list.
fn listed_names<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Vec<String> {
    let raw: Vec<Vec<u8>> = (0..archive.len())
        .map(|index| {
            archive
                .by_index_raw(index)
                .map_or_else(|_| Vec::new(), |entry| entry.name_raw().to_vec())
        })
        .collect();
    names::decode(&raw, |index| {
        archive
            .name_for_index(index)
            .and_then(Result::ok)
            .map(Cow::into_owned)
            .unwrap_or_default()
    })
}

/// Why a file in the archive is not unpacked.
fn refusal<R: Read + ?Sized>(
    entry: &ZipFile<'_, R>,
    name: &str,
    pages: &HashSet<&str>,
) -> Option<OutcomeCode> {
    if walk::is_litter(last_of(name)) {
        Some(OutcomeCode::SystemFile)
    } else if belongs_to_page(name, pages) {
        Some(OutcomeCode::PartOfPage)
    } else if entry.is_symlink() {
        Some(OutcomeCode::NotReadable)
    } else if entry.encrypted() {
        Some(OutcomeCode::Encrypted)
    } else if entry.size() > HARMLESS && entry.size() / MAX_RATIO > entry.compressed_size() {
        Some(OutcomeCode::TooLargeUnpacked)
    } else if entry.size() > MAX_THING {
        Some(OutcomeCode::TooLarge)
    } else {
        None
    }
}

/// Whether it lies in the folder that a browser saved beside a page in this archive.
fn belongs_to_page(name: &str, pages: &HashSet<&str>) -> bool {
    name.match_indices('/').any(|(at, _)| {
        let folder = &name[..at];
        walk::page_names(folder).any(|page| pages.contains(page.as_str()))
    })
}

/// What macOS keeps of a file that other systems have no place for.
fn is_resource_fork(name: &str) -> bool {
    name.starts_with("__MACOSX/")
}

fn last_of(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

fn unpack<R: Read + ?Sized>(entry: ZipFile<'_, R>, name: &str) -> Held {
    let facts = Facts {
        saved: entry.last_modified().and_then(written),
        ..Facts::default()
    };
    let mut bytes = Vec::new();
    match entry.take(MAX_THING + 1).read_to_end(&mut bytes) {
        Ok(size) if size as u64 > MAX_THING => unread(name, OutcomeCode::TooLarge, None),
        Ok(_) => Held::File {
            name: name.to_owned(),
            bytes,
            facts,
        },
        Err(error) => unread(name, OutcomeCode::Damaged, Some(faults::of_reading(&error))),
    }
}

/// Local time without a zone; the first moment of 1980 stands for none.
fn written(time: ::zip::DateTime) -> Option<String> {
    (time.year() > 1980).then(|| {
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
            time.year(),
            time.month(),
            time.day(),
            time.hour(),
            time.minute(),
            time.second()
        )
    })
}

fn failed(name: &str, error: &ZipError) -> Held {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            unread(name, OutcomeCode::Encrypted, None)
        }
        // Packed by a method that this reader does not know.
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            unread(name, OutcomeCode::FormatNotRead, None)
        }
        other => unread(name, OutcomeCode::Damaged, Some(faults::of_archive(other))),
    }
}

fn unread(name: &str, code: OutcomeCode, detail: Option<String>) -> Held {
    let detail = match code {
        OutcomeCode::TooLarge => Some((MAX_THING >> 20).to_string()),
        _ => detail,
    };
    Held::Unread {
        name: name.to_owned(),
        code,
        detail,
    }
}

/// Reads an archive without its list: one that was cut, or whose list is too long.
fn read_in_order(input: &mut dyn Input, found: &mut Found<'_>) -> Result<(), FormatError> {
    let damaged = |why: String| FormatError::Damaged {
        what: "the archive",
        why,
    };
    input.seek(SeekFrom::Start(0))?;
    let mut input = std::io::BufReader::new(input);
    let mut read = 0;
    loop {
        let entry = match read_zipfile_from_stream(&mut input) {
            Ok(Some(entry)) => entry,
            Ok(None) if read > 0 => return Ok(()),
            Ok(None) => return Err(damaged("no file in it".to_owned())),
            Err(ZipError::Io(error)) if read == 0 => return Err(error.into()),
            Err(error) => return Err(damaged(faults::of_archive(&error))),
        };
        read += 1;
        let raw = [entry.name_raw().to_vec()];
        let decoded = names::decode(&raw, |_| {
            entry.name().map(Cow::into_owned).unwrap_or_default()
        });
        let name = decoded.first().map_or("", String::as_str).to_owned();
        if entry.is_dir() || is_resource_fork(&name) {
            continue;
        }
        let held = match refusal(&entry, &name, &HashSet::new()) {
            Some(code) => unread(&name, code, None),
            None => unpack(entry, &name),
        };
        if found(held).is_break() {
            return Ok(());
        }
    }
}
