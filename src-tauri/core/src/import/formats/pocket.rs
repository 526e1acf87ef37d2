//! Pocket: the page `ril_export.html` and the CSV that came after it.
//!
//! The page lists `<li><a href time_added tags>` below `<h1>Unread</h1>` and `<h1>Read
//! Archive</h1>`; the CSV has `title,url,time_added,tags,status`, tags between bars
//! (<https://support.mozilla.org/en-US/kb/exporting-your-pocket-list>, with the samples
//! in README.md beside the fixtures).

use super::bookmarks::read_listing;
use super::record::{Record, moment, words};
use super::table::{self, Row};
use super::{FormatError, Found, Input, stream};

/// The page is told by its title *and* what only it has: an article may be called the same.
pub(super) fn is_page(head: &[u8], _name: &str) -> bool {
    let start = stream::beginning(head).to_ascii_lowercase();
    start.starts_with("<!doctype")
        && start.contains("<title>pocket export</title>")
        && (start.contains(" time_added=\"") || start.contains("<h1>unread</h1>"))
}

pub(super) fn read_page(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    read_listing(input, name, "", found)
}

pub(super) fn is_csv(head: &[u8], _name: &str) -> bool {
    table::has_columns(head, &["url", "timeadded", "status"])
}

pub(super) fn read_csv(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    table::each(input, name, found, record)
}

fn record(row: &Row<'_>) -> Record {
    let url = row.get(&["url"]);
    let mut record = Record::default();
    // Pocket writes the address where it knows no title.
    record.facts.title = row
        .get(&["title"])
        .filter(|title| Some(*title) != url)
        .and_then(words);
    record.facts.url = url.map(str::to_owned);
    record.facts.saved = row
        .get(&["timeadded"])
        .and_then(|time| time.parse().ok())
        .and_then(moment);
    record.tag(
        row.get(&["tags"])
            .into_iter()
            .flat_map(|tags| tags.split('|')),
    );
    let tags = row.get(&["tags"]).map(|tags| tags.replace('|', ", "));
    let kept_in: Vec<&str> = row
        .get(&["status"])
        .into_iter()
        .chain(tags.as_deref())
        .collect();
    record.kept_in = words(&kept_in.join("; "));
    record
}
