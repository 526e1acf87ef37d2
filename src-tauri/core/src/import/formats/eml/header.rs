//! Header fields as people wrote them: RFC 2047, and what programs made of it.
//!
//! Written anew because characters of several bytes are split between encoded words,
//! and raw bytes of the old encodings stand in headers, in mail of many countries.

use encoding_rs::Encoding;
use mail_parser::decoders::base64::base64_decode;

use crate::extract::{self, MediaType, SourceHints, collapse};

/// Longest field that is read, in bytes.
const LONGEST: usize = 8 * 1024;

/// Decodes a field; `charset` is what its raw bytes are likely in.
pub(super) fn decode(raw: &[u8], charset: Option<&str>) -> String {
    let raw = raw.get(..LONGEST).unwrap_or(raw);
    let mut out = String::new();
    // Bytes that wait for more of their character, with their encoding.
    let mut pending: (Vec<u8>, Option<&'static Encoding>) = (Vec::new(), None);
    let mut rest = raw;
    while !rest.is_empty() {
        let start = find(rest, b"=?").unwrap_or(rest.len());
        let (plain, from) = rest.split_at(start);
        if let Some((encoding, bytes, length)) = encoded_word(from) {
            // White space between two encoded words is only there to part them.
            if !plain.iter().all(u8::is_ascii_whitespace) || pending.0.is_empty() {
                flush(&mut pending, &mut out);
                out.push_str(&raw_text(plain, charset));
            }
            if pending.1 != Some(encoding) {
                flush(&mut pending, &mut out);
                pending.1 = Some(encoding);
            }
            pending.0.extend(bytes);
            rest = from.get(length..).unwrap_or_default();
        } else {
            flush(&mut pending, &mut out);
            let end = (start + 2).min(rest.len());
            out.push_str(&raw_text(rest.get(..end).unwrap_or_default(), charset));
            rest = rest.get(end..).unwrap_or_default();
        }
    }
    flush(&mut pending, &mut out);
    collapse(&out)
}

fn flush(pending: &mut (Vec<u8>, Option<&'static Encoding>), out: &mut String) {
    if let Some(encoding) = pending.1.take() {
        out.push_str(&encoding.decode_without_bom_handling(&pending.0).0);
    }
    pending.0.clear();
}

/// `=?charset?B?…?=`: encoding, bytes, and how long it is.
fn encoded_word(text: &[u8]) -> Option<(&'static Encoding, Vec<u8>, usize)> {
    let inside = text.strip_prefix(b"=?")?;
    let mut parts = inside.splitn(3, |&byte| byte == b'?');
    let (charset, way, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let end = find(rest, b"?=")?;
    let content = rest.get(..end)?;
    if charset.len() > 40 || way.len() != 1 || content.contains(&b'\n') && way == b"Q" {
        return None;
    }
    // RFC 2231 lets a language follow the charset: `=?utf-8*en?Q?…?=`.
    let label = charset.split(|&byte| byte == b'*').next()?;
    let encoding = Encoding::for_label(label)?;
    let bytes = match way.first()?.to_ascii_uppercase() {
        b'B' => base64_decode(content)?,
        b'Q' => quoted(content),
        _ => return None,
    };
    let length = 2 + charset.len() + 1 + way.len() + 1 + end + 2;
    Some((encoding, bytes, length))
}

/// The `Q` encoding: `_` for a space, `=E9` for a byte.
fn quoted(content: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(content.len());
    let mut rest = content;
    while let Some((&first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (first, byte) {
            (b'=', Some(byte)) => {
                out.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            (b'_', _) => {
                out.push(b' ');
                rest = after;
            }
            (other, _) => {
                out.push(other);
                rest = after;
            }
        }
    }
    out
}

/// Bytes that stand in a header as they are.
fn raw_text(bytes: &[u8], charset: Option<&str>) -> String {
    if bytes.is_ascii() && !bytes.contains(&0x1B) {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let hints = SourceHints {
        charset,
        ..SourceHints::of(MediaType::Text)
    };
    extract::decode(bytes, &hints).text
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, wanted)
}
