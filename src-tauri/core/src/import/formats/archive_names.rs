//! The names of the files in a ZIP archive, without unpacking any: they tell a document
//! that is an archive from an archive that holds documents.
//!
//! Offsets are those of PKWARE's APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. An
//! archive in an archive may lie there unpacked, with headers and names of its own: so
//! names are read from the list at the end, and only where that is missing from the
//! files' own headers.

use std::io::{Read, Seek, SeekFrom};

/// How much of the list is read, in bytes: some ten thousand names.
const LIST: u64 = 1 << 20;
/// The end record and the longest comment after it.
const END: u64 = 22 + 0xFFFF;

const FILE: &[u8] = b"PK\x03\x04";
const LISTED: &[u8] = b"PK\x01\x02";
const END_OF_LIST: &[u8] = b"PK\x05\x06";

/// The names in the archive's list, or where it has none (a download that broke off), those
/// that stand in `head`, its beginning.
///
/// # Errors
/// Only those of reading.
pub(super) fn read<R: Read + Seek + ?Sized>(
    archive: &mut R,
    head: &[u8],
) -> std::io::Result<Vec<Vec<u8>>> {
    if let Some(end) = end_of_list(archive)? {
        // Zip64 has the size elsewhere: what stands before the end is of the list then.
        let from = end.at.saturating_sub(end.size.unwrap_or(END));
        let names = listed(&read_at(archive, from, LIST.min(end.at - from))?);
        if !names.is_empty() {
            return Ok(names);
        }
    }
    Ok(files(head))
}

/// Where the list of an archive ends, and its bytes; their number is not known in Zip64.
pub(super) struct End {
    at: u64,
    pub size: Option<u64>,
}

/// The end record of the archive itself; one that lies in a file of a broken archive stands
/// neither at the end nor where it says that its list does.
///
/// # Errors
/// Only those of reading.
pub(super) fn end_of_list<R: Read + Seek + ?Sized>(
    archive: &mut R,
) -> std::io::Result<Option<End>> {
    let length = archive.seek(SeekFrom::End(0))?;
    let start = length.saturating_sub(END);
    let tail = read_at(archive, start, END)?;
    let found = memchr::memmem::rfind_iter(&tail, END_OF_LIST).find_map(|at| {
        let number = |offset, bytes| number(&tail, at + offset, bytes).map(|number| number as u64);
        let (size, offset, comment) = (number(12, 4)?, number(16, 4)?, number(20, 2)?);
        let here = start + at as u64;
        let own = here + 22 + comment == length || offset + size == here;
        let known = Some(size).filter(|size| *size < u64::from(u32::MAX));
        own.then_some(End {
            at: here,
            size: known,
        })
    });
    Ok(found)
}

/// What the first file says that the archive is, where it is named `mimetype` and lies
/// there unpacked, as EPUB and OpenDocument want it.
pub(super) fn declared_type(head: &[u8]) -> Option<&[u8]> {
    let size = number(head, 26, 2)?;
    let extra = number(head, 28, 2)?;
    let named = head.starts_with(FILE) && head.get(30..30 + size)? == b"mimetype";
    named.then(|| head.get(30 + size + extra..))?
}

/// The names in a list.
fn listed(list: &[u8]) -> Vec<Vec<u8>> {
    let name = |at: usize| {
        let size = number(list, at + 28, 2)?;
        Some(list.get(at + 46..at + 46 + size)?.to_vec())
    };
    memchr::memmem::find_iter(list, LISTED)
        .filter_map(name)
        .collect()
}

/// The names that stand before each file, from file to file: what lies in one is passed
/// over, where its header says how long it is.
fn files(head: &[u8]) -> Vec<Vec<u8>> {
    let mut names = Vec::new();
    let mut from = 0;
    while let Some(rest) = head.get(from..)
        && let Some(at) = memchr::memmem::find(rest, FILE).map(|at| from + at)
        && let (Some(packed), Some(size), Some(extra)) = (
            number(head, at + 18, 4),
            number(head, at + 26, 2),
            number(head, at + 28, 2),
        )
    {
        names.extend(head.get(at + 30..at + 30 + size).map(<[u8]>::to_vec));
        from = at + 30 + size + extra + packed;
    }
    names
}

/// A little-endian number of `size` bytes.
fn number(bytes: &[u8], at: usize, size: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(size)?)?;
    Some(
        bytes
            .iter()
            .rev()
            .fold(0, |number, byte| number << 8 | usize::from(*byte)),
    )
}

fn read_at<R: Read + Seek + ?Sized>(input: &mut R, at: u64, most: u64) -> std::io::Result<Vec<u8>> {
    input.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    input.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}
