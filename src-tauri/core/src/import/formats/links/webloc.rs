//! A link of macOS, `.webloc`: a property list with one `URL`.

use std::io::Cursor;

use super::super::property_list::{self, Value};
use super::super::{FormatError, Found, Input};
use super::{bytes, hand_on};

const WHAT: &str = "the link";

pub(in super::super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let mut bytes = Cursor::new(bytes(input, WHAT)?);
    let url = match property_list::find(&mut bytes, WHAT, &[], ["URL"])? {
        Some([url]) => url.and_then(Value::into_text),
        None => None,
    };
    hand_on(url.as_deref(), None, name, WHAT, found)
}
