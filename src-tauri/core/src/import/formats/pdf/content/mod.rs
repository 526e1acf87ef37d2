//! What a page shows: its program run, as far as text goes (ISO 32000-1, 8 and 9).

mod glyph;
mod interpreter;
mod marked;
mod matrix;
mod pen;
mod text_state;

pub(super) use glyph::{Direction, Glyph};
pub(super) use interpreter::{Fonts, Painted, run};
