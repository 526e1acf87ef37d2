//! The package document of an EPUB: what it is called and in which order it is read.

use std::collections::HashMap;

use super::super::package::resolve;
use super::super::xml::{Step, Xml};
use crate::extract::collapse;

/// What the package document says.
#[derive(Debug, Default)]
pub(super) struct Publication {
    pub title: Option<String>,
    pub authors: Vec<String>,
    pub publisher: Option<String>,
    /// ISO 8601, as precise as it is given.
    pub date: Option<String>,
    pub language: Option<String>,
    /// Paths of the parts in reading order.
    pub spine: Vec<String>,
    /// Path of the EPUB 3 table of contents.
    pub navigation: Option<String>,
    /// Path of the EPUB 2 table of contents.
    pub ncx: Option<String>,
    periodical: bool,
}

impl Publication {
    /// Reads the package document at `path`.
    pub(super) fn read(text: &str, path: &str) -> Self {
        let mut out = Self::default();
        let mut items: HashMap<String, String> = HashMap::new();
        let mut reader = Xml::new(text);
        while let Some(step) = reader.next() {
            let Step::Open(tag) = step else { continue };
            let name = tag.name().to_owned();
            match name.as_str() {
                "item" => {
                    let (Some(id), Some(href)) = (tag.value("id"), tag.value("href")) else {
                        continue;
                    };
                    let target = resolve(path, &unescape(&href));
                    let properties = tag.value("properties").unwrap_or_default();
                    if properties.split(' ').any(|property| property == "nav") {
                        out.navigation = Some(target.clone());
                    }
                    if tag
                        .value("media-type")
                        .is_some_and(|kind| kind.contains("dtbncx"))
                    {
                        out.ncx = Some(target.clone());
                    }
                    items.insert(id, target);
                }
                "itemref" => {
                    let target = tag.value("idref").and_then(|id| items.get(&id));
                    out.spine.extend(target.cloned());
                }
                "meta" => {
                    let kind = tag
                        .value("name")
                        .or_else(|| tag.value("property"))
                        .unwrap_or_default();
                    let content = tag.value("content").unwrap_or_default();
                    out.periodical |=
                        kind.contains("publication_type") && content.contains("periodical");
                }
                "title" | "creator" | "publisher" | "date" | "language" | "type"
                    if tag.prefix() == "dc" =>
                {
                    let event = tag.value("event").unwrap_or_default();
                    let role = tag.value("role").unwrap_or_default();
                    let value = collapse(&reader.text_of_element());
                    out.describe(&name, &value, &event, &role);
                }
                _ => {}
            }
        }
        out
    }

    fn describe(&mut self, name: &str, value: &str, event: &str, role: &str) {
        if value.is_empty() {
            return;
        }
        let program = value.to_lowercase().starts_with("calibre");
        match name {
            "title" => {
                self.title.get_or_insert(value.to_owned());
            }
            "creator" if !program && matches!(role, "" | "aut") => {
                self.authors.push(value.to_owned())
            }
            "publisher" if program => self.periodical = true,
            "publisher" => self.publisher = Some(value.to_owned()),
            "date"
                if event != "modification" && (self.date.is_none() || event == "publication") =>
            {
                // Midnight in UTC is what programs add to a day.
                let day = value.split_once("T00:00:00").map_or(value, |(day, _)| day);
                self.date = Some(day.to_owned()).filter(|day| !day.starts_with("0101"));
            }
            "language" => {
                self.language.get_or_insert(value.to_owned());
            }
            "type" => {
                let kind = value.to_lowercase();
                self.periodical |= ["magazine", "newspaper", "periodical", "journal"]
                    .iter()
                    .any(|word| kind.contains(word));
            }
            _ => {}
        }
    }

    /// A newspaper or a magazine rather than a book.
    pub(super) fn is_periodical(&self) -> bool {
        self.periodical
    }
}

/// `The Daily [Tue, 10 May 2022]` without its date.
pub(super) fn without_issue(title: &str) -> String {
    let bare = title.split(['[', '(']).next().unwrap_or(title);
    let bare = collapse(bare)
        .trim_end_matches([',', '-', '–', ' '])
        .to_owned();
    if bare.is_empty() {
        title.to_owned()
    } else {
        bare
    }
}

/// A reference to a file with `%20` read as a space.
pub(super) fn unescape(href: &str) -> String {
    let mut bytes = Vec::with_capacity(href.len());
    let mut rest = href.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
            .filter(|_| first == b'%');
        bytes.push(byte.unwrap_or(first));
        rest = after
            .get(if byte.is_some() { 2 } else { 0 }..)
            .unwrap_or_default();
    }
    String::from_utf8(bytes).unwrap_or_else(|_| href.to_owned())
}
