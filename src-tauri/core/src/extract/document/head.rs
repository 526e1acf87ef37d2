//! The lines above a document's text: title, standfirst, byline, date.

use std::ops::Range;

use super::lines::Line;
use crate::domain::{Facts, LineStyle, PrintedTime};
use crate::extract::dates::{self, DateHints};
use crate::extract::{byline, captions, outlet, words};

/// How many lines above the text are searched.
const ZONE: usize = 25;
/// Lines below the first sentence in which a date or byline may still stand.
const BELOW: usize = 2;

/// What was found above the text, as positions among the lines.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// More than one where the title is printed in several lines.
    pub title: Vec<usize>,
    /// The title is styled as one, or stands over a byline or date.
    pub title_certain: bool,
    pub standfirst: Option<usize>,
    pub byline: Option<usize>,
    pub people: Vec<String>,
    /// The byline says "by", so that it outweighs what the file declares.
    pub says_by: bool,
    pub published: Option<(usize, PrintedTime)>,
    pub updated: Option<(usize, PrintedTime)>,
}

/// Reads the head of a document.
pub(super) fn read(lines: &[Line], facts: &Facts, hints: &DateHints) -> Head {
    let mut head = Head::default();
    let zone = zone(lines);
    let below = zone.start..(zone.end + 1 + BELOW).min(lines.len());
    styled_title(lines, &zone, facts, &mut head);
    read_dates(lines, below.clone(), hints, &mut head);
    read_byline(lines, below, facts, hints, &mut head);
    if head.title.is_empty() {
        plain_title(lines, &zone, &mut head);
    }
    if head.published.is_none() && facts.published.is_none() {
        running_head_date(lines, hints, &mut head);
    }
    head.standfirst = standfirst(lines, &zone, facts, &head);
    head
}

/// The lines above the first sentence.
fn zone(lines: &[Line]) -> Range<usize> {
    let end = lines
        .iter()
        .position(Line::starts_text)
        .unwrap_or(lines.len());
    let start = lines.iter().position(Line::is_text).unwrap_or(0);
    start.min(end)..end.min(start + ZONE)
}

/// A title by its style, by the file's own word for it, or by being the first heading.
fn styled_title(lines: &[Line], zone: &Range<usize>, facts: &Facts, head: &mut Head) {
    let of_style = |style: LineStyle| {
        zone.clone()
            .find(|&at| lines[at].style == style && lines[at].words > 0)
    };
    if let Some(first) = of_style(LineStyle::Title) {
        head.title = (first..zone.end)
            .take_while(|&at| lines[at].style == LineStyle::Title)
            .collect();
        head.title_certain = true;
        return;
    }
    let declared = facts
        .title
        .as_deref()
        .map(|title| words::same_key(outlet::without_site(title, facts.outlet.as_deref())));
    let printed = declared.filter(|key| !key.is_empty()).and_then(|key| {
        zone.clone()
            .find(|&at| lines[at].is_text() && lines[at].key == key)
    });
    if let Some(at) = printed.or_else(|| of_style(LineStyle::Heading)) {
        head.title = vec![at];
        head.title_certain = true;
    }
}

/// A headline in a document without styles: the first short line over the text.
fn plain_title(lines: &[Line], zone: &Range<usize>, head: &mut Head) {
    let anchors = [head.byline, head.published.as_ref().map(|(at, _)| *at)];
    let anchor = anchors.into_iter().flatten().min();
    let end = anchor.unwrap_or(zone.end).min(zone.end);
    let found = (zone.start..end).find(|&at| {
        let line = &lines[at];
        let stops = line.text.ends_with(['.', '。', '।', ':', ',', '，', ';'])
            && !line.text.ends_with("...");
        line.style == LineStyle::Paragraph
            && line.cue.is_none()
            && (2..=36).contains(&line.words)
            && !stops
            && captions::credit(line.text).is_none()
            && outlet::of_name(line.text).is_none()
    });
    let Some(at) = found else { return };
    // What the text runs on from, as in a letter or a list, is no headline.
    let leads = lines
        .get(at + 1)
        .is_some_and(|next| next.running || anchor.is_some());
    if leads {
        head.title = vec![at];
        head.title_certain = anchor.is_some();
    }
}

/// Labels that say that a date is the one of a later change.
#[rustfmt::skip]
const UPDATED: &[&str] = &[
    "updated", "modified", "last edited", "revised", "mis à jour", "modifié", "aktualisiert", "actualizado", "atualizado", "aggiornato",
    "обновлено", "изменено", "оновлено", "تحديث", "güncelleme", "更新", "수정", "bijgewerkt", "uppdaterad", "opdateret", "aktualizacja",
    "עודכן", "به‌روز", "अपडेट",
];

fn is_update(label: &str) -> bool {
    let lower = label.to_lowercase();
    UPDATED.iter().any(|word| lower.contains(word))
}

