//! A JSON list of articles or links, members by their common names; JSON Feed and the
//! answers of news interfaces are such lists.

use super::super::json::{self, Json};
use super::super::record::words;
use super::super::table::key;
use super::super::{FormatError, Found, Held, Input, stream};
use super::Sieve;
use super::names::{self, Given, SUMMARY, TEXT, TITLE, URL};

/// Members that name a text, an address, or a title with a summary.
pub(in super::super) fn is(head: &[u8], name: &str) -> bool {
    let start = stream::beginning(head);
    if !start.starts_with(['[', '{']) || start.starts_with("{\\") {
        return false;
    }
    let named = name.rsplit_once('.').is_none_or(|(_, extension)| {
        ["json", "jsonl", "ndjson", "jsonlines", "txt"]
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    });
    let members: Vec<String> = start.split('"').skip(1).step_by(2).map(key).collect();
    let has = |names: &[&str]| {
        members
            .iter()
            .any(|member| names.contains(&member.as_str()))
    };
    named && (has(TEXT) || has(URL) || (has(TITLE) && has(SUMMARY)))
}

pub(in super::super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let mut sieve = Sieve::new(found);
    let read = json::each(input, &mut |held| sieve.take(held), &|item| {
        Some(held(item, name))
    });
    match read {
        Ok(()) => sieve.end("the list"),
        Err(error) => Err(error),
    }
}

fn held(item: &Json, name: &str) -> Held {
    // A list may hold nothing but addresses.
    if let Some(text) = item.text() {
        let alone = Json::Object(vec![("url".to_owned(), Json::Text(text.to_owned()))]);
        return names::record(&alone).held(text);
    }
    names::record(item).held(name)
}

impl Given for Json {
    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| {
            let member = self
                .members()
                .iter()
                .find(|(member, _)| key(member) == *name);
            said(&member?.1)
        })
    }

    fn people(&self, names: &[&str]) -> Vec<String> {
        let member = names.iter().find_map(|name| {
            self.members()
                .iter()
                .find(|(member, _)| key(member) == *name)
        });
        match member {
            Some((_, Json::List(people))) => people
                .iter()
                .filter_map(said)
                .filter_map(|name| words(&name))
                .collect(),
            _ => self
                .first(names)
                .map(|text| super::super::record::people(&text))
                .unwrap_or_default(),
        }
    }
}

/// The text of a value: of `{"name": …}` the name, of a list its texts in a line.
fn said(value: &Json) -> Option<String> {
    match value {
        Json::Nothing => None,
        Json::Text(_) => value.text().map(str::to_owned),
        Json::Object(_) => ["name", "title", "rendered", "value", "text"]
            .iter()
            .find_map(|member| value.text_of(member))
            .map(str::to_owned),
        Json::List(items) => {
            let items: Vec<&str> = items
                .iter()
                .filter_map(|item| item.text().or_else(|| item.text_of("name")))
                .collect();
            Some(items.join("\n")).filter(|text| !text.is_empty())
        }
    }
}
