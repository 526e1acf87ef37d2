//! What a PDF declares of itself: title, authors, dates, language.

use super::document::BrowserPrint;
use super::syntax::{Dict, File, Object};
use super::{declared, text_string, xmp};
use crate::domain::Facts;

/// Programs that people write and typeset with: the day they made the file is close to the
/// day it was published. Servers and printers make it when it is fetched.
const AUTHORING: &[&str] = &[
    "indesign",
    "quark",
    "word",
    "libreoffice",
    "openoffice",
    "pages",
    "latex",
    "pdftex",
    "xetex",
    "luatex",
    "distiller",
    "scribus",
    "pagemaker",
    "framemaker",
    "powerpoint",
    "publisher",
    "typst",
    "writer",
    "groff",
];
/// Programs that print what a browser shows, or scan.
const SAVING: &[&str] = &[
    "chrom",
    "skia",
    "mozilla",
    "firefox",
    "safari",
    "wkhtml",
    "print to pdf",
    "microsoft: print",
    "webkit",
    "scan",
    "edge",
    "opera",
];

/// Reads the document's information and its XMP packet; the packet counts where both say.
pub(super) fn facts(file: &File, print: Option<&BrowserPrint>) -> Facts {
    let info = file.dict(&file.trailer(), b"Info");
    let packet = match file.get(&file.root(), b"Metadata") {
        Object::Stream(stream) => file.unpack(&stream),
        _ => None,
    };
    let packet = packet.map(|bytes| xmp::read(&bytes)).unwrap_or_default();
    let programs = [b"Creator".as_slice(), b"Producer"];
    let programs = programs.map(|key| string(file, &info, key).unwrap_or_default());
    let program = format!(
        "{} {} {}",
        programs[0],
        programs[1],
        packet.tool.unwrap_or_default()
    );
    let program = program.to_lowercase();
    let made = packet
        .created
        .or_else(|| string(file, &info, b"CreationDate").and_then(|date| declared::date(&date)));
    let saved_only = print.is_some() || SAVING.iter().any(|name| program.contains(name));
    let authored = !saved_only && AUTHORING.iter().any(|name| program.contains(name));
    let title = packet.title.or_else(|| string(file, &info, b"Title"));
    let mut byline: Vec<String> = packet.creators;
    if byline.is_empty() {
        byline.extend(string(file, &info, b"Author"));
    }
    let byline = byline
        .iter()
        .flat_map(|names| declared::people(names))
        .collect();
    let language = string(file, &file.root(), b"Lang").or(packet.language);
    let published = packet.published.or_else(|| {
        let day = made.as_deref().filter(|_| authored)?.get(..10)?;
        Some(day.to_owned())
    });
    Facts {
        title: title.as_deref().and_then(declared::title),
        byline,
        outlet: packet.publication,
        published,
        saved: made,
        language: language.as_deref().and_then(declared::language),
        url: print.and_then(|print| print.url.clone()).or(packet.url),
        ..Facts::default()
    }
}

fn string(file: &File, dict: &Dict, key: &[u8]) -> Option<String> {
    let object = file.get(dict, key);
    let text = text_string::decode(object.string()?);
    let text: Vec<&str> = text.split_whitespace().collect();
    (!text.is_empty()).then(|| text.join(" ").chars().take(1000).collect())
}
