//! Files of every format become articles, each with its own outcome.

mod archives;
mod bad_input;
mod pdf;
mod documents;
mod mail;
mod saved_pages;

use std::io::{Cursor, Write};

use dragoman_core::domain::{ImportItem, OutcomeCode};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A text that reads as an article; `n` makes it another one.
pub fn story(n: u32) -> String {
    format!(
        "Minister visits port {n}\n\nThe minister visited eastern port number {n} on Monday, officials said, and \
         spoke with workers there about the new quay.\n\nShe promised that work on it would begin before the winter, \
         and that the town would be asked.\n"
    )
}

/// The same as a page.
pub fn page(n: u32) -> String {
    let text = story(n);
    let mut lines = text.lines().filter(|line| !line.is_empty());
    let title = lines.next().unwrap();
    let body: String = lines.map(|line| format!("<p>{line}</p>")).collect();
    format!(
        "<!DOCTYPE html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>{body}</article></body></html>"
    )
}

/// An archive of these files.
pub fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Name and code of each item.
pub fn outcomes(items: &[ImportItem]) -> Vec<(&str, OutcomeCode)> {
    items
        .iter()
        .map(|item| (item.name.as_str(), item.code))
        .collect()
}
