//! Notes: Markdown with links by id.

mod links;

pub(crate) use links::{excerpt, find_links, readable};
