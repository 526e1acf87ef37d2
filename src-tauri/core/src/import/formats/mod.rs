//! One file per format: from a file's bytes to the pages, texts and links that it holds.
//!
//! [`recognise`] tells the formats apart, [`read_parts`] reads a file of any of them down
//! to single things. A new reader is a module here and a line in [`read`].

mod archive_names;
mod articles;
mod bookmarks;
mod docx;
mod eml;
mod epub;
mod feed;
mod flow;
mod format;
mod gzip;
mod held;
mod http;
mod instapaper;
mod json;
mod languages;
mod links;
mod lists;
mod markup;
mod mbox;
mod mhtml;
mod names;
mod odt;
mod omnivore;
mod package;
mod page;
mod pdf;
mod people;
mod pocket;
mod property_list;
mod read;
mod readwise;
mod recognise;
mod record;
mod references;
mod rtf;
mod saved_page;
mod stream;
mod style_names;
mod table;
mod warc;
mod webarchive;
mod wording;
mod xml;
mod zip;

pub(crate) use format::Format;
pub use held::FormatError;
pub(crate) use held::{Found, Held, Input};
pub(super) use omnivore::is_list as is_omnivore_list;
pub use pdf::document as pdf_document;
pub(crate) use read::{MAX_THING, Part, read_parts};
pub(crate) use recognise::recognise;
