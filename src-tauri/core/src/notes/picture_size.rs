//! How many pixels a picture has, from the head of its file: nothing is drawn to find out.

/// Width times height; nothing where the file does not say so in a form that is known.
pub(crate) fn picture_pixels(bytes: &[u8]) -> Option<u64> {
    let (width, height) = match bytes.get(..4)? {
        [0x89, b'P', b'N', b'G'] => png(bytes)?,
        [b'G', b'I', b'F', b'8'] => gif(bytes)?,
        [b'R', b'I', b'F', b'F'] => webp(bytes)?,
        [0xff, 0xd8, ..] => jpeg(bytes)?,
        _ => return None,
    };
    let pixels = u64::from(width) * u64::from(height);
    (pixels > 0).then_some(pixels)
}

/// The header chunk comes first (PNG, 3rd edition, 11.2.1).
fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let big = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    (bytes.get(12..16)? == b"IHDR").then_some((big(16)?, big(20)?))
}

/// The logical screen, or the first frame where that is larger: drawing makes room for both
/// (GIF89a, 18 and 20).
fn gif(bytes: &[u8]) -> Option<(u32, u32)> {
    let (width, height) = (little(bytes, 6, 2)?, little(bytes, 8, 2)?);
    let flags = *bytes.get(10)?;
    let colours = match flags & 0x80 {
        0 => 0,
        _ => 3_usize << ((flags & 7) + 1),
    };
    let mut at = 13 + colours;
    while *bytes.get(at)? == b'!' {
        at = behind_extension(bytes, at)?;
    }
    if *bytes.get(at)? != b',' {
        return None;
    }
    let (frame_width, frame_height) = (little(bytes, at + 5, 2)?, little(bytes, at + 7, 2)?);
    Some((width.max(frame_width), height.max(frame_height)))
}

/// Where a GIF goes on behind an extension, whose parts each say how long they are
/// (GIF89a, 15 and 23).
fn behind_extension(bytes: &[u8], start: usize) -> Option<usize> {
    // What is shorter than it has to be is read by others as if it were not.
    let name = bytes.get(start + 3..start + 14);
    let (first, further) = match (*bytes.get(start + 1)?, name) {
        (0xf9, _) => (4, 1),
        (0xff, Some(b"NETSCAPE2.0" | b"ANIMEXTS1.0")) => (11, 3),
        _ => (0, 1),
    };
    let mut at = start + 2;
    let mut length = usize::from(*bytes.get(at)?);
    if length < first {
        return None;
    }
    while length > 0 {
        at += 1 + length;
        length = usize::from(*bytes.get(at)?);
        if (1..further).contains(&length) {
            return None;
        }
    }
    Some(at + 1)
}

/// The first chunk says the size in one of three ways (RFC 9649; VP8: RFC 6386, 9.1).
fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        b"VP8L" => {
            let sizes = little(bytes, 21, 4)?;
            (*bytes.get(20)? == 0x2f).then_some(((sizes & 0x3fff) + 1, (sizes >> 14 & 0x3fff) + 1))
        }
        b"VP8 " => {
            let side = |at| Some(little(bytes, at, 2)? & 0x3fff);
            (bytes.get(23..26)? == [0x9d, 0x01, 0x2a]).then_some((side(26)?, side(28)?))
        }
        _ => None,
    }
}

/// The frame's header, behind segments that each say how long they are (ITU T.81, B.1).
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        match (bytes.get(at)?, marker) {
            // Bytes may be filled up before a marker.
            (0xff, 0xff) => at += 1,
            // Frames of every kind; 0xc4, 0xc8 and 0xcc are tables.
            (0xff, 0xc0..=0xcf) if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let side = |at: usize| {
                    Some(u32::from(u16::from_be_bytes(
                        bytes.get(at..at + 2)?.try_into().ok()?,
                    )))
                };
                return Some((side(at + 7)?, side(at + 5)?));
            }
            // These have no length, and what follows them is read (B.1.1.3).
            (0xff, 0x01 | 0xd0..=0xd7) => at += 2,
            // No marker, another picture, its end; and what comes after the start of a scan
            // has no length of its own.
            (0xff, 0x00 | 0xd8..=0xda) => return None,
            (0xff, _) => {
                let length = bytes.get(at + 2..at + 4)?.try_into().ok()?;
                at += 2 + usize::from(u16::from_be_bytes(length));
            }
            _ => return None,
        }
    }
}

/// `length` bytes as a number, the lowest first; at most four.
fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let part = bytes.get(at..at + length)?;
    Some(
        part.iter()
            .rev()
            .fold(0, |sum, byte| sum << 8 | u32::from(*byte)),
    )
}
