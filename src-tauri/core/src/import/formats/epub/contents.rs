//! The table of contents of an EPUB: what its parts are called.

use super::super::package::{Package, resolve};
use super::super::xml::{self, Step, Xml};
use super::publication::{Publication, unescape};
use super::{Names, name};

/// The names that the table of contents gives to parts. Where it names several places
/// in one part, the first one counts.
pub(super) fn names(package: &mut Package, publication: &Publication) -> Names {
    let mut names = Names::new();
    for (path, read) in [
        (
            &publication.navigation,
            navigation as fn(&str, &str, &mut Names),
        ),
        (&publication.ncx, ncx),
    ] {
        let Some(path) = path else { continue };
        if let Some(part) = package.part(path).filter(|_| names.is_empty()) {
            read(&xml::decode(&part.bytes), path, &mut names);
        }
    }
    names
}

/// EPUB 3: links inside `<nav>`; lists of pages and landmarks are others.
fn navigation(text: &str, path: &str, names: &mut Names) {
    let mut reader = Xml::new(text);
    let mut contents = false;
    while let Some(step) = reader.next() {
        match step {
            Step::Open(tag) if tag.name() == "nav" => {
                contents = tag.value("type").is_none_or(|kind| kind == "toc");
            }
            Step::Close(closed) if closed == "nav" => contents = false,
            Step::Open(tag) if tag.name() == "a" && contents => {
                let target = tag.value("href");
                let label = name(&reader.text_of_element());
                add(target, label, path, names);
            }
            _ => {}
        }
    }
}

/// EPUB 2: `<navLabel>` and then `<content src>` of each `<navPoint>`.
fn ncx(text: &str, path: &str, names: &mut Names) {
    let mut reader = Xml::new(text);
    let mut label = None;
    while let Some(step) = reader.next() {
        let Step::Open(tag) = step else { continue };
        match tag.name() {
            "navLabel" => label = name(&reader.text_of_element()),
            "content" => add(tag.value("src"), label.take(), path, names),
            "pageList" => reader.skip_element(),
            _ => {}
        }
    }
}

fn add(target: Option<String>, label: Option<String>, path: &str, names: &mut Names) {
    if let (Some(target), Some(label)) = (target, label) {
        names
            .entry(resolve(path, &unescape(&target)))
            .or_insert(label);
    }
}
