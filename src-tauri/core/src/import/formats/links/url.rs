//! Windows' Internet shortcut, `.url`: `[InternetShortcut]` with `URL=…`, in a code
//! page or in UTF-16 (<http://www.lyberty.com/encyc/articles/tech/dot_url_format_-_an_unofficial_guide.html>).

use super::super::{FormatError, Found, Input, stream};
use super::{bytes, hand_on, value};

const WHAT: &str = "the link";
const SECTION: &str = "InternetShortcut";

pub(in super::super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let text = stream::beginning(&bytes(input, WHAT)?);
    hand_on(value(&text, SECTION, "URL"), None, name, WHAT, found)
}
