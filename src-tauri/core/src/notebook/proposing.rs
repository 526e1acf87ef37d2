//! Names that the reading of articles proposes, and what a person makes of them.
//!
//! Reading goes on in the background ([`reading`]); accepting, rejecting and mending are
//! single steps that can be taken back. What is accepted in one article holds for the same
//! name in all others, and the rest of those follows in the background too.

use std::collections::HashSet;

use rusqlite::Connection;

use super::Notebook;
use super::undoing::Subject;
use crate::domain::{ArticleId, Change, EntityId, EntityKind, Proposal, ReadingStatus};
use crate::store::proposal_table::{self, ProposalRow};
use crate::store::{counter, entity_table, merge_table};
use crate::text;
use crate::{Error, Result};

mod accepting;
mod again;
mod calm;
mod elsewhere;
mod engine;
mod glancing;
mod keeping;
mod listing;
mod mending;
mod own_strength;
mod place;
mod reader;
mod reading;
mod rejecting;
mod room;
mod taking_back;

pub(super) use accepting::Prepared;
pub(super) use again::{Accepted as AcceptedBefore, accept_again, reject_again};
pub(super) use calm::Calm;
pub(super) use mending::{KindWas, WordsWere, kinds_now, restore_kinds, restore_words, words_now};
pub use reader::{KnownEntry, KnownNames, NameReader, ReadText};
pub(super) use reading::Proposer;
pub(super) use rejecting::unreject;
pub(super) use taking_back::{stop_accepting, unaccept_some};

/// Whether articles are read, in the notebook's settings: `off`, or nothing.
const READING: &str = "proposals.reading";

/// Proposed names.
pub struct Proposals<'a>(pub(super) &'a Notebook);

impl Proposals<'_> {
    /// What an article proposes and nobody has decided about.
    pub fn of_article(&self, id: ArticleId) -> Result<Vec<Proposal>> {
        let store = &self.0.shared().store;
        store.read("list proposals", |conn| of_article(conn, id))
    }

    /// How far the reading of articles is.
    pub fn status(&self) -> Result<ReadingStatus> {
        let store = &self.0.shared().store;
        let (waiting, articles, on) = store.read("ask how far the reading is", |conn| {
            let waiting = counter(conn, "articlesToRead")?;
            Ok((waiting, counter(conn, "articles")?, is_on(conn)?))
        })?;
        // Some that were read have gone since, or wait to be read again.
        let read = articles.saturating_sub(waiting);
        Ok(ReadingStatus {
            on,
            waiting,
            done: self.0.0.proposer.done().min(read),
        })
    }

    /// Goes on reading articles, or leaves them; what is proposed already stays.
    pub fn set_reading(&self, on: bool) -> Result<()> {
        let word = if on { "on" } else { "off" };
        self.0.set_setting(READING, word)?;
        self.tell(Vec::new());
        Ok(())
    }

    /// Waits until nothing is left to be read or carried out. While reading is off, only
    /// for the latter.
    pub fn finish(&self) {
        self.0.0.proposer.finish();
    }

    /// Tells of articles whose proposals have changed.
    pub(super) fn tell(&self, ids: Vec<ArticleId>) {
        if !ids.is_empty() {
            self.0.changed(Change::Articles { ids });
        }
        self.0.changed(Change::Proposals);
    }
}

fn is_on(conn: &Connection) -> Result<bool> {
    Ok(crate::store::setting(conn, READING)?.as_deref() != Some("off"))
}

/// What an article proposes and nobody has decided about, in reading order.
pub(super) fn of_article(conn: &Connection, id: ArticleId) -> Result<Vec<Proposal>> {
    let rows = proposal_table::open_of_article(conn, id)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let tagged = proposal_table::tagged(conn, id)?;
    let mut proposals = rows
        .into_iter()
        .map(|row| shown(conn, row, &tagged))
        .collect::<Result<Vec<_>>>()?;
    proposals.sort_by_key(|proposal| proposal.spans.first().map(|place| place.span));
    Ok(proposals)
}

