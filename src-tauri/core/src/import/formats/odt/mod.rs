//! OpenDocument texts (.odt, .ott, .fodt): ISO/IEC 26300.

mod body;
mod styles;

use std::io::{Read, SeekFrom};

use super::flow::Flow;
use super::package::{self, Cut, Package};
use super::xml::{Step, Xml};
use super::{FormatError, Found, Input, people, xml};
use crate::domain::{Document, DocumentLine, Facts};

const WHAT: &str = "OpenDocument text";

/// A text in one flat file, pictures and all, is read up to this.
const FLAT_LIMIT: u64 = 64 * 1024 * 1024;

/// Reads an OpenDocument text, zipped or flat: one text with its structure.
pub(super) fn read(
    input: &mut dyn Input,
    _name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    input.seek(SeekFrom::Start(0))?;
    let mut start = [0; 2];
    let zipped = input.read_exact(&mut start).is_ok() && &start == b"PK";
    let parts = if zipped {
        Package::read(input, WHAT, parts)?
    } else {
        flat(input)?
    };
    let (document, cut) = document(&parts);
    package::hand_on(document, cut, WHAT, found)
}

/// The XML of a document.
#[derive(Default)]
struct Parts {
    meta: String,
    styles: String,
    content: String,
    cut: Option<Cut>,
}

fn parts(package: &mut Package) -> Result<Parts, FormatError> {
    let manifest = package.part("META-INF/manifest.xml");
    if manifest.is_some_and(|part| xml::decode(&part.bytes).contains("encryption-data")) {
        return Err(FormatError::Encrypted { what: WHAT });
    }
    let Some(content) = package.part("content.xml") else {
        return Err(FormatError::Damaged {
            what: WHAT,
            why: "its text is missing".to_owned(),
        });
    };
    let mut text_of = |path: &str| {
        let part = package.part(path);
        part.map(|part| xml::decode(&part.bytes))
            .unwrap_or_default()
    };
    Ok(Parts {
        meta: text_of("meta.xml"),
        styles: text_of("styles.xml"),
        content: xml::decode(&content.bytes),
        cut: content.cut,
    })
}

fn flat(input: &mut dyn Input) -> Result<Parts, FormatError> {
    input.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    input.take(FLAT_LIMIT).read_to_end(&mut bytes)?;
    let content = xml::decode(&bytes);
    let is_document = Xml::new(&content)
        .find_map(|step| match step {
            Step::Open(tag) => Some(matches!(tag.name(), "document" | "document-content")),
            _ => None,
        })
        .unwrap_or(false);
    if !is_document {
        return Err(FormatError::Damaged {
            what: WHAT,
            why: "it is no OpenDocument file".to_owned(),
        });
    }
    Ok(Parts {
        cut: (bytes.len() as u64 >= FLAT_LIMIT).then_some(Cut::TooLarge),
        content,
        ..Parts::default()
    })
}

/// The document, and why it is not all of it.
fn document(parts: &Parts) -> (Document, Option<Cut>) {
    let mut styles = styles::Styles::default();
    styles.read(&parts.styles);
    styles.read(&parts.content);
    let mut flow = Flow::default();
    let mut reader = body::Body::new(&styles, &mut flow);
    let whole = reader.walk(&parts.content);
    // Running heads and feet stand in the part of styles.
    reader.walk(&parts.styles);
    let author = reader.author.take();
    let full = flow.is_full();
    let lines = flow.finish();
    let meta = if parts.meta.is_empty() {
        &parts.content
    } else {
        &parts.meta
    };
    let mut facts = facts(meta, &lines);
    if let Some(author) = author {
        facts.byline = vec![author];
    }
    facts.language = facts.language.or(styles.language);
    let cut = if full {
        Some(Cut::TooLarge)
    } else {
        parts.cut.or((!whole).then_some(Cut::Damaged))
    };
    (Document { facts, lines }, cut)
}

/// What `office:meta` says. When the file was made is not when its text was published.
fn facts(text: &str, lines: &[DocumentLine]) -> Facts {
    let mut facts = Facts::default();
    let (mut creator, mut typist, mut created) = (None, None, None);
    let mut reader = Xml::new(text);
    while let Some(step) = reader.next() {
        match step {
            Step::Open(tag) => {
                let name = tag.name().to_owned();
                if matches!(name.as_str(), "document" | "document-meta" | "meta") {
                    continue;
                }
                if name == "body" {
                    break;
                }
                let value = reader.text_of_element().trim().to_owned();
                let value = (!value.is_empty()).then_some(value);
                match name.as_str() {
                    "title" => facts.title = value,
                    "description" => facts.standfirst = value,
                    "initial-creator" => creator = value,
                    "creator" => typist = value,
                    "creation-date" => created = value,
                    "date" => facts.saved = value,
                    "language" => facts.language = value,
                    _ => {}
                }
            }
            Step::Close(name) if name == "meta" => break,
            _ => {}
        }
    }
    facts.saved = facts.saved.or(created);
    facts.byline = creator
        .or_else(|| typist.clone())
        .map(|name| people::believable(&name, typist.as_deref(), lines))
        .unwrap_or_default();
    facts
}
