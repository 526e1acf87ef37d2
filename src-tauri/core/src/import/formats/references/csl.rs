//! CSL JSON, as Zotero, Mendeley and citation processors write it.
//!
//! Shape: <https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html> and the
//! schema `csl-data.json` of <https://github.com/citation-style-language/schema>.

use super::super::json::{self, Json};
use super::super::languages::language;
use super::super::record::{Record, date, words};
use super::super::{FormatError, Found, Input, stream};
use super::address_by_doi;
use crate::domain::BlockKind;

/// Members that only CSL has.
const MARKS: &[&str] = &[
    "\"date-parts\"",
    "\"container-title\"",
    "\"citation-key\"",
    "\"publisher-place\"",
    "\"title-short\"",
    "\"citation-label\"",
];

pub(in super::super) fn is(head: &[u8], _name: &str) -> bool {
    let start = stream::beginning(head);
    start.starts_with(['[', '{'])
        && start.contains("\"type\"")
        && MARKS.iter().any(|mark| start.contains(mark))
}

pub(in super::super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    json::each(input, found, &|item| Some(record(item).held(name)))
}

fn record(item: &Json) -> Record {
    let mut record = Record::default();
    let facts = &mut record.facts;
    facts.title = item.text_of("title").and_then(words);
    facts.byline = item
        .get("author")
        .map(Json::items)
        .unwrap_or_default()
        .iter()
        .filter_map(person)
        .collect();
    facts.outlet = item
        .text_of("container-title")
        .or_else(|| item.text_of("publisher"))
        .and_then(words);
    facts.published = item.get("issued").and_then(issued);
    facts.language = item.text_of("language").and_then(language);
    facts.url = item.text_of("URL").map(str::to_owned);
    facts.section = item.text_of("section").and_then(words);
    facts.saved = item.get("accessed").and_then(issued);
    address_by_doi(&mut record, item.text_of("DOI"));
    if let Some(text) = item.text_of("abstract") {
        record.say(BlockKind::Paragraph, text);
    }
    if let Some(text) = item.text_of("annote") {
        record.say(BlockKind::Paragraph, text);
    }
    if let Some(text) = item.text_of("note") {
        record.beside(text);
    }
    record
}

fn person(name: &Json) -> Option<String> {
    if let Some(literal) = name.text_of("literal") {
        return words(literal);
    }
    let parts = [
        "given",
        "dropping-particle",
        "non-dropping-particle",
        "family",
        "suffix",
    ];
    let parts: Vec<&str> = parts.iter().filter_map(|part| name.text_of(part)).collect();
    words(&parts.join(" "))
}

/// A date in its parts, numbers or texts, or as it was written.
fn issued(date_of: &Json) -> Option<String> {
    let parts: Vec<&str> = date_of
        .get("date-parts")
        .and_then(|ranges| ranges.items().first())
        .map(Json::items)
        .unwrap_or_default()
        .iter()
        .map_while(Json::text)
        .collect();
    let iso: Vec<String> = parts.iter().map(|part| format!("{part:0>2}")).collect();
    if !iso.is_empty() {
        return date(&iso.join("-"));
    }
    ["raw", "literal"]
        .iter()
        .find_map(|key| date(date_of.text_of(key)?))
}
