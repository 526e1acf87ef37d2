//! The bookmark page that Firefox, Chrome, Safari and Edge export.
//!
//! Shape: <https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/platform-apis/aa753582(v=vs.85)>;
//! `ADD_DATE` counts seconds, folders are `<H3>` above a `<DL>`, `TAGS` is Firefox's.

use super::super::{FormatError, Found, Input, stream};
use super::read_listing;

/// Only such a file begins with this document type: no saved page does.
pub(in super::super) fn is(head: &[u8], _name: &str) -> bool {
    let start: String = stream::beginning(head).chars().take(40).collect();
    start
        .to_ascii_lowercase()
        .starts_with("<!doctype netscape-bookmark-file-1")
}

/// Each bookmark is a link; the page's own heading (`<H1>Bookmarks</H1>`) is no folder.
pub(in super::super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    read_listing(input, name, "h1", found)
}
