//! Sorts a page's blocks: what an extractor chose is cleared of captions, related
//! links, prompts and lines about the page; everything else gets its reason.

use foldhash::{HashMap, HashMapExt};

use super::body::Choice;
use super::containers::Role;
use super::page::PageBlock;
use crate::domain::{BlockKind, RemovalReason};
use crate::extract::{captions, cues, dates, words};

/// What becomes of one block.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Verdict {
    Title,
    Standfirst,
    Byline,
    Published,
    Body(BlockKind),
    Caption(Option<String>),
    /// A credit that belongs to the caption before it.
    CreditOf(usize),
    Removed(RemovalReason, Option<usize>),
    /// Not shown to readers and not part of the article.
    Unseen,
}

/// What is known of the article besides its blocks.
pub(super) struct Known<'a> {
    pub title: &'a str,
    pub standfirst: Option<&'a str>,
    pub people: &'a [String],
}

/// Blocks at the top and bottom of the body where bylines and prompts stand.
const TOP: usize = 6;
const BOTTOM: usize = 4;

pub(super) fn sort(blocks: &[PageBlock], choice: &Choice, known: &Known) -> Vec<Verdict> {
    let mut verdicts: Vec<Verdict> = blocks
        .iter()
        .zip(&choice.chosen)
        .map(|(block, &chosen)| {
            if chosen {
                Verdict::Body(block.kind)
            } else {
                outside(block)
            }
        })
        .collect();
    fields(blocks, known, &mut verdicts);
    let body: Vec<usize> = (0..blocks.len())
        .filter(|&at| matches!(verdicts[at], Verdict::Body(_)))
        .collect();
    let (Some(&first), Some(&last)) = (body.first(), body.last()) else {
        return verdicts;
    };
    find_captions(blocks, first, last, &mut verdicts);
    for (place, &at) in body.iter().enumerate() {
        if let Verdict::Body(kind) = verdicts[at]
            && !choice.is_firm(at)
            && let Some(verdict) = inside(blocks, &body, place, kind, choice.is_sure(at), known)
        {
            verdicts[at] = verdict;
        }
    }
    let doubtful: Vec<usize> = body.into_iter().filter(|&at| !choice.is_firm(at)).collect();
    link_lists(blocks, &doubtful, &mut verdicts);
    lonely_headings(blocks, &doubtful, &mut verdicts);
    repetitions(blocks, &mut verdicts);
    verdicts
}

/// Why a block that nobody chose is not part of the article.
fn outside(block: &PageBlock) -> Verdict {
    if block.hidden {
        return Verdict::Unseen;
    }
    let reason = block.cue.or(block.container).or(block.furniture).unwrap_or(
        if block.words <= 4 || block.links > 0.8 {
            RemovalReason::Navigation
        } else {
            RemovalReason::OutsideBody
        },
    );
    Verdict::Removed(reason, None)
}

/// The blocks that print the title and the standfirst.
fn fields(blocks: &[PageBlock], known: &Known, verdicts: &mut [Verdict]) {
    let title = words::same_key(known.title);
    let standfirst = known.standfirst.map(words::same_key);
    let printed = |wanted: &str, heading: bool| {
        blocks
            .iter()
            .position(|b| !b.hidden && b.key == wanted && (!heading || b.level == 1))
            .filter(|_| !wanted.is_empty())
    };
    if let Some(at) = printed(&title, true).or_else(|| printed(&title, false)) {
        verdicts[at] = Verdict::Title;
        for (other, block) in blocks.iter().enumerate() {
            if other != at
                && block.key == title
                && !block.hidden
                && (block.words >= 4 || block.level > 0)
            {
                verdicts[other] = Verdict::Removed(RemovalReason::Repeated, Some(at));
            }
        }
    }
    if let Some(key) = standfirst
        && let Some(at) = printed(&key, false).filter(|&at| verdicts[at] != Verdict::Title)
    {
        verdicts[at] = Verdict::Standfirst;
    }
}

