//! A file that is one page or text.

use std::io::{Read, SeekFrom};

use super::held::{FormatError, Found, Held, Input};
use super::read::MAX_THING;
use crate::domain::Facts;
use crate::extract::MediaType;

/// Of a page, no more than this is taken into memory; the rest stays in the original.
pub(super) fn read(
    media: MediaType,
    input: &mut dyn Input,
    found: &mut Found<'_>,
) -> Result<(), FormatError> {
    let size = input.seek(SeekFrom::End(0))?.min(MAX_THING);
    input.rewind()?;
    // One byte of room more: the end is found without making room again.
    let mut bytes = Vec::with_capacity(usize::try_from(size).map_or(0, |size| size + 1));
    input.take(MAX_THING).read_to_end(&mut bytes)?;
    // One thing only: there is nothing to stop after it.
    let _end = found(Held::Page {
        name: None,
        bytes,
        media,
        charset: None,
        facts: Facts::default(),
    });
    Ok(())
}
