//! A table of articles or links, columns by their common names.

use super::super::table::{self, Row, Table};
use super::super::{FormatError, Found, Input};
use super::Sieve;
use super::names::{self, Given, SUMMARY, TEXT, TITLE, URL};

/// A header that names a text, an address, or a title with a summary.
pub(in super::super) fn is(head: &[u8], name: &str) -> bool {
    let named = name.rsplit_once('.').is_some_and(|(_, extension)| {
        ["csv", "tsv", "tab"]
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    });
    if !named {
        return false;
    }
    let header = table::header(head);
    let has = |names: &[&str]| header.iter().any(|column| names.contains(&column.as_str()));
    has(TEXT) || has(URL) || (has(TITLE) && has(SUMMARY))
}

pub(in super::super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let mut table = Table::new(input)?;
    let mut sieve = Sieve::new(found);
    loop {
        let Some(row) = table.next()? else {
            return sieve.end("the table");
        };
        let record = names::record(&row);
        let place = format!("{name}:{}", table.line());
        if sieve.take(record.held(&place)).is_break() {
            return sieve.end("the table");
        }
    }
}

impl Given for Row<'_> {
    fn first(&self, names: &[&str]) -> Option<String> {
        self.get(names).map(str::to_owned)
    }
}
