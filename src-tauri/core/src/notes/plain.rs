//! Markdown as the plain words that it says, for lists and what stands around a link.

use super::links::readable;
use crate::domain::LinkTarget;

/// Between two marks of a pair, in bytes; farther apart they are none. With [`DEEPEST`] it
/// bounds the time that a hostile line takes.
const LONGEST_MARKED: usize = 400;
/// Ends of a pair that are looked at; where none of so many fits, there is no pair.
const MOST_ENDS: usize = 16;
/// Marks in a row. More are a line to write on or to look at, and stay as they are.
const LONGEST_MARK: usize = 3;
/// Marks within marks.
const DEEPEST: usize = 4;
/// An address in brackets, in bytes.
const LONGEST_ADDRESS: usize = 2000;
/// Marks around words, the longer of two that begin alike first.
const MARKS: [&str; 8] = ["***", "**", "__", "~~", "==", "`", "*", "_"];

/// The words of `markdown`, line by line: links by what `title` gives for their target or
/// else by their kept words, without marks, boxes of tasks and lines of nothing but marks.
pub(crate) fn plain(markdown: &str, title: impl Fn(&LinkTarget) -> Option<String>) -> String {
    let text = readable(markdown, title);
    let lines: Vec<String> = text
        .lines()
        .filter(|line| !is_only_marks(line))
        .map(words)
        .collect();
    lines.join("\n")
}

/// A fence of code, a rule, or what parts the head of a table from its rows.
fn is_only_marks(line: &str) -> bool {
    let line = line.trim();
    line.starts_with("```")
        || line.starts_with("~~~")
        || (line.len() >= 3 && line.chars().all(|c| "-*_|: =".contains(c)))
}

