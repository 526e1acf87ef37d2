//! Notes: Markdown with links by id, and what is kept of their earlier texts.

mod changed;
mod links;
mod thinning;

pub(crate) use changed::changed_middle;
pub(crate) use links::{excerpt, find_links, readable};
pub(crate) use thinning::{Aged, thinned};
