//! Paragraphs, rows and notes on their way into a document, as word processors nest them.

use crate::domain::{DocumentLine, LineStyle, table_row_text};
use crate::extract::{collapse, count_words, ends_sentence, is_running};

/// More text than this is not read, in bytes; the rest stays in the kept original.
const TEXT_LIMIT: usize = 10 * 1024 * 1024;
/// Words of a table's cell above which the table only lays a page out.
const CELL_WORDS: usize = 60;
/// Words of a paragraph in bold type that may be a heading.
const HEADING_WORDS: usize = 16;
/// The most columns that one cell takes.
const MOST_COLUMNS: usize = 40;

/// Collects the lines of a document in reading order.
#[derive(Default)]
pub(super) struct Flow {
    lines: Vec<DocumentLine>,
    /// Open rows of tables, the innermost last; each with its cells.
    rows: Vec<Vec<Vec<DocumentLine>>>,
    /// For each open row, the columns that its last cell takes beside its own.
    wide: Vec<usize>,
    notes: Vec<DocumentLine>,
    asides: Vec<DocumentLine>,
    size: usize,
}

impl Flow {
    /// Adds a paragraph; a line feed in it is a break that a person made.
    pub(super) fn paragraph(&mut self, text: &str, style: LineStyle) {
        for text in split_at_breaks(text, style) {
            self.size += text.len();
            if self.is_full() {
                return;
            }
            let line = DocumentLine { text, style };
            match self.rows.last_mut().and_then(|cells| cells.last_mut()) {
                Some(cell) => cell.push(line),
                None => self.lines.push(line),
            }
        }
    }

    /// Adds a paragraph all of which is in bold type: where it reads as a label, a heading.
    pub(super) fn bold_paragraph(&mut self, text: &str) {
        let label = (1..=HEADING_WORDS).contains(&count_words(text))
            && !text.trim().contains('\n')
            && !ends_sentence(text)
            && !text.trim_end().ends_with([',', '，', '、']);
        let style = if label && self.rows.is_empty() {
            LineStyle::Heading
        } else {
            LineStyle::Paragraph
        };
        self.paragraph(text, style);
    }

    /// Adds a footnote or endnote, which is read after the text.
    pub(super) fn note(&mut self, text: &str) {
        push(&mut self.notes, &mut self.size, text, LineStyle::ListItem);
    }

    /// Adds what a reader does not read as the text: a comment, a running foot.
    pub(super) fn aside(&mut self, text: &str) {
        let again = self
            .asides
            .iter()
            .rev()
            .take(50)
            .any(|line| line.text == collapse(text));
        if !again {
            push(&mut self.asides, &mut self.size, text, LineStyle::Furniture);
        }
    }

    pub(super) fn open_row(&mut self) {
        self.rows.push(Vec::new());
        self.wide.push(0);
    }

    /// The cell that is open takes so many columns; those behind its own are empty cells.
    pub(super) fn widen_cell(&mut self, columns: usize) {
        if let Some(wide) = self.wide.last_mut() {
            *wide = columns.clamp(1, MOST_COLUMNS) - 1;
        }
    }

    fn fill_wide_cell(&mut self) {
        if let (Some(cells), Some(wide)) = (self.rows.last_mut(), self.wide.last_mut()) {
            cells.resize(cells.len() + std::mem::take(wide), Vec::new());
        }
    }

    pub(super) fn open_cell(&mut self) {
        self.fill_wide_cell();
        if let Some(cells) = self.rows.last_mut() {
            cells.push(Vec::new());
        }
    }

    /// Ends the innermost row. Cells of a few words are joined to one line; cells that
    /// hold running text are read one after the other.
    pub(super) fn close_row(&mut self) {
        self.fill_wide_cell();
        self.wide.pop();
        let Some(cells) = self.rows.pop() else { return };
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        let long = cells.iter().any(|cell| {
            cell.iter()
                .map(|line| count_words(&line.text))
                .sum::<usize>()
                > CELL_WORDS
                || cell
                    .iter()
                    .filter(|line| is_running(&line.text))
                    .nth(1)
                    .is_some()
        });
        let lines: Vec<DocumentLine> = if long || filled <= 1 {
            cells.into_iter().flatten().collect()
        } else {
            let texts = cells.iter().map(|cell| {
                let texts: Vec<&str> = cell.iter().map(|line| line.text.as_str()).collect();
                texts.join(" ")
            });
            let texts: Vec<String> = texts.collect();
            vec![DocumentLine {
                text: table_row_text(texts.iter().map(String::as_str)),
                style: LineStyle::TableRow,
            }]
        };
        match self.rows.last_mut().and_then(|cells| cells.last_mut()) {
            Some(cell) => cell.extend(lines),
            None => self.lines.extend(lines),
        }
    }

    /// True when nothing more is taken.
    pub(super) fn is_full(&self) -> bool {
        self.size > TEXT_LIMIT
    }

    /// All lines: the text, its notes, then what stands beside it.
    pub(super) fn finish(mut self) -> Vec<DocumentLine> {
        while !self.rows.is_empty() {
            self.close_row();
        }
        self.lines.append(&mut self.notes);
        self.lines.append(&mut self.asides);
        self.lines
    }
}

fn push(lines: &mut Vec<DocumentLine>, size: &mut usize, text: &str, style: LineStyle) {
    let text = collapse(text);
    *size += text.len();
    if !text.is_empty() && *size <= TEXT_LIMIT {
        lines.push(DocumentLine { text, style });
    }
}

/// Cuts a paragraph where a break ends a sentence or a label; other breaks are spaces.
fn split_at_breaks(text: &str, style: LineStyle) -> Vec<String> {
    let whole = matches!(
        style,
        LineStyle::Title | LineStyle::Heading | LineStyle::Furniture | LineStyle::Caption
    );
    if whole || !text.contains('\n') {
        let text = collapse(text);
        return if text.is_empty() {
            Vec::new()
        } else {
            vec![text]
        };
    }
    let mut out: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in text.split('\n').map(collapse) {
        if line.is_empty() {
            goes_on = false;
            continue;
        }
        let ends = ends_sentence(&line) || count_words(&line) < 9;
        match out.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.push(' ');
                last.push_str(&line);
            }
            None => out.push(line),
        }
        goes_on = !ends;
    }
    out
}
