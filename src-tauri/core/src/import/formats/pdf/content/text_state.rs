//! Where the next character goes (ISO 32000-1, 9.3 and 9.4).

use super::matrix::Matrix;

#[derive(Debug, Clone, Copy)]
pub(super) struct TextState {
    /// Position of the font among those of the page.
    pub font: Option<usize>,
    pub size: f64,
    pub char_space: f64,
    pub word_space: f64,
    /// 1 for 100 %.
    pub stretch: f64,
    pub leading: f64,
    pub rise: f64,
}

impl Default for TextState {
    fn default() -> Self {
        Self {
            font: None,
            size: 0.0,
            char_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

/// The matrices between `BT` and `ET`.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextMatrices {
    pub text: Matrix,
    pub line: Matrix,
}

impl TextMatrices {
    pub(super) const START: Self = Self {
        text: Matrix::IDENTITY,
        line: Matrix::IDENTITY,
    };

    pub(super) fn set(&mut self, matrix: Matrix) {
        self.text = matrix;
        self.line = matrix;
    }

    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.set(Matrix::translation(x, y).then(self.line));
    }

    pub(super) fn advance(&mut self, x: f64, y: f64) {
        self.text = Matrix::translation(x, y).then(self.text);
    }
}
