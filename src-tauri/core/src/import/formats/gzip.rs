//! One file packed with gzip.

use std::io::Read;

use flate2::read::MultiGzDecoder;

use super::held::{FormatError, Found, Held, Input};
use super::read::MAX_THING;
use crate::domain::Facts;
use crate::import::faults;

pub(super) fn read(
    input: &mut dyn Input,
    name: &str,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let what = "the file";
    let mut bytes = Vec::new();
    let unpacked = MultiGzDecoder::new(input)
        .take(MAX_THING + 1)
        .read_to_end(&mut bytes);
    let too_large = bytes.len() as u64 > MAX_THING;
    bytes.truncate(usize::try_from(MAX_THING).unwrap_or(usize::MAX));
    if !bytes.is_empty() {
        // What came out before the damage or the limit is read.
        let _end = found(Held::File {
            name: unpacked_name(name),
            bytes,
            facts: Facts::default(),
        });
    }
    match unpacked {
        _ if too_large => Err(FormatError::TooLarge { what }),
        Ok(_) => Ok(()),
        Err(error) => Err(FormatError::Damaged {
            what,
            why: faults::of_reading(&error),
        }),
    }
}

/// `story.html.gz` → `story.html`.
fn unpacked_name(name: &str) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) if extension.eq_ignore_ascii_case("gz") && !stem.is_empty() => {
            stem.to_owned()
        }
        _ => name.to_owned(),
    }
}
