//! The dates that a page prints, and what they add to those that its data gives.

use super::containers::Role;
use super::page::PageBlock;
use super::visible::line;
use crate::domain::{Field, Origin, PrintedTime, RemovalReason};
use crate::extract::date_labels::{says_publication, says_update};
use crate::extract::dates::{self, DateHints};
use crate::extract::provenance::Fields;
use crate::extract::{byline, words};

/// A date in print, and whether it is the one of a change.
pub(super) struct Printed {
    time: PrintedTime,
    at: usize,
    update: bool,
    /// Stands by the headline.
    near: bool,
}

/// Words beside a date in a line that is about it.
const BESIDE: usize = 9;
/// Words before a date that are a label, where they do not say what it is of.
const LABEL: usize = 4;
/// Words of a line that a relative date is taken from.
const LONE: usize = 8;
/// Blocks after the body in which a page can print its date.
const BELOW: usize = 6;

/// The date that a page prints of itself: near its headline, else where an element's name
/// or a label says so, right under the text, or in the dateline of the report.
pub(super) fn find(
    blocks: &[PageBlock],
    zone: std::ops::Range<usize>,
    body: std::ops::Range<usize>,
    hints: &DateHints,
    month: Option<&str>,
) -> Option<Printed> {
    if let Some(month) = month {
        // An address that carries the month tells the page's date from others.
        let all = 0..blocks.len();
        return best_of(blocks, all, hints, |_, _, time| time.iso.starts_with(month));
    }
    best_of(blocks, zone, hints, |_, _, _| true)
        .map(|printed| Printed {
            near: true,
            ..printed
        })
        .or_else(|| {
            best_of(blocks, 0..blocks.len(), hints, |block, label, _| {
                block.role == Some(Role::Dateline) || says_publication(label)
            })
        })
        .or_else(|| {
            let below = body.end..(body.end + BELOW).min(blocks.len());
            best_of(blocks, below, hints, |_, _, _| true)
        })
        .or_else(|| dateline(blocks, body, hints))
}

/// The best date of the lines in `range` that pass `fits`.
fn best_of(
    blocks: &[PageBlock],
    range: std::ops::Range<usize>,
    hints: &DateHints,
    fits: impl Fn(&PageBlock, &str, &PrintedTime) -> bool,
) -> Option<Printed> {
    let mut best: Option<(i32, Printed)> = None;
    let mut changed: Vec<String> = Vec::new();
    // What stands in the page's own head is today's date, unless the headline is there too.
    let headed = |block: &PageBlock| block.furniture == Some(RemovalReason::Navigation);
    let title_there = blocks.iter().any(|block| block.level == 1 && headed(block));
    for at in range.clone() {
        let block = &blocks[at];
        if block.hidden || block.level == 1 || block.words > 24 || block.running && block.words > 12
        {
            continue;
        }
        let of_article = title_there || block.role == Some(Role::Dateline) || !headed(block);
        if !of_article {
            continue;
        }
        if matches!(
            block.container,
            Some(RemovalReason::Comments | RemovalReason::Related)
        ) {
            continue;
        }
        // A headline can speak of "yesterday"; a line that dates the page says little more.
        let lone = block.level == 0 && (block.words <= LONE || block.role == Some(Role::Dateline));
        let relative = || {
            lone.then(|| dates::find_relative(&block.text, hints))
                .flatten()
        };
        let Some(found) = dates::find(&block.text, hints).or_else(relative) else {
            continue;
        };
        let (label, rest) = (&block.text[..found.start], &block.text[found.end..]);
        if !is_about_the_page(block, &found.time, label, rest) || !fits(block, label, &found.time) {
            continue;
        }
        let update = says_update(label_of(blocks, at, label));
        if update && let Some(day) = found.time.iso.get(..10) {
            changed.push(day.to_owned());
        }
        let score = i32::from(block.role == Some(Role::Dateline)) * 2
            + i32::from(!update) * 3
            + i32::from(found.time.iso.len() > 10)
            + i32::from(found.time.iso.len() >= 10) * 4
            - i32::from(block.links > 0.8);
        if best.as_ref().is_none_or(|(most, _)| score > *most) {
            let printed = Printed {
                time: found.time,
                at,
                update,
                near: false,
            };
            best = Some((score, printed));
        }
    }
    let mut printed = best?.1;
    // The same day can stand on the page again, without its label.
    let day = printed.time.iso.get(..10);
    printed.update |= changed.iter().any(|change| Some(change.as_str()) == day);
    Some(printed)
}

/// The label of a date: what stands before it in its line, else the few words of the line
/// above.
fn label_of<'b>(blocks: &'b [PageBlock], at: usize, label: &'b str) -> &'b str {
    let above = at.checked_sub(1).map(|above| &blocks[above]);
    match above {
        Some(above) if words::count(label) == 0 && above.words <= 3 => &above.text,
        _ => label,
    }
}

/// False for a line that is about something else: a story of a list, an event, a notice.
fn is_about_the_page(block: &PageBlock, time: &PrintedTime, label: &str, rest: &str) -> bool {
    let (before, after) = (words::count(label), words::count(rest));
    let said = says_update(label) || says_publication(label) || byline::starts_with_by(label);
    // The same day in another calendar is no label.
    let spoken = label
        .split_whitespace()
        .filter(|word| !word.chars().any(char::is_numeric))
        .count();
    let story = block.links > 0.8 && after >= 3 || spoken > LABEL && !said;
    let vague = time.iso.len() < 10 && (time.iso.len() < 7 || before + after > 2);
    before + after <= BESIDE
        && !story
        && !vague
        && !is_copyright(&block.text)
        && !words::cue_key(label).ends_with("as of")
}

