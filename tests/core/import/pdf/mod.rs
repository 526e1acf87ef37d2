mod damaged;
mod declared;
mod layouts;
mod lines;
mod scripts;
mod writer;

use std::fs;
use std::path::PathBuf;

use dragoman_core::domain::{Document, LineStyle};
use dragoman_core::import::{FormatError, pdf_document};

fn fixture(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/formats/pdf");
    fs::read(folder.join(name)).unwrap()
}

fn read(name: &str) -> Document {
    pdf_document(fixture(name)).unwrap()
}

fn error_of(name: &str) -> FormatError {
    pdf_document(fixture(name)).unwrap_err()
}

/// The paragraphs that a fixture was made of.
fn paragraphs_of(name: &str) -> Vec<String> {
    let text = String::from_utf8(fixture(name)).unwrap();
    text.lines().map(str::to_owned).collect()
}

fn of_style(document: &Document, style: LineStyle) -> Vec<&str> {
    let lines = document.lines.iter().filter(|line| line.style == style);
    lines.map(|line| line.text.as_str()).collect()
}

/// Fails unless the paragraphs stand in the document whole, once or more, in this order.
fn assert_paragraphs(document: &Document, wanted: &[String]) {
    let found = of_style(document, LineStyle::Paragraph);
    let mut rest = found.iter();
    for paragraph in wanted {
        assert!(
            rest.any(|line| line == paragraph),
            "not there, or not in its order: {paragraph}\nfound: {found:#?}"
        );
    }
}
