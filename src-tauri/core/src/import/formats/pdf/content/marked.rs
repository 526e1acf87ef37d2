//! Marked content (ISO 32000-1, 14.6): running heads, and text that differs from what is drawn.

use super::super::syntax::{Dict, File, Object};
use super::super::{letters, text_string};
use super::glyph::Glyph;

/// One `BDC … EMC`.
#[derive(Debug)]
pub(super) struct Marked {
    pub artifact: bool,
    /// What the content reads, and how many glyphs were there before it.
    replacement: Option<(String, usize)>,
}

impl Marked {
    pub(super) fn plain() -> Self {
        Self {
            artifact: false,
            replacement: None,
        }
    }

    pub(super) fn read(file: &File, tag: &[u8], properties: &Dict, glyphs: usize) -> Self {
        // Borders and fills are artifacts too; only what belongs to the page is text.
        let kind = properties.raw(b"Type").name();
        let subtype = properties.raw(b"Subtype").name();
        let pagination = kind == Some(b"Pagination")
            || matches!(
                subtype,
                Some(b"Header" | b"Footer" | b"PageNum" | b"Watermark")
            );
        let replacement = match file.get(properties, b"ActualText") {
            Object::String(bytes) => Some((text_string::decode(&bytes), glyphs)),
            _ => None,
        };
        Self {
            artifact: tag == b"Artifact" && pagination,
            replacement,
        }
    }

    /// Puts the text in place of what was drawn, if that is on one line.
    pub(super) fn close(self, glyphs: &mut Vec<Glyph>) {
        let Some((text, start)) = self.replacement else {
            return;
        };
        let Some(drawn) = glyphs.get(start..) else {
            return;
        };
        let (Some(first), Some(last)) = (drawn.first().cloned(), drawn.last()) else {
            return;
        };
        if drawn.iter().any(|glyph| {
            glyph.direction != first.direction || (glyph.y - first.y).abs() > first.size * 0.5
        }) {
            return;
        }
        let begin = drawn.iter().map(|glyph| glyph.x).fold(first.x, f32::min);
        let end = drawn.iter().map(Glyph::end).fold(last.end(), f32::max);
        glyphs.truncate(start);
        spread(&text, begin, end, &first, glyphs);
    }
}

/// Shares a stretch of the line among the characters of a text, from the right for
/// scripts that run so.
pub(super) fn spread(text: &str, begin: f32, end: f32, like: &Glyph, glyphs: &mut Vec<Glyph>) {
    // Nearly every glyph is one character.
    let mut rest = text.chars();
    if let (Some(c), None) = (rest.next(), rest.next()) {
        glyphs.push(Glyph {
            c,
            x: begin,
            width: end - begin,
            ..like.clone()
        });
        return;
    }
    let chars: Vec<char> = text.chars().filter(|&c| c != '\0').collect();
    let step = (end - begin) / chars.len().max(1) as f32;
    let leftward = chars.iter().any(|&c| letters::is_right_to_left(c));
    for (at, &c) in chars.iter().enumerate() {
        let place = if leftward { chars.len() - 1 - at } else { at };
        glyphs.push(Glyph {
            c,
            x: begin + step * place as f32,
            width: step,
            ..like.clone()
        });
    }
}
