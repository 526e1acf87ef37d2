//! Which group an article belongs to.
//!
//! Being a copy is passed on, but not for ever: a copy of a copy of a copy may have
//! nothing of the first. So a group has texts that the others copy, and each member
//! knows how many steps it is from there; three are the most.

use rusqlite::Connection;

use crate::Result;
use crate::copies::{self, Fingerprint, Likeness, Marks};
use crate::domain::{ArticleId, WireGroupId, body_text};
use crate::store::article_table;
use crate::store::sketch_table::{self, Candidate, Sketched};
use crate::store::wire_table::{self, MemberRow};

/// Texts that share a number of the sketch and are looked for; the more they share,
/// the earlier they come.
const CANDIDATES: usize = 24;
/// Of those, the most that are compared word by word.
const COMPARED: usize = 10;
/// Copies of copies, counted from the text that a group began with.
const DEEPEST: u32 = 3;
/// Of those, the most that share one number only: by chance, nearly always.
const BY_CHANCE: usize = 3;
/// So many comparisons that find nothing one after another are enough.
const IN_VAIN: usize = 5;
/// Members of a group, at most: no agency text is in more outlets that one person keeps,
/// and what is in more is a form that many texts fill in.
const FULL: usize = 100;
/// Two texts that meet in a third have to share some of what they have of it: a page
/// may print two agency texts one after the other.
const MEETING: f64 = 0.15;

/// Members of a group that a text is held against, besides the one that it is a copy of.
const HELD_AGAINST: usize = 3;

/// An article that the placed one is a copy of, or that is a copy of it.
struct Found {
    article: ArticleId,
    member: Option<MemberRow>,
    likeness: Likeness,
    marks: Marks,
}

impl Found {
    fn depth(&self) -> u32 {
        self.member.map_or(0, |row| row.depth)
    }
}

