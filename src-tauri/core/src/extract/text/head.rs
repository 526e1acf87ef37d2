//! Title, standfirst, byline and dateline above the running text.

use std::ops::Range;

use foldhash::HashSet;

use super::body::Body;
use super::lines::Line;
use super::{credits, datelines};
use crate::domain::PrintedTime;
use crate::extract::dates::DateHints;
use crate::extract::{captions, words};

/// How many lines above the text are searched.
const ZONE: usize = 25;

/// Lines among which the text's first sentence stands.
const AMID: usize = 8;

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
    body: &Body,
    furnished: bool,
    slug: &HashSet<String>,
    hints: &DateHints,
) -> Head {
    let mut head = Head::default();
    let first_text = first_text(lines, body);
    let from = first_text.saturating_sub(ZONE);
    let to = (first_text + 3).min(lines.len());
    datelines::read(lines, from..to, first_text, hints, &mut head);
    if head.published.is_none() && furnished {
        datelines::read(
            lines,
            first_text.saturating_sub(ZONE * 3)..from,
            first_text,
            hints,
            &mut head,
        );
        if head.published.is_none() {
            let tail = body.range.end..(body.range.end + 6).min(lines.len());
            datelines::read(lines, tail, first_text, hints, &mut head);
        }
    }
    credits::read(lines, from..to, &mut head);
    head.title = title(lines, from..to, first_text, &head, furnished, slug);
    if head.people.is_empty() {
        credits::name_under_title(lines, first_text, furnished, &mut head);
    }
    if head.people.is_empty() && furnished {
        credits::at_foot(lines, body.range.end, &mut head);
    }
    head.standfirst = standfirst(lines, first_text, &head);
    head
}

/// The first sentence of the text: amid kept lines, not a stray one above them.
fn first_text(lines: &[Line], body: &Body) -> usize {
    let amid = |at: usize| {
        let near = at..(at + AMID).min(lines.len());
        let all: usize = lines[near.clone()].iter().map(|line| line.words).sum();
        let kept = near.filter(|&other| body.kept[other]);
        kept.map(|other| lines[other].words).sum::<usize>() * 2 >= all
    };
    (0..body.range.end)
        .find(|&at| body.kept[at] && lines[at].running && amid(at))
        .unwrap_or(body.range.start)
}

fn title(
    lines: &[Line],
    range: Range<usize>,
    first_text: usize,
    head: &Head,
    furnished: bool,
    slug: &HashSet<String>,
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
    let story = story_words(lines, first_text);
    let mut best: Option<(i64, usize)> = None;
    for at in 0..first_text.max(top) {
        let line = &lines[at];
        // A page's menu can stand between its title and its text; the address knows the title.
        let shared = spelt(slug, line);
        if at < range.start && shared < FAR {
            continue;
        }
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
        score -= i64::try_from(first_text.saturating_sub(at).min(ZONE)).unwrap_or(99);
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
        score += i64::try_from(shared * SPELT / 100).unwrap_or(0);
        score -= i64::from(is_path(&line.text) || is_entrance(&line.key)) * 12;
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

/// Weight of a headline that the address spells in full.
const SPELT: usize = 18;

/// Percent of the address's words with which a line far above the text can be its headline.
const FAR: usize = 60;

/// Percent of the words of the address or the file's name that the line has.
fn spelt(slug: &HashSet<String>, line: &Line) -> usize {
    let shared = slug
        .iter()
        .filter(|word| line.key.split(' ').any(|w| w == word.as_str()))
        .count();
    if slug.len() >= 3 {
        (shared * 100).checked_div(slug.len()).unwrap_or(0)
    } else {
        0
    }
}

/// The way to the page: `Home » World » Talks resume`, or a row of sections.
fn is_path(text: &str) -> bool {
    let steps = |mark: &str| text.matches(mark).count();
    text.contains(['»', '›'])
        || steps(" > ") >= 1
        || steps(" / ") >= 1
            && ["Home", "Blog", "News"]
                .iter()
                .any(|top| text.starts_with(top))
        || steps(" / ") >= 2
        || steps("•") >= 2
        || steps(", ") >= 6
}

/// The way in for customers.
fn is_entrance(key: &str) -> bool {
    ["sign in", "log in", "sign up", "request a demo"]
        .iter()
        .any(|words| key.contains(words))
}

/// Of two headline-like lines in a row right above the byline, the first is the title
/// and the second its standfirst; of three or more, the last is the title.
fn above_standfirst(lines: &[Line], at: usize, top: usize, from: usize) -> usize {
    let like = |at: usize| {
        let line = &lines[at];
        line.words >= 4
            && line.cue.is_none()
            && !is_path(&line.text)
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
