//! Names proposed in articles, and which articles still wait to be read for them.

mod decisions;
mod groups;
mod named;
mod rejections;
mod taken;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::{entity_table, from_json, merge_table, of_word, to_json, word_of};
use crate::Result;
use crate::domain::{
    ArticleId, EntityId, EntityKind, MentionBy, MentionStatus, ProposalId, ProposalWhy,
    ProposedWords, Span,
};

pub(crate) use decisions::*;
pub(crate) use groups::*;
pub(crate) use named::named;
pub(crate) use rejections::*;
pub(crate) use taken::{Tagged, Taken, is_part};

/// What became of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ProposalState {
    Open,
    /// All its places are tagged by other means.
    Covered,
    Accepted,
    Rejected,
}

#[derive(Debug, Clone)]
pub(crate) struct ProposalRow {
    pub id: ProposalId,
    pub article: ArticleId,
    pub kind: EntityKind,
    pub name: String,
    pub folded: String,
    pub entity: Option<EntityId>,
    pub known_as: Option<String>,
    pub grouped: String,
    pub role: Option<String>,
    /// In hundredths.
    pub confidence: u8,
    pub why: ProposalWhy,
    pub spans: Vec<ProposedWords>,
    pub state: ProposalState,
    pub weak: bool,
}

/// How the key of a kept entity's group begins.
const KEPT: &str = "kept:";

/// What the same name in other articles has too.
pub(crate) fn group_key(
    entity: Option<EntityId>,
    known_as: Option<&str>,
    kind: EntityKind,
    folded: &str,
) -> String {
    match (entity, known_as) {
        (Some(entity), _) => format!("{KEPT}{entity}"),
        (None, Some(key)) => format!("known:{key}"),
        (None, None) => format!("new:{}:{folded}", kind.as_str()),
    }
}

/// The kept entity that a group is of.
fn entity_of_key(grouped: &str) -> Option<EntityId> {
    grouped.strip_prefix(KEPT)?.parse().ok()
}

const PROPOSAL: &str = "SELECT id, article_id, kind, name, folded, entity_id, known_as, grouped,
    role, confidence, why, spans, state, weak FROM proposals";

fn read(row: &Row<'_>) -> Result<ProposalRow> {
    let spans: String = row.get(11)?;
    Ok(ProposalRow {
        id: row.get(0)?,
        article: row.get(1)?,
        kind: of_word(row.get(2)?)?,
        name: row.get(3)?,
        folded: row.get(4)?,
        entity: row.get(5)?,
        known_as: row.get(6)?,
        grouped: row.get(7)?,
        role: row.get(8)?,
        confidence: row.get(9)?,
        why: of_word(row.get(10)?)?,
        spans: from_json("the places of a proposal", &spans)?,
        state: of_word(row.get(12)?)?,
        weak: row.get(13)?,
    })
}

fn rows(conn: &Connection, which: &str, params: impl rusqlite::Params) -> Result<Vec<ProposalRow>> {
    let mut statement = conn.prepare_cached(&format!("{PROPOSAL} {which}"))?;
    let mut found = statement.query(params)?;
    let mut all = Vec::new();
    while let Some(row) = found.next()? {
        all.push(read(row)?);
    }
    Ok(all)
}

pub(crate) fn insert(conn: &Connection, new: &ProposalRow) -> Result<()> {
    conn.prepare_cached(
        "INSERT INTO proposals (id, article_id, kind, name, folded, entity_id, known_as, grouped,
           role, confidence, why, spans, mentions, state, weak)
         VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15)",
    )?
    .execute(params![
        new.id,
        new.article,
        new.kind.as_str(),
        new.name,
        new.folded,
        new.entity,
        new.known_as,
        new.grouped,
        new.role,
        new.confidence,
        word_of(new.why)?,
        to_json("the places of a proposal", &new.spans)?,
        new.spans.len(),
        word_of(new.state)?,
        new.weak,
    ])?;
    Ok(())
}