/// Captions between the title and the end of the body, chosen or not.
fn find_captions(blocks: &[PageBlock], first: usize, last: usize, verdicts: &mut [Verdict]) {
    let from = verdicts
        .iter()
        .position(|v| *v == Verdict::Title)
        .map_or(first, |title| title.min(first));
    let mut previous: Option<usize> = None;
    for at in from..=last {
        let block = &blocks[at];
        let chosen = matches!(verdicts[at], Verdict::Body(_));
        let own = block.figure
            || matches!(block.role, Some(Role::Caption | Role::Credit))
            || block.kind == BlockKind::Caption;
        let elsewhere = block
            .container
            .is_some_and(|reason| reason != RemovalReason::PageNote)
            || block.furniture.is_some();
        let removable = matches!(verdicts[at], Verdict::Removed(_, None))
            && own
            && !elsewhere
            && block.cue.is_none_or(|c| c == RemovalReason::PageNote);
        if !chosen && !removable
            || block.words > 90
            || block.level > 0 && !block.figure
            || block.kind == BlockKind::TableRow
        {
            continue;
        }
        // A list or a quotation may stand in a <figure>; a caption is no more than a few sentences.
        if own && (block.kind == BlockKind::Quote || block.kind == BlockKind::Code) {
            continue;
        }
        let credit =
            captions::credit(&block.text).filter(|_| own || !block.running || block.words <= 35);
        if !own && credit.is_none() {
            previous = None;
            continue;
        }
        if !own && block.kind == BlockKind::ListItem {
            continue;
        }
        let only_credit = block.role == Some(Role::Credit)
            || captions::is_labelled(&block.text) && block.words <= 8;
        match previous
            .filter(|&p| only_credit && at - p <= 2 && verdicts[p] == Verdict::Caption(None))
        {
            Some(p) => verdicts[at] = Verdict::CreditOf(p),
            None => {
                let credit = credit
                    .or_else(|| (block.role == Some(Role::Credit)).then(|| block.text.clone()));
                verdicts[at] = Verdict::Caption(credit);
                previous = Some(at);
            }
        }
    }
}

/// Why a chosen block is not part of the article after all.
fn inside(
    blocks: &[PageBlock],
    body: &[usize],
    place: usize,
    kind: BlockKind,
    sure: bool,
    known: &Known,
) -> Option<Verdict> {
    let block = &blocks[body[place]];
    let removed = |reason| Some(Verdict::Removed(reason, None));
    let sentence = block.running && block.words > 12;
    if let Some(reason) = block.cue
        && !(block.running && block.words > 32)
        && !(sentence && sure)
    {
        // A subheading of an article may be called "Contents" or "Resources".
        let heading_of_text = block.level > 0
            && matches!(reason, RemovalReason::Navigation)
            && place > 0
            && place + 1 < body.len();
        if !heading_of_text {
            return removed(reason);
        }
    }
    if let Some(reason) = block.container
        && !sentence
        && (block.links > 0.5
            || matches!(
                reason,
                RemovalReason::Share
                    | RemovalReason::Advertisement
                    | RemovalReason::Consent
                    | RemovalReason::Account
            ))
    {
        return removed(reason);
    }
    if block.links > 0.8 && block.words <= 30 && kind == BlockKind::Paragraph && !sentence {
        return removed(RemovalReason::Related);
    }
    if place < TOP || body.len() - place <= BOTTOM {
        let short = block.words <= 18 && !sentence;
        if short && names_people(&block.text, known.people) {
            return Some(Verdict::Byline);
        }
        if short
            && kind != BlockKind::Heading
            && let Some(found) = dates::find(&block.text, &dates::DateHints::default())
            && words::count(&block.text[..found.start]) + words::count(&block.text[found.end..])
                <= 8
            && found.time.iso.len() >= 10
        {
            return removed(RemovalReason::PageNote);
        }
        if short && matches!(block.role, Some(Role::Byline | Role::Dateline)) {
            return removed(RemovalReason::PageNote);
        }
    }
    if body.len() - place <= BOTTOM && block.words <= 80 && is_bio(&block.text, known.people) {
        return removed(RemovalReason::PageNote);
    }
    None
}

