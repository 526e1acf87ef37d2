//! The passages of a note that a link can lead to: what stands under a heading, and
//! blocks that were given a name, ` ^name`.

use crate::text::fold;

/// A passage, in the order of the text.
pub(crate) struct Passage<'a> {
    /// What a link has after `#`.
    pub anchor: String,
    /// The heading's words, or the block's.
    pub words: &'a str,
    /// 1 to 6 for headings, 0 for blocks.
    pub level: usize,
    /// Byte range of what it covers, with its heading.
    pub start: usize,
    pub end: usize,
}

/// All passages of `body`. Headings in fenced code are none.
pub(crate) fn passages(body: &str) -> Vec<Passage<'_>> {
    let mut found: Vec<Passage<'_>> = Vec::new();
    // Headings whose section has not ended yet.
    let mut open: Vec<usize> = Vec::new();
    let mut fenced = false;
    let (mut at, mut block) = (0, 0);
    for line in body.split_inclusive('\n') {
        let text = line.trim_end();
        if text.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if let Some((level, words)) = heading(text).filter(|_| !fenced) {
            while let Some(last) = open.pop_if(|last| found[*last].level >= level) {
                found[last].end = at;
            }
            open.push(found.len());
            found.push(Passage {
                anchor: heading_anchor(words),
                words,
                level,
                start: at,
                end: body.len(),
            });
        } else if let Some((words, name)) = named(text).filter(|_| !fenced) {
            // A name on a line of its own is that of the paragraph before.
            let start = if words.trim().is_empty() { block } else { at };
            found.push(Passage {
                anchor: format!("^{name}"),
                words: body[start..at + words.len()].trim(),
                level: 0,
                start,
                end: at + text.len(),
            });
        }
        if text.trim().is_empty() {
            block = at + line.len();
        }
        at += line.len();
    }
    found
}

/// The text that `anchor` names: the first of equal headings.
pub(crate) fn passage<'a>(body: &'a str, anchor: &str) -> Option<&'a str> {
    let wanted = fold(anchor);
    let all = passages(body);
    let found = all.iter().find(|one| fold(&one.anchor) == wanted)?;
    Some(body[found.start..found.end].trim())
}

fn heading(line: &str) -> Option<(usize, &str)> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    ((1..=6).contains(&level) && words.starts_with([' ', '\t'])).then(|| {
        let words = words.trim();
        (level, words.trim_end_matches('#').trim_end())
    })
}

/// A heading as it can stand in a link, and be found by after a link.
fn heading_anchor(words: &str) -> String {
    let plain = super::readable(words, |_| None);
    let clean: String = plain
        .chars()
        .map(|c| match c {
            '[' | ']' | '|' | '#' | '^' => ' ',
            c => c,
        })
        .collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A block's words and its name at the end of the line.
fn named(line: &str) -> Option<(&str, &str)> {
    let (words, name) = line.rsplit_once('^')?;
    let is_name = !name.is_empty()
        && name.len() <= 64
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    (is_name && (words.is_empty() || words.ends_with(' '))).then_some((words, name))
}
