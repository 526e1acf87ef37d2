//! Strings that are read by people (ISO 32000-1, 7.9.2.2): titles, names, replacements.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// UTF-16 or UTF-8 by their mark; else PDFDocEncoding, which is Windows-1252 but for a
/// few signs. Many programs write their own code page there: bytes that are UTF-8 count so.
pub(super) fn decode(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0,
        [0xFF, 0xFE, rest @ ..] => UTF_16LE.decode_without_bom_handling(rest).0,
        [0xEF, 0xBB, 0xBF, rest @ ..] => UTF_8.decode_without_bom_handling(rest).0,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.into(),
            Err(_) => WINDOWS_1252.decode_without_bom_handling(bytes).0,
        },
    };
    without_language(&text)
}

/// Takes out `ESC language ESC`.
fn without_language(text: &str) -> String {
    if !text.contains('\u{1B}') {
        return text.trim_matches('\0').to_owned();
    }
    text.split('\u{1B}').step_by(2).collect()
}
