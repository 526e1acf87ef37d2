//! Bookmarks of browsers: lists of addresses in folders.

mod listing;
mod netscape;
mod tree;

pub(super) use listing::read as read_listing;
pub(super) use netscape::{is as is_netscape, read as read_netscape};
pub(super) use tree::{is as is_tree, read as read_tree};

use super::record::moment;

/// Folders from the outside in, as one line.
fn path(folders: &[String]) -> Option<String> {
    Some(folders.join(" / ")).filter(|path| !path.is_empty())
}

/// Seconds, milliseconds or microseconds since 1970 as a time: programs differ.
pub(super) fn added(number: &str) -> Option<String> {
    let number: i64 = number.trim().parse().ok()?;
    moment(match number {
        ..100_000_000_000 => number,
        100_000_000_000..100_000_000_000_000 => number / 1000,
        _ => number / 1_000_000,
    })
}