/// The proposal with this id, if the article was not read anew since.
pub(crate) fn find(conn: &Connection, id: ProposalId) -> Result<Option<ProposalRow>> {
    Ok(rows(conn, "WHERE id = ?1", [id])?.pop())
}

/// What is proposed in an article and nobody has decided about.
pub(crate) fn open_of_article(conn: &Connection, article: ArticleId) -> Result<Vec<ProposalRow>> {
    rows(conn, "WHERE article_id = ?1 AND state = 'open'", [article])
}

/// The same, with what is tagged by other means.
pub(crate) fn undecided_of_article(
    conn: &Connection,
    article: ArticleId,
) -> Result<Vec<ProposalRow>> {
    rows(
        conn,
        "WHERE article_id = ?1 AND state IN ('open', 'covered')",
        [article],
    )
}

/// Takes away what an earlier reading proposed and nobody decided about.
pub(crate) fn delete_undecided(conn: &Connection, article: ArticleId) -> Result<()> {
    conn.prepare_cached(
        "DELETE FROM proposals WHERE article_id = ?1 AND state IN ('open', 'covered')",
    )?
    .execute([article])?;
    Ok(())
}

pub(crate) fn delete(conn: &Connection, id: ProposalId) -> Result<()> {
    conn.prepare_cached("DELETE FROM proposals WHERE id = ?1")?
        .execute([id])?;
    Ok(())
}

/// Has an article read again.
pub(crate) fn queue_reading(conn: &Connection, article: ArticleId) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO articles_to_read (article_id)
         SELECT id FROM articles WHERE id = ?1 AND deleted_ms IS NULL",
    )?
    .execute([article])?;
    Ok(())
}

pub(crate) fn set_state(
    conn: &Connection,
    id: ProposalId,
    state: ProposalState,
    decision: Option<i64>,
) -> Result<()> {
    conn.prepare_cached("UPDATE proposals SET state = ?2, decision = ?3 WHERE id = ?1")?
        .execute(params![id, word_of(state)?, decision])?;
    Ok(())
}

/// Says which entity a proposal is, or of which kind.
pub(crate) fn set_meaning(
    conn: &Connection,
    id: ProposalId,
    kind: EntityKind,
    entity: Option<EntityId>,
    known_as: Option<&str>,
    grouped: &str,
) -> Result<()> {
    conn.prepare_cached(
        "UPDATE proposals SET kind = ?2, entity_id = ?3, known_as = ?4, grouped = ?5 WHERE id = ?1",
    )?
    .execute(params![id, kind.as_str(), entity, known_as, grouped])?;
    Ok(())
}

/// Gives a proposal other words.
pub(crate) fn set_words(
    conn: &Connection,
    id: ProposalId,
    name: &str,
    folded: &str,
    grouped: &str,
    spans: &[ProposedWords],
) -> Result<()> {
    conn.prepare_cached(
        "UPDATE proposals SET name = ?2, folded = ?3, grouped = ?4, spans = ?5, mentions = ?6
         WHERE id = ?1",
    )?
    .execute(params![
        id,
        name,
        folded,
        grouped,
        to_json("the places of a proposal", &spans)?,
        spans.len()
    ])?;
    Ok(())
}

impl ProposalRow {
    /// The kept entity that is proposed.
    pub fn of(&self) -> Option<EntityId> {
        entity_of_key(&self.grouped)
    }
}

/// Finds out anew which proposals of an article are tagged by other means. Called when
/// the article's mentions have changed, in the same transaction.
pub(crate) fn refresh_covered(conn: &Connection, article: ArticleId) -> Result<()> {
    let proposals = undecided_of_article(conn, article)?;
    if proposals.is_empty() {
        return Ok(());
    }
    let tagged = tagged(conn, article)?;
    for proposal in proposals {
        let free = proposal
            .spans
            .iter()
            .filter(|place| !tagged.answers(place.span, proposal.of()))
            .count();
        let state = match free {
            0 => ProposalState::Covered,
            _ => ProposalState::Open,
        };
        conn.prepare_cached(
            "UPDATE proposals SET state = ?2, mentions = ?3
             WHERE id = ?1 AND (state <> ?2 OR mentions <> ?3)",
        )?
        .execute(params![proposal.id, word_of(state)?, free])?;
    }
    Ok(())
}

