//! The text of one row of a table, and the cells in it.

/// Words of the one filled cell of a row that stays in its column; with more it is text that a
/// table only puts in its place on the page.
const LONGEST_LONE_CELL: usize = 8;

/// Cells in one text, as a [`TableRow`](super::BlockKind::TableRow) block keeps them: ` | `
/// between two. An empty cell keeps its place, so that figures stay under their heads; of a row
/// with nothing but one first or long cell only the words are kept. A bar that stands alone in
/// a cell becomes `¦`.
pub fn table_row_text<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(without_bars).collect();
    let mut filled = cells
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty());
    match (filled.next(), filled.next()) {
        (None, _) => return String::new(),
        (Some((at, cell)), None)
            if at == 0 || cell.split_whitespace().count() > LONGEST_LONE_CELL =>
        {
            return cell.clone();
        }
        _ => {}
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

fn without_bars(cell: &str) -> String {
    table_cells(cell).join(" ¦ ").trim().to_owned()
}

/// The cells of a row's text, trimmed: a bar parts two where it stands between spaces or at an end.
pub fn table_cells(text: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let mut begun = 0;
    for (at, _) in text.match_indices('|') {
        if parts_cells(text, at) {
            cells.push(text[begun..at].trim());
            begun = at + 1;
        }
    }
    cells.push(text[begun..].trim());
    cells
}

/// Whether the bar at this byte stands between spaces or at an end.
fn parts_cells(text: &str, bar: usize) -> bool {
    let before = text[..bar].chars().next_back();
    let after = text[bar + 1..].chars().next();
    before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace)
}

/// A row's text to be shown: a tab, which no text has, stands for each bar that parts two cells.
pub fn without_parting_bars(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for (bar, _) in text.match_indices('|') {
        shown.push_str(text.get(at..bar).unwrap_or_default());
        shown.push(if parts_cells(text, bar) { '\t' } else { '|' });
        at = bar + 1;
    }
    shown.push_str(text.get(at..).unwrap_or_default());
    shown
}

/// A row's text where nothing can be drawn between its cells: a dot parts those with words.
pub fn cells_in_line(text: &str) -> String {
    let mut cells = table_cells(text);
    cells.retain(|cell| !cell.is_empty());
    cells.join(" · ")
}

/// Whether rows have the same columns, but for those of one cell, which name what is below. Of
/// others it is not known which cell stands under which.
pub fn is_table_grid<'a>(rows: impl IntoIterator<Item = &'a str>) -> bool {
    let mut counts = rows
        .into_iter()
        .map(|row| table_cells(row).len())
        .filter(|count| *count > 1);
    let first = counts.next();
    first.is_some() && counts.all(|count| Some(count) == first)
}

#[cfg(test)]
mod tests {
    use super::{cells_in_line, is_table_grid, table_cells, table_row_text, without_parting_bars};

    #[test]
    fn cells_come_back_as_they_were() {
        let rows: [&[&str]; 6] = [
            &["Week", "Ships", "Crews"],
            &["", "2020", "2021"],
            &["16", "", "230"],
            &["", "", "9", "", ""],
            &["", "total"],
            &["a|b", "c||", "|d"],
        ];
        for cells in rows {
            let text = table_row_text(cells.iter().copied());
            assert_eq!(table_cells(&text), cells, "{text}");
        }
    }

    #[test]
    fn a_bar_in_a_cell_parts_no_cells() {
        let row = |cells: [&str; 3]| table_row_text(cells);
        assert_eq!(row(["Home | News", "12", "x"]), "Home ¦ News | 12 | x");
        assert_eq!(table_cells(&row(["a", "|", "c"])).len(), 3);
        assert_eq!(table_cells(&row(["| a", "b |", "c"])).len(), 3);
    }

    #[test]
    fn bars_that_part_cells_are_not_shown() {
        assert_eq!(
            without_parting_bars("| 12 | a|b | | c |"),
            "\t 12 \t a|b \t \t c \t"
        );
        assert_eq!(without_parting_bars("no bars"), "no bars");
        assert_eq!(cells_in_line("| 12 | a|b | | c |"), "12 · a|b · c");
    }

    #[test]
    fn what_is_no_row_has_no_bars() {
        assert_eq!(table_row_text(["", ""]), "");
        assert_eq!(table_row_text(["North", "", ""]), "North");
        let told = "The minister said on Friday that he would not go.";
        assert_eq!(table_row_text(["", told]), told);
        assert_eq!(table_cells("no bars"), ["no bars"]);
        assert_eq!(table_cells(""), [""]);
    }

    #[test]
    fn rows_of_other_columns_are_no_grid() {
        assert!(is_table_grid([
            "| 2020 | 2021",
            "North",
            "Oslo | 1 |",
            "Rome | 2 | 3"
        ]));
        assert!(!is_table_grid(["2020 | 2021", "Oslo | 1 | 2"]));
        assert!(!is_table_grid(["North", "South"]));
    }
}