fn read_dates(lines: &[Line], zone: Range<usize>, hints: &DateHints, head: &mut Head) {
    let mut best: Option<(i32, usize, PrintedTime)> = None;
    let mut update: Option<(usize, PrintedTime)> = None;
    for at in zone {
        let line = &lines[at];
        let styled = matches!(line.style, LineStyle::Caption | LineStyle::TableRow);
        if head.title.contains(&at) || styled || !line.is_text() {
            continue;
        }
        let mut from = 0;
        while let Some(rest) = line.text.get(from..)
            && let Some(found) = dates::find(rest, hints)
            && found.end > 0
        {
            let label = rest.get(..found.start).unwrap_or_default();
            let after = rest.get(found.end..).unwrap_or_default();
            let others = words::count(label) + words::count(after);
            from += found.end;
            let precise = found.time.iso.len() > 7;
            // A date inside a sentence is one that the text tells of.
            if others > 9 || line.running && others > 6 || line.text.contains('©') {
                continue;
            }
            if !precise && others > 1 {
                continue;
            }
            if is_update(label) {
                update.get_or_insert((at, found.time));
                continue;
            }
            let timed = found.time.iso.len() > 10;
            let score = i32::from(timed) * 2 + i32::from(precise) * 4 + i32::from(others <= 3);
            if best.as_ref().is_none_or(|(most, ..)| score > *most) {
                best = Some((score, at, found.time));
            }
        }
    }
    match (best, update) {
        (Some((_, at, time)), update) => {
            head.published = Some((at, time));
            head.updated = update;
        }
        // A text that prints one date only, even as an update, means that one.
        (None, update) => head.published = update,
    }
}

/// The date in a newspaper's running head. A date in figures there is the day of printing.
fn running_head_date(lines: &[Line], hints: &DateHints, head: &mut Head) {
    head.published = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.style == LineStyle::Furniture && line.words <= 16)
        .take(ZONE)
        .find_map(|(at, line)| {
            let found = dates::find(line.text, hints)?;
            let printed = line.text.get(found.start..found.end)?;
            let named = printed.chars().any(char::is_alphabetic);
            (named && found.time.iso.len() >= 10).then_some((at, found.time))
        });
}

fn read_byline(
    lines: &[Line],
    zone: Range<usize>,
    facts: &Facts,
    hints: &DateHints,
    head: &mut Head,
) {
    let declared: Vec<String> = facts
        .byline
        .iter()
        .map(|name| words::same_key(name))
        .collect();
    let all = declared.join(" ");
    for at in zone.clone() {
        let line = &lines[at];
        if head.title.contains(&at) || !line.is_text() || line.words > 20 {
            continue;
        }
        let bare = without_date(line.text, hints);
        if byline::starts_with_by(&bare) && !(line.running && line.words > 12) {
            let people = byline::people(&bare);
            if !people.is_empty() {
                head.byline = Some(at);
                head.people = people;
                head.says_by = true;
                return;
            }
        }
        let key = words::same_key(&bare);
        if !key.is_empty() && (declared.contains(&key) || key == all) {
            head.byline = Some(at);
            return;
        }
    }
    let Some(dateline) = head.published.as_ref().map(|(at, _)| *at) else {
        return;
    };
    let near = [Some(dateline), dateline.checked_sub(1), Some(dateline + 1)];
    for at in near.into_iter().flatten().filter(|at| zone.contains(at)) {
        let line = &lines[at];
        let bare = without_date(line.text, hints);
        let few = (1..=12).contains(&words::count(&bare));
        if head.title.contains(&at) || !few || line.cue.is_some() && at != dateline {
            continue;
        }
        // The first line of all, unstyled, is a headline before it is a name.
        if at != dateline && head.title.is_empty() && at == zone.start {
            continue;
        }
        let people = byline::people(&bare);
        if !people.is_empty() && words::count(&people.join(" ")) + 4 >= words::count(&bare) {
            head.byline = Some(at);
            head.people = people;
            return;
        }
    }
}

/// The line without the date that it carries and without separators at its ends.
fn without_date(text: &str, hints: &DateHints) -> String {
    let Some(found) = dates::find(text, hints) else {
        return text.to_owned();
    };
    let before = text.get(..found.start).unwrap_or_default();
    let after = text.get(found.end..).unwrap_or_default();
    format!("{before} | {after}")
        .trim_matches(|c: char| c.is_whitespace() || "|-–—,·•:".contains(c))
        .to_owned()
}

/// A subtitle by its style, the file's own word for it, or the sentence over the byline.
fn standfirst(lines: &[Line], zone: &Range<usize>, facts: &Facts, head: &Head) -> Option<usize> {
    let title = *head.title.last()?;
    let free = |at: usize| {
        let line = &lines[at];
        line.is_text()
            && head.byline != Some(at)
            && head.published.as_ref().is_none_or(|(date, _)| *date != at)
            && !head.title.contains(&at)
            && line.key != lines[title].key
            && captions::credit(line.text).is_none()
    };
    let below = title + 1..(zone.end + 1).min(lines.len());
    let styled = below
        .clone()
        .find(|&at| lines[at].style == LineStyle::Subtitle && lines[at].words >= 4 && free(at));
    if styled.is_some() {
        return styled;
    }
    if let Some(key) = facts.standfirst.as_deref().map(words::same_key)
        && let Some(at) = below.clone().find(|&at| lines[at].key == key && free(at))
    {
        return Some(at);
    }
    let anchors = [head.byline, head.published.as_ref().map(|(at, _)| *at)];
    let anchor = anchors
        .into_iter()
        .flatten()
        .filter(|&at| at > title)
        .min()?;
    (title + 1..anchor.min(title + 4)).find(|&at| {
        let line = &lines[at];
        matches!(line.style, LineStyle::Paragraph | LineStyle::Heading)
            && line.cue.is_none()
            && (6..=60).contains(&line.words)
            && free(at)
    })
}
