//! Property lists of macOS, in XML or binary: the values of one dictionary.
//!
//! They are read here and not by a general reader. Binary lists may name one another, so
//! that a hundred bytes unfold to more than any memory; lists in XML may be nested so
//! deep that taking the tree apart overflows the stack. Here no tree is made.

mod binary;
mod xml;

use std::io::{Read, SeekFrom};

use super::{FormatError, Input};

/// What the property list's readers give: never more than what stands once in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Data(Vec<u8>),
}

impl Value {
    pub(super) fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            Self::Data(_) => None,
        }
    }

    pub(super) fn into_data(self) -> Option<Vec<u8>> {
        match self {
            Self::Data(data) => Some(data),
            Self::Text(_) => None,
        }
    }
}

/// The values under `keys`, in this order, in the dictionary at the end of `path` from
/// the outermost one; `None` where there is no such dictionary. Keys are ASCII.
///
/// # Errors
/// Those of reading, and `TooLarge` in the name of `what`.
pub(super) fn find<const N: usize>(
    input: &mut dyn Input,
    what: &'static str,
    path: &[&str],
    keys: [&str; N],
) -> Result<Option<[Option<Value>; N]>, FormatError> {
    input.seek(SeekFrom::Start(0))?;
    let mut start = Vec::new();
    (&mut *input).take(6).read_to_end(&mut start)?;
    if start != b"bplist" {
        return xml::find(input, what, path, keys);
    }
    input.seek(SeekFrom::Start(0))?;
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes)?;
    Ok(binary::find(&bytes, path, keys))
}