fn is_copyright(text: &str) -> bool {
    text.contains(['©', 'ⓒ', '℗']) || text.to_lowercase().contains("copyright")
}

/// `NEW YORK, May 10, 2022 /PRNewswire/ --` at the beginning of the text.
fn dateline(
    blocks: &[PageBlock],
    body: std::ops::Range<usize>,
    hints: &DateHints,
) -> Option<Printed> {
    let at = body.into_iter().find(|&at| blocks[at].running)?;
    let text = &blocks[at].text;
    let start = &text[..text.floor_char_boundary(120)];
    let found = dates::find(start, hints).filter(|found| found.time.iso.len() >= 10)?;
    let after = start[found.end..].trim_start_matches([')', '.', ' ', ',']);
    let marked = after.starts_with(['—', '–', '-', '/', '(', '|']);
    (marked && words::count(&start[..found.start]) <= 8).then_some(Printed {
        time: found.time,
        at,
        update: false,
        near: false,
    })
}

/// What a date in print adds to what the page's data says.
pub(super) fn add(printed: &Printed, scripted: bool, fields: &mut Fields) {
    let Printed {
        time, at, update, ..
    } = printed;
    let origin = Origin::Line { line: line(*at) };
    let day = |time: &PrintedTime| time.iso.get(..10).map(str::to_owned);
    let updated = fields.time(Field::Updated);
    let published = fields.time(Field::Published);
    let of_change = updated
        .as_ref()
        .is_some_and(|updated| day(updated) == day(time));
    if *update || (of_change && published.is_none()) {
        fields.offer_time(Field::Updated, time, origin.clone());
        // A page that prints one date only means that one. Where its scripts are missing,
        // so is the data that may say more.
        if published.is_none() && scripted {
            fields.offer_time(Field::Published, time, origin);
        }
        return;
    }
    // A month out of an address is less than a day in print; and where the data gives one
    // day for both, it is the day of the last change.
    let vague = published.as_ref().is_some_and(|p| p.iso.len() < 10);
    let both = published.is_some()
        && published.as_ref().and_then(day) == updated.as_ref().and_then(day)
        && published
            .as_ref()
            .is_some_and(|p| time.sort_key() < p.sort_key());
    if vague || both {
        fields.replace_time(Field::Published, time, origin);
    } else {
        fields.offer_time(Field::Published, time, origin);
    }
}

/// Days between what an article declares as its first day and what it shows above its text
/// after which it is another text.
const ANOTHER_TEXT: i64 = 365;

/// True for an article that was first published more than a year before the date above its
/// text: a guide that is kept up to date.
pub(super) fn is_rewritten(printed: &Printed, fields: &Fields) -> bool {
    let Some(best) = fields.best(Field::Published) else {
        return false;
    };
    let declared = !matches!(best.origin, Origin::Line { .. } | Origin::Element { .. });
    let days = |time: &PrintedTime| time.sort_key().map(|key| key / (24 * 3_600_000));
    let published = fields.time(Field::Published);
    let known = printed.time.iso.len() >= 10 && best.value.len() >= 10;
    let apart = published
        .and_then(|published| Some(days(&printed.time)? - days(&published)?))
        .is_some_and(|apart| apart > ANOTHER_TEXT);
    let changed = fields
        .candidates(Field::Updated)
        .iter()
        .any(|change| change.value.get(..10) == printed.time.iso.get(..10));
    printed.near && declared && known && apart && (printed.update || changed)
}

/// The day on which a rewritten article was published: the one above its text, where the
/// page does not call it an update. Else none: neither is the day of the text as it stands.
pub(super) fn published_anew(printed: &Printed, fields: &mut Fields) -> Option<PrintedTime> {
    if printed.update {
        return None;
    }
    let origin = Origin::Line {
        line: line(printed.at),
    };
    fields.replace_time(Field::Published, &printed.time, origin);
    fields.time(Field::Published)
}

/// Words that a note on an article's own history begins with, and those that say "published".
#[rustfmt::skip]
const THIS: &[&str] = &["this", "originally", "first published", "article", "dieser", "dieses", "cet article", "este artículo", "este artigo", "questo articolo", "эта статья", "dit artikel"];
#[rustfmt::skip]
const APPEARED: &[&str] = &["published", "posted", "appeared", "veröffentlicht", "erschienen", "publié", "paru", "publicado", "pubblicato", "опубликована", "gepubliceerd"];

/// Longest note on an article's own history, in words.
const NOTE: usize = 45;

/// "This article was originally published on 26 September 2019 and has been updated since."
pub(super) fn first_published(
    blocks: &[PageBlock],
    hints: &DateHints,
) -> Option<(PrintedTime, Origin)> {
    blocks.iter().enumerate().find_map(|(at, block)| {
        let own = !block.hidden && block.words <= NOTE && block.container.is_none();
        if !own || !THIS.iter().any(|word| block.key.starts_with(word)) {
            return None;
        }
        let found = dates::find(&block.text, hints).filter(|found| found.time.iso.len() >= 10)?;
        let before: Vec<String> = block.text[..found.start]
            .split_whitespace()
            .map(words::cue_key)
            .collect();
        let near = &before[before.len().saturating_sub(4)..];
        let said = near.iter().any(|word| APPEARED.contains(&word.as_str()));
        said.then_some((found.time, Origin::Line { line: line(at) }))
    })
}

/// Puts the day that a note gives for the first publication before one that only stands on
/// the page.
pub(super) fn add_first(first: &PrintedTime, origin: Origin, fields: &mut Fields) {
    let weak = fields
        .best(Field::Published)
        .is_none_or(|best| matches!(best.origin, Origin::Line { .. } | Origin::Element { .. }));
    if weak {
        fields.replace_time(Field::Published, first, origin);
    } else {
        fields.offer_time(Field::Published, first, origin);
    }
}
