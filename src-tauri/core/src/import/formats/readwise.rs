//! Readwise: the CSV of highlights, and the CSV of documents that Reader exports.
//!
//! Highlights: `Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location
//! Type,Location,Highlighted at,Document tags`. Documents: `Title,URL,ID,Document tags,
//! Saved date,Reading progress,Location,Seen` (<https://docs.readwise.io>, *exporting*;
//! samples in README.md beside the fixtures).

use std::collections::HashMap;

use super::record::{Record, date, people, words};
use super::table::{self, Row, Table};
use super::{FormatError, Found, Input};
use crate::domain::BlockKind;

/// Bytes of highlights gathered before what there is is handed on.
const GATHERED: usize = 64 << 20;

pub(super) fn is_highlights(head: &[u8], _name: &str) -> bool {
    table::has_columns(head, &["highlight", "booktitle"])
}

pub(super) fn is_documents(head: &[u8], _name: &str) -> bool {
    table::has_columns(head, &["url", "documenttags", "saveddate"])
}

/// One article for each book or page, its highlights as quotations with their notes.
pub(super) fn read_highlights(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let mut table = Table::new(input)?;
    let mut gathered = Gathered::default();
    while let Some(row) = table.next()? {
        gathered.add(&row);
        if gathered.size > GATHERED && !hand_on(std::mem::take(&mut gathered), name, found) {
            return Ok(());
        }
    }
    hand_on(gathered, name, found);
    Ok(())
}

/// Whether more is wanted.
fn hand_on(gathered: Gathered, name: &str, found: &mut Found<'_>) -> bool {
    gathered
        .records
        .into_iter()
        .all(|record| found(record.held(name)).is_continue())
}

/// Articles in the order in which they came, with where each stands by title and author.
#[derive(Debug, Default)]
struct Gathered {
    records: Vec<Record>,
    places: HashMap<(String, String), usize>,
    size: usize,
}

impl Gathered {
    fn add(&mut self, row: &Row<'_>) {
        let title = row.get(&["booktitle"]).unwrap_or_default();
        let author = row.get(&["bookauthor"]).unwrap_or_default();
        let at = *self
            .places
            .entry((title.to_owned(), author.to_owned()))
            .or_insert_with(|| {
                let mut record = Record::default();
                record.facts.title = words(title);
                record.facts.byline = people(author);
                record.facts.url = row.get(&["url", "sourceurl"]).map(str::to_owned);
                let tags = row.get(&["documenttags"]);
                record.tag(tags.into_iter().flat_map(|tags| tags.split(',')));
                record.kept_in = tags.and_then(words);
                self.records.push(record);
                self.records.len() - 1
            });
        let Some(record) = self.records.get_mut(at) else {
            return;
        };
        if let Some(highlight) = row.get(&["highlight"]) {
            record.say(BlockKind::Quote, highlight);
        }
        if let Some(note) = row.get(&["note"]) {
            record.say(BlockKind::Paragraph, note);
        }
        let place = ["locationtype", "location", "highlightedat", "tags"];
        let place: Vec<&str> = place
            .iter()
            .filter_map(|column| row.get(&[column]))
            .collect();
        record.beside(&place.join(" "));
        self.size += row.size();
    }
}

/// Each document is a link.
pub(super) fn read_documents(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    table::each(input, name, found, document)
}

fn document(row: &Row<'_>) -> Record {
    let mut record = Record::default();
    record.facts.title = row.get(&["title"]).and_then(words);
    record.facts.url = row.get(&["url"]).map(str::to_owned);
    record.facts.saved = row.get(&["saveddate"]).and_then(date);
    let tags = row.get(&["documenttags"]).unwrap_or_default();
    let tags = tags.replace(['[', ']', '\'', '"'], "");
    record.tag(tags.split(','));
    let kept_in = [row.get(&["location"]).unwrap_or_default(), tags.as_str()];
    record.kept_in = words(kept_in.join("; ").trim_matches([';', ' ']));
    record
}
