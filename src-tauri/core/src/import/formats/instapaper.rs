//! Instapaper: the CSV `instapaper-export.csv` and the page of links.
//!
//! The CSV has `URL,Title,Selection,Folder,Timestamp` and, later, `Tags`, a JSON list
//! (<https://www.instapaper.com/user>, *Download .CSV file*; samples in README.md beside
//! the fixtures). What a person selected when saving is text that is kept.

use super::bookmarks::read_listing;
use super::record::{Record, moment, words};
use super::table::{self, Row};
use super::{FormatError, Found, Input, stream};
use crate::domain::BlockKind;

/// The page is told by its title *and* its list: an article may be called the same.
pub(super) fn is_page(head: &[u8], _name: &str) -> bool {
    let start = stream::beginning(head).to_ascii_lowercase();
    let Some((_, body)) = start.split_once("<title>instapaper: export</title>") else {
        return false;
    };
    let body = body
        .split_once("<body>")
        .map_or("", |(_, body)| body)
        .trim_start();
    body.starts_with("<h1>") && body.contains("<ol>")
}

pub(super) fn read_page(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    read_listing(input, name, "", found)
}

pub(super) fn is_csv(head: &[u8], _name: &str) -> bool {
    table::has_columns(head, &["url", "title", "selection", "folder"])
}

pub(super) fn read_csv(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    table::each(input, name, found, record)
}

fn record(row: &Row<'_>) -> Record {
    let mut record = Record::default();
    record.facts.title = row.get(&["title"]).and_then(words);
    record.facts.url = row.get(&["url"]).map(str::to_owned);
    record.facts.saved = row
        .get(&["timestamp"])
        .and_then(|time| time.parse().ok())
        .and_then(moment);
    let tags: Vec<String> = row
        .get(&["tags"])
        .and_then(|tags| serde_json::from_str(tags).ok())
        .unwrap_or_default();
    record.tag(tags.iter().map(String::as_str));
    let kept_in: Vec<&str> = row
        .get(&["folder"])
        .into_iter()
        .chain(tags.iter().map(String::as_str))
        .collect();
    record.kept_in = words(&kept_in.join("; "));
    if let Some(selection) = row.get(&["selection"]) {
        record.say(BlockKind::Quote, selection);
    }
    record
}
