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
        // "Last updated on 8 April 2024 by Ana Ruiz".
        if let Some(people) = after_date(&line.text) {
            head.byline = vec![at];
            head.people = people;
            return;
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
    let dated = head.published.as_ref().or(head.updated.as_ref());
    let Some(dateline) = dated.map(|(at, _)| *at) else {
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
        if at != dateline && is_desk(line) {
            head.byline = vec![at];
            head.people = byline::declared(&line.text).into_iter().collect();
            return;
        }
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

/// The people named after a date and a "by".
fn after_date(text: &str) -> Option<Vec<String>> {
    let found = dates::find(text, &DateHints::default())?;
    let rest = text.get(found.end..)?;
    let by = rest.to_ascii_lowercase().find(" by ")?;
    let credit = rest.get(by + 1..).filter(|_| by <= MOST_BETWEEN)?;
    let people = byline::people(credit);
    if people.is_empty() {
        byline::account(credit).map(|name| vec![name])
    } else {
        Some(people)
    }
}

/// Lines after the text in which it is said who wrote it.
const FOOT: usize = 12;

/// `Written by Ana Ruiz`, right under the text.
pub(super) fn at_foot(lines: &[Line], end: usize, head: &mut Head) {
    let foot = lines.iter().take(end + FOOT).skip(end.saturating_sub(2));
    for line in foot {
        let key = words::cue_key(&line.text);
        let said = [
            "written by ",
            "text by ",
            "words by ",
            "story by ",
            "article by ",
        ]
        .iter()
        .any(|credit| key.starts_with(credit));
        if !said || line.words > 10 || line.running {
            continue;
        }
        let people = byline::people(&line.text);
        if !people.is_empty() {
            head.people = people;
            return;
        }
    }
}

/// Last words of the names of desks.
#[rustfmt::skip]
const DESKS: &[&str] = &["team", "staff", "editors", "newsroom", "desk", "newsdesk", "redaktion", "redazione", "redacción", "rédaction", "редакция"];

/// A desk's name above or below a date.
fn is_desk(line: &Line) -> bool {
    let last = line.key.rsplit(' ').next().unwrap_or_default();
    line.words <= 4 && DESKS.contains(&last) && !words::ends_sentence(&line.text)
}

/// Characters between a date and the "by" after it: a time of day and its zone.
const MOST_BETWEEN: usize = 24;

/// Lines under a title in which a credit stands.
const UNDER: usize = 8;

/// What a line between title and text says that it is by: an account, a desk.
fn account_under_title(lines: &[Line], first_text: usize, title: usize, head: &mut Head) {
    for at in title + 1..first_text.min(title + UNDER) {
        let line = &lines[at];
        if line.running || line.words > 14 {
            continue;
        }
        let lone = matches!(
            words::cue_key(&line.text).as_str(),
            "by" | "written by" | "author" | "posted by"
        );
        let next = lines.get(at + 1).filter(|next| lone && next.words <= 4);
        let credit = match next {
            Some(next) => format!("by {}", without_date(&next.text)),
            None => unglued(&without_date(&line.text)),
        };
        if let Some(name) = byline::account(&credit) {
            head.byline = vec![at];
            head.byline.extend(next.map(|_| at + 1));
            head.people = vec![name];
            return;
        }
    }
}

/// A name that stands alone between title and text is the author's when the page says
/// it again, as under the text or in its address for letters.
pub(super) fn name_under_title(
    lines: &[Line],
    first_text: usize,
    furnished: bool,
    head: &mut Head,
) {
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
        // Right under the title, before the text or the minutes that it takes.
        let placed = furnished
            && at == title + 1
            && line.words <= 3
            && lines.get(at + 1).is_some_and(|next| {
                at + 1 == first_text || words::cue_key(&next.text).ends_with("min read")
            });
        if people.len() == 1 && alone && (placed || lines[at + 1..].iter().any(said_again)) {
            head.byline = vec![at];
            head.people = people;
            return;
        }
    }
    if furnished {
        account_under_title(lines, first_text, title, head);
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
