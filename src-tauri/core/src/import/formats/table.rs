//! Tables in text: CSV with any delimiter and encoding, row by row.

use csv::{ReaderBuilder, StringRecord};

use super::record::Record;
use super::stream::{self, Allowance, TextStream};
use super::{FormatError, Found, Input};
use std::io::BufRead;

const WHAT: &str = "the table";

/// What may stand between two cells, likeliest first.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// The rows of a table, below its header.
pub(super) struct Table<'a> {
    rows: csv::Reader<TextStream<'a>>,
    header: Vec<String>,
    allowance: Allowance,
    row: StringRecord,
}

/// One row; cells are found by the names of their columns, written as [`key`] writes them.
pub(super) struct Row<'a> {
    header: &'a [String],
    cells: &'a StringRecord,
}

impl<'a> Table<'a> {
    pub(super) fn new(input: &'a mut dyn Input) -> Result<Self, FormatError> {
        let mut text = TextStream::new(input)?;
        let allowance = text.allowance();
        let failed = |error| stream::failed(error, WHAT);
        let start = String::from_utf8_lossy(text.fill_buf().map_err(failed)?).into_owned();
        if start.starts_with("sep=") {
            // Excel's own line before the header.
            text.read_until(b'\n', &mut Vec::new()).map_err(failed)?;
        }
        let mut rows = ReaderBuilder::new()
            .delimiter(delimiter(&start))
            .flexible(true)
            .has_headers(false)
            .from_reader(text);
        let mut row = StringRecord::new();
        read(&mut rows, &mut row)?;
        Ok(Self {
            rows,
            header: row.iter().map(key).collect(),
            allowance,
            row,
        })
    }

    /// The next row that holds anything.
    pub(super) fn next(&mut self) -> Result<Option<Row<'_>>, FormatError> {
        loop {
            self.allowance.renew();
            if !read(&mut self.rows, &mut self.row)? {
                return Ok(None);
            }
            if self.row.iter().any(|cell| !cell.trim().is_empty()) {
                break;
            }
        }
        Ok(Some(Row {
            header: &self.header,
            cells: &self.row,
        }))
    }

    /// The line of the file on which the row at hand begins.
    pub(super) fn line(&self) -> u64 {
        self.row.position().map_or(0, csv::Position::line)
    }
}

fn read(
    rows: &mut csv::Reader<TextStream<'_>>,
    row: &mut StringRecord,
) -> Result<bool, FormatError> {
    rows.read_record(row)
        .map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => stream::failed(error, WHAT),
            other => FormatError::Damaged {
                what: WHAT,
                why: format!("{other:?}"),
            },
        })
}

impl<'a> Row<'a> {
    /// Bytes that it takes.
    pub(super) fn size(&self) -> usize {
        self.cells.as_slice().len()
    }

    /// The first of these columns that says something in this row.
    pub(super) fn get(&self, names: &[&str]) -> Option<&'a str> {
        names.iter().find_map(|name| {
            let at = self.header.iter().position(|column| column == name)?;
            self.cells
                .get(at)
                .map(str::trim)
                .filter(|cell| !cell.is_empty())
        })
    }
}

/// A thing of each row.
pub(super) fn each(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
    record: fn(&Row<'_>) -> Record,
) -> Result<(), FormatError> {
    let mut table = Table::new(input)?;
    while let Some(row) = table.next()? {
        if found(record(&row).held(name)).is_break() {
            break;
        }
    }
    Ok(())
}

/// Whether the first line of a file names all of these, in any order.
pub(super) fn has_columns(head: &[u8], names: &[&str]) -> bool {
    let header = header(head);
    names
        .iter()
        .all(|name| header.iter().any(|column| column == name))
}

/// The names in the first line of a file, for telling formats apart.
pub(super) fn header(head: &[u8]) -> Vec<String> {
    let start = stream::beginning(head);
    let mut lines = start.lines().filter(|line| !line.starts_with("sep="));
    let line = lines.next().unwrap_or_default();
    let mut rows = ReaderBuilder::new()
        .delimiter(delimiter(&start))
        .flexible(true)
        .has_headers(false)
        .from_reader(line.as_bytes());
    let mut row = StringRecord::new();
    match rows.read_record(&mut row) {
        Ok(_) => row.iter().map(key).collect(),
        Err(_) => Vec::new(),
    }
}

/// A column's name without what differs between spellings: `Book Title` is `booktitle`.
pub(super) fn key(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// The delimiter that the first line has most of, outside quotation marks.
fn delimiter(start: &str) -> u8 {
    if let Some(byte) = start
        .strip_prefix("sep=")
        .and_then(|rest| rest.bytes().next())
        && byte.is_ascii()
        && byte != b'"'
    {
        return byte;
    }
    let line = start.lines().next().unwrap_or_default();
    let count = |delimiter: u8| {
        let mut quoted = false;
        line.bytes()
            .filter(|&byte| {
                quoted ^= byte == b'"';
                !quoted && byte == delimiter
            })
            .count()
    };
    // The first of equals wins: `max_by_key` takes the last.
    DELIMITERS
        .into_iter()
        .rev()
        .max_by_key(|&delimiter| count(delimiter))
        .unwrap_or(b',')
}
