//! Whether a file is a web page saved as text, with what stood around its article.

use super::lines::Line;
use crate::extract::words;

/// Lines with words of furniture must be at least this many.
const CUES: usize = 2;
/// Without such words, as in a language that no cue knows: labels in a row, as menus
/// and link lists have them, before or after all running text.
const LABELS: usize = 12;
/// Running lines that a page's text has at least.
const TEXT: usize = 3;
/// No page that a person saves has more lines; such a file is kept as it is.
const MOST_LINES: usize = 20_000;

/// True when a file carries the furniture of a web page.
pub(super) fn is_furnished(lines: &[Line]) -> bool {
    if lines.len() > MOST_LINES {
        return false;
    }
    let cues = lines.iter().filter(|line| line.cue.is_some()).count();
    let running = lines.iter().filter(|line| line.running).count();
    let by_words = cues >= CUES && (running > 0 || cues * 3 > lines.len());
    by_words || (running >= TEXT && (labels_in_a_row(lines) >= LABELS))
}

/// The most labels in a row among the lines before the first and after the last
/// running line. Numbers are a table's, not a menu's.
fn labels_in_a_row(lines: &[Line]) -> usize {
    let first = lines.iter().position(|line| line.running).unwrap_or(0);
    let last = lines.iter().rposition(|line| line.running).unwrap_or(0);
    let longest = |part: &[Line]| {
        let (mut longest, mut row) = (0, 0);
        for line in part {
            row = if is_label(line) { row + 1 } else { 0 };
            longest = longest.max(row);
        }
        longest
    };
    longest(&lines[..first]).max(longest(lines.get(last + 1..).unwrap_or_default()))
}

fn is_label(line: &Line) -> bool {
    let digits = line.text.chars().filter(|c| c.is_numeric()).count();
    line.words <= 4
        && !words::ends_sentence(&line.text)
        && digits * 2 < line.text.chars().count()
        && !line.text.ends_with([',', '，', '،', '-', '–', '—'])
}
