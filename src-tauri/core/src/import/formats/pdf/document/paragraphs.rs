//! Rebuilds paragraphs from lines, across columns and pages.

use super::super::layout::Line;
use super::super::letters;
use super::blocks::{Block, Usual, blocks};
use super::hyphens::{Words, ends_with_hyphen};
use super::styles::{Draft, bullet, styles};
use crate::domain::{DocumentLine, LineStyle};

/// An indent is at least this wide, in ems, and narrower than the second.
const INDENT: f32 = 0.7;
const MAX_INDENT: f32 = 6.0;
/// Letters of one paragraph; a longer one is no paragraph.
const MAX_PARAGRAPH: usize = 100_000;

/// The paragraphs of lines in the order of reading, furniture in its place.
pub(in super::super) fn paragraphs(lines: Vec<Line>, furniture: &[bool]) -> Vec<DocumentLine> {
    let mut text_lines = Vec::new();
    // Furniture, with the number of text lines before it.
    let mut aside = Vec::new();
    for (line, furniture) in lines.into_iter().zip(furniture.iter().copied()) {
        if furniture {
            aside.push((text_lines.len(), line.text));
        } else {
            text_lines.push(line);
        }
    }
    let usual = Usual::of(&text_lines);
    let mut builder = Builder {
        words: Words::of(&text_lines),
        lines: &text_lines,
        usual: &usual,
        indents: false,
        drafts: Vec::new(),
        starts: Vec::new(),
        open: None,
    };
    let blocks = blocks(&text_lines, &usual);
    builder.indents = blocks
        .iter()
        .filter(|block| builder.has_indents(block))
        .count()
        * 4
        > blocks.len();
    for block in &blocks {
        builder.add(block);
    }
    let Builder { drafts, starts, .. } = builder;
    finish(drafts, &starts, aside, usual.body)
}

/// Gives the drafts their styles and puts the furniture back between them.
fn finish(
    mut drafts: Vec<Draft>,
    starts: &[usize],
    aside: Vec<(usize, String)>,
    body: f32,
) -> Vec<DocumentLine> {
    drafts.iter_mut().for_each(Draft::count_words);
    let styles = styles(&drafts, body);
    let mut out = Vec::with_capacity(drafts.len() + aside.len());
    let mut aside = aside.into_iter().peekable();
    for ((draft, style), start) in drafts.into_iter().zip(styles).zip(starts) {
        while let Some((_, text)) = aside.next_if(|(before, _)| before <= start) {
            push(&mut out, &text, LineStyle::Furniture);
        }
        let text = match style {
            LineStyle::ListItem => bullet(&draft.text).unwrap_or(&draft.text),
            _ => &draft.text,
        };
        push(&mut out, text, style);
    }
    for (_, text) in aside {
        push(&mut out, &text, LineStyle::Furniture);
    }
    out
}

fn push(out: &mut Vec<DocumentLine>, text: &str, style: LineStyle) {
    let text = letters::without_print_forms(text).replace('\u{AD}', "");
    let text: Vec<&str> = text.split_whitespace().collect();
    if !text.is_empty() {
        out.push(DocumentLine {
            text: text.join(" "),
            style,
        });
    }
}

struct Builder<'l> {
    lines: &'l [Line],
    usual: &'l Usual,
    words: Words,
    /// Whether paragraphs begin with an indent in this document.
    indents: bool,
    drafts: Vec<Draft>,
    /// The first line of each draft.
    starts: Vec<usize>,
    /// The last paragraph of running text, which may go on in the next column.
    open: Option<Open>,
}

#[derive(Debug, Clone)]
struct Open {
    draft: usize,
    /// Its last line, and where the lines of its block begin and stop.
    line: usize,
    begin: f32,
    stop: f32,
}