/// A line that is little more than the authors' names.
fn names_people(text: &str, people: &[String]) -> bool {
    let key = words::same_key(text);
    let named: usize = people
        .iter()
        .map(|p| words::same_key(p))
        .filter(|p| !p.is_empty() && key.contains(p.as_str()))
        .map(|p| p.split(' ').count())
        .sum();
    named > 0 && words::count(text) <= named + 6 && !words::ends_sentence(text)
}

/// "A B is a reporter for …" after the text.
fn is_bio(text: &str, people: &[String]) -> bool {
    let key = words::same_key(text);
    people.iter().any(|person| {
        let name = words::same_key(person);
        key.strip_prefix(name.as_str()).is_some_and(|rest| {
            rest.starts_with(" is a")
                || rest.starts_with(" is the")
                || rest.starts_with(" ist ")
                || rest.starts_with(" covers ")
        })
    })
}

/// Lists that are little but links lead elsewhere.
fn link_lists(blocks: &[PageBlock], body: &[usize], verdicts: &mut [Verdict]) {
    let mut run: Vec<usize> = Vec::new();
    let close = |run: &mut Vec<usize>, verdicts: &mut [Verdict]| {
        let linked = run.iter().filter(|&&at| blocks[at].links > 0.7).count();
        if run.len() >= 2 && linked * 10 >= run.len() * 8 {
            for &at in run.iter() {
                verdicts[at] = Verdict::Removed(RemovalReason::Related, None);
            }
        }
        run.clear();
    };
    for &at in body {
        if blocks[at].kind == BlockKind::ListItem && matches!(verdicts[at], Verdict::Body(_)) {
            run.push(at);
        } else {
            close(&mut run, verdicts);
        }
    }
    close(&mut run, verdicts);
}

/// A heading whose text was removed goes with it, and so do headings at the very end.
fn lonely_headings(blocks: &[PageBlock], body: &[usize], verdicts: &mut [Verdict]) {
    for (place, &at) in body.iter().enumerate().rev() {
        if !matches!(verdicts[at], Verdict::Body(BlockKind::Heading)) {
            continue;
        }
        let next = body[place + 1..]
            .iter()
            .find(|&&n| !matches!(verdicts[n], Verdict::Caption(_) | Verdict::CreditOf(_)));
        match next.map(|&n| &verdicts[n]) {
            None => verdicts[at] = Verdict::Removed(RemovalReason::OutsideBody, None),
            Some(Verdict::Removed(
                reason @ (RemovalReason::Related | RemovalReason::Promotion | RemovalReason::Share),
                None,
            )) if blocks[at].words <= 6 => {
                let reason = *reason;
                let more = body[place + 1..]
                    .iter()
                    .any(|&n| matches!(verdicts[n], Verdict::Body(BlockKind::Paragraph)));
                if !more || cues::ends_article(&words::cue_key(&blocks[at].text)) {
                    verdicts[at] = Verdict::Removed(reason, None);
                }
            }
            _ => {}
        }
    }
}

/// Second printings of a short block, and of what was kept by blocks outside.
fn repetitions(blocks: &[PageBlock], verdicts: &mut [Verdict]) {
    let mut kept: HashMap<&str, usize> = HashMap::new();
    for at in 0..blocks.len() {
        if matches!(
            verdicts[at],
            Verdict::Body(_) | Verdict::Caption(_) | Verdict::Standfirst
        ) && blocks[at].words >= 5
        {
            match kept.get(blocks[at].key.as_str()) {
                Some(&first)
                    if blocks[at].words < 25 || matches!(verdicts[at], Verdict::Caption(_)) =>
                {
                    verdicts[at] = Verdict::Removed(RemovalReason::Repeated, Some(first));
                }
                Some(_) => {}
                None => {
                    kept.insert(blocks[at].key.as_str(), at);
                }
            }
        }
    }
    for at in 0..blocks.len() {
        if let Verdict::Removed(_, None) = verdicts[at]
            && let Some(&first) = kept.get(blocks[at].key.as_str())
        {
            verdicts[at] = Verdict::Removed(RemovalReason::Repeated, Some(first));
        }
    }
}