/// Where an article is tagged.
pub(crate) fn tagged(conn: &Connection, article: ArticleId) -> Result<Tagged> {
    let mut statement = conn.prepare_cached(
        "SELECT m.block, m.start, m.\"end\", m.entity_id, m.by = ?3
         FROM mentions m JOIN entities e ON e.id = m.entity_id
         WHERE m.article_id = ?1 AND m.status <> ?2 AND m.orphaned = 0 AND e.deleted_ms IS NULL",
    )?;
    let rejected = word_of(MentionStatus::Rejected)?;
    let by_name = word_of(MentionBy::Name)?;
    let mut rows = statement.query(params![article, rejected, by_name])?;
    let (mut said, mut found) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        let span = Span {
            block: row.get(0)?,
            start: row.get(1)?,
            end: row.get(2)?,
        };
        match row.get(4)? {
            true => found.push((span, row.get(3)?)),
            false => said.push(span),
        }
    }
    Ok(Tagged::of(said, found))
}

/// The next `limit` articles to be read, those kept last first.
pub(crate) fn articles_to_read(conn: &Connection, limit: u32) -> Result<Vec<ArticleId>> {
    let mut statement = conn.prepare_cached(
        "SELECT article_id FROM articles_to_read ORDER BY article_id DESC LIMIT ?1",
    )?;
    let rows = statement.query_map([limit], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether an article waits to be read; false when its reading was overtaken.
pub(crate) fn finish_reading(conn: &Connection, article: ArticleId) -> Result<bool> {
    Ok(conn
        .prepare_cached("DELETE FROM articles_to_read WHERE article_id = ?1")?
        .execute([article])?
        > 0)
}

/// Whether an article waits to be read and nothing was ever proposed in it.
pub(crate) fn waits_without_any(conn: &Connection, article: ArticleId) -> Result<bool> {
    Ok(conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM articles_to_read WHERE article_id = ?1)
                AND NOT EXISTS (SELECT 1 FROM proposals WHERE article_id = ?1)",
        )?
        .query_row([article], |row| row.get(0))?)
}

/// The kept entity that is this entry of the gazetteer, or holds it since they were merged.
pub(crate) fn entity_known_as(conn: &Connection, key: &str) -> Result<Option<EntityId>> {
    let known = conn
        .prepare_cached(
            "SELECT id FROM entities
             WHERE known_as = ?1 AND (deleted_ms IS NULL OR merged_into IS NOT NULL)
             ORDER BY deleted_ms IS NOT NULL, articles DESC, id LIMIT 1",
        )?
        .query_row([key], |row| row.get(0))
        .optional()?;
    let Some(root) = known.map(|id| merge_table::root(conn, id)).transpose()? else {
        return Ok(None);
    };
    let shown = entity_table::find_record(conn, root)?;
    Ok(shown.filter(|one| !one.deleted).map(|one| one.id))
}

/// The entry of the gazetteer that an entity is.
pub(crate) fn known_as(conn: &Connection, entity: EntityId) -> Result<Option<String>> {
    let known = conn
        .prepare_cached("SELECT known_as FROM entities WHERE id = ?1")?
        .query_row([entity], |row| row.get(0))
        .optional()?;
    Ok(known.flatten())
}

/// Says that an entity is an entry of the gazetteer; false when it is one already.
pub(crate) fn set_known_as(conn: &Connection, entity: EntityId, key: &str) -> Result<bool> {
    Ok(conn
        .prepare_cached("UPDATE entities SET known_as = ?2 WHERE id = ?1 AND known_as IS NULL")?
        .execute(params![entity, key])?
        > 0)
}

pub(crate) fn clear_known_as(conn: &Connection, entity: EntityId) -> Result<()> {
    conn.prepare_cached("UPDATE entities SET known_as = NULL WHERE id = ?1")?
        .execute([entity])?;
    Ok(())
}
