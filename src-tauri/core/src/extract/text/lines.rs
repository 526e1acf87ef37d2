//! The lines of a plain-text source, with what is known of each.

use crate::domain::RemovalReason;
use crate::extract::{cues, words};

/// One line that has text, or a paragraph that was wrapped over several.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// From 1, as in the file; the first of a wrapped paragraph.
    pub number: u32,
    pub text: String,
    pub words: usize,
    /// For comparing: [`words::same_key`].
    pub key: String,
    pub cue: Option<RemovalReason>,
    /// A sentence rather than a label or a headline.
    pub running: bool,
    /// A blank line stands before it.
    pub gap: bool,
}

/// A word that is longer, in bytes, counts as several: a label is never a megabyte.
const LONGEST_WORD: usize = 80;

/// Cuts `text` into lines; hard-wrapped paragraphs are joined.
pub(crate) fn read(text: &str) -> Vec<Line> {
    let raw = raw_lines(text);
    let joined = match wrap_width(&raw) {
        Some(width) => unwrap(raw, width),
        None => raw,
    };
    joined
        .into_iter()
        .map(|line| {
            let count = words::count(&line.text).max(line.text.len() / LONGEST_WORD);
            let running = words::is_running(&line.text);
            let key = words::same_key(&line.text);
            let cue = cues::of_line(&line.text, count, running);
            Line {
                number: line.number,
                words: count,
                key,
                cue,
                running,
                gap: line.gap,
                text: line.text,
            }
        })
        .collect()
}

struct Raw {
    number: u32,
    text: String,
    gap: bool,
}

fn raw_lines(text: &str) -> Vec<Raw> {
    let mut out = Vec::new();
    let mut gap = true;
    // A form feed and the Unicode separators end lines too.
    let unified = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}', '\u{0C}', '\u{85}'], "\n");
    for (at, line) in unified.split('\n').enumerate() {
        let collapsed = words::collapse(line);
        if collapsed.is_empty() {
            gap = true;
            continue;
        }
        out.push(Raw {
            number: u32::try_from(at + 1).unwrap_or(u32::MAX),
            text: collapsed,
            gap,
        });
        gap = false;
    }
    out
}

/// The width at which a file's paragraphs were broken, when they were.
///
/// Nearly every break inside a group of lines must be one where the next word would
/// not have fitted; verse and lists break earlier.
fn wrap_width(lines: &[Raw]) -> Option<usize> {
    let width = lines
        .iter()
        .map(|l| l.text.chars().count())
        .max()
        .filter(|w| (40..=120).contains(w))?;
    let (mut breaks, mut forced) = (0, 0);
    for pair in lines.windows(2).filter(|pair| !pair[1].gap) {
        let next_word = pair[1]
            .text
            .split(' ')
            .next()
            .unwrap_or_default()
            .chars()
            .count();
        breaks += 1;
        forced += usize::from(pair[0].text.chars().count() + 1 + next_word > width);
    }
    let groups = lines.iter().filter(|l| l.gap).count();
    // One dateline over a byline may stand among them.
    (breaks >= 3 && forced * 10 >= breaks * 8 && groups < lines.len()).then_some(width)
}

fn unwrap(lines: Vec<Raw>, width: usize) -> Vec<Raw> {
    let mut out: Vec<Raw> = Vec::new();
    let mut last_length = 0;
    for line in lines {
        let length = line.text.chars().count();
        let next_word = line
            .text
            .split(' ')
            .next()
            .unwrap_or_default()
            .chars()
            .count();
        let continues = !line.gap && last_length + 1 + next_word > width;
        match out.last_mut().filter(|_| continues) {
            Some(paragraph) => {
                let spaceless = words::mostly_spaceless(&line.text);
                if !spaceless {
                    paragraph.text.push(' ');
                }
                paragraph.text.push_str(&line.text);
            }
            None => out.push(line),
        }
        last_length = length;
    }
    out
}
