//! Notes: Markdown with links by id, and what is kept of their earlier texts.

mod changed;
mod edits;
mod images;
mod links;
mod passages;
mod picture_size;
mod plain;
mod prose;
mod taking_back;
mod thinning;
mod title_links;

pub(crate) use changed::changed_middle;
pub(crate) use edits::edited;
pub(crate) use images::{images, picture_ending, picture_type};
pub(crate) use links::{
    EXCERPT_OF, by_title, excerpt, excerpt_called, find_links, markup, markup_to, readable,
};
pub(crate) use passages::{passage, passages};
pub(crate) use picture_size::picture_pixels;
pub(crate) use plain::plain;
pub(crate) use prose::linkable;
pub(crate) use taking_back::{KnownBy, Replaced, taken_back};
pub(crate) use thinning::{Aged, thinned};
pub(crate) use title_links::title_links;
