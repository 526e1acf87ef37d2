//! A file that is one page or text.

use std::io::Read;

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
    let mut bytes = Vec::new();
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
