//! Exports that a program wrote as an archive and a person unpacked: the folder is packed
//! again as it was, so that what belongs together in it is read together.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use walkdir::WalkDir;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::faults;
use super::formats::{Format, is_omnivore_list};
use super::receive::{Body, Received, Refused};
use crate::domain::OutcomeCode;

/// Where the texts and the notes of an Omnivore export lie.
const PARTS: &[&str] = &["content", "highlights"];

/// Bytes of one folder that are packed, at most.
const MOST: u64 = 4 << 30;

/// Whether a folder is what Omnivore's archive unpacks to.
pub(super) fn is_one(folder: &Path) -> bool {
    folder.join("content").is_dir() && lists_in(folder).next().is_some()
}

/// Whether a file is a part of an export folder around it.
pub(super) fn is_part(folder: &Path, path: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(folder) else {
        return false;
    };
    let depth = inside.components().count();
    let first = inside.iter().next().and_then(|name| name.to_str());
    match depth {
        1 => first.is_some_and(is_list_name) && is_list(path),
        2 => first.is_some_and(|name| PARTS.contains(&name)),
        _ => false,
    }
}

/// The folder as the archive that it was: stored, in the order of names, without times, so
/// that the same files are the same bytes.
pub(crate) fn receive_folder(folder: &Path) -> Result<Received, Refused> {
    let name = folder.file_name().unwrap_or(folder.as_os_str());
    let name = name.to_string_lossy().into_owned();
    let location = folder.to_string_lossy().into_owned();
    match pack(folder) {
        Ok((file, size)) => Ok(Received {
            name,
            location: Some(location),
            body: Body::Packed { file, size },
            format: Some(Format::Omnivore),
            url: None,
            charset: None,
            saved: None,
        }),
        Err(error) => Err(Refused {
            name,
            location: Some(location),
            code: match error.kind() {
                io::ErrorKind::FileTooLarge => OutcomeCode::TooLarge,
                _ => OutcomeCode::NotReadable,
            },
            detail: Some(faults::of_reading(&error)),
        }),
    }
}

fn pack(folder: &Path) -> io::Result<(NamedTempFile, u64)> {
    let mut file = NamedTempFile::new()?;
    let mut zip = ZipWriter::new(file.as_file_mut());
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .large_file(true);
    let mut left = MOST;
    for path in parts_of(folder) {
        let Some(name) = path.strip_prefix(folder).ok().and_then(Path::to_str) else {
            continue;
        };
        let size = fs::metadata(&path)?.len();
        left = left.checked_sub(size).ok_or(io::ErrorKind::FileTooLarge)?;
        zip.start_file(name.replace('\\', "/"), options)?;
        io::copy(&mut io::Read::take(File::open(&path)?, size), &mut zip)?;
    }
    zip.finish()?;
    let size = file.as_file().metadata()?.len();
    Ok((file, size))
}

/// The files of an export, in the order of names. Links are not followed.
fn parts_of(folder: &Path) -> impl Iterator<Item = PathBuf> {
    WalkDir::new(folder)
        .max_depth(2)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .filter(move |path| is_part(folder, path))
}

fn lists_in(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.file_name().to_str().is_some_and(is_list_name))
        .map(|entry| entry.path())
        .filter(|path| is_list(path))
}

/// `metadata_0_to_20.json`.
fn is_list_name(name: &str) -> bool {
    name.starts_with("metadata_") && name.ends_with(".json")
}

fn is_list(path: &Path) -> bool {
    let start = |path: &Path| -> io::Result<Vec<u8>> {
        let mut start = Vec::new();
        io::Read::read_to_end(&mut io::Read::take(File::open(path)?, 64 << 10), &mut start)?;
        Ok(start)
    };
    path.is_file() && start(path).is_ok_and(|start| is_omnivore_list(&start))
}
