//! Chinese and Japanese set from top to bottom by programs that place each character by
//! itself, as browsers do: nothing but the places says so.

use super::super::content::{Direction, Glyph, Painted};
use super::super::letters;

/// Turns the characters of a page that is set vertically, so that its columns are lines.
pub(super) fn turn(painted: &mut Painted) {
    if !is_vertical(&painted.glyphs) {
        return;
    }
    let width = painted.width;
    for glyph in &mut painted.glyphs {
        if glyph.direction == Direction::Level && is_set(glyph.c) {
            // The middle of the character stands where that of turned Latin letters would.
            let middle = glyph.x + glyph.width / 2.0;
            glyph.x = glyph.y - glyph.size * 0.88;
            glyph.y = width - middle + glyph.size * 0.35;
            glyph.width = glyph.size;
            glyph.direction = Direction::Down;
        }
    }
}

fn is_set(c: char) -> bool {
    letters::is_unspaced(c) || matches!(c, '\u{2010}'..='\u{2026}' | '\u{FE10}'..='\u{FE4F}')
}

fn is_vertical(glyphs: &[Glyph]) -> bool {
    let (mut down, mut along) = (0_usize, 0_usize);
    for pair in glyphs.windows(2) {
        let [a, b] = pair else { continue };
        if a.direction != Direction::Level
            || !letters::is_unspaced(a.c)
            || !letters::is_unspaced(b.c)
        {
            continue;
        }
        let (dx, dy) = ((b.x - a.x).abs() / a.size, (b.y - a.y) / a.size);
        down += usize::from(dx < 0.3 && (0.7..1.8).contains(&dy));
        along += usize::from(dx >= 0.5 && dy.abs() < 0.3);
    }
    down > 10 && down > along * 2
}