impl Builder<'_> {
    fn add(&mut self, block: &Block) {
        let lines = self.lines;
        let hanging = self.hangs(block);
        let range = block.lines.clone();
        for at in range.clone() {
            let Some(line) = lines.get(at) else { continue };
            let before = (at > range.start).then(|| lines.get(at - 1)).flatten();
            let goes_on = match before {
                Some(before) => !self.begins(block, hanging, before, line),
                None => self.goes_on(block, line),
            };
            if !goes_on || !self.append(line) {
                self.start(line, at);
            }
            self.mark_open(line, at, block);
        }
    }

    fn append(&mut self, line: &Line) -> bool {
        let Some(open) = &self.open else { return false };
        let Some(draft) = self.drafts.get_mut(open.draft) else {
            return false;
        };
        if draft.text.len() > MAX_PARAGRAPH {
            return false;
        }
        self.words
            .append(&mut draft.text, &line.text, draft.space_after);
        draft.space_after = line.space_after;
        draft.bold &= line.bold;
        draft.lines += 1;
        true
    }

    fn start(&mut self, line: &Line, at: usize) {
        self.starts.push(at);
        self.drafts.push(Draft {
            text: line.text.clone(),
            size: line.size,
            bold: line.bold,
            lines: 1,
            page: line.page,
            height: line.y / line.page_height.max(1.0),
            row: line.row,
            space_after: line.space_after,
            words: 0,
        });
    }

    /// Captions, notes and tables stand between two halves of a paragraph; headings end it.
    fn mark_open(&mut self, line: &Line, at: usize, block: &Block) {
        let started_here = self.starts.last() == Some(&at);
        let draft = match (&self.open, started_here) {
            (Some(open), false) => open.draft,
            _ => self.drafts.len().saturating_sub(1),
        };
        self.open = Some(Open {
            draft,
            line: at,
            begin: block.begin,
            stop: block.stop.max(line.stop()),
        });
    }

    /// Whether a line begins a paragraph of its block.
    fn begins(&self, block: &Block, hanging: bool, before: &Line, line: &Line) -> bool {
        if bullet(&line.text).is_some() && (line.begin() - before.begin()).abs() < line.size * 4.0 {
            return line.begin() <= before.begin() + line.size
                || letters::ends_sentence(&before.text);
        }
        let heading = line.size > self.usual.body * 1.12;
        if heading || ends_with_hyphen(&before.text) {
            return false;
        }
        let indent = line.begin() - block.begin;
        let indented = indent > line.size * INDENT && indent < line.size * MAX_INDENT;
        if hanging {
            return !indented;
        }
        let stepped = line.begin() - before.begin() > line.size * INDENT;
        let lower = starts_lower(&line.text);
        if indented && !lower && (stepped || self.is_indented(block, before)) {
            return true;
        }
        // A line is broken before a word that would have had room, only on purpose.
        let room = block.stop - before.stop() - line.size * 0.3;
        let fits = room > first_word(line);
        let mut filled = before.stop() - block.begin > (block.stop - block.begin) * 0.85;
        if block.lines.len() == 2 {
            // A long line and a short one are a caption that goes on, two short ones are not.
            let length = |line: &Line| line.stop() - line.begin();
            filled |= length(before) > length(line) && before.text.chars().count() > 40;
        }
        fits && !lower && (letters::ends_sentence(&before.text) || !filled)
    }

    fn is_indented(&self, block: &Block, line: &Line) -> bool {
        line.begin() - block.begin > line.size * INDENT
    }

    /// First lines that stand out to the left, as in lists of sources.
    fn hangs(&self, block: &Block) -> bool {
        let lines = self.lines.get(block.lines.clone()).unwrap_or_default();
        let mut score = 0;
        for pair in lines.windows(2) {
            let [a, b] = pair else { continue };
            let (was, is) = (self.is_indented(block, a), self.is_indented(block, b));
            if was == is {
                continue;
            }
            let room = block.stop - a.stop() > first_word(b);
            // A step inwards after the end of a paragraph is an indent.
            score += match (is, room) {
                (true, true) | (false, false) => -1,
                (true, false) | (false, true) => 1,
            };
        }
        score > 0
    }

    fn has_indents(&self, block: &Block) -> bool {
        let lines = self.lines.get(block.lines.clone()).unwrap_or_default();
        let indented = lines
            .iter()
            .filter(|line| self.is_indented(block, line))
            .count();
        indented > 0 && indented * 2 <= lines.len()
    }

    /// Whether the first line of a block goes on with the paragraph before it.
    fn goes_on(&mut self, block: &Block, line: &Line) -> bool {
        let Some((open, before)) = self.last_text(line) else {
            return false;
        };
        let moved = before.region != line.region || before.page != line.page;
        let gap = line.y - before.y;
        let near = !moved && gap > 0.0 && gap < line.size * 3.5;
        if !(moved || near) || line.row || before.row || before.leftward != line.leftward {
            return false;
        }
        let lower = starts_lower(&line.text);
        let ended = letters::ends_sentence(&before.text);
        let indented = line.begin() - block.begin > line.size * INDENT && !lower;
        let full = open.stop - before.stop() < first_word(line) + line.size * 0.3;
        let cut = ends_with_hyphen(&before.text);
        // A caption is seldom as wide as a column.
        let (was, is) = (open.stop - open.begin, block.stop - block.begin);
        let alike = (was - is).abs() < is.max(was) * 0.15;
        let continues = if cut || lower {
            !ended
        } else {
            moved && full && alike && !indented && (!ended || self.indents)
        };
        if continues {
            self.open = Some(open);
        }
        continues
    }

    /// The last paragraph in the size of a line, over captions and tables.
    fn last_text(&self, line: &Line) -> Option<(Open, &Line)> {
        let same = |other: &Line| {
            (other.size - line.size).abs() <= line.size * 0.06 && other.bold == line.bold
        };
        let open = self.open.clone()?;
        let before = self.lines.get(open.line)?;
        if same(before) {
            return Some((open, before));
        }
        let body = (line.size - self.usual.body).abs() <= self.usual.body * 0.06;
        if !body || !(starts_lower(&line.text) || letters::is_unspaced(line.text.chars().next()?)) {
            return None;
        }
        // Look back over small print for a sentence that has not ended.
        let (back, draft) = self
            .drafts
            .iter()
            .enumerate()
            .rev()
            .take(8)
            .take_while(|(_, draft)| draft.size <= self.usual.body * 1.06)
            .find(|(_, draft)| (draft.size - line.size).abs() <= line.size * 0.06 && !draft.row)?;
        if letters::ends_sentence(&draft.text) {
            return None;
        }
        let end = self
            .starts
            .get(back + 1)
            .copied()
            .unwrap_or(self.lines.len());
        let last = end.checked_sub(1)?;
        let before = self.lines.get(last)?;
        let open = Open {
            draft: back,
            line: last,
            begin: before.begin(),
            stop: before.stop(),
        };
        Some((open, before))
    }
}

fn starts_lower(text: &str) -> bool {
    text.chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(char::is_lowercase)
}

/// The room that the first word of a line takes; scripts without spaces break anywhere,
/// but not before some signs.
fn first_word(line: &Line) -> f32 {
    let unspaced = line.text.chars().next().is_some_and(letters::is_unspaced);
    if unspaced {
        line.size * 2.0
    } else {
        line.first_word + line.size * 0.25
    }
}
