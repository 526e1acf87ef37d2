//! What becomes of each line: a field, a block of the body, or a removed piece.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use super::body::Body;
use super::head::Head;
use super::lines::Line;
use crate::domain::{Block, BlockKind, Fate, RemovalReason, SourcePiece};
use crate::extract::{captions, words};

/// Repetitions farther apart than this are not two printings of one caption.
const CAPTION_REACH: usize = 6;

/// A line's part in the article.
#[derive(Debug, Clone)]
enum Role {
    Field(Fate),
    Body(BlockKind),
    Caption(Option<String>),
    Removed(RemovalReason, Option<usize>),
}

/// Sorts all lines into blocks and pieces.
pub(crate) fn sort(
    lines: &[Line],
    body: &Body,
    head: &Head,
    furnished: bool,
) -> (Vec<Block>, Vec<SourcePiece>) {
    let mut roles: Vec<Role> = (0..lines.len())
        .map(|at| first_role(lines, at, body, head, furnished))
        .collect();
    captions(lines, &body.range, head, furnished, &mut roles);
    if furnished {
        repetitions(lines, head, &mut roles);
    }
    build(lines, &roles)
}

fn first_role(lines: &[Line], at: usize, body: &Body, head: &Head, furnished: bool) -> Role {
    let line = &lines[at];
    if head.title == Some(at) {
        return Role::Field(Fate::Title);
    }
    if head.standfirst == Some(at) {
        return Role::Field(Fate::Standfirst);
    }
    if head.byline.contains(&at) {
        return Role::Field(Fate::Byline);
    }
    if head.published.as_ref().is_some_and(|(l, _)| *l == at) {
        return Role::Field(Fate::Published);
    }
    if head.updated.as_ref().is_some_and(|(l, _)| *l == at) {
        return Role::Removed(RemovalReason::PageNote, None);
    }
    if !furnished {
        return Role::Body(kind(lines, at));
    }
    if body.kept[at] {
        return Role::Body(kind(lines, at));
    }
    let reason = match line.cue {
        Some(reason) => reason,
        None if line.words <= 4 => RemovalReason::Navigation,
        // A headline under "Read more".
        None if at > 0
            && lines[at - 1].cue == Some(RemovalReason::Related)
            && !words::ends_sentence(&line.text) =>
        {
            RemovalReason::Related
        }
        None => RemovalReason::OutsideBody,
    };
    Role::Removed(reason, None)
}

fn kind(lines: &[Line], at: usize) -> BlockKind {
    let line = &lines[at];
    if line.text.starts_with(['•', '‣', '▪', '●', '◦']) {
        return BlockKind::ListItem;
    }
    let next_runs = lines.get(at + 1).is_some_and(|next| next.running);
    let label = line.words <= 12
        && !words::ends_sentence(&line.text)
        && !line.text.ends_with([',', '，', '、', '-', '—']);
    if label
        && next_runs
        && line.words >= 1
        && (line.gap || !words::mostly_lower(&line.text) || at > 0 && lines[at - 1].running)
    {
        return BlockKind::Heading;
    }
    BlockKind::Paragraph
}

