//! The CSV that Zotero exports: one row an item, every cell in quotation marks.
//!
//! Columns: <https://github.com/zotero/translators/blob/master/CSV.js>.

use super::super::languages::language;
use super::super::record::{Record, date, inverted, words};
use super::super::table::{self, Row};
use super::super::{FormatError, Found, Input};
use super::address_by_doi;
use crate::domain::BlockKind;

pub(in super::super) fn is(head: &[u8], _name: &str) -> bool {
    table::has_columns(head, &["key", "itemtype", "title", "url"])
}

pub(in super::super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    table::each(input, name, found, record)
}

fn record(row: &Row<'_>) -> Record {
    let list = |column| {
        row.get(&[column])
            .unwrap_or_default()
            .split(';')
            .map(str::trim)
    };
    let mut record = Record::default();
    let facts = &mut record.facts;
    facts.title = row.get(&["title"]).and_then(words);
    facts.byline = list("author").filter_map(inverted).collect();
    facts.outlet = row.get(&["publicationtitle", "publisher"]).and_then(words);
    facts.published = row
        .get(&["date"])
        .and_then(date)
        .or_else(|| row.get(&["publicationyear"]).and_then(date));
    facts.saved = row.get(&["accessdate", "dateadded"]).and_then(date);
    facts.language = row.get(&["language"]).and_then(language);
    facts.url = row.get(&["url"]).map(str::to_owned);
    facts.section = row.get(&["section"]).and_then(words);
    record.tag(list("manualtags"));
    let tags = [row.get(&["manualtags"]), row.get(&["automatictags"])];
    let tags: Vec<&str> = tags.into_iter().flatten().collect();
    record.kept_in = words(&tags.join("; "));
    address_by_doi(&mut record, row.get(&["doi"]));
    for column in ["abstractnote", "notes"] {
        if let Some(text) = row.get(&[column]) {
            record.say(BlockKind::Paragraph, text);
        }
    }
    for column in ["fileattachments", "linkattachments"] {
        for attachment in list(column) {
            record.beside(attachment);
        }
    }
    record
}
