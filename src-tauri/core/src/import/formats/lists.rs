//! Tables and JSON lists: whose export it is, told by its columns or members.

use std::io::{Read, SeekFrom};

use super::{FormatError, Found, Input};
use super::{articles, bookmarks, instapaper, omnivore, pocket, readwise, references};

/// How much of the start is looked at, in bytes.
const HEAD: u64 = 64 << 10;

type Is = fn(&[u8], &str) -> bool;
type Reader = fn(&mut dyn Input, &str, &mut Found<'_>) -> Result<(), FormatError>;

/// Each program by the columns that only it writes.
const TABLES: &[(Is, Reader)] = &[
    (references::is_zotero_csv, references::read_zotero_csv),
    (pocket::is_csv, pocket::read_csv),
    (instapaper::is_csv, instapaper::read_csv),
    (readwise::is_highlights, readwise::read_highlights),
    (readwise::is_documents, readwise::read_documents),
];

const JSON: &[(Is, Reader)] = &[
    (bookmarks::is_tree, bookmarks::read_tree),
    (omnivore::is_metadata, omnivore::read_metadata),
    (references::is_csl, references::read_csl),
];

/// Reads a table; one of no known program as a list of articles in general.
pub(super) fn read_table(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    read(
        input,
        name,
        found,
        TABLES,
        (articles::is_csv, articles::read_csv),
    )
}

/// Reads a JSON list; one of no known program as a list of articles in general.
pub(super) fn read_json(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    read(
        input,
        name,
        found,
        JSON,
        (articles::is_json, articles::read_json),
    )
}

fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
    programs: &[(Is, Reader)],
    general: (Is, Reader),
) -> Result<(), FormatError> {
    let mut head = Vec::new();
    input.seek(SeekFrom::Start(0))?;
    (&mut *input).take(HEAD).read_to_end(&mut head)?;
    let (_, reader) = programs
        .iter()
        .chain([&general])
        .find(|(is, _)| is(&head, name))
        .ok_or(FormatError::NotRead)?;
    reader(input, name, found)
}