/// A line without what makes it a heading, an item, a task or a quotation, and its number
/// before that. A number stays: `3. May` is an item only to Markdown.
fn opened(line: &str) -> (&str, &str) {
    let mut rest = line.trim();
    let mut number = "";
    // Each turn takes some of it.
    loop {
        let was = rest;
        rest = rest.strip_prefix('>').unwrap_or(rest).trim_start();
        let heading = rest.trim_start_matches('#');
        if (1..=6).contains(&(rest.len() - heading.len()))
            && (heading.is_empty() || heading.starts_with([' ', '\t']))
        {
            rest = heading.trim();
        }
        for mark in ["- ", "* ", "+ "] {
            rest = rest.strip_prefix(mark).unwrap_or(rest).trim_start();
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if number.is_empty()
            && (1..=9).contains(&digits)
            && let Some((first, item)) = rest.split_at_checked(digits + 1)
            && first.ends_with(['.', ')'])
            && item.starts_with(' ')
        {
            number = first;
            rest = item.trim_start();
        }
        for task in ["[ ]", "[x]", "[X]"] {
            if let Some(after) = rest.strip_prefix(task)
                && (after.is_empty() || after.starts_with(' '))
            {
                rest = after.trim_start();
            }
        }
        // What was an empty item.
        if matches!(rest, "-" | "*" | "+") {
            rest = "";
        }
        if rest == was {
            return (number, rest);
        }
    }
}

fn words(line: &str) -> String {
    let (number, line) = opened(line);
    let mut out = String::with_capacity(number.len() + 1 + line.len());
    out.push_str(number);
    out.push(' ');
    match line.strip_prefix('|').and_then(|row| row.strip_suffix('|')) {
        Some(row) => {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            unmarked(&cells.join(" "), 0, &mut out);
        }
        None => unmarked(line, 0, &mut out),
    }
    out.trim().to_owned()
}

fn unmarked(text: &str, depth: usize, out: &mut String) {
    let mut from = 0;
    while let Some(rest) = text.get(from..).filter(|rest| !rest.is_empty()) {
        let row = row_of_marks(rest);
        if row.len() > LONGEST_MARK {
            out.push_str(row);
            from += row.len();
            continue;
        }
        if depth < DEEPEST {
            if let Some((words, length)) = bracketed(rest) {
                unmarked(words, depth + 1, out);
                from += length;
                continue;
            }
            let before = text[..from].chars().next_back();
            if let Some((words, mark, length)) = marked(rest, before) {
                match mark {
                    "`" => out.push_str(words),
                    _ => unmarked(words, depth + 1, out),
                }
                from += length;
                continue;
            }
        }
        let mut letters = rest.chars();
        match letters.next() {
            Some('\\') if letters.next().is_some_and(|c| c.is_ascii_punctuation()) => {
                out.extend(rest.chars().nth(1));
                from += 2;
            }
            Some(c) => {
                out.push(c);
                from += c.len_utf8();
            }
            None => return,
        }
    }
}

/// The same mark as often as it stands at the beginning.
fn row_of_marks(text: &str) -> &str {
    let mark = text.chars().next().filter(|&c| "*_~=`".contains(c));
    let length = mark.map_or(0, |mark| text.len() - text.trim_start_matches(mark).len());
    text.get(..length).unwrap_or_default()
}

/// `[words](address)`, `![caption](image:…)`, `[[Title|words]]`, `[^note]` at the beginning:
/// what is read of it, and how long it is.
fn bracketed(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix('!').unwrap_or(text);
    let embed = text.len() - inner.len();
    if let Some(title) = inner.strip_prefix("[[") {
        let close = find_within(title, "]]", LONGEST_MARKED)?;
        let title = title.get(..close)?;
        let words = title.split_once('|').map_or(title, |(_, words)| words);
        let plain = !title.trim().is_empty() && !title.contains(['[', ']']);
        return plain.then_some((words, embed + close + 4));
    }
    let words = inner.strip_prefix('[')?;
    let close = find_within(words, "]", LONGEST_MARKED)?;
    let (words, after) = words.split_at_checked(close)?;
    if embed == 0 && words.starts_with('^') && words.len() > 1 && !words.contains(' ') {
        // With the colon of the note itself.
        let colon = usize::from(after.starts_with("]:"));
        return Some(("", close + 2 + colon));
    }
    let address = after.strip_prefix("](")?;
    let end = find_within(address, ")", LONGEST_ADDRESS)?;
    let address = address.get(..end)?;
    let plain = !words.contains('[') && !address.contains('\n');
    plain.then_some((words, embed + 1 + close + 2 + end + 1))
}

/// Words between a pair of marks at the beginning: they, the mark, and the length of all.
fn marked(text: &str, before: Option<char>) -> Option<(&str, &'static str, usize)> {
    let mark = MARKS.into_iter().find(|mark| text.starts_with(mark))?;
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    // snake_case has no marks.
    let low = mark.starts_with('_');
    let inside = text.get(mark.len()..)?;
    if (low && is_word(before)) || inside.starts_with(char::is_whitespace) {
        return None;
    }
    let mut from = 0;
    for _ in 0..MOST_ENDS {
        let close = from + find_within(inside.get(from..)?, mark, LONGEST_MARKED)?;
        let (words, after) = inside.split_at_checked(close)?;
        let after = after.get(mark.len()..)?;
        let after = after.chars().next();
        let fits = !words.is_empty()
            && match mark {
                "`" => true,
                // The end of a longer mark: `*a **b***`.
                "*" if after == Some('*') => false,
                _ if low && is_word(after) => false,
                _ => !words.ends_with(char::is_whitespace),
            };
        if fits {
            return Some((words, mark, mark.len() * 2 + close));
        }
        from = close + mark.len();
        if from > LONGEST_MARKED {
            return None;
        }
    }
    None
}

/// Where `wanted` first stands, within so many bytes.
fn find_within(text: &str, wanted: &str, longest: usize) -> Option<usize> {
    let near = text.get(..text.floor_char_boundary(longest))?;
    near.find(wanted)
}
