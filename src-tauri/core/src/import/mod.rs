//! The doors: what a person drops, pastes, chooses or names becomes bytes with a name.
//!
//! What they become is `extract`'s business; keeping them is `notebook`'s.

mod export_folder;
mod faults;
mod fetch;
mod formats;
#[cfg(fuzzing)]
pub mod fuzzing;
mod jsonl;
mod parts;
mod receive;
mod walk;

pub(crate) use export_folder::receive_folder;
pub(crate) use formats::{Format, Held, Input, Part, read_parts};
pub use formats::{FormatError, pdf_document};
pub use jsonl::{ReadyArticle, read_line};
pub(crate) use receive::{Body, Received, Refused, receive};
pub(crate) use walk::{Found, expand, files_in};
