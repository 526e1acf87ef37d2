//! Pictures in notes: `![words](image:SHA-256)`, and which files are pictures.

/// What the window can draw and no program runs in, by the first bytes of a file.
pub(crate) fn picture_type(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("image/png"),
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some("image/gif"),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some("image/webp"),
        _ => None,
    }
}

/// How the file of a picture ends in an export.
pub(crate) fn picture_ending(media_type: &str) -> &'static str {
    match media_type {
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "image/gif" => "gif",
        "image/webp" => "webp",
        _ => "bin",
    }
}

/// What stands before the hash of a picture.
const MARK: &str = "](image:";
/// Digits of a SHA-256.
const DIGITS: usize = 64;

/// The pictures of `body`, in order, each with the byte range of its address.
pub(crate) fn images(body: &str) -> Vec<(usize, usize, [u8; 32])> {
    let found = body.match_indices(MARK).filter_map(|(at, _)| {
        let start = at + 2;
        let hex_start = at + MARK.len();
        let end = hex_start + DIGITS;
        let sha256 = from_hex(body.get(hex_start..end)?)?;
        (body.as_bytes().get(end) == Some(&b')')).then_some((start, end, sha256))
    });
    found.collect()
}

fn from_hex(hex: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(hex.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).ok()?;
        *byte = u8::from_str_radix(pair, 16).ok()?;
    }
    Some(bytes)
}
