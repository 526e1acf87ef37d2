//! Title, standfirst, byline and dateline above the running text.

use std::collections::HashSet;
use std::ops::Range;

use super::lines::Line;
use crate::domain::PrintedTime;
use crate::extract::dates::{self, DateHints};
use crate::extract::{byline, captions, words};

/// How many lines above the text are searched.
const ZONE: usize = 25;

/// How many paragraphs a headline is compared with.
const STORY_PARAGRAPHS: usize = 12;
/// Weight of a headline that the text tells in full.
const TOLD: usize = 15;

/// What was found above the text, as positions among the lines.
#[derive(Debug, Default)]
pub(crate) struct Head {
    pub title: Option<usize>,
    pub standfirst: Option<usize>,
    pub byline: Vec<usize>,
    pub people: Vec<String>,
    pub published: Option<(usize, PrintedTime)>,
    pub updated: Option<(usize, PrintedTime)>,
}

impl Head {
    /// True when line `at` became one of the fields.
    pub(crate) fn holds(&self, at: usize) -> bool {
        self.title == Some(at)
            || self.standfirst == Some(at)
            || self.byline.contains(&at)
            || self.published.as_ref().is_some_and(|(line, _)| *line == at)
            || self.updated.as_ref().is_some_and(|(line, _)| *line == at)
    }
}

/// Reads the head of the text that `body` covers.
pub(crate) fn read(
    lines: &[Line],
    body: &Range<usize>,
    furnished: bool,
    file_name: Option<&str>,
    hints: &DateHints,
) -> Head {
    let mut head = Head::default();
    let first_text = (body.start..body.end)
        .find(|&at| lines[at].running)
        .unwrap_or(body.start);
    let from = first_text.saturating_sub(ZONE);
    let to = (first_text + 3).min(lines.len());
    read_dates(lines, from..to, first_text, hints, &mut head);
    if head.published.is_none() && furnished {
        read_dates(
            lines,
            first_text.saturating_sub(ZONE * 3)..from,
            first_text,
            hints,
            &mut head,
        );
        if head.published.is_none() {
            let tail = body.end..(body.end + 6).min(lines.len());
            read_dates(lines, tail, first_text, hints, &mut head);
        }
    }
    read_byline(lines, from..to, &mut head);
    head.title = title(lines, from..to, first_text, &head, furnished, file_name);
    head.standfirst = standfirst(lines, first_text, &head);
    head
}

/// Labels that say that a date is the one of a later change.
#[rustfmt::skip]
const UPDATED: &[&str] = &[
    "updated", "modified", "last edited", "mis à jour", "modifié", "aktualisiert", "actualizado", "atualizado", "aggiornato", "обновлено",
    "изменено", "оновлено", "تحديث", "güncelleme", "更新", "수정", "bijgewerkt", "uppdaterad", "opdateret", "aktualizacja", "עודכן", "به‌روز", "अपडेट",
];

fn is_update(label: &str) -> bool {
    let lower = label.to_lowercase();
    UPDATED.iter().any(|word| lower.contains(word))
}

fn read_dates(
    lines: &[Line],
    range: Range<usize>,
    first_text: usize,
    hints: &DateHints,
    head: &mut Head,
) {
    let mut best: Option<(i64, usize, PrintedTime)> = None;
    let mut update: Option<(usize, PrintedTime)> = None;
    for at in range {
        let line = &lines[at];
        if line.words > 26 || (line.running && line.words > 14) {
            continue;
        }
        let mut from = 0;
        while let Some(found) = line
            .text
            .get(from..)
            .and_then(|rest| dates::find(rest, hints))
        {
            let label = &line.text[from..from + found.start];
            let rest = words::count(label) + words::count(&line.text[from + found.end..]);
            from += found.end;
            let precise = found.time.iso.len() > 7;
            if rest > 9 || line.text.contains('©') || (!precise && (rest > 1 || line.cue.is_some()))
            {
                continue;
            }
            if is_update(label) {
                update.get_or_insert((at, found.time));
                continue;
            }
            let distance = i64::try_from(at.abs_diff(first_text)).unwrap_or(i64::MAX);
            let labelled = line.cue.is_some() || byline::starts_with_by(&line.text);
            let timed = found.time.iso.len() > 10;
            let score = i64::from(labelled) * 4 + i64::from(timed) * 3 + i64::from(precise) * 6
                - distance
                - i64::from(at > first_text) * 4;
            if best.as_ref().is_none_or(|(most, ..)| score > *most) {
                best = Some((score, at, found.time));
            }
        }
    }
    if let Some((_, at, time)) = best {
        head.published = Some((at, time));
        head.updated = update;
    } else if let Some((at, time)) = update {
        // A page that prints one date only, even as an update, means that one.
        head.published = Some((at, time));
    }
}

