//! Puts one character after another on the page.

use super::super::font::Char;
use super::glyph::{Direction, Glyph};
use super::interpreter::Painted;
use super::marked::spread;
use super::matrix::Matrix;
use super::text_state::{TextMatrices, TextState};

/// In place of characters that nothing gives a meaning to.
const UNKNOWN: &str = "\u{FFFD}";

/// What all characters of a string share.
pub(super) struct Pen {
    pub matrix: Matrix,
    pub text: TextState,
    pub vertical: bool,
    pub artifact: bool,
    pub bold: bool,
    pub font: u16,
    /// [`super::super::font::Font::em`].
    pub em: f64,
    /// Of the page, as seen.
    pub width: f64,
    pub height: f64,
}

impl Pen {
    /// Draws one character and moves on.
    pub(super) fn draw(
        &self,
        character: &Char,
        matrices: &mut TextMatrices,
        painted: &mut Painted,
    ) {
        let text = &self.text;
        let advance = character.width / 1000.0 * text.size;
        let space = text.char_space
            + if character.word_space {
                text.word_space
            } else {
                0.0
            };
        let to_page = matrices.text.then(self.matrix);
        let (x, y) = to_page.apply(0.0, text.rise);
        if self.vertical {
            let (dx, dy) = to_page.turn(0.0, -advance);
            matrices.advance(0.0, -(advance + space));
            self.place(character.text, (x, y), (dx, dy), to_page, painted);
        } else {
            let (dx, dy) = to_page.turn(advance * text.stretch, 0.0);
            matrices.advance((advance + space) * text.stretch, 0.0);
            self.place(character.text, (x, y), (dx, dy), to_page, painted);
        }
    }

    fn place(
        &self,
        text: &str,
        (x, y): (f64, f64),
        (dx, dy): (f64, f64),
        to_page: Matrix,
        painted: &mut Painted,
    ) {
        let (ux, uy) = to_page.turn(0.0, self.text.size);
        let size = length(ux, uy) * self.em;
        let outside = x < -2.0 || y < -2.0 || x > self.width + 2.0 || y > self.height + 2.0;
        if !(0.5..2000.0).contains(&size) || outside || !(x + dx + y + dy).is_finite() {
            return;
        }
        let text = if text.is_empty() { UNKNOWN } else { text };
        // The direction that the line runs in, which a glyph without width has too.
        let (lx, ly) = match self.vertical {
            true => to_page.turn(0.0, -self.text.size),
            false => to_page.turn(self.text.size.abs(), 0.0),
        };
        let direction = direction(lx, ly);
        let width = length(dx, dy);
        let (x, y) = match direction {
            Direction::Level => (x, y),
            Direction::Up => (self.height - y, x),
            Direction::Down => (y, self.width - x),
            Direction::UpsideDown => (self.width - x, self.height - y),
            Direction::Slanted => {
                let unit = length(lx, ly).max(1e-6);
                ((x * lx + y * ly) / unit, (y * lx - x * ly) / unit)
            }
        };
        let glyph = Glyph {
            c: '\0',
            x: x as f32,
            y: y as f32,
            width: width as f32,
            size: size as f32,
            bold: self.bold,
            artifact: self.artifact,
            direction,
            font: self.font,
        };
        spread(text, glyph.x, glyph.end(), &glyph, &mut painted.glyphs);
    }
}

/// The length of a way, which mostly runs along one side of the page.
fn length(x: f64, y: f64) -> f64 {
    match (x == 0.0, y == 0.0) {
        (true, _) => y.abs(),
        (_, true) => x.abs(),
        _ => x.hypot(y),
    }
}

/// Up to five degrees off are level, as in a scan that was read by a machine.
fn direction(x: f64, y: f64) -> Direction {
    let slope = 0.09;
    if y.abs() <= x.abs() * slope {
        if x >= 0.0 {
            Direction::Level
        } else {
            Direction::UpsideDown
        }
    } else if x.abs() <= y.abs() * slope {
        // y grows downwards here.
        if y > 0.0 {
            Direction::Down
        } else {
            Direction::Up
        }
    } else {
        Direction::Slanted
    }
}
