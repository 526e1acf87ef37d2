//! A link on a Linux desktop, `.desktop` with `Type=Link`
//! (<https://specifications.freedesktop.org/desktop-entry-spec/latest/>). One that
//! starts a program is no link.

use super::super::{FormatError, Found, Input, stream};
use super::{bytes, hand_on, value};

const WHAT: &str = "the link";
const SECTION: &str = "Desktop Entry";

pub(in super::super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let text = stream::beginning(&bytes(input, WHAT)?);
    if value(&text, SECTION, "Type") != Some("Link") {
        return Err(FormatError::NotRead);
    }
    // KDE marks an address that may hold variables.
    let url = value(&text, SECTION, "URL").or_else(|| value(&text, SECTION, "URL[$e]"));
    hand_on(url, value(&text, SECTION, "Name"), name, WHAT, found)
}
