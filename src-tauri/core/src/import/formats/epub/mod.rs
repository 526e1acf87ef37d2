//! Books, magazines and newspapers (.epub): EPUB 2 and 3. Each part of the reading order
//! that has text is an article.

mod contents;
mod publication;

use std::collections::HashMap;

use super::package::{Package, resolve};
use super::xml::{self, Step, Xml};
use super::{FormatError, Found, Held, Input};
use crate::domain::{Document, DocumentLine, Facts, LineStyle};
use crate::extract::{collapse, is_running, lines_of_page};
use publication::Publication;

const WHAT: &str = "EPUB";

/// Reads a publication: one document for each part of it that has text.
pub(super) fn read(
    input: &mut dyn Input,
    _name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    match Package::open(input, WHAT) {
        Ok(mut package) => publication(&mut package, found),
        Err(FormatError::Damaged { why, .. }) => {
            publication(&mut Package::salvage(input, WHAT)?, found)?;
            Err(FormatError::Damaged { what: WHAT, why })
        }
        Err(other) => Err(other),
    }
}

/// A chapter that may go on in the next part.
struct Chapter {
    name: Option<String>,
    lines: Vec<DocumentLine>,
}

fn publication(package: &mut Package, found: &mut Found<'_>) -> Result<(), FormatError> {
    let root = root(package).ok_or_else(|| FormatError::Damaged {
        what: WHAT,
        why: "it does not say what to read".to_owned(),
    })?;
    let text = package
        .part(&root)
        .map(|part| xml::decode(&part.bytes))
        .unwrap_or_default();
    let publication = Publication::read(&text, &root);
    if is_sealed(package, &publication) {
        return Err(FormatError::Encrypted { what: WHAT });
    }
    let names = contents::names(package, &publication);
    let mut chapter: Option<Chapter> = None;
    // Lines of covers and title pages, shown with the next chapter as removed.
    let mut loose: Vec<DocumentLine> = Vec::new();
    let mut empty = true;
    let mut cut = false;
    for path in &publication.spine {
        if publication.navigation.as_deref() == Some(path) {
            continue;
        }
        let Some(part) = package.part(path) else {
            cut = true;
            continue;
        };
        cut |= part.cut.is_some();
        let page = lines_of_page(&xml::decode(&part.bytes));
        let headed = page.first().is_some_and(|line| line.level > 0);
        let lines: Vec<DocumentLine> = page.into_iter().map(|line| line.line).collect();
        let name = names.get(path.as_str());
        let goes_on = name.is_none() && names.len() > 1 && !headed;
        match &mut chapter {
            // Programs cut long chapters into several files.
            Some(open) if goes_on => open.lines.extend(lines),
            _ if !lines.iter().any(|line| is_running(&line.text)) => {
                loose.extend(lines.into_iter().map(|line| DocumentLine {
                    style: LineStyle::Furniture,
                    ..line
                }));
            }
            _ => {
                let mut own = std::mem::take(&mut loose);
                own.extend(lines);
                let next = Chapter {
                    name: name.cloned(),
                    lines: own,
                };
                if let Some(done) = chapter.replace(next) {
                    empty = false;
                    if found(held(done, &publication)).is_break() {
                        return Ok(());
                    }
                }
            }
        }
    }
    if let Some(mut last) = chapter {
        last.lines.append(&mut loose);
        empty = false;
        if found(held(last, &publication)).is_break() {
            return Ok(());
        }
    }
    match (empty, cut) {
        (_, true) => Err(FormatError::Damaged {
            what: WHAT,
            why: "parts of it are missing".to_owned(),
        }),
        (true, false) => Err(FormatError::NoText { what: WHAT }),
        (false, false) => Ok(()),
    }
}

fn held(chapter: Chapter, publication: &Publication) -> Held {
    let mut facts = publication.facts();
    let mut lines = chapter.lines;
    facts.url = source(&mut lines);
    facts.title = chapter.name.clone();
    let name = chapter.name.or_else(|| heading(&lines));
    if publication.spine.len() == 1 && facts.title.is_none() {
        facts.title = publication.title.clone();
    }
    Held::Document {
        name,
        document: Document { facts, lines },
    }
}

fn heading(lines: &[DocumentLine]) -> Option<String> {
    let heading = lines
        .iter()
        .find(|line| matches!(line.style, LineStyle::Heading | LineStyle::Title));
    heading.map(|line| line.text.clone())
}

/// calibre writes at the end of each fetched article where it is from, and around it the
/// links that lead through the issue.
fn source(lines: &mut [DocumentLine]) -> Option<String> {
    let mut url = None;
    for line in lines {
        let lower = line.text.to_lowercase();
        let from = lower.contains("was downloaded by calibre from").then(|| {
            line.text
                .split_whitespace()
                .find(|word| word.starts_with("http"))
        });
        if let Some(address) = from {
            url = address.map(str::to_owned);
            line.style = LineStyle::Furniture;
        }
        let menu = lower.split('|').all(|part| {
            matches!(
                part.trim(),
                "" | "next" | "previous" | "section menu" | "main menu" | "up one level"
            )
        });
        if menu {
            line.style = LineStyle::Furniture;
        }
    }
    url
}

/// The file that lists the parts (EPUB 3.3, 4.2.6.3.1).
fn root(package: &mut Package) -> Option<String> {
    let container = package.part("META-INF/container.xml");
    let text = container.map(|part| xml::decode(&part.bytes))?;
    Xml::new(&text).find_map(|step| match step {
        Step::Open(tag) if tag.name() == "rootfile" => {
            tag.value("full-path").map(|path| resolve("", &path))
        }
        _ => None,
    })
}

/// True when the text itself is encrypted; fonts often are, and nobody reads those.
fn is_sealed(package: &mut Package, publication: &Publication) -> bool {
    let Some(part) = package.part("META-INF/encryption.xml") else {
        return false;
    };
    let text = xml::decode(&part.bytes);
    Xml::new(&text).any(|step| match step {
        Step::Open(tag) if tag.name() == "CipherReference" => {
            tag.value("URI").is_some_and(|path| {
                publication
                    .spine
                    .contains(&resolve("", &publication::unescape(&path)))
            })
        }
        _ => false,
    })
}

/// Names of parts by their path.
type Names = HashMap<String, String>;

/// A name as it is shown.
fn name(text: &str) -> Option<String> {
    Some(collapse(text)).filter(|name| !name.is_empty())
}

impl Publication {
    /// What holds for every chapter. In a newspaper or magazine the publication is the
    /// outlet; a book's chapters are its author's.
    fn facts(&self) -> Facts {
        let mut facts = Facts {
            published: self.date.clone(),
            language: self.language.clone(),
            ..Facts::default()
        };
        if self.is_periodical() {
            facts.outlet = self.title.as_deref().map(publication::without_issue);
        } else {
            facts.byline = self.authors.clone();
            facts.outlet = self.publisher.clone();
            facts.section = self.title.clone();
        }
        facts
    }
}
