//! Keeping what the reading of an article gives.

use std::collections::HashMap;

use rusqlite::Connection;

use super::{folded, kept, meaning};
use crate::domain::{
    Anchor, ArticleId, EntityId, MentionStatus, ProposalId, ProposedAs, ProposedName, ProposedWords,
};
use crate::notebook::entities::clean_name;
use crate::notebook::indexed::searched_texts;
use crate::store::article_table::{self, ArticleRecord};
use crate::store::mention_table::{self, MentionRow};
use crate::store::proposal_table::{self, ProposalRow, ProposalState, Taken};
use crate::{Error, Result};

/// Names that are kept of one article, and places of one name: a text that goes on for
/// ever would fill the notebook.
const MOST_NAMES: usize = 500;
const MOST_PLACES: usize = 2_000;

/// What was read of an article, and of which text.
pub(super) struct Read {
    pub id: ArticleId,
    text: Option<(u32, String, Option<String>)>,
    names: Vec<ProposedName>,
}

impl Read {
    pub fn of(id: ArticleId, article: &ArticleRecord, names: Vec<ProposedName>) -> Self {
        let text = (
            article.text_version,
            article.title.clone(),
            article.standfirst.clone(),
        );
        Self {
            id,
            text: Some(text),
            names,
        }
    }

    pub fn gone(id: ArticleId) -> Self {
        Self {
            id,
            text: None,
            names: Vec::new(),
        }
    }

    fn is_of(&self, now: &ArticleRecord) -> bool {
        self.text
            .as_ref()
            .is_some_and(|(version, title, standfirst)| {
                *version == now.text_version && *title == now.title && *standfirst == now.standfirst
            })
    }
}

/// Keeps the proposals of an article, unless its text has changed meanwhile: then it is read
/// again. Whether there is anything to see.
pub(super) fn keep(conn: &Connection, read: &Read) -> Result<bool> {
    let now = article_table::find_record(conn, read.id)?.filter(|now| !now.deleted);
    let Some(now) = now else {
        proposal_table::finish_reading(conn, read.id)?;
        return Ok(false);
    };
    if !read.is_of(&now) || !proposal_table::finish_reading(conn, read.id)? {
        return Ok(false);
    }
    let before = proposal_table::undecided_of_article(conn, read.id)?;
    proposal_table::delete_undecided(conn, read.id)?;
    put(conn, read, &now, before)
}

/// Keeps what a first look at an article gives, until it is read.
pub(super) fn keep_glance(conn: &Connection, read: &Read) -> Result<bool> {
    let now = article_table::find_record(conn, read.id)?.filter(|now| !now.deleted);
    let Some(now) = now.filter(|now| read.is_of(now)) else {
        return Ok(false);
    };
    if !proposal_table::waits_without_any(conn, read.id)? {
        return Ok(false);
    }
    put(conn, read, &now, Vec::new())
}

/// `before`: what an earlier reading or look proposed. The same name stays the same proposal, so
/// that a person who decides of it meanwhile decides of this one.
fn put(
    conn: &Connection,
    read: &Read,
    now: &ArticleRecord,
    mut before: Vec<ProposalRow>,
) -> Result<bool> {
    if read.names.is_empty() {
        return Ok(false);
    }
    let blocks = article_table::blocks(conn, read.id, now.text_version)?;
    let texts = searched_texts(&now.title, now.standfirst.as_deref(), &blocks);
    let texts: HashMap<i32, &str> = texts
        .iter()
        .map(|(block, words)| (*block, words.as_str()))
        .collect();
    let mentions = mention_table::rows_of_article(conn, read.id)?;
    let mut rows: Vec<ProposalRow> = Vec::new();
    for name in read.names.iter().take(MOST_NAMES) {
        let Some(row) = row_of(conn, read.id, name, &texts, &mentions)? else {
            continue;
        };
        match rows.iter_mut().find(|known| known.grouped == row.grouped) {
            Some(known) => join(known, row.spans),
            None => rows.push(row),
        }
    }
    let is_same = |was: &ProposalRow, row: &ProposalRow| was.grouped == row.grouped;
    let is_called_so =
        |was: &ProposalRow, row: &ProposalRow| was.folded == row.folded && was.kind == row.kind;
    let rest = keep_ids(&mut before, rows.iter_mut().collect(), is_same);
    keep_ids(&mut before, rest, is_called_so);
    for row in &rows {
        proposal_table::insert(conn, row)?;
    }
    proposal_table::refresh_covered(conn, read.id)?;
    Ok(!rows.is_empty())
}