fn shown(conn: &Connection, row: ProposalRow, tagged: &proposal_table::Tagged) -> Result<Proposal> {
    let (entity, of) = (kept(conn, row.entity)?, row.of());
    let name = match entity {
        Some(id) => entity_table::record(conn, id)?.name,
        None => row.name,
    };
    let ambiguous = is_ambiguous(conn, entity, &row.folded)?;
    Ok(Proposal {
        id: row.id,
        kind: row.kind,
        name,
        entity,
        known: row.known_as.is_some(),
        role: row.role,
        confidence: row.confidence,
        why: row.why,
        weak: row.weak,
        ambiguous,
        spans: row
            .spans
            .into_iter()
            .filter(|place| !tagged.answers(place.span, of))
            .collect(),
    })
}

/// Whether several kept entities have a name, and nothing says which is meant.
pub(super) fn is_ambiguous(
    conn: &Connection,
    entity: Option<EntityId>,
    folded: &str,
) -> Result<bool> {
    Ok(entity.is_none() && entity_table::with_name(conn, folded, 2)?.len() > 1)
}

/// The entity, or the one that holds it since they were merged, if that is still kept.
fn kept(conn: &Connection, entity: Option<EntityId>) -> Result<Option<EntityId>> {
    let Some(id) = entity else { return Ok(None) };
    let id = merge_table::root(conn, id)?;
    let record = entity_table::find_record(conn, id)?;
    Ok(record.filter(|record| !record.deleted).map(|_| id))
}

/// The kept entity that a name is, and the gazetteer's entry: what a person keeps wins.
fn meaning(
    conn: &Connection,
    kind: EntityKind,
    folded: &str,
    entity: Option<EntityId>,
    known_as: Option<&str>,
) -> Result<Option<EntityId>> {
    if let Some(id) = kept(conn, entity)? {
        return Ok(Some(id));
    }
    if let Some(key) = known_as
        && let Some(id) = proposal_table::entity_known_as(conn, key)?
    {
        return Ok(Some(id));
    }
    let namesakes = entity_table::with_name(conn, folded, 2)?;
    Ok(match namesakes.as_slice() {
        [one] if one.kind == kind => Some(one.id),
        _ => None,
    })
}

/// The rows of proposals, each once, about as many as `most`; what is gone meanwhile is left
/// out.
fn rows_of(
    conn: &Connection,
    which: &crate::domain::ProposalsMeant,
    most: u32,
) -> Result<Vec<ProposalRow>> {
    use crate::domain::ProposalsMeant;
    let mut rows = Vec::new();
    match which {
        ProposalsMeant::These { ids } => {
            for id in ids {
                let row = proposal_table::find(conn, *id)?;
                let open = row.filter(|row| row.state == proposal_table::ProposalState::Open);
                rows.extend(open);
            }
        }
        ProposalsMeant::Groups { keys } => {
            // Of many names a few articles each: the transaction is as long as for one.
            let each = most / u32::try_from(keys.len()).unwrap_or(u32::MAX).max(1);
            for key in keys {
                rows.extend(proposal_table::open_of_group(conn, key, each.max(1))?);
            }
        }
    }
    if rows.is_empty() {
        return Err(Error::not_found("what was proposed"));
    }
    Ok(rows)
}

/// What a step was about, for people: the name, or how many names. In how many articles
/// each of them is proposed is nothing that a person chose.
fn subject(rows: &[ProposalRow]) -> Subject {
    let names: HashSet<&str> = rows.iter().map(|row| row.grouped.as_str()).collect();
    match rows.first() {
        Some(first) if names.len() == 1 => first.name.as_str().into(),
        _ => Subject::Many(names.len()),
    }
}

fn articles_of(rows: &[ProposalRow]) -> Vec<ArticleId> {
    let mut ids: Vec<ArticleId> = rows.iter().map(|row| row.article).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn folded(name: &str) -> String {
    text::fold(name)
}
