//! Who wrote the article, as the lines around its text say.

use std::ops::Range;

use super::head::Head;
use super::lines::Line;
use crate::extract::dates::{self, DateHints};
use crate::extract::{byline, words};

/// Reads the byline among the lines in `range`.
pub(super) fn read(lines: &[Line], range: Range<usize>, head: &mut Head) {
    for at in range.clone() {
        let line = &lines[at];
        if line.words > 20 || line.running && line.words > 12 {
            continue;
        }
        let bare = unglued(&without_date(&line.text));
        let by = byline::starts_with_by(&bare);
        if by {
            let people = byline::people(&bare);
            if !people.is_empty() {
                head.byline = vec![at];
                head.people = people;
                return;
            }
        }
        // "By" on its own, the name on the next line.
        let key = words::cue_key(&line.text);
        let lone = matches!(
            key.as_str(),
            "by" | "written by"
                | "author"
                | "authors"
                | "posted by"
                | "published by"
                | "von"
                | "par"
                | "por"
                | "di"
                | "автор"
                | "story by"
                | "words by"
                | "by author"
        );
        if lone && let Some(next) = lines.get(at + 1) {
            let people = byline::people(&without_date(&next.text));
            if !people.is_empty() && next.words <= 12 {
                head.byline = vec![at, at + 1];
                head.people = people;
                return;
            }
        }
    }
    let Some((dateline, _)) = head.published else {
        return;
    };
    let near = [
        Some(dateline),
        dateline.checked_sub(1),
        Some(dateline + 1),
        dateline.checked_sub(2),
    ];
    for at in near.into_iter().flatten().filter(|at| range.contains(at)) {
        let line = &lines[at];
        let bare = without_date(&line.text);
        if line.cue.is_some() && at != dateline
            || words::count(&bare) > 12
            || is_headline_case(&bare)
        {
            continue;
        }
        let people = byline::people(&bare);
        if !people.is_empty() && words::count(&people.join(" ")) + 4 >= words::count(&bare) {
            head.byline = if at == dateline { Vec::new() } else { vec![at] };
            head.people = people;
            return;
        }
    }
}

/// A name that stands alone between title and text is the author's when the page says
/// it again, as under the text or in its address for letters.
pub(super) fn name_under_title(lines: &[Line], first_text: usize, head: &mut Head) {
    let Some(title) = head.title else { return };
    for at in title + 1..first_text.min(title + 7) {
        let line = &lines[at];
        if line.cue.is_some() || !(2..=4).contains(&line.words) {
            continue;
        }
        let people = byline::people(&line.text);
        let alone = people
            .first()
            .is_some_and(|name| words::same_key(name) == line.key);
        let said_again = |other: &Line| {
            other.words <= 60 && format!(" {} ", other.key).contains(&format!(" {} ", line.key))
        };
        if people.len() == 1 && alone && lines[at + 1..].iter().any(said_again) {
            head.byline = vec![at];
            head.people = people;
            return;
        }
    }
}

/// A headline in capitals can look like a name; one with a verb form or many words does not pass.
fn is_headline_case(text: &str) -> bool {
    words::count(text) > 5 && !text.contains([',', '&']) && !text.contains(" and ")
}

/// `ByAnna Koval` as `By Anna Koval`: pages set the space by style.
fn unglued(text: &str) -> String {
    match text.strip_prefix("By") {
        Some(name) if name.starts_with(char::is_uppercase) => format!("By {name}"),
        _ => text.to_owned(),
    }
}

/// The line without the date that it carries and without separators at its ends.
fn without_date(text: &str) -> String {
    match dates::find(text, &DateHints::default()) {
        Some(found) => {
            let joined = format!("{} | {}", &text[..found.start], &text[found.end..]);
            joined
                .trim_matches(|c: char| {
                    c.is_whitespace() || matches!(c, '|' | '-' | '–' | '—' | ',' | '·' | '•' | ':')
                })
                .to_owned()
        }
        None => text.to_owned(),
    }
}