/// Puts an article in the group of its copies. Returns one of them, the most alike.
pub(in super::super) fn place(
    conn: &Connection,
    id: ArticleId,
    text: &Fingerprint,
) -> Result<Option<ArticleId>> {
    keep_fingerprint(conn, id, text)?;
    let Some(numbers) = &text.sketch else {
        return Ok(None);
    };
    let mut found = Vec::new();
    for other in find(conn, id, &text.marks, numbers)? {
        if belongs(conn, &text.marks, &other)? {
            found.push(other);
        }
    }
    found.sort_by(|one, other| {
        let rank = |found: &Found| {
            (
                found.likeness.of_shorter * found.likeness.same,
                found.likeness.words,
            )
        };
        rank(other)
            .partial_cmp(&rank(one))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    let Some(best) = found.iter().position(|found| found.depth() < DEEPEST) else {
        return Ok(None);
    };
    let best = found.swap_remove(best);
    join(conn, id, &text.marks, &best, &found)?;
    Ok(Some(best.article))
}

/// Whether a text has something of what a group is about, and not only of what one page of it
/// printed besides: the first of the group may be a page of two agency texts.
fn belongs(conn: &Connection, marks: &Marks, found: &Found) -> Result<bool> {
    let mut others: Vec<MemberRow> = whole_group(conn, found)?;
    others.retain(|row| row.article != found.article && !row.by_hand);
    others.sort_by_key(|row| row.depth);
    for row in others.iter().take(HELD_AGAINST) {
        let theirs = marks_of_article(conn, row.article)?;
        if copies::overlap(&found.marks, marks, &theirs) >= MEETING {
            return Ok(true);
        }
    }
    Ok(others.is_empty())
}

/// [`place`] for an article that is kept.
pub(in super::super) fn place_again(conn: &Connection, id: ArticleId) -> Result<Option<ArticleId>> {
    place(conn, id, &fingerprint_of(conn, id)?)
}

/// See [`super::Wire::look_up`].
pub(super) fn look_up(conn: &Connection, id: ArticleId) -> Result<Vec<ArticleId>> {
    let text = fingerprint_of(conn, id)?;
    let Some(numbers) = &text.sketch else {
        return Ok(Vec::new());
    };
    let found = find(conn, id, &text.marks, numbers)?;
    Ok(found.into_iter().map(|found| found.article).collect())
}

/// What can't be read is no copy, and is not asked again.
pub(in super::super) fn leave_out(conn: &Connection, id: ArticleId) -> Result<()> {
    keep_fingerprint(conn, id, &Fingerprint::of(""))
}

/// What the text of an article says now may be a copy of something else.
pub(in super::super) fn text_changed(conn: &Connection, id: ArticleId) -> Result<()> {
    if let Some(row) = wire_table::member(conn, id)? {
        if row.by_hand {
            return keep_fingerprint(conn, id, &fingerprint_of(conn, id)?);
        }
        wire_table::remove_member(conn, id)?;
        wire_table::refresh(conn, row.group)?;
    }
    place_again(conn, id)?;
    Ok(())
}

/// An article went to the trash or came back. Without the one that linked them, the
/// others are placed again; when it is back, they are linked again.
pub(in super::super) fn moved(conn: &Connection, id: ArticleId, gone: bool) -> Result<()> {
    let Some(row) = wire_table::member(conn, id)? else {
        return Ok(());
    };
    wire_table::refresh(conn, row.group)?;
    if !row.bridge {
        return Ok(());
    }
    if !gone {
        place_again(conn, id)?;
        return Ok(());
    }
    let rest: Vec<MemberRow> = wire_table::members(conn, row.group)?
        .into_iter()
        .filter(|other| other.article != id && !other.by_hand)
        .collect();
    for other in &rest {
        wire_table::remove_member(conn, other.article)?;
    }
    for other in &rest {
        if !article_table::record(conn, other.article)?.deleted {
            place_again(conn, other.article)?;
        }
    }
    Ok(())
}

fn fingerprint_of(conn: &Connection, id: ArticleId) -> Result<Fingerprint> {
    let version = article_table::text_version(conn, id)?;
    let blocks = article_table::blocks(conn, id, version)?;
    Ok(Fingerprint::of(&body_text(&blocks)))
}

fn keep_fingerprint(conn: &Connection, id: ArticleId, text: &Fingerprint) -> Result<()> {
    let sketched = Sketched {
        words: text.marks.len(),
        sketch: text.sketch.as_ref().map(|numbers| numbers.as_slice()),
        marks: &text.marks.to_bytes(),
    };
    sketch_table::put(conn, id, &sketched)
}

fn marks_of(conn: &Connection, candidate: Candidate, article: ArticleId) -> Result<Marks> {
    match sketch_table::marks(conn, candidate.n)? {
        Some(bytes) => Ok(Marks::from_bytes(&bytes)),
        None => Ok(fingerprint_of(conn, article)?.marks),
    }
}

fn marks_of_article(conn: &Connection, article: ArticleId) -> Result<Marks> {
    match sketch_table::marks_of_article(conn, article)? {
        Some(bytes) => Ok(Marks::from_bytes(&bytes)),
        None => Ok(fingerprint_of(conn, article)?.marks),
    }
}

/// The copies among the texts that share numbers with the sketch: of each group the one
/// that is nearest to where it began.
fn find(conn: &Connection, id: ArticleId, marks: &Marks, sketch: &[u32]) -> Result<Vec<Found>> {
    let split = wire_table::splits(conn, id)?;
    let mut found: Vec<Found> = Vec::new();
    let (mut looked_at, mut compared, mut by_chance, mut in_vain) = (0, 0, 0, 0);
    for candidate in sketch_table::candidates(conn, sketch)? {
        let one_only = usize::from(candidate.shared == 1);
        let enough = looked_at == CANDIDATES || compared == COMPARED || in_vain == IN_VAIN;
        if enough || by_chance + one_only > BY_CHANCE {
            break;
        }
        let article = match sketch_table::kept_article(conn, candidate.n)? {
            Some(article) if article != id => article,
            _ => continue,
        };
        looked_at += 1;
        let member = wire_table::member(conn, article)?;
        // Nearer to where its group began than the one that was found of it.
        let nearer = |other: &Found| {
            other.depth() > member.map_or(0, |row| row.depth)
                || !is_in(other.member, member.map(|row| row.group))
        };
        let known = !found.iter().all(nearer);
        if known || is_split(conn, &split, article, member)? || is_full(conn, member)? {
            continue;
        }
        compared += 1;
        by_chance += one_only;
        in_vain += 1;
        let theirs = marks_of(conn, candidate, article)?;
        let likeness = copies::likeness(marks, &theirs);
        if likeness.is_copy() {
            in_vain = 0;
            let group = member.map(|row| row.group);
            found.retain(|other| !is_in(other.member, group));
            found.push(Found {
                article,
                member,
                likeness,
                marks: theirs,
            });
        }
    }
    Ok(found)
}

fn is_full(conn: &Connection, member: Option<MemberRow>) -> Result<bool> {
    match member {
        Some(row) => Ok(wire_table::members(conn, row.group)?.len() >= FULL),
        None => Ok(false),
    }
}

fn is_in(member: Option<MemberRow>, group: Option<WireGroupId>) -> bool {
    group.is_some() && member.map(|row| row.group) == group
}

/// Whether a person said that the placed article is no copy of this one or of any in
/// its group.
fn is_split(
    conn: &Connection,
    split: &[ArticleId],
    article: ArticleId,
    member: Option<MemberRow>,
) -> Result<bool> {
    if split.is_empty() {
        return Ok(false);
    }
    let Some(row) = member else {
        return Ok(split.contains(&article));
    };
    let rows = wire_table::members(conn, row.group)?;
    Ok(rows.iter().any(|row| split.contains(&row.article)))
}

fn join(
    conn: &Connection,
    id: ArticleId,
    marks: &Marks,
    best: &Found,
    rest: &[Found],
) -> Result<()> {
    let group = best.member.map_or_else(WireGroupId::new, |row| row.group);
    let mut linked: Vec<&Found> = Vec::new();
    for other in rest {
        if !is_in(other.member, Some(group)) && can_meet(conn, marks, best, other)? {
            linked.push(other);
        }
    }
    let row = |article, depth, bridge| MemberRow {
        article,
        group,
        depth,
        bridge,
        by_hand: false,
    };
    if linked.is_empty() {
        if best.member.is_none() {
            wire_table::put_member(conn, &row(best.article, 0, false))?;
        }
        wire_table::put_member(conn, &row(id, best.depth() + 1, false))?;
        return wire_table::refresh(conn, group);
    }
    // It is a copy of texts that were not known to belong together: the group is
    // around it now.
    wire_table::put_member(conn, &row(id, 0, true))?;
    for other in std::iter::once(best).chain(linked) {
        for member in whole_group(conn, other)? {
            let depth = depth_through(other, &member);
            let by_hand = member.by_hand;
            let member = row(member.article, depth, member.bridge);
            wire_table::put_member(conn, &MemberRow { by_hand, ..member })?;
        }
    }
    wire_table::refresh(conn, group)
}

/// How far a member of a group is from the placed article, when the group is around
/// that: by the one of the group that is a copy of it, and where the group began.
fn depth_through(found: &Found, row: &MemberRow) -> u32 {
    if row.article == found.article {
        1
    } else {
        row.depth + found.depth() + 1
    }
}

fn whole_group(conn: &Connection, found: &Found) -> Result<Vec<MemberRow>> {
    match found.member {
        Some(row) => wire_table::members(conn, row.group),
        None => Ok(vec![MemberRow {
            article: found.article,
            group: WireGroupId::new(),
            depth: 0,
            bridge: false,
            by_hand: false,
        }]),
    }
}

/// Whether the groups of two copies become one by the text that both are copies of:
/// they meet in the same part of it, each is where its group began with nothing far
/// from it, and no person parted them.
fn can_meet(conn: &Connection, marks: &Marks, one: &Found, other: &Found) -> Result<bool> {
    if copies::overlap(marks, &one.marks, &other.marks) < MEETING {
        return Ok(false);
    }
    let (mine, theirs) = (whole_group(conn, one)?, whole_group(conn, other)?);
    let too_far = |found: &Found, rows: &[MemberRow]| {
        rows.iter().any(|row| depth_through(found, row) > DEEPEST)
    };
    if too_far(one, &mine) || too_far(other, &theirs) {
        return Ok(false);
    }
    for row in &mine {
        let split = wire_table::splits(conn, row.article)?;
        if theirs.iter().any(|row| split.contains(&row.article)) {
            return Ok(false);
        }
    }
    Ok(true)
}
