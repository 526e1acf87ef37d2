//! Where the cells of a table's row stand, when some take several columns or rows.

use super::outline::Element;

/// Between two cells in what was read of a row so far.
pub(super) const NEXT_CELL: &str = "\u{1F}";

/// The row that is read, and what reaches down into it from those above.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// For each column, the rows from here on that a cell which has begun takes of it.
    taken: Vec<u8>,
    /// Columns before the cell that comes next.
    column: usize,
}

impl Row {
    /// A cell begins: for columns before it that are taken, empty cells are written.
    pub fn begin_cell(&mut self, cell: &Element, text: &mut String) {
        self.pass_taken(text);
        self.next(text);
        let end = self.column - 1 + usize::from(cell.columns);
        if self.taken.len() < end {
            self.taken.resize(end, 0);
        }
        let own = self.taken.iter_mut().take(end).skip(self.column - 1);
        for (at, taken) in own.enumerate() {
            // Of its first column this row is done with.
            *taken = cell.rows - u8::from(at == 0);
        }
    }

    /// The row ends: what is taken behind its last cell is written, and the next one begins.
    pub fn end(&mut self, text: &mut String) {
        self.pass_taken(text);
        self.column = 0;
    }

    fn pass_taken(&mut self, text: &mut String) {
        while let Some(taken) = self.taken.get_mut(self.column).filter(|taken| **taken > 0) {
            *taken -= 1;
            self.next(text);
        }
    }

    fn next(&mut self, text: &mut String) {
        if self.column > 0 {
            text.push_str(NEXT_CELL);
        }
        self.column += 1;
    }
}
