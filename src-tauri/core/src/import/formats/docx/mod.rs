//! Word documents (.docx, .docm, .dotx): ECMA-376, transitional and strict.

mod body;
mod properties;
mod relations;
mod styles;

use super::flow::Flow;
use super::package::{self, Cut, Package, resolve};
use super::{FormatError, Found, Input, xml};
use crate::domain::Document;

const WHAT: &str = "Word document";

/// Reads a Word document: one text with its structure.
pub(super) fn read(
    input: &mut dyn Input,
    _name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let (document, cut) = Package::read(input, WHAT, document)?;
    package::hand_on(document, cut, WHAT, found)
}

/// The document, and why it is not all of it.
fn document(package: &mut Package) -> Result<(Document, Option<Cut>), FormatError> {
    let main = relations::of(package, "")
        .target("officeDocument")
        .unwrap_or_else(|| "word/document.xml".to_owned());
    let Some(part) = package.part(&main) else {
        return Err(FormatError::Damaged {
            what: WHAT,
            why: "its text is missing".to_owned(),
        });
    };
    let related = relations::of(package, &main);
    let text_of =
        |package: &mut Package, path: &str| package.part(path).map(|part| xml::decode(&part.bytes));
    let styles = related
        .target("styles")
        .and_then(|path| text_of(package, &path))
        .map(|text| styles::read(&text))
        .unwrap_or_default();

    let mut flow = Flow::default();
    let mut reader = body::Body::new(&styles, &mut flow);
    let whole = reader.text(&xml::decode(&part.bytes));
    let author = reader.author.take();
    for (kind, place) in [
        ("footnotes", body::Place::Notes),
        ("endnotes", body::Place::Notes),
        ("header", body::Place::Beside),
        ("comments", body::Place::Beside),
        ("footer", body::Place::Beside),
    ] {
        for path in related.targets(kind) {
            if let Some(text) = text_of(package, &path) {
                body::Body::new(&styles, &mut flow).part(&text, place);
            }
        }
    }
    let full = flow.is_full();
    let lines = flow.finish();
    let core = relations::of(package, "")
        .target("core-properties")
        .unwrap_or_else(|| "docProps/core.xml".to_owned());
    let properties = text_of(package, &resolve("", &core)).unwrap_or_default();
    let mut facts = properties::facts(&properties, &lines);
    if let Some(author) = author {
        facts.byline = vec![author];
    }
    facts.language = facts.language.or(styles.language);
    let cut = if full {
        Some(Cut::TooLarge)
    } else {
        part.cut.or((!whole).then_some(Cut::Damaged))
    };
    Ok((Document { facts, lines }, cut))
}
