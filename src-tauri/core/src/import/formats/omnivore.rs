//! Omnivore: the archive that it sent to those who left, `metadata_0_to_20.json` with
//! lists of pages, `content/SLUG.html` with their texts, `highlights/SLUG.md`.
//!
//! Shape: <https://docs.omnivore.app/using/exporting.html>, with the sample in README.md
//! beside the fixtures.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use std::ops::ControlFlow;

use zip::ZipArchive;
use zip::result::ZipError;

use super::json::{self, Json};
use super::record::{Record, date, page_of, words};
use super::{FormatError, Found, Held, Input, stream};
use crate::domain::{BlockKind, Facts, OutcomeCode};
use crate::import::faults;

const WHAT: &str = "the archive";

/// The largest page or list of the archive that is read, in bytes unpacked.
const LARGEST: u64 = 64 << 20;

/// Most bytes that are unpacked of one archive.
const MOST_UNPACKED: u64 = 4 << 30;

/// Most pages of which the lists are kept in mind at a time.
const MOST_PAGES: usize = 200_000;

pub(super) fn is_metadata(head: &[u8], _name: &str) -> bool {
    is_list(head)
}

/// Whether this is the start of a list of pages.
pub(in super::super) fn is_list(head: &[u8]) -> bool {
    let start = stream::beginning(head);
    start.starts_with('[')
        && ["\"slug\"", "\"savedAt\"", "\"readingProgress\""]
            .iter()
            .all(|key| start.contains(key))
}

/// A list of pages alone: each is a link.
pub(super) fn read_metadata(
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
    facts.standfirst = item.text_of("description").and_then(words);
    facts.byline = item.text_of("author").and_then(words).into_iter().collect();
    facts.outlet = item.text_of("siteName").and_then(words);
    facts.url = item.text_of("url").map(str::to_owned);
    facts.published = item.text_of("publishedAt").and_then(date);
    facts.saved = item.text_of("savedAt").and_then(date);
    let labels: Vec<&str> = item
        .get("labels")
        .map(Json::items)
        .unwrap_or_default()
        .iter()
        .filter_map(|label| label.text().or_else(|| label.text_of("name")))
        .collect();
    record.tag(labels.iter().copied());
    record.kept_in = words(&labels.join(", "));
    record
}

/// The archive: pages whose text is in it, links for the others, highlights as notes of
/// their own.
pub(super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let zip = ZipArchive::new(input).map_err(damaged)?;
    let names: Vec<String> = zip
        .file_names()
        .filter_map(Result::ok)
        .map(Cow::into_owned)
        .collect();
    let mut archive = Archive {
        zip,
        left: MOST_UNPACKED,
    };
    let mut contents = by_slug(&names, "content/", ".html");
    let mut highlights = by_slug(&names, "highlights/", ".md");
    for list in names.iter().filter(|name| has_list_name(name)) {
        let bytes = match archive.unpack(list) {
            Ok(bytes) => bytes,
            Err(error) => {
                if found(unread(list, &error)).is_break() {
                    return Ok(());
                }
                continue;
            }
        };
        let items = std::cell::RefCell::new(Vec::new());
        // The list is read to its end first: its pages are in the same archive.
        let read = json::each(
            &mut Cursor::new(bytes),
            &mut |_| ControlFlow::Continue(()),
            &|item| {
                let mut items = items.borrow_mut();
                if items.len() < MOST_PAGES {
                    items.push((
                        item.text_of("slug").unwrap_or_default().to_owned(),
                        record(item),
                    ));
                }
                None
            },
        );
        if let Err(error) = read
            && found(unread(list, &error)).is_break()
        {
            return Ok(());
        }
        for (slug, record) in items.into_inner() {
            let page = contents.remove(slug.as_str());
            let notes = highlights.remove(slug.as_str());
            if hand_on(&mut archive, record, page, notes, name, found).is_break() {
                return Ok(());
            }
        }
    }
    // Pages that no list names.
    let mut left: Vec<&str> = contents.into_values().collect();
    left.sort_unstable();
    for page in left {
        let flow = match archive.unpack(page) {
            Ok(bytes) => found(page_of(
                Facts::default(),
                &String::from_utf8_lossy(&bytes),
                Some(page.to_owned()),
            )),
            Err(error) => found(unread(page, &error)),
        };
        if flow.is_break() {
            return Ok(());
        }
    }
    Ok(())
}

struct Archive<'a> {
    zip: ZipArchive<&'a mut dyn Input>,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl Archive<'_> {
    fn unpack(&mut self, name: &str) -> Result<Vec<u8>, FormatError> {
        let most = LARGEST.min(self.left);
        let file = self.zip.by_name(name).map_err(damaged)?;
        let mut bytes = Vec::new();
        file.take(most + 1).read_to_end(&mut bytes)?;
        self.left = self.left.saturating_sub(bytes.len() as u64);
        if bytes.len() as u64 > most {
            return Err(FormatError::TooLarge { what: WHAT });
        }
        Ok(bytes)
    }
}

fn hand_on(
    archive: &mut Archive<'_>,
    record: Record,
    page: Option<&str>,
    notes: Option<&str>,
    name: &str,
    found: &mut Found<'_>,
) -> ControlFlow<()> {
    let title = record.facts.title.clone();
    match page.map(|page| (page, archive.unpack(page))) {
        Some((page, Ok(bytes))) => {
            let html = String::from_utf8_lossy(&bytes);
            found(page_of(record.facts, &html, Some(page.to_owned())))?;
        }
        Some((page, Err(error))) => {
            found(unread(page, &error))?;
            found(record.held(name))?;
        }
        None => found(record.held(name))?,
    }
    let Some(notes) = notes else {
        return ControlFlow::Continue(());
    };
    match archive.unpack(notes) {
        Ok(bytes) => match highlights(&String::from_utf8_lossy(&bytes), title) {
            Some(record) => found(record.held(notes)),
            None => ControlFlow::Continue(()),
        },
        Err(error) => found(unread(notes, &error)),
    }
}

/// Quotations and notes: `> ` before a line makes it a quotation.
fn highlights(text: &str, title: Option<String>) -> Option<Record> {
    let mut record = Record::default();
    record.facts.title = title;
    let mut any = false;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix('>') {
            Some(quote) => record.say(BlockKind::Quote, quote),
            None => record.say(BlockKind::Paragraph, line.trim_start_matches('#')),
        }
        any = true;
    }
    any.then_some(record)
}

fn has_list_name(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.starts_with("metadata_") && file.ends_with(".json")
}

/// Names of the files in one folder of the archive, by their slugs.
fn by_slug<'a>(names: &'a [String], folder: &str, ending: &str) -> HashMap<&'a str, &'a str> {
    names
        .iter()
        .filter_map(|name| {
            let (before, file) = name.split_at(name.find(folder)? + folder.len());
            let top = before.len() == folder.len() || before.ends_with(&format!("/{folder}"));
            (top && !file.contains('/')).then_some((file.strip_suffix(ending)?, name.as_str()))
        })
        .collect()
}

fn damaged(error: ZipError) -> FormatError {
    match error {
        ZipError::Io(error) => FormatError::Io(error),
        other => FormatError::Damaged {
            what: WHAT,
            why: faults::of_archive(&other),
        },
    }
}

fn unread(name: &str, error: &FormatError) -> Held {
    Held::Unread {
        name: name.to_owned(),
        code: OutcomeCode::NotReadable,
        detail: error.detail(),
    }
}
