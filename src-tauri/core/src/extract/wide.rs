//! UTF-16 without a byte order mark, told by what its bytes would say.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// Bytes looked at; even.
const SAMPLE: usize = 4096;

/// Share of the letters that one script, Latin aside, has in a text.
const COHERENT: f64 = 0.9;

/// UTF-16 in the order of its bytes, for text with at least one sign that ASCII has too:
/// its high byte is a zero, which no other text contains.
pub(super) fn without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE) & !1];
    if sample.len() < 8 || !sample.contains(&0) {
        return None;
    }
    [UTF_16LE, UTF_16BE]
        .into_iter()
        .filter_map(|encoding| {
            let text = read(sample, encoding)?;
            // Latin text read in the wrong order makes coherent Chinese, but no ASCII.
            let narrow = text.chars().filter(|&c| c < '\u{100}').count();
            (narrow > 0 && coherence(&text) >= COHERENT).then_some((narrow, encoding))
        })
        .max_by_key(|(narrow, _)| *narrow)
        .map(|(_, encoding)| encoding)
}

/// UTF-16 of East Asian signs only. Other encodings look like it, so that this holds only
/// where none of them fits.
pub(super) fn all_east_asian(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 16 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let fits =
        |encoding| read(sample, encoding).is_some_and(|text| text.chars().all(is_east_asian));
    match (fits(UTF_16LE), fits(UTF_16BE)) {
        (true, false) => Some(UTF_16LE),
        (false, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// `None` when it holds what no text does: halves of pairs, control codes, private signs.
fn read(sample: &[u8], encoding: &'static Encoding) -> Option<String> {
    let (text, _) = encoding.decode_without_bom_handling(sample);
    // The sample may end within a pair.
    let text = text.strip_suffix('\u{FFFD}').unwrap_or(&text);
    let foreign = |c: char| {
        (c.is_control() && !c.is_whitespace())
            || matches!(c, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\u{FFF0}'..='\u{FFFC}' | '\u{FFFE}' | '\u{FFFF}')
    };
    (!text.chars().any(foreign)).then(|| text.to_owned())
}

/// Share of the letters that the commonest script has; Latin letters count with any.
fn coherence(text: &str) -> f64 {
    let mut counts = std::collections::HashMap::new();
    let mut letters = 0_usize;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        *counts.entry(script(c)).or_insert(0_usize) += 1;
        letters += 1;
    }
    let latin = counts.remove(&0).unwrap_or_default();
    let most = counts.values().max().copied().unwrap_or_default();
    if letters == 0 {
        return 1.0;
    }
    (latin + most) as f64 / letters as f64
}

/// A number for the script: 0 for Latin, one for all that East Asia mixes but Hangul,
/// which Korean has alone, else the block of 128 signs.
fn script(c: char) -> u32 {
    match c as u32 {
        0..=0x24F | 0x1E00..=0x1EFF => 0,
        0x400..=0x52F => 0x400,
        0x370..=0x3FF | 0x1F00..=0x1FFF => 0x370,
        0x600..=0x77F | 0xFB50..=0xFDFF | 0xFE70..=0xFEFF => 0x600,
        0x3041..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF => 0x4E00,
        0xAC00..=0xD7A3 | 0x1100..=0x11FF | 0x3131..=0x318E => 0xAC00,
        other => other & !0x7F,
    }
}

fn is_east_asian(c: char) -> bool {
    matches!(c as u32, 0x3000..=0x30FF | 0x4E00..=0x9FFF | 0xAC00..=0xD7A3 | 0xFF00..=0xFFEF | 0x2010..=0x2026)
}