fn read_byline(lines: &[Line], range: Range<usize>, head: &mut Head) {
    for at in range.clone() {
        let line = &lines[at];
        if line.words > 20 || line.running && line.words > 12 {
            continue;
        }
        let bare = without_date(&line.text);
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

/// A headline in capitals can look like a name; one with a verb form or many words does not pass.
fn is_headline_case(text: &str) -> bool {
    words::count(text) > 5 && !text.contains([',', '&']) && !text.contains(" and ")
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

fn title(
    lines: &[Line],
    range: Range<usize>,
    first_text: usize,
    head: &Head,
    furnished: bool,
    file_name: Option<&str>,
) -> Option<usize> {
    let anchors = [
        head.byline.first().copied(),
        head.published.as_ref().map(|(at, _)| *at),
    ];
    let top = anchors
        .into_iter()
        .flatten()
        .filter(|&at| at <= first_text)
        .min()
        .unwrap_or(first_text);
    let slug = file_name.map(slug_words).unwrap_or_default();
    let story = story_words(lines, first_text);
    let mut best: Option<(i64, usize)> = None;
    for at in range.start..first_text.max(top) {
        let line = &lines[at];
        if head.byline.contains(&at)
            || head.published.as_ref().is_some_and(|(l, _)| *l == at)
            || line.cue.is_some()
        {
            continue;
        }
        let full_stop =
            line.text.ends_with(['.', '。', '।', ':', ',']) && !line.text.ends_with("...");
        if !(2..=36).contains(&line.words) || full_stop || captions::credit(&line.text).is_some() {
            continue;
        }
        let words = i64::try_from(line.words).unwrap_or(36);
        let mut score = words.min(9) * 2 - i64::from(words < 4) * 4;
        score -= i64::try_from(first_text.saturating_sub(at)).unwrap_or(99);
        score += i64::from(at < top) * 4;
        if at + 1 == top || at + 2 == top {
            score += 3;
        }
        let again = lines[..first_text]
            .iter()
            .filter(|other| other.key == line.key)
            .count();
        score += i64::from(again > 1 && words >= 4) * 5;
        // Two printings next to each other are a picture's caption and its alternative text.
        let caption = lines.get(at + 1).is_some_and(|next| next.key == line.key)
            || at > 0 && lines[at - 1].key == line.key;
        score -= i64::from(caption && at >= top) * 12;
        let shared = slug
            .iter()
            .filter(|word| line.key.split(' ').any(|w| w == word.as_str()))
            .count();
        if slug.len() >= 3 {
            score += i64::try_from(shared * 15 / slug.len()).unwrap_or(0);
        }
        score += i64::try_from(told(&line.key, &story)).unwrap_or(0);
        if !furnished {
            score += if at == 0 { 12 } else { 0 };
        }
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, at));
        }
    }
    best.map(|(_, at)| above_standfirst(lines, at, top, range.start))
}

/// Of two headline-like lines in a row right above the byline, the first is the title
/// and the second its standfirst; of three or more, the last is the title.
fn above_standfirst(lines: &[Line], at: usize, top: usize, from: usize) -> usize {
    let like = |at: usize| {
        let line = &lines[at];
        line.words >= 4
            && line.cue.is_none()
            && !line.text.ends_with(['.', '。', ':'])
            && captions::credit(&line.text).is_none()
    };
    let second = at > from && at + 1 == top && like(at - 1) && lines[at].key != lines[at - 1].key;
    let third = second && at - 1 > from && like(at - 2);
    if second && !third && lines[at].words * 2 >= lines[at - 1].words {
        at - 1
    } else {
        at
    }
}

/// Words of the text's beginning, among which a headline's words come again.
fn story_words(lines: &[Line], first_text: usize) -> HashSet<&str> {
    let running = lines[first_text..].iter().filter(|line| line.running);
    running
        .take(STORY_PARAGRAPHS)
        .flat_map(|line| line.key.split(' '))
        .filter(|word| word.chars().count() > 3)
        .collect()
}

/// How much of a headline the text tells, from 0 to [`TOLD`].
fn told(key: &str, story: &HashSet<&str>) -> usize {
    let spoken: Vec<&str> = key
        .split(' ')
        .filter(|word| word.chars().count() > 3)
        .collect();
    let again = spoken.iter().filter(|word| story.contains(*word)).count();
    (again * TOLD).checked_div(spoken.len()).unwrap_or(0)
}

fn slug_words(file_name: &str) -> Vec<String> {
    let stem = file_name
        .rsplit_once('.')
        .map_or(file_name, |(stem, _)| stem);
    let key = words::same_key(&stem.replace('_', " "));
    key.split(' ')
        .filter(|w| w.chars().count() > 2 && !w.chars().all(char::is_numeric))
        .map(str::to_owned)
        .collect()
}

/// The sentence between the title and the byline or dateline, or a label-like one before the text.
fn standfirst(lines: &[Line], first_text: usize, head: &Head) -> Option<usize> {
    let title = head.title?;
    let anchors = [
        head.byline.first().copied(),
        head.published.as_ref().map(|(at, _)| *at),
    ];
    let anchor = anchors.into_iter().flatten().filter(|&at| at > title).min();
    let end = anchor.unwrap_or(first_text).min(title + 4);
    (title + 1..end).find(|&at| {
        let line = &lines[at];
        let own = line.cue.is_none() && !head.holds(at) && (6..=60).contains(&line.words);
        own && line.key != lines[title].key
            && captions::credit(&line.text).is_none()
            && lines.get(at + 1).is_none_or(|next| next.key != line.key)
            // Without a byline under it, a full sentence is the text's own beginning.
            && (anchor.is_some() || !words::ends_sentence(&line.text))
    })
}
