//! What readers see around the headline: standfirst, byline and date, where the page's
//! data says nothing of them, and which blocks print them.

use super::containers::Role;
use super::filter::Verdict;
use super::page::PageBlock;
use crate::domain::{Field, Origin, PrintedTime, RemovalReason};
use crate::extract::dates::{self, DateHints};
use crate::extract::provenance::Fields;
use crate::extract::{byline, captions, words};

/// Blocks before the title and after the first paragraph that are looked at.
const BEFORE: usize = 6;
const AFTER: usize = 3;

/// The zone around the headline: from a little above it to the first paragraphs.
pub(super) fn zone(blocks: &[PageBlock], verdicts: &[Verdict]) -> std::ops::Range<usize> {
    let title = verdicts.iter().position(|v| *v == Verdict::Title);
    let body = verdicts
        .iter()
        .enumerate()
        .position(|(at, v)| matches!(v, Verdict::Body(_)) && blocks[at].running);
    let start = title.or(body).unwrap_or(0);
    let end = body.unwrap_or(start).max(start);
    start.saturating_sub(BEFORE)..(end + AFTER).min(blocks.len())
}

/// From the first block of the body to the last.
pub(super) fn body(verdicts: &[Verdict]) -> std::ops::Range<usize> {
    let is_body = |verdict: &Verdict| matches!(verdict, Verdict::Body(_));
    match (
        verdicts.iter().position(is_body),
        verdicts.iter().rposition(is_body),
    ) {
        (Some(first), Some(last)) => first..last + 1,
        _ => 0..0,
    }
}

pub(super) fn line(at: usize) -> u32 {
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

/// Finds a standfirst that the page marks by an element's name or by a heading under the title.
pub(super) fn standfirst(blocks: &[PageBlock], verdicts: &mut [Verdict], fields: &mut Fields) {
    let Some(title) = verdicts.iter().position(|v| *v == Verdict::Title) else {
        return;
    };
    if verdicts.contains(&Verdict::Standfirst) {
        return;
    }
    let body = verdicts.iter().enumerate().position(|(at, v)| {
        matches!(v, Verdict::Body(_))
            && blocks[at].running
            && blocks[at].role != Some(Role::Standfirst)
    });
    let end = body.unwrap_or(blocks.len()).min(title + 12);
    let found = (title + 1..end.max(title + 1)).find(|&at| {
        let block = &blocks[at];
        let marked = block.role == Some(Role::Standfirst);
        let under = at == title + 1 && block.level == 2 && (8..=50).contains(&block.words);
        let free = matches!(verdicts[at], Verdict::Body(_) | Verdict::Removed(_, None));
        free && !block.hidden
            && (marked || under)
            && (5..=90).contains(&block.words)
            && block.cue.is_none()
            && captions::credit(&block.text).is_none()
            && block.links < 0.5
    });
    if let Some(at) = found {
        fields.offer(
            Field::Standfirst,
            &blocks[at].text,
            Origin::Line { line: line(at) },
        );
        if fields
            .best(Field::Standfirst)
            .is_some_and(|best| best.value == blocks[at].text)
        {
            verdicts[at] = Verdict::Standfirst;
        }
    }
}

/// The people named in a line that says "by", near the headline.
pub(super) fn people(
    blocks: &[PageBlock],
    zone: std::ops::Range<usize>,
) -> Option<(Vec<String>, Origin)> {
    for at in zone.clone() {
        let block = &blocks[at];
        if block.hidden || block.words > 18 || block.running && block.words > 10 {
            continue;
        }
        let bare = dates::find(&block.text, &DateHints::default())
            .map_or(block.text.as_str(), |found| &block.text[..found.start]);
        let key = words::cue_key(bare);
        if matches!(
            key.as_str(),
            "by" | "written by" | "author" | "von" | "par" | "por" | "автор"
        ) {
            let names = blocks
                .get(at + 1)
                .map(|next| byline::people(&next.text))
                .unwrap_or_default();
            if !names.is_empty() {
                return Some((names, Origin::Line { line: line(at + 1) }));
            }
        }
        if byline::starts_with_by(bare) || block.role == Some(Role::Byline) {
            let names = byline::people(bare);
            if !names.is_empty() {
                return Some((names, Origin::Line { line: line(at) }));
            }
        }
    }
    let dated = |at: usize| {
        let block = &blocks[at];
        block.words <= 16 && dates::find(&block.text, &DateHints::default()).is_some()
    };
    (zone.start..zone.end).find_map(|at| {
        let block = &blocks[at];
        let beside = (at > zone.start && dated(at - 1)) || (at + 1 < zone.end && dated(at + 1));
        let name = !block.hidden && block.level == 0 && byline::looks_like_name(&block.text);
        (name && beside && block.cue.is_none())
            .then(|| (vec![block.text.clone()], Origin::Line { line: line(at) }))
    })
}

/// Marks the blocks that print the byline and the date, where they stand outside the body.
pub(super) fn mark(
    blocks: &[PageBlock],
    verdicts: &mut [Verdict],
    zone: std::ops::Range<usize>,
    people: &[String],
    published: Option<&PrintedTime>,
) {
    let keys: Vec<String> = people.iter().map(|p| words::same_key(p)).collect();
    let mut dated = verdicts.contains(&Verdict::Published);
    for at in zone {
        let block = &blocks[at];
        if block.hidden
            || block.words > 20
            || !matches!(verdicts[at], Verdict::Removed(reason, None) if reason != RemovalReason::Related)
        {
            continue;
        }
        if !dated
            && let Some(time) = published
            && let Some(found) = dates::find(&block.text, &DateHints::default())
            && found.time.iso.get(..10) == time.iso.get(..10)
        {
            verdicts[at] = Verdict::Published;
            dated = true;
        } else if keys
            .iter()
            .any(|key| !key.is_empty() && block.key.contains(key.as_str()))
        {
            verdicts[at] = Verdict::Byline;
        }
    }
}
