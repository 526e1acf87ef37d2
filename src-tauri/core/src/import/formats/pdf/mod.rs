//! PDF: from what a page draws back to the text that was written.
//!
//! A PDF holds no paragraphs, only characters at places. `syntax` opens the file, `font` says
//! what its codes mean, `content` runs the pages, `layout` finds columns and lines, and
//! `document` rebuilds paragraphs. All of it is counted (`syntax::Budget`), so that no file
//! takes longer than a stated time; what was read till then is kept.

mod content;
mod declared;
mod document;
mod facts;
mod font;
mod layout;
mod letters;
mod syntax;
mod text_string;
mod xmp;

use std::io::Read;
use std::ops::ControlFlow;

use content::{Fonts, Painted};
use layout::{Brackets, Line, Tally};
use syntax::{File, OpenError};

use super::held::{FormatError, Found, Held, Input};
use crate::domain::{Document, LineStyle};

const WHAT: &str = "the PDF";
/// Largest file that is read into memory, in bytes.
const MAX_FILE: u64 = 200 << 20;
/// Largest program of one page, in bytes.
const MAX_PROGRAM: usize = 32 << 20;
/// Most lines that are read of one file: more than 10,000 pages of a book.
const MAX_LINES: usize = 700_000;
/// Most text that is read of one file, in bytes: thirty long novels.
const MAX_TEXT: usize = 32 << 20;

/// Reads a PDF as one document.
pub(super) fn read(input: &mut dyn Input, found: &mut Found<'_>) -> Result<(), FormatError> {
    let mut data = Vec::new();
    input.take(MAX_FILE + 1).read_to_end(&mut data)?;
    if data.len() as u64 > MAX_FILE {
        return Err(FormatError::TooLarge { what: WHAT });
    }
    let document = document(data)?;
    let held = Held::Document {
        name: None,
        document,
    };
    // It is the only thing in the file: there is nothing to stop before.
    match found(held) {
        ControlFlow::Continue(()) | ControlFlow::Break(()) => Ok(()),
    }
}

/// Reads the bytes of a PDF.
///
/// # Errors
/// [`FormatError::Encrypted`] where a password is needed, [`FormatError::NoText`] where the
/// pages are pictures, [`FormatError::Damaged`] where nothing in it is an object of a PDF.
pub fn document(data: Vec<u8>) -> Result<Document, FormatError> {
    let whole = ends(&data);
    let file = File::open(data).map_err(|error| match error {
        OpenError::Encrypted => FormatError::Encrypted { what: WHAT },
        OpenError::NotPdf => FormatError::Damaged {
            what: WHAT,
            why: "no objects".to_owned(),
        },
    })?;
    let lines = all_lines(&file);
    let furniture = document::furniture(&lines);
    let print = document::browser_print(&lines);
    let lines = document::paragraphs(lines, &furniture);
    if !lines.iter().any(|line| line.style != LineStyle::Furniture) {
        // What is cut off has lost the table of its pages, and with it their text.
        return Err(match whole {
            true => FormatError::NoText { what: WHAT },
            false => FormatError::Damaged {
                what: WHAT,
                why: "it has no end".to_owned(),
            },
        });
    }
    Ok(Document {
        facts: facts::facts(&file, print.as_ref()),
        lines,
    })
}

/// It has the mark that each writing of a PDF ends with (ISO 32000-1, 7.5.5).
fn ends(data: &[u8]) -> bool {
    memchr::memmem::rfind(data, b"%%EOF").is_some()
}

/// The lines of all pages. A page is forgotten once its lines are known.
fn all_lines(file: &File) -> Vec<Line> {
    let mut fonts = Fonts::default();
    let mut tally = Tally::default();
    let mut brackets = Brackets::default();
    let mut region = 0;
    let mut lines: Vec<Line> = Vec::new();
    let mut size = 0;
    for (number, page) in (0..).zip(syntax::pages(file)) {
        let mut painted: Painted = content::run(file, &page, &mut fonts);
        tally.restore(&mut painted.glyphs, &fonts);
        let found = layout::lines(painted, number, &mut region, &mut brackets, &file.budget);
        size += found.iter().map(|line| line.text.len()).sum::<usize>();
        lines.extend(found);
        if file.budget.is_spent() || size > MAX_TEXT || lines.len() > MAX_LINES {
            break;
        }
    }
    lines
}
