//! Acceptances: what they made, so that it can be taken back, and what is left of them.

use rusqlite::{Connection, OptionalExtension, params};

use super::{ProposalRow, rows};
use crate::Result;
use crate::domain::{ArticleId, EntityId, MentionBy, MentionId, MentionStatus, ProposalId, Span};
use crate::store::word_of;

/// Acceptances whose mentions are remembered: as many as there are steps to take back.
const KEPT: i64 = 500;

pub(crate) fn begin_decision(conn: &Connection) -> Result<i64> {
    conn.prepare_cached("INSERT INTO proposal_decisions DEFAULT VALUES")?
        .execute([])?;
    let decision = conn.last_insert_rowid();
    conn.prepare_cached(
        "DELETE FROM proposal_decisions WHERE id <= ?1 - ?2 AND NOT EXISTS
           (SELECT 1 FROM proposal_decision_groups WHERE decision = id AND done = 0)",
    )?
    .execute([decision, KEPT])?;
    Ok(decision)
}

/// Begins an acceptance again that was taken back, under the number that it had.
pub(crate) fn begin_decision_again(conn: &Connection, decision: i64) -> Result<()> {
    conn.prepare_cached("INSERT OR IGNORE INTO proposal_decisions (id) VALUES (?1)")?
        .execute([decision])?;
    Ok(())
}

/// The groups that a decision was about, each with its entity.
pub(crate) fn groups_of_decision(
    conn: &Connection,
    decision: i64,
) -> Result<Vec<(String, EntityId)>> {
    let mut statement = conn.prepare_cached(
        "SELECT grouped, entity_id FROM proposal_decision_groups WHERE decision = ?1",
    )?;
    let rows = statement.query_map([decision], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The same name elsewhere goes to this entity too.
pub(crate) fn decide_group(
    conn: &Connection,
    decision: i64,
    grouped: &str,
    entity: EntityId,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO proposal_decision_groups (decision, grouped, entity_id)
         VALUES (?1, ?2, ?3)",
    )?
    .execute(params![decision, grouped, entity])?;
    Ok(())
}

/// The oldest decision about a group that is not carried out everywhere.
pub(crate) fn next_decision(conn: &Connection) -> Result<Option<(i64, String, EntityId)>> {
    Ok(conn
        .prepare_cached(
            "SELECT decision, grouped, entity_id FROM proposal_decision_groups
             WHERE done = 0 ORDER BY decision LIMIT 1",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?)
}

pub(crate) fn finish_decision(conn: &Connection, decision: i64, grouped: &str) -> Result<()> {
    conn.prepare_cached(
        "UPDATE proposal_decision_groups SET done = 1 WHERE decision = ?1 AND grouped = ?2",
    )?
    .execute(params![decision, grouped])?;
    Ok(())
}

/// Remembers what a decision did to a mention: made it (`None`), or found it as it was.
pub(crate) fn remember_mention(
    conn: &Connection,
    decision: i64,
    mention: MentionId,
    was: Option<&str>,
) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR IGNORE INTO proposal_decision_mentions (decision, mention_id, was)
         VALUES (?1, ?2, ?3)",
    )?
    .execute(params![decision, mention, was])?;
    Ok(())
}

/// A mention that a decision made or changed.
pub(crate) struct DecidedMention {
    pub id: MentionId,
    /// `None` when the mention is gone.
    pub article: Option<ArticleId>,
    /// JSON: what it was before; `None` where it was made.
    pub was: Option<String>,
}

/// Some of the mentions that a decision made or changed.
pub(crate) fn mentions_of_decision(
    conn: &Connection,
    decision: i64,
    limit: usize,
) -> Result<Vec<DecidedMention>> {
    decided(conn, "LIMIT ?2", params![decision, limit as i64])
}

/// The mentions that were made or changed where a person accepted: not those that followed
/// in further articles.
pub(crate) fn mentions_by_person(conn: &Connection, decision: i64) -> Result<Vec<DecidedMention>> {
    let by = word_of(MentionBy::Person)?;
    decided(
        conn,
        "AND (m.by = ?2 OR d.was IS NOT NULL)",
        params![decision, by],
    )
}

fn decided(
    conn: &Connection,
    which: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<DecidedMention>> {
    let mut statement = conn.prepare_cached(&format!(
        "SELECT d.mention_id, m.article_id, d.was
         FROM proposal_decision_mentions d LEFT JOIN mentions m ON m.id = d.mention_id
         WHERE d.decision = ?1 {which}"
    ))?;
    let rows = statement.query_map(params, |row| {
        Ok(DecidedMention {
            id: row.get(0)?,
            article: row.get(1)?,
            was: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The proposals that a decision accepted in an article.
pub(crate) fn accepted_in(
    conn: &Connection,
    article: ArticleId,
    decision: i64,
) -> Result<Vec<ProposalId>> {
    let mut statement =
        conn.prepare_cached("SELECT id FROM proposals WHERE article_id = ?1 AND decision = ?2")?;
    let rows = statement.query_map(params![article, decision], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether a place is tagged by anything but what a decision made.
pub(crate) fn is_taken_since(
    conn: &Connection,
    decision: i64,
    article: ArticleId,
    place: Span,
) -> Result<bool> {
    let rejected = word_of(MentionStatus::Rejected)?;
    Ok(conn
        .prepare_cached(
            "SELECT 1 FROM mentions m JOIN entities e ON e.id = m.entity_id
             WHERE m.article_id = ?1 AND m.block = ?2 AND m.start < ?4 AND m.\"end\" > ?3
               AND m.status <> ?5 AND m.orphaned = 0 AND e.deleted_ms IS NULL
               AND NOT EXISTS (SELECT 1 FROM proposal_decision_mentions
                 WHERE decision = ?6 AND mention_id = m.id)",
        )?
        .exists(params![
            article,
            place.block,
            place.start,
            place.end,
            rejected,
            decision
        ])?)
}

/// What was done to a mention is taken back.
pub(crate) fn forget_mention(conn: &Connection, decision: i64, mention: MentionId) -> Result<()> {
    conn.prepare_cached(
        "DELETE FROM proposal_decision_mentions WHERE decision = ?1 AND mention_id = ?2",
    )?
    .execute(params![decision, mention])?;
    Ok(())
}

/// Some of the proposals that a decision accepted.
pub(crate) fn of_decision(
    conn: &Connection,
    decision: i64,
    limit: usize,
) -> Result<Vec<ProposalRow>> {
    rows(
        conn,
        "WHERE decision = ?1 LIMIT ?2",
        params![decision, limit as i64],
    )
}

/// A decision is carried out no further.
pub(crate) fn stop_decision(conn: &Connection, decision: i64) -> Result<()> {
    conn.prepare_cached("UPDATE proposal_decision_groups SET done = 1 WHERE decision = ?1")?
        .execute([decision])?;
    Ok(())
}

pub(crate) fn delete_decision(conn: &Connection, decision: i64) -> Result<()> {
    conn.prepare_cached("DELETE FROM proposal_decisions WHERE id = ?1")?
        .execute([decision])?;
    Ok(())
}
