//! Taking back what a step put into a text that was written on since.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::changed_middle;

/// Bytes before a place that are compared to tell it from others with the same words.
const CONTEXT: usize = 200;
/// Bytes before a place that have to be the same where the same words stood in the text already,
/// and bytes of a line that is not a person's own without them.
const CONVINCING: usize = 40;

/// How what was put in is known in a text that was written on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum KnownBy {
    /// By its words, with those before them.
    #[default]
    Words,
    /// By an id in it that nothing else has, wherever it stands.
    Id,
    /// By its place alone: what is around it is unchanged on one side.
    Place,
}

/// What a step put in the place of a part of a text.
pub(crate) struct Replaced<'a> {
    /// The text before the step.
    pub before: &'a str,
    /// Bytes of it that were replaced. Where there are no words in them, paragraphs were added.
    pub range: Range<usize>,
    pub put: &'a str,
    pub known: KnownBy,
    /// What other steps put into the same text: what stands in that is theirs.
    pub others: &'a [String],
}

/// The text as it is `now`, with what was put into it replaced by `words`. `None` when that
/// does not stand in it unchanged any more, or what stands in it may be a person's own.
pub(crate) fn taken_back(step: &Replaced<'_>, words: &str, now: &str) -> Option<String> {
    let head = step.before.get(..step.range.start)?;
    let tail = step.before.get(step.range.end..)?;
    let adds = step.before.get(step.range.clone())?.trim().is_empty();
    let put = step.put.trim();
    let added = adds && !put.is_empty();
    if let Some(text) = at_its_place((head, step.put, tail), words, now, added)
        && (step.known != KnownBy::Place || is_apart(step.put, (head, tail), now))
    {
        return Some(text);
    }
    if step.known == KnownBy::Place {
        return None;
    }
    if put.is_empty() {
        return Some(now.to_owned());
    }
    let at = found(step, head, put, now, adds)?;
    let (left, right) = (&now[..at], &now[at + put.len()..]);
    if !adds {
        return Some([left, words, right].concat());
    }
    let (before, behind) = (left, right);
    let (left, right) = (left.trim_end(), right.trim_start_matches(['\n', '\r']));
    let put_apart = [&head[head.trim_end().len()..], leading(step.put)].concat();
    let around = [
        &before[left.len()..],
        &behind[..behind.len() - right.len()],
        put_apart.as_str(),
    ];
    // A list that goes on around an item of it stays one.
    let in_lines = around.iter().all(|gap| gap.matches('\n').count() == 1);
    let gap = if in_lines { "\n" } else { "\n\n" };
    Some(match (left.is_empty(), right.trim().is_empty()) {
        // Blanks that what was written since stands behind are there still.
        (_, true) if left.starts_with(step.before) => left.to_owned(),
        (_, true) => [left, words].concat(),
        (true, false) => right.to_owned(),
        (false, false) => [left, gap, right].concat(),
    })
}

/// The blanks that a text begins with.
fn leading(text: &str) -> &str {
    &text[..text.len() - text.trim_start().len()]
}

/// Where all that was written since stands on one side of it. Behind paragraphs that were
/// `added`, what was written keeps its distance to those before them, which is not told here.
fn at_its_place(
    (head, put, tail): (&str, &str, &str),
    words: &str,
    now: &str,
    added: bool,
) -> Option<String> {
    let since = [head, put, tail].concat();
    if since == now {
        return Some([head, words, tail].concat());
    }
    let (old, _) = changed_middle(&since, now);
    let from = old.as_ptr() as usize - since.as_ptr() as usize;
    if from + old.len() <= head.len() {
        let left = now.get(..now.len().checked_sub(put.len() + tail.len())?)?;
        return Some([left, words, tail].concat());
    }
    if from >= head.len() + put.len() && !added {
        return Some([head, words, now.get(head.len() + put.len()..)?].concat());
    }
    None
}

/// Whether what was written since is no part of the lines that were put in: it would stand in
/// those that come in their place.
fn is_apart(put: &str, (head, tail): (&str, &str), now: &str) -> bool {
    let behind = now.strip_prefix(head).and_then(|now| now.strip_prefix(put));
    let before = now.strip_suffix(tail).and_then(|now| now.strip_suffix(put));
    match (behind, before) {
        (Some(behind), _) if behind != tail => put.ends_with('\n') || behind.starts_with('\n'),
        (_, Some(before)) if before != head => put.starts_with('\n') || before.ends_with('\n'),
        _ => true,
    }
}

fn found(step: &Replaced<'_>, head: &str, put: &str, now: &str, adds: bool) -> Option<usize> {
    let others: Vec<Range<usize>> = (step.others.iter())
        .map(|other| other.trim())
        .filter(|other| other.len() > put.len() && other.contains(put))
        .flat_map(|other| places(now, other, true).map(|at| at..at + other.len()))
        .collect();
    let mut found: Vec<(usize, usize)> = places(now, put, adds)
        .filter(|at| !(others.iter()).any(|it| it.start <= *at && at + put.len() <= it.end))
        .map(|at| (alike_before(head.trim_end(), now[..at].trim_end()), at))
        .collect();
    found.sort_unstable_by(|one, other| other.cmp(one));
    let (alike, at) = *found.first()?;
    if step.known == KnownBy::Id {
        return Some(at);
    }
    let told_apart = found.get(1).is_none_or(|(next, _)| *next < alike);
    // A line as short as this is written by a person, too.
    let own = adds && put.len() < CONVINCING && !put.contains('\n')
        || places(step.before, put, adds).next().is_some();
    let convinces = match head.trim_end() {
        _ if !own => true,
        "" => now[..at].trim().is_empty(),
        head => alike >= CONVINCING.min(head.len()),
    };
    (told_apart && convinces).then_some(at)
}

/// Where `put` stands in a text; with `whole_lines`, with nothing else in its lines.
fn places<'a>(text: &'a str, put: &'a str, whole_lines: bool) -> impl Iterator<Item = usize> + 'a {
    let lines = text.match_indices('\n').map(|(at, _)| at + 1);
    let lines = whole_lines.then(|| std::iter::once(0).chain(lines));
    let in_lines = lines.into_iter().flatten().filter(move |at| {
        let rest = text[*at..].strip_prefix(put);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['\n', '\r']))
    });
    let anywhere = (!whole_lines).then(|| text.match_indices(put).map(|(at, _)| at));
    in_lines.chain(anywhere.into_iter().flatten())
}

fn alike_before(one: &str, other: &str) -> usize {
    let pairs = one.bytes().rev().zip(other.bytes().rev());
    pairs.take(CONTEXT).take_while(|(a, b)| a == b).count()
}
