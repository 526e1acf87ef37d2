//! RIS, as Zotero, EndNote, Mendeley and news databases write it.
//!
//! Tags: <https://github.com/zotero/translators/blob/master/RIS.js>; lines are
//! `TY  - NEWS`, a record ends with `ER  -`, a line without a tag goes on with the last.

use super::super::languages::language;
use super::super::record::{Record, date, inverted, words};
use super::super::stream::{self, TextStream, next_line};
use super::super::{FormatError, Found, Input};
use super::address_by_doi;
use crate::domain::BlockKind;

const WHAT: &str = "the RIS file";

pub(in super::super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let mut text = TextStream::new(input)?;
    let allowance = text.allowance();
    let mut fields: Vec<(String, String)> = Vec::new();
    while let Some(line) = next_line(&mut text).map_err(|error| stream::failed(error, WHAT))? {
        match tagged(&line) {
            Some((tag @ ("TY" | "ER"), value)) => {
                let ended = std::mem::take(&mut fields);
                if !ended.is_empty() && found(record(&ended).held(name)).is_break() {
                    return Ok(());
                }
                allowance.renew();
                if tag == "TY" {
                    fields.push((tag.to_owned(), value.to_owned()));
                }
            }
            Some((tag, value)) if !fields.is_empty() => {
                fields.push((tag.to_owned(), value.to_owned()));
            }
            Some(_) => {}
            None => {
                if let Some((_, value)) = fields.last_mut() {
                    value.push('\n');
                    value.push_str(&line);
                }
            }
        }
    }
    // The end of the last record may be missing.
    if !fields.is_empty() && found(record(&fields).held(name)).is_break() {
        return Ok(());
    }
    Ok(())
}

/// `AU  - Quill, Ada` as its tag and its value; some programs put one space for two.
fn tagged(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches('\u{feff}');
    let (tag, rest) = line.split_at_checked(2)?;
    let shape = tag.as_bytes();
    let is_tag = shape.first().is_some_and(u8::is_ascii_uppercase)
        && shape
            .get(1)
            .is_some_and(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let rest = rest
        .strip_prefix("  -")
        .or_else(|| rest.strip_prefix(" -"))?;
    (is_tag && (rest.is_empty() || rest.starts_with(' '))).then_some((tag, rest.trim()))
}

fn record(fields: &[(String, String)]) -> Record {
    let all = |tags: &'static [&str]| {
        tags.iter()
            .flat_map(|tag| fields.iter().filter(move |(key, _)| key == tag))
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.trim().is_empty())
    };
    let first = |tags| all(tags).next();
    let mut record = Record::default();
    let facts = &mut record.facts;
    facts.title = first(&["TI", "T1", "CT", "BT"]).and_then(words);
    facts.byline = all(&["AU", "A1"]).filter_map(inverted).collect();
    facts.outlet = first(&["T2", "JF", "JO", "JA", "J2", "PB"]).and_then(words);
    facts.published = all(&["DA", "PY", "Y1"]).find_map(day);
    facts.saved = first(&["Y2"]).and_then(day);
    facts.language = first(&["LA"]).and_then(language);
    facts.url = all(&["UR"])
        .flat_map(str::split_whitespace)
        .next()
        .map(str::to_owned);
    facts.section = first(&["SE"]).and_then(words);
    let doi = first(&["DO"]).map(str::to_owned);
    address_by_doi(&mut record, doi.as_deref());
    // Abstracts come under two tags, often with the same words.
    let mut said: Vec<&str> = Vec::new();
    for text in all(&["AB", "N2", "N1", "RN"]) {
        if !said.contains(&text) {
            record.say(BlockKind::Paragraph, text);
            said.push(text);
        }
    }
    for attachment in all(&["L1", "L2", "L3", "L4"]) {
        record.beside(attachment);
    }
    record
}

/// `2022/05/10/`, `2022/05//`, `2022///spring`, `2022/05/11/10:00:00`, `10 May 2022`.
fn day(value: &str) -> Option<String> {
    let parts: Vec<&str> = value.split('/').map(str::trim).collect();
    let (Some(year), true) = (parts.first(), parts.len() > 1) else {
        return date(value);
    };
    let number = |at: usize| {
        let digits = parts
            .get(at)
            .filter(|part| !part.is_empty() && part.len() <= 2)?;
        digits
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| format!("{digits:0>2}"))
    };
    let iso = match (number(1), number(2)) {
        (Some(month), Some(day)) => format!("{year}-{month}-{day}"),
        (Some(month), None) => format!("{year}-{month}"),
        _ => (*year).to_owned(),
    };
    date(&iso)
}
