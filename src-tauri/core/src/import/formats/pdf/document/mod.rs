//! From lines to the paragraphs, headings and furniture of a document.

mod blocks;
mod furniture;
mod hyphens;
mod names;
mod paragraphs;
mod styles;

pub(super) use furniture::{BrowserPrint, browser_print, furniture};
pub(super) use paragraphs::paragraphs;
