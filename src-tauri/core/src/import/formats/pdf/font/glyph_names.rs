//! Names of glyphs to characters, by the Adobe Glyph List and its rules
//! (<https://github.com/adobe-type-tools/agl-specification>).

use std::collections::HashMap;
use std::sync::LazyLock;

/// The list as Adobe publishes it, under its licence at the top.
static LIST: &str = include_str!("glyphlist.txt");

/// Name to the hexadecimal code points.
static NAMES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = LIST.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(';')).collect()
});

/// The characters of a glyph's name; `None` for names that only number it (`g23`, `cid7`).
pub(super) fn text_of(name: &str) -> Option<String> {
    let base = name.split('.').next().unwrap_or_default();
    let mut text = String::new();
    for part in base.split('_') {
        match NAMES.get(part) {
            Some(points) => text.extend(points.split(' ').filter_map(char_of)),
            None => text.push_str(&by_number(part)?),
        }
    }
    (!text.is_empty()).then_some(text)
}

/// `uni20AC`, `uni20AC0308`, `u1F600`.
fn by_number(part: &str) -> Option<String> {
    if let Some(digits) = part.strip_prefix("uni")
        && digits.len() >= 4
        && digits.is_ascii()
    {
        return digits
            .as_bytes()
            .chunks(4)
            .map(|four| char_of(std::str::from_utf8(four).ok()?))
            .collect();
    }
    let digits = part.strip_prefix('u')?;
    let point = (4..=6).contains(&digits.len()).then(|| char_of(digits))?;
    point.map(String::from)
}

fn char_of(digits: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}
