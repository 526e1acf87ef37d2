//! Files of every format become articles, each with its own outcome.

mod archives;
mod bad_input;
mod books;
mod documents;
mod exports;
mod hostile_lists;
mod lists;
mod mail;
mod pdf;
mod programs;
mod saved_pages;

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use dragoman_core::domain::{Article, ImportItem, OutcomeCode};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::Bench;

/// A file among those that other programs made.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/formats")
        .join(name)
}

/// Imports a file and gives its articles.
pub fn articles(bench: &Bench, path: &Path) -> Vec<Article> {
    let items = bench.import(path);
    let kept = items.iter().filter_map(|item| item.article);
    kept.map(|id| bench.get(id)).collect()
}

/// The text of each block.
pub fn texts(article: &Article) -> Vec<&str> {
    let blocks = article.blocks.iter();
    blocks.map(|block| block.text.as_str()).collect()
}

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
