//! The text of one row of a table, and the cells in it.

/// Cells in one text, as a [`TableRow`](super::BlockKind::TableRow) block keeps them: ` | `
/// between two. A cell that is empty keeps its place, so that those behind it stay under their
/// heads, but for the last ones; of a row with less than two filled cells only the words are kept.
pub fn table_row_text<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let mut cells: Vec<&str> = cells.into_iter().map(str::trim).collect();
    if cells.iter().filter(|cell| !cell.is_empty()).count() < 2 {
        return cells.concat();
    }
    while cells.last().is_some_and(|cell| cell.is_empty()) {
        cells.pop();
    }
    let mut text = String::new();
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push_str(if text.is_empty() { "|" } else { " |" });
        }
        if !cell.is_empty() && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(cell);
    }
    text
}

/// The cells of a row's text, trimmed: a bar parts two where it stands between spaces or at an end.
pub fn table_cells(text: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let mut begun = 0;
    for (at, _) in text.match_indices('|') {
        let before = text[..at].chars().next_back();
        let after = text[at + 1..].chars().next();
        if before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace) {
            cells.push(text[begun..at].trim());
            begun = at + 1;
        }
    }
    cells.push(text[begun..].trim());
    cells
}

#[cfg(test)]
mod tests {
    use super::{table_cells, table_row_text};

    #[test]
    fn cells_come_back_as_they_were() {
        let rows: [&[&str]; 5] = [
            &["Week", "Ships", "Crews"],
            &["", "2020", "2021"],
            &["16", "", "230"],
            &["", "", "9", "", "4"],
            &["a|b", "c||", "|d"],
        ];
        for cells in rows {
            assert_eq!(table_cells(&table_row_text(cells.iter().copied())), cells);
        }
    }

    #[test]
    fn what_is_no_row_has_no_bars() {
        assert_eq!(table_row_text(["", " one cell ", ""]), "one cell");
        assert_eq!(table_row_text(["", ""]), "");
        assert_eq!(table_row_text(["a", "b", "", ""]), "a | b");
        assert_eq!(table_cells("no bars"), ["no bars"]);
        assert_eq!(table_cells(""), [""]);
    }
}