/// Gives rows the ids that they had, as `is` says which they were. Returns those that had none.
fn keep_ids<'r>(
    before: &mut Vec<ProposalRow>,
    rows: Vec<&'r mut ProposalRow>,
    is: impl Fn(&ProposalRow, &ProposalRow) -> bool,
) -> Vec<&'r mut ProposalRow> {
    let mut rest = Vec::new();
    for row in rows {
        match before.iter().position(|was| is(was, row)) {
            Some(at) => row.id = before.swap_remove(at).id,
            None => rest.push(row),
        }
    }
    rest
}

fn row_of(
    conn: &Connection,
    article: ArticleId,
    name: &ProposedName,
    texts: &HashMap<i32, &str>,
    mentions: &[MentionRow],
) -> Result<Option<ProposalRow>> {
    let clean = match clean_name(&name.name) {
        Err(Error::InvalidInput { .. }) => return Ok(None),
        clean => clean?,
    };
    let folded = folded(&clean);
    if proposal_table::is_rejected(conn, &folded, name.kind, article)? {
        return Ok(None);
    }
    let (said, known_as) = match &name.names {
        ProposedAs::Kept(id) => (Some(*id), None),
        ProposedAs::Known(key) => (None, Some(key.as_str())),
        ProposedAs::New => (None, None),
    };
    let entity = meaning(conn, name.kind, &folded, said, known_as)?;
    let refused = refused(mentions, entity);
    let mut spans = Vec::new();
    for span in name.spans.iter().take(MOST_PLACES) {
        let words = texts
            .get(&span.block)
            .and_then(|text| Anchor::take(span.block, text, span.start, span.end));
        if let Some(anchor) = words
            && !refused.overlaps(*span)
        {
            spans.push(ProposedWords {
                span: *span,
                words: anchor.exact,
            });
        }
    }
    if spans.is_empty() {
        return Ok(None);
    }
    let mut row = ProposalRow {
        id: ProposalId::new(),
        article,
        kind: name.kind,
        name: clean,
        entity: kept(conn, entity)?,
        known_as: known_as.map(str::to_owned),
        grouped: proposal_table::group_key(entity, known_as, name.kind, &folded),
        role: name.role.clone(),
        confidence: (name.confidence.clamp(0.0, 1.0) * 100.0).round() as u8,
        why: name.why,
        spans: Vec::new(),
        state: ProposalState::Open,
        weak: proposal_table::is_weak(conn, &folded, name.kind)?,
        folded,
    };
    join(&mut row, spans);
    Ok(Some(row))
}

/// Where a person said that the words are not this entity.
fn refused(mentions: &[MentionRow], entity: Option<EntityId>) -> Taken {
    let Some(entity) = entity else {
        return Taken::default();
    };
    let refused = mentions
        .iter()
        .filter(|mention| mention.status == MentionStatus::Rejected && mention.entity == entity);
    Taken::of(refused.map(|mention| mention.anchor.span).collect())
}

/// Adds places in reading order, each once.
fn join(row: &mut ProposalRow, more: Vec<ProposedWords>) {
    row.spans.extend(more);
    row.spans.sort_by_key(|place| place.span);
    row.spans.dedup_by_key(|place| place.span);
}