/// Finds captions: lines with a credit, and labels printed twice in a row.
fn captions(lines: &[Line], body: &Range<usize>, head: &Head, furnished: bool, roles: &mut [Role]) {
    let from = head
        .title
        .map_or(body.start, |title| title + 1)
        .min(body.start);
    for at in from..body.end {
        let line = &lines[at];
        if matches!(roles[at], Role::Field(_)) || (line.running && line.words > 45) {
            continue;
        }
        let cue_is_credit = matches!(line.cue, None | Some(RemovalReason::PageNote));
        if cue_is_credit && let Some(credit) = captions::credit(&line.text) {
            roles[at] = Role::Caption(Some(credit));
        } else if furnished && cue_is_credit && captions::is_labelled(&line.text) {
            roles[at] = Role::Caption(None);
        }
    }
    for at in from..body.end.saturating_sub(1) {
        let (line, next) = (&lines[at], &lines[at + 1]);
        let label = line.words >= 4 && !words::ends_sentence(&line.text);
        let free = |role: &Role| {
            matches!(
                role,
                Role::Body(_)
                    | Role::Removed(RemovalReason::OutsideBody | RemovalReason::Navigation, _)
            )
        };
        if label
            && line.key == next.key
            && line.cue.is_none()
            && free(&roles[at])
            && free(&roles[at + 1])
        {
            roles[at] = Role::Caption(None);
            roles[at + 1] = Role::Removed(RemovalReason::Repeated, Some(at));
        }
    }
    let credited: Vec<usize> = (from..body.end)
        .filter(|&at| matches!(roles[at], Role::Caption(_)))
        .collect();
    for &at in &credited {
        let Role::Caption(credit) = roles[at].clone() else {
            continue;
        };
        let bare = bare_key(&lines[at].text, credit.as_deref());
        let near = at.saturating_sub(CAPTION_REACH)..(at + CAPTION_REACH + 1).min(lines.len());
        for other in near.filter(|&other| other != at) {
            if matches!(
                roles[other],
                Role::Field(_) | Role::Removed(RemovalReason::Repeated, _)
            ) || bare.split(' ').count() < 3
            {
                continue;
            }
            let other_credit = match &roles[other] {
                Role::Caption(credit) => credit.clone(),
                _ => None,
            };
            let same = bare_key(&lines[other].text, other_credit.as_deref()) == bare;
            // The one that says more stays; of two equals the first.
            let poorer = (lines[other].key.len(), at) < (lines[at].key.len(), other);
            if same && poorer {
                roles[other] = Role::Removed(RemovalReason::Repeated, Some(at));
            }
        }
    }
}

/// A caption's words without its credit.
fn bare_key(text: &str, credit: Option<&str>) -> String {
    let without = credit
        .and_then(|credit| text.rfind(credit))
        .map_or(text, |at| &text[..at]);
    words::same_key(without.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// Short lines that repeat an earlier kept one, and the title's other printings.
fn repetitions(lines: &[Line], head: &Head, roles: &mut [Role]) {
    let mut shown: HashMap<&str, usize> = HashMap::new();
    for at in 0..lines.len() {
        let line = &lines[at];
        let outside = matches!(
            roles[at],
            Role::Removed(RemovalReason::Navigation | RemovalReason::OutsideBody, None)
        );
        if !outside && !matches!(roles[at], Role::Body(_) | Role::Caption(_)) {
            continue;
        }
        let same_as_field = [head.title, head.standfirst]
            .into_iter()
            .flatten()
            .find(|&field| field != at && lines[field].key == line.key);
        if let Some(field) = same_as_field {
            roles[at] = Role::Removed(RemovalReason::Repeated, Some(field));
            continue;
        }
        if outside {
            continue;
        }
        let earlier = *shown.entry(line.key.as_str()).or_insert(at);
        if earlier != at && (4..=25).contains(&line.words) {
            roles[at] = Role::Removed(RemovalReason::Repeated, Some(earlier));
        }
    }
}

fn build(lines: &[Line], roles: &[Role]) -> (Vec<Block>, Vec<SourcePiece>) {
    let mut blocks = Vec::new();
    let mut pieces = Vec::with_capacity(lines.len());
    for (line, role) in lines.iter().zip(roles) {
        let fate = match role {
            Role::Field(fate) => fate.clone(),
            Role::Removed(reason, repeats) => Fate::Removed {
                reason: *reason,
                repeats: repeats.map(|at| lines[at].number),
            },
            Role::Body(kind) => push(&mut blocks, line, *kind, None),
            Role::Caption(credit) => push(&mut blocks, line, BlockKind::Caption, credit.clone()),
        };
        pieces.push(SourcePiece {
            line: line.number,
            text: line.text.clone(),
            fate,
        });
    }
    (blocks, pieces)
}

fn push(blocks: &mut Vec<Block>, line: &Line, kind: BlockKind, credit: Option<String>) -> Fate {
    let block = u32::try_from(blocks.len()).unwrap_or(u32::MAX);
    blocks.push(Block {
        kind,
        text: line.text.clone(),
        credit,
        line: line.number,
        lang: None,
    });
    Fate::Body { block }
}
