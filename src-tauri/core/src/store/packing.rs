//! Texts of a note's history, packed.
//!
//! A text is packed with an earlier one as zstd's dictionary: what both have costs
//! next to nothing, however the text between was moved. Where that saves little, the
//! text is packed by itself, and later ones are packed with it. So each text needs at
//! most one other to be read.

use std::io;

use zstd::bulk::{Compressor, Decompressor};
use zstd::zstd_safe::CParameter;

/// Level of compression: zstd's default.
const LEVEL: i32 = 3;
/// A text packed with another has to be this many times smaller than by itself.
const WORTH: usize = 2;
/// The largest window that any zstd takes unasked: 128 MB.
const MAX_WINDOW_LOG: u32 = 27;
const MIN_WINDOW_LOG: u32 = 10;

/// A text as it is kept.
pub(super) struct Packed {
    pub bytes: Vec<u8>,
    /// It is read with the other text only.
    pub with_base: bool,
}

/// Packs `text`, with `base` where that is worth it.
pub(super) fn pack(text: &str, base: Option<&str>) -> io::Result<Packed> {
    let alone = zstd::bulk::compress(text.as_bytes(), LEVEL)?;
    if let Some(base) = base {
        let mut packer = Compressor::with_dictionary(LEVEL, base.as_bytes())?;
        // The window has to reach from the end of the text to the start of the other.
        let reach = (text.len() + base.len() + 1) as u64;
        let log = (u64::BITS - reach.leading_zeros()).clamp(MIN_WINDOW_LOG, MAX_WINDOW_LOG);
        packer.set_parameter(CParameter::WindowLog(log))?;
        packer.set_parameter(CParameter::EnableLongDistanceMatching(text.len() > 1 << 20))?;
        let bytes = packer.compress(text.as_bytes())?;
        if bytes.len() * WORTH <= alone.len() {
            return Ok(Packed {
                bytes,
                with_base: true,
            });
        }
    }
    Ok(Packed {
        bytes: alone,
        with_base: false,
    })
}

/// The text of `size` bytes that was packed, with `base` if it was packed with one.
pub(super) fn unpack(packed: &[u8], size: usize, base: Option<&str>) -> io::Result<String> {
    let mut unpacker = match base {
        Some(base) => Decompressor::with_dictionary(base.as_bytes())?,
        None => Decompressor::new()?,
    };
    let bytes = unpacker.decompress(packed, size)?;
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}
