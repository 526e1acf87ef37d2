//! One character at its place on the page.

/// Which way a line of text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in super::super) enum Direction {
    /// Left to right, level.
    Level,
    /// From bottom to top.
    Up,
    /// From top to bottom; also vertical writing, whose columns go from right to left.
    Down,
    UpsideDown,
    /// Across the page, as stamps and watermarks run.
    Slanted,
}

/// A character, in a frame turned so that its line is level: x grows along the line,
/// y grows downwards from line to line. Units are points.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) struct Glyph {
    pub c: char,
    pub x: f32,
    /// Of the baseline.
    pub y: f32,
    pub width: f32,
    pub size: f32,
    pub bold: bool,
    /// The file marks it as a running head, foot or page number.
    pub artifact: bool,
    pub direction: Direction,
    /// Which of the page's fonts.
    pub font: u16,
}

impl Glyph {
    pub fn end(&self) -> f32 {
        self.x + self.width
    }
}
